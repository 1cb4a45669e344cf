using System.Collections.Immutable;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>An item of the STRESS-DES checklist with what this report has to say to it.</summary>
/// <param name="Number">Number in the checklist, such as <c>2.5</c>.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Answer">What holds for this rehearsal.</param>
internal sealed record MethodItem(string Number, string Title, string Answer);

/// <summary>The fixed words of a report, one class a language: a text that is missing does not compile.</summary>
internal abstract class ReportText
{
    public static ReportText In(ReportLanguage language) =>
        language == ReportLanguage.Dutch ? new DutchText() : new EnglishText();

    public abstract string LanguageTag { get; }

    public abstract string Of(Bilingual text);

    // The page.
    public abstract string SkipToContent { get; }
    public abstract string Contents { get; }
    public abstract string RehearsalKind { get; }
    public abstract string AssessmentKind { get; }
    public abstract string RehearsalTitle(string scenario, string from, string until);
    public abstract string MadeOf(string replications, string persons, string from, string until);
    public abstract string Interrupted(string done, string asked);
    public abstract string FewReplications { get; }
    public abstract string BandsExplained(bool wide);
    public abstract string Closing { get; }

    // Words of figures.
    public abstract string Unit(string unit);
    public abstract string PerMonth(string unit);
    public abstract string PerYear { get; }
    public abstract string DifferenceIn(string name);
    public abstract string BandOf(string middle, string low, string high);
    public abstract string AtEndOf(string month);
    public abstract string InYear(int year);
    public abstract string NoFigure { get; }
    public abstract string AsTable { get; }
    public abstract ImmutableArray<string> PointColumns { get; }
    public abstract ImmutableArray<string> PointColumnsWide { get; }

    // A rehearsal.
    public abstract string Summary { get; }
    public abstract string KeyFigures { get; }
    public abstract string KeyFigure { get; }
    public abstract string AtStart { get; }
    public abstract string AfterYears(int years);
    public abstract string Arrivals { get; }
    public abstract string ArrivalsIntroduction { get; }
    public abstract string WaitingAndDeciding { get; }
    public abstract string WaitingIntroduction { get; }
    public abstract string Reception { get; }
    public abstract string ReceptionIntroduction { get; }
    public abstract string Housing { get; }
    public abstract string HousingIntroduction { get; }
    public abstract string AppealsAndDepartures { get; }
    public abstract string AppealsIntroduction { get; }
    public abstract string Money { get; }
    public abstract string MoneyIntroduction { get; }
    public abstract string CheckedAgainst { get; }
    public abstract string CheckedIntroduction(int inside, int total);
    public abstract string NothingChecked { get; }
    public abstract ImmutableArray<string> CheckedColumns { get; }
    public abstract string Fitted { get; }
    public abstract string HeldBack { get; }
    public abstract string InsideBand { get; }
    public abstract string OutsideBand { get; }

    // An assessment.
    public abstract string Intended { get; }
    public abstract string Target(string name, int direction);
    public abstract string Changes { get; }
    public abstract string LikelyToWork { get; }
    public abstract string KeyVariant { get; }
    public abstract string KeyBaseline { get; }
    public abstract string SideEffects { get; }
    public abstract string SideEffectsIntroduction { get; }
    public abstract string Partner(string partner);
    public abstract string NoClearEffectOn(string names);
    public abstract string NoEffectOn(string names);
    public abstract string Subject { get; }
    public abstract string Direction { get; }
    public abstract string Workload { get; }
    public abstract string WorkloadIntroduction { get; }
    public abstract string WithoutMeasure(int year);
    public abstract string DifferenceInYear(int year);
    public abstract string Cost { get; }
    public abstract string CostIntroduction { get; }
    public abstract string Budget(string seriesId);
    public abstract string NeverASaving { get; }
    public abstract string LegalPoints { get; }
    public abstract string NoLegalPoints { get; }
    public abstract string WhoWaits { get; }
    public abstract string Longer { get; }
    public abstract string Shorter { get; }
    public abstract string WaitNotClear { get; }
    public abstract string Nobody { get; }
    public abstract string Rights { get; }
    public abstract string RightsIntroduction { get; }
    public abstract string With(int year);
    public abstract string Feasibility { get; }
    public abstract string NoFlags { get; }
    public abstract string NeedsStaff(string partner);
    public abstract string FlagPlaces { get; }
    public abstract string FlagCourts { get; }
    public abstract string FlagHomes { get; }
    public abstract string FlagAid { get; }
    public abstract string FlagInterviews { get; }
    public abstract string FlagHangsOn(string assumption);

    // What it rests on.
    public abstract string Assumptions { get; }
    public abstract string AssumptionsIntroduction { get; }
    public abstract string NoAssumptions { get; }
    public abstract ImmutableArray<string> AssumptionColumns { get; }
    public abstract string Source(string source);
    public abstract string Sensitivity { get; }
    public abstract string SensitivityIntroduction { get; }
    public abstract string NoSensitivity { get; }
    public abstract string TornadoTitle(string name);
    public abstract string AtLow { get; }
    public abstract string AtHigh { get; }
    public abstract ImmutableArray<string> TornadoColumns { get; }
    public abstract string NotModelled { get; }
    public abstract string NotModelledIntroduction { get; }
    public abstract string NothingNamed { get; }

    // How it was made.
    public abstract string MethodTitle { get; }
    public abstract string MethodIntroduction { get; }
    public abstract string MethodGroup(char group);
    public abstract ImmutableArray<MethodItem> Method(MethodFacts facts);
    public abstract string Definitions { get; }
    public abstract string Reproduce { get; }
    public abstract string ReproduceIntroduction { get; }
    public abstract ImmutableArray<string> ReproduceLabels { get; }
}

/// <summary>The facts that the method items speak of, already in the reader's words.</summary>
/// <param name="Start">First day.</param>
/// <param name="Years">Length.</param>
/// <param name="Replications">Replications done.</param>
/// <param name="Persons">Mean number of persons in a replication.</param>
/// <param name="Steps">Mean number of steps in a replication.</param>
/// <param name="Scenario">Starting state.</param>
/// <param name="Measures">Titles of the measures; empty for a rehearsal.</param>
/// <param name="Assumptions">Number of assumptions listed.</param>
/// <param name="HeldBack">Number of published figures held back.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Code">Where the code is.</param>
internal sealed record MethodFacts(
    string Start, int Years, string Replications, string Persons, string Steps, string Scenario, string Measures,
    int Assumptions, int HeldBack, string Version, string Code);
