using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Partners;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>
/// What may happen, and what follows (beslissen en bijhouden). Pure and total: every command gets events or a refusal, every event a
/// state. Four streams: a person's case file, a household, a site, the policy on a country. One act may concern several of them (a move
/// releases one slot and occupies another); the caller decides each, and appends all or none.
/// </summary>
public static class Decider
{
    /// <summary>The file is not opened.</summary>
    public static readonly Refusal NotOpened = new(
        "file.not-opened", "fact",
        "Dit dossier is nog niet geopend: de persoon is niet aangekomen of overgenomen.",
        "This file has not been opened: the person has not arrived and was not taken over.");

    /// <summary>The file is open, and the person here.</summary>
    public static readonly Refusal AlreadyHere = new(
        "file.already-open", "fact",
        "Dit dossier is al geopend.",
        "This file has been opened already.");

    /// <summary>The person is gone.</summary>
    public static readonly Refusal PersonGone = new(
        "person.gone", "fact",
        "Deze persoon is met onbekende bestemming vertrokken.",
        "This person left with unknown destination.");

    /// <summary>The person departed.</summary>
    public static readonly Refusal PersonDeparted = new(
        "person.departed", "fact",
        "Deze persoon is uit Nederland vertrokken.",
        "This person has departed from the Netherlands.");

