using System.Collections.Immutable;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>Reports in English (Engels).</summary>
internal sealed partial class EnglishText : ReportText
{
    public override string LanguageTag => "en";

    public override string Of(Bilingual text) => text.English;

    public override string SkipToContent => "Skip to content";
    public override string Contents => "Contents";
    public override string RehearsalKind => "Rehearsal of the asylum chain";
    public override string AssessmentKind => "Implementation test";
    public override string RehearsalTitle(string scenario, string from, string until) => $"The Dutch asylum chain from {from} to {until}";
    public override string MadeOf(string replications, string persons, string from, string until) =>
        $"{replications} replications from {from} to {until}, each with about {persons} persons, one by one.";
    public override string Interrupted(string done, string asked) =>
        $"The calculation was interrupted: {done} of the {asked} replications asked for were done. The bands are less certain for it.";
    public override string FewReplications => "With fewer than 200 replications there is no 95% band; only the 80% band is given.";
    public override string BandsExplained(bool wide) =>
        "The line is the median. The dark band holds 80% of the replications"
        + (wide ? ", the light one 95%" : "")
        + ". Bands hold chance and the uncertainty of the assumptions together. The 80% band stands in brackets everywhere; where neither more nor less is said, the direction is not certain.";
    public override string Closing =>
        "This is a calculation on assumptions, not a prediction about persons and not advice. Whoever decides also weighs what is not in it.";

    public override string Unit(string unit) => unit switch
    {
        "fte" => "full-time staff",
        "share" => "per cent",
        _ => unit,
    };

    public override string PerMonth(string unit) => unit + " a month";
    public override string PerYear => "a year";
    public override string DifferenceIn(string name) => "Difference: " + name;
    public override string BandOf(string middle, string low, string high) => $"{middle} ({low} to {high})";
    public override string AtEndOf(string month) => "end of " + month;
    public override string InYear(int year) => $"in {year}";
    public override string NoFigure => "No figure: there was nobody to measure.";
    public override string AsTable => "As a table";
    public override ImmutableArray<string> PointColumns => ["Month", "10%", "Median", "90%"];
    public override ImmutableArray<string> PointColumnsWide => ["Month", "2.5%", "10%", "Median", "90%", "97.5%"];

    public override string Summary => "In short";
    public override string KeyFigures => "Key figures";
    public override string KeyFigure => "Figure";
    public override string AtStart => "At the start";
    public override string AfterYears(int years) => years == 1 ? "After one year" : $"After {years} years";
    public override string Arrivals => "Arrivals";
    public override string ArrivalsIntroduction => "Who applies. Arrivals follow the season and know shocks; that is the largest uncertainty in all that follows.";
    public override string WaitingAndDeciding => "Waiting and deciding";
    public override string WaitingIntroduction => "How many applications are pending, how long people wait, and what is decided.";
    public override string Reception => "Reception";
    public override string ReceptionIntroduction => "Where people stay. The three forms share one scale. People above capacity have no place that meets the norm.";
    public override string Housing => "Housing";
    public override string HousingIntroduction => "Whoever has a permit stays in reception until there is a home.";
    public override string AppealsAndDepartures => "Appeals and departures";
    public override string AppealsIntroduction => "What goes to court, and who leaves.";
    public override string Money => "Money";
    public override string MoneyIntroduction => "The cost charged to development aid (ODA) is a division of the cost of reception and does not come on top of it.";
    public override string CheckedAgainst => "Checked against published figures";
    public override string CheckedIntroduction(int inside, int total) =>
        $"The same model, rehearsed from January 2022: of {total} published figures, {inside} lie within the band. A figure that was held back was not used to fit the model, and so tests it.";
    public override string NothingChecked => "No published figures were given to check this rehearsal against.";
    public override ImmutableArray<string> CheckedColumns => ["Figure", "Published", "Simulated", "Deviation", "Within band", "Use", "Source"];
    public override string Fitted => "fitted";
    public override string HeldBack => "held back";
    public override string InsideBand => "yes";
    public override string OutsideBand => "no";

