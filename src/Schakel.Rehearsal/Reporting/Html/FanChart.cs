using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>A line of medians in its bands, drawn as SVG (waaiergrafiek), with a table that says the same.</summary>
internal sealed class FanChart(ReportText text, Figures figures, Sentence sentence)
{
    private const double Width = 400;
    private const double Height = 220;
    private const double Left = 54;
    private const double Right = 52;
    private const double Top = 12;
    private const double Bottom = 24;

    private int _drawn;

    /// <summary>A figure of levels.</summary>
    public void Levels(Markup html, Series series, Axis? axis = null) =>
        Draw(html, series, comparison: null, isDifference: false, axis);

    /// <summary>A figure of the variant beside the median of the baseline.</summary>
    public void Beside(Markup html, Series variant, Series baseline) =>
        Draw(html, variant, baseline, isDifference: false, axis: null);

    /// <summary>A figure of paired differences around zero.</summary>
    public void Differences(Markup html, Series series) =>
        Draw(html, series, comparison: null, isDifference: true, axis: null);

    /// <summary>One axis for several figures, so that they can be compared by eye.</summary>
    public static Axis Shared(IEnumerable<Series> all) => Axis.Over(all.SelectMany(Extent));

    private static IEnumerable<double> Extent(Series series) =>
        series.Points.SelectMany(point => new[] { point.P025 ?? point.P10, point.P975 ?? point.P90 });

    private void Draw(Markup html, Series series, Series? comparison, bool isDifference, Axis? axis)
    {
        ImmutableArray<Point> points = [.. series.Points.Where(point => double.IsFinite(point.P10 + point.P50 + point.P90))];
        string name = Title(series.Definition, isDifference);
        html.Open("figure", ("class", "chart"));
        html.Open("figcaption");
        html.Element("strong", name);
        html.Element("span", UnitText(series.Definition), ("class", "unit"));
        html.Close();
        if (points.IsEmpty)
        {
            html.Element("p", text.NoFigure, ("class", "note"));
            html.Close();
            return;
        }

        Axis scale = axis ?? Axis.Over(Extent(series).Concat(comparison?.Points.Select(point => point.P50) ?? []));
        string key = string.Create(CultureInfo.InvariantCulture, $"c{++_drawn}");
        html.Open("svg", ("viewBox", "0 0 400 220"), ("role", "img"), ("aria-labelledby", key));
        html.Element("title", name + ": " + Description(series, points, isDifference), ("id", key));
        Grid(html, scale, points, series.Definition, isDifference);
        if (points.All(point => point is { P025: not null, P975: not null }))
        {
            Area(html, scale, points, point => point.P025!.Value, point => point.P975!.Value, "outer");
        }

        Area(html, scale, points, point => point.P10, point => point.P90, "inner");
        if (comparison is not null)
        {
            ImmutableArray<Point> other = [.. comparison.Points.Where(point => double.IsFinite(point.P50))];
            Line(html, scale, other, "other");
        }

        Line(html, scale, points, "middle");
        Ends(html, scale, points, series.Definition, isDifference);
        html.Close();
        if (comparison is not null)
        {
            html.Open("p", ("class", "key"));
            html.Element("span", text.KeyVariant, ("class", "solid"));
            html.Element("span", text.KeyBaseline, ("class", "dashed"));
            html.Close();
        }

        Table(html, name, points, series.Definition, isDifference);
        html.Close();
    }

    private string Title(SeriesDefinition definition, bool isDifference)
    {
        string name = sentence.Name(definition);
        string capital = char.ToUpperInvariant(name[0]) + name[1..];
        return isDifference ? text.DifferenceIn(name) : capital;
    }

    private string UnitText(SeriesDefinition definition)
    {
        string unit = text.Unit(definition.Unit);
        return definition.Kind == SeriesKind.Flow ? text.PerMonth(unit) : unit;
    }

    private string Shown(double value, SeriesDefinition definition, bool isDifference) =>
        isDifference ? figures.Difference(value, definition) : figures.Level(value, definition);

    private string Description(Series series, ImmutableArray<Point> points, bool isDifference)
    {
        string Said(Point point) => text.BandOf(
            Shown(point.P50, series.Definition, isDifference), Shown(point.P10, series.Definition, isDifference),
            Shown(point.P90, series.Definition, isDifference));
        return $"{figures.Month(points[0].Date)} {Said(points[0])}; {figures.Month(points[^1].Date)} {Said(points[^1])}.";
    }

    private static double Across(int index, int count) =>
        Left + ((Width - Left - Right) * (count == 1 ? 0.5 : index / (double)(count - 1)));

    private static double Down(Axis axis, double value) => Height - Bottom - ((Height - Top - Bottom) * axis.Place(value));

