using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>The registration room: hands each command and event to its subject.</summary>
internal static class RegistrationRoom
{
    internal static Decision Decide(CaseFile file, Household household, RegistrationCommand command, Day today) => command switch
    {
        RegisterArrival arrival => Arrivals.Decide(arrival, today),
        IdentifyPerson identification => Identifications.Decide(file, identification),
        HoldRegistrationInterview interview => Identifications.Decide(file, interview),
        TakeOverFile takeOver => TakeOvers.Decide(takeOver, today),
        RedirectToCentre redirection => Arrivals.Decide(file, redirection),
        RegisterFamilyArrival arrival => Arrivals.Decide(household, arrival, today),
        RegisterResettledArrival arrival => Arrivals.Decide(arrival, today),
        PreRegister act => PreRegistrations.Decide(file, act),
        CancelPreRegistration act => PreRegistrations.Decide(file, act),
        RecordIdentity act => Identities.Decide(file, act, today),
        CorrectIdentity act => Identities.Decide(file, act, today),
        AssignVNumber act => VNumbers.Decide(file, act),
        ExamineDocument act => Documents.Decide(act),
        RecordComposition act => Compositions.Decide(file, act, today),
        RaiseAgeDoubt act => AgeAssessments.Decide(file, act),
        ConsentToAgeAssessment act => AgeAssessments.Decide(file, act),
        AskAgeAssessment act => AgeAssessments.Decide(file, act),
        ReceiveAgeAssessment act => AgeAssessments.Decide(file, act),
        DecideAge act => AgeAssessments.Decide(file, household, act, today),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    /// <summary>The room's own state after the event. Opening a file is the root's work: see <see cref="Openings"/>.</summary>
    internal static RegistrationState Evolve(RegistrationState state, RegistrationEvent happened, Day on) => happened switch
    {
        PersonArrived arrived => state with
        {
            Household = arrived.Household,
            Born = arrived.Born,
            Role = arrived.Role,
            Route = arrived.Route,
            Centre = arrived.Centre,
            AtBorder = arrived.AtBorder,
            ArrivedOn = on,
        },
        PersonIdentified identified => state with
        {
            Centre = identified.Centre,
            IdentifiedOn = on,
            HoldsTravelDocument = identified.HoldsTravelDocument,
            Biometrics = identified.Biometrics,
        },
        RegistrationInterviewHeld => state with { InterviewedOn = on },
        PersonRedirected redirected => state with { Centre = redirected.Centre },
        FileTakenOver taken => state with
        {
            Household = taken.Household,
            Born = taken.Born,
            Role = taken.Role,
            IdentifiedOn = on,
            InterviewedOn = on,
        },
        PreRegistered => state with { PreRegisteredOn = on },
        PreRegistrationCancelled => state with { PreRegisteredOn = null },
        IdentityRecorded recorded => Identities.Evolve(state, recorded.Identity),
        IdentityCorrected corrected => Identities.Evolve(state, corrected.Identity),
        VNumberAssigned assigned => state with { VNumber = assigned.Number },
        DocumentExamined examined => Documents.Evolve(state, examined),
        CompositionRecorded composition => state with { RelativesElsewhere = composition.RelativesElsewhere },
        AgeDoubted doubted => AgeAssessments.Evolve(state, doubted),
        AgeAssessmentConsented => state with { AgeDoubt = state.AgeDoubt! with { ConsentedOn = on } },
        AgeAssessmentAsked => state with { AgeDoubt = state.AgeDoubt! with { AskedOn = on } },
        AgeAssessmentReceived received => state with { AgeDoubt = state.AgeDoubt! with { Finding = received.Finding } },
        AgeDecided decided => AgeAssessments.Evolve(state, decided),
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };
}
