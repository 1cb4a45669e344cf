using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Schakel.Norms;

namespace Schakel.Catalogue;

/// <summary>A question with facts that show a computation at work (rekenvoorbeeld).</summary>
/// <param name="Computation">The computation.</param>
/// <param name="Regime">Name of the regime it is asked under.</param>
/// <param name="Facts">The facts, a JSON object.</param>
public sealed record WorkedExample(NormComputation Computation, string Regime, JsonElement Facts)
{
    /// <summary>The answer under a law.</summary>
    /// <param name="law">The law.</param>
    /// <returns>The answer, or null when the law refuses the question.</returns>
    public Answer? AnswerUnder(Law law)
    {
        try
        {
            return Computation.Compute(law, Facts);
        }
        catch (Exception e) when (e is NormException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The result under a law, as text to show and to compare.</summary>
    /// <param name="law">The law.</param>
    /// <returns>One JSON object, or <c>refused</c>.</returns>
    public string AnswerText(Law law) => AnswerUnder(law) is { } answer ? Encoding.UTF8.GetString(answer.ResultUtf8.Span) : "refused";
}

/// <summary>Worked examples of every computation (rekenvoorbeelden), one table for the catalogue and its tests.</summary>
/// <remarks>The table is <c>worked-examples.jsonl</c>; together its lines are meant to let every parameter that a computation reads show.</remarks>
public static class WorkedExamples
{
    private static readonly Lazy<ImmutableArray<WorkedExample>> Table = new(Load);

    /// <summary>All examples, in the order of the table.</summary>
    public static ImmutableArray<WorkedExample> All => Table.Value;

    /// <summary>The examples of one computation.</summary>
    /// <param name="computation">The computation.</param>
    /// <returns>Its examples.</returns>
    public static IEnumerable<WorkedExample> Of(NormComputation computation) => All.Where(example => example.Computation == computation);

    /// <summary>The names in the results of a computation, as its examples show them.</summary>
    /// <param name="computation">The computation.</param>
    /// <returns>The names, in order of appearance.</returns>
    public static IEnumerable<string> ResultsOf(NormComputation computation) => Of(computation)
        .Select(example => example.AnswerUnder(Regimes.Find(example.Regime)))
        .OfType<Answer>()
        .SelectMany(answer => answer.Result.EnumerateObject().Select(property => property.Name))
        .Distinct();

    private static ImmutableArray<WorkedExample> Load()
    {
        using var stream = typeof(WorkedExamples).Assembly.GetManifestResourceStream("worked-examples.jsonl")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var all = ImmutableArray.CreateBuilder<WorkedExample>();
        while (reader.ReadLine() is { } line)
        {
            var json = JsonElement.Parse(line);
            all.Add(new(
                NormComputation.Find(json.GetProperty("id").GetString()!),
                json.GetProperty("regime").GetString()!,
                json.GetProperty("facts")));
        }

        return all.ToImmutable();
    }
}
