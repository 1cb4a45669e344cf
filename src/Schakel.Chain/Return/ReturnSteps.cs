using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Return;

namespace Schakel.Chain.Return;

/// <summary>Return, travel document, detention: what lies ahead (terugkeer). Nothing of it is there while a claim, or an appeal that suspends, is pending.</summary>
public static class ReturnSteps
{
    /// <summary>Leave independently.</summary>
    public static readonly StepType Leave = new(
        "depart-independently", "departure-period", Party.Applicant, typeof(Depart), StepForce.Right,
        "Zelfstandig vertrekken, met begeleiding", "Depart independently, with assistance");

    /// <summary>Open a return file.</summary>
    public static readonly StepType OpenFile = new(
        "open-return-file", "Vw 62a", Party.ReturnService, typeof(OpenReturnFile), StepForce.Due,
        "Een terugkeerdossier openen", "Open a return file");

    /// <summary>Ask the country for a travel document.</summary>
    public static readonly StepType RequestDocument = new(
        "request-travel-document", "RET-11", Party.ReturnService, typeof(RequestTravelDocument), StepForce.Optional,
        "Een laissez-passer aanvragen", "Ask the country for a travel document");

    /// <summary>Issue the travel document.</summary>
    public static readonly StepType IssueDocument = new(
        "issue-travel-document", "RET-11", Party.CountryOfReturn, typeof(ReceiveTravelDocument), StepForce.Due,
        "De laissez-passer verstrekken", "Issue the travel document");

    /// <summary>Establish adequate reception for a minor.</summary>
    public static readonly StepType EstablishReception = new(
        "establish-adequate-reception", "RET-9", Party.ReturnService, typeof(EstablishAdequateReception), StepForce.Due,
        "Vaststellen of er adequate opvang is voor de minderjarige", "Establish adequate reception for the minor");

    /// <summary>Forced departure.</summary>
    public static readonly StepType Remove = new(
        "remove", "RET-10", Party.ReturnService, typeof(Depart), StepForce.Optional,
        "Gedwongen vertrek", "Forced departure");

    /// <summary>Establish that someone who is gone left the country.</summary>
    public static readonly StepType RecordDeparture = new(
        "record-unsupervised-departure", "RET-10", Party.ReturnService, typeof(Depart), StepForce.Optional,
        "Zelfstandig vertrek zonder toezicht vaststellen", "Establish departure without supervision")
    { For = Presences.Here | Presences.Gone };

    /// <summary>Extend detention.</summary>
    public static readonly StepType Extend = new(
        "extend-detention", "detention", Party.DetainingAuthority, typeof(ExtendDetention), StepForce.Optional,
        "De bewaring verlengen", "Extend detention");

    /// <summary>Release.</summary>
    public static readonly StepType Free = new(
        "release", "detention", Party.DetainingAuthority, typeof(Release), StepForce.Due,
        "De bewaring opheffen", "Release from detention");

    /// <summary>The departure period.</summary>
    public static readonly TermType DeparturePeriodTerm = new(
        "departure-period", "departure-period", "Vertrektermijn", "Departure period",
        (file, _, law, ref trace) => Departures.PeriodLastDay(file, law, ref trace));

    /// <summary>The longest detention.</summary>
    public static readonly TermType DetentionTerm = new(
        "detention", "detention", "Maximale duur van de bewaring", "Longest detention",
        (file, household, law, ref trace) => file.Return.Detention is { } detention
            ? DetentionMaximum.LastDay(file, household, detention, law, ref trace) : null);

    /// <summary>Notice of the detention to the court.</summary>
    public static readonly TermType NoticeTerm = new(
        "detention-notice", "detention-review", "Kennisgeving van de bewaring aan de rechtbank", "Notice of detention to the court",
        (file, _, law, ref trace) => file.Return.Detention is { } detention ? DetentionReview.NoticeBy(law, detention.Since, ref trace) : null);

