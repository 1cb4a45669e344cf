using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using NodaTime;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Calibration;

/// <summary>The parameters that a calibration found, as they travel with the program (geijkte parameters).</summary>
public static class FittedParameters
{
    private static readonly FrozenDictionary<LocalDate, Lazy<ParameterSet>> Sets = new Dictionary<LocalDate, Lazy<ParameterSet>>
    {
        [ChainData.January2022] = new(() => Read(new DataFolder(null), FileOf(ChainData.January2022))),
        [ChainData.January2024] = new(() => Read(new DataFolder(null), FileOf(ChainData.January2024))),
    }.ToFrozenDictionary();

    /// <summary>Name of the file of a starting day, within the data.</summary>
    public static string FileOf(LocalDate start) => string.Create(CultureInfo.InvariantCulture, $"fitted-{start.Year}.json");

    /// <summary>The parameters with which a rehearsal from a starting day is run: as declared, except what was fitted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing was fitted for that day.</exception>
    /// <exception cref="DataFaultException">The file is missing or names a parameter that is not there any more: run <c>schakel calibrate</c>.</exception>
    public static ParameterSet For(LocalDate start) => Sets.TryGetValue(start, out var set)
        ? set.Value
        : throw new ArgumentOutOfRangeException(nameof(start), start, "Nothing was fitted for this starting day.");

    /// <summary>The parameters in a data folder on disk.</summary>
    /// <param name="folder">Folder that holds the fitted file of the starting day.</param>
    /// <param name="start">Starting day.</param>
    public static ParameterSet From(string folder, LocalDate start) => Read(new DataFolder(folder), FileOf(start));

    internal static ParameterSet Read(DataFolder folder, string file)
    {
        var root = JsonPart.Root(folder, file).Only("schema", "start", "data?", "note", "parameters");
        root.Whole("schema", 1, 1);
        var set = ParameterSet.AsDeclared;
        foreach (var item in root.Items("parameters"))
        {
            item.Only("id", "value", "low", "high");
            var id = item.Text("id");
            var parameter = ParameterCatalogue.Find(id)
                ?? throw item.Fault("id", id, "it is not a parameter of the rehearsal; run calibrate again");
            var value = item.Number("value", parameter.Minimum, parameter.Maximum);
            set = set.With(parameter, new Estimate(
                value, item.Number("low", parameter.Minimum, value), item.Number("high", value, parameter.Maximum)));
        }

        return set;
    }

    /// <summary>The file of a set: every parameter that does not stand as declared, in order of name; the same bytes for the same set.</summary>
    /// <param name="start">Starting day.</param>
    /// <param name="dataHash">Hash of all data, when the fit may read them all; nothing for a fit from which figures are held back, so that these cannot change a byte.</param>
    /// <param name="set">The set.</param>
    public static string Write(LocalDate start, string? dataHash, ParameterSet set)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"schema\": 1,\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"start\": \"{NodaTime.Text.LocalDatePattern.Iso.Format(start)}\",\n");
        if (dataHash is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"data\": \"{dataHash}\",\n");
        }

        text.Append("  \"note\": \"Made by calibrate; data, where it is given, is the hash of what was read. Parameters that are not named stand as declared.\",\n");
        text.Append("  \"parameters\": [\n");
        var changed = ParameterCatalogue.All.Where(p => set[p] != ParameterSet.AsDeclared[p]).ToList();
        for (var i = 0; i < changed.Count; i++)
        {
            var e = set[changed[i]];
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {{ \"id\": \"{changed[i].Id}\", \"value\": {e.Value:R}, \"low\": {e.Low:R}, \"high\": {e.High:R} }}{(i + 1 < changed.Count ? "," : "")}\n");
        }

        return text.Append("  ]\n}\n").ToString();
    }
}
