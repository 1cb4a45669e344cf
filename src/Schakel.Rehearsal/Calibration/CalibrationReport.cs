using System.Globalization;
using System.Text;

namespace Schakel.Rehearsal.Calibration;

/// <summary>Tells the calibration as a document (verantwoording van de ijking).</summary>
public static class CalibrationReport
{
    /// <summary>How far a fitted figure may be off.</summary>
    public const double Aim = 0.05;

    /// <summary>The document, in Markdown: the same text for the same outcome.</summary>
    public static string Text(CalibrationOutcome outcome)
    {
        var text = new StringBuilder();
        Method(text, outcome);
        text.Append("\n## From January 2022, fitted to 2022\n\n");
        Parameters(text, outcome.Fit2022);
        Verdict(text, outcome.Table2022, heldBack: true);
        Table(text, outcome.Table2022, showUse: true);
        Off(text, outcome.Table2022);
        NotMeasured(text, outcome.Table2022);
        text.Append("\n## What changed by January 2024\n\n");
        text.Append(
            "The second fit starts from the first. It rehearses 2022 with what was found above and lets the parameters below change on 1 January 2023, "
            + "fitted to all figures over 2023 and the first days of 2024, save those that cannot be right because others contradict them (doubtful): all that was known when the forecast begins. The forecast from 10 January 2024 "
            + "takes these parameters, and its own starting state for the rest. Nothing in this table is held back, so it tests nothing.\n\n");
        Parameters(text, outcome.Fit2024);
        Verdict(text, outcome.Table2024, heldBack: false);
        Table(text, outcome.Table2024, showUse: false);
        Off(text, outcome.Table2024);
        return text.ToString();
    }

    private static void Method(StringBuilder text, CalibrationOutcome outcome)
    {
        var options = outcome.Options;
        text.Append("# Calibration\n\nMade by `schakel calibrate`; do not edit. ");
        Add(text, $"Data `{outcome.DataHash}`, seed {options.Seed}, {options.Replications} replications, {options.RunsPerPoint} runs per point of the fit.\n\n");
        text.Append("## Method\n\n");
        text.Append("- **Fit.** Method of moments. Gauss–Newton steps on the logarithms of the parameters; a figure's residual is the logarithm of simulated over published, ");
        Add(text, $"over a tolerance of {Percent(Fit.ModelError)} and its rounding. Figures of one series weigh as much together as one. A ridge pulls each parameter to what was thought of it before, so that what no figure tells stays where it was. ");
        text.Append("Every run of a step has the same people (common random numbers) and no uncertainty of parameters. The same data and seed give the same bytes on any number of threads.\n");
        text.Append("- **Ranges.** After the fit a parameter keeps the range that the figures leave open when the others are known, and beside it how much it tends to change from one year to the next, an assumption per parameter: a year of figures cannot tell that.\n");
        text.Append("- **Bands.** Predictive: each replication draws its parameters and its people. A figure's rounding counts as part of the figure. Simulated is the run with all parameters at their centre.\n");
        text.Append("- **Measured.** Flows are summed and shares pooled over the months of the period; a stock on a day lies on the line between month ends, and after the last one it is that of 31 December 2023.\n");
        text.Append("- **Given.** First applications and arrivals of relatives in 2022 and 2023 by quarter, the mix of nationalities of 2022, the law of these years and the housing tasks are handed to the rehearsal; what they brought about is not.\n");
        text.Append("- **Held back.** `data/held-back.json` was committed before the first fit. The fit from January 2022 reads no figure named there, nor moves by number, the return of Moroccans, the starting state of 2024, or any figure of a year before: a test changes them all and compares the bytes. ");
        text.Append("Where a parameter was declared after such a figure, the fit starts from an earlier and wider view (below). What no test can show: the people who built the model had seen all of these figures, and chose what to model knowing them.\n");
        text.Append("- **Score.** Interval score of the 80 % band over the published value, width plus a fine for being outside: less is better. *As last year* is the score of the figure of a year before, as a band without width.\n\n");
        text.Append("| declared after figures held back | taken for January 2022 | why |\n|---|---|---|\n");
        foreach (var known in FitPlan.KnownIn2022)
        {
            Add(text, $"| `{known.Id}` | {Number(known.Estimate.Value)} ({Number(known.Estimate.Low)}–{Number(known.Estimate.High)}) | {known.Reason} |\n");
        }
    }

