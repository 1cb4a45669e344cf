using System.Collections.Immutable;
using NodaTime;

namespace Schakel.Rehearsal.Results;

/// <summary>How the values of a series come about, and so how they may be added.</summary>
public enum SeriesKind
{
    /// <summary>A count at the end of the day (stand).</summary>
    Stock,
    /// <summary>What happened in the month (stroom); months may be summed.</summary>
    Flow,
    /// <summary>A mean or share over the month; months may not be summed.</summary>
    Ratio,
}

/// <summary>What one series measures: fixed for every rehearsal.</summary>
/// <param name="Id">Stable name, such as <c>occupancy.total</c>.</param>
/// <param name="Unit">Unit of the values, in English and in the plural: persons, applications, share, weeks, euro, fte, moves.</param>
/// <param name="Kind">Stock, flow or ratio.</param>
/// <param name="Partner">Whose work or place it is: ind, coa, courts, municipalities, dtv, all.</param>
/// <param name="English">Name for a reader, in English.</param>
/// <param name="Dutch">Name for a reader, in Dutch.</param>
/// <param name="MoreIsWorse">True when a rise is a burden (waiting, breaches, cost); null when neither.</param>
/// <param name="Meaning">What is counted, in one sentence.</param>
public sealed record SeriesDefinition(
    string Id, string Unit, SeriesKind Kind, string Partner, string English, string Dutch, bool? MoreIsWorse,
    Bilingual Meaning);

/// <summary>The distribution of one value over the replications.</summary>
/// <param name="Date">Last day of the month.</param>
/// <param name="Mean">Mean over the replications.</param>
/// <param name="StandardError">Standard error of that mean; shrinks with more replications, where the band does not.</param>
/// <param name="P025">Quantile 0.025; absent below 200 replications.</param>
/// <param name="P10">Quantile 0.10.</param>
/// <param name="P50">Median.</param>
/// <param name="P90">Quantile 0.90.</param>
/// <param name="P975">Quantile 0.975; absent below 200 replications.</param>
public sealed record Point(
    LocalDate Date, double Mean, double StandardError, double? P025, double P10, double P50, double P90, double? P975);

/// <summary>A monthly series with its predictive band: chance and uncertainty of the parameters together.</summary>
/// <param name="Definition">What it measures.</param>
/// <param name="Points">A point a month, in order.</param>
public sealed record Series(SeriesDefinition Definition, ImmutableArray<Point> Points);

/// <summary>A rehearsal's outcome: every series, and all that is needed to make it again.</summary>
/// <param name="Scenario">Name of the scenario or starting state.</param>
/// <param name="Start">First day.</param>
/// <param name="Years">Length in years.</param>
/// <param name="Seed">Seed of every chance.</param>
/// <param name="Replications">Replications done.</param>
/// <param name="RequestedReplications">Replications asked for; more than done when it was interrupted.</param>
/// <param name="LawHash">Hash of the law in force.</param>
/// <param name="InputHash">Hash of data and parameters.</param>
/// <param name="PersonsPerReplication">Mean number of persons that lived in a replication.</param>
/// <param name="StepsPerReplication">Mean number of steps.</param>
/// <param name="Series">All series.</param>
/// <param name="NotModelled">What the model leaves out, in Dutch and English: stated in every report.</param>
/// <param name="Yearly">The same series per calendar year that is lived through for fifty weeks or more, dated 31 December: flows summed, stocks at the end of the year, ratios as of the whole year; bands over the replications' own year figures. Empty when not asked for.</param>
public sealed record RehearsalResult(
    string Scenario, LocalDate Start, int Years, ulong Seed, int Replications, int RequestedReplications,
    string LawHash, string InputHash, long PersonsPerReplication, long StepsPerReplication,
    ImmutableArray<Series> Series, ImmutableArray<Bilingual> NotModelled, ImmutableArray<Series> Yearly);

/// <summary>A sentence in both languages.</summary>
/// <param name="Dutch">Dutch text.</param>
/// <param name="English">English text.</param>
public sealed record Bilingual(string Dutch, string English);

/// <summary>An input that is not known exactly.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Value">Central value.</param>
/// <param name="Low">Lowest value thought reasonable.</param>
/// <param name="High">Highest value thought reasonable.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Source">Source, or the word <c>assumption</c>, or <c>fitted</c>.</param>
/// <param name="Meaning">What it stands for, in both languages.</param>
public sealed record AssumptionLine(
    string Id, double Value, double Low, double High, string Unit, string Source, Bilingual Meaning);

/// <summary>How much one assumption moves one outcome of a measure: a bar of the tornado chart.</summary>
/// <param name="Assumption">The assumption.</param>
/// <param name="SeriesId">The outcome it moves.</param>
/// <param name="AtLow">Paired difference when the assumption stands at its low end.</param>
/// <param name="AtHigh">Paired difference at its high end.</param>
public sealed record SensitivityBar(AssumptionLine Assumption, string SeriesId, double AtLow, double AtHigh);

/// <summary>A measure in the report's words.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Intention">What it is meant to achieve, as its proposer says.</param>
/// <param name="TargetSeriesId">The series it means to move, with <see cref="TargetDirection"/>.</param>
/// <param name="TargetDirection">-1 to lower it, +1 to raise it.</param>
/// <param name="Changes">What it changes, line by line: norms, capacities, inflow or behaviour.</param>
/// <param name="LegalPoints">Legal points with their source and certainty.</param>
/// <param name="NotModelled">What of the measure is not modelled.</param>
public sealed record MeasureText(
    string Id, Bilingual Title, Bilingual Intention, string TargetSeriesId, int TargetDirection,
    ImmutableArray<Bilingual> Changes, ImmutableArray<Bilingual> LegalPoints, ImmutableArray<Bilingual> NotModelled);

/// <summary>An implementation test (uitvoeringstoets): the variant beside the baseline, on the same people.</summary>
/// <param name="Baseline">The chain without the measures.</param>
/// <param name="Variant">The chain with them.</param>
/// <param name="Difference">Variant minus baseline, replication by replication: the same series with paired bands.</param>
/// <param name="YearlyDifference">The same per calendar year (flows summed, stocks at year end, ratios averaged).</param>
/// <param name="Measures">The measures, in the order given.</param>
/// <param name="Assumptions">All assumptions, those of the measures first.</param>
/// <param name="Sensitivity">The tornado chart's bars, largest first.</param>
/// <param name="NoEffect">True when not one byte differs.</param>
public sealed record Assessment(
    RehearsalResult Baseline, RehearsalResult Variant, ImmutableArray<Series> Difference,
    ImmutableArray<Series> YearlyDifference, ImmutableArray<MeasureText> Measures,
    ImmutableArray<AssumptionLine> Assumptions, ImmutableArray<SensitivityBar> Sensitivity, bool NoEffect);
