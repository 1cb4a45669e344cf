using System.Runtime.InteropServices;
using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>Where the rooms write what lies ahead (verzamelaar). Private to one computation.</summary>
/// <param name="presence">Where the person is: steps that make no sense then are dropped.</param>
/// <param name="whole">Entitlements and terms are wanted too, not only steps.</param>
internal sealed class Outlook(Presences presence, bool whole)
{
    private readonly List<NextStep> _steps = new(24);
    private readonly List<Entitlement> _entitlements = whole ? new(16) : [];
    private readonly List<RunningTerm> _terms = whole ? new(8) : [];

    public bool Whole => whole;

    public ReadOnlySpan<NextStep> Steps => CollectionsMarshal.AsSpan(_steps);

    public ReadOnlySpan<Entitlement> Entitlements => CollectionsMarshal.AsSpan(_entitlements);

    public ReadOnlySpan<RunningTerm> Terms => CollectionsMarshal.AsSpan(_terms);

    public void Add(in NextStep step)
    {
        if ((step.Type.For & presence) != 0 && !(step.Earliest > step.Until))
        {
            _steps.Add(step);
        }
    }

    public void Add(StepType type, Day? lastDay = null) => Add(new NextStep(type, null, lastDay));

    public void Entitle(EntitlementType type, Day? from = null, Day? until = null)
    {
        if (whole && !(from > until))
        {
            _entitlements.Add(new(type, from, EndOf(until)));
        }
    }

    public void Entitle(in Entitlement entitlement)
    {
        if (whole)
        {
            _entitlements.Add(entitlement);
        }
    }

    public void Run(TermType type, Day? started, Day? lastDay)
    {
        if (whole && lastDay is { } last)
        {
            _terms.Add(new(type, started, last));
        }
    }

    /// <summary>The end as the calendar tells it: none when only an event ends it.</summary>
    internal static Day? EndOf(Day? until) => until == NextStep.UntilAnEvent ? null : until;

    /// <summary>The earlier of two ends, of which either may be absent.</summary>
    internal static Day? Earlier(Day? one, Day? other) => one is not { } a ? other : other is not { } b ? one : Day.Earlier(a, b);

    /// <summary>The later of two beginnings, of which either may be absent.</summary>
    internal static Day? Later(Day? one, Day? other) => one is not { } a ? other : other is not { } b ? one : Day.Later(a, b);
}
