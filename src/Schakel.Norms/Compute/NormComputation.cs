using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Schakel.Norms;

/// <summary>Computes one answer: writes the properties of the result, and tells the trace why.</summary>
/// <param name="law">The law.</param>
/// <param name="facts">The facts given.</param>
/// <param name="result">An open JSON object.</param>
/// <param name="trace">Receives the grounds.</param>
public delegate void Computing(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace);

/// <summary>A question that anyone can put to the law (berekening): facts in, a result with its grounds out.</summary>
/// <remarks>Declared as a <c>static readonly</c> field beside its formula; <see cref="All"/> finds it there.</remarks>
public sealed class NormComputation
{
    private const int MostFacts = 64;

    private static readonly Lazy<ImmutableArray<NormComputation>> Collected = new(Collect);
    private static readonly Lazy<FrozenDictionary<string, NormComputation>> ById =
        new(static () => All.ToFrozenDictionary(computation => computation.Id, StringComparer.Ordinal));

    private readonly Computing _compute;

    /// <summary>Declares a computation.</summary>
    /// <param name="id">Lower case with hyphens: <c>decision-period</c>.</param>
    /// <param name="title">Its name.</param>
    /// <param name="facts">The facts it asks for.</param>
    /// <param name="compute">The formula.</param>
    public NormComputation(string id, Text title, ImmutableArray<Fact> facts, Computing compute)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(facts.Length, MostFacts);
        (Id, Title, Facts, _compute) = (id, title, facts, compute);
    }

    /// <summary>Every computation of this assembly, sorted by id (ordinal).</summary>
    public static ImmutableArray<NormComputation> All => Collected.Value;

    /// <summary>Id, as given to <c>schakel norms compute</c>.</summary>
    public string Id { get; }

    /// <summary>Name in Dutch and English.</summary>
    public Text Title { get; }

    /// <summary>The facts it asks for.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>The computation with an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The computation.</returns>
    /// <exception cref="UnknownComputationException">There is none.</exception>
    public static NormComputation Find(string id) =>
        ById.Value.TryGetValue(id, out var computation) ? computation : throw new UnknownComputationException(id);

    /// <summary>Answers the question.</summary>
    /// <param name="law">The law.</param>
    /// <param name="facts">A JSON object with the facts.</param>
    /// <returns>The answer with its grounds.</returns>
    /// <exception cref="NormException">A fact is missing, unknown or impossible, or a norm is not in force.</exception>
    public Answer Compute(Law law, JsonElement facts)
    {
        var read = Norms.Facts.Of(Id, Facts, facts);
        var trace = new GroundsTrace(law);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            try
            {
                _compute(law, read, writer, ref trace);
            }
            catch (OverflowException)
            {
                throw new FactException(Id, "facts", "lead to a day or an amount beyond what can be expressed; give dates of our time");
            }

            writer.WriteEndObject();
        }

        return new(Id, buffer.WrittenMemory, trace.ToGrounds());
    }

    private static ImmutableArray<NormComputation> Collect()
    {
        var all = typeof(NormComputation).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(NormComputation))
            .Select(field => (NormComputation)field.GetValue(null)!);
        return [.. all.OrderBy(computation => computation.Id, StringComparer.Ordinal)];
    }
}

/// <summary>An answer of the law (antwoord): the result and what it rests on.</summary>
/// <param name="ComputationId">Id of the computation.</param>
/// <param name="ResultUtf8">The result, one JSON object in UTF-8.</param>
/// <param name="Grounds">The receipt.</param>
public sealed record Answer(string ComputationId, ReadOnlyMemory<byte> ResultUtf8, Grounds Grounds)
{
    /// <summary>The result as JSON.</summary>
    public JsonElement Result => JsonElement.Parse(ResultUtf8.Span);

    /// <summary>Writes <c>"result": {…}, "grounds": {…}</c> into an open JSON object.</summary>
    /// <param name="writer">Receives both properties.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("result");
        writer.WriteRawValue(ResultUtf8.Span, skipInputValidation: true);
        writer.WritePropertyName("grounds");
        Grounds.Write(writer);
    }
}

/// <summary>No computation has this id (onbekende berekening).</summary>
/// <param name="id">The id asked for.</param>
public sealed class UnknownComputationException(string id)
    : NormException(id, $"There is no computation `{id}`; there are {string.Join(", ", NormComputation.All.Select(computation => computation.Id))}.");
