using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Reception;

// What cannot be imposed has no kind here: housing, health care and a dignified standard of living are nobody's to withhold (RCD 20(5);
// Court of Justice, C-233/18).

/// <summary>Measure after an incident (maatregel; Rva 10, reglement onthoudingen verstrekkingen).</summary>
public enum MeasureKind
{
    /// <summary>Warning (waarschuwing).</summary>
    Warning = 0,
    /// <summary>Part of the allowance is withheld (inhouding leefgeld).</summary>
    WithholdAllowance,
    /// <summary>Placement at an enforcement and supervision site (plaatsing in de htl).</summary>
    EnforcementSite,
}

/// <summary>Impose a measure on an incident (maatregel opleggen): reasoned, individual, for a time.</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Days">How long, at least one day.</param>
/// <param name="PersonHeard">The person was heard on it.</param>
public sealed record ImposeMeasure(Official By, MeasureKind Kind, int Days, bool PersonHeard) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Review a measure (maatregel herzien): it goes on, or ends.</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="MoreDays">How many days it goes on from today; zero ends it.</param>
public sealed record ReviewMeasure(Official By, int MoreDays) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>A measure was imposed (maatregel opgelegd).</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Through">Its last day.</param>
/// <param name="ReviewOn">The day by which it is reviewed.</param>
/// <param name="By">Who decided.</param>
[EventName("measure-imposed", 1)]
public sealed record MeasureImposed(
    [Category(DataCategory.Incidents)] MeasureKind Kind,
    [Category(DataCategory.Incidents)] Day Through,
    [Category(DataCategory.Incidents)] Day ReviewOn,
    [Category(DataCategory.Incidents)] Official By) : ReceptionEvent;

/// <summary>A measure was reviewed (maatregel herzien).</summary>
/// <param name="Through">Its new last day; absent when it ended.</param>
/// <param name="ReviewOn">The day of the next review.</param>
/// <param name="By">Who decided.</param>
[EventName("measure-reviewed", 1)]
public sealed record MeasureReviewed(
    [Category(DataCategory.Incidents)] Day? Through,
    [Category(DataCategory.Incidents)] Day? ReviewOn,
    [Category(DataCategory.Incidents)] Official By) : ReceptionEvent;

/// <summary>Measures (maatregelen).</summary>
public static class Measures
{
    private const int ReviewAfterDays = 7; // Assumption: a measure is looked at every week.

    /// <summary>No incident to rest on.</summary>
    public static readonly Refusal NoIncident = new(
        "measure.no-incident", "Rva 10",
        "Een maatregel volgt alleen op een vastgelegd incident.",
        "A measure follows only on an incident that was recorded.");

    /// <summary>The person was not heard.</summary>
    public static readonly Refusal NotHeard = new(
        "measure.person-not-heard", "Awb 4:8",
        "Een maatregel wordt pas opgelegd nadat de persoon daarover is gehoord.",
        "A measure is imposed only after the person was heard on it.");

    /// <summary>Heavier than the incident.</summary>
    public static readonly Refusal OutOfProportion = new(
        "measure.out-of-proportion", "RCD 20(5)",
        "Deze maatregel is te zwaar voor het incident.",
        "This measure is too heavy for the incident.");

    /// <summary>Not for minors.</summary>
    public static readonly Refusal Minor = new(
        "measure.minor", "RCD 23",
        "Een minderjarige wordt niet in een handhavingslocatie geplaatst en niet op leefgeld gekort.",
        "A minor is not placed at an enforcement site, and no allowance is withheld from one.");

    /// <summary>There is no allowance to withhold.</summary>
    public static readonly Refusal NoAllowance = new(
        "measure.no-allowance", "Rva 14",
        "Deze persoon ontvangt geen leefgeld.",
        "This person receives no allowance.");

    /// <summary>Without end.</summary>
    public static readonly Refusal NoDuration = new(
        "measure.no-duration", "RCD 20(5)",
        "Een maatregel duurt ten minste een dag, en heeft een einde.",
        "A measure lasts at least a day, and has an end.");

    /// <summary>Another measure stands.</summary>
    public static readonly Refusal AlreadyImposed = new(
        "measure.already-imposed", "Rva 10",
        "Er loopt al een maatregel tot en met {0}; herzie die.",
        "A measure runs until the end of {0}; review that one.");

    /// <summary>None stands.</summary>
    public static readonly Refusal None = new(
        "measure.none", "fact",
        "Er loopt geen maatregel.",
        "No measure runs.");

    /// <summary>The measure that runs on a day; null when none does. A measure ends by itself, on its last day.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="day">The day.</param>
    public static MeasureState? Running(CaseFile file, Day day) =>
        file.Reception.Circumstances.Measure is { IsEnded: false } measure && day <= measure.Through ? measure : null;

    /// <summary>Whether the allowance is withheld on a day.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="day">The day.</param>
    public static bool IsAllowanceWithheld(CaseFile file, Day day) => Running(file, day) is { Kind: MeasureKind.WithholdAllowance };

    internal static bool PlacesAtEnforcement(CaseFile file, Day today) => Running(file, today) is { Kind: MeasureKind.EnforcementSite };

    internal static Decision Decide(CaseFile file, ImposeMeasure command, Law law, Day today) =>
        file.Reception.Site is null ? Stays.NotInReception
        : file.Reception.Circumstances.Incident is not { } incident ? NoIncident
        : !command.PersonHeard ? NotHeard
        : command.Days < 1 ? NoDuration
        : command.Kind != MeasureKind.Warning && Age.IsMinor(file.Registration.Born, today) ? Minor
        : (int)command.Kind > (int)incident.Severity ? OutOfProportion
        : command.Kind == MeasureKind.WithholdAllowance && file.Guidance.AllowanceSince is null ? NoAllowance
        : Running(file, today) is { } running ? AlreadyImposed.On(running.Through)
        : Imposed(command, law, today);

    internal static Decision Decide(CaseFile file, ReviewMeasure command, Law law, Day today)
    {
        if (Running(file, today) is not { } running)
        {
            return None;
        }
        if (command.MoreDays < 0)
        {
            return NoDuration;
        }
        var late = today > running.ReviewOn ? new BreachRecorded("measure-review", running.ReviewOn) : null;
        if (command.MoreDays == 0)
        {
            return Decision.Of(new MeasureReviewed(null, null, command.By), late);
        }
        var through = today.PlusDays(command.MoreDays);
        return Decision.Of(
            new MeasureReviewed(through, ReviewBy(today, through), command.By), [late, TooLong(running.Kind, running.On, through, law)]);
    }

    private static Decision Imposed(ImposeMeasure command, Law law, Day today)
    {
        var through = today.PlusDays(command.Days);
        return Decision.Of(
            new MeasureImposed(command.Kind, through, ReviewBy(today, through), command.By), TooLong(command.Kind, today, through, law));
    }

    private static Day ReviewBy(Day today, Day through) => Day.Earlier(today.PlusDays(ReviewAfterDays), through);

    // Placement at an enforcement site has a usual length; a longer one is accepted and marked.
    private static BreachRecorded? TooLong(MeasureKind kind, Day from, Day through, Law law)
    {
        if (kind != MeasureKind.EnforcementSite)
        {
            return null;
        }
        var none = default(NoTrace);
        var last = StayLimit.LastDay(law, LimitedStay.Enforcement, from, ref none);
        return through > last ? new("stay-limit", last) : null;
    }
}
