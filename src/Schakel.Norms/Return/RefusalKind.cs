using System.Collections.Immutable;

namespace Schakel.Norms.Return;

/// <summary>How an application was refused (soort afwijzing), as far as departure depends on it (dossier 6.1).</summary>
public enum RefusalKind
{
    /// <summary>Unfounded (ongegrond): four weeks to leave, and the appeal suspends.</summary>
    Unfounded,

    /// <summary>Manifestly unfounded (kennelijk ongegrond): no time to leave, and the appeal does not suspend.</summary>
    ManifestlyUnfounded,

    /// <summary>Inadmissible (niet-ontvankelijk): four weeks to leave, and the appeal does not suspend.</summary>
    Inadmissible,

    /// <summary>Inadmissible for protection in another member state: to go there at once.</summary>
    ProtectedElsewhere,

    /// <summary>Inadmissible for a safe third country (veilig derde land): four weeks, and the appeal suspends.</summary>
    SafeThirdCountry,

    /// <summary>Not taken up, another state being responsible (niet in behandeling, Dublin): four weeks, and the appeal does not suspend.</summary>
    NotTakenUp,

    /// <summary>Out of consideration (buiten behandeling): four weeks, and the appeal does not suspend.</summary>
    OutOfConsideration,
}

/// <summary>What a kind of refusal means for departure.</summary>
internal static class RefusalKinds
{
    /// <summary>Every kind with its name in JSON.</summary>
    internal static readonly ImmutableArray<(string Name, RefusalKind Kind)> Names =
        [.. Enum.GetValues<RefusalKind>().Select(kind => (NameOf(kind), kind))];

    /// <summary>Name in JSON.</summary>
    internal static string NameOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Unfounded => "unfounded",
        RefusalKind.ManifestlyUnfounded => "manifestly-unfounded",
        RefusalKind.Inadmissible => "inadmissible",
        RefusalKind.ProtectedElsewhere => "protected-elsewhere",
        RefusalKind.SafeThirdCountry => "safe-third-country",
        RefusalKind.NotTakenUp => "not-taken-up",
        RefusalKind.OutOfConsideration => "out-of-consideration",
    };

    /// <summary>Whether the person must leave at once (Vw 62(2), 62a).</summary>
    internal static bool LeavesAtOnce(this RefusalKind kind) => kind is RefusalKind.ManifestlyUnfounded or RefusalKind.ProtectedElsewhere;

    /// <summary>Whether an appeal in time suspends the decision (Vw 82).</summary>
    internal static bool AppealSuspends(this RefusalKind kind) => kind is RefusalKind.Unfounded or RefusalKind.SafeThirdCountry;
}
