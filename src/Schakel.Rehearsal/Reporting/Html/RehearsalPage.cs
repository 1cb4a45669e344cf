using System.Collections.Immutable;
using NodaTime;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>The report of a rehearsal: figures, charts, what they were checked on, what they rest on.</summary>
internal sealed class RehearsalPage(RehearsalResult result, ReportLanguage language, ReportContext context)
{
    private static readonly ImmutableArray<string> Cards =
        ["occupancy.total", "stock.applications", "inflow.total", "occupancy.status-holders", "lead-time.weeks", "cost.total.euro"];

    private static readonly ImmutableArray<string> Told =
        ["occupancy.total", "stock.applications", "inflow.first", "housing.waiting", "occupancy.over-capacity"];

    private static readonly ImmutableArray<string> Forms = ["occupancy.regular", "occupancy.emergency", "occupancy.municipal"];

    private static readonly ImmutableArray<string> Key =
    [
        "inflow.total", "inflow.first", "inflow.family", "stock.applications", "stock.family", "decisions", "decided-in-time.share",
        "wait-until-interview.weeks", "occupancy.total", "occupancy.emergency", "occupancy.municipal", "occupancy.over-capacity",
        "occupancy.status-holders", "housed", "housing.waiting", "appeals.pending", "departures.independent", "departures.forced",
        "departures.unsupervised", "penalties.euro", "cost.total.euro", "cost.oda.euro",
    ];

    private readonly ReportText _text = ReportText.In(language);
    private readonly Figures _figures = new(language);
    private readonly Sentence _sentence = new(language);
    private readonly ImmutableDictionary<string, Series> _monthly = ById(result.Series);
    private readonly ImmutableDictionary<string, Series> _yearly = ById(result.Yearly);

    public void Write(TextWriter output)
    {
        Page page = new(_text);
        FanChart charts = new(_text, _figures, _sentence);
        Grounds grounds = new(_text, _figures, language);
        page.Section(_text.KeyFigures, KeyFigures);
        Charts(page, charts, _text.Arrivals, _text.ArrivalsIntroduction, ["inflow.total", "inflow.first", "inflow.family", "inflow.subsequent"]);
        Charts(page, charts, _text.WaitingAndDeciding, _text.WaitingIntroduction,
            ["stock.applications", "wait-until-interview.weeks", "lead-time.weeks", "decided-in-time.share", "decisions", "grant-rate", "stock.age.over-15-months", "stock.family"]);
        page.Section(_text.Reception, html => Reception(html, charts));
        Charts(page, charts, _text.Housing, _text.HousingIntroduction, ["occupancy.status-holders", "housing.waiting", "housed", "housing.wait-weeks"]);
        Charts(page, charts, _text.AppealsAndDepartures, _text.AppealsIntroduction,
            ["appeals", "appeals.pending", "departures.independent", "departures.forced", "departures.unsupervised", "return.caseload"]);
        Charts(page, charts, _text.Money, _text.MoneyIntroduction, ["cost.reception.euro", "cost.total.euro", "cost.oda.euro", "penalties.euro"]);
        page.Section(_text.CheckedAgainst, html => grounds.Checked(html, context.Checked));
        page.Section(_text.Assumptions, html => grounds.Assumptions(html, context.Assumptions));
        page.Section(_text.NotModelled, html => grounds.NotModelled(html, result.NotModelled));
        page.Section(_text.MethodTitle, html => grounds.Method(html, result, measures: "", context.Assumptions.Length, context));
        page.Section(_text.Reproduce, html => grounds.Reproduce(html, result, context));

        string title = _text.RehearsalTitle(result.Scenario, _figures.Month(result.Start), _figures.Month(result.Start.PlusYears(result.Years)));
        page.Write(output, _text.RehearsalKind, title, Introduction);
    }

    private void Introduction(Markup html)
    {
        html.Open("div", ("class", "brief")).Element("h2", _text.Summary);
        html.Element("p", string.Join(" ", Told.Select(Horizon).OfType<(Series Series, ImmutableArray<Point> Points)>()
            .Select(told => _sentence.Course(told.Series.Definition, told.Points[0], told.Points[^1]))));
        html.Close();
        Grounds.Made(html, result, _text, _figures);
    }

