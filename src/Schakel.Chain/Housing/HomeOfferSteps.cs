
namespace Schakel.Chain.Housing;

/// <summary>Answering an offer of a home: what lies ahead (antwoord op een woningaanbod).</summary>
public static class HomeOfferSteps
{
    /// <summary>Accept the home.</summary>
    public static readonly StepType Accept = new(
        "accept-home", "Hvw 28", Party.Applicant, typeof(AcceptHome), StepForce.Right,
        "De woning accepteren", "Accept the home");

    /// <summary>Refuse the home.</summary>
    public static readonly StepType Refuse = new(
        "refuse-home", "Rva 7(1)(a)", Party.Applicant, typeof(RefuseHome), StepForce.Right,
        "De woning weigeren", "Refuse the home");

    /// <summary>Decide whether the home was refused with good reason.</summary>
    public static readonly StepType DecideOnRefusal = new(
        "decide-on-home-refusal", "Rva 7(1)(a)", Party.ReceptionAgency, typeof(DecideOnHomeRefusal), StepForce.Due,
        "Beslissen of de woning terecht is geweigerd", "Decide whether the home was refused with good reason");

    /// <summary>Sign the contract.</summary>
    public static readonly StepType Sign = new(
        "sign-contract", "housing-term", Party.Applicant, typeof(SignContract), StepForce.Due,
        "Het huurcontract tekenen", "Sign the contract");

    /// <summary>Undo the link to the municipality.</summary>
    public static readonly StepType Unlink = new(
        "unlink-from-municipality", "housing-term", Party.ReceptionAgency, typeof(UnlinkFromMunicipality), StepForce.Optional,
        "De koppeling aan de gemeente ongedaan maken", "Undo the link to the municipality");

    internal static void Add(Outlook ahead, HousingState state)
    {
        if (state is { OfferedIn: not null, Answer: null })
        {
            ahead.Add(Accept);
            ahead.Add(Refuse);
        }
        if (state.Answer is { RefusedOn: not null, UnjustifiedOn: null })
        {
            ahead.Add(DecideOnRefusal);
        }
        if (state.Answer is { AcceptedOn: not null, ContractOn: null })
        {
            ahead.Add(Sign);
        }
        if (state.LinkedTo is not null)
        {
            ahead.Add(Unlink);
        }
    }
}
