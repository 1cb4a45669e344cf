using Schakel.Norms;
using Schakel.Norms.Housing;

namespace Schakel.Chain.Housing;

/// <summary>Link, offer, move: what lies ahead (huisvesting).</summary>
public static class HousingSteps
{
    /// <summary>Link to a municipality.</summary>
    public static readonly StepType Link = new(
        "link-to-municipality", "housing-term", Party.ReceptionAgency, typeof(LinkToMunicipality), StepForce.Due,
        "Koppelen aan een gemeente", "Link to a municipality");

    /// <summary>Offer a home.</summary>
    public static readonly StepType Offer = new(
        "offer-home", "housing-term", Party.HousingOffice, typeof(OfferHome), StepForce.Due,
        "Een woning aanbieden", "Offer a home");

    /// <summary>Move into the home.</summary>
    public static readonly StepType MoveIn = new(
        "move-into-home", "housing-term", Party.Applicant, typeof(MoveIntoHome), StepForce.Due,
        "De woning betrekken", "Move into the home");

    /// <summary>A home in a municipality.</summary>
    public static readonly EntitlementType Home = new("home", "Hvw 28", "Huisvesting in een gemeente", "Housing in a municipality");

    /// <summary>Two weeks to link.</summary>
    public static readonly TermType LinkingTerm = new(
        "housing-term-linking", "housing-term", "Koppeltermijn", "Term to link",
        (file, _, law, ref trace) => Terms(file, law, ref trace)?.LinkBy);

    /// <summary>Ten weeks more to find a home.</summary>
    public static readonly TermType HousingTermType = new(
        "housing-term-home", "housing-term", "Huisvestingstermijn", "Term to find a home",
        (file, _, law, ref trace) => Terms(file, law, ref trace)?.HouseBy);

    /// <summary>Two weeks more to move.</summary>
    public static readonly TermType MovingTerm = new(
        "housing-term-moving", "housing-term", "Verhuistermijn", "Term to move",
        (file, _, law, ref trace) => Terms(file, law, ref trace)?.MoveBy);

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        if (file.Procedure.Permit is not { } permit || file.Housing.IsHoused)
        {
            return;
        }
        ahead.Entitle(Home);
        HomeOfferSteps.Add(ahead, file.Housing);
        if (file.Housing.Answer is { UnjustifiedOn: not null })
        {
            return; // One home is offered (Rva 7).
        }
        if (Homes.JoinsSponsor(file))
        {
            Join(ahead, file);
            return;
        }
        var none = default(NoTrace);
        var terms = Homes.Terms(file, permit, law, ref none);
        var linked = file.Housing.LinkedTo is not null;
        var offered = file.Housing.OfferedIn is not null;
        if (!linked)
        {
            ahead.Add(Link, terms?.LinkBy);
            ahead.Run(LinkingTerm, permit.On, terms?.LinkBy);
        }
        if (!offered)
        {
            ahead.Add(new NextStep(Offer, null, terms?.HouseBy) { WaitsFor = !linked ? Link : file.Housing.Answer is { RefusedOn: not null } ? HomeOfferSteps.DecideOnRefusal : null });
            ahead.Run(HousingTermType, permit.On, terms?.HouseBy);
        }
        ahead.Add(new NextStep(MoveIn, null, terms?.MoveBy) { WaitsFor = offered ? null : Offer });
        ahead.Run(MovingTerm, permit.On, terms?.MoveBy);
    }

    /// <summary>Relatives join a home, or are offered one: no term runs, and nothing waits.</summary>
    private static void Join(Outlook ahead, CaseFile file)
    {
        if (file.Housing.LinkedTo is null)
        {
            ahead.Add(Link);
        }
        else if (file.Housing is { OfferedIn: null, Answer: null })
        {
            ahead.Add(Offer);
        }
        ahead.Add(MoveIn);
    }

    private static HousingTerms? Terms<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace =>
        file is { Procedure.Permit: { } permit, Housing.IsHoused: false } ? Homes.Terms(file, permit, law, ref trace) : null;
}
