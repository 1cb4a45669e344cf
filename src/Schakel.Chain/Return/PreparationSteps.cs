using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>Return decision, counsellor, assistance, country, flight: what lies ahead once there is a duty to depart (voorbereiding van het vertrek).</summary>
public static class PreparationSteps
{
    /// <summary>Issue a return decision.</summary>
    public static readonly StepType Issue = new(
        "issue-return-decision", "Vw 62a", Party.DecisionOffice, typeof(IssueReturnDecision), StepForce.Due,
        "Een terugkeerbesluit uitvaardigen", "Issue a return decision");

    /// <summary>Assign a return counsellor.</summary>
    public static readonly StepType Assign = new(
        "assign-return-counsellor", "RET-1", Party.ReturnService, typeof(AssignReturnCounsellor), StepForce.Due,
        "Een regievoerder aanwijzen", "Assign a return counsellor");

    /// <summary>Ask for assistance with return.</summary>
    public static readonly StepType AskAssistance = new(
        "request-assisted-return", "rean", Party.Applicant, typeof(RequestAssistedReturn), StepForce.Right,
        "Hulp bij terugkeer vragen", "Ask for assistance with return");

    /// <summary>Decide on assistance with return.</summary>
    public static readonly StepType GrantAssistance = new(
        "grant-assisted-return", "rean", Party.ReturnService, typeof(GrantAssistedReturn), StepForce.Due,
        "Beslissen over hulp bij terugkeer", "Decide on assistance with return");

    /// <summary>Give up assistance with return.</summary>
    public static readonly StepType CancelAssistance = new(
        "cancel-assisted-return", "rean", Party.Applicant, typeof(CancelAssistedReturn), StepForce.Right,
        "Afzien van hulp bij terugkeer", "Give up assistance with return");

    /// <summary>Lift a supervision measure.</summary>
    public static readonly StepType LiftMeasure = new(
        "lift-supervision", "Vw 56", Party.ReturnService, typeof(LiftSupervision), StepForce.Optional,
        "Een toezichtmaatregel opheffen", "Lift a supervision measure");

    /// <summary>Extend the restriction of liberty.</summary>
    public static readonly StepType ExtendMeasure = new(
        "extend-restriction", "supervised-stay", Party.ReturnService, typeof(ExtendRestriction), StepForce.Optional,
        "De vrijheidsbeperking verlengen", "Extend the restriction of liberty");

    /// <summary>Present to the representation of the country.</summary>
    public static readonly StepType Present = new(
        "present-to-country", "RET-11", Party.ReturnService, typeof(PresentToCountry), StepForce.Optional,
        "Presenteren bij de vertegenwoordiging van het land", "Present to the representation of the country");

    /// <summary>Record that the country confirms the nationality.</summary>
    public static readonly StepType Confirm = new(
        "confirm-nationality", "RET-11", Party.ReturnService, typeof(ConfirmNationality), StepForce.Optional,
        "Vastleggen dat het land de nationaliteit bevestigt", "Record that the country confirms the nationality");

    /// <summary>Record that the country takes back.</summary>
    public static readonly StepType Agree = new(
        "agree-take-back", "RET-11", Party.ReturnService, typeof(AgreeTakeBack), StepForce.Optional,
        "Vastleggen dat het land terugneemt", "Record that the country takes back");

    /// <summary>Record that the country refuses the travel document.</summary>
    public static readonly StepType Refused = new(
        "refuse-travel-document", "RET-11", Party.ReturnService, typeof(RefuseTravelDocument), StepForce.Optional,
        "Vastleggen dat het land de laissez-passer weigert", "Record that the country refuses the travel document");

    /// <summary>Record the validity of the travel document.</summary>
    public static readonly StepType Validity = new(
        "record-document-validity", "RET-11", Party.ReturnService, typeof(RecordDocumentValidity), StepForce.Due,
        "De geldigheid van de laissez-passer vastleggen", "Record the validity of the travel document");

    /// <summary>The travel document has expired.</summary>
    public static readonly StepType Expire = new(
        "expire-travel-document", "RET-11", Party.OperationOfLaw, typeof(ExpireTravelDocument), StepForce.ByLaw,
        "De laissez-passer is verlopen", "The travel document has expired");

