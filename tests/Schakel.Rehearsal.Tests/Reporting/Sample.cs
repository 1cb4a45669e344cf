using System.Collections.Immutable;
using NodaTime;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Tests.Reporting;

/// <summary>Made-up figures of a plausible size, for tests of reports only: nothing here was simulated.</summary>
internal static class Sample
{
    public static readonly LocalDate Start = new(2024, 1, 10);
    private const int Months = 60;

    // Level at the start, level after five years, seasonal swing, half width of the 80% band after five years (all but the levels relative).
    private static readonly Dictionary<string, (double From, double To, double Season, double Width)> Levels = new(StringComparer.Ordinal)
    {
        ["inflow.first"] = (3000, 3400, 0.22, 0.24),
        ["inflow.subsequent"] = (140, 160, 0.1, 0.2),
        ["inflow.family"] = (820, 1250, 0.12, 0.25),
        ["inflow.total"] = (3960, 4810, 0.19, 0.23),
        ["inflow.resettled"] = (42, 42, 0.3, 0.1),
        ["stock.applications"] = (49800, 56300, 0.02, 0.21),
        ["stock.applications.track1"] = (3900, 4300, 0.05, 0.2),
        ["stock.applications.track2"] = (900, 800, 0.05, 0.2),
        ["stock.applications.track4"] = (45000, 51200, 0.02, 0.22),
        ["stock.family"] = (27000, 31000, 0.02, 0.2),
        ["decisions"] = (2180, 2700, 0.06, 0.1),
        ["grant-rate"] = (0.55, 0.57, 0.01, 0.05),
        ["grant-rate.track4"] = (0.62, 0.66, 0.01, 0.05),
        ["decided-in-time.share"] = (0.64, 0.48, 0.03, 0.22),
        ["lead-time.weeks"] = (44, 61, 0.02, 0.15),
        ["wait-until-interview.weeks"] = (54, 63, 0.02, 0.17),
        ["occupancy.total"] = (63200, 74800, 0.015, 0.17),
        ["occupancy.regular"] = (32900, 35100, 0.005, 0.04),
        ["occupancy.emergency"] = (25400, 35200, 0.03, 0.3),
        ["occupancy.municipal"] = (4900, 4500, 0.08, 0.4),
        ["occupancy.status-holders"] = (16000, 18900, 0.02, 0.2),
        ["occupancy.minors"] = (5900, 6400, 0.02, 0.2),
        ["occupancy.over-capacity"] = (420, 900, 0.3, 0.9),
        ["breach.municipal-stay"] = (4600, 4300, 0.08, 0.4),
        ["housed"] = (2050, 2350, 0.08, 0.12),
        ["housing.waiting"] = (16000, 19800, 0.02, 0.22),
        ["housing.wait-weeks"] = (29, 33, 0.02, 0.18),
        ["moves.mean-at-exit"] = (3.1, 3.4, 0.01, 0.08),
        ["departures.independent"] = (282, 300, 0.05, 0.15),
        ["departures.forced"] = (199, 205, 0.05, 0.15),
        ["departures.unsupervised"] = (396, 430, 0.05, 0.15),
        ["appeals"] = (720, 980, 0.06, 0.15),
        ["appeals.pending"] = (8100, 11900, 0.02, 0.2),
        ["appeals.wait-weeks"] = (39, 47, 0.02, 0.15),
        ["appeals.upheld-share"] = (0.2, 0.2, 0.02, 0.1),
        ["default-notices"] = (2300, 2900, 0.15, 0.3),
        ["penalties.euro"] = (940_000, 2_400_000, 0.25, 0.55),
        ["workload.ind.fte"] = (4100, 4400, 0.02, 0.05),
        ["workload.courts.fte"] = (410, 540, 0.03, 0.12),
        ["cost.reception.euro"] = (158_000_000, 201_000_000, 0.01, 0.18),
        ["cost.staff.euro"] = (52_000_000, 57_000_000, 0.01, 0.05),
        ["cost.oda.euro"] = (61_000_000, 70_000_000, 0.03, 0.2),
        ["cost.total.euro"] = (211_000_000, 260_000_000, 0.01, 0.16),
    };

