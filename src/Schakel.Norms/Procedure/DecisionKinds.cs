using System.Collections.Immutable;
using Schakel.Norms.Return;

namespace Schakel.Norms.Procedure;

/// <summary>Kind of decision on an asylum application (soort beslissing), dossier 6.1; law before the EU Pact.</summary>
public enum DecisionKind
{
    /// <summary>Refugee under the Convention (a-status), Vw 29(1)(a).</summary>
    ConventionStatus,

    /// <summary>Subsidiary protection (b-status), Vw 29(1)(b).</summary>
    SubsidiaryStatus,

    /// <summary>Permit derived from a family member (afgeleide vergunning), Vw 29(2).</summary>
    DerivedStatus,

    /// <summary>Unfounded, in the extended procedure (ongegrond, VA), Vw 31.</summary>
    Unfounded,

    /// <summary>Unfounded, within the days of the general procedure (ongegrond, AA), Vw 31.</summary>
    UnfoundedGeneral,

    /// <summary>Manifestly unfounded (kennelijk ongegrond), Vw 30b, on a ground that has no kind of its own below.</summary>
    ManifestlyUnfounded,

    /// <summary>Manifestly unfounded for coming forward late (niet tijdig gemeld), Vw 30b(1)(h).</summary>
    ManifestlyUnfoundedLate,

    /// <summary>Manifestly unfounded on a subsequent application (opvolgende aanvraag), Vw 30b(1)(g).</summary>
    ManifestlyUnfoundedSubsequent,

    /// <summary>Manifestly unfounded for danger (openbare orde of nationale veiligheid), Vw 30b(1)(j) and (k).</summary>
    ManifestlyUnfoundedDanger,

    /// <summary>Inadmissible (niet-ontvankelijk), Vw 30a, on a ground that has no kind of its own below.</summary>
    Inadmissible,

    /// <summary>Inadmissible for protection in another member state, Vw 30a(1)(a).</summary>
    ProtectedElsewhere,

    /// <summary>Inadmissible for a safe third country (veilig derde land), Vw 30a(1)(c).</summary>
    SafeThirdCountry,

    /// <summary>Not taken up, another state being responsible (niet in behandeling, Dublin), Vw 30: a transfer decision.</summary>
    NotTakenUp,

    /// <summary>Out of consideration (buiten behandeling), Vw 30c.</summary>
    OutOfConsideration,
}

/// <summary>What a decision brings with it (gevolgen van de beslissing).</summary>
/// <param name="Appeal">Time for appeal; null where an appeal has no interest, as against a grant.</param>
/// <param name="AppealSuspends">Whether an appeal in time suspends the decision (Vw 82).</param>
/// <param name="Refusal">How departure takes it; null for a grant.</param>
/// <param name="ReturnDecision">Whether the decision counts as a return decision (terugkeerbesluit).</param>
/// <param name="ChecksResidence">Whether regular residence grounds are tested of office on a first application (Vb 3.6a).</param>
/// <param name="ChecksHealth">Whether postponement for health is tested of office on a first application (Vb 6.1e, Vw 64).</param>
public readonly record struct DecisionConsequences(
    AppealTerm? Appeal, bool AppealSuspends, RefusalKind? Refusal, bool ReturnDecision, bool ChecksResidence, bool ChecksHealth)
{
    /// <summary>Days to leave (vertrektermijn), before any weekend or appeal moves them; null for a grant.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="notified">The day of notification; it governs.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>0 where departure must follow at once.</returns>
    /// <exception cref="NotInForceException">No departure period is in force on that day.</exception>
    public int? DepartureDays<TTrace>(Law law, Day notified, ref TTrace trace)
        where TTrace : struct, ITrace => Refusal switch
        {
            null => null,
            { } refusal when refusal.LeavesAtOnce() => law.On(notified, DeparturePeriod.Withheld, ref trace).Count,
            RefusalKind.NotTakenUp => 7 * law.On(notified, DublinDeparture.Length, ref trace).Count,
            _ => 7 * law.On(notified, DeparturePeriod.Length, ref trace).Count,
        };
}

