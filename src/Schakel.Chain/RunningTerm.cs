using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>Computes a term again with a receipt (onderbouwing van een termijn); absent when it does not run in this file.</summary>
/// <param name="file">The case file.</param>
/// <param name="household">The household.</param>
/// <param name="law">The law.</param>
/// <param name="trace">Receives norms, facts and what moved the day.</param>
/// <returns>The last day.</returns>
public delegate Day? TermFormula(CaseFile file, Household household, Law law, ref GroundsTrace trace);

/// <summary>A kind of term that runs in files (soort termijn). Declared once, in the room it belongs to.</summary>
/// <param name="code">Stable code in kebab case.</param>
/// <param name="norm">Id of the norm or article that sets it.</param>
/// <param name="dutch">What it is, in Dutch.</param>
/// <param name="english">What it is, in English.</param>
/// <param name="formula">The formula, for a receipt.</param>
public sealed class TermType(string code, string norm, string dutch, string english, TermFormula formula)
{
    /// <summary>Stable code, such as <c>decision-period</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What sets it.</summary>
    public string Norm { get; } = norm;

    /// <summary>What it is, in both languages.</summary>
    public Text Name { get; } = new(dutch, english);

    /// <summary>Every kind, by code in ordinal order.</summary>
    public static ImmutableArray<TermType> All { get; } = StepType.Declared<TermType>(type => type.Code);

    /// <summary>The last day with its receipt: the norms, the facts, and each step that moved the day. Not for the hot path.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="household">The household.</param>
    /// <param name="law">The law.</param>
    /// <returns>The last day and its grounds; no day when the term does not run in this file.</returns>
    public (Day? LastDay, Grounds Grounds) Explain(CaseFile file, Household household, Law law)
    {
        var trace = new GroundsTrace(law);
        var last = formula(file, household, law, ref trace);
        return (last, trace.ToGrounds());
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}

/// <summary>A term that runs (lopende termijn). It runs until an event ends it, also when its last day is over.</summary>
/// <param name="Type">Which term.</param>
/// <param name="Started">The day of the event it starts with, not counted; absent when that is not one day of this file.</param>
/// <param name="LastDay">Its last day, inclusive.</param>
public readonly record struct RunningTerm(TermType Type, Day? Started, Day LastDay)
{
    /// <summary>Stable code.</summary>
    public string Code => Type.Code;

    /// <summary>What sets it.</summary>
    public string Norm => Type.Norm;
}
