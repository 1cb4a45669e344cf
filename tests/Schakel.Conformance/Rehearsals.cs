using NodaTime;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Measures;
using Schakel.Rehearsal.Model;

namespace Schakel.Conformance;

/// <summary>Inputs of rehearsals, as the commands make them.</summary>
internal static class Rehearsals
{
    private static readonly Lazy<ChainData> Data = new(() => ChainData.Load(null));

    /// <summary>The baseline that starts in a year, with or without a measure of the program.</summary>
    public static ModelInputs Of(int year, double scale, string measure = "", int years = 5)
    {
        var start = year == 2022 ? new LocalDate(2022, 1, 1) : new LocalDate(2024, 1, 10);
        var law = year == 2022 ? Regimes.January2022 : Regimes.January2024;
        var baseline = InputsFromData.Baseline(Data.Value, start, years, law, ParameterSet.AsDeclared, scale);
        return measure.Length == 0 ? baseline : MeasureSet.Apply(baseline, MeasureFiles.LoadAll([measure]));
    }

    /// <summary>The baseline that starts in a year, under the regime of the dossier: to the eve of the Pact, for whose days norms are missing.</summary>
    public static ModelInputs UnderDossier(int year, double scale) =>
        UpTo(Day.Of(2026, 6, 11), Of(year, scale) with { Law = Regimes.Dossier2026 });

    private static ModelInputs UpTo(Day last, ModelInputs inputs) => inputs with { Days = last.Number - inputs.Start.Number };

    /// <summary>The law of a day, as the inputs have it.</summary>
    public static Func<Day, Law> LawOn(ModelInputs inputs) => day =>
        inputs.Laws.Where(change => change.From <= day).OrderBy(change => change.From.Number).LastOrDefault()?.Law ?? inputs.Law;
}
