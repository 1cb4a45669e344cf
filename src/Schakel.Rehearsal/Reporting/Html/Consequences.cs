using System.Collections.Immutable;
using System.Globalization;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>The sections on what a measure does to partners, work, money, waiting, rights and feasibility.</summary>
internal sealed class Consequences(Findings findings, ReportText text, Figures figures, Sentence sentence)
{
    private const int ChartsPerPartner = 2;

    private static readonly ImmutableArray<string> Partners = ["ind", "coa", "municipalities", "courts", "dtv", "all"];

    private static readonly ImmutableArray<string> Waits =
    [
        "wait-until-interview.weeks", "lead-time.weeks", "stock.age.6-15-months", "stock.age.over-15-months", "stock.family",
        "appeals.wait-weeks", "appeals.pending", "housing.wait-weeks", "housing.waiting",
    ];

    private static readonly ImmutableArray<string> RightsAtStake =
        ["occupancy.over-capacity", "breach.municipal-stay", "housing.arrears", "default-notices", "decided-in-time.share", "moves.total"];

    public void PerPartner(Markup html, FanChart charts)
    {
        html.Element("p", text.SideEffectsIntroduction);
        foreach (string partner in Partners)
        {
            ImmutableArray<Series> all = [.. findings.Yearly.Where(series =>
                series.Definition.Partner == partner && series.Definition.Unit is not ("euro" or "fte") && !findings.Targets.Contains(series.Definition.Id))];
            if (all.IsEmpty)
            {
                continue;
            }

            html.Element("h3", text.Partner(partner));
            ImmutableArray<Series> clear = [.. all.Where(series => findings.EffectOf(series.Definition.Id).IsClear())];
            if (!clear.IsEmpty)
            {
                Table(html, clear);
                html.Open("div", ("class", "charts"));
                foreach (Series largest in clear.OrderByDescending(findings.Weight).Take(ChartsPerPartner))
                {
                    if (findings.Monthly(largest.Definition.Id) is { Points.IsEmpty: false } monthly)
                    {
                        charts.Differences(html, monthly);
                    }
                }

                html.Close();
            }

            Named(html, all, Effect.Unclear, text.NoClearEffectOn);
            Named(html, all, Effect.None, text.NoEffectOn);
        }
    }

    public void Workload(Markup html)
    {
        html.Element("p", text.WorkloadIntroduction);
        ImmutableArray<Series> rows = [.. findings.Yearly.Where(series =>
            series.Definition.Unit == "fte" || series.Definition.Id == "workload.municipalities.homes")];
        Sentences(html, rows);
        WithLevels(html, rows, text.WithoutMeasure, variant: false, name: series => Capital(sentence.Name(series.Definition)));
    }

    public void Cost(Markup html)
    {
        html.Element("p", text.CostIntroduction);
        if (findings.MoreBreaches)
        {
            html.Element("p", text.NeverASaving, ("class", "warn"));
        }

        ImmutableArray<Series> rows = [.. Findings.Budgets.Select(findings.YearlyOf).OfType<Series>()];
        Sentences(html, rows);
        WithLevels(html, rows, text.WithoutMeasure, variant: false, name: series => text.Budget(series.Definition.Id));
    }

    public void WhoWaits(Markup html)
    {
        ImmutableArray<Series> rows = [.. Waits.Select(findings.YearlyOf).OfType<Series>()];
        Group(html, text.Longer, rows, Effect.Rise);
        Group(html, text.Shorter, rows, Effect.Fall);
        if (rows.Any(series => findings.EffectOf(series.Definition.Id) == Effect.Unclear))
        {
            Group(html, text.WaitNotClear, rows, Effect.Unclear);
        }
    }

    public void Rights(Markup html)
    {
        html.Element("p", text.RightsIntroduction);
        ImmutableArray<Series> rows = [.. RightsAtStake.Select(findings.YearlyOf).OfType<Series>()];
        Sentences(html, rows);
        WithLevels(html, rows, text.WithoutMeasure, variant: true, name: series => Capital(sentence.Name(series.Definition)));
    }

    public void Feasibility(Markup html)
    {
        ImmutableArray<string> flags = [.. Flags()];
        if (flags.IsEmpty)
        {
            html.Element("p", text.NoFlags);
            return;
        }

        foreach (string flag in flags)
        {
            html.Element("p", flag, ("class", "warn"));
        }
    }

