using System.Text.RegularExpressions;

namespace Schakel.Architecture;

/// <summary>What is left lying about in a house: unfinished work, silent tests, rooms for odds and ends.</summary>
public sealed partial class TidyTests
{
    private const int LongestFile = 450;

    // A file is a subject. These are longer, each with its reason; none may grow beyond the figure given.
    private static readonly Dictionary<string, (int Lines, string Reason)> Longer = new()
    {
        ["src/Schakel.Rehearsal/Engine/EventCalendar.cs"] = (480, "one data structure on three levels, with the paragraph that explains it"),
        ["src/Schakel.Rehearsal/Reception/Places.cs"] = (560, "to be divided: opening and closing of sites, and who gets which place"),
    };

    // This file names what it looks for.
    private static IEnumerable<SourceFile> Others => Sources.Code.Where(file => file.Path != "tests/Schakel.Architecture.Tests/TidyTests.cs");

    [Fact]
    public void The_sources_were_found()
    {
        Assert.True(Sources.Code.Length > 200, $"{Sources.Code.Length} files under {Sources.Root}");
        Assert.Contains(Sources.Code, file => file.Path == "src/Schakel.Norms/Law.cs");
    }

    [Fact]
    public void No_work_is_left_unfinished() => AssertNowhere(Others, Unfinished());

    [Fact]
    public void No_test_is_skipped() => AssertNowhere(Others.Where(file => file.IsIn("tests")), Skipped());

    [Fact]
    public void Only_what_needs_rights_the_machine_may_lack_is_left_out_and_says_so() =>
        Assert.Equal(
            ["A_read_only_disk_is_unwritable", "A_really_full_disk_leaves_nothing"],
            Others.Where(file => file.IsIn("tests")).SelectMany(file => TestStart().Split(file.Text).Skip(1))
                .Where(test => test.Contains("Assert.SkipUnless(", StringComparison.Ordinal) && test.Contains("\"Needs ", StringComparison.Ordinal))
                .Select(test => TestName().Match(test).Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void No_clock_is_read_in_passing() =>
        AssertNowhere(Others.Where(file => file.IsIn("src") && !file.IsIn("src/Schakel")), Clock()); // The command tells how long is left.

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        AssertNowhere(Sources.All.Where(file => file.Path != "tests/Schakel.Architecture.Tests/TidyTests.cs"), MachinePath());

    [Fact]
    public void No_folder_is_for_odds_and_ends() =>
        Assert.DoesNotContain(
            Sources.All.SelectMany(file => file.Path.Split('/')[..^1]),
            folder => folder is "Helpers" or "Utils" or "Utilities" or "Common" or "Managers" or "Misc" or "Shared");

    [Fact]
    public void A_file_is_a_subject_and_no_book() =>
        Assert.All(Sources.Code.Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal)), file => // A tool writes those.
        {
            var most = Longer.TryGetValue(file.Path, out var allowed) ? allowed.Lines : LongestFile;
            Assert.True(file.Lines.Length <= most, $"{file.Path} has {file.Lines.Length} lines; at most {most}: what is its second subject?");
        });

    [Fact]
    public void An_exception_for_a_long_file_ends_when_the_file_is_short() =>
        Assert.All(Longer, exception => Assert.True(
            Sources.Code.Single(file => file.Path == exception.Key).Lines.Length > LongestFile,
            $"{exception.Key} no longer needs its exception ({exception.Value.Reason})."));

    [Fact]
    public void Every_test_asserts_something() =>
        Assert.All(Sources.Code.Where(file => file.IsIn("tests")), file =>
        {
            foreach (var test in TestStart().Split(file.Text).Skip(1))
            {
                Assert.True(Asserts().IsMatch(test), $"{file.Path}: a test that asserts nothing: {test.TrimStart()[..Math.Min(160, test.TrimStart().Length)]}");
            }
        });

    [Fact]
    public void Every_C_sharp_namespace_is_file_scoped_and_of_its_project() =>
        Assert.All(Sources.Code.Where(file => file.IsIn("src") && !file.Path.Contains("/Migrations/", StringComparison.Ordinal) && file.Text.Contains("namespace ", StringComparison.Ordinal)), file =>
        {
            var project = file.Path.Split('/')[1];
            Assert.Matches($@"(?m)^namespace {Regex.Escape(project)}(\.\w+)*;$", file.Text);
        });

    private static void AssertNowhere(IEnumerable<SourceFile> files, Regex pattern)
    {
        var found = new List<string>();
        foreach (var file in files)
        {
            for (var i = 0; i < file.Lines.Length; i++)
            {
                if (pattern.IsMatch(file.Lines[i]))
                {
                    found.Add($"{file.Path}:{i + 1}: {file.Lines[i].Trim()}");
                }
            }
        }

        Assert.Empty(found);
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bSkip\w*\s*=|\bExplicit\s*=\s*true|Assert\.Skip(When)?\(")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bStopwatch\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(^|[\s""'(=:`])/(work|home|Users|root|tmp)/|\b[A-Z]:\\Users")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b")]
    private static partial Regex TestStart();

    [GeneratedRegex(@"void (\w+)\(")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\bAssert\w*[.(]|\.Then\w*\(|\.Sample\w*\(|\bRefuse[ds]\w*\(|\bMatches\(|\.Is(?:Problem|Done|Refused)\(")]
    private static partial Regex Asserts();
}
