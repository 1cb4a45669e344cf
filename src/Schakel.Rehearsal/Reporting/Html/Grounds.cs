using System.Collections.Immutable;
using System.Globalization;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>What every report ends with: what the figures were checked on, what they rest on, how to make them again.</summary>
internal sealed class Grounds(ReportText text, Figures figures, ReportLanguage language)
{
    /// <summary>What the figures are made of, and how to read a band.</summary>
    public static void Made(Markup html, RehearsalResult result, ReportText text, Figures figures)
    {
        html.Element("p", text.MadeOf(
            figures.Whole(result.Replications), figures.Whole(result.PersonsPerReplication), figures.Day(result.Start),
            figures.Day(result.Start.PlusYears(result.Years).PlusDays(-1))), ("class", "made"));
        if (result.Replications < result.RequestedReplications)
        {
            html.Element("p", text.Interrupted(figures.Whole(result.Replications), figures.Whole(result.RequestedReplications)), ("class", "warn"));
        }

        bool wide = result.Series.Any(series => series.Points.Any(point => point.P025 is not null));
        html.Element("p", text.BandsExplained(wide) + (wide ? "" : " " + text.FewReplications), ("class", "note"));
    }

    public void Checked(Markup html, ImmutableArray<CheckedFigure> rows)
    {
        if (rows.IsEmpty)
        {
            html.Element("p", text.NothingChecked);
            return;
        }

        html.Element("p", text.CheckedIntroduction(rows.Count(row => row.InsideBand), rows.Length));
        Tables.Write(html, text.CheckedColumns, rows.Select(row => new TableRow(text.Of(row.Name),
        [
            new Cell(figures.Level(row.Published, row.Unit), row.Period),
            new Cell(figures.Level(row.Simulated, row.Unit),
                figures.Range(figures.Level(row.P025 ?? row.P10, row.Unit), figures.Level(row.P975 ?? row.P90, row.Unit))),
            new Cell(figures.Percentage(row.Deviation)),
            new Cell(row.InsideBand ? text.InsideBand : text.OutsideBand),
            new Cell(row.Fitted ? text.Fitted : text.HeldBack),
            new Cell(row.Source),
        ])), "stack words");
    }

    public void Assumptions(Markup html, ImmutableArray<AssumptionLine> rows)
    {
        if (rows.IsEmpty)
        {
            html.Element("p", text.NoAssumptions);
            return;
        }

        html.Element("p", text.AssumptionsIntroduction);
        Tables.Write(html, text.AssumptionColumns, rows.Select(row => new TableRow(text.Of(row.Meaning),
        [
            new Cell(figures.Level(row.Value, row.Unit), figures.Range(figures.Level(row.Low, row.Unit), figures.Level(row.High, row.Unit))),
            new Cell(text.Unit(row.Unit)),
            new Cell(text.Source(row.Source)),
        ])), "stack words");
    }

    public void NotModelled(Markup html, IEnumerable<Bilingual> gaps)
    {
        ImmutableArray<string> lines = [.. gaps.Select(text.Of).Distinct()];
        html.Element("p", lines.IsEmpty ? text.NothingNamed : text.NotModelledIntroduction);
        if (!lines.IsEmpty)
        {
            Tables.List(html, lines);
        }
    }

    public void Method(Markup html, RehearsalResult result, string measures, int assumptions, ReportContext context)
    {
        html.Element("p", text.MethodIntroduction);
        MethodFacts facts = new(
            figures.Day(result.Start), result.Years, figures.Whole(result.Replications), figures.Whole(result.PersonsPerReplication),
            figures.Whole(result.StepsPerReplication), result.Scenario, measures, assumptions,
            context.Checked.Count(row => !row.Fitted), context.Version, text.Of(context.Code));
        foreach (IGrouping<char, MethodItem> group in text.Method(facts).GroupBy(item => item.Number[0]))
        {
            html.Element("h3", text.MethodGroup(group.Key)).Open("dl", ("class", "items"));
            foreach (MethodItem item in group)
            {
                html.Element("dt", $"{item.Number} {item.Title}").Element("dd", item.Answer);
            }

            html.Close();
        }

        html.Element("h3", text.Definitions).Open("details").Element("summary", text.AsTable);
        html.Open("dl", ("class", "items"));
        foreach (Series series in result.Series)
        {
            html.Open("dt").Text(language == ReportLanguage.Dutch ? series.Definition.Dutch : series.Definition.English)
                .Empty("br").Element("code", series.Definition.Id).Close();
            html.Element("dd", text.Of(series.Definition.Meaning));
        }

        html.Close().Close();
    }

    public void Reproduce(Markup html, RehearsalResult result, ReportContext context)
    {
        html.Element("p", text.ReproduceIntroduction);
        ImmutableArray<string> values =
            [context.Command, result.Seed.ToString(CultureInfo.InvariantCulture), result.LawHash, result.InputHash, context.Version];
        html.Open("dl", ("class", "items"));
        for (int index = 0; index < values.Length; index++)
        {
            html.Element("dt", text.ReproduceLabels[index]).Open("dd").Element("code", values[index]).Close();
        }

        html.Close();
    }
}
