using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Views;

/// <summary>A choice from the worklist under a name (bewaarde weergave). It holds no rows and nothing of anybody: only what was chosen.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Choice">The choice, as it stands in the address behind the path.</param>
public sealed record SavedView(string Name, string Choice)
{
    /// <summary>Where it is seen.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Address => WorkPaths.Worklist + Choice;
}

/// <summary>Why a view is not kept or changed (fout).</summary>
public enum ViewFault
{
    /// <summary>It has no name.</summary>
    NoName = 0,
    /// <summary>Its name is too long.</summary>
    TooLong,
    /// <summary>Another one is called so.</summary>
    Doubled,
    /// <summary>There are as many as one may keep.</summary>
    Full,
    /// <summary>It is no longer there.</summary>
    Gone,
    /// <summary>There is nothing to undo, or something else was done since.</summary>
    NothingToUndo,
}

/// <summary>What was done last (laatste wijziging).</summary>
public enum ViewChange
{
    /// <summary>One was kept.</summary>
    Kept = 0,
    /// <summary>One was given another choice.</summary>
    Replaced,
    /// <summary>One was given another name.</summary>
    Renamed,
    /// <summary>One was removed.</summary>
    Removed,
    /// <summary>One opens in the morning.</summary>
    First,
    /// <summary>None opens in the morning.</summary>
    NoFirst,
    /// <summary>The change before was undone.</summary>
    Undone,
}

/// <summary>The views of one official (weergaven): pure, so that each change is a new set and the one before can come back.</summary>
/// <param name="Views">The views, in the order in which they were kept.</param>
/// <param name="First">Name of the one that opens in the morning; absent when none does.</param>
public sealed record ViewSet(ImmutableArray<SavedView> Views, string? First)
{
    /// <summary>Most views that one may keep: more would be a list to search in.</summary>
    public const int Most = 20;

    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 40;

    /// <summary>None.</summary>
    public static ViewSet Empty { get; } = new([], null);

    /// <summary>The one that opens in the morning.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public SavedView? InTheMorning => First is { } name ? Find(name) : null;

    /// <summary>A view by its name, in capitals or small letters; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public SavedView? Find(string name) => Views.FirstOrDefault(each => IsSame(each.Name, name));

    /// <summary>A choice is kept. What is kept already under the name is kept once.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="choice">The choice.</param>
    public (ViewSet? Set, ViewFault? Fault) Keep(string name, string choice) =>
        FaultOf(name) is { } fault ? (null, fault)
        : Find(name) is { } there ? there.Choice == choice ? (this, null) : (null, ViewFault.Doubled)
        : Views.Length >= Most ? (null, ViewFault.Full)
        : (this with { Views = Views.Add(new(name, choice)) }, null);

    /// <summary>A view is given another choice.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="choice">The choice.</param>
    public (ViewSet? Set, ViewFault? Fault) Replace(string name, string choice) =>
        Find(name) is { } there ? (this with { Views = Views.Replace(there, there with { Choice = choice }) }, null) : (null, ViewFault.Gone);

    /// <summary>A view is given another name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="other">The other name.</param>
    public (ViewSet? Set, ViewFault? Fault) Rename(string name, string other) =>
        Find(name) is not { } there ? (null, ViewFault.Gone)
        : FaultOf(other) is { } fault ? (null, fault)
        : Find(other) is { } taken && taken != there ? (null, ViewFault.Doubled)
        : (new(Views.Replace(there, there with { Name = other }), First is { } first && IsSame(first, name) ? other : First), null);

    /// <summary>A view is removed.</summary>
    /// <param name="name">Its name.</param>
    public (ViewSet? Set, ViewFault? Fault) Remove(string name) =>
        Find(name) is { } there ? (new(Views.Remove(there), First is { } first && IsSame(first, name) ? null : First), null) : (null, ViewFault.Gone);

    /// <summary>A view opens in the morning; or none does.</summary>
    /// <param name="name">Its name; absent for none.</param>
    public (ViewSet? Set, ViewFault? Fault) OpenFirst(string? name) =>
        name is null ? (this with { First = null }, null) : Find(name) is { } there ? (this with { First = there.Name }, null) : (null, ViewFault.Gone);

