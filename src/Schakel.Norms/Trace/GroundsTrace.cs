using System.Text;
using System.Text.Json;

namespace Schakel.Norms;

/// <summary>The trace that keeps everything (volledig spoor) and gives the grounds of the answer.</summary>
public readonly struct GroundsTrace : ITrace
{
    private readonly List<AppliedNorm> _norms;
    private readonly List<UsedFact> _facts;
    private readonly List<TracedStep> _steps;
    private readonly List<Text> _sentences;
    private readonly Law _law;

    /// <summary>An empty receipt.</summary>
    /// <param name="law">The law that the formula will use.</param>
    public GroundsTrace(Law law) => (_law, _norms, _facts, _steps, _sentences) = (law, [], [], [], []);

    /// <inheritdoc/>
    public static bool Records => true;

    /// <inheritdoc/>
    public void Apply(Norm norm, NormVersion version)
    {
        foreach (var applied in _norms)
        {
            if (applied.Norm == norm.Id && applied.Version == version.From)
            {
                return;
            }
        }

        _norms.Add(new(
            norm.Id,
            norm.Title,
            version.Citation ?? norm.Citation,
            version.From,
            version.ValueInWords,
            Json(version),
            norm.Unit,
            version.Status ?? norm.Status,
            version.OnPaper));
    }

    /// <inheritdoc/>
    public void Apply(Rule rule)
    {
        foreach (var applied in _norms)
        {
            if (applied.Norm == rule.Id)
            {
                return;
            }
        }

        _norms.Add(new(rule.Id, rule.Title, rule.Citation, null, null, null, null, rule.Status, false));
    }

    /// <inheritdoc/>
    public void Fact(string name, string value)
    {
        foreach (var fact in _facts)
        {
            if (fact.Name == name)
            {
                return;
            }
        }

        _facts.Add(new(name, value));
    }

    /// <inheritdoc/>
    public void Step(TermStepKind kind, Day day, Text words) => _steps.Add(new(kind, day, words));

    /// <inheritdoc/>
    public void Say(Text words) => _sentences.Add(words);

    /// <summary>The receipt of all that was told so far.</summary>
    /// <returns>The grounds.</returns>
    public Grounds ToGrounds() =>
        new(_law.Hash, _law.Regime, [.. _norms], [.. _facts], [.. _steps], [.. _sentences]);

    private static string Json(NormVersion version)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            version.WriteValue(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
