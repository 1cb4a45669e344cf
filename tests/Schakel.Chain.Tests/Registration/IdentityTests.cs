using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Registration;

public sealed class IdentityTests
{
    private static readonly Identity Known = new(new("Noor", "Sami"), Born("1990"), Country("SYR"), Language("arb"));
    private static readonly RecordIdentity Record = new(Officials.Police, Known, IdentitySource.Stated);

    internal static PartialDate Born(string text) => PartialDate.TryParse(text, out var born) ? born : throw new ArgumentException(text);

    internal static CountryCode Country(string text) => CountryCode.TryParse(text, out var code) ? code : throw new ArgumentException(text);

    internal static LanguageCode Language(string text) => LanguageCode.TryParse(text, out var code) ? code : throw new ArgumentException(text);

    private static Given Recorded() => AnAdult().Arrived("2024-01-15").Happened("2024-01-15", new IdentityRecorded(Known, IdentitySource.Stated, Officials.Police));

    private static CorrectIdentity Correct(Identity to) => new(Officials.Deciding, to, CorrectionGround.Document);

    [Fact]
    public void Who_someone_is_may_be_known_in_part() =>
        AnAdult().Arrived("2024-01-15").When(Record, "2024-01-15").Then(new IdentityRecorded(Known, IdentitySource.Stated, Officials.Police));

    [Fact]
    public void It_is_recorded_once() => Recorded().When(Record, "2024-01-16").ThenRefused("identity.already-recorded");

    [Fact]
    public void Someone_has_a_name() =>
        AnAdult().Arrived("2024-01-15").When(Record with { Identity = Known with { Names = new("", " ") } }, "2024-01-15")
            .ThenRefused("identity.no-name");

    [Fact]
    public void One_name_is_enough() =>
        AnAdult().Arrived("2024-01-15").When(Record with { Identity = Known with { Names = new("", "Sami") } }, "2024-01-15")
            .Then(new IdentityRecorded(Known with { Names = new("", "Sami") }, IdentitySource.Stated, Officials.Police));

    [Fact]
    public void A_name_rings_no_bell() => AssertUnwritable("Noor\u0007");

    [Fact] // Half a character, as invalid UTF-8 may leave.
    public void A_name_has_whole_characters() => AssertUnwritable("Noor\ud800");

    private static void AssertUnwritable(string name) =>
        AnAdult().Arrived("2024-01-15").When(Record with { Identity = Known with { Names = new(name, "Sami") } }, "2024-01-15")
            .ThenRefused("identity.unwritable-name");

    [Fact]
    public void A_name_has_two_hundred_characters_at_most() =>
        AnAdult().Arrived("2024-01-15").When(Record with { Identity = Known with { Names = new(new('x', 201), "Sami") } }, "2024-01-15")
            .ThenRefused("identity.unwritable-name");

    [Fact]
    public void A_year_of_birth_is_asked_at_least() =>
        AnAdult().Arrived("2024-01-15").When(Record with { Identity = Known with { Born = default } }, "2024-01-15")
            .ThenRefused("identity.no-birth-year");

    [Fact]
    public void Nobody_is_born_tomorrow() =>
        AnAdult().Arrived("2024-01-15").When(Record with { Identity = Known with { Born = Born("2024-02") } }, "2024-01-15")
            .ThenRefused("arrival.born-later", "2024-01-15");

    [Fact] // The year ends after today, the birth does not.
    public void A_baby_of_this_year_may_have_no_day() =>
        AChild().Arrived("2024-01-15").When(Record with { Identity = Known with { Born = Born("2024") } }, "2024-01-15")
            .Then(new IdentityRecorded(Known with { Born = Born("2024") }, IdentitySource.Stated, Officials.Police));

    [Fact]
    public void A_correction_is_a_new_fact_with_a_ground() =>
        Recorded().When(Correct(Known with { Born = Born("1990-03") }), "2024-02-01")
            .Then(new IdentityCorrected(Known with { Born = Born("1990-03") }, CorrectionGround.Document, Officials.Deciding));

    [Fact]
    public void What_is_not_recorded_is_not_corrected() =>
        AnAdult().Arrived("2024-01-15").When(Correct(Known), "2024-02-01").ThenRefused("identity.not-recorded");

    [Fact]
    public void A_correction_changes_something() => Recorded().When(Correct(Known), "2024-02-01").ThenRefused("identity.unchanged");

