using System.Diagnostics;
using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>A command by which the country of origin is in contact about a person (contact met het land van herkomst): each goes through one gate.</summary>
public abstract record CountryCommand : ReturnCommand;

/// <summary>An event of contact with the country of origin.</summary>
public abstract record CountryEvent : ReturnEvent;

/// <summary>Present the person to the country's representatives (presentatie).</summary>
/// <param name="By">Officer of the return service.</param>
public sealed record PresentToCountry(Official By) : CountryCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Record that the country confirms the nationality (nationaliteit bevestigd).</summary>
/// <param name="By">Officer of the return service.</param>
public sealed record ConfirmNationality(Official By) : CountryCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>Record that the country takes the person back without a document of its own (terugname toegezegd).</summary>
/// <param name="By">Officer of the return service.</param>
public sealed record AgreeTakeBack(Official By) : CountryCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>Record that the country refuses a travel document (laissez-passer geweigerd); a new request is then possible.</summary>
/// <param name="By">Officer of the return service.</param>
public sealed record RefuseTravelDocument(Official By) : CountryCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>Record until when the travel document can be used (geldigheid van de laissez-passer).</summary>
/// <param name="By">Officer of the return service.</param>
/// <param name="Until">Its last day.</param>
public sealed record RecordDocumentValidity(Official By, Day Until) : CountryCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>Record that the travel document expired unused (laissez-passer verlopen); a new request is then possible.</summary>
/// <param name="By">The clock, or an officer of the return service.</param>
public sealed record ExpireTravelDocument(Official By) : CountryCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;

    /// <inheritdoc/>
    public bool ByLaw => true;
}

/// <summary>The person was presented to the country's representatives (gepresenteerd).</summary>
[EventName("presented-to-country", 1)]
public sealed record PresentedToCountry : CountryEvent;

/// <summary>The country confirmed the nationality (nationaliteit bevestigd).</summary>
[EventName("nationality-confirmed", 1)]
public sealed record NationalityConfirmed : CountryEvent;

/// <summary>The country agreed to take the person back (terugname toegezegd).</summary>
[EventName("take-back-agreed", 1)]
public sealed record TakeBackAgreed : CountryEvent;

/// <summary>The country refused a travel document (laissez-passer geweigerd).</summary>
[EventName("travel-document-refused", 1)]
public sealed record TravelDocumentRefused : CountryEvent;

/// <summary>The last day of the travel document was recorded (geldigheid vastgelegd).</summary>
/// <param name="Until">Its last day.</param>
[EventName("document-validity-recorded", 1)]
public sealed record DocumentValidityRecorded([Category(DataCategory.Return)] Day Until) : CountryEvent;

/// <summary>The travel document expired (laissez-passer verlopen).</summary>
[EventName("travel-document-expired", 1)]
public sealed record TravelDocumentExpired : CountryEvent;

/// <summary>What the country of origin said (het land).</summary>
/// <param name="PresentedOn">Day of the latest presentation.</param>
/// <param name="ConfirmedOn">Day the nationality was confirmed.</param>
/// <param name="TakesBack">It takes the person back without a document.</param>
/// <param name="DocumentUntil">Last day of the travel document; absent when not known.</param>
public readonly record struct CountryState(Day? PresentedOn, Day? ConfirmedOn, bool TakesBack, Day? DocumentUntil);

/// <summary>Contact with the country of origin, and its hard gate (red line 4).</summary>
public static class CountryContacts
{
    /// <summary>No request at the country to present for.</summary>
    public static readonly Refusal NothingAsked = new(
        "country.nothing-asked", "RET-11",
        "Er loopt geen aanvraag om een laissez-passer bij het land.",
        "No request for a travel document is pending with the country.");

    /// <summary>Presented today.</summary>
    public static readonly Refusal PresentedToday = new(
        "country.presented-today", "fact",
        "Deze persoon is vandaag al gepresenteerd.",
        "This person has been presented today already.");

    /// <summary>Confirmed before.</summary>
    public static readonly Refusal AlreadyConfirmed = new(
        "country.already-confirmed", "fact",
        "De nationaliteit is al bevestigd.",
        "The nationality has been confirmed already.");

