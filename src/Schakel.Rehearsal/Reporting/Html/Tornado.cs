using System.Collections.Immutable;
using System.Globalization;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>How far each assumption moves one outcome, widest bar on top (tornadografiek), with a table that says the same.</summary>
internal sealed class Tornado(ReportText text, Figures figures, Sentence sentence)
{
    private const double Width = 400;
    private const double Row = 48;
    private const double Side = 58;
    private const int LongestName = 58;

    private int _drawn;

    public void Draw(Markup html, SeriesDefinition definition, ImmutableArray<SensitivityBar> bars)
    {
        double low = Math.Min(0, bars.Min(bar => Math.Min(bar.AtLow, bar.AtHigh)));
        double high = Math.Max(0, bars.Max(bar => Math.Max(bar.AtLow, bar.AtHigh)));
        double span = high > low ? high - low : 1;
        double Across(double value) => Side + ((Width - (2 * Side)) * (value - low) / span);
        double height = (bars.Length * Row) + 16;
        string key = string.Create(CultureInfo.InvariantCulture, $"t{++_drawn}");

        html.Open("figure", ("class", "chart tornado"));
        html.Open("figcaption").Element("strong", text.DifferenceIn(sentence.Name(definition)));
        html.Element("span", text.Unit(definition.Unit), ("class", "unit")).Close();
        html.Open("svg", ("viewBox", $"0 0 400 {Markup.At(height)}"), ("role", "img"), ("aria-labelledby", key));
        html.Element("title", text.TornadoTitle(sentence.Name(definition)), ("id", key));
        for (int index = 0; index < bars.Length; index++)
        {
            Bar(html, bars[index], definition, index * Row, Across);
        }

        html.Element("text", "0", ("class", "mark"), ("x", Markup.At(Across(0))), ("y", Markup.At(height - 4)), ("text-anchor", "middle"));
        html.Close();
        html.Open("p", ("class", "key")).Element("span", text.AtLow, ("class", "hollow")).Element("span", text.AtHigh, ("class", "full")).Close();
        Table(html, definition, bars);
        html.Close();
    }

    private void Bar(Markup html, SensitivityBar bar, SeriesDefinition definition, double top, Func<double, double> across)
    {
        string name = text.Of(bar.Assumption.Meaning);
        double left = across(Math.Min(bar.AtLow, bar.AtHigh));
        double right = across(Math.Max(bar.AtLow, bar.AtHigh));
        string middle = Markup.At(top + 32);
        html.Element("text", name.Length <= LongestName ? name : name[..(LongestName - 1)].TrimEnd() + "\u2026",
            ("class", "name"), ("x", "4"), ("y", Markup.At(top + 17)));
        string zero = Markup.At(across(0));
        html.Empty("line", ("class", "zero"), ("x1", zero), ("x2", zero), ("y1", Markup.At(top + 23)), ("y2", Markup.At(top + 41)));
        html.Empty("rect", ("class", "bar"), ("x", Markup.At(left)), ("width", Markup.At(Math.Max(1, right - left))), ("y", Markup.At(top + 26)), ("height", "12"));
        html.Empty("circle", ("class", "hollow"), ("cx", Markup.At(across(bar.AtLow))), ("cy", middle), ("r", "4.5"));
        html.Empty("circle", ("class", "full"), ("cx", Markup.At(across(bar.AtHigh))), ("cy", middle), ("r", "4.5"));
        html.Element("text", figures.Difference(Math.Min(bar.AtLow, bar.AtHigh), definition), ("class", "side"), ("x", Markup.At(left - 9)), ("y", Markup.At(top + 36)), ("text-anchor", "end"));
        html.Element("text", figures.Difference(Math.Max(bar.AtLow, bar.AtHigh), definition), ("class", "side"), ("x", Markup.At(right + 9)), ("y", Markup.At(top + 36)));
    }

    private void Table(Markup html, SeriesDefinition definition, ImmutableArray<SensitivityBar> bars)
    {
        html.Open("details").Element("summary", text.AsTable);
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", text.TornadoTitle(sentence.Name(definition))));
        html.Open("table").Open("thead").Open("tr");
        foreach (string head in text.TornadoColumns)
        {
            html.Element("th", head, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (SensitivityBar bar in bars)
        {
            AssumptionLine line = bar.Assumption;
            html.Open("tr").Element("th", text.Of(line.Meaning), ("scope", "row"));
            html.Element("td", figures.Level(line.Low, line.Unit)).Element("td", figures.Difference(bar.AtLow, definition));
            html.Element("td", figures.Level(line.High, line.Unit)).Element("td", figures.Difference(bar.AtHigh, definition)).Close();
        }

        html.Close().Close().Close().Close();
    }
}