    [Fact]
    public void No_minor_comes_of_age_by_a_correction() =>
        AnUnaccompaniedMinor().Arrived("2024-01-15")
            .Happened("2024-01-15", new IdentityRecorded(Known with { Born = Born("2008") }, IdentitySource.Stated, Officials.Police))
            .When(Correct(Known with { Born = Born("2005") }), "2024-02-01").ThenRefused("identity.age-needs-decision");

    [Fact] // Eighteen on 31 December 2024, the latest day it can be.
    public void Someone_of_whom_only_the_year_is_known_counts_as_the_youngest_that_fits() =>
        AnAdult().Arrived("2024-01-15").Happened("2024-01-15", new IdentityRecorded(Known with { Born = Born("2006") }, IdentitySource.Stated, Officials.Police))
            .When(Correct(Known with { Born = Born("2006-01-01") }), "2024-12-30").ThenRefused("identity.age-needs-decision");

    [Theory]
    [InlineData("1990", "1990-12-31")]
    [InlineData("2008-02", "2008-02-29")]
    [InlineData("2007-02", "2007-02-28")]
    [InlineData("1990-05-01", "1990-05-01")]
    public void The_latest_day_of_a_date(string text, string day)
    {
        Assert.Equal(Date(day), Born(text).LatestDay);
        Assert.Equal(text, Born(text).ToString());
    }

    [Theory]
    [InlineData("90")]
    [InlineData("1990-13")]
    [InlineData("1990-02-30")]
    [InlineData("1990-2-3")]
    [InlineData("1990/02")]
    [InlineData("0000")]
    [InlineData(null)]
    public void What_is_no_date_of_birth(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("syr")]
    [InlineData("SY")]
    [InlineData("SYRI")]
    public void What_is_no_state(string text) => Assert.False(CountryCode.TryParse(text, out _));

    [Theory]
    [InlineData("arq", "ara")] // Algeria.
    [InlineData("ary", "ara")] // Morocco.
    [InlineData("ara", "ara")]
    [InlineData("tir", "tir")]
    [InlineData("und", "und")]
    public void A_form_of_a_language_is_of_the_whole(string form, string whole) => Assert.Equal(Language(whole), Language(form).Whole);

    [Fact]
    public void Not_known_is_the_default()
    {
        Assert.Equal(CountryCode.Unknown, Country(new('X', 3)));
        Assert.Equal(LanguageCode.Unknown, Language("und"));
        Assert.NotEqual(CountryCode.Stateless, CountryCode.Unknown);
    }
}

public sealed class PreRegistrationTests
{
    private static readonly PreRegister Beforehand = new(PreRegistrationChannel.Self, IdentityTests.Language("arb"), 4);
    private static readonly PreRegistered Done = new(PreRegistrationChannel.Self, IdentityTests.Language("arb"), 4);

    [Fact]
    public void Someone_may_say_beforehand_that_they_come() => AnAdult().When(Beforehand, "2024-01-10").Then(Done);

    [Fact]
    public void Once_is_enough() => AnAdult().Happened("2024-01-10", Done).When(Beforehand, "2024-01-11").ThenRefused("pre-registration.already-done");

    [Fact]
    public void At_least_one_person_comes() =>
        AnAdult().When(Beforehand with { Persons = 0 }, "2024-01-10").ThenRefused("pre-registration.wrong-number");

    [Fact]
    public void What_else_one_wants_to_say_is_recorded_as_said() => AnAdult()
        .When(Beforehand with { NeedsInterpreter = true, Children = 3, MinorAlone = false, NeedsCare = true, Reach = " +31 6 12345678 " }, "2024-01-10")
        .Then(Done with { NeedsInterpreter = true, Children = 3, MinorAlone = false, NeedsCare = true, Reach = "+31 6 12345678" });

    [Theory]
    [InlineData(-1, null)]
    [InlineData(5, null)]
    [InlineData(0, true)] // Under eighteen and alone, and no child among them.
    public void Not_more_children_come_than_persons(int children, bool? alone) =>
        AnAdult().When(Beforehand with { Children = children, MinorAlone = alone }, "2024-01-10").ThenRefused("pre-registration.wrong-children");

    [Fact]
    public void A_whole_group_may_be_children() => AnAdult().When(Beforehand with { Children = 4 }, "2024-01-10").Then(Done with { Children = 4 });

    [Fact]
    public void A_telephone_number_is_not_a_letter() =>
        AnAdult().When(Beforehand with { Reach = new string('0', PreRegistrations.MostReach + 1) }, "2024-01-10").ThenRefused("pre-registration.reach-too-long");

