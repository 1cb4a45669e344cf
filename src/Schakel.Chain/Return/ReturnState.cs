using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>How someone left the country (vertreksoort).</summary>
public enum DepartureKind
{
    /// <summary>Independent (zelfstandig vertrek).</summary>
    Independent = 0,
    /// <summary>Forced (gedwongen vertrek).</summary>
    Forced,
    /// <summary>Independent, without supervision (zelfstandig zonder toezicht).</summary>
    Unsupervised,
}

/// <summary>On which article detention rests (grondslag).</summary>
public enum DetentionBasis
{
    /// <summary>To remove someone without lawful stay (Vw 59).</summary>
    Removal = 0,
    /// <summary>To transfer someone to the responsible state (Vw 59a).</summary>
    Transfer,
    /// <summary>Of someone whose application runs (Vw 59b).</summary>
    Application,
}

/// <summary>Grounds for detention (gronden; Vb 5.1b): heavy ones (a to j), then light ones.</summary>
[Flags]
public enum DetentionGrounds
{
    /// <summary>No ground.</summary>
    None = 0,
    /// <summary>Heavy: entered illegally.</summary>
    EnteredIllegally = 1 << 0,
    /// <summary>Heavy: evaded supervision.</summary>
    EvadedSupervision = 1 << 1,
    /// <summary>Heavy: ignored the duty to depart.</summary>
    IgnoredDeparture = 1 << 2,
    /// <summary>Heavy: does not help to establish identity.</summary>
    NoHelpWithIdentity = 1 << 3,
    /// <summary>Heavy: false statements.</summary>
    FalseStatements = 1 << 4,
    /// <summary>Heavy: got rid of papers.</summary>
    DisposedOfPapers = 1 << 5,
    /// <summary>Heavy: false papers.</summary>
    FalsePapers = 1 << 6,
    /// <summary>Heavy: declared undesirable, or entry ban.</summary>
    EntryBan = 1 << 7,
    /// <summary>Heavy: declared not to leave.</summary>
    WillNotLeave = 1 << 8,
    /// <summary>Heavy: rejected in the border procedure.</summary>
    RejectedAtBorder = 1 << 9,
    /// <summary>Light: did not keep other duties.</summary>
    OtherDuties = 1 << 10,
    /// <summary>Light: several applications.</summary>
    SeveralApplications = 1 << 11,
    /// <summary>Light: no fixed address.</summary>
    NoFixedAddress = 1 << 12,
    /// <summary>Light: no sufficient means.</summary>
    NoMeans = 1 << 13,
    /// <summary>Light: suspect of a crime.</summary>
    CrimeSuspect = 1 << 14,
    /// <summary>Light: worked illegally.</summary>
    WorkedIllegally = 1 << 15,
}

/// <summary>Detention that lasts (bewaring).</summary>
/// <param name="Since">First day.</param>
/// <param name="Basis">Article it rests on.</param>
public sealed record DetentionState(Day Since, DetentionBasis Basis);

/// <summary>What the return room knows (terugkeer). Nothing of the claim is here: no field of an event of this room is of that category.</summary>
/// <param name="IsOpen">A return file is open.</param>
/// <param name="DocumentRequested">A travel document was asked of the country.</param>
/// <param name="DocumentReceived">The country issued it.</param>
/// <param name="AdequateReception">Adequate reception in the country of return is established, for a minor.</param>
/// <param name="Detention">Detention that lasts.</param>
public sealed record ReturnState(
    bool IsOpen, bool DocumentRequested, bool DocumentReceived, bool AdequateReception, DetentionState? Detention)
{
    /// <summary>Nothing yet.</summary>
    public static ReturnState None { get; } = new(false, false, false, false, null);
}

/// <summary>A command of the return room.</summary>
public abstract record ReturnCommand : CaseCommand;

/// <summary>An event of the return room.</summary>
public abstract record ReturnEvent : ChainEvent;
