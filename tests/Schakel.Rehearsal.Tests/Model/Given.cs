using NodaTime;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Tests.Model;

/// <summary>A small nation to try things on.</summary>
internal static class Given
{
    private static readonly ChainData Data = ChainData.Load();

    public static ModelInputs ATwentiethOfTheNation(int years = 2) =>
        InputsFromData.Baseline(Data, new LocalDate(2024, 1, 10), years, Regimes.January2024, ParameterSet.AsDeclared, 0.05);

    public static ModelInputs With(this ModelInputs inputs, string parameter, double value) =>
        inputs with { Parameters = inputs.Parameters.Fixed(ParameterCatalogue.Find(parameter)!, value) };

    public static MonthlyFigures Lived(this ModelInputs inputs, ulong seed = 1, int replication = 0) =>
        new Nation(inputs, seed, replication, keepSteps: false, central: true).Live();

    public static double AtEnd(this MonthlyFigures figures, string series) => figures.Values[SeriesCatalogue.IndexOf(series)][^1];

    public static double AtStart(this MonthlyFigures figures, string series) => figures.Values[SeriesCatalogue.IndexOf(series)][0];

    public static double InAll(this MonthlyFigures figures, string series) =>
        Bands.OverPeriod(figures, SeriesCatalogue.IndexOf(series), 0, figures.Months.Count - 1);

    public static double InYear(this MonthlyFigures figures, string series, int year) =>
        Bands.OverPeriod(figures, SeriesCatalogue.IndexOf(series), year * 12, (year * 12) + 11);
}