    private void Grid(Markup html, Axis axis, ImmutableArray<Point> points, SeriesDefinition definition, bool isDifference)
    {
        foreach (double mark in axis.Marks)
        {
            string y = Markup.At(Down(axis, mark));
            html.Empty("line", ("class", mark == 0 ? "zero" : "grid"), ("x1", Markup.At(Left)), ("x2", Markup.At(Width - Right)), ("y1", y), ("y2", y));
            html.Element("text", mark > 0 && isDifference ? "+" + figures.Mark(mark, definition) : figures.Mark(mark, definition), ("class", "mark"), ("x", Markup.At(Left - 6)), ("y", Markup.At(Down(axis, mark) + 3.5)), ("text-anchor", "end"));
        }

        for (int index = 0; index < points.Length; index++)
        {
            LocalDate date = points[index].Date;
            if (date.Month == 1 || (index == 0 && points.Length <= 12))
            {
                string x = Markup.At(Across(index, points.Length));
                html.Empty("line", ("class", "zero"), ("x1", x), ("x2", x), ("y1", Markup.At(Height - Bottom)), ("y2", Markup.At(Height - Bottom + 4)));
                html.Element("text", date.Year.ToString(CultureInfo.InvariantCulture), ("class", "mark"),
                    ("x", x), ("y", Markup.At(Height - 6)), ("text-anchor", "start"));
            }
        }
    }

    private static void Area(
        Markup html, Axis axis, ImmutableArray<Point> points, Func<Point, double> low, Func<Point, double> high, string kind)
    {
        StringBuilder path = new();
        for (int index = 0; index < points.Length; index++)
        {
            Step(path, index == 0 ? 'M' : 'L', Across(index, points.Length), Down(axis, high(points[index])));
        }

        for (int index = points.Length - 1; index >= 0; index--)
        {
            Step(path, 'L', Across(index, points.Length), Down(axis, low(points[index])));
        }

        html.Empty("path", ("class", kind), ("d", path.Append('Z').ToString()));
    }

    private static void Line(Markup html, Axis axis, ImmutableArray<Point> points, string kind)
    {
        StringBuilder path = new();
        for (int index = 0; index < points.Length; index++)
        {
            Step(path, index == 0 ? 'M' : 'L', Across(index, points.Length), Down(axis, points[index].P50));
        }

        html.Empty("path", ("class", kind), ("d", path.ToString()));
    }

    private static void Step(StringBuilder path, char command, double x, double y) =>
        path.Append(command).Append(Markup.At(x)).Append(' ').Append(Markup.At(y));

    private void Ends(Markup html, Axis axis, ImmutableArray<Point> points, SeriesDefinition definition, bool isDifference)
    {
        Point last = points[^1];
        double x = Across(points.Length - 1, points.Length);
        double middle = Down(axis, last.P50);
        html.Empty("circle", ("class", "end"), ("cx", Markup.At(x)), ("cy", Markup.At(middle)), ("r", "3"));
        Label(html, x, middle, Shown(last.P50, definition, isDifference), "value");
        if (middle - Down(axis, last.P90) > 13)
        {
            Label(html, x, Down(axis, last.P90), Shown(last.P90, definition, isDifference), "side");
        }

        if (Down(axis, last.P10) - middle > 13)
        {
            Label(html, x, Down(axis, last.P10), Shown(last.P10, definition, isDifference), "side");
        }
    }

    private static void Label(Markup html, double x, double y, string value, string kind) =>
        html.Element("text", Compact(value), ("class", kind), ("x", Markup.At(x + 6)), ("y", Markup.At(y + 3.5)));

    // Beside a line there is room for a number, not for its unit.
    private static string Compact(string value)
    {
        int end = value.LastIndexOf('\u00a0');
        return end > 1 && char.IsLetter(value[^1]) ? value[..end].Replace("€\u00a0", "", StringComparison.Ordinal) : value;
    }

    private void Table(Markup html, string name, ImmutableArray<Point> points, SeriesDefinition definition, bool isDifference)
    {
        bool wide = points.All(point => point is { P025: not null, P975: not null });
        html.Open("details");
        html.Element("summary", text.AsTable);
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", name));
        html.Open("table").Open("thead").Open("tr");
        foreach (string head in wide ? text.PointColumnsWide : text.PointColumns)
        {
            html.Element("th", head, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (Point point in points)
        {
            html.Open("tr").Element("th", figures.Month(point.Date), ("scope", "row"));
            double?[] values = wide
                ? [point.P025, point.P10, point.P50, point.P90, point.P975]
                : [point.P10, point.P50, point.P90];
            foreach (double? value in values)
            {
                html.Element("td", value is { } number ? Shown(number, definition, isDifference) : "");
            }

            html.Close();
        }

        html.Close().Close().Close().Close();
    }
}
