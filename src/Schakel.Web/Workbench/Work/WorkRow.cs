using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Store.Models;
using Schakel.Web.Workbench.Taking;

namespace Schakel.Web.Workbench.Work;

/// <summary>Who a person is, as far as a list shows it (persoonsaanduiding).</summary>
/// <param name="VNumber">V-number; absent when none was given yet.</param>
/// <param name="Name">Name; empty when none is known.</param>
public sealed record ShownPerson(string? VNumber, string Name)
{
    /// <summary>Nothing may be shown, or nothing is known.</summary>
    public static ShownPerson None { get; } = new(null, "");
}

/// <summary>A row of a worklist (regel): what is to be done for whom, how it stands, by when, on which norm.</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is, where one may know.</param>
/// <param name="Ordinal">Which of the person's steps.</param>
/// <param name="Code">Code of the step.</param>
/// <param name="Name">What is done.</param>
/// <param name="Status">How it stands today.</param>
/// <param name="Since">Since when it can be done; absent when that is not one day.</param>
/// <param name="Earliest">First day on which it can be done.</param>
/// <param name="LastDay">Last day on which it is in time.</param>
/// <param name="Norm">What it rests on.</param>
/// <param name="WaitsFor">What must be done first.</param>
/// <param name="Lapses">What follows by law when the last day passes.</param>
/// <param name="Site">Where the person stays, where one may know.</param>
/// <param name="Municipality">To which municipality the person is linked, where one may know.</param>
public sealed record WorkRow(
    long Person, ShownPerson Who, int Ordinal, string Code, Text Name, WorklistStatus Status, Day? Since, Day? Earliest, Day? LastDay, string Norm, Text? WaitsFor, Text? Lapses, int? Site,
    int? Municipality)
{
    /// <summary>Kind of the site, where one may know.</summary>
    public Chain.Reception.Modality? Modality { get; init; }

    /// <summary>The day the application was lodged, where one may know.</summary>
    public Day? Lodged { get; init; }

    /// <summary>The confirmed track, where one may know and there is one.</summary>
    public Chain.Procedure.Track? Track { get; init; }

    /// <summary>The last day on which a court lets the decision be taken, for who works on the procedure and may know.</summary>
    public Day? OrderedBy { get; init; }

    /// <summary>Nationality, where one may know: never for who places or houses people (decision 0027).</summary>
    public Chain.Registration.CountryCode? Nationality { get; init; }

    /// <summary>Who of one's function has taken up the file; absent when nobody has.</summary>
    public ShownTaking? TakenUp { get; init; }

    /// <summary>What tells this row from all others, while the list changes.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Person}.{Code}.{Ordinal}");

    /// <summary>What stands in a column of words; absent when there is nothing to tell, and in a column of days or numbers.</summary>
    /// <param name="column">The column.</param>
    /// <param name="english">In English.</param>
    public string? WordsOf(WorkColumn column, bool english) => column switch
    {
        WorkColumn.WaitsFor => In(WaitsFor, english),
        WorkColumn.Lapses => In(Lapses, english),
        WorkColumn.Modality => Modality is { } kind ? Plain.Value(kind, english) : null,
        WorkColumn.Track => Track is { } track ? Plain.Value(track, english) : null,
        WorkColumn.TakenUp => In(TakenUp?.Words, english),
        WorkColumn.Nationality => In(Nationality is { } country ? Countries.CountryNames.Of(country) : null, english),
        WorkColumn.Step or WorkColumn.Standing or WorkColumn.LastDay or WorkColumn.Norm or WorkColumn.Since or WorkColumn.Site or WorkColumn.From or WorkColumn.Municipality or WorkColumn.Lodged => null,
    };

    private static string? In(Text? text, bool english) => english ? text?.English : text?.Dutch;
}

/// <summary>A kind of step in a worklist, to choose by (soort stap).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What it is.</param>
/// <param name="Count">How many.</param>
public sealed record WorkKind(string Code, Text Name, int Count);

/// <summary>A worklist as one page shows it (werklijst).</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="HasList">The function has work of its own at all.</param>
/// <param name="Rows">The rows, by consequence, then day.</param>
/// <param name="Counts">How many stand how.</param>
/// <param name="Kinds">Which kinds of step there are.</param>
/// <param name="Next">Where the next page begins.</param>
/// <param name="Position">Up to where the log is told at least.</param>
public sealed record WorkView(
    WorkAsked Asked, bool HasList, ImmutableArray<WorkRow> Rows, WorklistCounts Counts, ImmutableArray<WorkKind> Kinds, WorklistCursor? Next, long Position)
{
    /// <summary>Up to which change it is told at least who has taken up what.</summary>
    public int TakenVersion { get; init; }

    /// <summary>Nothing is ever due here, and what may be chosen is the work.</summary>
    public bool CountsChoices { get; init; }

    /// <summary>What is to be done now.</summary>
    public int Open => Counts.Due + Counts.Overdue + Counts.AtRisk + (CountsChoices ? Counts.Choice : 0);

    /// <summary>All that is open and all that waits.</summary>
    public int Everything => Counts.Due + Counts.Overdue + Counts.AtRisk + Counts.Waiting + Counts.Choice;

    /// <summary>How many rows there are of what was asked, on all pages together.</summary>
    public int Total => Asked.Status switch
    {
        WorklistStatus.Due => Counts.Due,
        WorklistStatus.Overdue => Counts.Overdue,
        WorklistStatus.AtRisk => Counts.AtRisk,
        WorklistStatus.Waiting => Counts.Waiting,
        WorklistStatus.Choice => Counts.Choice,
        null => Asked.All ? Everything : Open,
    };
}
