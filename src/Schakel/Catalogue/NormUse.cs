using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;

namespace Schakel.Catalogue;

/// <summary>Whether a norm matters to any answer (gebruik van een norm), found by trying.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Applied">Whether the grounds of any worked example name it.</param>
/// <param name="ChangedBy">The first computation of which a worked example changes when the norm has another value; null when none does.</param>
public sealed record NormUse(Norm Norm, bool Applied, NormComputation? ChangedBy)
{
    /// <summary>Tries every norm of the catalogue: another value within its range, on paper, and every worked example again.</summary>
    /// <param name="examples">The worked examples.</param>
    /// <returns>What was found, in the order of the catalogue.</returns>
    public static ImmutableArray<NormUse> OfAll(ImmutableArray<WorkedExample> examples)
    {
        var asked = examples
            .Select(example => (Example: example, Law: Regimes.Find(example.Regime)))
            .Select(each => (each.Example, each.Law, Answer: each.Example.AnswerUnder(each.Law), Text: each.Example.AnswerText(each.Law)))
            .ToArray();
        return [.. NormCatalogue.All.Select(norm =>
        {
            // Those that name the norm go first: they are the likeliest to change, and one is enough.
            var order = asked.OrderBy(each => Names(each.Answer, norm) ? 0 : 1).ToArray();
            return new NormUse(
                norm,
                order.Length > 0 && Names(order[0].Answer, norm),
                order.GroupBy(each => each.Law).SelectMany(group => ChangedOf(norm, group.Key)
                    .SelectMany(law => group.Where(each => each.Example.AnswerText(law) != each.Text)))
                    .Select(each => each.Example.Computation)
                    .FirstOrDefault());
        })];
    }

    private static bool Names(Answer? answer, Norm norm) => answer is not null && answer.Grounds.Norms.Any(applied => applied.Norm == norm.Id);

    private static IEnumerable<Law> ChangedOf(Norm norm, Law law)
    {
        foreach (var value in law.VersionsOf(norm.Id).Select(Json).SelectMany(OtherValues.Of))
        {
            Law changed;
            try
            {
                changed = law.With(norm.Id, value);
            }
            catch (InvalidNormValueException)
            {
                continue; // Outside the range: no value that the norm could hold.
            }

            yield return changed;
        }
    }

    private static JsonElement Json(NormVersion version)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            version.WriteValue(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
