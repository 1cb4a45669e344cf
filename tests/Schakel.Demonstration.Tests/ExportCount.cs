using System.Globalization;
using System.Text.Json;
using Schakel.Norms;

namespace Schakel.Demonstration;

/// <summary>
/// A count over an exported log that shares no code with the chain or the rehearsal (telling op de uitvoer): it reads names of events and
/// follows what they say.
/// </summary>
internal static class ExportCount
{
    // Days of a full half year, and of a year and a quarter: the bounds of the classes of age.
    private const int HalfYear = 183;
    private const int FifteenMonths = 457;

    /// <summary>Stocks on a day, by series of the rehearsal.</summary>
    public static Dictionary<string, int> Of(Stream log, Day today)
    {
        var persons = PersonsIn(log);
        int Open(Func<ExportedPerson, bool> which) => persons.Count(person => person is { Open: true, Departed: false } && which(person));
        int Aged(Func<int, bool> which) => Open(person => person.Track is not ("dublin" or "simplified") && which(person.Since is { } since ? today - since : 0));
        int Inside(Func<ExportedPerson, bool> which) => persons.Count(person => person is { Here: true, Site: > 0 } && person.Modality != "external" && which(person));
        return new()
        {
            ["stock.applications"] = Open(_ => true),
            ["stock.applications.track1"] = Open(person => person.Track == "dublin"),
            ["stock.applications.track2"] = Open(person => person.Track == "simplified"),
            ["stock.applications.track4"] = Open(person => person.Track is "general" or "evident-grant" or "evident-grant-after-check"),
            ["stock.age.under-6-months"] = Aged(age => age < HalfYear),
            ["stock.age.6-15-months"] = Aged(age => age is >= HalfYear and < FifteenMonths),
            ["stock.age.over-15-months"] = Aged(age => age >= FifteenMonths),
            ["appeals.pending"] = persons.Count(person => person is { AppealPending: true, Departed: false }),
            ["return.caseload"] = persons.Count(person => person is { Here: true, ReturnOpen: true, Permit: false, AppealPending: false } && person.Outcome != "not-taken-up"),
            ["housing.waiting"] = persons.Count(person => person is { Here: true, Permit: true, Housed: false }),
            ["occupancy.total"] = Inside(_ => true),
            ["occupancy.emergency"] = Inside(person => person.Modality == "emergency"),
            ["occupancy.municipal"] = Inside(person => person.Modality == "municipal"),
            ["occupancy.minors"] = Inside(person => person.Modality == "minors"),
            ["occupancy.status-holders"] = Inside(person => person.Permit),
            ["stock.family"] = persons.Where(person => person.Here).Sum(person => person.RelativesAwaited),
        };
    }

    private static ExportedPerson[] PersonsIn(Stream log)
    {
        using var document = JsonDocument.Parse(log);
        var persons = new Dictionary<string, ExportedPerson>();
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
            person.Follow(new(told));
        }
        return [.. persons.Values];
    }
}

/// <summary>An event of an exported log: its type, its day, its fields as text.</summary>
internal readonly record struct ExportedEvent(JsonElement Told)
{
    public string Type => Told.GetProperty("type").GetString()!;

    public Day On => Date(Told.GetProperty("time").GetString()![..10]);

    public string this[string field] =>
        Told.GetProperty("attributes").EnumerateArray().Where(each => each.GetProperty("name").GetString() == field)
            .Select(each => each.GetProperty("value").ToString()).FirstOrDefault() ?? "";

    public Day? DayIn(string field) => this[field] is { Length: > 0 } text ? Date(text) : null;

    public int NumberIn(string field) => this[field] is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    private static Day Date(string text) =>
        Day.Of(int.Parse(text[..4], CultureInfo.InvariantCulture), int.Parse(text[5..7], CultureInfo.InvariantCulture), int.Parse(text[8..10], CultureInfo.InvariantCulture));
}

/// <summary>What the events of a person say, one after the other.</summary>
internal sealed class ExportedPerson
{
    public bool Here { get; private set; } = true;

