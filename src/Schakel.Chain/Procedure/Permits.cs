using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Issue the permit that follows from a grant (verblijfsvergunning verlenen; Vw 28).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Months">Duration in months.</param>
public sealed record IssuePermit(Official By, int Months) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>The permit was issued (vergunning verleend).</summary>
/// <param name="Months">Duration in months.</param>
[EventName("permit-issued", 1)]
public sealed record PermitIssued([Category(DataCategory.Procedure)] int Months) : ProcedureEvent;

/// <summary>The permit (vergunning).</summary>
public static class Permits
{
    /// <summary>No grant to rest on.</summary>
    public static readonly Refusal NoGrant = new(
        "permit.no-grant", "Vw 28",
        "Een vergunning volgt alleen op een inwilligende beslissing.",
        "A permit follows only on a decision that grants.");

    /// <summary>Issued before.</summary>
    public static readonly Refusal AlreadyIssued = new(
        "permit.already-issued", "Vw 28",
        "De vergunning is al verleend.",
        "The permit has been issued already.");

    /// <summary>The law gives another duration.</summary>
    public static readonly Refusal OtherDuration = new(
        "permit.other-duration", "permit-duration",
        "De duur van de vergunning is niet de duur die de wet geeft.",
        "The duration of the permit is not the one the law gives.");

    /// <summary>A permit that ended is not issued again.</summary>
    public static readonly Refusal Expired = new(
        "permit.expired", "Vw 28",
        "De vergunning is verlopen; zij kan worden verlengd, niet opnieuw verleend.",
        "The permit has expired; it can be renewed, not issued again.");

    /// <summary>Only a permit holder can do this.</summary>
    public static readonly Refusal NoPermit = new(
        "permit.none", "Vw 28",
        "Dit kan alleen voor wie een verblijfsvergunning asiel heeft.",
        "This is only for someone who holds an asylum permit.");

    internal static Decision Decide(CaseFile file, IssuePermit command, Law law, Day today)
    {
        if (file.Procedure.Permit is not null)
        {
            return AlreadyIssued;
        }
        if (file.Procedure.Decision is not { } decision || !Decisions.IsGrant(decision.Outcome))
        {
            return NoGrant;
        }
        if (file.Procedure.Permits.Ended is not null)
        {
            return Expired;
        }
        var none = default(NoTrace);
        var months = PermitDuration.Months(law, today, decision.Outcome == DecisionOutcome.GrantSubsidiary, ref none);
        return command.Months != months ? OtherDuration : new PermitIssued(months);
    }

    /// <summary>The last day of the permit, inclusive: its months from the day the application was received; absent when indefinite, or not known.</summary>
    /// <param name="permit">The permit.</param>
    public static Day? LastDay(PermitState permit) =>
        permit is { Indefinite: false, Months: > 0 } && FirstDay(permit) is { } from ? from.PlusMonths(permit.Months) : null;

    /// <summary>The first day of the permit; absent when taken over without any date.</summary>
    internal static Day? FirstDay(PermitState permit) => permit.ValidFrom ?? permit.On;

    internal static ProcedureState Evolve(ProcedureState state, PermitIssued issued, Day on)
    {
        var from = state.Application?.LodgedOn ?? on;
        return state with { Permit = new(on, issued.Months, state.Decision!.Outcome) { ValidFrom = from, LawfulSince = from } };
    }
}
