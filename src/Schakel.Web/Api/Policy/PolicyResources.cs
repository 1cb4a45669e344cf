using System.Collections.Immutable;
using Schakel.Chain.Policy;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Policy;

/// <summary>Commands on the policy on a country as resources (landenbeleid): what was reported and ruled, policy, moratoria, work instructions.</summary>
public static class PolicyResources
{
    /// <summary>The table.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        CommandResource.For<TakeInReport>(Purpose.Policy, "ambtsberichten",
            "Neemt een ambtsbericht op.", "Take in a country report."),
        CommandResource.For<AdoptPolicy>(Purpose.Policy, "beleidsversies",
            "Stelt een versie van het landenbeleid vast.", "Adopt a version of the policy on a country."),
        CommandResource.For<ImposeMoratorium>(Purpose.Policy, "moratoria",
            "Stelt een moratorium in.", "Impose a moratorium."),
        CommandResource.For<ReassessMoratorium>(Purpose.Policy, "moratorium-heroverwegingen",
            "Legt vast dat een moratorium opnieuw is bezien en doorloopt.", "Record that a moratorium was assessed again and goes on."),
        CommandResource.For<ExtendMoratorium>(Purpose.Policy, "moratorium-verlengingen",
            "Verlengt een moratorium.", "Extend a moratorium."),
        CommandResource.For<LiftCountryMoratorium>(Purpose.Policy, "moratorium-eindes",
            "Heft een moratorium op; in elke zaak die eronder valt doet een ambtenaar dat apart.", "Lift a moratorium; in each file under it an official does so apart."),
        CommandResource.For<TakeInRuling>(Purpose.Policy, "uitspraken",
            "Neemt een uitspraak op.", "Take in a ruling."),
        CommandResource.For<DraftInstruction>(Purpose.Policy, "werkinstructies",
            "Stelt een concept van een werkinstructie op.", "Draft a work instruction."),
        CommandResource.For<AskAdvice>(Purpose.Policy, "adviesaanvragen",
            "Vraagt advies over een concept.", "Ask advice on a draft."),
        CommandResource.For<RecordAdvice>(Purpose.Policy, "adviezen",
            "Legt een advies over een concept vast.", "Record advice on a draft."),
        CommandResource.For<AdoptInstruction>(Purpose.Policy, "werkinstructie-vaststellingen",
            "Stelt een werkinstructie vast.", "Adopt a work instruction."),
        CommandResource.For<WithdrawInstruction>(Purpose.Policy, "werkinstructie-intrekkingen",
            "Trekt een werkinstructie in.", "Withdraw a work instruction."),
    ];
}
