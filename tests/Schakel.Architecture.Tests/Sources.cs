using System.Collections.Immutable;
using System.Text;

namespace Schakel.Architecture;

/// <summary>One text file of the house.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>Its lines, counted from 1 in messages.</summary>
    public string[] Lines { get; } = Text.Split('\n');

    /// <summary>Whether it stands below a folder, given with forward slashes.</summary>
    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}

/// <summary>Everything that people wrote in this house, read once.</summary>
internal static class Sources
{
    private static readonly HashSet<string> Written =
        [".cs", ".csproj", ".props", ".slnx", ".json", ".jsonl", ".csv", ".md", ".yml", ".svg", ".txt", ".patch", ".py", ".editorconfig", ""];

    private static readonly HashSet<string> Made = ["artifacts", "obj", "bin", "out", "node_modules", ".git", ".vs", ".idea", "BenchmarkDotNet.Artifacts"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file, in order of path.</summary>
    public static ImmutableArray<SourceFile> All { get; } =
    [
        .. Below(Root).Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path, Encoding.UTF8))),
    ];

    /// <summary>The C# files.</summary>
    public static ImmutableArray<SourceFile> Code { get; } = [.. All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))];

    private static IEnumerable<string> Below(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (Written.Contains(System.IO.Path.GetExtension(file)) && System.IO.Path.GetFileName(file) is not (".git" or "packages.lock.json"))
            {
                yield return file;
            }
        }

        foreach (var file in Directory.EnumerateDirectories(folder).Where(inner => !Made.Contains(System.IO.Path.GetFileName(inner))).SelectMany(Below))
        {
            yield return file;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Schakel.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Schakel.slnx: these tests read the sources.");
    }
}
