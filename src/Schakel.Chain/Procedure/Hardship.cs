namespace Schakel.Chain.Procedure;

/// <summary>
/// Test whether circumstances are distressing (toets op schrijnende omstandigheden; Vb 3.6ba, dossier EXO-5): only until the first application is
/// decided. What the circumstances are stands in the document of the reasons.
/// </summary>
/// <param name="By">Decision officer, for the director.</param>
/// <param name="Distressing">The circumstances are distressing: a regular permit may follow of office.</param>
public sealed record TestHardship(Official By, bool Distressing) : ProcedureCommand, IOfficialAct
{
    /// <summary>The document of the reasons.</summary>
    public DocumentReference? Reasons { get; init; }

    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>The test of distressing circumstances was done (getoetst). It grants nothing by itself.</summary>
/// <param name="Distressing">The circumstances are distressing.</param>
/// <param name="Reasons">The document of the reasons.</param>
/// <param name="By">Who tested.</param>
[EventName("hardship-tested", 1)]
public sealed record HardshipTested(
    [Category(DataCategory.Procedure)] bool Distressing,
    [Category(DataCategory.Procedure)] DocumentReference? Reasons,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>The discretionary test in the first procedure (schrijnendheid; capability C7).</summary>
public static class Hardship
{
    /// <summary>Only on a first application.</summary>
    public static readonly Refusal NotFirst = new(
        "hardship.not-first-application", "EXO-5",
        "Op schrijnende omstandigheden wordt alleen in de eerste procedure getoetst.",
        "Distressing circumstances are tested only in the first procedure.");

    /// <summary>Tested before.</summary>
    public static readonly Refusal AlreadyTested = new(
        "hardship.already-tested", "fact",
        "Op schrijnende omstandigheden is in deze procedure al getoetst.",
        "Distressing circumstances have been tested in this procedure already.");

    internal static Decision Decide(CaseFile file, TestHardship command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.IsSubsequent ? NotFirst
        : application.HardshipTestedOn is not null ? AlreadyTested
        : new HardshipTested(command.Distressing, command.Reasons, command.By);
}
