using System.Collections.Immutable;

namespace Schakel.Chain.Family;

/// <summary>Organisations that stand by someone (ondersteunende organisaties).</summary>
[Flags]
public enum SupportOrganisations
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Council for refugees (VluchtelingenWerk).</summary>
    CouncilForRefugees = 1 << 0,
    /// <summary>Red Cross, tracing of relatives (Rode Kruis).</summary>
    RedCross = 1 << 1,
    /// <summary>Support after violence or trafficking (CoMensha, Steunpunt).</summary>
    VictimSupport = 1 << 2,
    /// <summary>Psychosocial support (psychosociale hulp).</summary>
    PsychosocialSupport = 1 << 3,
    /// <summary>Volunteers of the neighbourhood, a faith or an interest (vrijwilligers).</summary>
    Volunteers = 1 << 4,
}

/// <summary>What a trusted helper may do for someone (taken). None of them opens the claim: a helper's account never shows it (red line 5).</summary>
[Flags]
public enum HelperTasks
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>See and remind of appointments (afspraken).</summary>
    Appointments = 1 << 0,
    /// <summary>Read letters on living: reception, move, home (brieven over verblijf).</summary>
    Letters = 1 << 1,
    /// <summary>Arrange school and lessons (school en lessen).</summary>
    School = 1 << 2,
    /// <summary>Arrange work and volunteering (werk).</summary>
    Work = 1 << 3,
}

/// <summary>The people around someone (kring): who acts, speaks or helps for this person.</summary>
/// <param name="Guardian">Number of the guardian who carries out the guardianship; absent when only the agency is known.</param>
/// <param name="Lawyer">Number of the lawyer, the same one throughout; absent when none was named.</param>
/// <param name="Support">Organisations in contact, with consent.</param>
/// <param name="Helpers">Trusted helpers, by number, and what each may do.</param>
public sealed record CircleState(
    int? Guardian, int? Lawyer, SupportOrganisations Support, ImmutableSortedDictionary<int, HelperTasks> Helpers)
{
    /// <summary>Nobody.</summary>
    public static CircleState None { get; } =
        new(null, null, SupportOrganisations.None, ImmutableSortedDictionary<int, HelperTasks>.Empty);
}
