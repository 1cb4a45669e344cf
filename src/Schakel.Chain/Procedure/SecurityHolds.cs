namespace Schakel.Chain.Procedure;

/// <summary>What holds a grant up until it is looked into (signaal).</summary>
[Flags]
public enum Holds
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>A sign of danger to national security (nationale veiligheid).</summary>
    Security = 1 << 0,
    /// <summary>Serious reasons to look into exclusion (artikel 1F van het Vluchtelingenverdrag).</summary>
    Exclusion = 1 << 1,
}

/// <summary>Place a hold (signaal plaatsen). It judges nothing: no grant is taken until an official lifted it.</summary>
/// <param name="By">Officer of the immigration service.</param>
/// <param name="Hold">One of the holds.</param>
public sealed record PlaceHold(Official By, Holds Hold) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer | OfficialRoles.HearingOfficer;
}

/// <summary>Lift a hold after looking into it (signaal opheffen).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Hold">One of the holds.</param>
public sealed record LiftHold(Official By, Holds Hold) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>A hold was placed (signaal geplaatst). Of category claim: it leaves the asylum file to no one (red lines 4 and 6).</summary>
/// <param name="Hold">Which.</param>
/// <param name="By">Who placed it.</param>
[EventName("hold-placed", 1)]
public sealed record HoldPlaced(
    [Category(DataCategory.Claim)] Holds Hold,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>A hold was lifted (signaal opgeheven).</summary>
/// <param name="Hold">Which.</param>
/// <param name="By">Who lifted it.</param>
[EventName("hold-lifted", 1)]
public sealed record HoldLifted(
    [Category(DataCategory.Claim)] Holds Hold,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>Holds on a grant (signalen).</summary>
public static class SecurityHolds
{
    /// <summary>Not one of the holds.</summary>
    public static readonly Refusal Unknown = new(
        "hold.unknown", "fact",
        "Noem één signaal: nationale veiligheid of uitsluiting (1F).",
        "Name one hold: national security or exclusion (1F).");

    /// <summary>Placed before.</summary>
    public static readonly Refusal AlreadyPlaced = new(
        "hold.already-placed", "fact",
        "Dit signaal staat er al.",
        "This hold stands already.");

    /// <summary>Does not stand.</summary>
    public static readonly Refusal NotPlaced = new(
        "hold.not-placed", "fact",
        "Dit signaal staat er niet.",
        "This hold does not stand.");

    /// <summary>A grant waits.</summary>
    public static readonly Refusal Stands = new(
        "decision.hold-stands", "Vw 31",
        "Er staat een signaal open; inwilligen kan pas nadat een ambtenaar het heeft onderzocht en opgeheven.",
        "A hold stands; a grant is possible only after an official looked into it and lifted it.");

    internal static Decision Decide(CaseFile file, PlaceHold command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : command.Hold is not (Holds.Security or Holds.Exclusion) ? Unknown
        : (application.Holds & command.Hold) != 0 ? AlreadyPlaced
        : new HoldPlaced(command.Hold, command.By);

    internal static Decision Decide(CaseFile file, LiftHold command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : command.Hold is not (Holds.Security or Holds.Exclusion) ? Unknown
        : (application.Holds & command.Hold) == 0 ? NotPlaced
        : new HoldLifted(command.Hold, command.By);
}
