using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>Offers, presence, needs, incidents and measures: what lies ahead (bewoners). Presence is the agency's register and never a task of every week for every resident: it is optional, with the day of the next report.</summary>
public static class ResidentSteps
{
    /// <summary>Offer a place.</summary>
    public static readonly StepType Offer = new(
        "offer-place", "Rva 11", Party.ReceptionAgency, typeof(OfferPlace), StepForce.Optional,
        "Een plaats aanbieden", "Offer a place");

    /// <summary>Accept the place.</summary>
    public static readonly StepType Accept = new(
        "accept-place", "Rva 11", Party.Applicant, typeof(AcceptPlace), StepForce.Right,
        "De plaats accepteren", "Accept the place");

    /// <summary>Refuse the place.</summary>
    public static readonly StepType Refuse = new(
        "refuse-place", "Rva 11", Party.Applicant, typeof(RefusePlace), StepForce.Right,
        "De plaats weigeren", "Refuse the place");

    /// <summary>Record that someone did not arrive.</summary>
    public static readonly StepType NonArrival = new(
        "record-non-arrival", "Rva 11", Party.ReceptionAgency, typeof(RecordNonArrival), StepForce.Optional,
        "Vastleggen dat iemand niet is aangekomen", "Record that someone did not arrive");

    /// <summary>Cancel the announced move.</summary>
    public static readonly StepType Cancel = new(
        "cancel-move", "Rva 11", Party.ReceptionAgency, typeof(CancelMove), StepForce.Optional,
        "De aangekondigde verhuizing intrekken", "Cancel the announced move");

    /// <summary>Establish that there is a right to reception again.</summary>
    public static readonly StepType Exclusion = new(
        "review-exclusion", "reception-right.excluded", Party.ReceptionAgency, typeof(EstablishExclusion), StepForce.Optional,
        "Vaststellen dat er weer recht op opvang is", "Establish that there is a right to reception again");

    /// <summary>Decide whether reception ends, as there is no right.</summary>
    public static readonly StepType EndWithoutRight = new(
        "end-reception-without-right", "reception-right.excluded", Party.ReceptionAgency, typeof(EndReception), StepForce.Optional,
        "Beslissen of de opvang eindigt, want er is geen recht", "Decide whether reception ends, as there is no right");

    /// <summary>Decide whether reception ends after a home refused without good reason.</summary>
    public static readonly StepType EndAfterRefusal = new(
        "end-reception-after-refused-home", "Rva 7(1)(a)", Party.ReceptionAgency, typeof(EndReception), StepForce.Optional,
        "Beslissen of de opvang eindigt na een ten onrechte geweigerde woning", "Decide whether reception ends after a home refused without good reason");

    /// <summary>Register the report at the site.</summary>
    public static readonly StepType Report = new(
        "register-presence", "reporting-duty", Party.ReceptionAgency, typeof(RegisterPresence), StepForce.Optional,
        "De melding in de opvang vastleggen", "Register the report at the site");

    /// <summary>Record a missed report.</summary>
    public static readonly StepType MissedReport = new(
        "record-missed-report", "reporting-duty", Party.ReceptionAgency, typeof(RecordMissedReport), StepForce.Optional,
        "Een gemiste melding vastleggen", "Record a missed report");

    /// <summary>Permit absence.</summary>
    public static readonly StepType Absence = new(
        "permit-absence", "Rva 10", Party.ReceptionAgency, typeof(PermitAbsence), StepForce.Optional,
        "Afwezigheid toestaan", "Permit absence");

    /// <summary>Record particular needs.</summary>
    public static readonly StepType Needs = new(
        "record-needs", "RCD 24", Party.ReceptionAgency, typeof(RecordNeeds), StepForce.Optional,
        "Bijzondere behoeften vastleggen", "Record particular needs")
    { OnlyForParty = true };

    /// <summary>Record the end of treatment.</summary>
    public static readonly StepType EndOfTreatment = new(
        "end-treatment", "RCD 19", Party.HealthService, typeof(EndTreatment), StepForce.Optional,
        "Het einde van de behandeling vastleggen", "Record the end of treatment")
    { OnlyForParty = true };

