using System.Globalization;
using Schakel.Norms;
using Schakel.Store.Rows;

namespace Schakel.Store.Models;

/// <summary>What is asked of the terms that run (vraag naar termijnen).</summary>
/// <param name="Parties">Whose steps: numbers of the chain's parties.</param>
/// <param name="On">The day one looks.</param>
public sealed record TermQuestion(IReadOnlyCollection<int> Parties, Day On)
{
    /// <summary>Only terms whose last day is this one or a later one.</summary>
    public Day? From { get; init; }

    /// <summary>Only terms whose last day is this one or an earlier one.</summary>
    public Day? To { get; init; }

    /// <summary>Only terms of this kind of step.</summary>
    public string? Code { get; init; }

    /// <summary>Only terms of these kinds of step: those that whoever asks takes; all when absent.</summary>
    public IReadOnlyCollection<string>? Codes { get; init; }

    /// <summary>Only terms that this norm sets, by its id.</summary>
    public string? Norm { get; init; }

    /// <summary>Only persons at this site.</summary>
    public int? Site { get; init; }

    /// <summary>Terms on a page, from 1 to <see cref="WorklistQuestion.MostOnPage"/>.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Where the page before this one ended.</summary>
    public TermCursor? After { get; init; }
}

/// <summary>A place among the terms (plaats): the next page begins after it, also when terms before it have gone.</summary>
/// <param name="LastDay">The last day.</param>
/// <param name="Person">The person.</param>
/// <param name="Ordinal">The step.</param>
public sealed record TermCursor(int LastDay, long Person, int Ordinal)
{
    /// <summary>The place as a text for an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LastDay}.{Person}.{Ordinal}");

    /// <summary>Reads a place; null when the text is none.</summary>
    /// <param name="text">The text.</param>
    public static TermCursor? Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 3 && int.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var person)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? new(day, person, ordinal) : null;
    }
}

/// <summary>A term that runs, with the step that is in time until its last day (lopende termijn).</summary>
/// <param name="Step">The step.</param>
/// <param name="LastDay">The last day, inclusive.</param>
public sealed record TermItem(StepRow Step, Day LastDay);

/// <summary>A page of terms (pagina).</summary>
/// <param name="Items">The terms, soonest first.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record TermPage(IReadOnlyList<TermItem> Items, TermCursor? Next);

/// <summary>How many terms of one kind end when (aantallen per week). A week begins on Monday.</summary>
/// <param name="Code">The kind of step.</param>
/// <param name="Norm">Id of the norm that sets the last day.</param>
/// <param name="Over">Whose last day is over.</param>
/// <param name="Weeks">Whose last day is in this week, from the day one looks, and in each of the weeks after it.</param>
/// <param name="Later">Whose last day comes after those weeks.</param>
public sealed record TermCount(string Code, string Norm, int Over, IReadOnlyList<int> Weeks, int Later);

/// <summary>
/// Which terms run until when (termijnen): the rows of steps hold their last day, and are rewritten with every event of the file, so that no second
/// table can say otherwise. What follows by operation of law is nobody's term, and is not here.
/// </summary>
public static class TermList
{
    /// <summary>Most weeks that are counted one by one.</summary>
    public const int MostWeeks = 26;

    /// <summary>A page of terms, soonest first.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="among">Files that whoever asks may list, of the same view; all when absent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of the page is out of range.</exception>
    public static TermPage Page(ModelView view, TermQuestion question, IQueryable<FileRow>? among = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(question.PageSize, 1, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.PageSize, WorklistQuestion.MostOnPage, nameof(question));
        var terms = Asked(view, question, among).Select(step => new { Step = step, Day = step.SortDay < int.MaxValue ? step.SortDay : step.Until!.Value });
        if (question.After is { } after)
        {
            terms = terms.Where(each => each.Day > after.LastDay || (each.Day == after.LastDay
                && (each.Step.Person > after.Person || (each.Step.Person == after.Person && each.Step.Ordinal > after.Ordinal))));
        }
        var found = terms.OrderBy(each => each.Day).ThenBy(each => each.Step.Person).ThenBy(each => each.Step.Ordinal).Take(question.PageSize + 1).ToList();
        var items = found.Take(question.PageSize).Select(each => new TermItem(each.Step, new(each.Day))).ToList();
        return new(items, found.Count > items.Count && items[^1] is var last ? new(last.LastDay.Number, last.Step.Person, last.Step.Ordinal) : null);
    }

    /// <summary>How many terms end when, by kind of step and norm; the page asked about is not looked at.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="weeks">How many weeks are counted one by one, from 1 to <see cref="MostWeeks"/>.</param>
    /// <param name="among">Files that whoever asks may list, of the same view; all when absent.</param>
    /// <returns>By code, then norm, in ordinal order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of weeks is out of range.</exception>
    public static IReadOnlyList<TermCount> Count(ModelView view, TermQuestion question, int weeks, IQueryable<FileRow>? among = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, MostWeeks);
        var (on, monday) = (question.On.Number, Counting.MondayOf(question.On).Number);
        var end = monday + (7 * weeks);
        var counts = Asked(view, question, among)
            .Select(step => new { step.Code, Norm = step.Norm ?? "", Day = step.SortDay < int.MaxValue ? step.SortDay : step.Until!.Value })
            .Select(each => new { each.Code, each.Norm, Week = each.Day < on ? -1 : each.Day >= end ? weeks : (each.Day - monday) / 7 })
            .GroupBy(each => each)
            .Select(of => new { of.Key.Code, of.Key.Norm, of.Key.Week, Count = of.Count() }).ToList();
        return
        [
            .. counts.GroupBy(each => (each.Code, each.Norm)).OrderBy(of => of.Key.Code, StringComparer.Ordinal).ThenBy(of => of.Key.Norm, StringComparer.Ordinal).Select(of =>
            {
                var by = of.ToDictionary(each => each.Week, each => each.Count);
                return new TermCount(of.Key.Code, of.Key.Norm, by.GetValueOrDefault(-1), [.. Enumerable.Range(0, weeks).Select(week => by.GetValueOrDefault(week))], by.GetValueOrDefault(weeks));
            }),
        ];
    }

    // By the columns of the index of worklists: a last day is the day by which a step is sorted, the largest number without one; then what can no
    // longer be taken after a day ends on that day.
    private static IQueryable<StepRow> Asked(ModelView view, TermQuestion question, IQueryable<FileRow>? among)
    {
        var (on, parties) = (question.On.Number, question.Parties);
        var steps = view.Steps.Where(step => parties.Contains(step.Party) && step.Rank != StepRank.ByLaw && (step.Until == null || step.Until >= on)
            && (step.SortDay < int.MaxValue || (step.Until != null && step.Until < int.MaxValue)));
        if (question.Codes is { } codes)
        {
            steps = steps.Where(step => codes.Contains(step.Code));
        }
        if (question.Code is { } code)
        {
            steps = steps.Where(step => step.Code == code);
        }
        if (question.Norm is { } norm)
        {
            steps = steps.Where(step => step.Norm == norm);
        }
        if (question.From?.Number is { } from)
        {
            steps = steps.Where(step => (step.SortDay < int.MaxValue ? step.SortDay : step.Until) >= from);
        }
        if (question.To?.Number is { } to)
        {
            steps = steps.Where(step => (step.SortDay < int.MaxValue ? step.SortDay : step.Until) <= to);
        }
        if (question.Site is { } site)
        {
            among = (among ?? view.Files).Where(file => file.Site == site);
        }
        return among is null ? steps : from step in steps join file in among on step.Person equals file.Person select step;
    }
}
