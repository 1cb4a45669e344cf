namespace Schakel.Store.Models;

// Rows behind a checkpoint. Days stand as days since 1970-01-01, enumerations by number. Generation says which build a row belongs to: a
// rebuild writes the next one beside the live one, and readers change over when it is whole. No name, date of birth or V-number is here.

/// <summary>What kind of appointment (soort afspraak).</summary>
public enum AppointmentKind
{
    /// <summary>The interview on the claim (nader gehoor).</summary>
    Interview = 0,
    /// <summary>Registration interview (aanmeldgehoor).</summary>
    RegistrationInterview,
    /// <summary>Hearing at the court (zitting).</summary>
    CourtHearing,
    /// <summary>Hearing on detention (zitting over bewaring).</summary>
    DetentionHearing,
    /// <summary>Talk on withdrawing an application (gesprek over intrekking).</summary>
    WithdrawalTalk,
    /// <summary>Talk on departure (vertrekgesprek).</summary>
    DepartureTalk,
    /// <summary>Interview on housing (screeningsgesprek).</summary>
    HousingInterview,
}

/// <summary>What became of an appointment (stand van de afspraak).</summary>
public enum AppointmentStatus
{
    /// <summary>Planned, and not held yet.</summary>
    Planned = 0,
    /// <summary>Held.</summary>
    Held,
    /// <summary>It did not take place.</summary>
    Missed,
    /// <summary>Moved to another day, which has a row of its own.</summary>
    Moved,
    /// <summary>What it was for fell away.</summary>
    Cancelled,
}

/// <summary>Where a home for a permit holder stands (stand van de huisvestingstaak).</summary>
public enum HousingTaskState
{
    /// <summary>Linked to a municipality.</summary>
    Linked = 0,
    /// <summary>A home is offered.</summary>
    Offered,
    /// <summary>The offer was accepted.</summary>
    Accepted,
    /// <summary>The offer was refused.</summary>
    Refused,
    /// <summary>The contract is signed.</summary>
    Contract,
    /// <summary>Lives there.</summary>
    Housed,
    /// <summary>Holds a permit and is not linked yet.</summary>
    Unlinked,
}

/// <summary>What is counted (teller).</summary>
public enum CounterKind
{
    /// <summary>Persons who arrived; detail: the route.</summary>
    Registrations = 0,
    /// <summary>Decisions on applications; detail: the outcome.</summary>
    Decisions,
    /// <summary>Grants among them; detail: the outcome.</summary>
    Grants,
    /// <summary>Moves between sites; detail: the kind of site moved to.</summary>
    Moves,
    /// <summary>Moves into a home; no detail.</summary>
    HomesTaken,
    /// <summary>Departures; detail: the kind, <c>transferred</c> or <c>unknown-destination</c>.</summary>
    Departures,
    /// <summary>Breaches; detail: the norm.</summary>
    Breaches,
    /// <summary>Appeals lodged with a court; detail: the Monday of the week, in the month of that Monday.</summary>
    AppealsByWeek,
    /// <summary>Breaches of all norms; detail: the Monday of the week, in the month of that Monday.</summary>
    BreachesByWeek,
    /// <summary>Moves into a home; detail: the municipality, in four digits.</summary>
    HomesTakenIn,
    /// <summary>People to whom a home was offered; detail: the municipality, in four digits.</summary>
    HomesOfferedIn,
}

/// <summary>A row that belongs to a generation.</summary>
public interface IModelRow
{
    /// <summary>Which build it belongs to.</summary>
    int Generation { get; }
}

/// <summary>An appointment (afspraak).</summary>
public sealed record AppointmentRow : IModelRow
{
    /// <inheritdoc/>
    public required int Generation { get; init; }

    /// <summary>The person.</summary>
    public required long Person { get; init; }

    /// <summary>Order among the person's appointments, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>An <see cref="AppointmentKind"/>.</summary>
    public required int Kind { get; init; }

    /// <summary>The day.</summary>
    public required int Day { get; init; }

    /// <summary>Minute of the day, when settled.</summary>
    public int? Minute { get; init; }

    /// <summary>The centre, when settled.</summary>
    public int? Centre { get; init; }

