using Schakel.Chain;

namespace Schakel.Rehearsal.Conformance;

/// <summary>What one step asks of the chain: all of it happens, or none (handeling). Sites and households are indices; -1 is none.</summary>
internal readonly struct StepAct
{
    private const int Nowhere = -1;

    public StepAct(CaseCommand command)
    {
        Case = command;
    }

    public StepAct(SiteCommand command)
    {
        Site = command;
    }

    /// <summary>On the person's file.</summary>
    public CaseCommand? Case { get; private init; }

    /// <summary>On the person's file, after <see cref="Case"/>.</summary>
    public CaseCommand? Then { get; init; }

    /// <summary>On the person's household.</summary>
    public HouseholdCommand? Household { get; init; }

    /// <summary>On the site that the step is about.</summary>
    public SiteCommand? Site { get; private init; }

    /// <summary>The site where the person releases a slot.</summary>
    public int Leaves { get; init; } = Nowhere;

    /// <summary>The site where the person occupies a slot.</summary>
    public int Enters { get; init; } = Nowhere;
}
