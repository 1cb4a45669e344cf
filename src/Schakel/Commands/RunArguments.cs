using System.CommandLine;
using System.Globalization;
using NodaTime;
using Schakel.Norms;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Reporting;
using Schakel.Store.Log;
using Day = Schakel.Norms.Day;

namespace Schakel.Commands;

/// <summary>The options that rehearse and assess share.</summary>
internal sealed class RunArguments
{
    private readonly Option<int> _years = NumberOption.Create("--years", 5, 1, 20, "Length in years.");
    private readonly Option<int?> _replications = NumberOption.Optional("--replications", 1, 10_000, "Number of replications; without it as many as the asked width needs.");
    private readonly Option<ulong> _seed = NumberOption.Create("--seed", 1UL, ulong.MinValue, ulong.MaxValue, "Seed of every chance; the same seed gives the same bytes.");
    private readonly Option<int> _threads = NumberOption.Create("--threads", Environment.ProcessorCount, 1, 1024, "Threads; never changes a figure.");
    private readonly Option<double> _width = NumberOption.Create("--width", 0.05, 0.001, 1, "Half-width of the 95 % interval of the means that is asked for, as a share.");
    private readonly Option<DirectoryInfo> _out = new("--out") { Description = "Folder for the report, CSV and JSON.", DefaultValueFactory = _ => new DirectoryInfo("out") };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document on standard output, in place of the files in --out." };
    private readonly Option<string> _language = new("--lang") { Description = "Language of the report: nl or en.", DefaultValueFactory = _ => "en" };
    private readonly Option<string> _regime = new("--regime") { Description = "Regime of norms.", DefaultValueFactory = _ => "" };
    private readonly Option<DirectoryInfo?> _data = new("--data") { Description = "Folder with data files instead of those in the program; with --from-live, the data folder of a store." };
    private readonly Option<double> _scale = NumberOption.Create("--scale", 1.0, 0.001, 100, "Size against the nation.");
    private readonly Option<FileInfo?> _ocel = new("--ocel") { Description = "File for every trajectory of the first replication, as OCEL 2.0 (JSON)." };
    private readonly Option<string> _start = new("--start") { Description = "Starting state: 2024-01-10 or 2022-01-01.", DefaultValueFactory = _ => "2024-01-10" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command, bool withStart)
    {
        _language.AcceptOnlyFromAmong("nl", "en");
        foreach (var option in (Option[])[_years, _replications, _seed, _threads, _width, _out, _json, _language, _regime, _data, _scale, _ocel])
        {
            command.Options.Add(option);
        }

        if (withStart)
        {
            command.Options.Add(_start);
        }
    }

    /// <summary>What was asked, read and checked.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scenario">Name or date of the starting state; nothing for the one that <c>--start</c> names.</param>
    public RunRequest Read(ParseResult parsed, string? scenario)
    {
        var data = ChainData.Load(StoreOf(parsed) is null ? parsed.GetValue(_data)?.FullName : null);
        var start = StartOf(scenario ?? parsed.GetValue(_start)!, data);
        var regime = parsed.GetValue(_regime)!;
        var law = regime.Length > 0 ? Regimes.Find(regime) : start.Year == 2022 ? Regimes.January2022 : Regimes.January2024;
        var inputs = InputsFromData.Baseline(
            data, start, parsed.GetValue(_years), law, FittedParameters.For(start), parsed.GetValue(_scale));
        var options = new RunOptions(
            parsed.GetValue(_seed), parsed.GetValue(_replications), parsed.GetValue(_threads), parsed.GetValue(_width));
        return new RunRequest(
            data, inputs, options, parsed.GetValue(_out)!.FullName, parsed.GetValue(_json),
            parsed.GetValue(_language) == "nl" ? ReportLanguage.Dutch : ReportLanguage.English, parsed.GetValue(_ocel)?.FullName);
    }

    /// <summary>What was asked of the chain as it stands, read and checked.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scale">Size of the stock against the nation, asked for when the stock is there.</param>
    /// <param name="lawOn">The law of a day, unless a regime was asked for.</param>
    /// <param name="stockOf">Takes the stock under a law.</param>
    public RunRequest Read(ParseResult parsed, Func<double> scale, Func<Day, Law> lawOn, Func<Func<Day, Law>, LiveStock> stockOf)
    {
        var regime = parsed.GetValue(_regime)!;
        var stock = stockOf(regime.Length > 0 ? _ => Regimes.Find(regime) : lawOn);
        var request = Read(parsed, "2024-01-10");
        var parameters = FittedParameters.For(new LocalDate(2024, 1, 10));
        return request with
        {
            Inputs = LiveInputs.Of(request.Data, stock, parsed.GetValue(_years), parameters, scale()),
        };
    }

    /// <summary>The folder of <c>--data</c>, when it holds a store and no data files.</summary>
    /// <param name="parsed">The command line.</param>
    public string? StoreOf(ParseResult parsed) =>
        parsed.GetValue(_data) is { } folder && LogReader.IsThere(folder.FullName) ? folder.FullName : null;

    /// <summary>Whether a regime was asked for by name.</summary>
    /// <param name="parsed">The command line.</param>
    public bool NamesRegime(ParseResult parsed) => parsed.GetValue(_regime)!.Length > 0;

    private static LocalDate StartOf(string scenario, ChainData data)
    {
        var text = scenario.StartsWith("start-", StringComparison.Ordinal) ? scenario[6..] : scenario;
        var known = data.Starts.FirstOrDefault(s => s.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) == text);
        return known?.Date ?? throw new ArgumentException(
            $"Scenario `{scenario}` is not known. Give one of: {string.Join(", ", data.Starts.Select(s => s.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)))}.");
    }
}

/// <summary>A rehearsal as it was asked for.</summary>
/// <param name="Data">All data.</param>
/// <param name="Inputs">Baseline inputs.</param>
/// <param name="Options">How to run.</param>
/// <param name="OutputFolder">Where the report goes.</param>
/// <param name="Json">Whether one JSON document goes to standard output.</param>
/// <param name="Language">Language of the report.</param>
/// <param name="OcelFile">Where trajectories go; nothing when they were not asked for.</param>
internal sealed record RunRequest(
    ChainData Data, ModelInputs Inputs, RunOptions Options, string OutputFolder, bool Json, ReportLanguage Language, string? OcelFile);