    private IEnumerable<string> Flags()
    {
        foreach ((string id, string said) in new[]
        {
            ("occupancy.over-capacity", text.FlagPlaces),
            ("appeals.pending", text.FlagCourts),
            ("workload.ind.fte", text.NeedsStaff(text.Partner("ind"))),
            ("workload.courts.fte", text.NeedsStaff(text.Partner("courts"))),
            ("workload.coa.fte", text.NeedsStaff(text.Partner("coa"))),
            ("workload.dtv.fte", text.NeedsStaff(text.Partner("dtv"))),
            ("workload.municipalities.homes", text.FlagHomes),
            ("no-shows", text.FlagInterviews),
            ("cost.oda.euro", text.FlagAid),
        })
        {
            if (findings.EffectOf(id) == Effect.Rise && findings.YearlyOf(id) is { } series)
            {
                yield return $"{said} {sentence.Change(series.Definition, series.Points[^1])}";
            }
        }

        foreach (AssumptionLine assumption in findings.Turning())
        {
            yield return text.FlagHangsOn(text.Of(assumption.Meaning));
        }
    }

    private void Table(Markup html, ImmutableArray<Series> rows)
    {
        ImmutableArray<int> years = findings.Years();
        Tables.Write(html, [text.Subject, .. years.Select(text.DifferenceInYear), text.Direction],
            rows.Select(series => new TableRow(WithUnit(series.Definition),
            [
                .. years.Select(year => Difference(series, year)),
                new Cell(sentence.DirectionWord(series.Definition, series.Points[^1])),
            ])));
    }

    private void WithLevels(
        Markup html, ImmutableArray<Series> rows, Func<int, string> levelColumn, bool variant, Func<Series, string> name)
    {
        ImmutableArray<int> years = findings.Years();
        if (years.IsEmpty || rows.IsEmpty)
        {
            return;
        }

        int last = years[^1];
        Tables.Write(html,
            [text.Subject, levelColumn(last), .. variant ? [text.With(last)] : Array.Empty<string>(), .. years.Select(text.DifferenceInYear)],
            rows.Select(series => new TableRow(name(series),
            [
                Level(findings.BaselineIn(series.Definition.Id, last), series.Definition),
                .. variant ? [Level(findings.VariantIn(series.Definition.Id, last), series.Definition)] : Array.Empty<Cell>(),
                .. years.Select(year => Difference(series, year)),
            ], series.Definition.Id == "cost.total.euro" ? "total" : "part")));
    }

    private Cell Level(Point? point, SeriesDefinition definition) => point is null
        ? new Cell("")
        : new Cell(figures.Level(point.P50, definition), figures.Range(figures.Level(point.P10, definition), figures.Level(point.P90, definition)));

    private Cell Difference(Series series, int year)
    {
        if (findings.InYear(series.Definition.Id, year) is not { } point)
        {
            return new Cell("");
        }

        return Effects.Of(point) == Effect.None
            ? new Cell(sentence.NoEffect)
            : new Cell(figures.Difference(point.P50, series.Definition),
                figures.Range(figures.Difference(point.P10, series.Definition), figures.Difference(point.P90, series.Definition)));
    }

    private void Sentences(Markup html, ImmutableArray<Series> rows) =>
        Tables.List(html, rows.Where(series => findings.EffectOf(series.Definition.Id).IsClear())
            .Select(series => sentence.Change(series.Definition, series.Points[^1])).DefaultIfEmpty(text.NoClearEffectOn(
                string.Join(", ", rows.Select(series => sentence.Name(series.Definition))))));

    private void Group(Markup html, string title, ImmutableArray<Series> rows, Effect effect)
    {
        html.Element("h3", title);
        ImmutableArray<string> lines = [.. rows.Where(series => findings.EffectOf(series.Definition.Id) == effect)
            .Select(series => sentence.Change(series.Definition, series.Points[^1]))];
        if (lines.IsEmpty)
        {
            html.Element("p", text.Nobody);
        }
        else
        {
            Tables.List(html, lines);
        }
    }

    private void Named(Markup html, ImmutableArray<Series> rows, Effect effect, Func<string, string> said)
    {
        string names = string.Join(", ", rows.Where(series => findings.EffectOf(series.Definition.Id) == effect)
            .Select(series => sentence.Name(series.Definition)));
        if (names.Length > 0)
        {
            html.Element("p", said(names), ("class", "note"));
        }
    }

    private string WithUnit(SeriesDefinition definition) => definition.Unit is "weeks"
        ? string.Create(CultureInfo.InvariantCulture, $"{Capital(sentence.Name(definition))}, {text.Unit(definition.Unit)}")
        : Capital(sentence.Name(definition));

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