    // Effect after five years, as a part of the level; half width of its 80% band likewise.
    private static readonly Dictionary<string, (double Effect, double Width)> Shifts = new(StringComparer.Ordinal)
    {
        ["stock.applications"] = (-0.31, 0.07),
        ["stock.applications.track4"] = (-0.34, 0.07),
        ["decisions"] = (0.11, 0.03),
        ["decisions.track4"] = (0.13, 0.03),
        ["decided-in-time.share"] = (0.24, 0.08),
        ["lead-time.weeks"] = (-0.2, 0.06),
        ["wait-until-interview.weeks"] = (-0.26, 0.07),
        ["stock.age.over-15-months"] = (-0.4, 0.1),
        ["occupancy.total"] = (-0.015, 0.022),
        ["occupancy.status-holders"] = (0.12, 0.05),
        ["occupancy.over-capacity"] = (0.2, 0.12),
        ["housing.waiting"] = (0.14, 0.06),
        ["housing.wait-weeks"] = (0.06, 0.03),
        ["inflow.family"] = (0.08, 0.04),
        ["appeals"] = (0.12, 0.05),
        ["appeals.pending"] = (0.33, 0.12),
        ["appeals.wait-weeks"] = (0.25, 0.1),
        ["default-notices"] = (-0.4, 0.15),
        ["penalties.euro"] = (-0.45, 0.2),
        ["workload.ind.fte"] = (0.09, 0.02),
        ["workload.courts.fte"] = (0.02, 0.03),
        ["cost.staff.euro"] = (0.17, 0.02),
        ["cost.reception.euro"] = (-0.03, 0.02),
        ["cost.total.euro"] = (-0.004, 0.02),
    };

    public static AssumptionLine AppealShare { get; } = new("appeal.share", 0.78, 0.70, 0.88, "share", "assumption",
        new Bilingual("Deel van de afwijzingen waartegen beroep komt", "Share of refusals that are appealed"));

    public static AssumptionLine Training { get; } = new("staff.training", 9, 6, 12, "months", "ABDTOPConsult 2024, § 4.6",
        new Bilingual("Maanden tot een nieuwe medewerker zelfstandig beslist", "Months until a new officer decides alone"));

    public static AssumptionLine Housing { get; } = new("housing.pace", 25_000, 22_500, 27_500, "persons", "fitted",
        new Bilingual("Statushouders die per jaar een woning vinden", "Status holders who find a home in a year"));

    public static ReportContext Context { get; } = new(
        "schakel rehearse start-2024 --years 5 --replications 200 --seed 20240110", "0.1.0",
        new Bilingual("De code is openbaar onder de licentie EUPL-1.2.", "The code is public under the licence EUPL-1.2."),
        [
            new CheckedFigure(new Bilingual("Bewoners in de opvang", "Residents in reception"), "2023-12-31", "persons", 64_405, 63_950, 62_100, 66_200, 61_300, 67_400, false, "COA"),
            new CheckedFigure(new Bilingual("Openstaande aanvragen", "Pending applications"), "2023-12-31", "applications", 50_000, 48_700, 46_100, 51_800, 45_200, 53_000, true, "IND"),
            new CheckedFigure(new Bilingual("Inwilligingen in spoor 4", "Grant rate in track 4"), "2023", "share", 0.62, 0.668, 0.64, 0.69, 0.632, 0.70, false, "IND"),
        ],
        [Training, AppealShare, Housing]);

    public static RehearsalResult Baseline(int replications = 200) => Result("start-2024", replications, ScaleNone);

    public static Assessment Assessment(int sign = 1, int replications = 200)
    {
        ImmutableArray<Series> difference = All(id => Difference(id, sign, replications));
        ImmutableArray<Series> yearly = Yearly(difference, replications);
        return new Assessment(
            Baseline(replications), Result("start-2024", replications, id => sign * Shifts.GetValueOrDefault(id).Effect),
            difference, yearly, [Measure(-1)], [Training, AppealShare, Housing],
            [
                new SensitivityBar(Training, "stock.applications", -21_500, -12_800),
                new SensitivityBar(AppealShare, "stock.applications", -18_300, -15_900),
                new SensitivityBar(Housing, "stock.applications", -17_600, -17_200),
                new SensitivityBar(Housing, "housing.waiting", 6_100, -700),
                new SensitivityBar(AppealShare, "housing.waiting", 3_200, 2_500),
            ],
            NoEffect: false);
    }

    public static Assessment NoEffect()
    {
        ImmutableArray<Series> zero = All(id => [.. Levels0(id, 200, ScaleNone).Select(point => new Point(point.Date, 0, 0, 0, 0, 0, 0, 0))]);
        return new Assessment(
            Baseline(), Baseline(), zero, Yearly(zero, 200), [Measure(-1)], [Training, AppealShare, Housing], [], NoEffect: true);
    }

    public static MeasureText Measure(int direction) => new(
        "ind-staff-plus-20",
        new Bilingual("Een vijfde meer medewerkers bij de IND", "A fifth more staff at IND"),
        new Bilingual("Meer beslismedewerkers, zodat aanvragen sneller worden afgehandeld en de voorraad daalt.",
            "More decision officers, so that applications are handled sooner and the stock falls."),
        "stock.applications", direction,
        [new Bilingual("Beslismedewerkers: +20% vanaf 1 juli 2024, na negen maanden opleiding volledig inzetbaar.",
            "Decision officers: +20% from 1 July 2024, fully productive after nine months' training.")],
        [new Bilingual("Geen wijziging van wet nodig; de beslistermijn van artikel 42 Vw 2000 blijft gelden.",
            "No change of law needed; the decision period of article 42 Vw 2000 stays.")],
        [new Bilingual("Krapte op de arbeidsmarkt buiten de keten.", "Scarcity on the labour market outside the chain.")]);

