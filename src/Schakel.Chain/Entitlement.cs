using System.Collections.Immutable;
using Schakel.Chain.Reception;
using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>A kind of thing someone is entitled to (soort recht). Declared once, in the room it belongs to.</summary>
/// <param name="code">Stable code in kebab case.</param>
/// <param name="norm">Id of the norm, article or dossier code that gives it.</param>
/// <param name="dutch">What it is, in Dutch.</param>
/// <param name="english">What it is, in English.</param>
public sealed class EntitlementType(string code, string norm, string dutch, string english)
{
    /// <summary>Stable code, such as <c>health-care</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What gives it.</summary>
    public string Norm { get; } = norm;

    /// <summary>What it is, in both languages.</summary>
    public Text Name { get; } = new(dutch, english);

    /// <summary>Every kind, by code in ordinal order.</summary>
    public static ImmutableArray<EntitlementType> All { get; } = StepType.Declared<EntitlementType>(type => type.Code);

    /// <inheritdoc/>
    public override string ToString() => Code;
}

/// <summary>What someone is entitled to (recht), from when and until when as far as the calendar tells. Like a step it holds days, never today.</summary>
/// <param name="Type">What.</param>
/// <param name="From">First day; absent when it holds at once.</param>
/// <param name="Until">Last day, inclusive; absent when only an event ends it. Passing it ends nobody's reception: that is a named person's decision.</param>
public readonly record struct Entitlement(EntitlementType Type, Day? From, Day? Until)
{
    /// <summary>Stable code.</summary>
    public string Code => Type.Code;

    /// <summary>What gives it.</summary>
    public string Norm => Type.Norm;

    /// <summary>For reception: the kind of site where the person stays; absent otherwise.</summary>
    public Modality? Kind { get; init; }
}
