using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Norms.Return;

namespace Schakel.Chain.Return;

/// <summary>Record a departure (vertrek).</summary>
/// <param name="By">Officer of the return service or the border guard who establishes it.</param>
/// <param name="Kind">How.</param>
public sealed record Depart(Official By, DepartureKind Kind) : ReturnCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer | OfficialRoles.BorderGuard;

    /// <inheritdoc/>
    public override Presences For => Kind == DepartureKind.Unsupervised ? Presences.Here | Presences.Gone : Presences.Here;
}

/// <summary>Someone departed (vertrokken).</summary>
/// <param name="Kind">How.</param>
[EventName("departed", 1)]
public sealed record Departed([Category(DataCategory.Return)] DepartureKind Kind) : ReturnEvent;

/// <summary>Departure (vertrek). Forced departure needs three conditions at once (norms RET-10).</summary>
public static class Departures
{
    /// <summary>First condition of forced return: papers.</summary>
    public static readonly Refusal NoTravelDocument = new(
        "departure.no-travel-document", "RET-10",
        "Gedwongen vertrek vraagt een reisdocument: eigen of van het land.",
        "Forced departure needs a travel document: one's own, or one from the country.");

    /// <summary>No return file: nobody prepares the departure.</summary>
    public static readonly Refusal NotPrepared = new(
        "departure.no-return-file", "RET-10",
        "Gedwongen vertrek vraagt een terugkeerdossier.",
        "Forced departure needs a return file.");

    /// <summary>A person whose claim was not judged is transferred, not returned.</summary>
    public static readonly Refusal TransferInstead = new(
        "departure.transfer-instead", "Vw 30",
        "De aanvraag is niet inhoudelijk beoordeeld; deze persoon kan alleen worden overgedragen.",
        "The claim has not been judged; this person can only be transferred.");

    /// <summary>The departure period runs: the person may still leave independently.</summary>
    public static readonly Refusal PeriodRuns = new(
        "departure.period-runs", "departure-period",
        "De vertrektermijn loopt nog tot en met {0}.",
        "The departure period still runs, through {0}.");

    /// <summary>A minor's return needs adequate reception.</summary>
    public static readonly Refusal NoAdequateReception = new(
        "departure.no-adequate-reception", "RET-9",
        "Een alleenstaande minderjarige keert pas terug als adequate opvang is vastgesteld.",
        "An unaccompanied minor returns only after adequate reception has been established.");

    /// <summary>An application still runs.</summary>
    public static readonly Refusal ApplicationRuns = new(
        "departure.application-runs", "red-line-7",
        "Er loopt nog een aanvraag; die wordt eerst ingetrokken, met advocaat en tolk.",
        "An application still runs; it is withdrawn first, with a lawyer and an interpreter.");

    internal static Decision Decide(CaseFile file, Household household, Depart command, Law law, Day today)
    {
        var against = command.Kind switch
        {
            DepartureKind.Forced => ForcedReturns.Against(file, law, today),
            DepartureKind.Independent => file.Procedure.Open is not null ? ApplicationRuns : AgainstMinor(file, today),
            DepartureKind.Unsupervised => file.Presence != Presences.Gone && file.Procedure.Open is not null
                ? ApplicationRuns : null,
        };
        return against ?? Decision.Of(new Departed(command.Kind), DetentionMaximum.Exceeded(file, household, law, today));
    }

    /// <summary>
    /// The last day of the departure period, which depends on the kind of refusal; absent when there is no refusal, when its day is not
    /// known, or when it gives no time at all (manifestly unfounded; Vw 62(2)).
    /// </summary>
    /// <param name="file">The case file.</param>
    /// <param name="law">The law.</param>
    /// <exception cref="NotInForceException">No departure period is in force on the day of the refusal.</exception>
    public static Day? PeriodLastDay(CaseFile file, Law law)
    {
        var none = default(NoTrace);
        return PeriodLastDay(file, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? PeriodLastDay<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (file.Return.Decision is { } issued)
        {
            return issued.AtOnce ? null : DeparturePeriod.LastDay(law, issued.On, ref trace);
        }
        Day? ruled = file.Procedure.Appeal is { Suspensive: true, RuledOn: { } on } ? on : null;
        if (file.Procedure.Decision is not { } decision || KindOf(decision.Outcome) is not { } kind || (decision.On ?? ruled) is not { } notified)
        {
            return null;
        }
        if (kind == RefusalKind.NotTakenUp)
        {
            return DublinDeparture.LastDay(law, notified, transferBy: null, ref trace);
        }
        var facts = new DepartureFacts(notified) { Kind = kind, AppealSuspends = ruled is not null, CourtRuling = ruled };
        return DeparturePeriod.LastDay(law, facts, ref trace) is var last && last > (ruled ?? notified) ? last : null;
    }

    private static RefusalKind? KindOf(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.GrantRefugee or DecisionOutcome.GrantSubsidiary or DecisionOutcome.GrantDerived => null,
        DecisionOutcome.Unfounded => RefusalKind.Unfounded,
        DecisionOutcome.ManifestlyUnfounded => RefusalKind.ManifestlyUnfounded,
        DecisionOutcome.Inadmissible => RefusalKind.Inadmissible,
        DecisionOutcome.NotTakenUp => RefusalKind.NotTakenUp,
        DecisionOutcome.OutOfConsideration => RefusalKind.OutOfConsideration,
    };

    internal static Refusal? AgainstMinor(CaseFile file, Day today) =>
        file.Registration.IsUnaccompaniedMinorOn(today) && !file.Return.AdequateReception ? NoAdequateReception : null;
}
