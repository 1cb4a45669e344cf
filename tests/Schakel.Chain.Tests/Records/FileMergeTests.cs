using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Records;

public sealed class FileMergeTests
{
    private static readonly PersonId Live = new(7);
    private static readonly PersonId Double = new(70);
    private static readonly AbsorbFile Absorb = new(Officials.Records, Double, MergeGround.Fingerprints);
    private static readonly MergeInto Merge = new(
        Officials.Records, Live, MergeGround.Fingerprints, new(ClaimRuns: true, Date("2024-01-15"), HoldsPermit: false, AwaitsRelatives: false));
    private static readonly ReleaseAbsorbedFile Release = new(Officials.Records, Double, MergeMistake.TwoPersons);
    private static readonly RestoreFile Restore = new(Officials.Records, MergeMistake.TwoPersons);
    private static readonly FileAbsorbed Absorbed = new(Double, MergeGround.Fingerprints, Officials.Records);
    private static readonly FileMergedInto MergedInto = new(Live, MergeGround.Fingerprints, Officials.Records);
    private static readonly AbsorbedFileReleased Released = new(Double, MergeMistake.TwoPersons, Officials.Records);
    private static readonly FileRestored Restored = new(MergeMistake.TwoPersons, Officials.Records);

    private static Given Lodged(string on) => AnAdult().Lodged(on);

    private static Given Refused() => AnAdult().Lodged("2023-01-16").InTrack(Track.General, "2023-01-19").Interviewed("2023-02-06")
        .Intended("2023-02-08").Viewed("2023-02-09").Decided(DecisionOutcome.Unfounded, "2023-02-10");

    private static Given Merged() => Lodged("2024-01-17").Happened("2024-02-01", MergedInto);

    /// <summary>Histories in every room: what a merge must leave alone.</summary>
    public static TheoryData<string> Histories => ["arrived", "lodged", "refused", "granted", "reception", "child", "departed"];

    private static Given History(string name) => name switch
    {
        "arrived" => AnAdult().Arrived("2024-01-15"),
        "lodged" => Lodged("2024-01-15").InTrack(Track.General, "2024-01-18"),
        "refused" => Refused(),
        "granted" => Chain.Tests.Procedure.ApplicationTests.Granted().Happened("2024-03-01", new ReunificationRequested(3)),
        "reception" => Lodged("2024-01-15").Placed("2024-01-15").Happened("2024-01-16", new ReceptionExplained(), new AllowanceStarted())
            .Happened("2024-02-01", new ReceptionEnded(new(5), ReceptionEnd.OwnArrangement, Officials.Reception)),
        "child" => AChild().Lodged("2024-01-15").Happened("2024-01-20", new EnrolledInSchool()),
        _ => AnAdult().Lodged("2024-01-15").Happened("2024-02-01", new ApplicationWithdrawn()).Happened("2024-02-02", new Departed(DepartureKind.Independent)),
    };

    [Fact]
    public void A_file_goes_on_for_another() => Lodged("2024-01-15").When(Absorb, "2024-02-01").Then(Absorbed);

    [Fact]
    public void Not_twice_for_the_same() =>
        Lodged("2024-01-15").Happened("2024-02-01", Absorbed).When(Absorb, "2024-02-02").ThenRefused("file-merge.already-absorbed");

    [Fact]
    public void Not_before_it_is_opened() => AnAdult().When(Absorb, "2024-02-01").ThenRefused("file.not-opened");

    [Fact] // Its list would be empty, and nobody would answer.
    public void Not_while_somebody_waits_for_an_answer_there() =>
        Lodged("2024-01-17").Happened("2024-01-20", new Chain.Partners.QuestionAsked(1, Chain.Partners.Addressee.ReceptionAgency, "Mag het?"))
            .When(Merge, "2024-02-01").ThenRefused("file-merge.answer-would-rest");

    [Fact]
    public void Nor_while_a_document_waits_to_be_looked_at() =>
        Lodged("2024-01-17").Happened("2024-01-20", new DocumentSupplied(1, DocumentSubject.Family, DocumentForm.Pdf, 9, new('a', 64), ""))
            .When(Merge, "2024-02-01").ThenRefused("file-merge.answer-would-rest");

    [Fact]
    public void Nor_while_a_correction_is_undecided() =>
        Lodged("2024-01-17").Happened("2024-01-20", new CorrectionRequested(1, CorrectionSubject.Names, "Anders."))
            .When(Merge, "2024-02-01").ThenRefused("file-merge.answer-would-rest");

    [Fact]
    public void The_other_one_rests() => Lodged("2024-01-17").When(Merge, "2024-02-01").Then(MergedInto);

    [Fact]
    public void A_file_in_which_others_rest_goes_on_itself() =>
        Lodged("2024-01-17").Happened("2024-02-01", new FileAbsorbed(new(71), MergeGround.Documents, Officials.Records))
            .When(Merge, "2024-02-02").ThenRefused("file-merge.has-absorbed");

