using System.Globalization;
using Schakel.Store.Rows;

namespace Schakel.Store.Models;

/// <summary>How a step stands on a day (stand). Never stored: it follows from the day one looks.</summary>
public enum WorklistStatus
{
    /// <summary>To be done, in time.</summary>
    Due = 0,
    /// <summary>To be done, and its last day is over.</summary>
    Overdue,
    /// <summary>To be done, and its last day is near.</summary>
    AtRisk,
    /// <summary>Waits for another step, or for its first day.</summary>
    Waiting,
    /// <summary>May be done; nobody is late who does not.</summary>
    Choice,
}

/// <summary>What a worklist is asked (vraag).</summary>
/// <param name="Party">Whose steps: a number of the chain's parties.</param>
/// <param name="On">The day one looks.</param>
public sealed record WorklistQuestion(int Party, Norms.Day On)
{
    /// <summary>Most steps on a page.</summary>
    public const int MostOnPage = 200;

    /// <summary>How many days before its last day a step is usually called at risk. An assumption.</summary>
    public const int UsuallyAtRisk = 14;

    /// <summary>Only steps that stand so.</summary>
    public WorklistStatus? Status { get; init; }

    /// <summary>Only steps of this kind.</summary>
    public string? Code { get; init; }

    /// <summary>Only steps of these kinds: those that whoever asks takes; all when absent.</summary>
    public IReadOnlyCollection<string>? Codes { get; init; }

    /// <summary>Whoever asks may list few files: then it is gone from those to their steps, and not through everybody's of the party. What is found is the same.</summary>
    public bool OfFewFiles { get; init; }

    /// <summary>Only persons at this site.</summary>
    public int? Site { get; init; }

    /// <summary>Only persons linked to this municipality.</summary>
    public int? Municipality { get; init; }

    /// <summary>How many days before the last day a step is at risk.</summary>
    public int AtRiskWithin { get; init; } = UsuallyAtRisk;

    /// <summary>Steps on a page, from 1 to <see cref="MostOnPage"/>.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Where the page before this one ended.</summary>
    public WorklistCursor? After { get; init; }
}

/// <summary>A place in a worklist (plaats): the next page begins after it, also when steps before it have gone.</summary>
/// <param name="Rank">Order of consequence.</param>
/// <param name="SortDay">Day within it.</param>
/// <param name="Person">The person.</param>
/// <param name="Ordinal">The step.</param>
public sealed record WorklistCursor(int Rank, int SortDay, long Person, int Ordinal)
{
    /// <summary>The place as a text for an address: numbers without a meaning outside.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}.{SortDay}.{Person}.{Ordinal}");

    /// <summary>Reads a place; null when the text is none.</summary>
    /// <param name="text">The text.</param>
    public static WorklistCursor? Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 4 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            && int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var person)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? new(rank, day, person, ordinal) : null;
    }
}

/// <summary>A step in a worklist, with its file (regel).</summary>
/// <param name="Step">The step.</param>
/// <param name="File">The file.</param>
/// <param name="Status">How it stands on the day asked about.</param>
public sealed record WorklistItem(StepRow Step, FileRow File, WorklistStatus Status);

/// <summary>A page of a worklist (pagina).</summary>
/// <param name="Items">The steps, by consequence, then date.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistItem> Items, WorklistCursor? Next);

/// <summary>Counts of a worklist (aantallen).</summary>
/// <param name="Due">In time.</param>
/// <param name="Overdue">Late.</param>
/// <param name="AtRisk">Nearly late.</param>
/// <param name="Waiting">Waiting.</param>
/// <param name="Choice">May be done.</param>
public sealed record WorklistCounts(int Due, int Overdue, int AtRisk, int Waiting, int Choice);

/// <summary>Who has what to do (werklijst): reads the files' own rows, which are always up to date.</summary>
public static class Worklist
{
    /// <summary>A page of steps: what is lost when nobody acts first, then what breaks a norm, then the rest; by last day within each.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="among">Files that whoever asks may list, of the same view; all when absent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of the page is out of range.</exception>
    public static WorklistPage Page(ModelView view, WorklistQuestion question, IQueryable<FileRow>? among = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(question.PageSize, 1, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.PageSize, WorklistQuestion.MostOnPage, nameof(question));
        var on = question.On.Number;
        var steps = Counting(view, question);
        if (question.Status is { } status)
        {
            steps = Standing(steps, status, on, question.AtRiskWithin);
        }
        if (question.After is { } after)
        {
            steps = Beyond(steps, after);
        }
        var found = (from step in steps
                     join file in Files(among ?? view.Files, question) on step.Person equals file.Person
                     orderby step.Rank, step.SortDay, step.Person, step.Ordinal
                     select new { step, file }).Take(question.PageSize + 1).ToList();
        var items = found.Take(question.PageSize).Select(one => new WorklistItem(one.step, one.file, StatusOf(one.step, on, question.AtRiskWithin))).ToList();
        return new(items, found.Count > items.Count && items[^1].Step is var last ? new(last.Rank, last.SortDay, last.Person, last.Ordinal) : null);
    }

