using System.Text.Json;
using Schakel.Norms;

namespace Schakel.Commands;

/// <summary>One answer of the law, for people and for programs.</summary>
internal static class NormsAnswer
{
    /// <summary>Writes <c>{id, result, grounds}</c>.</summary>
    public static void Write(Utf8JsonWriter writer, Answer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", answer.ComputationId);
        answer.WriteTo(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes the result, why, and on which norms it rests.</summary>
    public static void Write(TextWriter writer, Answer answer)
    {
        var title = NormComputation.Find(answer.ComputationId).Title;
        writer.WriteLine($"{title.Dutch} · {title.English} ({answer.ComputationId})");
        foreach (var property in answer.Result.EnumerateObject())
        {
            writer.WriteLine($"  {property.Name}: {(property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : property.Value.GetRawText())}");
        }

        writer.WriteLine();
        var why = answer.Grounds.Steps.Select(step => step.Words).Concat(answer.Grounds.Sentences).ToArray();
        foreach (var words in why)
        {
            writer.WriteLine($"nl  {words.Dutch}");
        }

        foreach (var words in why)
        {
            writer.WriteLine($"en  {words.English}");
        }

        writer.WriteLine();
        foreach (var norm in answer.Grounds.Norms)
        {
            var value = norm.Value is { } words ? $": {words.Dutch} · {words.English}, from {norm.Version}" : "";
            var paper = norm.OnPaper ? ", on paper" : "";
            writer.WriteLine($"{norm.Norm}{value} [{NormsListing.Source(norm.Citation)}; {NormsListing.NameOf(norm.Status)}{paper}]");
        }

        writer.WriteLine($"Law: {answer.Grounds.Regime}, {answer.Grounds.LawHash}");
    }
}
