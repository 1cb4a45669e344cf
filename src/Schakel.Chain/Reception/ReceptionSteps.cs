using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>A place, a move, the end of reception: what lies ahead (opvang).</summary>
public static class ReceptionSteps
{
    /// <summary>Give a place.</summary>
    public static readonly StepType Place = new(
        "place-in-reception", "Rva 3", Party.ReceptionAgency, typeof(PlacePerson), StepForce.Due,
        "Een plaats in de opvang geven", "Give a place in reception");

    /// <summary>Give a place while preparing departure: a freedom-restricting or family site.</summary>
    public static readonly StepType PlaceToReturn = new(
        "place-in-return-site", "Vw 56", Party.ReceptionAgency, typeof(PlacePerson), StepForce.Optional,
        "Een plaats in een vrijheidsbeperkende of gezinslocatie geven", "Give a place in a freedom-restricting or family site");

    /// <summary>Move on from a site that is meant for a limited stay, from a clinic when treatment there is no longer needed, or when a move is announced.</summary>
    public static readonly StepType MoveOn = new(
        "move-on", "stay-limit", Party.ReceptionAgency, typeof(MovePerson), StepForce.Due,
        "Verhuizen naar een andere opvanglocatie", "Move to another reception site");

    /// <summary>End a stay that has come to an end by itself: housed, departed, detained.</summary>
    public static readonly StepType CloseStay = new(
        "close-stay", "Rva 7", Party.ReceptionAgency, typeof(EndReception), StepForce.Due,
        "Het verblijf in de opvang afsluiten", "Close the stay in reception");

    /// <summary>End reception because the departure period is over: a reasoned decision by a named person.</summary>
    public static readonly StepType EndAfterPeriod = new(
        "end-reception-after-departure-period", "departure-period", Party.ReceptionAgency, typeof(EndReception), StepForce.Optional,
        "Beslissen of de opvang eindigt na de vertrektermijn", "Decide whether reception ends after the departure period");

    /// <summary>Reception.</summary>
    public static readonly EntitlementType Reception = new("reception", "reception-right", "Opvang", "Reception");

    /// <summary>Health care.</summary>
    public static readonly EntitlementType HealthCare = new("health-care", "Rva 9(1)(e)", "Gezondheidszorg", "Health care");

    /// <summary>Allowance.</summary>
    public static readonly EntitlementType Allowance = new("allowance", "Rva 14", "Leefgeld", "Allowance");

    /// <summary>The stay at a site that is meant for a limited time.</summary>
    public static readonly TermType StayTerm = new(
        "stay-limit", "stay-limit", "Verblijfsduur op deze locatie", "Limit of the stay at this site",
        (file, _, law, ref trace) => StayLastDay(file.Reception, law, ref trace));

    internal static void Add(Outlook ahead, CaseFile file, Household household, Law law)
    {
        if (file.Presence is not (Presences.Here or Presences.Departed))
        {
            return;
        }
        var right = RightToReception.LastDay(file, household, law);
        var stays = file.Reception.Site is not null;
        if (file.Presence == Presences.Here)
        {
            ResidentSteps.Add(ahead, file, law);
            PlacementSteps.Add(ahead, file, right, law);
        }
        if (!stays)
        {
            // Where the day of a refusal is not known, neither is the end of the right.
            if ((right ?? (file.Procedure.Decision is { On: null } ? NextStep.UntilAnEvent : null)) is { } through && Stays.AgainstStay(file, Modality.Regular) is null)
            {
                ahead.Add(new NextStep(Place, null, null) { Until = Outlook.EndOf(through) });
                if (file.Reception.Circumstances.Offer is null)
                {
                    ahead.Add(new NextStep(ResidentSteps.Offer, null, null) { Until = Outlook.EndOf(through) });
                }
            }
            if (file.Return.IsOpen && file.Procedure.Permit is null && Stays.AgainstStay(file, Modality.FreedomRestricting) is null)
            {
                ToReturnSite(ahead, file, household, law);
            }
        }
        else if (file.Presence == Presences.Departed || file.Housing.IsHoused || file.Return.Detention is not null)
        {
            ahead.Add(CloseStay);
        }
        else
        {
            GoOn(ahead, file, household, law);
        }
        if (ahead.Whole && right is { } until && file.Presence == Presences.Here && !file.Housing.IsHoused)
        {
            Entitle(ahead, file, Outlook.EndOf(until), stays);
        }
    }

    // A family site takes families with minors whatever the day; a freedom-restricting one whoever must leave, once nothing protects any more.
    private static void ToReturnSite(Outlook ahead, CaseFile file, Household household, Law law)
    {
        var minors = RightToReception.MinorsThrough(file, household);
        var through = ReturnFiles.ProtectedThrough(file, law);
        ahead.Add(through == NextStep.UntilAnEvent ? new NextStep(PlaceToReturn, null, null) { Until = minors }
            : new NextStep(PlaceToReturn, through > minors ? through?.PlusDays(1) : null, null));
    }

    private static void GoOn(Outlook ahead, CaseFile file, Household household, Law law)
    {
        if (Stays.AgainstStay(file, Modality.Regular) is null)
        {
            var none = default(NoTrace);
            var last = StayLastDay(file.Reception, law, ref none);
            var announced = file.Reception.AnnouncedSite is not null || file.Reception.MoveDue is not null;
            if (last is not null || announced || Modalities.IsOver(file))
            {
                ahead.Add(new NextStep(MoveOn, null, Outlook.Earlier(last, file.Reception.MoveDue))
                {
                    Norm = file.Reception.Modality switch { Modality.Municipal => "municipal-site", Modality.Clinic => "VELDZICHT", _ => MoveOn.Norm },
                });
                ahead.Run(StayTerm, file.Reception.Since, last);
            }
        }
        if (file.Procedure.Decision is { } decision && !Decisions.IsGrant(decision.Outcome) && decision.Outcome != DecisionOutcome.NotTakenUp
            && RightToReception.AfterRefusal(file, household, law) is var through && through != NextStep.UntilAnEvent)
        {
            ahead.Add(new NextStep(EndAfterPeriod, through?.PlusDays(1), null));
        }
    }

    private static void Entitle(Outlook ahead, CaseFile file, Day? until, bool stays)
    {
        ahead.Entitle(new Entitlement(Reception, file.Registration.ArrivedOn, until) { Kind = stays ? file.Reception.Modality : null });
        ahead.Entitle(HealthCare, file.Registration.ArrivedOn, until);
        var from = file.Reception.Circumstances.Measure is { IsEnded: false, Kind: MeasureKind.WithholdAllowance } withheld
            ? Outlook.Later(file.Reception.Since, withheld.Through.PlusDays(1)) : file.Reception.Since;
        if (stays && file.Reception.Modality != Modality.CentralReception)
        {
            ahead.Entitle(Allowance, from, until);
        }
        else if (stays && file.Registration.Role == FamilyRole.UnaccompaniedMinor)
        {
            ahead.Entitle(Allowance, from, Outlook.Earlier(until, Age.ComesOfAge(file.Registration.Born).PlusDays(-1)));
        }
    }

    private static Day? StayLastDay<TTrace>(ReceptionState state, Law law, ref TTrace trace)
        where TTrace : struct, ITrace =>
        state is { Site: not null, Since: { } since } ? Modalities.LastDay(law, state.Modality, since, ref trace) : null;
}
