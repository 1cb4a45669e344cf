using System.Globalization;
using MiniExcelLibs;
using Schakel.Norms;

namespace Schakel.Web.Workbench.Work;

/// <summary>A worklist for other programs (uitvoer): a CSV that spreadsheets open as it is meant, and a real spreadsheet with days as days.</summary>
public static class WorklistFile
{
    /// <summary>The list as lines for a spreadsheet.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="list">The list.</param>
    /// <param name="law">The law of today.</param>
    public static byte[] Csv(WorkVisit visit, WorkView list, Law law)
    {
        var text = new CsvText();
        text.Line(Headings(visit, list));
        foreach (var row in list.Rows)
        {
            text.Line(Cells(visit, list, row, law).Select(each => each switch
            {
                DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                null => "",
                var other => string.Create(CultureInfo.InvariantCulture, $"{other}"),
            }));
        }
        if (CutOf(visit, list) is { } cut)
        {
            text.Line([cut]);
        }
        return text.ToBytes();
    }

    /// <summary>A spreadsheet: the list, and a sheet that tells what was asked, when, by whom and for what.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="list">The list.</param>
    /// <param name="law">The law of today.</param>
    public static byte[] Xlsx(WorkVisit visit, WorkView list, Law law)
    {
        var headings = Headings(visit, list);
        var rows = list.Rows.Select(row => Named(headings, Cells(visit, list, row, law))).ToList();
        if (rows.Count == 0)
        {
            rows.Add(Named(headings, headings.Select(_ => (object?)"")));
        }
        if (CutOf(visit, list) is { } cut)
        {
            rows.Add(Named(headings, headings.Select((_, i) => (object?)(i == 0 ? cut : null))));
        }
        var about = new List<Dictionary<string, object?>>
        {
            About(visit, visit.In("Functie", "Function"), visit.FunctionName),
            About(visit, visit.In("Nummer", "Number"), WorkVisit.Plain(visit.Caller.Number)),
            About(visit, visit.In("Doel", "Purpose"), visit.In(Access.LookPurposes.NameOf(visit.Caller.Function.MainPurpose))),
            About(visit, visit.In("Ketendatum", "Chain date"), visit.Today.ToString()),
            About(visit, visit.In("Keuze", "Choice"), list.Asked.In("")),
            About(visit, visit.In("Regels", "Rows"), WorkVisit.Plain(list.Rows.Length)),
            About(visit, visit.In("Volledig", "Complete"), CutOf(visit, list) ?? visit.In("ja", "yes")),
        };
        if (visit.IsDemonstration)
        {
            about.Insert(0, About(visit, visit.In("Let op", "Note"), visit.In("DEMONSTRATIE: niemand hierin bestaat echt", "DEMONSTRATION: nobody in here is real")));
        }
        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object> { [visit.In("Werklijst", "Worklist")] = rows, [visit.In("Over", "About")] = about });
        return stream.ToArray();
    }

    // That there are more rows than a file may hold: it stands in the file itself, after the last row.
    private static string? CutOf(WorkVisit visit, WorkView list) => list.Next is null ? null
        : visit.In($"LET OP: dit zijn de eerste {list.Rows.Length} van {list.Total} regels; kies minder om ze alle te krijgen", $"NOTE: these are the first {list.Rows.Length} of {list.Total} rows; choose less to get them all");

    // Who it is, and then the columns that show; a standing is told as a word to sort by and as a sentence.
    private static string[] Headings(WorkVisit visit, WorkView list) =>
    [
        visit.In("Zaak", "Case"), visit.In("V-nummer", "V-number"), visit.In("Naam", "Name"),
        .. WorkColumns.InFile(list.Asked, visit.Caller.Function).SelectMany(each => (string[])(each == WorkColumn.Standing ? [visit.In(WorkColumns.NameOf(each)), visit.In("In woorden", "In words")] : [visit.In(WorkColumns.NameOf(each))])),
    ];

    private static object?[] Cells(WorkVisit visit, WorkView list, WorkRow row, Law law) =>
        [row.Person, row.Who.VNumber, row.Who.Name, .. WorkColumns.InFile(list.Asked, visit.Caller.Function).SelectMany(each => CellsOf(each, visit, row, law))];

    private static object?[] CellsOf(WorkColumn column, WorkVisit visit, WorkRow row, Law law) => column switch
    {
        WorkColumn.Step => [visit.In(row.Name)],
        WorkColumn.Standing => [Plain.Value(row.Status, visit.InEnglish), visit.In(Countdown.Of(row.Status, row.LastDay, row.Earliest, row.WaitsFor, visit.Today, law))],
        WorkColumn.LastDay => [DateOf(row.LastDay)],
        WorkColumn.Norm => [row.Norm],
        WorkColumn.Since => [DateOf(row.Since)],
        WorkColumn.Site => [row.Site],
        WorkColumn.From => [DateOf(row.Earliest)],
        WorkColumn.WaitsFor or WorkColumn.Lapses or WorkColumn.Modality or WorkColumn.Track or WorkColumn.Nationality or WorkColumn.TakenUp => [row.WordsOf(column, visit.InEnglish)],
        WorkColumn.Municipality => [row.Municipality],
        WorkColumn.Lodged => [DateOf(row.Lodged)],
    };

    private static DateTime? DateOf(Day? day) => day?.ToLocalDate().ToDateTimeUnspecified();

    private static Dictionary<string, object?> Named(string[] headings, IEnumerable<object?> cells) => headings.Zip(cells).ToDictionary(each => each.First, each => each.Second);

    private static Dictionary<string, object?> About(WorkVisit visit, string what, string value) => new() { [visit.In("Wat", "What")] = what, [visit.In("Waarde", "Value")] = value };
}