    /// <summary>How many steps stand how; the status asked about is not looked at.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="question">What is asked.</param>
    public static WorklistCounts Count(ModelView view, WorklistQuestion question)
    {
        var steps = Counting(view, question);
        if (question.Site is not null || question.Municipality is not null)
        {
            steps = from step in steps join file in Files(view.Files, question) on step.Person equals file.Person select step;
        }
        return CountOf(steps, question.On.Number, question.AtRiskWithin);
    }

    /// <summary>How many of these steps stand how.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="day">The day.</param>
    /// <param name="atRiskWithin">How many days before the last day a step is at risk.</param>
    public static WorklistCounts CountOf(IQueryable<StepRow> steps, int day, int atRiskWithin)
    {
        var risk = day + atRiskWithin;
        // By the columns of the index, as in Standing: of a hundred thousand steps only the index is read.
        var counts = (from step in steps
                      group step by (step.Earliest != null && step.Earliest > day) || step.WaitsFor != null ? WorklistStatus.Waiting
                          : step.Rank >= StepRank.Choice ? WorklistStatus.Choice
                          : step.SortDay > risk ? WorklistStatus.Due
                          : step.SortDay < day ? WorklistStatus.Overdue
                          : WorklistStatus.AtRisk
                      into standing
                      select new { standing.Key, Count = standing.Count() }).ToDictionary(of => of.Key, of => of.Count);
        int Of(WorklistStatus status) => counts.GetValueOrDefault(status);
        return new(Of(WorklistStatus.Due), Of(WorklistStatus.Overdue), Of(WorklistStatus.AtRisk), Of(WorklistStatus.Waiting), Of(WorklistStatus.Choice));
    }

    /// <summary>The steps that stand so.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="status">How.</param>
    /// <param name="on">The day.</param>
    /// <param name="atRiskWithin">How many days before the last day a step is at risk.</param>
    public static IQueryable<StepRow> Standing(IQueryable<StepRow> steps, WorklistStatus status, int on, int atRiskWithin)
    {
        // The same as StatusOf, said by the columns of the index: what is to be done stands before choices, and is sorted by its last day, with
        // the largest number for none.
        var risk = on + atRiskWithin;
        return status switch
        {
            WorklistStatus.Waiting => steps.Where(step => (step.Earliest != null && step.Earliest > on) || step.WaitsFor != null),
            WorklistStatus.Choice => Open(steps, on).Where(step => step.Rank >= StepRank.Choice),
            WorklistStatus.Due => ToDo(steps, on).Where(step => step.SortDay > risk),
            WorklistStatus.Overdue => ToDo(steps, on).Where(step => step.SortDay < on),
            WorklistStatus.AtRisk => ToDo(steps, on).Where(step => step.SortDay >= on && step.SortDay <= risk),
        };
    }

    /// <summary>The steps that are to be done on a day, in time or not: no choices, and nothing that waits.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="on">The day.</param>
    public static IQueryable<StepRow> ToDo(IQueryable<StepRow> steps, int on) => Open(steps, on).Where(step => step.Rank < StepRank.Choice);

    /// <summary>The steps after a place in the list.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="after">The place.</param>
    public static IQueryable<StepRow> Beyond(IQueryable<StepRow> steps, WorklistCursor after) => steps.Where(step => step.Rank > after.Rank
        || (step.Rank == after.Rank && (step.SortDay > after.SortDay
            || (step.SortDay == after.SortDay && (step.Person > after.Person || (step.Person == after.Person && step.Ordinal > after.Ordinal))))));

    /// <summary>How a step stands on a day.</summary>
    /// <param name="step">The step.</param>
    /// <param name="on">The day.</param>
    /// <param name="atRiskWithin">How many days before the last day a step is at risk.</param>
    public static WorklistStatus StatusOf(StepRow step, int on, int atRiskWithin) =>
        step.Earliest > on || step.WaitsFor is not null ? WorklistStatus.Waiting
        : step.Force != (int)StepKind.Due ? WorklistStatus.Choice
        : step.LastDay is not { } last || last > on + atRiskWithin ? WorklistStatus.Due
        : last < on ? WorklistStatus.Overdue
        : WorklistStatus.AtRisk;

    private static IQueryable<StepRow> Counting(ModelView view, WorklistQuestion question)
    {
        var on = question.On.Number;
        // What is added to the party changes nothing, but that no index begins with it.
        var steps = (question.OfFewFiles ? view.Steps.Where(step => step.Party + 0 == question.Party) : view.Steps.Where(step => step.Party == question.Party))
            .Where(step => step.Until == null || step.Until >= on);
        steps = question.Codes is { } codes ? steps.Where(step => codes.Contains(step.Code)) : steps;
        return question.Code is { } code ? steps.Where(step => step.Code == code) : steps;
    }

    private static IQueryable<FileRow> Files(IQueryable<FileRow> files, WorklistQuestion question)
    {
        if (question.Site is { } site)
        {
            files = files.Where(file => file.Site == site);
        }
        if (question.Municipality is { } municipality)
        {
            files = files.Where(file => file.Municipality == municipality);
        }
        return files;
    }

    /// <summary>The steps that can be taken on a day: what is to be done and what may be chosen, and nothing that waits.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="on">The day.</param>
    public static IQueryable<StepRow> Open(IQueryable<StepRow> steps, int on) =>
        steps.Where(step => (step.Earliest == null || step.Earliest <= on) && step.WaitsFor == null);
}
