using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Web.Portal.Procedure;

/// <summary>
/// What the first page asks of somebody (eerste bladzijde). Whoever needs help sees one thing at a time; but a last day after which something
/// is lost stands on that page whoever looks, and is folded away for nobody.
/// </summary>
/// <param name="First">The one thing to do first; absent when there is nothing, or when all is shown.</param>
/// <param name="Others">What else there is to do.</param>
/// <param name="Days">Last days that do not stand with what is shown above them.</param>
public sealed record FirstPage(ToDo? First, ImmutableArray<ToDo> Others, ImmutableArray<ToDo> Days)
{
    // The person's own terms, and the right whose last day is the same.
    private static readonly (string Term, string Step)[] OwnTerms =
    [
        ("appeal-period", "lodge-appeal"), ("further-appeal-period", "lodge-further-appeal"), ("view-period", "submit-view"), ("withdrawal-view-period", "submit-withdrawal-view"),
        ("family-window", "request-reunification"), ("departure-period", "depart-independently"), ("visa-collection", ""),
    ];

    /// <summary>Rights that end on a day and of which nothing is lost then, with the reason.</summary>
    public static FrozenDictionary<string, string> NothingLost { get; } = new Dictionary<string, string>
    {
        ["report-interview-absence"] = "possible through the day of the interview, which stands there itself",
        ["choose-interview-day"] = "whoever does not choose is given a day by the planner",
        ["ask-other-interview-day"] = "who is too late for it reports that they cannot come",
        ["pre-register"] = "has a page of its own",
    }.ToFrozenDictionary();

    /// <summary>The first page of somebody.</summary>
    /// <param name="file">The file.</param>
    /// <param name="way">Its way ahead.</param>
    /// <param name="oneThing">One thing at a time.</param>
    public static FirstPage Of(CaseFile file, WayAhead way, bool oneThing)
    {
        var mine = Tasks.Mine(file, way);
        var days = DaysOf(file, way);
        if (!oneThing)
        {
            return new(null, mine, days);
        }
        var (first, others) = mine.IsEmpty ? (null, mine) : (mine[0], mine.RemoveAt(0));
        return new(first, others, [.. others.Where(each => each.By is not null).Concat(days).OrderBy(each => each.By)]);
    }

    /// <summary>Everything with a day that comes within some days, the nearest first (herinneringen).</summary>
    /// <param name="file">The file.</param>
    /// <param name="way">Its way ahead.</param>
    /// <param name="days">How many days ahead; zero for none.</param>
    public static ImmutableArray<ToDo> Within(CaseFile file, WayAhead way, int days) => days == 0 ? [] : [.. Dated(file, way).Where(each => each.By <= way.Today.PlusDays(days))];

    /// <summary>Everything with a day that is not over, the nearest first: appointments and last days.</summary>
    /// <param name="file">The file.</param>
    /// <param name="way">Its way ahead.</param>
    public static ImmutableArray<ToDo> Dated(CaseFile file, WayAhead way) =>
        [.. Tasks.Mine(file, way).Concat(DaysOf(file, way)).Where(each => each.By >= way.Today).OrderBy(each => each.By)];

    // A hearing is no duty, and whoever does not know of it cannot be there.
    private static ImmutableArray<ToDo> DaysOf(CaseFile file, WayAhead way)
    {
        var rights = OfRights(way);
        return way.Steps.Any(each => each.Code == CourtSteps.HoldHearing.Code) && file.Procedure.Courts.Hearing?.PlannedFor is { } on && on >= way.Today
            ? [.. rights.Append(new("where.hearing", on, "where.hearing-more", on, "Awb 8:56")).OrderBy(each => each.By)]
            : rights;
    }

    private static ImmutableArray<ToDo> OfRights(WayAhead way)
    {
        var rights = way.MayDo.Where(each => each.Party == Party.Applicant && each.IsOpenOn(way.Today) && !NothingLost.ContainsKey(each.Code))
            .Select(each => (each.Code, Last: LastOf(each, way.Today), each.Norm)).Where(each => each.Last is not null).DistinctBy(each => (each.Code, each.Last)).ToList();
        var terms = way.Terms.Where(each => each.LastDay >= way.Today)
            .SelectMany(each => OwnTerms.Where(own => own.Term == each.Code && !rights.Exists(right => right.Code == own.Step && right.Last == each.LastDay)).Select(_ => each));
        return
        [
            .. rights.Select(each => new ToDo($"step.{each.Code}", null, null, each.Last, each.Norm))
                .Concat(terms.Select(each => new ToDo($"term.{each.Code}", null, null, each.LastDay, each.Norm)))
                .OrderBy(each => each.By),
        ];
    }

    // The day on which it is in time; once that is over, the one on which it can still be done.
    private static Day? LastOf(NextStep step, Day today) =>
        step.LastDay is { } inTime && inTime >= today ? inTime
        : step.Until is { } until && until != NextStep.UntilAnEvent ? until : null;
}
