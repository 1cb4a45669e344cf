using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Rehearsal.Live;

namespace Schakel.Rehearsal.Model;

/// <summary>All that one rehearsal rests on: the law, the people, the places, the staff. Immutable; a measure is a copy with changes.</summary>
/// <param name="Scenario">Name of the starting state.</param>
/// <param name="Start">First day.</param>
/// <param name="Days">Number of days.</param>
/// <param name="Law">The norms in force, by date.</param>
/// <param name="Parameters">What is not law, with its ranges.</param>
/// <param name="Groups">Nationality groups, in the order of their index.</param>
/// <param name="Inflow">Known and expected inflow.</param>
/// <param name="Stock">Who is there on the first day, and where.</param>
/// <param name="Municipalities">Municipalities that house permit holders and have sites.</param>
/// <param name="Changes">Changes of parameters from a day on.</param>
/// <param name="Laws">Changes of the law on paper from a day on, in order of day.</param>
/// <param name="Scale">Size against the nation; 1 is the nation, 0.1 a tenth of people, places and staff.</param>
public sealed record ModelInputs(
    string Scenario, Day Start, int Days, Law Law, ParameterSet Parameters, ImmutableArray<GroupInputs> Groups,
    InflowInputs Inflow, StockInputs Stock, ImmutableArray<MunicipalityInputs> Municipalities,
    ImmutableArray<ParameterChange> Changes, ImmutableArray<LawChange> Laws, double Scale = 1)
{
    /// <summary>National housing tasks by half-year, in order; none when homes come as they always do.</summary>
    public ImmutableArray<HousingTaskInputs> HousingTasks { get; init; } = [];

    /// <summary>Relatives who arrived per quarter from the first day on, where that is given and not to be forecast.</summary>
    public ImmutableArray<int> KnownFamilyQuarters { get; init; } = [];

    /// <summary>The live stock with which the rehearsal begins; nothing when it begins with the published starting state.</summary>
    public LiveStock? Live { get; init; }
}

/// <summary>A national housing task (taakstelling).</summary>
/// <param name="From">First day of its half-year.</param>
/// <param name="Persons">Permit holders to be housed in it.</param>
public sealed record HousingTaskInputs(Day From, double Persons);

/// <summary>How a change works on a value.</summary>
public enum ChangeKind
{
    /// <summary>The value becomes this.</summary>
    Set,
    /// <summary>The value is multiplied by this.</summary>
    Scale,
    /// <summary>This is added.</summary>
    Add,
}

/// <summary>A parameter changes from a day on, for good or for a time, for all or for one nationality group.</summary>
/// <param name="Name">Stable name of the change: the key of its own chance.</param>
/// <param name="From">First day.</param>
/// <param name="Parameter">What changes.</param>
/// <param name="Kind">How.</param>
/// <param name="By">By how much, with its range.</param>
/// <param name="Until">Last day, inclusive; nothing when it lasts. What other changes do to the parameter stays.</param>
/// <param name="Group">Index of the only nationality group it is for; nothing when it is for all. Only parameters that the rooms ask for by group know the difference.</param>
public sealed record ParameterChange(
    string Name, Day From, Parameter Parameter, ChangeKind Kind, Estimate By, Day? Until = null, int? Group = null)
{
    /// <summary>Whether it works on a day.</summary>
    internal bool HoldsOn(int day) => From.Number <= day && (Until is null || day <= Until.Value.Number);

    /// <summary>The size of the change in one replication.</summary>
    internal double Draw(Engine.Chance chance, bool central) =>
        central ? By.Value : By.Draw(chance.Unit(StableHash.Of(Name), Purpose.Parameter, 1));
}

/// <summary>Other norms apply from a day on.</summary>
/// <param name="From">First day.</param>
/// <param name="Law">The law from then on.</param>
public sealed record LawChange(Day From, Law Law);

/// <summary>What is known of a nationality group.</summary>
/// <param name="Id">Name of the group.</param>
/// <param name="CountsForOda">Whether first-year reception counts as development aid (ODA).</param>
/// <param name="Share">Share of first applications in the reference year.</param>
/// <param name="SubsequentShare">Share of subsequent applications.</param>
/// <param name="GrantShare">Share of track 4 decisions that grant, in the reference year.</param>
/// <param name="SubsidiaryShare">Share of grants on subsidiary grounds (b-status).</param>
/// <param name="DublinShare">Share of first applications for which another state seems responsible.</param>
/// <param name="SafeCountryShare">Share that comes from a safe country or has protection elsewhere.</param>
/// <param name="FamilyShare">Share of granted households with relatives abroad that ask for reunification.</param>
/// <param name="IndependentShare">Share of finally refused who leave independently.</param>
/// <param name="ForcedShare">Share of finally refused who are removed, when the country cooperates as now.</param>
/// <param name="UnsupervisedShare">Share of finally refused who leave without supervision.</param>
/// <param name="Patterns">Kinds of households with their weights.</param>
public sealed record GroupInputs(
    string Id, bool CountsForOda, double Share, double SubsequentShare, double GrantShare, double SubsidiaryShare,
    double DublinShare, double SafeCountryShare, double FamilyShare, double IndependentShare, double ForcedShare,
    double UnsupervisedShare, ImmutableArray<HouseholdPattern> Patterns);