    /// <summary>Report the incident to the police.</summary>
    public static readonly StepType ReportToPolice = new(
        "report-incident", "Rva 10", Party.ReceptionAgency, typeof(ReportIncident), StepForce.Optional,
        "Het voorval melden bij de politie", "Report the incident to the police")
    { OnlyForParty = true };

    /// <summary>Impose a measure after the incident.</summary>
    public static readonly StepType Impose = new(
        "impose-measure", "Rva 10", Party.ReceptionAgency, typeof(ImposeMeasure), StepForce.Optional,
        "Een maatregel opleggen na het voorval", "Impose a measure after the incident")
    { OnlyForParty = true };

    /// <summary>Look at the measure again.</summary>
    public static readonly StepType Review = new(
        "review-measure", "measure-review", Party.ReceptionAgency, typeof(ReviewMeasure), StepForce.Due,
        "De maatregel opnieuw bekijken", "Look at the measure again")
    { OnlyForParty = true };

    /// <summary>Next report.</summary>
    public static readonly TermType ReportTerm = new(
        "next-report", "reporting-duty", "Volgende melding", "Next report",
        (file, _, law, ref trace) => Presence.NextReport(file, law, ref trace));

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var circumstances = file.Reception.Circumstances;
        if (circumstances.Offer is { } offer)
        {
            if (offer.Accepted is null)
            {
                ahead.Add(Accept);
                ahead.Add(Refuse);
            }
            ahead.Add(new NextStep(NonArrival, Offers.ArriveBy(offer, law).PlusDays(1), null));
        }
        if (circumstances.Exclusion is not null)
        {
            ahead.Add(Exclusion);
        }
        if (circumstances.TreatmentSince is not null)
        {
            ahead.Add(EndOfTreatment);
        }
        if (file.Guidance.Has(Guidance.Provisions.NeedsAssessed) && file.Reception.Site is not null)
        {
            ahead.Add(Needs);
        }
        Conduct(ahead, file, circumstances);
        if (file.Reception.Site is not null)
        {
            Stay(ahead, file, circumstances, law);
        }
    }

    private static void Stay(Outlook ahead, CaseFile file, Circumstances circumstances, Law law)
    {
        if (file.Reception.MoveDue is not null)
        {
            ahead.Add(Cancel);
        }
        if (circumstances.Exclusion is not null)
        {
            ahead.Add(EndWithoutRight);
        }
        if (file.Housing.Answer is { UnjustifiedOn: not null })
        {
            ahead.Add(EndAfterRefusal);
        }
        var none = default(NoTrace);
        var presence = circumstances.Presence;
        var next = Presence.NextReport(file, law, ref none);
        ahead.Add(new NextStep(Report, presence is { Missed: 0, AwayThrough: null, ReportedOn: { } last } ? last.PlusDays(1) : null, next));
        ahead.Run(ReportTerm, presence.ReportedOn ?? file.Reception.Since, next);
        if (next is not null)
        {
            ahead.Add(new NextStep(MissedReport, Outlook.Later(next, presence.AwayThrough)?.PlusDays(1), null));
        }
        if (file.Reception.Modality is not (Modality.Enforcement or Modality.FreedomRestricting))
        {
            ahead.Add(Absence);
        }
    }

    private static void Conduct(Outlook ahead, CaseFile file, Circumstances circumstances)
    {
        if (circumstances.Measure is { IsEnded: false } running)
        {
            ahead.Add(new NextStep(Review, null, running.ReviewOn) { Until = running.Through });
        }
        if (circumstances.Incident is not { } incident || file.Reception.Site is null)
        {
            return;
        }
        if (!incident.Reported && (incident.Severity == IncidentSeverity.Serious || incident.Kind is IncidentKind.Violence or IncidentKind.Threat))
        {
            ahead.Add(ReportToPolice);
        }
        if (circumstances.Measure is null || circumstances.Measure.On < incident.On)
        {
            ahead.Add(new NextStep(Impose, circumstances.Measure is { IsEnded: false } before ? before.Through.PlusDays(1) : null, null));
        }
    }
}
