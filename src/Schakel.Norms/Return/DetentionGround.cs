namespace Schakel.Norms.Return;

/// <summary>Why someone is deprived of liberty (grond van de bewaring); it decides how long at most.</summary>
public enum DetentionGround
{
    /// <summary>Return (Vw 59).</summary>
    Return,

    /// <summary>Return, while a regular application is pending (Vw 59(4)).</summary>
    PendingApplication,

    /// <summary>Asylum procedure: identity, data, absconding or delay (Vw 59b(1)(a)–(c)).</summary>
    Asylum,

    /// <summary>Asylum procedure: public order (Vw 59b(1)(d)).</summary>
    PublicOrder,

    /// <summary>Border procedure (Vw 6(3)).</summary>
    Border,

    /// <summary>Return after refusal at the border (Vw 6(6), 59(7)).</summary>
    BorderReturn,

    /// <summary>Transfer to another member state (Vw 59a); the term runs from the acceptance.</summary>
    Transfer,
}

/// <summary>What the longest detention depends on (feiten voor de bewaring).</summary>
/// <param name="From">The day detention began, not counted; it governs. For a transfer: the acceptance, when that came later.</param>
/// <param name="Ground">Why.</param>
public readonly record struct DetentionFacts(Day From, DetentionGround Ground)
{
    /// <summary>Not cooperating, or papers lacking (return); a complex case with a weighty interest (public order).</summary>
    public bool NotCooperating { get; init; }

    /// <summary>Whether an intention to refuse was issued (voornemen).</summary>
    public bool IntentionIssued { get; init; }

    /// <summary>Whether an appeal with lawful stay is pending (Vw 8(h)).</summary>
    public bool AppealPending { get; init; }

    /// <summary>Whether minors are in the family.</summary>
    public bool MinorsInFamily { get; init; }

    /// <summary>Family: the day it became removable after resisting, or after procedures without good reason, if that happened.</summary>
    public Day? RemovableSince { get; init; }

    /// <summary>Whether the person is an unaccompanied minor and no suspect or convict of a crime.</summary>
    public bool UnaccompaniedMinor { get; init; }
}
