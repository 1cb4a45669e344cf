using System.Collections.Immutable;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting;

/// <summary>A published figure beside the simulated one (ijkpunt).</summary>
/// <param name="Name">What was published.</param>
/// <param name="Period">Day or period it holds for, as ISO text: <c>2023-12-31</c>, <c>2023</c>.</param>
/// <param name="Unit">Unit of both, as in <see cref="SeriesDefinition"/>.</param>
/// <param name="Published">The published value.</param>
/// <param name="Simulated">Median of the replications.</param>
/// <param name="P10">Quantile 0.10.</param>
/// <param name="P90">Quantile 0.90.</param>
/// <param name="P025">Quantile 0.025; absent below 200 replications.</param>
/// <param name="P975">Quantile 0.975; absent below 200 replications.</param>
/// <param name="Fitted">True when the model was fitted to it; false when it was held back, so that it tests the model.</param>
/// <param name="Source">Who published it.</param>
public sealed record CheckedFigure(
    Bilingual Name, string Period, string Unit, double Published, double Simulated, double P10, double P90,
    double? P025, double? P975, bool Fitted, string Source)
{
    /// <summary>Simulated minus published, as a part of the published value; null when that is zero.</summary>
    public double? Deviation => Published == 0 ? null : (Simulated - Published) / Math.Abs(Published);

    /// <summary>Whether the published value lies inside the widest band there is: 95 % when given, else 80 %.</summary>
    public bool InsideBand => Published >= (P025 ?? P10) && Published <= (P975 ?? P90);
}

/// <summary>What a report tells beside the figures (verantwoording).</summary>
/// <param name="Command">The command that makes this report again, seed and replications included.</param>
/// <param name="Version">Version of the program, or its commit.</param>
/// <param name="Code">Where the code can be had, and its licence.</param>
/// <param name="Checked">Published figures the starting model was checked on; may be empty, and the report then says so.</param>
/// <param name="Assumptions">What the baseline rests on; an assessment brings its own list.</param>
public sealed record ReportContext(
    string Command, string Version, Bilingual Code, ImmutableArray<CheckedFigure> Checked,
    ImmutableArray<AssumptionLine> Assumptions);
