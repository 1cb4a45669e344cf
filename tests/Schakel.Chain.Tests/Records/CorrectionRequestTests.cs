using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Tests.Registration;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Records;

/// <summary>Somebody says that what is recorded about them is wrong; it is decided within a month, and corrected by a new event.</summary>
public sealed class CorrectionRequestTests
{
    private static readonly RequestCorrection Ask = new(CorrectionSubject.Happening, "Ik was daar op 2 maart, niet op 1 maart.");
    private static readonly DecideCorrection Grant = new(Officials.Records, 1);
    private static readonly DecideCorrection Refuse = new(Officials.Records, 1, CorrectionRefusal.IsRight);
    private static readonly CorrectionRequested Asked = new(1, CorrectionSubject.Happening, Ask.Text);
    private static readonly CorrectionDecided Granted = new(1, true, null, Officials.Records);
    private static readonly CorrectRecord Correct = new(Officials.Records, 1, Chain.Records.CorrectionGround.OtherDay, Date("2024-03-02"));

    private static Given Here() => AnAdult().Arrived("2024-03-01");

    [Fact]
    public void It_is_asked_in_ones_own_words() => Here().When(Ask, "2024-03-05").Then(Asked);

    [Fact]
    public void With_words() => Here().When(Ask with { Text = "" }, "2024-03-05").ThenRefused("correction-request.empty");

    [Fact]
    public void On_one_page() => Here().When(Ask with { Text = new('x', 1001) }, "2024-03-05").ThenRefused("correction-request.too-long");

    [Fact]
    public void Five_wait_at_once_and_no_more() =>
        Here().Happened("2024-03-05", Asked, Asked with { Number = 2 }, Asked with { Number = 3 }, Asked with { Number = 4 }, Asked with { Number = 5 })
            .When(Ask, "2024-03-06").ThenRefused("correction-request.too-many");

    [Fact] // AVG 12(3): a month, and an end on a Saturday moves to Monday (Regulation 1182/71).
    public void It_is_decided_within_a_month()
    {
        var step = Here().Happened("2024-03-13", Asked).AheadOn("2024-03-13").Steps.Single(each => each.Code == "decide-correction");
        Assert.Equal((Party.RecordsOffice, Date("2024-04-15"), "own-acts.correction"), (step.Party, step.LastDay, step.Norm));
    }

    [Fact]
    public void Granted_it_is() => Here().Happened("2024-03-05", Asked).When(Grant, "2024-04-05").Then(Granted);

    [Fact]
    public void Refused_with_a_ground() =>
        Here().Happened("2024-03-05", Asked).When(Refuse, "2024-03-06").Then(new CorrectionDecided(1, false, CorrectionRefusal.IsRight, Officials.Records));

    [Fact]
    public void Late_is_a_breach() =>
        Here().Happened("2024-03-05", Asked).When(Grant, "2024-04-06").Then(Granted, new BreachRecorded("own-acts.correction", Date("2024-04-05")));

    [Fact]
    public void Once() => Here().Happened("2024-03-05", Asked).Happened("2024-03-06", Granted).When(Refuse, "2024-03-07").ThenRefused("correction-request.already-decided");

    [Fact]
    public void What_was_not_asked_is_not_decided() => Here().When(Grant, "2024-03-06").ThenRefused("correction-request.none");

    [Fact]
    public void What_was_granted_is_still_to_be_carried_out() =>
        Assert.Contains(Here().Happened("2024-03-05", Asked).Happened("2024-03-06", Granted).AheadOn("2024-03-06").Steps, each => each.Code == "carry-out-correction");

    [Fact]
    public void A_correction_by_a_new_event_carries_it_out()
    {
        var granted = Here().Happened("2024-03-05", Asked).Happened("2024-03-06", Granted);
        granted.When(Correct, "2024-03-07").Then(new RecordCorrected(1, Chain.Records.CorrectionGround.OtherDay, Date("2024-03-02"), Officials.Records));
        Assert.DoesNotContain(
            granted.Happened("2024-03-07", new RecordCorrected(1, Chain.Records.CorrectionGround.OtherDay, Date("2024-03-02"), Officials.Records)).AheadOn("2024-03-07").Steps,
            each => each.Code == "carry-out-correction");
    }

    [Fact]
    public void A_corrected_identity_carries_out_what_was_asked_of_identity_and_nothing_else()
    {
        var corrected = new IdentityCorrected(new(new("Noor", "Sami"), IdentityTests.Born("1990-05-01"), default, default), Chain.Registration.CorrectionGround.Document, Officials.Police);
        Given After(CorrectionSubject subject) => Here().Happened("2024-03-05", Asked with { Subject = subject }).Happened("2024-03-06", Granted).Happened("2024-03-07", corrected);
        Assert.DoesNotContain(After(CorrectionSubject.Names).AheadOn("2024-03-07").Steps, each => each.Code == "carry-out-correction");
        Assert.Contains(After(CorrectionSubject.Happening).AheadOn("2024-03-07").Steps, each => each.Code == "carry-out-correction");
    }

    [Fact]
    public void Refused_there_is_nothing_to_carry_out() => Assert.DoesNotContain(
        Here().Happened("2024-03-05", Asked).Happened("2024-03-06", new CorrectionDecided(1, false, CorrectionRefusal.IsRight, Officials.Records)).AheadOn("2024-03-06").Steps,
        each => each.Code is "carry-out-correction" or "decide-correction");
}