/// <summary>The table of decisions and their consequences (tabel van beslissingen): Vw 30–30c, 45, 62, 69, 82; Vb 3.6a, 6.1e.</summary>
/// <remarks>The time to leave is a norm of <see cref="DeparturePeriod"/>, the time for appeal one of <see cref="AppealPeriod"/>.</remarks>
public static class DecisionKinds
{
    /// <summary>Every kind with its name in JSON; those of a refusal are the names that departure knows, and a few more.</summary>
    public static ImmutableArray<(string Name, DecisionKind Kind)> Names { get; } =
        [.. Enum.GetValues<DecisionKind>().Select(kind => (NameOf(kind), kind))];

    /// <summary>What a kind of decision brings with it.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Its row of the table.</returns>
    public static DecisionConsequences Consequences(this DecisionKind kind) => kind switch
    {
        DecisionKind.ConventionStatus or DecisionKind.SubsidiaryStatus => new(null, false, null, false, false, false),
        DecisionKind.DerivedStatus => new(AppealTerm.FourWeeks, false, null, false, false, false),
        DecisionKind.Unfounded => new(AppealPeriod.TermOf(true), true, RefusalKind.Unfounded, true, true, true),
        DecisionKind.UnfoundedGeneral => new(AppealTerm.OneWeek, true, RefusalKind.Unfounded, true, true, true),
        DecisionKind.ManifestlyUnfounded => new(AppealTerm.OneWeek, false, RefusalKind.ManifestlyUnfounded, true, true, true),
        DecisionKind.ManifestlyUnfoundedLate => new(AppealTerm.OneWeek, true, RefusalKind.ManifestlyUnfounded, true, true, true),
        DecisionKind.ManifestlyUnfoundedSubsequent => new(AppealTerm.OneWeek, false, RefusalKind.ManifestlyUnfounded, true, false, false),
        DecisionKind.ManifestlyUnfoundedDanger => new(AppealTerm.OneWeek, false, RefusalKind.ManifestlyUnfounded, true, true, false),
        DecisionKind.Inadmissible => new(AppealTerm.OneWeek, false, RefusalKind.Inadmissible, true, false, false),
        DecisionKind.ProtectedElsewhere => new(AppealTerm.OneWeek, false, RefusalKind.ProtectedElsewhere, false, false, false),
        DecisionKind.SafeThirdCountry => new(AppealTerm.OneWeek, true, RefusalKind.SafeThirdCountry, true, false, false),
        DecisionKind.NotTakenUp => new(AppealTerm.OneWeek, false, RefusalKind.NotTakenUp, false, false, false),
        DecisionKind.OutOfConsideration => new(AppealTerm.OneWeek, false, RefusalKind.OutOfConsideration, true, false, false),
    };

    /// <summary>Name in JSON.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Lower case with hyphens.</returns>
    public static string NameOf(DecisionKind kind) => kind switch
    {
        DecisionKind.ConventionStatus => "convention-status",
        DecisionKind.SubsidiaryStatus => "subsidiary-status",
        DecisionKind.DerivedStatus => "derived-status",
        DecisionKind.UnfoundedGeneral => "unfounded-general",
        DecisionKind.ManifestlyUnfoundedLate => "manifestly-unfounded-late",
        DecisionKind.ManifestlyUnfoundedSubsequent => "manifestly-unfounded-subsequent",
        DecisionKind.ManifestlyUnfoundedDanger => "manifestly-unfounded-danger",
        DecisionKind.Unfounded => RefusalKinds.NameOf(RefusalKind.Unfounded),
        DecisionKind.ManifestlyUnfounded => RefusalKinds.NameOf(RefusalKind.ManifestlyUnfounded),
        DecisionKind.Inadmissible => RefusalKinds.NameOf(RefusalKind.Inadmissible),
        DecisionKind.ProtectedElsewhere => RefusalKinds.NameOf(RefusalKind.ProtectedElsewhere),
        DecisionKind.SafeThirdCountry => RefusalKinds.NameOf(RefusalKind.SafeThirdCountry),
        DecisionKind.NotTakenUp => RefusalKinds.NameOf(RefusalKind.NotTakenUp),
        DecisionKind.OutOfConsideration => RefusalKinds.NameOf(RefusalKind.OutOfConsideration),
    };
}
