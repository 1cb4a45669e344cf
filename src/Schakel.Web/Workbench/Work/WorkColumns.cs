using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Taking;

namespace Schakel.Web.Workbench.Work;

/// <summary>What a worklist tells of a row beside who it is (kolom).</summary>
public enum WorkColumn
{
    /// <summary>What is done.</summary>
    Step = 0,
    /// <summary>How it stands, in words.</summary>
    Standing,
    /// <summary>The last day on which it is in time.</summary>
    LastDay,
    /// <summary>What it rests on.</summary>
    Norm,
    /// <summary>Since when it can be done.</summary>
    Since,
    /// <summary>Where the person stays.</summary>
    Site,
    /// <summary>The first day on which it can be done.</summary>
    From,
    /// <summary>What must be done first.</summary>
    WaitsFor,
    /// <summary>What follows by law when the last day passes.</summary>
    Lapses,
    /// <summary>Kind of the site.</summary>
    Modality,
    /// <summary>The municipality the person is linked to.</summary>
    Municipality,
    /// <summary>The day the application was lodged.</summary>
    Lodged,
    /// <summary>The confirmed track.</summary>
    Track,
    /// <summary>Nationality.</summary>
    Nationality,
    /// <summary>Who of one's function has taken up the file.</summary>
    TakenUp,
}

/// <summary>
/// The columns of a worklist (kolommen): which show, and in which order. They stand in the address, and in the files for other programs. Who
/// it is always comes first. A column that a function may not read does not exist for it, whatever an address says.
/// </summary>
public static class WorkColumns
{
    private const char Separator = '.';
    private const string OrderField = "waren";
    private const string ChosenField = "kolom";

    private static readonly ImmutableArray<WorkColumn> BesideStep = [WorkColumn.Site, WorkColumn.TakenUp];

    /// <summary>The columns that a function may see.</summary>
    /// <param name="function">The function.</param>
    public static ImmutableArray<WorkColumn> For(Function function) => [.. Enum.GetValues<WorkColumn>().Where(each => MaySee(each, function))];

    /// <summary>The columns of who chose none: as many as a screen holds.</summary>
    public static ImmutableArray<WorkColumn> Usual { get; } = [WorkColumn.Step, WorkColumn.Standing, WorkColumn.LastDay, WorkColumn.Norm, WorkColumn.Since];

    /// <summary>The columns that show.</summary>
    /// <param name="asked">The choice.</param>
    public static ImmutableArray<WorkColumn> Of(WorkAsked asked) => asked.Columns.IsEmpty ? Usual : asked.Columns;

    /// <summary>The columns of a file for other programs: those that show; of who chose none with the site and who took it up, which a page tells beside the step.</summary>
    /// <param name="asked">The choice.</param>
    /// <param name="function">Whose file.</param>
    public static ImmutableArray<WorkColumn> InFile(WorkAsked asked, Function function) => asked.Columns.IsEmpty ? [.. Usual, .. BesideStep.Where(each => MaySee(each, function))] : asked.Columns;

    /// <summary>Reads a choice from an address; none when it is the usual one.</summary>
    /// <param name="text">As it stands in the address.</param>
    /// <param name="function">Who asks.</param>
    public static ImmutableArray<WorkColumn> Read(string? text, Function function) => Chosen(Split(text, function));

    /// <summary>As it stands in an address.</summary>
    /// <param name="columns">The columns.</param>
    public static string Write(IEnumerable<WorkColumn> columns) => string.Join(Separator, columns.Select(CodeOf));

    /// <summary>Whether the form of columns was sent, so that the address is still to be written.</summary>
    /// <param name="query">The address's query.</param>
    public static bool IsForm(IQueryCollection query) => query.ContainsKey(OrderField);

    /// <summary>The choice of who filled in the form: what goes up stands before what stood there, what goes down behind it.</summary>
    /// <param name="query">What was sent.</param>
    /// <param name="function">Who asks.</param>
    public static ImmutableArray<WorkColumn> Arranged(IQueryCollection query, Function function)
    {
        var chosen = query[ChosenField].Select(Find).OfType<WorkColumn>().ToHashSet();
        var were = Split(query[OrderField], function);
        return Chosen(
        [
            .. were.Select((column, i) => (Column: column, Was: i + 1, Is: PlaceIn(query[PlaceField(column)], were.Length) ?? i + 1)).Where(each => chosen.Contains(each.Column))
                .OrderBy(each => (each.Is * 2) + Math.Sign(each.Is - each.Was)).Select(each => each.Column),
        ]);
    }