    /// <summary>The nationality is not confirmed.</summary>
    public static readonly Refusal NotConfirmed = new(
        "country.nationality-not-confirmed", "RET-11",
        "Een land zegt terugname pas toe nadat het de nationaliteit heeft bevestigd.",
        "A country agrees to take back only after it has confirmed the nationality.");

    /// <summary>Agreed before.</summary>
    public static readonly Refusal AlreadyAgreed = new(
        "country.already-agreed", "fact",
        "Het land heeft terugname al toegezegd.",
        "The country has agreed to take back already.");

    /// <summary>There is no document.</summary>
    public static readonly Refusal NoDocument = new(
        "travel-document.none", "RET-11",
        "Er is geen laissez-passer ontvangen.",
        "No travel document has been received.");

    /// <summary>A document that has expired on arrival is none.</summary>
    public static readonly Refusal ValidityPast = new(
        "travel-document.validity-past", "fact",
        "De laatste dag van een laissez-passer ligt niet vóór vandaag.",
        "The last day of a travel document does not lie before today.");

    /// <summary>It can still be used.</summary>
    public static readonly Refusal StillValid = new(
        "travel-document.still-valid", "RET-11",
        "De laissez-passer is geldig tot en met {0}.",
        "The travel document is valid through {0}.");

    /// <summary>Its last day is not known.</summary>
    public static readonly Refusal ValidityNotKnown = new(
        "travel-document.validity-not-known", "fact",
        "De laatste dag van de laissez-passer is niet bekend.",
        "The last day of the travel document is not known.");

    /// <summary>
    /// The gate (red line 4): no contact while a claim runs, an appeal suspends or can, or a court holds departure off; none about a claim
    /// that was never judged; none for who falls under a departure moratorium and does not want to go; and none without a return file.
    /// </summary>
    internal static Refusal? Against(CaseFile file, Law law, Day today) =>
        ReturnFiles.AgainstPreparing(file, law, today)
        ?? (!file.Return.IsOpen ? ReturnFiles.NoFile
            : file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp } ? ReturnFiles.ClaimNotJudged
            : null);

    internal static Decision Decide(CaseFile file, CountryCommand command, Law law, Day today)
    {
        if (command is not ExpireTravelDocument && Against(file, law, today) is { } gate)
        {
            return gate;
        }
        var (state, country) = (file.Return, file.Return.Country);
        var asked = state is { DocumentRequested: true, DocumentReceived: false };
        return command switch
        {
            PresentToCountry => !asked ? NothingAsked : country.PresentedOn == today ? PresentedToday : new PresentedToCountry(),
            ConfirmNationality => country.ConfirmedOn is not null ? AlreadyConfirmed : !asked ? NothingAsked : new NationalityConfirmed(),
            AgreeTakeBack => country.ConfirmedOn is null ? NotConfirmed : country.TakesBack ? AlreadyAgreed : new TakeBackAgreed(),
            RefuseTravelDocument => asked ? new TravelDocumentRefused() : NothingAsked,
            RecordDocumentValidity act => !state.DocumentReceived ? NoDocument
                : act.Until < today ? ValidityPast : new DocumentValidityRecorded(act.Until),
            ExpireTravelDocument => !state.DocumentReceived ? NoDocument
                : country.DocumentUntil is not { } until ? ValidityNotKnown
                : today <= until ? StillValid.On(until)
                : new TravelDocumentExpired(),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    internal static ReturnState Evolve(ReturnState state, CountryEvent happened, Day on) => happened switch
    {
        PresentedToCountry => state with { Country = state.Country with { PresentedOn = on } },
        NationalityConfirmed => state with { Country = state.Country with { ConfirmedOn = on } },
        TakeBackAgreed => state with { Country = state.Country with { TakesBack = true } },
        TravelDocumentRefused => state with { DocumentRequested = false },
        DocumentValidityRecorded recorded => state with { Country = state.Country with { DocumentUntil = recorded.Until } },
        TravelDocumentExpired => state with
        {
            DocumentRequested = false,
            DocumentReceived = false,
            Country = state.Country with { DocumentUntil = null },
        },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };
}
