using Schakel.Catalogue;
using Schakel.Norms;

namespace Schakel.Commands;

/// <summary>Norms and computations under one law, told to people.</summary>
/// <param name="law">The law.</param>
internal sealed partial class NormsListing(Law law)
{
    /// <summary>A norm or a computation with an id.</summary>
    /// <exception cref="UnreadableQuestionException">There is none.</exception>
    public static object Find(string id) =>
        NormComputation.All.FirstOrDefault(computation => computation.Id == id) as object
        ?? NormCatalogue.All.FirstOrDefault(norm => norm.Id == id)
        ?? throw new UnreadableQuestionException("ID", $"there is no norm or computation `{id}`; see `schakel norms list`");

    /// <summary>One line per version of every norm, then one per computation.</summary>
    public void WriteAll(TextWriter writer)
    {
        writer.WriteLine($"Law: {law.Regime}, as known on {law.KnownOn}, {law.Hash}");
        foreach (var norm in NormCatalogue.All)
        {
            var versions = law.VersionsOf(norm.Id);
            if (versions.Count == 0)
            {
                writer.WriteLine($"{norm.Id,-52} (no version known yet)");
            }

            foreach (var version in versions)
            {
                var source = Source(version.Citation ?? norm.Citation);
                writer.WriteLine($"{norm.Id,-52} {version.ValueInWords.English,-24} {Validity(version),-25} {source} [{NameOf(version.Status ?? norm.Status)}, {norm.Dossier}]");
            }
        }

        writer.WriteLine();
        writer.WriteLine("Computations (`schakel norms compute ID --facts FILE`)");
        foreach (var computation in NormComputation.All)
        {
            var facts = string.Join(", ", computation.Facts.Select(fact => fact.IsRequired ? fact.Name : $"[{fact.Name}]"));
            writer.WriteLine($"{computation.Id,-30} {computation.Title.English}: {facts}");
        }
    }

    /// <summary>All there is to know of a norm or a computation.</summary>
    public void Write(TextWriter writer, object subject)
    {
        if (subject is Norm norm)
        {
            Write(writer, norm);
        }
        else
        {
            Write(writer, (NormComputation)subject);
        }
    }

    /// <summary>Where a norm stands, in one phrase.</summary>
    internal static string Source(Citation citation) =>
        citation.BwbId.Length == 0 ? citation.Article : $"{citation.BwbId}, {citation.Article}";

    /// <summary>A status as programs name it.</summary>
    internal static string NameOf(NormStatus status) => status switch
    {
        NormStatus.Seed => "seed",
        NormStatus.Verified => "verified",
        NormStatus.Unverified => "unverified",
    };

    /// <summary>First and last day in force.</summary>
    internal static string Validity(NormVersion version) => $"{version.From} – {version.Until?.ToString() ?? "…"}";

    private void Write(TextWriter writer, Norm norm)
    {
        writer.WriteLine($"{norm.Id} ({norm.Dossier}, {NormRooms.Of(norm)})");
        writer.WriteLine($"{norm.Title.Dutch} · {norm.Title.English}");
        writer.WriteLine($"Unit: {norm.Unit}; {norm.Accepts}");
        var versions = law.VersionsOf(norm.Id);
        foreach (var version in versions)
        {
            var citation = version.Citation ?? norm.Citation;
            writer.WriteLine();
            writer.WriteLine($"  {version.ValueInWords.Dutch} · {version.ValueInWords.English}");
            writer.WriteLine($"  in force {Validity(version)}, known on {version.KnownOn}, {NameOf(version.Status ?? norm.Status)}");
            writer.WriteLine($"  source {Source(citation)}{(citation.Note.Length > 0 ? ". " + citation.Note : "")}");
        }

        if (versions.Count == 0)
        {
            writer.WriteLine($"  no version was known on {law.KnownOn}");
        }

        writer.WriteLine();
        writer.WriteLine($"Law: {law.Regime}, as known on {law.KnownOn}");
    }

    private static void Write(TextWriter writer, NormComputation computation)
    {
        writer.WriteLine($"{computation.Id} ({NormRooms.Of(computation)})");
        writer.WriteLine($"{computation.Title.Dutch} · {computation.Title.English}");
        writer.WriteLine("Facts:");
        foreach (var fact in computation.Facts)
        {
            writer.WriteLine($"  {fact.Name} ({(fact.IsRequired ? "required" : "optional")}): {fact.Form}");
            writer.WriteLine($"    {fact.Meaning.Dutch} · {fact.Meaning.English}");
        }

        writer.WriteLine($"Result: {string.Join(", ", WorkedExamples.ResultsOf(computation))}");
        foreach (var example in WorkedExamples.Of(computation).Take(1))
        {
            writer.WriteLine($"Example: {example.Facts.GetRawText()} → {example.AnswerText(Regimes.Find(example.Regime))}");
        }
    }
}