    /// <summary>An <see cref="AppointmentStatus"/>.</summary>
    public required int Status { get; init; }
}

/// <summary>A member of a household (gezinslid).</summary>
public sealed record MemberRow : IModelRow
{
    /// <inheritdoc/>
    public required int Generation { get; init; }

    /// <summary>The household.</summary>
    public required long Household { get; init; }

    /// <summary>The person.</summary>
    public required long Person { get; init; }

    /// <summary>A <see cref="Chain.Family.FamilyRole"/>.</summary>
    public required int Role { get; init; }
}

/// <summary>A home to be found for a permit holder (huisvestingstaak). By when, stands among the person's steps, as it depends on the law.</summary>
public sealed record HousingTaskRow : IModelRow
{
    /// <inheritdoc/>
    public required int Generation { get; init; }

    /// <summary>The person.</summary>
    public required long Person { get; init; }

    /// <summary>The municipality linked to.</summary>
    public int? Municipality { get; init; }

    /// <summary>Day of the link.</summary>
    public int? LinkedOn { get; init; }

    /// <summary>Homes offered so far.</summary>
    public required int Offers { get; init; }

    /// <summary>A <see cref="HousingTaskState"/>.</summary>
    public required int State { get; init; }
}

/// <summary>A person in return (terugkeerdossier). Nothing of the claim is here.</summary>
public sealed record ReturnCaseRow : IModelRow
{
    /// <inheritdoc/>
    public required int Generation { get; init; }

    /// <summary>The person.</summary>
    public required long Person { get; init; }

    /// <summary>A return file is open.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Personnel number of the counsellor; absent when nobody is assigned.</summary>
    public int? Counsellor { get; init; }

    /// <summary>A travel document was asked of the country.</summary>
    public required bool DocumentRequested { get; init; }

    /// <summary>First condition: last day on which the country agrees or a document serves; the largest number when no end is known.</summary>
    public int? AgreedUntil { get; init; }

    /// <summary>Part of the second condition: an application or an appeal is pending.</summary>
    public required bool ProcedurePending { get; init; }

    /// <summary>Part of the second condition: departure is deferred through this day.</summary>
    public int? DeferredUntil { get; init; }

    /// <summary>Third condition: the person is here.</summary>
    public required bool Available { get; init; }

    /// <summary>First day of detention, while it lasts.</summary>
    public int? DetainedSince { get; init; }

    /// <summary>Article of that detention: a <see cref="Chain.Return.DetentionBasis"/>.</summary>
    public int? DetentionBasis { get; init; }

    /// <summary>Day of the flight that is planned.</summary>
    public int? FlightOn { get; init; }
}

/// <summary>What a day changed at a site (bezettingsmutatie): late news changes the day it is about, so occupancy is the sum up to a day.</summary>
public sealed record OccupancyRow : IModelRow
{
    /// <inheritdoc/>
    public required int Generation { get; init; }

    /// <summary>The site.</summary>
    public required int Site { get; init; }

    /// <summary>A <see cref="Chain.Reception.Modality"/>.</summary>
    public required int Modality { get; init; }

    /// <summary>The day.</summary>
    public required int Day { get; init; }

    /// <summary>Residents more, or fewer.</summary>
    public required long Residents { get; init; }

    /// <summary>Places more, or fewer.</summary>
    public required long Places { get; init; }
}

/// <summary>A count of a month (maandteller).</summary>
public sealed record CounterRow : IModelRow
{
    /// <inheritdoc/>
    public required int Generation { get; init; }

    /// <summary>The month as 202401.</summary>
    public required int Month { get; init; }

    /// <summary>A <see cref="CounterKind"/>.</summary>
    public required int Kind { get; init; }

    /// <summary>Which of its kind; empty when there is no detail.</summary>
    public required string Detail { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }
}

/// <summary>A word, number or date by which a person is found (zoekterm): a keyed hash, so that the table tells nothing without the key.</summary>
public sealed record SearchRow : IModelRow
{
    /// <inheritdoc/>
    public required int Generation { get; init; }

    /// <summary>Keyed hash of the kind of term and the term.</summary>
    public required long Term { get; init; }

    /// <summary>The person.</summary>
    public required long Person { get; init; }
}
