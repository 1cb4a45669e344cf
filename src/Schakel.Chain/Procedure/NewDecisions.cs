namespace Schakel.Chain.Procedure;

/// <summary>Give a term for the new decision after an annulment (termijn voor een nieuw besluit; Awb 8:72(4)).</summary>
/// <param name="By">The judge.</param>
/// <param name="Weeks">Weeks, counted from the ruling.</param>
public sealed record SetTermForNewDecision(Official By, int Weeks) : CourtCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;
}

/// <summary>The court gave a term for the new decision (termijn gesteld).</summary>
/// <param name="Weeks">Weeks, counted from the ruling.</param>
[EventName("new-decision-term-set", 1)]
public sealed record NewDecisionTermSet([Category(DataCategory.Procedure)] int Weeks) : CourtEvent;

/// <summary>Deciding again after an annulment (terugverwijzing): the period is what the court says (norms APP-10).</summary>
public static class NewDecisions
{
    /// <summary>Nothing was annulled, or it has been decided again.</summary>
    public static readonly Refusal NothingAnnulled = new(
        "new-decision.nothing-annulled", "Awb 8:72",
        "Er is geen beslissing vernietigd waarop nog opnieuw moet worden beslist.",
        "No decision was annulled that is still to be taken again.");

    /// <summary>Given before.</summary>
    public static readonly Refusal AlreadySet = new(
        "new-decision.term-already-set", "Awb 8:72",
        "De rechter heeft al een termijn voor het nieuwe besluit gesteld.",
        "The court has given a term for the new decision already.");

    /// <summary>Not even a week.</summary>
    public static readonly Refusal NoTerm = new(
        "new-decision.no-term", "fact",
        "Een termijn voor een nieuw besluit is ten minste één week.",
        "A term for a new decision is at least one week.");

    internal static Decision Decide(CaseFile file, SetTermForNewDecision command) =>
        file.Procedure.Open is not { AnnulledOn: not null } application ? NothingAnnulled
        : application.CourtWeeks > 0 ? AlreadySet
        : command.Weeks <= 0 ? NoTerm
        : new NewDecisionTermSet(command.Weeks);
}
