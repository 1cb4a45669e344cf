using System.Text.Json;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Rehearsal.Reporting;

namespace Schakel.Rehearsal.Live;

/// <summary>
/// Expectations kept by day (bewaarde verwachtingen): a file for each day on which they were made, so that what was said can be held
/// against what came. None is written over.
/// </summary>
public static class ExpectationFile
{
    private const string Folder = "verwachtingen";

    /// <summary>Keeps them in a data folder. What was kept of that day stays as it is: it is what people were told.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="expectations">What was made.</param>
    /// <returns>Whether they were kept; false when there were some of that day.</returns>
    public static bool Write(string data, Expectations expectations)
    {
        var folder = Path.Combine(data, Folder);
        AtomicFile.MakeFolder(folder);
        var path = Path.Combine(folder, $"{expectations.Date}.json");
        return AtomicFile.WriteOnce(path, stream =>
        {
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartObject();
            json.WriteString("date", expectations.Date.ToString());
            json.WriteNumber("days", expectations.Days);
            json.WriteNumber("replications", expectations.Replications);
            json.WriteString("law", expectations.LawHash);
            json.WriteStartArray("cohorts");
            foreach (var each in expectations.Cohorts)
            {
                json.WriteStartObject();
                json.WriteString("procedure", each.Cohort.Procedure.ToString());
                json.WriteString("step", each.Cohort.Step.ToString());
                json.WriteString("month", each.Cohort.Month.ToString());
                json.WriteNumber("people", each.People);
                json.WriteString("from", each.From.ToString());
                json.WriteString("until", each.Until?.ToString());
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>All that were kept, the earliest first.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="FormatException">A file is not as it was written.</exception>
    public static IEnumerable<Expectations> All(string data) => Kept(data).OrderBy(each => each.Made).Select(each => Read(each.Path));

    /// <summary>Whether there are expectations of a day.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="day">The day.</param>
    public static bool IsThere(string data, Day day) => File.Exists(Path.Combine(data, Folder, $"{day}.json"));

    /// <summary>The latest that were made on or before a day; null when there are none.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="FormatException">The file is not as it was written.</exception>
    public static Expectations? Latest(string data, Day day)
    {
        var latest = Kept(data).Where(each => each.Made <= day).OrderByDescending(each => each.Made).Select(each => each.Path).FirstOrDefault();
        return latest is null ? null : Read(latest);
    }

    /// <summary>Those that were made before a day, the latest first, each read when it is asked for.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="FormatException">A file is not as it was written.</exception>
    public static IEnumerable<Expectations> Before(string data, Day day) =>
        Kept(data).Where(each => each.Made < day).OrderByDescending(each => each.Made).Select(each => Read(each.Path));

    private static IEnumerable<(string Path, Day Made)> Kept(string data)
    {
        var folder = Path.Combine(data, Folder);
        return !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*.json")
            .Select(path => (Path: path, IsDay: Day.TryParse(Path.GetFileNameWithoutExtension(path), out var made), Made: made))
            .Where(each => each.IsDay).Select(each => (each.Path, each.Made));
    }

    private static Expectations Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        return new(DayIn(root, "date"), root.GetProperty("days").GetInt32(), root.GetProperty("replications").GetInt32(), root.GetProperty("law").GetString()!,
        [
            .. root.GetProperty("cohorts").EnumerateArray().Select(each => new Expectation(
                new(Enum.Parse<Track>(each.GetProperty("procedure").GetString()!), Enum.Parse<AwaitedStep>(each.GetProperty("step").GetString()!), DayIn(each, "month")),
                each.GetProperty("people").GetInt32(), DayIn(each, "from"),
                each.GetProperty("until").ValueKind == JsonValueKind.Null ? null : DayIn(each, "until"))),
        ]);
    }

    private static Day DayIn(JsonElement element, string name) => Day.TryParse(element.GetProperty(name).GetString(), out var day) ? day
        : throw new FormatException($"Expectations: `{name}` is no day: `{element.GetProperty(name).GetString()}`.");
}
