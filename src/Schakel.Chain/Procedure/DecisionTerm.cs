using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>
/// What moved the decision period of one application (termijnboekhouding). It holds what was done and notified, never a date that is computed:
/// when law or calendar change, the last day changes with them, and can say why.
/// </summary>
/// <param name="Suspensions">Stretches on which the period stood still.</param>
/// <param name="SuspendedOn">Day of the suspension that still runs.</param>
/// <param name="Ground">Why it runs.</param>
/// <param name="FirstMonths">Months of the first extension; zero for none.</param>
/// <param name="SecondMonths">Months of the second extension; zero for none.</param>
/// <param name="MoratoriumUntil">Last day of a decision moratorium for this person's category.</param>
public sealed record TermLedger(
    ImmutableArray<Suspension> Suspensions, Day? SuspendedOn, SuspensionGround Ground, int FirstMonths, int SecondMonths, Day? MoratoriumUntil)
{
    /// <summary>Nothing moved it.</summary>
    public static TermLedger Empty { get; } = new([], null, SuspensionGround.Unspecified, 0, 0, null);
}

/// <summary>The period within which to decide, for a case file (beslistermijn).</summary>
public static class DecisionTerm
{
    /// <summary>
    /// The last day on which a decision is in time, general extensions taken as the immigration service applies them; after an
    /// annulment the term that the court gave. Absent in track 1, after an annulment without such a term, when the day of lodging is not
    /// known, and while the period stands still.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="law">The law.</param>
    public static Day? LastDay(ApplicationState application, Law law)
    {
        var none = default(NoTrace);
        return LastDay(application, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? LastDay<TTrace>(ApplicationState application, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (application is { AnnulledOn: { } annulled, CourtWeeks: > 0 })
        {
            return annulled.PlusWeeks(application.CourtWeeks); // What a court sets, no weekend moves.
        }
        return FactsOf(application) is { } facts ? DecisionPeriod.LastDay(law, facts, ref trace) : null;
    }

    /// <summary>The last day with its grounds: every suspension, extension and moratorium that moved it, with its norm. Absent as <see cref="LastDay"/> is.</summary>
    /// <param name="application">The application.</param>
    /// <param name="law">The law.</param>
    public static Grounds? Explain(ApplicationState application, Law law)
    {
        if (FactsOf(application) is not { } facts)
        {
            return null;
        }
        var trace = new GroundsTrace(law);
        _ = DecisionPeriod.LastDay(law, facts, ref trace);
        return trace.ToGrounds();
    }

    /// <summary>What the last day depends on; absent as <see cref="LastDay"/> is.</summary>
    /// <param name="application">The application.</param>
    public static DecisionPeriodFacts? FactsOf(ApplicationState application)
    {
        if (application.Track == Track.Dublin || application.AnnulledOn is not null
            || application.LodgedOn is not { } lodged || application.Ledger is { SuspendedOn: not null })
        {
            return null;
        }
        var facts = new DecisionPeriodFacts(lodged, CategoryExtension.AsApplied) { DublinResponsibleSince = application.ResponsibleSince };
        return application.Ledger is not { } ledger ? facts : facts with
        {
            Suspensions = ledger.Suspensions,
            IndividualExtensionMonths = ledger.FirstMonths,
            SecondExtensionMonths = ledger.SecondMonths,
            MoratoriumUntil = ledger.MoratoriumUntil,
        };
    }
}
