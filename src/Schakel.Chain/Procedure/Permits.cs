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
        var none = default(NoTrace);
        var months = PermitDuration.Months(law, today, decision.Outcome == DecisionOutcome.GrantSubsidiary, ref none);
        return command.Months != months ? OtherDuration : new PermitIssued(months);
    }
}
