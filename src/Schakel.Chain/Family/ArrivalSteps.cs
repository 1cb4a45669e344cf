using Schakel.Norms;
using Schakel.Norms.Family;

namespace Schakel.Chain.Family;

/// <summary>Completing a request, research into ties, visas, travel: what lies ahead (nareis van aanvulling tot aankomst).</summary>
public static class ArrivalSteps
{
    /// <summary>Ask to complete the request for family reunification.</summary>
    public static readonly StepType AskDocuments = new(
        "ask-reunification-documents", "Awb 4:5", Party.DecisionOffice, typeof(AskReunificationDocuments), StepForce.Optional,
        "Aanvulling van de nareisaanvraag vragen", "Ask to complete the request for family reunification");

    /// <summary>Hand in the documents that were asked for.</summary>
    public static readonly StepType HandIn = new(
        "receive-reunification-documents", "Awb 4:5", Party.Applicant, typeof(ReceiveReunificationDocuments), StepForce.Right,
        "De gevraagde stukken inleveren", "Hand in the documents that were asked for");

    /// <summary>Begin research into the family tie.</summary>
    public static readonly StepType Research = new(
        "begin-tie-research", "FAM-5", Party.DecisionOffice, typeof(BeginTieResearch), StepForce.Optional,
        "Onderzoek naar de gezinsband beginnen", "Begin research into the family tie");

    /// <summary>Conclude the research into the family tie.</summary>
    public static readonly StepType Conclude = new(
        "conclude-tie-research", "FAM-5", Party.DecisionOffice, typeof(ConcludeTieResearch), StepForce.Due,
        "Het onderzoek naar de gezinsband afronden", "Conclude the research into the family tie");

    /// <summary>Give the relatives their entry visas.</summary>
    public static readonly StepType Collect = new(
        "collect-entry-visas", "family-arrival", Party.DecisionOffice, typeof(CollectEntryVisas), StepForce.Due,
        "De mvv's verstrekken aan de gezinsleden", "Give the relatives their entry visas");

    /// <summary>Announce the travel of the relatives.</summary>
    public static readonly StepType Travel = new(
        "announce-family-travel", "family-arrival", Party.Applicant, typeof(AnnounceFamilyTravel), StepForce.Right,
        "De reis van de gezinsleden melden", "Announce the travel of the relatives");

    /// <summary>Record that the relative reported after entry.</summary>
    public static readonly StepType Report = new(
        "report-family-arrival", "family-arrival", Party.HearingOffice, typeof(ReportFamilyArrival), StepForce.Due,
        "De melding van het gezinslid na inreis vastleggen", "Record that the relative reported after entry");

    /// <summary>Time to collect the entry visas.</summary>
    public static readonly TermType CollectTerm = new(
        "visa-collection", "family-arrival", "Termijn om de mvv op te halen", "Time to collect the entry visas",
        (file, _, law, ref trace) => CollectBy(file.Family, law, ref trace));

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var family = file.Family;
        var none = default(NoTrace);
        if (family.Pending)
        {
            if (family.CompletionAskedOn is null)
            {
                ahead.Add(AskDocuments);
            }
            else
            {
                ahead.Add(HandIn, family.CompleteBy);
            }
            if (family.Researching != TieResearchMeans.None)
            {
                ahead.Add(Conclude);
            }
            else
            {
                ahead.Add(Research);
            }
        }
        if (CollectBy(family, law, ref none) is { } last)
        {
            ahead.Add(new NextStep(Collect, null, last) { Until = last });
            ahead.Run(CollectTerm, family.GrantedOn, last);
        }
        if (family.CollectedOn is { } collected && family.TravelOn is null)
        {
            var enterBy = FamilyArrival.EnterBy(law, collected, ref none);
            ahead.Add(new NextStep(Travel, null, enterBy) { Until = enterBy });
        }
        // Once the permit is there, reporting has had its use.
        if (file is { Registration: { Route: Registration.Route.FamilyReunification, ArrivedOn: { } arrived }, Procedure.Permit: null } && family.ReportedOn is null)
        {
            ahead.Add(Report, law.Has(arrived, FamilyArrival.Reporting) ? FamilyArrival.ReportBy(law, arrived, ref none) : null);
        }
    }

    private static Day? CollectBy<TTrace>(FamilyState family, Law law, ref TTrace trace)
        where TTrace : struct, ITrace =>
        family is { VisasToCollect: > 0, GrantedOn: { } granted } && law.Has(granted, FamilyArrival.Collection)
            ? FamilyArrival.CollectBy(law, granted, ref trace) : null;
}
