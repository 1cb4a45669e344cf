using System.Text.RegularExpressions;

namespace Schakel.Architecture;

/// <summary>Documents that name code name code that exists.</summary>
public sealed partial class GlossaryTests
{
    private static readonly HashSet<string> Declared =
        [.. Sources.Code.Where(file => file.IsIn("src")).SelectMany(file => Declaration().Matches(file.Text)).Select(match => match.Groups[1].Value)];

    [Fact]
    public void The_glossary_names_types_and_members_that_exist()
    {
        var rows = Sources.All.Single(file => file.Path == "docs/glossary.md").Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count >= 40, $"{rows.Count} terms");
        Assert.All(rows, row => Assert.All(CodeTerm().Matches(row.Split('|')[1]), term => Assert.Contains(term.Groups[1].Value, Declared)));
    }

    [Fact]
    public void Every_link_in_a_document_leads_to_a_file() =>
        Assert.All(Sources.All.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal)), document =>
            Assert.All(Link().Matches(document.Text), link =>
            {
                var folder = Path.GetDirectoryName(document.Path) ?? "";
                var target = Path.Combine(Sources.Root, folder, link.Groups[1].Value);
                Assert.True(Path.Exists(target), $"{document.Path}: {link.Value} leads nowhere.");
            }));

    [Fact]
    public void Decisions_are_numbered_without_a_gap_and_say_status_implementation_and_date()
    {
        var decisions = Sources.All.Where(file => file.IsIn("docs/decisions")).ToList();
        Assert.NotEmpty(decisions);
        Assert.All(decisions.Index(), decision =>
        {
            Assert.StartsWith($"docs/decisions/{decision.Index + 1:0000}-", decision.Item.Path, StringComparison.Ordinal);
            Assert.All(
                (string[])["- Status: ", "- Implementation: ", "- Date: ", "## Context", "## Options", "## Decision", "## Consequences"],
                part => Assert.Contains("\n" + part, decision.Item.Text, StringComparison.Ordinal));
        });
    }

    [GeneratedRegex(@"\b(?:class|record struct|record|struct|enum|interface)\s+(\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex CodeTerm();

    // Links within the house: no scheme, no anchor alone.
    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
