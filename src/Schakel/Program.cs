using System.Diagnostics;
using NodaTime;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;

var data = ChainData.Load();
var start = args.Length > 0 && args[0] == "2022" ? new LocalDate(2022, 1, 1) : new LocalDate(2024, 1, 10);
var scale = args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
var set = ParameterSet.AsDeclared;
foreach (var arg in args.Skip(2)) { var kv = arg.Split('='); set = set.With(ParameterCatalogue.Find(kv[0])!, double.Parse(kv[1], System.Globalization.CultureInfo.InvariantCulture)); }
var inputs = InputsFromData.Baseline(data, start, start.Year == 2022 ? 2 : 5, Regimes.January2024, set, scale);
Console.WriteLine($"{inputs.Inflow}");
var watch = Stopwatch.StartNew();
var nation = new Nation(inputs, 1, 0, false, central: true);
var figures = nation.Live();
watch.Stop();
Console.WriteLine($"{watch.ElapsedMilliseconds} ms, persons {nation.PersonCount}, steps {nation.StepCount}, happenings {nation.HappeningCount}, mem {Environment.WorkingSet >> 20} MB");
for (var s = 0; s < SeriesCatalogue.All.Length; s++)
{
    var d = SeriesCatalogue.All[s];
    var v = figures.Values[s];
    var line = string.Join(" ", Enumerable.Range(0, (v.Length + 11) / 12).Select(y => { var part = v.Skip(y * 12).Take(12).ToArray(); return (d.Kind == SeriesKind.Flow ? part.Sum() : d.Kind == SeriesKind.Stock ? part[^1] : part.Where(x => !double.IsNaN(x)).DefaultIfEmpty(double.NaN).Average()).ToString("0.##").PadLeft(12); }));
    Console.WriteLine($"{d.Id,-42}{line}");
}