    public bool Departed { get; private set; }

    public bool Open { get; private set; }

    public string Track { get; private set; } = "none";

    /// <summary>The day from which the open application counts: lodged, or ours since.</summary>
    public Day? Since { get; private set; }

    public string Outcome { get; private set; } = "";

    public bool AppealPending { get; private set; }

    public bool ReturnOpen { get; private set; }

    public int Site { get; private set; }

    public string Modality { get; private set; } = "";

    public bool Permit { get; private set; }

    public bool Housed { get; private set; }

    public int RelativesAwaited { get; private set; }

    public void Follow(ExportedEvent told)
    {
        switch (told.Type)
        {
            case "person-arrived":
                (Housed, ReturnOpen) = (Housed && !Departed, ReturnOpen && !Departed);
                (Here, Departed) = (true, false);
                break;
            case "file-taken-over":
                TakenOver(told);
                break;
            case "application-lodged":
                (Open, Track, Since) = (true, "none", told.On);
                (Outcome, AppealPending, ReturnOpen, Permit) = ("", false, false, false);
                break;
            case "track-confirmed":
                Track = told["track"];
                break;
            case "dublin-reply-received" when told["accepted"] == "False":
                Since = told.On;
                break;
            case "dublin-request-lapsed":
                Since = told.DayIn("responsibleSince");
                break;
            case "transfer-lapsed": // The Netherlands is responsible again: it is undecided here.
                (Open, Since) = (true, told.DayIn("responsibleSince"));
                (Outcome, AppealPending, ReturnOpen) = ("", false, false);
                break;
            case "application-decided":
                (Open, Outcome, AppealPending) = (false, told["outcome"], false);
                break;
            case "application-withdrawn":
                Open = false;
                break;
            case "permit-issued":
                Permit = true;
                break;
            case "appeal-lodged":
                AppealPending = true;
                break;
            case "appeal-ruled":
                Ruled(upheld: told["upheld"] == "True");
                break;
            case "return-file-opened":
                ReturnOpen = true;
                break;
            case "reunification-requested":
                RelativesAwaited = told.NumberIn("relatives");
                break;
            case "reunification-decided":
                RelativesAwaited = 0;
                break;
            case "person-placed" or "person-moved":
                (Site, Modality) = (told.NumberIn("site"), told["modality"]);
                break;
            case "reception-ended":
                Site = 0;
                break;
            case "moved-into-home":
                Housed = true;
                break;
            case "left-with-unknown-destination":
                (Here, Site) = (false, 0);
                break;
            case "departed" or "transferred-to-state":
                (Here, Departed, ReturnOpen) = (false, true, false);
                break;
            default:
                break;
        }
    }

    // Sent back, the application is undecided again; who holds a permit already was granted the stronger one.
    private void Ruled(bool upheld)
    {
        AppealPending = false;
        if (upheld)
        {
            (Open, Outcome, ReturnOpen) = (!Permit, Permit ? Outcome : "", false);
        }
    }

    private void TakenOver(ExportedEvent told)
    {
        var stage = told["stage"];
        Since = told.DayIn("dates.lodgedOn");
        Open = stage is "awaiting-interview" or "awaiting-decision" or "dublin-awaiting-reply" or "simplified-procedure";
        Track = stage switch
        {
            "dublin-awaiting-reply" or "dublin-accepted" => "dublin",
            "simplified-procedure" => "simplified",
            _ => "general",
        };
        Outcome = stage == "dublin-accepted" ? "not-taken-up" : "";
        AppealPending = stage == "awaiting-ruling";
        ReturnOpen = stage == "returning";
        Permit = stage is "awaiting-home" or "awaiting-reunification" or "housed";
        (Site, Modality) = (told.NumberIn("site"), told["modality"]);
        Housed = stage == "housed" || (stage == "awaiting-reunification" && Site == 0);
        RelativesAwaited = stage == "awaiting-reunification" ? told.NumberIn("relatives") : 0;
    }
}