    private void KeyFigures(Markup html)
    {
        html.Open("div", ("class", "cards"));
        foreach (string id in Cards)
        {
            if (Horizon(id) is var (series, points))
            {
                Card(html, series.Definition, points);
            }
        }

        html.Close();
        ImmutableArray<int> ahead = Ahead();
        Tables.Write(html, [_text.KeyFigure, _text.AtStart, .. ahead.Select(_text.AfterYears)],
            Key.Select(Horizon).OfType<(Series Series, ImmutableArray<Point> Points)>()
                .Select(row => new TableRow(Label(row.Series.Definition), [.. row.Points.Select(point => Banded(point, row.Series.Definition))])));
    }

    private void Card(Markup html, SeriesDefinition definition, ImmutableArray<Point> points)
    {
        html.Open("div", ("class", "card")).Element("h3", Label(definition));
        html.Element("p", _figures.Level(points[0].P50, definition), ("class", "big"));
        html.Element("p", When(definition, points[0].Date), ("class", "when"));
        html.Open("dl");
        foreach (Point point in points.Skip(1))
        {
            html.Element("dt", When(definition, point.Date));
            html.Open("dd").Element("strong", _figures.Level(point.P50, definition))
                .Text($" ({_figures.Range(_figures.Level(point.P10, definition), _figures.Level(point.P90, definition))})").Close();
        }

        html.Close().Close();
    }

    private void Reception(Markup html, FanChart charts)
    {
        html.Element("p", _text.ReceptionIntroduction);
        html.Open("div", ("class", "charts"));
        Chart(html, charts, "occupancy.total");
        Chart(html, charts, "occupancy.over-capacity");
        ImmutableArray<Series> forms =
            [.. Forms.Where(_monthly.ContainsKey).Select(id => _monthly[id])];
        Axis shared = FanChart.Shared(forms);
        foreach (Series form in forms)
        {
            charts.Levels(html, form, shared);
        }

        Chart(html, charts, "breach.municipal-stay");
        Chart(html, charts, "occupancy.minors");
        Chart(html, charts, "moves.mean-at-exit");
        html.Close();
    }

    private void Charts(Page page, FanChart charts, string title, string introduction, ImmutableArray<string> ids) =>
        page.Section(title, html =>
        {
            html.Element("p", introduction);
            html.Open("div", ("class", "charts"));
            foreach (string id in ids)
            {
                Chart(html, charts, id);
            }

            html.Close();
        });

    private void Chart(Markup html, FanChart charts, string id)
    {
        if (_monthly.TryGetValue(id, out Series? series) && !series.Points.IsEmpty)
        {
            charts.Levels(html, series);
        }
    }

    // Flows are told by the year; stocks and ratios by the month nearest to the anniversary.
    private (Series Series, ImmutableArray<Point> Points)? Horizon(string id)
    {
        if (!_monthly.TryGetValue(id, out Series? series) || series.Points.IsEmpty)
        {
            return null;
        }

        if (series.Definition.Kind == SeriesKind.Flow && _yearly.TryGetValue(id, out Series? yearly) && !yearly.Points.IsEmpty)
        {
            return (yearly, [yearly.Points[0], .. Ahead().Select(ahead => yearly.Points[Math.Min(ahead, yearly.Points.Length - 1)])]);
        }

        return (series, [series.Points[0], .. Ahead().Select(ahead => series.Points.MinBy(
            point => Math.Abs(Period.DaysBetween(result.Start.PlusYears(ahead), point.Date)))!)]);
    }

    private ImmutableArray<int> Ahead() => result.Years == 1 ? [1] : [1, result.Years];

    private Cell Banded(Point point, SeriesDefinition definition) => new(
        _figures.Level(point.P50, definition), _figures.Range(_figures.Level(point.P10, definition), _figures.Level(point.P90, definition)));

    private string Label(SeriesDefinition definition)
    {
        string name = _sentence.Name(definition);
        string unit = definition.Unit is "weeks" or "fte" ? ", " + _text.Unit(definition.Unit)
            : definition.Kind != SeriesKind.Flow ? ""
            : ", " + (_yearly.ContainsKey(definition.Id) ? _text.PerYear : _text.PerMonth("").Trim());
        return char.ToUpperInvariant(name[0]) + name[1..] + unit;
    }

    private string When(SeriesDefinition definition, LocalDate date) =>
        definition.Kind == SeriesKind.Flow && _yearly.ContainsKey(definition.Id)
            ? _text.InYear(date.Year)
            : _text.AtEndOf(_figures.Month(date));

    private static ImmutableDictionary<string, Series> ById(ImmutableArray<Series> all) =>
        all.ToImmutableDictionary(series => series.Definition.Id, StringComparer.Ordinal);
}