    private static void Parameters(StringBuilder text, FitResult fit)
    {
        text.Append("| parameter | unit | before | fitted | range for the bands | left open | answers mainly to |\n|---|---|---:|---:|---|---:|---|\n");
        foreach (var p in fit.Parameters)
        {
            var e = p.Estimate;
            var limit = p.AtLimit ? " (at its limit)" : "";
            Add(text, $"| `{p.Plan.Id}` | {p.Plan.Parameter.Unit} | {Number(p.Prior.Value)} | {Number(e.Value)}{limit} | {Number(e.Low)}–{Number(e.High)} | {Percent(p.Spread / p.Plan.Spread)} | {p.Plan.Answers} |\n");
        }

        text.Append("\n*Left open* is the spread after the fit over that before it: 100 % means that no figure told anything.\n\n");
    }

    private static void Verdict(StringBuilder text, CalibrationTable table, bool heldBack)
    {
        var fitted = table.Measured.Where(r => r.Fitted).ToList();
        Add(text, $"**Fitted figures** within {Percent(Aim)}: {fitted.Count(r => Math.Abs(r.Deviation) <= Aim)} of {fitted.Count}.");
        if (heldBack)
        {
            var held = table.Measured.Where(r => !r.Fitted).ToList();
            Add(text, $" **Held back**: 80 % bands hold {held.Count(r => r.In80)} of {held.Count} ({Percent(table.HeldBackCoverage)}; ");
            Add(text, $"it must be between {Percent(CalibrationTable.LeastCoverage)} and {Percent(CalibrationTable.MostCoverage)}: {(table.CoversAsItShould ? "it is" : "**it is not, and that is a failure**")})");
            text.Append(held.All(r => r.In95 is null) ? "; 95 % bands need 200 replications." : string.Create(CultureInfo.InvariantCulture, $"; 95 % bands hold {held.Count(r => r.In95 == true)}."));
            var both = held.Where(r => r.LastYearScore is not null).ToList();
            Add(text, $" Of the {both.Count} held-back figures whose figure of a year before is known, the band scores better than *as last year* on {both.Count(r => r.Score < r.LastYearScore)}.");
        }

        text.Append("\n\n");
    }

    private static void Table(StringBuilder text, CalibrationTable table, bool showUse)
    {
        text.Append(showUse ? "| figure | used | " : "| figure | ");
        text.Append("published | simulated | off | 80 % band | 95 % band | holds it | width | score | as last year |\n");
        text.Append(showUse ? "|---|---|" : "|---|").Append("---:|---:|---:|---|---|---|---:|---:|---:|\n");
        foreach (var r in table.Measured)
        {
            var holds = r.In80 ? "80 %" : r.In95 == true ? "95 %" : "no";
            var outer = r.P025 is { } low && r.P975 is { } high ? $"{Number(low)}–{Number(high)}" : "–";
            var doubtful = r.Figure.Doubtful ? " (doubtful)" : "";
            Add(text, $"| `{r.Figure.Id}`{doubtful} | {(showUse ? r.Fitted ? "fitted | " : "held back | " : "")}{Number(r.Figure.Value)} | {Number(r.Central)} | {Signed(r.Deviation)} | {Number(r.P10)}–{Number(r.P90)} | {outer} | {holds} | {Percent(r.Width)} | {Number(r.Score)} | {(r.LastYearScore is { } last ? Number(last) : "–")} |\n");
        }
    }

    private static void Off(StringBuilder text, CalibrationTable table)
    {
        text.Append("\n### What is off, and why\n\n");
        var off = table.Measured.Where(r => r.Fitted ? Math.Abs(r.Deviation) > Aim : !(r.In95 ?? r.In80)).ToList();
        if (off.Count == 0)
        {
            text.Append("Nothing: every fitted figure is within five percent, and every held-back one in its band.\n");
        }

        foreach (var why in off.GroupBy(r => Explanations.Of(r.Figure.Id)))
        {
            text.Append("- ").AppendJoin(", ", why.Select(r => $"`{r.Figure.Id}` ({Signed(r.Deviation)})")).Append(": ").Append(why.Key).Append('\n');
        }
    }

    private static void NotMeasured(StringBuilder text, CalibrationTable table)
    {
        text.Append("\n### Not measured\n\n");
        foreach (var reason in table.Rows.Where(r => r.NotMeasured is not null).GroupBy(r => r.NotMeasured))
        {
            text.Append("- ").AppendJoin(", ", reason.Select(r => $"`{r.Figure.Id}`")).Append(": ").Append(reason.Key).Append(".\n");
        }
    }

    private static void Add(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Signed(double share) => (share * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";

    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => Math.Round(value).ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
