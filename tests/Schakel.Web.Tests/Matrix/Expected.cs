namespace Schakel.Web.Matrix;

/// <summary>What the table by hand says of a role.</summary>
public sealed record Expected(string Role, string Tie, IReadOnlyDictionary<string, bool> Opens, IReadOnlySet<string> Reads, IReadOnlySet<string> Writes)
{
    public static IReadOnlyList<Expected> All { get; } = Read();

    /// <summary>The lines of a table by hand, cell by cell, without its remarks.</summary>
    public static IReadOnlyList<string[]> Lines(string table) =>
        [.. File.ReadAllLines(Path.Combine(Folder(), "tests", "Schakel.Web.Tests", "Matrix", table)).Where(line => !line.StartsWith('#')).Select(line => line.Split(','))];

    public static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        return folder;
    }

    private static List<Expected> Read()
    {
        var lines = Lines("rollen.csv");
        var files = lines[0][2..^2];
        return [.. lines.Skip(1).Select(cells => new Expected(
            cells[0], cells[1], files.Select((file, i) => (file, Opens: cells[2 + i] == "ja")).ToDictionary(each => each.file, each => each.Opens),
            Words(cells[^2]), Words(cells[^1])))];
    }

    private static HashSet<string> Words(string cell) => [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>What the table by hand says of why an act was done: who wrote it, and all that one must read to read it.</summary>
public sealed record Explanation(string Act, string Writer, IReadOnlyList<string> Asks)
{
    public static IReadOnlyDictionary<string, Explanation> All { get; } =
        Expected.Lines("toelichtingen.csv").Skip(1).ToDictionary(cells => cells[0], cells => new Explanation(cells[0], cells[1], cells[2].Split(' ')));
}
