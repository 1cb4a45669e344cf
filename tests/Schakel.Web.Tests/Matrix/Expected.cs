namespace Schakel.Web.Matrix;

/// <summary>What the table by hand says of a role.</summary>
public sealed record Expected(string Role, string Tie, IReadOnlyDictionary<string, bool> Opens, IReadOnlySet<string> Reads)
{
    public static IReadOnlyList<Expected> All { get; } = Read();

    private static List<Expected> Read()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        var lines = File.ReadAllLines(Path.Combine(folder, "tests", "Schakel.Web.Tests", "Matrix", "rollen.csv")).Where(line => !line.StartsWith('#')).Select(line => line.Split(',')).ToList();
        var files = lines[0][2..^1];
        return [.. lines.Skip(1).Select(cells => new Expected(
            cells[0], cells[1], files.Select((file, i) => (file, Opens: cells[2 + i] == "ja")).ToDictionary(each => each.file, each => each.Opens),
            cells[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet()))];
    }
}