    /// <summary>Name of the field with a column's place.</summary>
    /// <param name="column">The column.</param>
    public static string PlaceField(WorkColumn column) => "plaats-" + CodeOf(column);

    /// <summary>A column in an address.</summary>
    /// <param name="column">The column.</param>
    public static string CodeOf(WorkColumn column) => column switch
    {
        WorkColumn.Step => "stap",
        WorkColumn.Standing => "stand",
        WorkColumn.LastDay => "laatste-dag",
        WorkColumn.Norm => "norm",
        WorkColumn.Since => "sinds",
        WorkColumn.Site => "locatie",
        WorkColumn.From => "vanaf",
        WorkColumn.WaitsFor => "wacht-op",
        WorkColumn.Lapses => "anders",
        WorkColumn.Modality => "opvangvorm",
        WorkColumn.Municipality => "gemeente",
        WorkColumn.Lodged => "ingediend",
        WorkColumn.Track => "spoor",
        WorkColumn.Nationality => "nationaliteit",
        WorkColumn.TakenUp => "opgepakt",
    };

    /// <summary>What a column is called.</summary>
    /// <param name="column">The column.</param>
    public static Text NameOf(WorkColumn column) => column switch
    {
        WorkColumn.Step => new("Stap", "Step"),
        WorkColumn.Standing => new("Stand", "Standing"),
        WorkColumn.LastDay => new("Laatste dag", "Last day"),
        WorkColumn.Norm => new("Norm", "Norm"),
        WorkColumn.Since => new("Sinds", "Since"),
        WorkColumn.Site => new("Locatie", "Site"),
        WorkColumn.From => new("Kan vanaf", "Possible from"),
        WorkColumn.WaitsFor => new("Wacht op", "Waits for"),
        WorkColumn.Lapses => new("Anders van rechtswege", "Else by law"),
        WorkColumn.Modality => new("Opvangvorm", "Kind of site"),
        WorkColumn.Municipality => new("Gemeente", "Municipality"),
        WorkColumn.Lodged => new("Aanvraag ingediend", "Application lodged"),
        WorkColumn.Track => new("Spoor", "Track"),
        WorkColumn.Nationality => new("Nationaliteit", "Nationality"),
        WorkColumn.TakenUp => new("Opgepakt", "Taken up"),
    };

    private static bool MaySee(WorkColumn column, Function function) => column switch
    {
        WorkColumn.Step or WorkColumn.Standing or WorkColumn.LastDay or WorkColumn.Norm or WorkColumn.Since or WorkColumn.From or WorkColumn.WaitsFor or WorkColumn.Lapses => true,
        WorkColumn.Site or WorkColumn.Modality => function.MayRead(DataCategory.Reception),
        WorkColumn.Municipality => function.MayRead(DataCategory.Housing),
        WorkColumn.Lodged or WorkColumn.Track => function.MayRead(DataCategory.Procedure),
        WorkColumn.Nationality => function.MayRead(DataCategory.Origin),
        WorkColumn.TakenUp => TakingShelf.IsFor(function),
    };

    private static ImmutableArray<WorkColumn> Split(string? text, Function function) =>
        [.. (text ?? "").Split(Separator).Select(Find).OfType<WorkColumn>().Where(each => MaySee(each, function)).Distinct()];

    private static ImmutableArray<WorkColumn> Chosen(ImmutableArray<WorkColumn> columns) => columns.AsSpan().SequenceEqual(Usual.AsSpan()) ? [] : columns;

    private static WorkColumn? Find(string? code) => Enum.GetValues<WorkColumn>().Where(each => CodeOf(each) == code).Select(each => (WorkColumn?)each).FirstOrDefault();

    private static int? PlaceIn(string? text, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place > 0 && place <= most ? place : null;
}
