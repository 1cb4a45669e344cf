using System.Collections.Immutable;
using Schakel.Chain.Partners;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Events;

/// <summary>One event of each type of the policy on a country, with every field filled.</summary>
internal static class PolicySamples
{
    public static ImmutableArray<ChainEvent> All { get; } =
    [
        new ReportTakenIn(new("AAB Sudan 2023-05", Date("2023-05-12"), "Ministerie van Buitenlandse Zaken")),
        new PolicyAdopted(2, Date("2023-07-10"), "Stcrt. 2023, 20001"),
        new MoratoriumImposed(MoratoriumKind.Decision, Date("2023-07-10"), Date("2024-01-10"), "Vreemdelingen uit Sudan", "niet eerder beslist", "Stcrt. 2023, 20002"),
        new MoratoriumReassessed(MoratoriumKind.Decision, Date("2023-07-10"), "De onzekerheid duurt voort"),
        new MoratoriumExtended(MoratoriumKind.Decision, Date("2023-07-10"), Date("2024-07-10"), "Stcrt. 2024, 501"),
        new CountryMoratoriumLifted(MoratoriumKind.Departure, Date("2023-07-10"), "Stcrt. 2024, 502"),
        new MoratoriumReviewLapsed(MoratoriumKind.Decision, Date("2023-07-10"), Date("2024-01-10")),
        new RulingTakenIn(new("ECLI:NL:RVS:2023:1234", "Afdeling bestuursrechtspraak", Date("2023-06-01"), "Terugkeer wordt per regio beoordeeld")),
        new InstructionDrafted(1, "Beoordeling Sudan", InstructionSource.Ruling, "ECLI:NL:RVS:2023:1234"),
        new AdviceAsked(1, Partner.CouncilForRefugees),
        new AdviceGiven(1, Partner.CouncilForRefugees, "Noem de regio's"),
        new InstructionAdopted(1, Date("2023-08-01")),
        new InstructionWithdrawn(1, "Vervangen"),
    ];
}