    private static ViewFault? FaultOf(string name) => name.Length == 0 ? ViewFault.NoName : name.Length > LongestName ? ViewFault.TooLong : null;

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What is said of views (teksten).</summary>
internal static class ViewWords
{
    /// <summary>What is wrong, and what to do.</summary>
    public static Text Of(ViewFault fault) => fault switch
    {
        ViewFault.NoName => new("Geef de weergave een naam.", "Give the view a name."),
        ViewFault.TooLong => new($"Houd de naam korter: hooguit {ViewSet.LongestName} tekens.", $"Keep the name shorter: at most {ViewSet.LongestName} characters."),
        ViewFault.Doubled => new("U hebt al een weergave met deze naam. Kies een andere naam.", "You have a view of this name already. Choose another name."),
        ViewFault.Full => new($"U hebt {ViewSet.Most} weergaven, en meer kan niet. Verwijder er eerst een.", $"You have {ViewSet.Most} views, and more is not possible. Remove one first."),
        ViewFault.Gone => new("Deze weergave is er niet meer.", "This view is no longer there."),
        ViewFault.NothingToUndo => new("Dit kan niet meer ongedaan worden gemaakt: er is intussen iets anders gewijzigd.", "This can no longer be undone: something else was changed meanwhile."),
    };

    /// <summary>What was chosen, in words.</summary>
    public static string Of(WorkVisit visit, WorkAsked asked)
    {
        var parts = new List<string>
        {
            asked.Status is { } status ? Plain.Sentence(Plain.Value(status, visit.InEnglish)) : asked.All ? visit.In("Alles", "All") : visit.In("Wat nu te doen is", "What is to be done now"),
        };
        if (StepType.All.FirstOrDefault(each => each.Code == asked.Code) is { } step)
        {
            parts.Add(visit.In(step.Name));
        }
        if (asked.Site is { } site)
        {
            parts.Add(visit.In("locatie ", "site ") + WorkVisit.Plain(site));
        }
        if (asked.Municipality is { } municipality)
        {
            parts.Add(visit.In("gemeente ", "municipality ") + Municipalities.NameOf(new(municipality)));
        }
        if (asked.Whose != Whose.Everybody)
        {
            parts.Add(asked.Whose == Whose.Nobody ? visit.In("door niemand opgepakt", "taken up by nobody")
                : WorkAsked.HasOwn(visit.Caller.Function) ? visit.In("dossiers van mij", "my files") : visit.In("door mij opgepakt", "taken up by me"));
        }
        if (asked.Size != WorkAsked.UsualSize)
        {
            parts.Add(visit.Count(asked.Size) + visit.In(" regels", " rows"));
        }
        if (!asked.Columns.IsEmpty)
        {
            parts.Add(visit.In("kolommen: ", "columns: ") + string.Join(", ", asked.Columns.Select(each => visit.In(WorkColumns.NameOf(each)))));
        }
        return string.Join(" · ", parts);
    }

    /// <summary>What was done.</summary>
    public static Text Of(ViewChange change, string name) => change switch
    {
        ViewChange.Kept => new($"Weergave ‘{name}’ bewaard.", $"View ‘{name}’ kept."),
        ViewChange.Replaced => new($"Weergave ‘{name}’ heeft nu deze keuze.", $"View ‘{name}’ now has this choice."),
        ViewChange.Renamed => new($"De weergave heet nu ‘{name}’.", $"The view is now called ‘{name}’."),
        ViewChange.Removed => new($"Weergave ‘{name}’ verwijderd.", $"View ‘{name}’ removed."),
        ViewChange.First => new($"De werklijst opent voortaan met ‘{name}’.", $"The worklist now opens with ‘{name}’."),
        ViewChange.NoFirst => new("De werklijst opent voortaan zoals gewoonlijk.", "The worklist now opens as usual."),
        ViewChange.Undone => new("Ongedaan gemaakt.", "Undone."),
    };
}