    [Fact]
    public void A_bed_does_not_rest() => Lodged("2024-01-17").Placed("2024-01-17").When(Merge, "2024-02-01").ThenRefused("file-merge.in-reception");

    [Fact]
    public void Nor_does_detention() =>
        Refused()
            .Happened("2023-06-01", new DetentionImposed(DetentionBasis.Removal, DetentionGrounds.NoFixedAddress, Officials.Detaining))
            .When(Merge, "2023-06-02").ThenRefused("file-merge.in-detention");

    [Fact]
    public void A_file_that_rests_takes_no_command_and_points_to_the_one_that_goes_on()
    {
        var refusal = Decider.Decide(
            Merged().File(), Household.Empty, new HoldRegistrationInterview(Officials.Hearing), Regimes.January2024, Date("2024-02-02")).Refusal;
        Assert.Equal("file.merged", refusal?.Code);
        Assert.Equal(Live, refusal?.Person);
    }

    [Fact]
    public void Not_even_another_merge() => Merged().When(Merge, "2024-02-02").ThenRefused("file.merged");

    [Fact]
    public void Nor_can_it_go_on_for_others() => Merged().When(Absorb, "2024-02-02").ThenRefused("file.merged");

    [Fact]
    public void A_wrong_merge_is_undone() => Merged().When(Restore, "2024-03-01").Then(Restored);

    [Fact]
    public void What_was_not_merged_is_not_restored() => Lodged("2024-01-15").When(Restore, "2024-03-01").ThenRefused("file-split.not-merged");

    [Fact]
    public void Nor_what_was_never_opened() => AnAdult().When(Restore, "2024-03-01").ThenRefused("file.not-opened");

    [Fact]
    public void The_other_side_lets_go() => Lodged("2024-01-15").Happened("2024-02-01", Absorbed).When(Release, "2024-03-01").Then(Released);

    [Fact]
    public void Of_what_it_took_in() => Lodged("2024-01-15").When(Release, "2024-03-01").ThenRefused("file-split.not-absorbed");

    [Fact]
    public void A_file_that_rests_lets_nothing_go() => Merged().When(Release, "2024-03-01").ThenRefused("file.merged");

    [Theory]
    [MemberData(nameof(Histories))]
    public void Merged_and_split_again_both_are_as_if_never_merged(string name)
    {
        var before = History(name).File();
        var on = Date("2024-06-01");
        foreach (var (merge, split) in new (ChainEvent, ChainEvent)[] { (Absorbed, Released), (MergedInto, Restored) })
        {
            var merged = Decider.Evolve(before, merge, on);
            Assert.NotEqual(before with { Events = merged.Events }, merged);
            var after = Decider.Evolve(merged, split, on);
            Assert.Equal(before.Events + 2, after.Events);
            Assert.Equivalent(before, after with { Events = before.Events }, strict: true);
        }
    }

    [Fact]
    public void What_happened_on_the_live_file_since_stays_there()
    {
        var split = Lodged("2024-01-15").Happened("2024-02-01", Absorbed).Happened("2024-02-05", new HealthIntakeHeld()).Happened("2024-03-01", Released);
        var never = Lodged("2024-01-15").Happened("2024-02-05", new HealthIntakeHeld());
        Assert.Equivalent(never.File(), split.File() with { Events = never.File().Events }, strict: true);
    }

    [Fact]
    public void Both_files_are_decided_in_one_act()
    {
        var outcome = Together(Lodged("2024-01-15"), Lodged("2024-01-17"));
        Assert.Null(outcome.Refusal);
        Assert.Equal(
            [(StreamId.Of(Double), (ChainEvent)MergedInto), (StreamId.Of(Live), Absorbed)],
            outcome.Parts.Select(part => (part.To.Stream, part.Decision[0])));
    }

    [Fact]
    public void A_file_is_not_merged_with_itself() =>
        new Scenario(Merge, _ => FileMerges.Merge(
            Officials.Records, MergeGround.Documents, (Live, Lodged("2024-01-15").File()), (Live, Lodged("2024-01-15").File()),
            Regimes.January2024, Date("2024-02-01")).Refusal!).ThenRefused("file-merge.same-file");

    [Fact] // Red line 7: no claim is ended by a click.
    public void No_claim_rests_while_none_goes_on() =>
        Lodged("2024-01-17").When(On(AnAdult().Arrived("2024-01-10")), "2024-02-01").ThenRefused("file-merge.claim-would-rest");

    [Fact]
    public void Who_says_nothing_of_the_other_file_lets_no_claim_rest() =>
        Lodged("2024-01-17").When(Merge with { There = default }, "2024-02-01").ThenRefused("file-merge.claim-would-rest");

    [Fact]
    public void The_earlier_claim_goes_on() =>
        Lodged("2024-01-15").When(On(Lodged("2024-01-17")), "2024-02-01").ThenRefused("file-merge.earlier-claim", "2024-01-15");

