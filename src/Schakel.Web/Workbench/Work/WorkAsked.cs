using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Taking;

namespace Schakel.Web.Workbench.Work;

/// <summary>Whose files of a worklist are looked at (van wie).</summary>
public enum Whose
{
    /// <summary>Everybody's (van iedereen).</summary>
    Everybody = 0,
    /// <summary>One's own (van mij): what one has taken up; of a return counsellor the files in their own name.</summary>
    Mine,
    /// <summary>What nobody has taken up (van niemand).</summary>
    Nobody,
}

/// <summary>Which part of a worklist is looked at (keuze uit de werklijst). All of it stands in the address, so that a copied address shows the same.</summary>
/// <param name="Status">Only steps that stand so; absent for what is to be done now, in time or not.</param>
/// <param name="All">Everything, also what waits and what may be left.</param>
/// <param name="Code">Only steps of this kind.</param>
/// <param name="Site">Only persons at this site.</param>
/// <param name="Municipality">Only persons linked to this municipality.</param>
/// <param name="Size">Most rows on the page.</param>
/// <param name="After">Where the page before this one ended.</param>
public sealed record WorkAsked(WorklistStatus? Status, bool All, string? Code, int? Site, int? Municipality, int Size, WorklistCursor? After)
{
    /// <summary>Rows on a page when nothing else is asked.</summary>
    public const int UsualSize = 50;

    /// <summary>Sizes that one may choose.</summary>
    public static readonly int[] Sizes = [UsualSize, 200, 1000];

    private const string Everything = "alles";
    private const string Now = "nu";
    private const string Own = "mij";
    private const string Free = "niemand";

    /// <summary>Which columns show, in this order; none for the usual ones.</summary>
    public ImmutableArray<WorkColumn> Columns { get; init; } = [];

    /// <summary>Whose files, for who has files in their own name or takes them up.</summary>
    public Whose Whose { get; init; }

    /// <summary>Whether a function has files in its own name to choose by.</summary>
    /// <param name="function">The function.</param>
    public static bool HasOwn(Function function) => function.Role == OfficialRoles.ReturnOfficer;

    /// <summary>How the standing that is chosen is written in an address.</summary>
    public string Standing => Status is { } status ? Words.OfValue(status) : All ? Everything : Now;

    /// <summary>Reads it from the address. What is no choice is left aside: an old address shows the usual list.</summary>
    /// <param name="query">The address's query.</param>
    /// <param name="caller">Who asks; whoever may not read a field may not choose by it either.</param>
    public static WorkAsked Of(IQueryCollection query, Caller caller) => new(
        Words.TryValue<WorklistStatus>(query["stand"], out var status) ? status : null,
        query["stand"] == Everything || (query["stand"].Count == 0 && caller.Function.Reach == Reach.Clients),
        StepType.All.FirstOrDefault(each => each.Code == query["stap"])?.Code,
        caller.Function.MayRead(DataCategory.Reception) ? NumberIn(query["locatie"]) : null,
        caller.Function.MayRead(DataCategory.Housing) ? NumberIn(query["gemeente"]) : null,
        NumberIn(query["regels"]) is { } size && Sizes.Contains(size) ? size : UsualSize,
        WorklistCursor.Parse(query["na"]))
    {
        Whose = WhoseIn(query["van"], caller.Function),
        Columns = WorkColumns.IsForm(query) ? WorkColumns.Arranged(query, caller.Function) : WorkColumns.Read(query["kolommen"], caller.Function),
    };

    /// <summary>The address of this choice.</summary>
    /// <param name="path">Path before the query.</param>
    public string In(string path)
    {
        var parts = new List<string>();
        void Add(string name, object? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{value}"))}");
            }
        }
        Add("stand", Standing);
        Add("stap", Code);
        Add("locatie", Site);
        Add("gemeente", Municipality);
        Add("van", Whose switch { Whose.Everybody => null, Whose.Mine => Own, Whose.Nobody => Free });
        Add("regels", Size == UsualSize ? null : Size);
        Add("kolommen", Columns.IsEmpty ? null : WorkColumns.Write(Columns));
        Add("na", After);
        return $"{path}?{string.Join('&', parts)}";
    }

    private static Whose WhoseIn(string? text, Function function) => text switch
    {
        Own when HasOwn(function) || TakingShelf.IsFor(function) => Whose.Mine,
        Free when TakingShelf.IsFor(function) => Whose.Nobody,
        _ => Whose.Everybody,
    };

    private static int? NumberIn(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
