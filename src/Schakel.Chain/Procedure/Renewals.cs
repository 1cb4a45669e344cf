using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Ask for renewal of the permit (verlenging aanvragen; Vb 3.108a). Late is possible, and then counts from the day of asking.</summary>
public sealed record RequestRenewal : PermitCommand;

/// <summary>Decide on the renewal (beslissen op verlenging).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Granted">Renewed.</param>
public sealed record DecideRenewal(Official By, bool Granted) : PermitCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Record that the permit expired (vergunning verlopen): it follows from the act.</summary>
/// <param name="By">The clock, or an officer of the immigration service.</param>
public sealed record RecordPermitExpiry(Official By) : PermitCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public bool ByLaw => true;
}

/// <summary>Renewal was asked for (verlenging aangevraagd).</summary>
[EventName("renewal-requested", 1)]
public sealed record RenewalRequested : PermitEvent;

/// <summary>The renewal was decided by a named official (op verlenging beslist).</summary>
/// <param name="Granted">Renewed.</param>
/// <param name="Months">For how many months; absent when refused.</param>
/// <param name="By">Who decided.</param>
[EventName("renewal-decided", 1)]
public sealed record RenewalDecided(
    [Category(DataCategory.Procedure)] bool Granted,
    [Category(DataCategory.Procedure)] int? Months,
    [Category(DataCategory.Procedure)] Official By) : PermitEvent;

/// <summary>The permit expired (vergunning verlopen).</summary>
/// <param name="LastDay">Its last day.</param>
[EventName("permit-expired", 1)]
public sealed record PermitExpired([Category(DataCategory.Procedure)] Day LastDay) : PermitEvent;

/// <summary>Renewal and expiry (verlenging).</summary>
public static class Renewals
{
    /// <summary>A request waits for a decision.</summary>
    public static readonly Refusal Pending = new(
        "renewal.pending", "renewal-period",
        "Er loopt al een aanvraag om verlenging of om een vergunning voor onbepaalde tijd.",
        "A request for renewal, or for an indefinite permit, is pending already.");

    /// <summary>An indefinite permit is not renewed.</summary>
    public static readonly Refusal Indefinite = new(
        "renewal.indefinite", "Vw 33",
        "Een vergunning voor onbepaalde tijd loopt niet af.",
        "A permit for an indefinite time does not end.");

    /// <summary>No request.</summary>
    public static readonly Refusal NotRequested = new(
        "renewal.not-requested", "Vw 28",
        "Er is geen verlenging aangevraagd.",
        "No renewal was asked for.");

    /// <summary>The permit lasts: not renewing has no effect yet.</summary>
    public static readonly Refusal PermitRuns = new(
        "permit.runs", "permit-duration",
        "De vergunning loopt nog tot en met {0}.",
        "The permit still runs, through {0}.");

    /// <summary>The last day is not known.</summary>
    public static readonly Refusal NoLastDay = new(
        "permit.no-last-day", "permit-duration",
        "De laatste dag van deze vergunning is niet bekend.",
        "The last day of this permit is not known.");

    internal static Decision Request(CaseFile file) =>
        (file.Procedure.Permit ?? file.Procedure.Permits.Ended) is not { } permit ? Permits.NoPermit
        : permit.Indefinite ? Indefinite
        : file.Procedure.Permits.Renewal is not null ? Pending
        : new RenewalRequested();

    internal static Decision Decide(CaseFile file, DecideRenewal command, Law law, Day today)
    {
        if (file.Procedure.Permits.Renewal is not { Indefinite: false } renewal
            || (file.Procedure.Permit ?? file.Procedure.Permits.Ended) is not { } permit)
        {
            return NotRequested;
        }
        if (!command.Granted && (Withdrawals.AgainstAdverse(file, law, today) ?? AgainstEarly(file, today)) is { } against)
        {
            return against;
        }
        var none = default(NoTrace);
        int? months = command.Granted
            ? PermitDuration.Months(law, renewal.ReceivedOn, permit.Outcome == DecisionOutcome.GrantSubsidiary, ref none) : null;
        return Decision.Of(new RenewalDecided(command.Granted, months, command.By), Late(renewal, law, today));
    }

    internal static Decision Expire(CaseFile file, Day today) =>
        file.Procedure.Permit is not { } permit ? Permits.NoPermit
        : permit.Indefinite ? Indefinite
        : file.Procedure.Permits.Renewal is not null ? Pending // Lawful stay goes on while the decision is awaited (Vw 8).
        : Permits.LastDay(permit) is not { } last ? NoLastDay
        : today <= last ? PermitRuns.On(last)
        : new PermitExpired(last);

    /// <remarks>Asked in time, the new time follows on the old; asked after the permit expired, it begins on the day of asking.</remarks>
    internal static ProcedureState Evolve(ProcedureState state, RenewalDecided decided, Day on)
    {
        var ended = state.Permits.Ended;
        var permit = (state.Permit ?? ended)!;
        if (!decided.Granted)
        {
            return Withdrawals.TakeAway(
                state with { Permit = permit }, state.Permits.Withdrawal?.Ground ?? WithdrawalGround.GroundLapsed, decided.By, on);
        }
        var received = state.Permits.Renewal!.ReceivedOn;
        return state with
        {
            Permit = permit with
            {
                On = on,
                Months = decided.Months ?? permit.Months,
                ValidFrom = ended is null && Permits.LastDay(permit) is { } last ? last : received,
                LawfulSince = ended is null ? permit.LawfulSince ?? Permits.FirstDay(permit) : received,
            },
            Permits = PermitAffairs.None,
        };
    }

    /// <summary>The breach when a request is decided too late; null when it is in time.</summary>
    internal static BreachRecorded? Late(RenewalState renewal, Law law, Day today)
    {
        var none = default(NoTrace);
        return LastDay(renewal, law, ref none) is var last && today > last ? new("renewal-period", last) : null;
    }

    /// <summary>The last day to decide on it, with a receipt.</summary>
    internal static Day LastDay<TTrace>(RenewalState renewal, Law law, ref TTrace trace)
        where TTrace : struct, ITrace => RenewalPeriod.LastDay(law, renewal.ReceivedOn, inquiry: false, ref trace);

    private static Refusal? AgainstEarly(CaseFile file, Day today) =>
        file.Procedure.Permit is { } permit && Permits.LastDay(permit) is { } last && today <= last ? PermitRuns.On(last) : null;
}
