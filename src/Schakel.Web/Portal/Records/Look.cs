using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web.Portal.Records;

/// <summary>Who looked at a file on a day, and how often (inzage): a function, never a name.</summary>
/// <param name="On">The day.</param>
/// <param name="Who">The function.</param>
/// <param name="Times">How often.</param>
public sealed record Look(Day On, Text Who, int Times)
{
    /// <summary>Who looked at a person's file, newest first, from the log of readings; their own looks are left out.</summary>
    /// <param name="folder">The folder of the log.</param>
    /// <param name="person">Number of the person.</param>
    public static ImmutableArray<Look> At(string folder, long person)
    {
        var subject = Addresses.Of(new StreamId(StreamKind.CaseFile, person));
        if (!Directory.Exists(folder))
        {
            return [];
        }
        return
        [
            .. Directory.EnumerateFiles(folder, "inzagen-*.jsonl").SelectMany(file => Lines(file))
                .Where(line => line.Contains($"\"{subject}\"", StringComparison.Ordinal))
                .Select(Read).Where(each => each is not null).Select(each => each!.Value)
                .GroupBy(each => each)
                .Select(each => new Look(each.Key.On, new(each.Key.By.Dutch, each.Key.By.English), each.Count()))
                .OrderByDescending(each => each.On).ThenBy(each => each.Who.Dutch, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static (Day On, Function By)? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return Function.Find(root.GetProperty("functie").GetString()) is { Reach: not Reach.Own } function
                && DateTime.TryParse(root.GetProperty("tijdstip").GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
                ? (Day.Of(at.Year, at.Month, at.Day), function) : null;
        }
        catch (JsonException)
        {
            return null; // A line cut off while it is written.
        }
    }
}
