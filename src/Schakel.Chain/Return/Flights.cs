using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>A command on the flight (vlucht).</summary>
public abstract record FlightCommand : PreparationCommand;

/// <summary>Why a flight was cancelled (reden van annulering).</summary>
public enum FlightCancelCause
{
    /// <summary>The person was not there (niet beschikbaar).</summary>
    NotAvailable = 0,
    /// <summary>The person resisted (verzet).</summary>
    Resisted,
    /// <summary>A court, a new application or another obstacle in law (juridisch beletsel).</summary>
    LegalObstacle,
    /// <summary>No travel document (geen reisdocument).</summary>
    NoDocument,
    /// <summary>Not fit to fly (niet in staat te vliegen).</summary>
    NotFitToFly,
    /// <summary>The country or the carrier did not cooperate (land of vervoerder).</summary>
    CountryOrCarrier,
    /// <summary>The service itself (organisatie).</summary>
    Organisation,
}

/// <summary>Plan the flight (vlucht plannen). For a forced return the three conditions must hold now, and on the day nothing may be lacking.</summary>
/// <param name="By">Officer of the return service.</param>
/// <param name="FlightOn">The day.</param>
/// <param name="Kind">Independent or forced.</param>
/// <param name="Escorted">Escorted by the border guard.</param>
public sealed record PlanFlight(Official By, Day FlightOn, DepartureKind Kind, bool Escorted) : FlightCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>Cancel the flight (vlucht annuleren).</summary>
/// <param name="By">Officer of the return service, or the border guard.</param>
/// <param name="Cause">Why.</param>
public sealed record CancelFlight(Official By, FlightCancelCause Cause) : FlightCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer | OfficialRoles.BorderGuard;
}

/// <summary>A flight was planned (vlucht gepland).</summary>
/// <param name="FlightOn">The day.</param>
/// <param name="Kind">Independent or forced.</param>
/// <param name="Escorted">Escorted.</param>
[EventName("flight-planned", 1)]
public sealed record FlightPlanned(
    [Category(DataCategory.Return)] Day FlightOn,
    [Category(DataCategory.Return)] DepartureKind Kind,
    [Category(DataCategory.Return)] bool Escorted) : PreparationEvent;

/// <summary>The flight was cancelled (vlucht geannuleerd).</summary>
/// <param name="Cause">Why.</param>
[EventName("flight-cancelled", 1)]
public sealed record FlightCancelled([Category(DataCategory.Return)] FlightCancelCause Cause) : PreparationEvent;

/// <summary>A flight that is planned (geplande vlucht).</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">Independent or forced.</param>
/// <param name="Escorted">Escorted.</param>
public sealed record FlightState(Day On, DepartureKind Kind, bool Escorted);

/// <summary>Flights (vluchten).</summary>
public static class Flights
{
    /// <summary>Planned before.</summary>
    public static readonly Refusal AlreadyPlanned = new(
        "flight.already-planned", "fact",
        "Er is al een vlucht gepland; annuleer die eerst.",
        "A flight has been planned already; cancel it first.");

    /// <summary>The day has passed.</summary>
    public static readonly Refusal InThePast = new(
        "flight.in-the-past", "fact",
        "Een vlucht wordt niet gepland op een dag die voorbij is.",
        "A flight is not planned for a day that has passed.");

    /// <summary>Who leaves unsupervised tells nobody of a flight.</summary>
    public static readonly Refusal Unsupervised = new(
        "flight.unsupervised", "RET-17",
        "Voor vertrek zonder toezicht wordt geen vlucht gepland.",
        "No flight is planned for a departure without supervision.");

    /// <summary>The travel document will have expired.</summary>
    public static readonly Refusal DocumentExpires = new(
        "flight.document-expires", "RET-10",
        "De laissez-passer is geldig tot en met {0}, vóór de vlucht.",
        "The travel document is valid through {0}, before the flight.");

    /// <summary>No flight.</summary>
    public static readonly Refusal NotPlanned = new(
        "flight.not-planned", "fact",
        "Er is geen vlucht gepland.",
        "No flight is planned.");

    internal static Decision Decide(CaseFile file, FlightCommand command, Law law, Day today) => command switch
    {
        PlanFlight act => Plan(file, act, law, today),
        CancelFlight act => file.Return.Flight is null ? NotPlanned : new FlightCancelled(act.Cause),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    private static Decision Plan(CaseFile file, PlanFlight command, Law law, Day today)
    {
        var against = command.Kind switch
        {
            DepartureKind.Forced => ForcedReturns.Against(file, law, today),
            DepartureKind.Independent => file.Procedure.Open is not null ? Departures.ApplicationRuns
                : !file.Return.IsOpen ? ReturnFiles.NoFile : Departures.AgainstMinor(file, today),
            DepartureKind.Unsupervised => Unsupervised,
        };
        return against is not null ? against
            : file.Return.Flight is not null ? AlreadyPlanned
            : command.FlightOn < today ? InThePast
            : UsesCountryDocument(file) && file.Return.Country.DocumentUntil is { } until && command.FlightOn > until ? DocumentExpires.On(until)
            : new FlightPlanned(command.FlightOn, command.Kind, command.Escorted);
    }

    internal static bool UsesCountryDocument(CaseFile file) =>
        file.Return.DocumentReceived && !file.Registration.HoldsTravelDocument && !file.Return.Country.TakesBack;
}
