using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Partners;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Store.Log;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Records;

/// <summary>What an event means to the person, in plain words (brief). The file's own text stands beneath it.</summary>
/// <param name="Key">Key of its title; its text has the same with <c>.text</c>.</param>
/// <param name="Put">Values of the text.</param>
/// <param name="Norm">What it rests on; absent when it is a fact only.</param>
/// <param name="Term">Code of the term that it starts, if any.</param>
/// <param name="Event">The event.</param>
public sealed record Letter(string Key, ImmutableArray<(string Name, object? Value)> Put, string? Norm, string? Term, RecordedEvent Event)
{
    /// <summary>The letter about an event; null when there is nothing in it that the person is told of by letter.</summary>
    /// <param name="recorded">The event.</param>
    public static Letter? Of(RecordedEvent recorded) => recorded.Event switch
    {
        PersonArrived => Plain(recorded, "Vw 28"),
        PersonIdentified => Plain(recorded, "registration"),
        VNumberAssigned => Plain(recorded, null),
        ApplicationLodged => Plain(recorded, "decision-period", "decision-period"),
        TrackConfirmed confirmed => Plain(recorded, "track", null, ("procedure", new Key($"long.procedure.{Kebab.Of(confirmed.Track)}"))),
        LawyerAssigned => Plain(recorded, "REG-5"),
        GuardianAppointed => Plain(recorded, "REG-9"),
        InterviewPlanned planned => Plain(recorded, "Vb 3.110", null, ("date", planned.InterviewOn)),
        InvitedToInterview invited => Plain(recorded, "Vb 3.110", null, ("date", invited.InterviewOn)),
        InterviewMoved moved => Plain(recorded, "Vb 3.110", null, ("from", moved.From), ("date", moved.InterviewOn)),
        InterviewMissed => Plain(recorded, "Vb 3.113"),
        InterviewAbsenceReported reported => Plain(recorded, "Vb 3.110", null, ("date", reported.InterviewOn)),
        OtherInterviewDayAsked asked => Plain(recorded, "own-acts.notice", null, ("date", asked.InterviewOn)),
        InterviewKept kept => Plain(recorded, "Vb 3.110", null, ("date", kept.InterviewOn), ("reason", new Key($"kept.{Kebab.Of(kept.Because)}"))),
        InterviewAbsenceJudged judged => Called(recorded, judged.Excused ? "interview-absence-judged.excused" : "interview-absence-judged.not-excused", "red-line-3", null),
        InterviewHeld => Plain(recorded, "Vb 3.113"),
        CorrectionsSubmitted => Plain(recorded, "Vb 3.113"),
        DecisionPeriodExtended => Plain(recorded, "Vw 42(4)", "decision-period"),
        IntentionIssued => Plain(recorded, "view-period", "view-period"),
        ViewSubmitted => Plain(recorded, "view-period"),
        ApplicationDecided decided => Decided(recorded, decided.Outcome),
        PermitIssued => Plain(recorded, "Vw 28", "family-window"),
        AppealLodged => Plain(recorded, "Vw 69"),
        AppealRuled ruled => Called(recorded, ruled.Upheld ? "appeal-ruled.won" : "appeal-ruled.lost", "Vw 69", ruled.Upheld ? null : "further-appeal-period"),
        PersonPlaced placed => Plain(recorded, "reception-right", null, Site(placed.Site)),
        MoveAnnounced { Site: { } site } announced => Plain(recorded, "Rva 11", null, ("date", recorded.Envelope.OccurredOn.PlusDays(announced.DaysAhead)), Site(site)),
        MoveCancelled => Plain(recorded, "Rva 11"),
        PersonMoved moved => Plain(recorded, "Rva 11", null, Site(moved.Site)),
        PlaceOffered => Plain(recorded, "Rva 11"),
        LinkedToMunicipality => Plain(recorded, "housing-term", "housing-term-home"),
        HomeOffered => Plain(recorded, "Hvw 28", "housing-term-moving"),
        MovedIntoHome => Plain(recorded, "Hvw 28"),
        ReunificationRequested => Plain(recorded, "family-decision-period", "family-decision-period"),
        ReunificationDecided => Plain(recorded, "family-decision-period"),
        WithdrawalTalkAsked => Plain(recorded, "red-line-7"),
        DublinTransferRequested => Plain(recorded, "dublin-request"),
        TransferLapsed => Plain(recorded, "dublin-transfer"),
        ReturnDecisionIssued => Plain(recorded, "Vw 62a"),
        CapacityJudged judged => Called(recorded, judged.MoreHelp ? "capacity-judged.help" : "capacity-judged.usual", "STD-7", null),
        PlacementFactsJudged judged => Called(recorded, Placements.IsConfirmed(judged.Outcome) ? "placement-facts-judged.confirmed" : "placement-facts-judged.not-confirmed", "own-acts.answer", null),
        QuestionAsked asked => Plain(recorded, "own-acts.answer", null, ("question", asked.Text)),
        QuestionAnswered answered => Plain(recorded, "own-acts.answer", null, ("answer", answered.Text)),
        CorrectionRequested => Plain(recorded, "AVG 16"),
        CorrectionDecided { Granted: true } => Called(recorded, "correction-decided.granted", "AVG 16", null),
        CorrectionDecided refused => new("letter.correction-decided.refused", [("reason", new Key($"correct.refused.{Kebab.Of(refused.Ground ?? default)}"))], "AVG 16", null, recorded),
        DocumentSupplied or HealthDocumentSupplied => Called(recorded, "document-supplied", "own-acts.answer", null),
        DocumentReviewed reviewed => Reviewed(recorded, reviewed.Number, reviewed.Outcome),
        HealthDocumentReviewed reviewed => Reviewed(recorded, reviewed.Number, reviewed.Outcome),
        DocumentTakenBack taken => TakenBack(recorded, taken.Number),
        HealthDocumentTakenBack taken => TakenBack(recorded, taken.Number),
        BreachRecorded breach => Plain(recorded, breach.Norm),
        _ => null,
    };

    /// <summary>The letters of a case, newest first.</summary>
    /// <param name="history">The events.</param>
    public static ImmutableArray<Letter> All(IEnumerable<RecordedEvent> history) =>
        [.. history.Reverse().Select(Of).Where(each => each is not null).Select(each => each!)];

    private static Letter Decided(RecordedEvent recorded, DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.GrantRefugee or DecisionOutcome.GrantSubsidiary or DecisionOutcome.GrantDerived => Called(recorded, "application-decided.granted", "Vw 29", null),
        DecisionOutcome.NotTakenUp => Called(recorded, "application-decided.other-country", "Vw 30", "appeal-period"),
        _ => Called(recorded, "application-decided.refused", "Vw 31", "appeal-period"),
    };

    private static Letter Reviewed(RecordedEvent recorded, int number, DocumentOutcome outcome) =>
        new($"letter.document-reviewed.{Kebab.Of(outcome)}", [Document(number)], "own-acts.answer", null, recorded);

    private static Letter TakenBack(RecordedEvent recorded, int number) => new("letter.document-taken-back", [Document(number)], null, null, recorded);

    private static (string, object?) Document(int number) => ("number", number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static (string, object?) Site(SiteId site) => ("site", site.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static Letter Plain(RecordedEvent recorded, string? norm, string? term = null, params ImmutableArray<(string Name, object? Value)> put) =>
        new($"letter.{recorded.Envelope.Name}", put, norm, term, recorded);

    private static Letter Called(RecordedEvent recorded, string name, string norm, string? term) => new($"letter.{name}", [], norm, term, recorded);
}
