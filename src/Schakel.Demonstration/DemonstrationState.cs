using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Schakel.Norms;
using Schakel.Rehearsal.Reporting;

namespace Schakel.Demonstration;

/// <summary>Where a demonstration stands (stand): a small file beside its data.</summary>
/// <param name="Scale">Size against the nation.</param>
/// <param name="Seed">Seed of every chance.</param>
/// <param name="Today">The chain's date.</param>
/// <param name="Position">The log up to here is the demonstration's own doing, or is answered for in the script.</param>
/// <param name="Script">Number of the script that is followed.</param>
/// <param name="Intervened">Somebody intervened after the script was drawn: it is drawn anew before another day passes.</param>
public sealed record DemonstrationState(double Scale, ulong Seed, Day Today, long Position, int Script, bool Intervened)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "demonstration.json";

    private const int Schema = 1;

    /// <summary>Moves of the date that were asked for under a key, the latest last.</summary>
    public ImmutableArray<KeptMove> Moves { get; init; } = [];

    /// <summary>Whether a folder holds a demonstration.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Path of the script in a folder.</summary>
    /// <param name="folder">The folder.</param>
    public string ScriptIn(string folder) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"script-{Script}.bin"));

    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static DemonstrationState Read(string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            var root = document.RootElement;
            if (root.GetProperty("schema").GetInt32() != Schema || !Day.TryParse(root.GetProperty("today").GetString(), out var today))
            {
                throw new InvalidDataException($"{FileName}: another version of the program wrote it. `schakel demo --reset` builds anew.");
            }
            return new(
                root.GetProperty("scale").GetDouble(), root.GetProperty("seed").GetUInt64(), today, root.GetProperty("position").GetInt64(),
                root.GetProperty("script").GetInt32(), root.GetProperty("intervened").GetBoolean())
            {
                Moves = root.TryGetProperty("moves", out var moves) ? [.. moves.EnumerateArray().Select(KeptMove.Read)] : [],
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{FileName}: {e.Message} `schakel demo --reset` builds anew.", e);
        }
    }

    /// <summary>Writes it whole or not at all.</summary>
    /// <param name="folder">The folder.</param>
    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, FileName), stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteNumber("scale", Scale);
        json.WriteNumber("seed", Seed);
        json.WriteString("today", Today.ToString());
        json.WriteNumber("position", Position);
        json.WriteNumber("script", Script);
        json.WriteBoolean("intervened", Intervened);
        json.WriteStartArray("moves");
        foreach (var move in Moves)
        {
            move.Write(json);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
