using System.Collections.Immutable;
using System.Globalization;
using Schakel.Commands;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;

namespace Schakel.Catalogue;

/// <summary>The catalogue of norms as a document (normencatalogus): <c>docs/norms.md</c>. The same law gives the same text.</summary>
public static class NormsDocument
{
    private const string Head = """
        # Norms

        <!-- Made by `schakel norms catalogue`; a test fails when it is stale. Change the norm, not this file. -->

        The parameters of the law as the program holds them, with the days they are in force, and the questions that can be put to it.
        `schakel norms show ID` says more of one; `schakel norms compute ID --facts FILE` answers. A version that a court or a later
        policy undid is left out here; `--on DATE` shows the law as it was known on an earlier day.

        Status: *verified* was read in the text of the law, a court or an official publication; *seed* is stated in the report that the
        project started from; *unverified* is press, derivation or general knowledge. *Code* is the norm's code in the project's dossier.

        *Changes* was found by trying other values within the range, on paper. A name is a computation of which a worked example changes;
        *lives* means that what happens to simulated people changes, or when; *case file* that only what their files record of it does,
        such as a breach. A dash changes neither, and stands under "Unused".

        """;

    /// <summary>The document.</summary>
    /// <param name="inLives">What norms change in simulated lives, as stored unless given; a norm without a line was not tried.</param>
    /// <returns>Markdown, with line feeds.</returns>
    public static string Text(IEnumerable<NormInLives>? inLives = null)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var uses = NormUse.OfAll(WorkedExamples.All);
        var lives = (inLives ?? NormsInLives.Stored).ToDictionary(line => line.Norm, line => line.Effect, StringComparer.Ordinal);
        writer.Write(Head.ReplaceLineEndings("\n"));
        foreach (var room in NormRooms.InOrder)
        {
            WriteNorms(writer, room, uses, lives);
        }

        writer.WriteLine();
        writer.WriteLine("## Computations");
        foreach (var computation in NormComputation.All)
        {
            Write(writer, computation);
        }

        WriteUnused(writer, uses, lives);
        return writer.ToString();
    }

    private static void WriteNorms(TextWriter writer, string room, ImmutableArray<NormUse> uses, Dictionary<string, LifeEffect> lives)
    {
        var norms = uses.Where(use => NormRooms.Of(use.Norm) == room).ToImmutableArray();
        if (norms.IsEmpty)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"## {room}");
        writer.WriteLine();
        writer.WriteLine("| id | naam · name | waarde · value | unit | in force | source | status | code | changes |");
        writer.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var use in norms)
        {
            var norm = use.Norm;
            foreach (var version in norm.Enacted.Versions)
            {
                var value = version.ValueInWords;
                writer.WriteLine(
                    $"| `{norm.Id}` | {Both(norm.Title)} | {Both(value)} | {norm.Unit} | {NormsListing.Validity(version)} "
                    + $"| {Link(version.Citation ?? norm.Citation)} | {NormsListing.NameOf(version.Status ?? norm.Status)} | {norm.Dossier} | {Changes(use, lives)} |");
            }
        }
    }

    private static string Changes(NormUse use, Dictionary<string, LifeEffect> lives)
    {
        string?[] changes = [use.ChangedBy is { } computation ? $"`{computation.Id}`" : null, InLives(use.Norm, lives)];
        var told = string.Join(", ", changes.OfType<string>());
        return told.Length == 0 ? "–" : told;
    }

    private static string? InLives(Norm norm, Dictionary<string, LifeEffect> lives) =>
        !lives.TryGetValue(norm.Id, out var effect) ? "lives not tried" : effect switch
        {
            LifeEffect.None => null,
            LifeEffect.CaseFile => "case file",
            LifeEffect.Steps => "lives",
        };

    private static void Write(TextWriter writer, NormComputation computation)
    {
        writer.WriteLine();
        writer.WriteLine($"### `{computation.Id}`");
        writer.WriteLine();
        writer.WriteLine($"{Both(computation.Title)} ({NormRooms.Of(computation)}). Result: {string.Join(", ", WorkedExamples.ResultsOf(computation).Select(name => $"`{name}`"))}.");
        writer.WriteLine();
        writer.WriteLine("| fact | | form | betekenis · meaning |");
        writer.WriteLine("|---|---|---|---|");
        foreach (var fact in computation.Facts)
        {
            writer.WriteLine($"| `{fact.Name}` | {(fact.IsRequired ? "required" : "optional")} | {Cell(fact.Form)} | {Both(fact.Meaning)} |");
        }

        foreach (var example in WorkedExamples.Of(computation).Take(1))
        {
            writer.WriteLine();
            writer.WriteLine($"Example, regime {example.Regime}: `{example.Facts.GetRawText()}` → `{example.AnswerText(Regimes.Find(example.Regime))}`");
        }
    }

    private static void WriteUnused(TextWriter writer, ImmutableArray<NormUse> uses, Dictionary<string, LifeEffect> lives)
    {
        var unused = uses.Where(use => use.ChangedBy is null && InLives(use.Norm, lives) is null).ToImmutableArray();
        writer.WriteLine();
        writer.WriteLine("## Unused");
        writer.WriteLine();
        writer.WriteLine("Found by trying: each parameter was given other values within its range, on paper; every worked example was computed again, and people were simulated again, with and without measures. What changed neither an answer nor a life stands here.");
        writer.WriteLine();
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unused.Length} of {uses.Length} parameters; {WorkedExamples.All.Length} worked examples."));
        if (unused.IsEmpty)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine("| id | code | why |");
        writer.WriteLine("|---|---|---|");
        foreach (var use in unused)
        {
            writer.WriteLine($"| `{use.Norm.Id}` | {use.Norm.Dossier} | {(use.Applied ? "a worked example reads it, and its result stays the same" : "no worked example reads it")} |");
        }
    }

    private static string Link(Citation citation)
    {
        var text = Cell(NormsListing.Source(citation));
        return citation.BwbId switch
        {
            "" => text,
            ['B', 'W', 'B', ..] => $"[{text}](https://wetten.overheid.nl/{citation.BwbId})",
            _ => $"[{text}](https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{citation.BwbId})",
        };
    }

    private static string Both(Text words) => words.Dutch == words.English ? Cell(words.Dutch) : Cell($"{words.Dutch} · {words.English}");

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
