using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>Responsibility of another state: what lies ahead (Dublin).</summary>
public static class DublinSteps
{
    /// <summary>Ask another state.</summary>
    public static readonly StepType Request = new(
        "request-dublin-transfer", "dublin-request", Party.HearingOffice, typeof(RequestDublinTransfer), StepForce.Due,
        "Een andere lidstaat vragen over of terug te nemen", "Ask another member state to take charge or take back");

    /// <summary>The time to ask is over.</summary>
    public static readonly StepType LapseOfRequest = new(
        "lapse-dublin-request", "dublin-request", Party.OperationOfLaw, typeof(LapseDublinRequest), StepForce.ByLaw,
        "Nederland is verantwoordelijk: de claimtermijn is verstreken", "The Netherlands is responsible: the time to ask another state is over");

    /// <summary>Reply.</summary>
    public static readonly StepType Reply = new(
        "reply-to-dublin-request", "dublin-reply", Party.OtherState, typeof(ReceiveDublinReply), StepForce.Due,
        "Antwoorden op de claim", "Reply to the request");

    /// <summary>Notify that the person absconded.</summary>
    public static readonly StepType Absconding = new(
        "notify-absconding", "dublin-transfer", Party.ReturnService, typeof(NotifyAbsconding), StepForce.Due,
        "Het onderduiken melden aan de andere lidstaat", "Notify absconding to the other state");

    /// <summary>Transfer.</summary>
    public static readonly StepType Transfer = new(
        "transfer-to-state", "dublin-transfer", Party.ReturnService, typeof(TransferToState), StepForce.Due,
        "Overdragen aan de verantwoordelijke lidstaat", "Transfer to the responsible state");

    /// <summary>The transfer period is over.</summary>
    public static readonly StepType LapseOfTransfer = new(
        "lapse-transfer", "dublin-transfer", Party.OperationOfLaw, typeof(LapseTransfer), StepForce.ByLaw,
        "Nederland is verantwoordelijk: de overdrachtstermijn is verstreken", "The Netherlands is responsible: the transfer period is over");

    /// <summary>The time to ask.</summary>
    public static readonly TermType RequestTerm = new(
        "dublin-request", "dublin-request", "Claimtermijn", "Time to ask another state", ExplainRequest);

    /// <summary>The time to transfer.</summary>
    public static readonly TermType TransferTerm = new(
        "dublin-transfer", "dublin-transfer", "Overdrachtstermijn", "Transfer period",
        (file, _, law, ref trace) => file.Procedure.Dublin is { Accepted: true } dublin ? Dublin.LastDay(dublin, law, ref trace) : null);

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        if (IsToAsk(file))
        {
            // Which state is asked for what, and on which hit, is known when it is asked: until then the longest time stands.
            var last = DublinRequests.LastDay(file, takeBack: false, hit: null, law);
            ahead.Add(new NextStep(Request, null, last) { Until = last, Lapses = LapseOfRequest });
            ahead.Run(RequestTerm, file.Procedure.Application!.LodgedOn, last);
            if (last is { } day)
            {
                ahead.Add(new NextStep(LapseOfRequest, day.PlusDays(1), null));
            }
        }
        if (file.Procedure.Dublin is { Accepted: false, RefusedOn: null })
        {
            ahead.Add(Reply);
        }
        if (file.Procedure.Dublin is { Accepted: true } dublin)
        {
            Accepted(ahead, file, dublin, law);
        }
    }

    private static void Accepted(Outlook ahead, CaseFile file, DublinState dublin, Law law)
    {
        if (InterimReliefs.Holds(file))
        {
            return; // Held off, and the period does not run meanwhile.
        }
        var last = Dublin.LastDay(dublin, law);
        ahead.Run(TransferTerm, dublin.AcceptedOn, last);
        var decided = file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp };
        ahead.Add(new NextStep(Transfer, decided ? Dublin.DepartureLastDay(file, dublin, law)?.PlusDays(1) : null, last)
        {
            Until = last,
            Lapses = LapseOfTransfer,
            WaitsFor = decided ? null : DecisionSteps.DecideTransfer,
        });
        if (dublin.AbscondingNotifiedOn is null && file.Presence == Presences.Gone)
        {
            ahead.Add(new NextStep(Absconding, null, last) { Until = last, Lapses = LapseOfTransfer });
        }
        if (last is { } day)
        {
            ahead.Add(new NextStep(LapseOfTransfer, day.PlusDays(1), null));
        }
    }

    private static bool IsToAsk(CaseFile file) =>
        file.Procedure is { Dublin: null, Open: { Track: Track.Dublin, ResponsibleSince: null } };

    private static Day? ExplainRequest(CaseFile file, Family.Household household, Law law, ref GroundsTrace trace) =>
        IsToAsk(file) ? DublinRequests.LastDay(file, takeBack: false, hit: null, law, ref trace) : null;
}