    public override string Intended => "What is intended";
    public override string Target(string name, int direction) => $"Intended: {(direction > 0 ? "a rise" : "a fall")} in {name}.";
    public override string Changes => "What the measure changes";
    public override string LikelyToWork => "Is it likely to work?";
    public override string KeyVariant => "with the measure";
    public override string KeyBaseline => "without the measure";
    public override string SideEffects => "Effects per partner";
    public override string SideEffectsIntroduction => "The difference from the chain without the measure, for the same people. More or less is said only when nine of ten replications agree on it.";
    public override string Partner(string partner) => partner switch
    {
        "ind" => "IND (immigration service)",
        "coa" => "COA (reception agency)",
        "courts" => "Courts",
        "municipalities" => "Municipalities",
        "dtv" => "DT&V (return service)",
        _ => "The whole chain",
    };
    public override string NoClearEffectOn(string names) => $"No clear effect on: {names}.";
    public override string NoEffectOn(string names) => $"No effect on: {names}.";
    public override string Subject => "Subject";
    public override string Direction => "Direction";
    public override string Workload => "Workload in full-time staff";
    public override string WorkloadIntroduction =>
        "The work of the year, in full-time staff. IND and the courts do what their staff can: where a measure asks more work of them, it shows not here but in the stock and the waiting. "
        + "Whether the staff are there is another question: see feasibility.";
    public override string WithoutMeasure(int year) => $"Without, {year}";
    public override string DifferenceInYear(int year) => $"Difference, {year}";
    public override string Cost => "Cost by budget";
    public override string CostIntroduction => "Amounts a year, in prices of the start. The ODA line divides the cost of reception between budgets; it is not extra money.";
    public override string Budget(string seriesId) => seriesId switch
    {
        "cost.reception.euro" => "Justice and Security: reception (COA)",
        "cost.staff.euro" => "Justice and Security: staff of IND, courts and DT&V",
        "penalties.euro" => "Justice and Security: penalties",
        "cost.oda.euro" => "Of which charged to development aid (ODA)",
        _ => "Total",
    };
    public override string NeverASaving => "At the same time more people are in a situation below the norm. Lower spending is then not a gain: it is a breach, counted in people below.";
    public override string LegalPoints => "Legal points";
    public override string NoLegalPoints => "No legal points were given with the measure. That is no finding that there are none.";
    public override string WhoWaits => "Who waits longer, who shorter";
    public override string Longer => "Longer, or with more";
    public override string Shorter => "Shorter, or with fewer";
    public override string WaitNotClear => "Not clear";
    public override string Nobody => "Of nobody with certainty.";
    public override string Rights => "Rights and breaches";
    public override string RightsIntroduction => "Where practice falls short of the norm, we count people. A breach is never a saving.";
    public override string With(int year) => $"With, {year}";
    public override string Feasibility => "Feasibility";
    public override string NoFlags => "The figures give no sign that carrying it out will stall. What is not modelled still may.";
    public override string NeedsStaff(string partner) => $"{partner}: more people are at work, and they must first be hired and trained.";
    public override string FlagPlaces => "There are more people than places.";
    public override string FlagCourts => "The courts' stock grows.";
    public override string FlagHomes => "Municipalities must find more homes.";
    public override string FlagAid => "More presses on the ODA ceiling.";
    public override string FlagInterviews => "More interviews fail.";
    public override string FlagHangsOn(string assumption) => $"The direction hangs on an assumption: {assumption}. At one end of its range the opposite happens of what happens at the other.";

    public override string Assumptions => "Assumptions";
    public override string AssumptionsIntroduction => "What is not known exactly, with the range it was drawn from in each replication.";
    public override string NoAssumptions => "No assumptions were given with this report.";
    public override ImmutableArray<string> AssumptionColumns => ["Assumption", "Value and range", "Unit", "Source"];
    public override string Source(string source) => source == "fitted" ? "fitted to published figures" : source;
    public override string Sensitivity => "Sensitivity";
    public override string SensitivityIntroduction => "How far the outcome shifts when one assumption stands at the low or the high end of its range. The widest bar is the assumption that matters most.";
    public override string NoSensitivity => "No sensitivity was calculated.";
    public override string TornadoTitle(string name) => $"Sensitivity of the difference in {name} to each assumption";
    public override string AtLow => "assumption low";
    public override string AtHigh => "assumption high";
    public override ImmutableArray<string> TornadoColumns => ["Assumption", "Low", "Difference then", "High", "Difference then"];
    public override string NotModelled => "What is not modelled";
    public override string NotModelledIntroduction => "These matters are not in the figures, and may change them.";
    public override string NothingNamed => "Nothing was named.";

    public override string MethodTitle => "Method";
    public override string MethodIntroduction => "Filled in by STRESS-DES, the checklist for reproducible reports of simulations (Monks and others, Journal of Simulation 13, 2019).";
    public override string Definitions => "What each figure counts";
    public override string Reproduce => "Make it again";
    public override string ReproduceIntroduction => "The same command with the same code and the same data gives the same figures, to the byte.";
    public override ImmutableArray<string> ReproduceLabels => ["Command", "Seed", "Law (hash)", "Input (hash)", "Version"];
}
