namespace Schakel.Web.Matrix;

/// <summary>What the table by hand says of a role.</summary>
public sealed record Expected(string Role, string Tie, IReadOnlyDictionary<string, bool> Opens, IReadOnlySet<string> Reads, IReadOnlySet<string> Writes)
{
    public static IReadOnlyList<Expected> All { get; } = Read();

    private static List<Expected> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), "tests", "Schakel.Web.Tests", "Matrix", "rollen.csv")).Where(line => !line.StartsWith('#')).Select(line => line.Split(',')).ToList();
        var files = lines[0][2..^2];
        return [.. lines.Skip(1).Select(cells => new Expected(
            cells[0], cells[1], files.Select((file, i) => (file, Opens: cells[2 + i] == "ja")).ToDictionary(each => each.file, each => each.Opens),
            Words(cells[^2]), Words(cells[^1])))];
    }

    public static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        return folder;
    }

    private static HashSet<string> Words(string cell) => [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
