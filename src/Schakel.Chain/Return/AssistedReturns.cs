using System.Diagnostics;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Return;

namespace Schakel.Chain.Return;

/// <summary>A command on assisted return (ondersteunde terugkeer).</summary>
public abstract record AssistanceCommand : PreparationCommand;

/// <summary>An event of assisted return.</summary>
public abstract record AssistanceEvent : PreparationEvent;

/// <summary>Ask for help to return, through the migration organisation (REAN aanvragen bij de IOM).</summary>
public sealed record RequestAssistedReturn : AssistanceCommand;

/// <summary>Grant help to return (REAN toekennen): from here on the organisation arranges papers with the country.</summary>
/// <param name="By">Officer of the return service.</param>
/// <param name="Country">Whether the country of return is left out of the scheme.</param>
/// <param name="NeverExcluded">Established to be one of those who are never left out for their country. Why, is not said here: no claim stands in a return file.</param>
public sealed record GrantAssistedReturn(Official By, CountryExclusion Country, bool NeverExcluded) : AssistanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>Why help to return was cancelled (reden van annulering).</summary>
public enum AssistanceCancelCause
{
    /// <summary>The person changed their mind (van terugkeer afgezien).</summary>
    ChangedMind = 0,
    /// <summary>Not eligible after all (komt niet in aanmerking).</summary>
    NotEligible,
    /// <summary>No papers could be had (geen reisdocument).</summary>
    NoDocument,
    /// <summary>The person did not appear (niet verschenen).</summary>
    NotAppeared,
}

/// <summary>Cancel help to return (REAN annuleren). Changing one's mind has no other consequence.</summary>
/// <param name="Cause">Why.</param>
public sealed record CancelAssistedReturn(AssistanceCancelCause Cause) : AssistanceCommand;

/// <summary>Help to return was asked for (REAN aangevraagd).</summary>
[EventName("assisted-return-requested", 1)]
public sealed record AssistedReturnRequested : AssistanceEvent;

/// <summary>Help to return was granted (REAN toegekend).</summary>
/// <param name="By">Who granted it.</param>
[EventName("assisted-return-granted", 1)]
public sealed record AssistedReturnGranted([Category(DataCategory.Return)] Official By) : AssistanceEvent;

/// <summary>Help to return was cancelled (REAN geannuleerd).</summary>
/// <param name="Cause">Why.</param>
[EventName("assisted-return-cancelled", 1)]
public sealed record AssistedReturnCancelled([Category(DataCategory.Return)] AssistanceCancelCause Cause) : AssistanceEvent;

/// <summary>Assisted return (ondersteunde terugkeer).</summary>
/// <param name="AskedOn">Day of the request.</param>
/// <param name="GrantedOn">Day of the grant.</param>
public sealed record AssistanceState(Day AskedOn, Day? GrantedOn);

/// <summary>Help to return (REAN; norms RET-7, RET-8).</summary>
public static class AssistedReturns
{
    private const string NormId = "rean";

    /// <summary>Asked before.</summary>
    public static readonly Refusal AlreadyAsked = new(
        "assisted-return.already-asked", "fact",
        "Er loopt al een aanvraag om hulp bij terugkeer.",
        "Help to return has been asked for already.");

    /// <summary>Not asked, or granted already.</summary>
    public static readonly Refusal NotAsked = new(
        "assisted-return.not-asked", "fact",
        "Er is geen aanvraag om hulp bij terugkeer waarop nog wordt beslist.",
        "There is no request for help to return that is still to be decided.");

    /// <summary>Nothing to cancel.</summary>
    public static readonly Refusal NothingToCancel = new(
        "assisted-return.nothing-to-cancel", "fact",
        "Er is geen hulp bij terugkeer om te annuleren.",
        "There is no help to return to cancel.");

    /// <summary>The situation gives no claim.</summary>
    public static readonly Refusal WrongSituation = new(
        "assisted-return.wrong-situation", NormId,
        "Hulp bij terugkeer is er voor wie geen verblijfsrecht heeft; wie een aanvraag of vergunning heeft, trekt die eerst in.",
        "Help to return is for those without a right to stay; who has an application or a permit gives it up first.");

    /// <summary>The country is left out.</summary>
    public static readonly Refusal CountryExcluded = new(
        "assisted-return.country-excluded", NormId,
        "Het land is van de regeling uitgesloten.",
        "The country is left out of the scheme.");

    /// <summary>The country must be looked up.</summary>
    public static readonly Refusal CountryUncertain = new(
        "assisted-return.country-uncertain", NormId,
        "Het land staat dicht bij de grens van de inkomenslijst; dat wordt eerst nagegaan.",
        "The country stands near the limit of the income ranking; that is looked up first.");

    internal static Decision Decide(CaseFile file, AssistanceCommand command, Law law, Day today) => command switch
    {
        RequestAssistedReturn => file.Return.Assistance is not null ? AlreadyAsked
            : Eligibility(file, CountryExclusion.No, neverExcluded: true) is { } against ? against
            : new AssistedReturnRequested(),
        GrantAssistedReturn act => Grant(file, act, law, today),
        CancelAssistedReturn act => file.Return.Assistance is null ? NothingToCancel : new AssistedReturnCancelled(act.Cause),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static AssistanceState? Evolve(AssistanceState? state, AssistanceEvent happened, Day on) => happened switch
    {
        AssistedReturnRequested => new(on, null),
        AssistedReturnGranted => state! with { GrantedOn = on },
        AssistedReturnCancelled => null,
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    // The organisation now turns to the country: the gate of red line 4 comes first.
    private static Decision Grant(CaseFile file, GrantAssistedReturn command, Law law, Day today) =>
        file.Return.Assistance is not { GrantedOn: null } ? NotAsked
        : Appeals.IsProtected(file, law, today) ? ReturnFiles.Protected
        : Eligibility(
            file, command.Country,
            command.NeverExcluded || file.Registration.IsUnaccompaniedMinorOn(today)) is { } against ? against
        : Departures.AgainstMinor(file, today) is { } minor ? minor
        : new AssistedReturnGranted(command.By);

    /// <summary>Whether someone in this situation may have assistance, whatever the country.</summary>
    internal static bool IsOpenTo(CaseFile file) => Eligibility(file, CountryExclusion.No, neverExcluded: true) is null;

    private static Refusal? Eligibility(CaseFile file, CountryExclusion country, bool neverExcluded)
    {
        var none = default(NoTrace);
        return ReturnAssistance.Of(SituationOf(file), country, neverExcluded, ref none) switch
        {
            AssistanceAnswer.Eligible => null,
            AssistanceAnswer.WrongSituation => WrongSituation,
            AssistanceAnswer.CountryExcluded => CountryExcluded,
            AssistanceAnswer.CountryUncertain => CountryUncertain,
        };
    }

    /// <summary>Someone whose claim another state judges is not helped to return to where they came from.</summary>
    private static ReturnSituation SituationOf(CaseFile file) =>
        file.Procedure.Open is not null || file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp } ? ReturnSituation.Pending
        : file.Procedure.Permit is not null || file.Return.NoFault is { GrantedOn: not null } ? ReturnSituation.RightKept
        : file.Procedure.Application is { Status: ApplicationStatus.Withdrawn } ? ReturnSituation.Withdrew
        : file.Procedure.Decision is { } decision && !Decisions.IsGrant(decision.Outcome) ? ReturnSituation.Refused
        : ReturnSituation.NoRight;
}
