using System.Diagnostics;
using Schakel.Norms;
using Schakel.Norms.Reception;
using Schakel.Norms.Return;

namespace Schakel.Chain.Return;

/// <summary>A command on deferral of departure on medical grounds (uitstel van vertrek; Vw 64).</summary>
public abstract record MedicalDeferralCommand : ReturnCommand;

/// <summary>An event of deferral on medical grounds. It says what follows for departure; no event of a return file says anything of health.</summary>
public abstract record MedicalDeferralEvent : ReturnEvent;

/// <summary>Ask for deferral on medical grounds (uitstel vragen). The mere request gives no right to stay (norms REC-2).</summary>
public sealed record RequestMedicalDeferral : MedicalDeferralCommand;

/// <summary>Give the medical adviser's opinion (advies van het Bureau Medische Advisering).</summary>
/// <param name="By">The medical adviser.</param>
/// <param name="Months">For how many months travel is not responsible; zero when it is.</param>
public sealed record GiveMedicalOpinion(Official By, int Months) : MedicalDeferralCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HealthWorker;
}

/// <summary>Decide on deferral (beslissen op uitstel van vertrek).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Granted">Granted, for the time of the opinion.</param>
public sealed record DecideMedicalDeferral(Official By, bool Granted) : MedicalDeferralCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>End deferral before its last day: travel is responsible again (uitstel beëindigen).</summary>
/// <param name="By">Decision officer.</param>
public sealed record EndMedicalDeferral(Official By) : MedicalDeferralCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Deferral on medical grounds was asked for (uitstel gevraagd).</summary>
[EventName("medical-deferral-requested", 1)]
public sealed record MedicalDeferralRequested : MedicalDeferralEvent;

/// <summary>The medical adviser gave an opinion (advies gegeven): months only.</summary>
/// <param name="Months">Months; zero when travel is responsible.</param>
[EventName("medical-opinion-given", 1)]
public sealed record MedicalOpinionGiven([Category(DataCategory.Return)] int Months) : MedicalDeferralEvent;

/// <summary>A named official decided on deferral (op uitstel beslist).</summary>
/// <param name="Granted">Granted.</param>
/// <param name="Until">Its last day; absent when refused.</param>
/// <param name="By">Who decided.</param>
[EventName("medical-deferral-decided", 1)]
public sealed record MedicalDeferralDecided(
    [Category(DataCategory.Return)] bool Granted,
    [Category(DataCategory.Return)] Day? Until,
    [Category(DataCategory.Return)] Official By) : MedicalDeferralEvent;

/// <summary>Deferral was ended early (uitstel beëindigd).</summary>
/// <param name="By">Who decided.</param>
[EventName("medical-deferral-ended", 1)]
public sealed record MedicalDeferralEnded([Category(DataCategory.Return)] Official By) : MedicalDeferralEvent;

/// <summary>Deferral on medical grounds (uitstel van vertrek).</summary>
/// <param name="AskedOn">Day of the request.</param>
/// <param name="Months">Months of the opinion; absent before it.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="Until">Last day, when granted.</param>
public sealed record DeferralState(Day AskedOn, int? Months, Day? DecidedOn, Day? Until);

/// <summary>Deferral of departure on medical grounds (uitstel van vertrek; norms EXO-8): no removal while it runs.</summary>
public static class MedicalDeferrals
{
    private const string NormId = "medical-postponement";

    /// <summary>Asked, and not decided.</summary>
    public static readonly Refusal Pending = new(
        "medical-deferral.pending", "fact",
        "Op het verzoek om uitstel van vertrek is nog niet beslist.",
        "The request for deferral has not been decided.");

    /// <summary>Not asked.</summary>
    public static readonly Refusal NotAsked = new(
        "medical-deferral.not-asked", "Vw 64",
        "Er is geen verzoek om uitstel van vertrek waarop nog wordt beslist.",
        "There is no request for deferral that is still to be decided.");

    /// <summary>A negative number.</summary>
    public static readonly Refusal NegativeMonths = new(
        "medical-deferral.negative-months", "fact",
        "Het advies noemt nul maanden of meer.",
        "The opinion names zero months, or more.");