    /// <summary>Plan a flight.</summary>
    public static readonly StepType PlanTheFlight = new(
        "plan-flight", "RET-10", Party.ReturnService, typeof(PlanFlight), StepForce.Optional,
        "Een vlucht boeken", "Plan a flight");

    /// <summary>Cancel the flight.</summary>
    public static readonly StepType CancelTheFlight = new(
        "cancel-flight", "RET-10", Party.ReturnService, typeof(CancelFlight), StepForce.Optional,
        "De vlucht annuleren", "Cancel the flight");

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var state = file.Return;
        if (state.Supervision.Measures != SupervisionMeasures.None)
        {
            var last = Supervision.LastDay(state.Supervision, law);
            ahead.Add(LiftMeasure, last);
            if (last is not null && !state.Supervision.Extended)
            {
                ahead.Add(new NextStep(ExtendMeasure, null, null) { Until = last });
            }
        }
        if (state is { DocumentReceived: true, Country.DocumentUntil: { } until })
        {
            ahead.Add(new NextStep(Expire, until.PlusDays(1), null));
        }
        if (state is { IsOpen: true, Counsellor.Number: 0 })
        {
            ahead.Add(Assign);
        }
        if (state.Assistance is not null)
        {
            ahead.Add(CancelAssistance);
        }
        else if (AssistedReturns.IsOpenTo(file) && file.Procedure is not { Application: null, Decision: null })
        {
            ahead.Add(AskAssistance);
        }
        if (state.Flight is not null)
        {
            ahead.Add(CancelTheFlight);
        }
        else if (state.IsOpen && file.Procedure.Open is null)
        {
            ahead.Add(new NextStep(PlanTheFlight, ReturnSteps.MinorThrough(file)?.PlusDays(1), null)
            {
                Until = Flights.UsesCountryDocument(file) ? state.Country.DocumentUntil : null,
            });
        }
    }

    /// <summary>The steps of who must depart, from the day on which nothing protects any more.</summary>
    internal static void Prepare(Outlook ahead, CaseFile file, Day? from)
    {
        var minor = ReturnSteps.MinorThrough(file);
        if (file.Return.Assistance is { GrantedOn: null } && AssistedReturns.IsOpenTo(file))
        {
            ahead.Add(new NextStep(GrantAssistance, Outlook.Later(from, minor?.PlusDays(1)), null));
        }
        if (!file.Return.IsOpen || file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp })
        {
            return; // Where the claim was not judged nobody turns to the country.
        }
        var country = file.Return.Country;
        var asked = file.Return is { DocumentRequested: true, DocumentReceived: false };
        if (asked)
        {
            ahead.Add(new NextStep(Present, Outlook.Later(from, country.PresentedOn?.PlusDays(1)), null));
            ahead.Add(new NextStep(Refused, from, null));
        }
        if (asked && country.ConfirmedOn is null)
        {
            ahead.Add(new NextStep(Confirm, from, null));
        }
        if (country is { ConfirmedOn: not null, TakesBack: false })
        {
            ahead.Add(new NextStep(Agree, from, null));
        }
        if (file.Return.DocumentReceived && country.DocumentUntil is null)
        {
            ahead.Add(new NextStep(Validity, from, null));
        }
    }

    /// <summary>Where the refusal is no return decision itself: for a minor with adequate reception, after a withdrawal, after a permit.</summary>
    internal static void Decision(Outlook ahead, CaseFile file, Day? from)
    {
        if (file.Return.Decision is not null || file.Procedure is { Application: null, Decision: null } or { Decision.Outcome: DecisionOutcome.NotTakenUp }
            || file.Procedure.Permits.Renewal is not null)
        {
            return;
        }
        var refused = file.Procedure.Decision is { } decision && !Decisions.IsGrant(decision.Outcome);
        var alone = file.Registration.Role == Family.FamilyRole.UnaccompaniedMinor;
        if (refused && alone && file.Return.AdequateReception)
        {
            ahead.Add(new NextStep(Issue, from, null) { Until = Registration.Age.ComesOfAge(file.Registration.Born).PlusDays(-1) });
        }
        else if (!refused && (file.Procedure.Decision is null || file.Procedure.Permits.Ended is not null))
        {
            ahead.Add(new NextStep(Issue, Outlook.Later(from, ReturnSteps.MinorThrough(file)?.PlusDays(1)), null));
        }
    }
}