    internal static void Add(Outlook ahead, CaseFile file, Household household, Law law)
    {
        if (file.Return.Detention is { } detention)
        {
            Detained(ahead, file, household, detention, law);
            DetentionSteps.Add(ahead, file, detention, law);
        }
        if (file.Procedure.Open is null && file.Procedure.Permit is null && file.Procedure is not { Application: null, Decision: null })
        {
            // A minor alone leaves when adequate reception is established, or when of age.
            ahead.Add(new NextStep(Leave, MinorThrough(file)?.PlusDays(1), null));
        }
        if (file.Presence == Presences.Gone || (file.Return.IsOpen && file.Procedure.Open is null))
        {
            ahead.Add(RecordDeparture);
        }
        PreparationSteps.Add(ahead, file, law);
        DeferralSteps.Add(ahead, file);
        if (file.Procedure.Permit is not null || file.Procedure.Open is not null || file.Return.NoFault is { GrantedOn: not null }
            || Appeals.ProtectedThrough(file, law) is var through && through == NextStep.UntilAnEvent)
        {
            return;
        }
        var from = through?.PlusDays(1);
        PreparationSteps.Decision(ahead, file, from);
        if (ReturnFiles.HasDutyToDepart(file))
        {
            var forced = Outlook.Later(through, DepartureMoratoria.Through(file))?.PlusDays(1);
            var prepared = file.Return.Assistance is null ? forced : from;
            Prepare(ahead, file, law, prepared, forced);
            PreparationSteps.Prepare(ahead, file, prepared);
            DeferralSteps.Ask(ahead, file, from);
        }
    }

    private static void Prepare(Outlook ahead, CaseFile file, Law law, Day? from, Day? forced)
    {
        var period = Departures.PeriodLastDay(file, law);
        ahead.Run(DeparturePeriodTerm, file.Procedure.Decision?.On, period);
        var open = file.Return.IsOpen;
        if (!open)
        {
            ahead.Add(new NextStep(OpenFile, from, null));
        }
        if (file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp })
        {
            return; // The claim was not judged: only transfer, and no contact with the country of origin.
        }
        var papers = file.Return.DocumentReceived || file.Registration.HoldsTravelDocument || file.Return.Country.TakesBack;
        if (!file.Return.DocumentReceived && !file.Registration.HoldsTravelDocument && !file.Return.DocumentRequested)
        {
            ahead.Add(new NextStep(RequestDocument, from, null) { WaitsFor = open ? null : OpenFile });
        }
        if (file.Return is { DocumentRequested: true, DocumentReceived: false })
        {
            ahead.Add(IssueDocument);
        }
        var minor = MinorThrough(file);
        if (open && minor is not null)
        {
            ahead.Add(new NextStep(EstablishReception, null, null) { Until = minor });
        }
        var waits = !open ? OpenFile : papers ? null : file.Return.DocumentRequested ? IssueDocument : RequestDocument;
        // While departure is deferred on medical grounds nobody is removed, nor on a document that has expired.
        var removable = Outlook.Later(Outlook.Later(forced, period?.PlusDays(1)), Outlook.Later(minor, file.Return.Deferral?.Until)?.PlusDays(1));
        ahead.Add(new NextStep(Remove, removable, null) { WaitsFor = waits, Until = Flights.UsesCountryDocument(file) ? file.Return.Country.DocumentUntil : null });
    }

    private static void Detained(Outlook ahead, CaseFile file, Household household, DetentionState detention, Law law)
    {
        var last = DetentionMaximum.LastDay(file, household, detention, law);
        ahead.Add(new NextStep(Free, null, last) { Norm = DetentionMaximum.NormOf(detention, last) });
        ahead.Run(DetentionTerm, detention.Since, last);
        if (DetentionExtensions.IsPossible(file, household, detention))
        {
            var removal = detention.Basis == DetentionBasis.Removal;
            ahead.Add(new NextStep(Extend, removal ? DepartureMoratoria.Through(file)?.PlusDays(1) : null, null) { Until = last });
        }
        // An own appeal or an earlier review leaves nothing to notify (DET-11).
        if (ahead.Whole && detention is { Review: null, ReviewedOn: null } && law.Has(detention.Since, DetentionReview.Notice))
        {
            var none = default(NoTrace);
            ahead.Run(NoticeTerm, detention.Since, DetentionReview.NoticeBy(law, detention.Since, ref none));
        }
    }

    /// <summary>The last day of minority for who is alone and for whom no adequate reception is established; absent otherwise.</summary>
    internal static Day? MinorThrough(CaseFile file) =>
        file.Registration.Role == FamilyRole.UnaccompaniedMinor && !file.Return.AdequateReception
            ? Age.ComesOfAge(file.Registration.Born).PlusDays(-1) : null;
}
