using System.Text.Json;
using Schakel.Norms;

namespace Schakel.Demonstration;

/// <summary>
/// A count over an exported log that shares no code with the chain or the rehearsal (telling op de uitvoer): it reads names of events and
/// follows what they say.
/// </summary>
internal static class ExportCount
{
    private static readonly HashSet<string> Decided = ["application-decided", "application-withdrawn"];

    /// <summary>Stocks on a day, by series of the rehearsal.</summary>
    public static Dictionary<string, int> Of(Stream log, Day today)
    {
        using var document = JsonDocument.Parse(log);
        var persons = new Dictionary<string, Person>();
        foreach (var told in document.RootElement.GetProperty("events").EnumerateArray())
        {
            var file = told.GetProperty("relationships").EnumerateArray().FirstOrDefault(tie => tie.GetProperty("qualifier").GetString() == "file");
            if (file.ValueKind == JsonValueKind.Undefined)
            {
                continue;
            }
            var id = file.GetProperty("objectId").GetString()!;
            if (!persons.TryGetValue(id, out var person))
            {
                persons[id] = person = new();
            }
            person.Follow(told.GetProperty("type").GetString()!, told);
        }
        return new()
        {
            ["stock.applications"] = persons.Values.Count(person => person is { Open: true, Departed: false }),
            ["occupancy.total"] = persons.Values.Count(person => person is { Here: true, Site: true } && person.Modality != "external"),
            ["occupancy.emergency"] = persons.Values.Count(person => person is { Here: true, Site: true, Modality: "emergency" }),
            ["occupancy.minors"] = persons.Values.Count(person => person is { Here: true, Site: true, Modality: "minors" }),
            ["housing.waiting"] = persons.Values.Count(person => person is { Here: true, Permit: true, Housed: false }),
        };
    }

    private sealed class Person
    {
        public bool Here { get; private set; } = true;

        public bool Departed { get; private set; }

        public bool Open { get; private set; }

        public bool Site { get; private set; }

        public string Modality { get; private set; } = "";

        public bool Permit { get; private set; }

        public bool Housed { get; private set; }

        public void Follow(string type, JsonElement told)
        {
            switch (type)
            {
                case "person-arrived":
                    (Here, Departed) = (true, false);
                    break;
                case "file-taken-over":
                    TakenOver(Text(told, "stage"));
                    Site = Text(told, "site").Length > 0;
                    Modality = Text(told, "modality");
                    break;
                case "application-lodged":
                    Here = true;
                    Open = true;
                    break;
                case "person-placed" or "person-moved":
                    (Site, Modality) = (true, Text(told, "modality"));
                    break;
                case "reception-ended":
                    Site = false;
                    break;
                case "permit-issued":
                    Permit = true;
                    break;
                case "moved-into-home":
                    Housed = true;
                    break;
                case "left-with-unknown-destination":
                    (Here, Site) = (false, false);
                    break;
                case "departed" or "transferred-to-state":
                    (Here, Departed) = (false, true);
                    break;
                case "transfer-lapsed":
                    Open = true; // The Netherlands is responsible again: it is undecided here.
                    break;
                case "appeal-ruled":
                    Open |= Text(told, "upheld") == "True"; // Sent back: it is undecided again.
                    break;
                default:
                    Open &= !Decided.Contains(type);
                    break;
            }
        }

        private void TakenOver(string stage)
        {
            Open = stage is "awaiting-interview" or "awaiting-decision" or "dublin-awaiting-reply" or "dublin-accepted" or "simplified-procedure";
            Permit = stage is "awaiting-home" or "awaiting-reunification" or "housed";
            Housed = stage is "awaiting-reunification" or "housed";
        }

        private static string Text(JsonElement told, string field) =>
            told.GetProperty("attributes").EnumerateArray().Where(each => each.GetProperty("name").GetString() == field)
                .Select(each => each.GetProperty("value").ToString()).FirstOrDefault() ?? "";
    }
}
