namespace Schakel.Chain.Procedure;

/// <summary>Note that this file is decided together with that of a relative (gekoppelde zaken). Nothing of one claim shows in the other (red line 5).</summary>
/// <param name="By">Officer of the immigration service.</param>
/// <param name="With">The relative.</param>
public sealed record LinkFile(Official By, PersonId With) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;
}

/// <summary>The file was linked with that of a relative (gekoppeld). The same is noted in the other file.</summary>
/// <param name="With">The relative.</param>
[EventName("file-linked", 1)]
public sealed record FileLinked([Category(DataCategory.Family)] PersonId With) : ProcedureEvent;

/// <summary>Files of one family that are decided together (gekoppelde zaken).</summary>
public static class LinkedFiles
{
    /// <summary>Nobody to link with.</summary>
    public static readonly Refusal Nobody = new(
        "linked-file.nobody", "fact",
        "Noem de persoon met wie deze zaak wordt gekoppeld.",
        "Name the person whose file this one is linked with.");

    /// <summary>Linked before.</summary>
    public static readonly Refusal AlreadyLinked = new(
        "linked-file.already-linked", "fact",
        "Deze zaken zijn al gekoppeld.",
        "These files are linked already.");

    internal static Decision Decide(CaseFile file, LinkFile command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : command.With.Value <= 0 ? Nobody
        : application.LinkedWith.Contains(command.With) ? AlreadyLinked
        : new FileLinked(command.With);
}
