using System.Collections.Immutable;
using NodaTime;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting;

/// <summary>The key figures as a table of plain text (tabel in de terminal).</summary>
/// <param name="language">The reader's language.</param>
/// <param name="width">Characters on a line; the table leaves out years, then bands, until it fits.</param>
/// <param name="colour">Whether bands may be dimmed with an escape sequence; the words are the same without.</param>
public sealed class TerminalReport(ReportLanguage language, int width, bool colour)
{
    private static readonly ImmutableArray<string> Key =
    [
        "inflow.total", "inflow.first", "inflow.family", "stock.applications", "decisions", "decided-in-time.share",
        "lead-time.weeks", "wait-until-interview.weeks", "occupancy.total", "occupancy.emergency", "occupancy.municipal",
        "occupancy.status-holders", "occupancy.over-capacity", "housed", "housing.waiting", "appeals.pending",
        "workload.ind.fte", "penalties.euro", "cost.total.euro", "cost.oda.euro",
    ];

    private static readonly ImmutableArray<int> YearsAhead = [0, 1, 3, 5];

    private readonly Figures _figures = new(language);
    private readonly Sentence _sentence = new(language);

    private bool Dutch => language == ReportLanguage.Dutch;

    /// <summary>The key figures of a rehearsal at the start, one and three years on and at the end, each with its 80 % band.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="result">The rehearsal.</param>
    public void Write(TextWriter output, RehearsalResult result) => Table(output, result.Series, result, difference: false);

    /// <summary>The paired differences of an assessment at the same moments, under the verdict on what was intended.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="assessment">The assessment.</param>
    public void Write(TextWriter output, Assessment assessment)
    {
        if (assessment.NoEffect)
        {
            output.WriteLine(_sentence.NoEffect);
            return;
        }

        foreach (MeasureText measure in assessment.Measures)
        {
            output.WriteLine(Dutch ? measure.Title.Dutch : measure.Title.English);
            if (Verdicts.On(measure, assessment.YearlyDifference, _sentence) is { } verdict)
            {
                output.WriteLine("  " + verdict);
            }
        }

        output.WriteLine();
        output.WriteLine(Dutch ? "Verschil met de basis, met de band van 80%" : "Difference from the baseline, with its 80% band");
        Table(output, assessment.Difference, assessment.Variant, difference: true);
    }

    private void Table(TextWriter output, ImmutableArray<Series> all, RehearsalResult run, bool difference)
    {
        ImmutableArray<Series> rows = [.. all.Where(series => Key.Contains(series.Definition.Id) && series.Points.Length > 0)
            .OrderBy(series => series.Definition.Kind == SeriesKind.Flow)];
        if (rows.IsEmpty)
        {
            return;
        }

        ImmutableArray<LocalDate> dates =
            [.. YearsAhead.Where(ahead => ahead < run.Years).Append(run.Years).Select(ahead => Nearest(rows[0], run.Start, ahead)).Distinct()];
        int labels = rows.Max(series => Label(series.Definition).Length);
        foreach ((int columns, bool bands) in Shapes(dates.Length))
        {
            ImmutableArray<LocalDate> shown = [.. dates.Take(columns - 1), dates[^1]];
            string[][] cells = [.. rows.Select(series => shown.Select(date => Cell(series, date, bands, difference)).ToArray())];
            int[] widths = [.. Enumerable.Range(0, columns).Select(column =>
                Math.Max(_figures.Month(shown[column]).Length, cells.Max(row => row[column].Length)))];
            if (labels + widths.Sum(cell => cell + 2) <= width || (columns == 1 && !bands))
            {
                Print(output, rows, shown, cells, widths, labels);
                return;
            }
        }
    }

    // From the fullest to the barest: a band is dropped only when not even one year with a band fits.
    private static IEnumerable<(int Columns, bool Bands)> Shapes(int columns)
    {
        for (int count = columns; count >= 1; count--)
        {
            yield return (count, true);
        }

        for (int count = columns; count >= 1; count--)
        {
            yield return (count, false);
        }
    }

    private void Print(
        TextWriter output, ImmutableArray<Series> rows, ImmutableArray<LocalDate> dates, string[][] cells, int[] widths, int labels)
    {
        bool flows = false;
        Head(output, Dutch ? "Aan het eind van de maand" : "At the end of the month", dates, widths, labels);
        for (int row = 0; row < rows.Length; row++)
        {
            if (!flows && rows[row].Definition.Kind == SeriesKind.Flow)
            {
                flows = true;
                output.WriteLine();
                Head(output, Dutch ? "In de maand" : "In the month", dates, widths, labels);
            }

            output.Write(Label(rows[row].Definition).PadRight(labels));
            for (int column = 0; column < dates.Length; column++)
            {
                output.Write("  " + Dimmed(cells[row][column].PadLeft(widths[column])));
            }

            output.WriteLine();
        }
    }

    private void Head(TextWriter output, string title, ImmutableArray<LocalDate> dates, int[] widths, int labels)
    {
        output.Write(title.Length <= labels ? title.PadRight(labels) : new string(' ', labels));
        for (int column = 0; column < dates.Length; column++)
        {
            output.Write("  " + _figures.Month(dates[column]).PadLeft(widths[column]));
        }

        output.WriteLine();
    }

    private string Dimmed(string cell)
    {
        int band = cell.IndexOf('(', StringComparison.Ordinal);
        return colour && band >= 0 ? cell[..band] + "\u001b[2m" + cell[band..] + "\u001b[22m" : cell;
    }

    private string Cell(Series series, LocalDate date, bool bands, bool difference)
    {
        if (series.Points.FirstOrDefault(point => point.Date == date) is not { } point)
        {
            return "";
        }

        string cell = _figures.Compact(point, series.Definition, difference);
        int band = cell.IndexOf(" (", StringComparison.Ordinal);
        return bands || band < 0 ? cell : cell[..band];
    }

    private string Label(SeriesDefinition definition) => definition.Unit switch
    {
        "weeks" => _sentence.Name(definition) + (Dutch ? ", weken" : ", weeks"),
        "fte" => _sentence.Name(definition) + ", fte",
        _ => _sentence.Name(definition),
    };

    private static LocalDate Nearest(Series series, LocalDate start, int yearsAhead)
    {
        LocalDate aim = start.PlusYears(yearsAhead);
        return series.Points.MinBy(point => Math.Abs(Period.DaysBetween(aim, point.Date)))!.Date;
    }
}
