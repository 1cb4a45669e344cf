using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Partners;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Demonstration;

// No report, publication or instruction is a real one: each says "Voorbeeld" (example), and none says whom it concerns. What was really published
// about these countries is no subject of a demonstration; that policy has versions, dates and work to be done is.

/// <summary>The policy on countries of a demonstration (synthetisch landenbeleid): made up and recognisably so, taken in by the desk as any other act.</summary>
internal static class SyntheticPolicy
{
    private const long Keys = DemonstrationBuild.KeyMark - 1;
    private static readonly Official Officer = new(1, OfficialRoles.PolicyOfficer);
    private static readonly Day Later = Day.Of(2023, 10, 2);

    /// <summary>Takes it in: everywhere a report and the policy that holds, and on three countries something that waits for somebody.</summary>
    /// <param name="store">The store.</param>
    /// <param name="from">The first day of the years before.</param>
    /// <param name="to">The day the demonstration begins; nothing is done on it yet.</param>
    public static void TakeIn(ChainStore store, Day from, Day to)
    {
        var number = 0L;
        foreach (var country in SyntheticPeople.Countries)
        {
            foreach (var (on, command) in Of(country, from, to))
            {
                var act = new Act(ActKey.Of(Keys, number++), Doer.Of(Officer), Purpose.Policy, on, [new Addressed(StreamId.Of(country), command)]);
#pragma warning disable VSTHRD002 // Building has nothing else to do, and no context to come back to.
                var answer = store.Desk.DoAsync(act).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
                if (answer is not ActResult.Accepted)
                {
                    throw new UnreachableException($"The policy on {country} cannot be taken in: {answer}.");
                }
            }
        }
    }

    private static IEnumerable<(Day On, PolicyCommand Command)> Of(CountryCode country, Day from, Day to)
    {
        var report = new CountryReport($"Voorbeeldbericht {country} 2021", from, "Voorbeeld: Buitenlandse Zaken");
        IEnumerable<(Day, PolicyCommand)> everywhere = [(from, new TakeInReport(Officer, report)), (from, new AdoptPolicy(Officer, 1, from, $"Voorbeeld {country} 2022/1"))];
        return everywhere.Concat(country.ToString() switch
        {
            "SYR" => Revised(country, to),
            "SDN" => [(Later, new ImposeMoratorium(Officer, MoratoriumKind.Decision, Later, Later.PlusDays(274), "Voorbeeld: wie uit dit land komt", "Voorbeeld SDN 2023/2"))],
            "YEM" => [(to.PlusDays(-1), new DraftInstruction(Officer, "Voorbeeld: horen over de herkomst", InstructionSource.Report, report.Reference)), (to.PlusDays(-1), new AskAdvice(Officer, 1, Partner.CouncilForRefugees))],
            _ => ImmutableArray<(Day, PolicyCommand)>.Empty,
        });
    }

    // A report is followed by a version that stands on it, and by an instruction that everybody asked has answered.
    private static IEnumerable<(Day On, PolicyCommand Command)> Revised(CountryCode country, Day to)
    {
        var report = new CountryReport($"Voorbeeldbericht {country} 2023", Later, "Voorbeeld: Buitenlandse Zaken");
        return
        [
            (Later, new TakeInReport(Officer, report)),
            (to.PlusDays(-1), new AdoptPolicy(Officer, 2, to, $"Voorbeeld {country} 2024/1")),
            (to.PlusDays(-1), new DraftInstruction(Officer, "Voorbeeld: toepassing van versie 2", InstructionSource.Policy, "2")),
            (to.PlusDays(-1), new AskAdvice(Officer, 1, Partner.CouncilForRefugees)),
            (to.PlusDays(-1), new RecordAdvice(Officer, 1, Partner.CouncilForRefugees, "Voorbeeld: akkoord, met een vraag over overgangsrecht")),
        ];
    }
}
