using System.Collections.Concurrent;
using System.Collections.Frozen;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Web.Api;

namespace Schakel.Web.Portal.Speaking;

/// <summary>What people call a code in an event (naam van een code): a step, or on what something rests. The interface gives the code, a page its name.</summary>
public static class CodeNames
{
    private static readonly string StepField = Words.OfField(nameof(LapseObserved.Step));
    private static readonly string NormField = Words.OfField(nameof(LapseObserved.Norm));
    private static readonly FrozenDictionary<string, Text> Steps = StepType.All.ToFrozenDictionary(each => each.Code, each => each.Name);
    private static readonly ConcurrentDictionary<string, Text> Sources = [];

    /// <summary>The name of what a field holds; null when the field holds no code, or one that nobody declared.</summary>
    /// <param name="field">The field, by its word in the interface.</param>
    /// <param name="value">What it holds.</param>
    public static Text? Of(string field, string value) =>
        field == StepField ? Steps.TryGetValue(value, out var step) ? step : null
        : field == NormField ? Sources.GetOrAdd(value, NameOf)
        : null;

    private static Text NameOf(string norm) => Source.Of(norm) switch
    {
        null => new("de feiten", "the facts"),
        { Title: { } title, Place: { } place } => new($"{title.Dutch} ({place})", $"{title.English} ({place})"),
        { Title: { } title } => title,
        { Place: { } place } => new(place, place),
        _ => new("regel van de keten", "rule of the chain"),
    };
}