    [Fact]
    public void No_number_is_no_number() => AnAdult().When(Beforehand with { Reach = "  " }, "2024-01-10").Then(Done);

    [Fact]
    public void Whoever_is_here_does_not_pre_register() =>
        AnAdult().Arrived("2024-01-15").When(Beforehand, "2024-01-16").ThenRefused("file.already-open");

    [Fact]
    public void It_opens_no_file() =>
        AnAdult().Happened("2024-01-10", Done).When(new LodgeApplication(1), "2024-01-11").ThenRefused("file.not-opened");

    [Fact] // Voluntary: with or without it, the same arrival.
    public void No_right_hangs_on_it() =>
        AnAdult().Happened("2024-01-10", Done)
            .When(new RegisterArrival(Home, Date("1990-05-01"), FamilyRole.Main, TerApel, AtBorder: false), "2024-01-15")
            .Then(new PersonArrived(Home, Date("1990-05-01"), FamilyRole.Main, Route.Asylum, TerApel, AtBorder: false));

    [Fact]
    public void It_can_be_taken_back_and_done_again() =>
        AnAdult().Happened("2024-01-10", Done, new PreRegistrationCancelled()).When(Beforehand, "2024-01-11").Then(Done);

    [Fact]
    public void Taking_back_is_accepted() =>
        AnAdult().Happened("2024-01-10", Done).When(new CancelPreRegistration(), "2024-01-11").Then(new PreRegistrationCancelled());

    [Fact]
    public void There_is_nothing_to_take_back_before_it() =>
        AnAdult().When(new CancelPreRegistration(), "2024-01-11").ThenRefused("pre-registration.not-done");

    [Fact]
    public void Nor_after_arrival() => AnAdult().Happened("2024-01-10", Done).Arrived("2024-01-15")
        .When(new CancelPreRegistration(), "2024-01-16").ThenRefused("file.already-open");
}

public sealed class DocumentTests
{
    private static readonly ExamineDocument Genuine =
        new(Officials.Police, DocumentKind.Passport, IdentityTests.Country("SYR"), DocumentFinding.Genuine);

    [Fact]
    public void A_document_is_examined() =>
        AnAdult().Arrived("2024-01-15").When(Genuine, "2024-01-15").Then(
            new DocumentExamined(DocumentKind.Passport, IdentityTests.Country("SYR"), DocumentFinding.Genuine, Officials.Police));

    [Fact]
    public void A_genuine_document_comes_from_a_state() =>
        AnAdult().Arrived("2024-01-15").When(Genuine with { Issuer = CountryCode.Unknown }, "2024-01-15").ThenRefused("document.no-issuer");

    [Fact]
    public void Nothing_is_examined_before_arrival() => AnAdult().When(Genuine, "2024-01-15").ThenRefused("file.not-opened");

    [Fact]
    public void Identification_keeps_a_reference_to_biometrics_and_nothing_more() =>
        AnAdult().Arrived("2024-01-15").When(new IdentifyPerson(Officials.Police, TerApel, false) { Biometrics = new(4711) }, "2024-01-15")
            .Then(new PersonIdentified(IdentifyingAuthority.AliensPolice, TerApel, false, new(4711)));
}

public sealed class CompositionTests
{
    private static readonly RecordComposition Two = new(Officials.Hearing, 1, 2, 3);

    [Fact]
    public void The_household_is_recorded_as_stated() =>
        AnAdult().Arrived("2024-01-15").When(Two, "2024-01-15").Then(new CompositionRecorded(1, 2, 3));

    [Fact]
    public void An_unaccompanied_minor_came_without_an_adult() =>
        AnUnaccompaniedMinor().Arrived("2024-01-15").When(Two, "2024-01-15").ThenRefused("composition.not-alone");

    [Fact]
    public void With_brothers_and_sisters_perhaps() =>
        AnUnaccompaniedMinor().Arrived("2024-01-15").When(Two with { AdultsHere = 0 }, "2024-01-15").Then(new CompositionRecorded(0, 2, 3));

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 101, 0)]
    [InlineData(0, 0, -1)]
    public void A_number_counts_people(int adults, int minors, int elsewhere) =>
        AnAdult().Arrived("2024-01-15").When(new RecordComposition(Officials.Hearing, adults, minors, elsewhere), "2024-01-15")
            .ThenRefused("composition.wrong-number");
}