    private static double ScaleNone(string id) => 0;

    private static RehearsalResult Result(string scenario, int replications, Func<string, double> effect)
    {
        ImmutableArray<Series> series = All(id => Levels0(id, replications, effect));
        return new RehearsalResult(
            scenario, Start, 5, 20240110, replications, replications, "b7e1f0c2", "4d9a33aa", 361_000, 9_900_000, series,
            [new Bilingual("De krappe arbeidsmarkt voor tolken.", "The shortage of interpreters."),
             new Bilingual("Doorstroom van Oekraïense ontheemden naar asiel.", "Displaced Ukrainians moving on to asylum.")],
            Yearly(series, replications));
    }

    private static ImmutableArray<Series> All(Func<string, ImmutableArray<Point>> points) =>
        [.. SeriesCatalogue.All.Select(definition => new Series(definition, points(definition.Id)))];

    private static (double From, double To, double Season, double Width) Level(string id) =>
        Levels.TryGetValue(id, out (double, double, double, double) level) ? level
        : SeriesCatalogue.Find(id).Unit switch
        {
            "share" => (0.6, 0.6, 0.02, 0.1),
            "weeks" => (20, 22, 0.02, 0.15),
            "euro" => (20_000_000, 22_000_000, 0.02, 0.15),
            _ => (1000 + (100 * (id.Length % 7)), 1200 + (100 * (id.Length % 7)), 0.05, 0.2),
        };

    private static ImmutableArray<Point> Levels0(string id, int replications, Func<string, double> effect)
    {
        (double from, double to, double season, double width) = Level(id);
        return
        [
            .. Enumerable.Range(0, Months).Select(month =>
            {
                double time = month / (double)(Months - 1);
                double level = (from + ((to - from) * Math.Pow(time, 0.7)))
                    * (1 + (season * Math.Sin((month - 5) * Math.PI / 6)))
                    * (1 + (effect(id) * Grown(time)));
                double half = level * width * (0.12 + (0.88 * Math.Sqrt(time)));
                Point point = Spread(month, level, half, 1.3 * half, replications);
                return point with { P025 = point.P025 is { } low ? Math.Max(0, low) : null };
            }),
        ];
    }

    private static ImmutableArray<Point> Difference(string id, int sign, int replications)
    {
        (double from, double to, _, _) = Level(id);
        (double effect, double width) = Shifts.GetValueOrDefault(id, (0, 0.01));
        return
        [
            .. Enumerable.Range(0, Months).Select(month =>
            {
                double time = month / (double)(Months - 1);
                double level = from + ((to - from) * time);
                Point point = Spread(month, level * effect * Grown(time), level * width * Grown(time), level * width * Grown(time), replications);
                return sign > 0 ? point : Flip(point);
            }),
        ];
    }

    /// <summary>The same distribution with the opposite sign.</summary>
    public static Point Flip(Point point) => new(
        point.Date, -point.Mean, point.StandardError, -point.P975, -point.P90, -point.P50, -point.P10, -point.P025);

    private static double Grown(double time) => time < 0.1 ? 0 : 1 - Math.Exp(-3.5 * (time - 0.1));

    private static Point Spread(int month, double level, double below, double above, int replications)
    {
        LocalDate date = new LocalDate(2024, 1, 31).PlusMonths(month);
        LocalDate last = new LocalDate(date.Year, date.Month, 1).PlusMonths(1).PlusDays(-1);
        bool wide = replications >= 200;
        return new Point(
            last, level, (below + above) / 2.56 / Math.Sqrt(replications), wide ? level - (1.5 * below) : null, level - below, level,
            level + above, wide ? level + (1.6 * above) : null);
    }

    private static ImmutableArray<Series> Yearly(ImmutableArray<Series> monthly, int replications) =>
    [
        .. monthly.Select(series => new Series(series.Definition,
        [
            .. series.Points.Chunk(12).Select(year =>
            {
                Point last = year[^1];
                double factor = series.Definition.Kind == SeriesKind.Flow ? 12 : 1;
                double mean = series.Definition.Kind == SeriesKind.Stock ? last.Mean : year.Average(point => point.Mean) * factor;
                return replications < 0 ? last : new Point(
                    last.Date, mean, last.StandardError * factor, mean + ((last.P025 - last.Mean) * factor), mean + ((last.P10 - last.Mean) * factor),
                    mean, mean + ((last.P90 - last.Mean) * factor), mean + ((last.P975 - last.Mean) * factor));
            }),
        ])),
    ];
}