/// <summary>A kind of household.</summary>
/// <param name="Adults">Number of adults; 0 is an unaccompanied minor.</param>
/// <param name="Children">Number of minor children.</param>
/// <param name="Weight">Relative frequency among households.</param>
public sealed record HouseholdPattern(int Adults, int Children, double Weight);

/// <summary>Known and expected inflow.</summary>
/// <param name="KnownQuarters">First applications per quarter from the first day on, where they are given and not to be forecast.</param>
/// <param name="LastYear">First applications in the last full year before the forecast.</param>
/// <param name="LongRunMean">Level to which inflow tends to return (geometric mean).</param>
/// <param name="Persistence">Share of the (log) deviation from the mean that remains after a year.</param>
/// <param name="Shock">Standard deviation of the yearly (log) shock.</param>
/// <param name="QuarterShares">Shares of a year's inflow per quarter.</param>
/// <param name="SubsequentPerYear">Subsequent applications a year by people known from before the rehearsal.</param>
public sealed record InflowInputs(
    ImmutableArray<int> KnownQuarters, double LastYear, double LongRunMean, double Persistence, double Shock,
    ImmutableArray<double> QuarterShares, double SubsequentPerYear);

/// <summary>A municipality.</summary>
/// <param name="Code">CBS code.</param>
/// <param name="Name">Name.</param>
/// <param name="Population">Inhabitants on the date the housing task counts.</param>
public sealed record MunicipalityInputs(string Code, string Name, int Population)
{
    /// <summary>What the case file calls it by.</summary>
    internal Chain.MunicipalityId Number => new(Data.Municipality.NumberIn(Code));
}

/// <summary>Who is there on the first day, in persons unless said otherwise.</summary>
/// <param name="AgeBands">Open first applications in track 4 by age: days from, days until, persons.</param>
/// <param name="InterviewedShare">Share of these that was interviewed and waits for a decision.</param>
/// <param name="GroupShares">Shares of the open applications per group.</param>
/// <param name="DublinOpen">Track 1, not yet accepted.</param>
/// <param name="DublinAccepted">Track 1, accepted, transfer period running.</param>
/// <param name="SimplifiedOpen">Track 2.</param>
/// <param name="StatusHolders">Permit holders in sites.</param>
/// <param name="StatusHoldersExternal">Permit holders placed outside sites.</param>
/// <param name="AppealsPending">Rejected, appeal pending.</param>
/// <param name="ReturnCaseload">Return files open.</param>
/// <param name="ReturnInReception">Of these, in reception.</param>
/// <param name="FamilyPending">Relatives abroad whose reunification is undecided.</param>
/// <param name="FamilyGranted">Relatives abroad granted, not yet arrived.</param>
/// <param name="HousingArrears">Persons by which municipalities are behind their task.</param>
/// <param name="OutsideReception">Share of applicants who live outside reception.</param>
/// <param name="AppealsInReception">Share of those with an appeal pending who live in reception.</param>
/// <param name="DublinInReception">Share of those accepted by another state who live in reception.</param>
/// <param name="Sites">Places by form of reception.</param>
public sealed record StockInputs(
    ImmutableArray<AgeBand> AgeBands, double InterviewedShare, ImmutableArray<double> GroupShares, int DublinOpen,
    int DublinAccepted, int SimplifiedOpen, int StatusHolders, int StatusHoldersExternal, int AppealsPending, int ReturnCaseload, int ReturnInReception,
    int FamilyPending, int FamilyGranted, int HousingArrears, double OutsideReception, double AppealsInReception,
    double DublinInReception, ImmutableArray<SiteStock> Sites);

/// <summary>Open applications of an age.</summary>
/// <param name="FromDays">Youngest, days since lodging.</param>
/// <param name="UntilDays">Oldest, days since lodging.</param>
/// <param name="Persons">How many.</param>
public sealed record AgeBand(int FromDays, int UntilDays, int Persons);

/// <summary>Places of one form.</summary>
/// <param name="Modality">Form of reception.</param>
/// <param name="Sites">Number of sites.</param>
/// <param name="Occupied">Persons there.</param>
/// <param name="OccupancyRate">Share of places in use.</param>
public sealed record SiteStock(Reception.Modality Modality, int Sites, int Occupied, double OccupancyRate);
