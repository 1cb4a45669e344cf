using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using static Schakel.Chain.Tests.Given;
using AgeFinding = Schakel.Norms.Registration.AgeFinding;

namespace Schakel.Chain.Tests.Registration;

/// <summary>Whoever says to be a minor is one, until a named official decides otherwise on grounds (REG-9).</summary>
public sealed class AgeAssessmentTests
{
    private static readonly RaiseAgeDoubt Doubt = new(Officials.Police, AgeImpression.Doubtful);
    private static readonly Official Expert = new(31, OfficialRoles.HealthWorker);
    private static readonly PartialDate Adult = IdentityTests.Born("2004");
    private static readonly PartialDate Minor = IdentityTests.Born("2008-05-01");

    private static Given Arrived() => AnUnaccompaniedMinor().Arrived("2024-01-15");

    private static Given Doubted(AgeImpression police = AgeImpression.Doubtful) =>
        Arrived().Happened("2024-01-16", new AgeDoubted(police, Officials.Police));

    private static Given Consented() => Doubted().Happened("2024-01-17", new AgeAssessmentConsented());

    private static Given Asked() => Consented().Happened("2024-01-18", new AgeAssessmentAsked(Officials.Hearing));

    private static Given Found(AgeFinding finding) => Asked().Happened("2024-02-01", new AgeAssessmentReceived(finding));

    private static DecideAge To(PartialDate born, AgeBasis basis) => new(Officials.Hearing, born, basis);

    private static AgeDecided Decided(PartialDate born, FamilyRole role, AgeBasis basis) => new(born, role, basis, Officials.Hearing);

    [Fact]
    public void An_official_may_doubt() => Arrived().When(Doubt, "2024-01-16").Then(new AgeDoubted(AgeImpression.Doubtful, Officials.Police));

    [Fact]
    public void A_service_says_it_once() => Doubted().When(Doubt, "2024-01-17").ThenRefused("age.already-seen");

    [Fact]
    public void Another_service_looks_for_itself() =>
        Doubted().When(Doubt with { By = Officials.Hearing }, "2024-01-17").Then(new AgeDoubted(AgeImpression.Doubtful, Officials.Hearing));

    [Fact]
    public void Nobody_doubts_the_age_of_someone_who_did_not_arrive() => AnAdult().When(Doubt, "2024-01-16").ThenRefused("file.not-opened");

    [Fact]
    public void While_there_is_doubt_the_person_is_a_minor() =>
        Doubted(AgeImpression.EvidentlyAdult).Identified("2024-01-16")
            .Happened("2024-01-16", new ApplicationLodged(1), new RegistrationInterviewHeld())
            .When(new ConfirmTrack(Officials.Hearing, Track.Simplified, 0), "2024-01-18").ThenRefused("track.unaccompanied-minor");

    [Fact]
    public void Consent_is_given_in_writing() =>
        Doubted().When(new ConsentToAgeAssessment(InWriting: true), "2024-01-17").Then(new AgeAssessmentConsented());

    [Fact]
    public void A_nod_is_no_consent() =>
        Doubted().When(new ConsentToAgeAssessment(InWriting: false), "2024-01-17").ThenRefused("age.not-in-writing");

    [Fact]
    public void Nobody_consents_to_what_nobody_asks() =>
        Arrived().When(new ConsentToAgeAssessment(InWriting: true), "2024-01-17").ThenRefused("age.no-doubt");

    [Fact]
    public void Consent_is_given_once() =>
        Consented().When(new ConsentToAgeAssessment(InWriting: true), "2024-01-18").ThenRefused("age.already-consented");

    [Fact]
    public void With_consent_an_assessment_is_asked() =>
        Consented().When(new AskAgeAssessment(Officials.Hearing), "2024-01-18").Then(new AgeAssessmentAsked(Officials.Hearing));

    [Fact]
    public void Without_it_none_is() => Doubted().When(new AskAgeAssessment(Officials.Hearing), "2024-01-18").ThenRefused("age.no-consent");

    [Fact]
    public void It_is_asked_once() => Asked().When(new AskAgeAssessment(Officials.Hearing), "2024-01-19").ThenRefused("age.already-asked");

    [Fact]
    public void The_expert_reports() =>
        Asked().When(new ReceiveAgeAssessment(Expert, AgeFinding.Doubt), "2024-02-01").Then(new AgeAssessmentReceived(AgeFinding.Doubt));

