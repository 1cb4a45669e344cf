using System.Globalization;
using System.Text;

namespace Schakel.Rehearsal.Measures;

/// <summary>Levers and measures as a document (maatregelen en knoppen): <c>docs/measures.md</c>, made of what the program holds.</summary>
public static class MeasureDocument
{
    /// <summary>The document.</summary>
    public static string Text()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # Measures

            Generated from the levers and from `data/measures`; a test fails when it is stale (accept with `SCHAKEL_ACCEPT=1`).

            A measure is a small JSON file that changes **causes**: norms, capacities, inflow, assumptions on behaviour. It never touches a
            figure that is reported. Its form is `data/measure.schema.json`; what a schema cannot say is checked when it is read, and every
            fault names the file, the place in it, the value and the rule:

                schakel assess two-statuses
                schakel assess ind-staff-plus-20 direct-placement my-measure.json

            - **Levers** say what policy decides. An amount is a number or `{"value", "low", "high"}`; a range is drawn anew in every
              replication. With every size at nought a lever does nothing, and the rehearsal gives the baseline to the byte.
            - **Assumptions** are what follows and nobody knows exactly. Each lever has its own, with a range and a source; a file gives
              another range under the same name.
            - **`from`** and **`until`** hold for the whole file, or for one lever or norm. After `until` everything stands as it would have
              without the measure.
            - **`norms`** lets any norm of `docs/norms.md` read otherwise, for what is governed by a day from `from` on; with `running` also
              for what is already running.
            - **`combines`** brings other measures along. Measures combine in order: what adds or multiplies meets, and two that set the same
              thing from the same day are refused, as are two of the same name, and circles.

            ## Measures that come with the program

            | name | title | means to | from | levers |
            |---|---|---|---|---|

            """);
        foreach (var name in MeasureFiles.Names)
        {
            var measure = MeasureFiles.Load(name)[0];
            var direction = measure.TargetDirection < 0 ? "lower" : "raise";
            var period = measure.Until is { } last ? $"{measure.From} – {last}" : measure.From.ToString();
            var levers = measure.Levers.Select(u => $"`{u.Lever.Id}`").Concat(measure.Norms.Select(n => $"norm `{n.Id}`"))
                .Concat(measure.Combines.Select(c => $"with `{c}`")).Distinct();
            text.Append(CultureInfo.InvariantCulture, $"| `{measure.Id}` | {measure.Title.English} ({measure.Title.Dutch}) | {direction} `{measure.TargetSeries}` | {period} | {string.Join(", ", levers)} |\n");
        }

        text.Append("\n## Levers\n");
        foreach (var lever in LeverCatalogue.All)
        {
            Write(text, lever);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Lever lever)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### `{lever.Id}`\n\n{Sentence(lever.Title.English)} ({lever.Title.Dutch}.)\n\n| field | holds | meaning |\n|---|---|---|\n");
        foreach (var field in lever.Fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{field.Name}`{(field.Required ? "" : ", optional")}{(field.IsSize ? ", size" : "")} | {Holds(field)} | {field.Meaning.English} |\n");
        }

        if (!lever.Assumptions.IsEmpty)
        {
            text.Append("\n| assumption | value | range | unit | source | meaning |\n|---|---|---|---|---|---|\n");
            foreach (var a in lever.Assumptions)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{lever.Id}.{a.Name}` | {a.Range.Value} | {a.Range.Low}–{a.Range.High} | {a.Unit} | {a.Source} | {a.Meaning.English} |\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\nChanges {string.Join(", ", Changed(lever).Select(id => $"`{id}`"))}.\n");
    }

    private static string Holds(LeverField field) => field.Kind switch
    {
        FieldKind.Amount => string.Create(CultureInfo.InvariantCulture, $"{field.Least} to {field.Most} {field.Unit}"),
        FieldKind.Switch => "true or false",
        FieldKind.Choice => string.Join(", ", field.Words.Select(w => $"`{w}`")),
        FieldKind.Group => "id of a group in `data/country-groups.csv`",
    };

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";

    // Every word of every choice is tried, so that no change is left out.
    private static IEnumerable<string> Changed(Lever lever)
    {
        var choices = lever.Fields.Where(f => f.Kind == FieldKind.Choice).SelectMany(f => f.Words.Select(word => KeyValuePair.Create(f.Name, word)));
        return choices.DefaultIfEmpty(KeyValuePair.Create("", ""))
            .SelectMany(choice => lever.Effects(Pulled(lever, choice)))
            .Select(effect => effect switch
            {
                LeverEffect.OfParameter of => of.Parameter.Id,
                LeverEffect.OfNorm of => $"norm {of.Id}",
                _ => throw new System.Diagnostics.UnreachableException(effect.ToString()),
            })
            .Distinct();
    }

    private static LeverValues Pulled(Lever lever, KeyValuePair<string, string> choice) => new(
        lever,
        lever.Fields.Where(f => f.Kind == FieldKind.Amount).Select(f => KeyValuePair.Create(f.Name, Ranges.Exactly(f.Most))),
        lever.Fields.Where(f => f.Kind == FieldKind.Switch).Select(f => KeyValuePair.Create(f.Name, "true"))
            .Concat(choice.Key.Length == 0 ? [] : [choice]),
        []);
}
