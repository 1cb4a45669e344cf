using Schakel.Norms;
using Norm = Schakel.Norms.Procedure.IndefinitePermit;

namespace Schakel.Chain.Procedure;

/// <summary>Where someone stands with civic integration (stand van de inburgering; Vb 3.107a).</summary>
public enum IntegrationStanding
{
    /// <summary>Passed (geslaagd).</summary>
    Passed = 0,
    /// <summary>Exempt or dispensed (vrijgesteld of ontheven).</summary>
    Exempt,
    /// <summary>Not passed (niet behaald).</summary>
    NotPassed,
}

/// <summary>Ask for a permit for an indefinite time (vergunning voor onbepaalde tijd aanvragen; Vw 34, 40).</summary>
public sealed record RequestIndefinitePermit : PermitCommand;

/// <summary>Decide on a permit for an indefinite time (beslissen op onbepaalde tijd).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Granted">Granted.</param>
/// <param name="Integration">Where the holder stands with civic integration.</param>
public sealed record DecideIndefinitePermit(Official By, bool Granted, IntegrationStanding Integration) : PermitCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>A permit for an indefinite time was asked for (onbepaalde tijd aangevraagd).</summary>
[EventName("indefinite-permit-requested", 1)]
public sealed record IndefinitePermitRequested : PermitEvent;

/// <summary>A named official decided on a permit for an indefinite time (op onbepaalde tijd beslist). When refused, the permit goes on as it is.</summary>
/// <param name="Granted">Granted.</param>
/// <param name="Integration">Civic integration.</param>
/// <param name="By">Who decided.</param>
[EventName("indefinite-permit-decided", 1)]
public sealed record IndefinitePermitDecided(
    [Category(DataCategory.Procedure)] bool Granted,
    [Category(DataCategory.Participation)] IntegrationStanding Integration,
    [Category(DataCategory.Procedure)] Official By) : PermitEvent;

/// <summary>The permit for an indefinite time (onbepaalde tijd): after the years of lawful stay that the norms ask, and integration.</summary>
public static class IndefinitePermits
{
    /// <summary>No such permit any more.</summary>
    public static readonly Refusal NotAvailable = new(
        "indefinite-permit.not-available", "indefinite-permit",
        "Een asielvergunning voor onbepaalde tijd wordt niet meer verleend.",
        "An asylum permit for an indefinite time is not granted any more.");

    /// <summary>The first day of lawful stay is not known.</summary>
    public static readonly Refusal NotKnown = new(
        "indefinite-permit.stay-not-known", "indefinite-permit",
        "De eerste dag van het rechtmatig verblijf is niet bekend.",
        "The first day of lawful stay is not known.");

    /// <summary>Not long enough.</summary>
    public static readonly Refusal TooEarly = new(
        "indefinite-permit.too-early", "indefinite-permit",
        "Een vergunning voor onbepaalde tijd kan pas worden aangevraagd vanaf {0}.",
        "An indefinite permit can be asked for from {0} only.");

    /// <summary>The years are not complete.</summary>
    public static readonly Refusal NotComplete = new(
        "indefinite-permit.years-not-complete", "indefinite-permit",
        "De jaren rechtmatig verblijf zijn pas vol op {0}; eerder wordt niet verleend.",
        "The years of lawful stay are complete on {0} only; it is not granted earlier.");

    /// <summary>Integration not passed.</summary>
    public static readonly Refusal NotIntegrated = new(
        "indefinite-permit.not-integrated", "Vb 3.107a",
        "Zonder inburgering, vrijstelling of ontheffing wordt geen vergunning voor onbepaalde tijd verleend.",
        "Without civic integration, exemption or dispensation no indefinite permit is granted.");

    /// <summary>No request.</summary>
    public static readonly Refusal NotRequested = new(
        "indefinite-permit.not-requested", "Vw 34",
        "Er is geen vergunning voor onbepaalde tijd aangevraagd.",
        "No permit for an indefinite time was asked for.");

    internal static Decision Request(CaseFile file, Law law, Day today)
    {
        if (file.Procedure.Permit is not { } permit)
        {
            return Permits.NoPermit;
        }
        if (permit.Indefinite)
        {
            return Renewals.Indefinite;
        }
        if (file.Procedure.Permits.Renewal is not null)
        {
            return Renewals.Pending;
        }
        if (LawfulSince(permit) is not { } since)
        {
            return NotKnown;
        }
        var none = default(NoTrace);
        return Norm.EarliestApplication(law, since, ref none) is not { } earliest ? NotAvailable
            : today < earliest ? TooEarly.On(earliest)
            : new IndefinitePermitRequested();
    }

    internal static Decision Decide(CaseFile file, DecideIndefinitePermit command, Law law, Day today)
    {
        if (file.Procedure is not { Permits.Renewal: { Indefinite: true } renewal, Permit: { } permit } || LawfulSince(permit) is not { } since)
        {
            return NotRequested;
        }
        var complete = since.PlusYears(law.On(since, Norm.LawfulStay).Count);
        var against = !command.Granted ? Withdrawals.AgainstAdverse(file, law, today)
            : today < complete ? NotComplete.On(complete)
            : command.Integration == IntegrationStanding.NotPassed ? NotIntegrated
            : null;
        return against is not null ? against
            : Decision.Of(new IndefinitePermitDecided(command.Granted, command.Integration, command.By), Renewals.Late(renewal, law, today));
    }

    internal static ProcedureState Evolve(ProcedureState state, IndefinitePermitDecided decided, Day on) => state with
    {
        Permit = decided.Granted ? state.Permit! with { On = on, Months = 0, Indefinite = true } : state.Permit,
        Permits = PermitAffairs.None,
    };

    internal static Day? LawfulSince(PermitState permit) => permit.LawfulSince ?? Permits.FirstDay(permit);
}