    /// <summary>Decides a command on a case file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="household">The person's household: composition only, to protect children; <see cref="Household.Empty"/> for someone alone.</param>
    /// <param name="command">What someone wants to do.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day on which it is done.</param>
    /// <returns>The events, nothing, or a refusal that names the norm.</returns>
    public static Decision Decide(CaseFile file, Household household, CaseCommand command, Law law, Day today)
    {
        if (FileMerges.Against(file, command) is { } merged)
        {
            return merged;
        }
        if ((command.For & file.Presence) == 0)
        {
            return AgainstPresence(file.Presence);
        }
        if (command is IOfficialAct act && Competence.Against(act) is { } incompetent)
        {
            return incompetent;
        }
        return command switch
        {
            ProcedureCommand procedure => ProcedureRoom.Decide(file, household, procedure, law, today),
            ReceptionCommand reception => ReceptionRoom.Decide(file, household, reception, law, today),
            RegistrationCommand registration => RegistrationRoom.Decide(file, household, registration, today),
            HousingCommand housing => Homes.Decide(file, housing, law, today),
            ReturnCommand returning => ReturnRoom.Decide(file, household, returning, law, today),
            FamilyCommand family => FamilyRoom.Decide(file, family, law, today),
            ParticipationCommand participation => ParticipationRoom.Decide(file, household, participation, law, today),
            GuidanceCommand guidance => GuidanceRoom.Decide(file, guidance, law, today),
            PartnersCommand partners => PartnersRoom.Decide(file, partners, today),
            ObserveLapse lapse => Lapses.Decide(file, household, lapse, law, today),
            QuestionCommand question => Questions.Decide(file, question),
            RecordsCommand records => RecordsRoom.Decide(file, records, law, today),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    /// <summary>Decides a command on a case file that stands on the policy on the person's country; see <see cref="PolicyInFiles"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="household">The person's household.</param>
    /// <param name="policy">The policy on <see cref="PolicyInFiles.CountryOf"/>; <see cref="CountryPolicy.None"/> when that is no country.</param>
    /// <param name="command">What someone wants to do.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day on which it is done.</param>
    /// <returns>The events, nothing, or a refusal that names the norm.</returns>
    public static Decision Decide(CaseFile file, Household household, CountryPolicy policy, CaseCommand command, Law law, Day today)
    {
        var decision = Decide(file, household, PolicyInFiles.Completed(file, command, policy, today), law, today);
        return decision.Refusal is null && PolicyInFiles.Against(file, command, policy, today) is { } against ? against : decision;
    }

    /// <summary>Decides a command on the policy on a country.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="command">What someone wants to do.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day on which it is done.</param>
    /// <returns>The events, or a refusal.</returns>
    public static Decision Decide(CountryPolicy policy, PolicyCommand command, Law law, Day today) =>
        command is IOfficialAct act && Competence.Against(act) is { } incompetent ? incompetent : PolicyRoom.Decide(policy, command, law, today);

    /// <summary>Decides a command on a household.</summary>
    /// <param name="household">The household.</param>
    /// <param name="command">What someone wants to do.</param>
    /// <param name="today">The day on which it is done.</param>
    /// <returns>The events, nothing, or a refusal.</returns>
    public static Decision Decide(Household household, HouseholdCommand command, Day today) =>
        command is IOfficialAct act && Competence.Against(act) is { } incompetent ? incompetent : Households.Decide(household, command, today);

    /// <summary>Decides a command on a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="command">What someone wants to do.</param>
    /// <param name="today">The day on which it is done.</param>
    /// <returns>The events, nothing, or a refusal.</returns>
    public static Decision Decide(Site site, SiteCommand command, Day today) =>
        command is IOfficialAct act && Competence.Against(act) is { } incompetent ? incompetent : Sites.Decide(site, command, today);

    /// <summary>The case file after an event.</summary>
    /// <param name="file">The file before it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="on">The day it happened (occurredOn of the envelope).</param>
    public static CaseFile Evolve(CaseFile file, ChainEvent happened, Day on) => After(file, happened, on) with { Events = file.Events + 1 };

    private static CaseFile After(CaseFile file, ChainEvent happened, Day on) => happened switch
    {
        ProcedureEvent procedure => Follow(file with { Procedure = ProcedureRoom.Evolve(file.Procedure, procedure, on) }, procedure, on),
        ReceptionEvent reception => Follow(file with { Reception = Stays.Evolve(file.Reception, reception, on) }, reception, on),
        RegistrationEvent registration => Follow(Openings.Evolve(file, registration, on), registration),
        HousingEvent housing => file with { Housing = Homes.Evolve(file.Housing, housing, on) },
        ReturnEvent returning => Follow(file with { Return = ReturnRoom.Evolve(file.Return, returning, on) }, returning),
        FamilyEvent family => FamilyRoom.Evolve(file, family, on),
        ParticipationEvent participation => file with { Participation = ParticipationRoom.Evolve(file.Participation, participation, on) },
        GuidanceEvent guidance => file with { Guidance = GuidanceRoom.Evolve(file.Guidance, guidance, on) },
        PartnersEvent partners => file with { Partners = PartnersRoom.Evolve(file.Partners, partners, on) },
        RecordsEvent records => file with { Records = RecordsRoom.Evolve(file.Records, records, on) },
        BreachRecorded => file,
        _ => throw new UnreachableException($"{happened.GetType().Name} is no event of a case file."),
    };

    /// <summary>The household after an event.</summary>
    /// <param name="household">The household before it.</param>
    /// <param name="happened">The event.</param>
    public static Household Evolve(Household household, ChainEvent happened) => happened switch
    {
        HouseholdEvent own => Households.Evolve(household, own),
        _ => throw new UnreachableException($"{happened.GetType().Name} is no event of a household."),
    };

    /// <summary>The site after an event.</summary>
    /// <param name="site">The site before it.</param>
    /// <param name="happened">The event.</param>
    public static Site Evolve(Site site, ChainEvent happened) => happened switch
    {
        SiteEvent own => Sites.Evolve(site, own),
        BreachRecorded => site,
        _ => throw new UnreachableException($"{happened.GetType().Name} is no event of a site."),
    };

    /// <summary>The policy on a country after an event.</summary>
    /// <param name="policy">The policy before it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="on">The day it happened.</param>
    public static CountryPolicy Evolve(CountryPolicy policy, ChainEvent happened, Day on) => happened switch
    {
        PolicyEvent own => PolicyRoom.Evolve(policy, own, on),
        BreachRecorded => policy,
        _ => throw new UnreachableException($"{happened.GetType().Name} is no event of the policy on a country."),
    };

    private static CaseFile Follow(CaseFile file, ProcedureEvent happened, Day on) => happened switch
    {
        TransferredToState => file with
        {
            Presence = Presences.Departed,
            Return = ReturnState.None,
            Procedure = Border.Left(file.Procedure),
        },
        // The claim runs, or runs again: nobody need depart, and the return file is closed.
        PenaltyPaid { OnReunification: true } paid => file with
        {
            Family = file.Family with { PaidEuro = file.Family.PaidEuro + paid.Euro },
        },
        MoratoriumApplied applied => DepartureMoratoria.Follow(file, applied, on),
        ApplicationLodged => file with
        {
            Return = file.Return.Closed() with { Served = file.Return.Served.ForNewApplication() },
            Participation = file.Participation with { WorkPermitOn = null },
        },
        TransferLapsed or AppealRuled { Upheld: true }
            or FurtherAppealRuled { Outcome: FurtherAppealOutcome.DecisionAnnulled or FurtherAppealOutcome.ReferredBack } => file with { Return = file.Return.Closed() },
        _ => file,
    };

    private static CaseFile Follow(CaseFile file, ReceptionEvent happened, Day on) => happened switch
    {
        // The allowance is part of reception and ends with it.
        ReceptionEnded => file with { Guidance = file.Guidance with { AllowanceSince = null } },
        LeftWithUnknownDestination => file with
        {
            Presence = Presences.Gone,
            Return = file.Return.Free(on),
            Procedure = Border.Left(file.Procedure),
            Guidance = file.Guidance with { AllowanceSince = null },
        },
        _ => file,
    };

    private static CaseFile Follow(CaseFile file, RegistrationEvent happened) => happened switch
    {
        IdentityCorrected => file with { Records = CorrectionRequests.CarriedOut(file.Records, ofIdentity: true) },
        _ => file,
    };

    private static CaseFile Follow(CaseFile file, ReturnEvent happened) => happened switch
    {
        Departed => file with { Presence = Presences.Departed, Procedure = Border.Left(file.Procedure) },
        _ => file,
    };

    private static Refusal AgainstPresence(Presences presence) => presence switch
    {
        Presences.Here => AlreadyHere,
        Presences.Gone => PersonGone,
        Presences.Departed => PersonDeparted,
        _ => NotOpened,
    };
}