    [Fact]
    public void No_expert_reports_unasked() =>
        Consented().When(new ReceiveAgeAssessment(Expert, AgeFinding.Adult), "2024-02-01").ThenRefused("age.not-asked");

    [Fact]
    public void An_outcome_says_something() =>
        Asked().When(new ReceiveAgeAssessment(Expert, AgeFinding.None), "2024-02-01").ThenRefused("age.no-finding");

    [Fact]
    public void An_outcome_beyond_doubt_carries_a_decision() =>
        Found(AgeFinding.Adult).When(To(Adult, AgeBasis.Assessment), "2024-02-02").Then(Decided(Adult, FamilyRole.Main, AgeBasis.Assessment));

    [Theory]
    [InlineData(AgeFinding.Doubt)]
    [InlineData(AgeFinding.Minor)]
    public void In_doubt_nobody_is_made_an_adult(AgeFinding finding) =>
        Found(finding).When(To(Adult, AgeBasis.Assessment), "2024-02-02").ThenRefused("age.doubt-counts-for-them");

    [Fact] // Red line 7: a refused consent counts against nobody.
    public void Who_does_not_consent_stays_a_minor() =>
        Doubted().When(To(Adult, AgeBasis.BenefitOfDoubt), "2024-02-02").ThenRefused("age.doubt-counts-for-them");

    [Fact]
    public void And_is_decided_to_be_one() =>
        Doubted().When(To(Minor, AgeBasis.BenefitOfDoubt), "2024-02-02")
            .Then(Decided(Minor, FamilyRole.UnaccompaniedMinor, AgeBasis.BenefitOfDoubt));

    [Fact]
    public void Two_services_must_see_it() =>
        Doubted(AgeImpression.EvidentlyAdult).When(To(Adult, AgeBasis.Impression), "2024-02-02").ThenRefused("age.doubt-counts-for-them");

    [Fact]
    public void When_both_do_that_is_enough() =>
        Doubted(AgeImpression.EvidentlyAdult).Happened("2024-01-17", new AgeDoubted(AgeImpression.EvidentlyAdult, Officials.Hearing))
            .When(To(Adult, AgeBasis.Impression), "2024-02-02").Then(Decided(Adult, FamilyRole.Main, AgeBasis.Impression));

    [Fact]
    public void A_genuine_document_shows_age() =>
        Doubted().Happened("2024-01-17", new DocumentExamined(DocumentKind.BirthCertificate, IdentityTests.Country("SYR"), DocumentFinding.Genuine, Officials.Police))
            .When(To(Adult, AgeBasis.Document), "2024-02-02").Then(Decided(Adult, FamilyRole.Main, AgeBasis.Document));

    [Fact]
    public void A_document_nothing_can_be_said_about_does_not() =>
        Doubted().Happened("2024-01-17", new DocumentExamined(DocumentKind.BirthCertificate, IdentityTests.Country("SYR"), DocumentFinding.Inconclusive, Officials.Police))
            .When(To(Adult, AgeBasis.Document), "2024-02-02").ThenRefused("age.doubt-counts-for-them");

    [Fact]
    public void Without_doubt_nothing_is_decided() => Arrived().When(To(Adult, AgeBasis.Document), "2024-02-02").ThenRefused("age.no-doubt");

    [Fact]
    public void A_decision_names_a_year() => Doubted().When(To(default, AgeBasis.BenefitOfDoubt), "2024-02-02").ThenRefused("identity.no-birth-year");

    [Fact] // Registered as an adult, and found to be a child alone.
    public void Someone_may_prove_to_be_an_unaccompanied_minor() =>
        AnAdult().Arrived("2024-01-15").Happened("2024-01-16", new AgeDoubted(AgeImpression.EvidentlyMinor, Officials.Police))
            .When(To(Minor, AgeBasis.BenefitOfDoubt), "2024-02-02")
            .Then(Decided(Minor, FamilyRole.UnaccompaniedMinor, AgeBasis.BenefitOfDoubt));

    [Fact]
    public void After_a_decision_the_tracks_of_adults_are_open() =>
        Found(AgeFinding.Adult).Happened("2024-02-02", Decided(Adult, FamilyRole.Main, AgeBasis.Assessment)).Identified("2024-02-02")
            .Happened("2024-02-02", new ApplicationLodged(1), new RegistrationInterviewHeld())
            .When(new ConfirmTrack(Officials.Hearing, Track.Simplified, 0), "2024-02-03")
            .Then(new TrackConfirmed(Track.Simplified, 0, Officials.Hearing));
}