    [Fact]
    public void No_permit_rests() =>
        Chain.Tests.Procedure.ApplicationTests.Granted().When(On(Lodged("2024-01-10")), "2024-03-01").ThenRefused("file-merge.right-would-rest");

    [Fact]
    public void Nor_does_a_request_for_relatives() =>
        Chain.Tests.Procedure.ApplicationTests.Granted().Happened("2024-03-01", new ReunificationRequested(3))
            .When(On(Chain.Tests.Procedure.ApplicationTests.Granted()), "2024-03-02").ThenRefused("file-merge.right-would-rest");

    [Fact]
    public void One_refusal_and_neither_is_merged()
    {
        var outcome = Together(Lodged("2024-01-15"), Lodged("2024-01-17").Placed("2024-01-17"));
        Assert.Equal("file-merge.in-reception", outcome.Refusal?.Code);
        Assert.Equal(Double, outcome.Refusal?.Person);
        Assert.Empty(outcome.Parts);
    }

    [Fact]
    public void Both_are_split_in_one_act()
    {
        var outcome = FileMerges.Split(
            Officials.Records, MergeMistake.TwoPersons, (Live, Lodged("2024-01-15").Happened("2024-02-01", Absorbed).File()), (Double, Merged().File()),
            Regimes.January2024, Date("2024-03-01"));
        Assert.Equal([Restored, Released], outcome.Parts.Select(part => part.Decision[0]));
    }

    [Fact]
    public void Only_from_the_file_that_goes_on_for_it()
    {
        var outcome = FileMerges.Split(
            Officials.Records, MergeMistake.WrongFile, (new(8), Lodged("2024-01-15").Happened("2024-02-01", Absorbed).File()), (Double, Merged().File()),
            Regimes.January2024, Date("2024-03-01"));
        Assert.Equal("file-split.not-absorbed", outcome.Refusal?.Code);
    }

    private static ActOutcome Together(Given live, Given other) => FileMerges.Merge(
        Officials.Records, MergeGround.Fingerprints, (Live, live.File()), (Double, other.File()), Regimes.January2024, Date("2024-02-01"));

    private static MergeInto On(Given live) => Merge with { There = Standing.Of(live.File()) };
}

public sealed class CorrectionTests
{
    private static readonly CorrectRecord Never = new(Officials.Records, 3, Chain.Records.CorrectionGround.NotHappened);
    private static readonly CorrectRecord Sooner = new(Officials.Records, 3, Chain.Records.CorrectionGround.OtherDay, Date("2024-01-14"));

    private static Given Lodged() => AnAdult().Lodged("2024-01-15");

    [Fact]
    public void An_event_is_corrected_by_a_new_one() =>
        Lodged().When(Never, "2024-02-01").Then(new RecordCorrected(3, Chain.Records.CorrectionGround.NotHappened, null, Officials.Records));

    [Fact]
    public void A_wrong_day_is_corrected_with_the_right_one() =>
        Lodged().When(Sooner, "2024-02-01").Then(new RecordCorrected(3, Chain.Records.CorrectionGround.OtherDay, Date("2024-01-14"), Officials.Records));

    [Fact]
    public void Nothing_is_erased_and_the_correction_is_seen()
    {
        var before = Lodged().File();
        var after = Decider.Evolve(before, new RecordCorrected(3, Chain.Records.CorrectionGround.NotHappened, null, Officials.Records), Date("2024-02-01"));
        Assert.Equal(before.Procedure, after.Procedure);
        Assert.Equal(Chain.Records.CorrectionGround.NotHappened, after.Records.Corrected[3]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Only_what_happened(int number) =>
        Lodged().When(Never with { Event = number }, "2024-02-01").ThenRefused("record-correction.no-such-event");

    [Fact]
    public void Only_once() =>
        Lodged().Happened("2024-02-01", new RecordCorrected(3, Chain.Records.CorrectionGround.NotHappened, null, Officials.Records)).When(Sooner, "2024-02-02")
            .ThenRefused("record-correction.already-corrected");

    [Fact]
    public void But_a_correction_can_be_corrected() =>
        Lodged().Happened("2024-02-01", new RecordCorrected(3, Chain.Records.CorrectionGround.NotHappened, null, Officials.Records))
            .When(Never with { Event = 4 }, "2024-02-02").Then(new RecordCorrected(4, Chain.Records.CorrectionGround.NotHappened, null, Officials.Records));

    [Fact]
    public void A_wrong_day_needs_the_right_one() =>
        Lodged().When(Sooner with { HappenedOn = null }, "2024-02-01").ThenRefused("record-correction.day-does-not-fit");

    [Fact]
    public void Anything_else_needs_none() =>
        Lodged().When(Never with { HappenedOn = Date("2024-01-14") }, "2024-02-01").ThenRefused("record-correction.day-does-not-fit");

    [Fact]
    public void Not_in_the_future() =>
        Lodged().When(Sooner with { HappenedOn = Date("2024-02-02") }, "2024-02-01").ThenRefused("record-correction.in-the-future", "2024-02-01");
}