    /// <summary>An opinion was given.</summary>
    public static readonly Refusal AlreadyAdvised = new(
        "medical-deferral.already-advised", "fact",
        "De medisch adviseur heeft al geadviseerd.",
        "The medical adviser has given an opinion already.");

    /// <summary>No opinion.</summary>
    public static readonly Refusal NoOpinion = new(
        "medical-deferral.no-opinion", "Vc A3/7",
        "Beslissen kan pas na het advies van de medisch adviseur.",
        "Deciding is possible only after the medical adviser's opinion.");

    /// <summary>The opinion says that travel is responsible.</summary>
    public static readonly Refusal MayTravel = new(
        "medical-deferral.may-travel", NormId,
        "Volgens het advies is reizen verantwoord; er is geen termijn waarvoor uitstel kan worden verleend.",
        "According to the opinion travel is responsible; there is no time for which deferral could be granted.");

    /// <summary>The opinion says that travel is not responsible.</summary>
    public static readonly Refusal MayNotTravel = new(
        "medical-deferral.may-not-travel", "Vw 64",
        "Volgens het advies is reizen niet verantwoord; verwijdering blijft dan achterwege.",
        "According to the opinion travel is not responsible; removal is then left undone.");

    /// <summary>No deferral runs.</summary>
    public static readonly Refusal NotRunning = new(
        "medical-deferral.not-running", NormId,
        "Er loopt geen uitstel van vertrek.",
        "No deferral is running.");

    internal static Decision Decide(CaseFile file, MedicalDeferralCommand command, Law law, Day today)
    {
        var state = file.Return.Deferral;
        var pending = state is { DecidedOn: null };
        return command switch
        {
            RequestMedicalDeferral => file.Procedure.Permit is not null ? ReturnFiles.NotRefused
                : pending ? Pending : new MedicalDeferralRequested(),
            GiveMedicalOpinion act => !pending ? NotAsked
                : state!.Months is not null ? AlreadyAdvised
                : act.Months < 0 ? NegativeMonths
                : new MedicalOpinionGiven(act.Months),
            DecideMedicalDeferral act => !pending ? NotAsked
                : state!.Months is not { } months ? NoOpinion
                : act.Granted && months == 0 ? MayTravel
                : !act.Granted && months > 0 ? MayNotTravel
                : new MedicalDeferralDecided(act.Granted, act.Granted ? LastDay(months, law, today) : null, act.By),
            EndMedicalDeferral act => Runs(file.Return, today) ? new MedicalDeferralEnded(act.By) : NotRunning,
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    internal static DeferralState? Evolve(DeferralState? state, MedicalDeferralEvent happened, Day on) => happened switch
    {
        MedicalDeferralRequested => new(on, null, null, Later(state?.Until, on)),
        MedicalOpinionGiven opinion => state! with { Months = opinion.Months },
        MedicalDeferralDecided decided => state! with { DecidedOn = on, Until = decided.Until ?? state.Until },
        MedicalDeferralEnded => state! with { Until = on.PlusDays(-1) },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    /// <summary>Whether departure is deferred on a day.</summary>
    /// <param name="state">The return room's state.</param>
    /// <param name="today">The day.</param>
    public static bool Runs(ReturnState state, Day today) => state.Deferral is { Until: { } until } && today <= until;

    /// <summary>The last day of reception that deferral gives: some weeks after its end (norms REC-6); absent where it was never granted.</summary>
    /// <param name="state">The return room's state.</param>
    /// <param name="law">The law.</param>
    public static Day? ReceptionLastDay(ReturnState state, Law law)
    {
        if (state.Deferral is not { Until: { } until })
        {
            return null;
        }
        var none = default(NoTrace);
        return ReceptionRight.LastDay(law, ReceptionEnding.MedicalStayEnded, until, ref none);
    }

    private static Day LastDay(int months, Law law, Day today)
    {
        var none = default(NoTrace);
        return MedicalPostponement.LastDayOnAdvice(law, today, new(months), ref none);
    }

    /// <summary>A new request while the earlier deferral still runs leaves that one as it is.</summary>
    private static Day? Later(Day? until, Day on) => until >= on ? until : null;
}
