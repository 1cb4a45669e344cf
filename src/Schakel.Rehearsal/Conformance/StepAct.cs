using Schakel.Chain;

namespace Schakel.Rehearsal.Conformance;

/// <summary>What one step asks of the chain: all of it happens, with its <see cref="Companions"/>, or none (handeling).</summary>
internal readonly struct StepAct
{
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

    /// <summary>On the site that the step is about.</summary>
    public SiteCommand? Site { get; private init; }
}
