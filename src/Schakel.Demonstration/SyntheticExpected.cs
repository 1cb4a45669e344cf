using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Steps;
using Schakel.Store;
using Schakel.Store.Acts;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Demonstration;

// The rehearsal knows arrivals and nobody who says beforehand that they will come. In a demonstration some of those who arrive in the first days
// said so the week before; they arrive on the day on which they would have come anyhow. Nobody's arrival moves by it.

/// <summary>Who said beforehand that they will come to a demonstration (vooraanmeldingen), as any other act. How many do is an assumption.</summary>
internal static class SyntheticExpected
{
    private const long Keys = DemonstrationBuild.KeyMark - 5;
    private const int Ahead = 14;
    private const int OneIn = 4;
    private const int SaidWithin = 7;
    private const int MostTogether = 512;

    /// <summary>Takes it in.</summary>
    /// <param name="store">The store.</param>
    /// <param name="script">What happens next.</param>
    /// <param name="groups">Names of the groups, by number.</param>
    public static void TakeIn(ChainStore store, LivePlan script, ImmutableArray<string> groups)
    {
        var coming = script.Steps.TakeWhile(step => script.DayOf(step) - script.Start < Ahead).Where(step => step.Kind == StepKind.Arrive)
            .GroupBy(step => script.PersonOf(step).Household).Where((_, at) => at % OneIn == 0).Select(party => (First: party.First(), Persons: party.Count()))
            .Where(party => !store.Log.ReadStream(script.StreamOf(party.First)).Any()); // Who was here before comes back to their own file.
        var acts = coming.Select((each, at) => new Act(
            ActKey.Of(Keys, at), new(DoerKind.Applicant, script.StreamOf(each.First).Number, OfficialRoles.None), Purpose.Registration, script.Start.PlusDays(-1 - (at % SaidWithin)),
            [new Addressed(script.StreamOf(each.First), Of(script.PersonOf(each.First), groups, each.Persons))]));
        foreach (var together in acts.Chunk(MostTogether))
        {
#pragma warning disable VSTHRD002 // Building has nothing else to do, and no context to come back to.
            var answers = Task.WhenAll(together.Select(act => store.Desk.DoAsync(act))).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
            if (Array.Find(answers, answer => answer is not ActResult.Accepted) is { } otherwise)
            {
                throw new UnreachableException($"Somebody cannot say beforehand that they will come: {(otherwise as ActResult.Refused)?.Refusal.Code ?? otherwise.ToString()}.");
            }
        }
    }

    private static PreRegister Of(in SimulatedPerson person, ImmutableArray<string> groups, int persons) =>
        new(PreRegistrationChannel.Self, SyntheticPeople.Of(person, groups[person.Group]).Language, persons);
}
