using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Rows;
using Day = Schakel.Norms.Day;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Bench;

/// <summary>Acts to be done durably, as many as one likes, none of them refused (handelingen van een meting).</summary>
/// <param name="Name">What they are.</param>
/// <param name="Steps">The steps that are kept with them.</param>
/// <param name="PopulateAsync">Puts a number of people into an empty store.</param>
/// <param name="ActAt">The act with a number, among so many people: everybody's turn comes round.</param>
internal sealed record DurableActs(string Name, StepsOf Steps, Func<ChainStore, int, Task> PopulateAsync, Func<int, int, Act> ActAt)
{
    private static readonly Official Reception = new(15, OfficialRoles.ReceptionOfficer);
    private static readonly Official Police = new(11, OfficialRoles.AliensPolice);
    private static readonly Official Records = new(12, OfficialRoles.RecordsOfficer);
    private static readonly Official Hearing = new(21, OfficialRoles.HearingOfficer);
    private static readonly Day Born = Day.Of(1990, 5, 1);
    private static readonly SiteId[] Sites = [new(2), new(3)];

    /// <summary>The chain's date.</summary>
    public static Day Today { get; } = Day.Of(2024, 1, 10);

    // A Wednesday, as today is, so that an interview can be held on it.
    private static readonly Day[] InterviewDays = [Today.PlusDays(84), Today.PlusDays(91)];

    /// <summary>
    /// Acts that change every kind of row: of each two, one moves somebody between two sites (the file, both sites and their slots, three
    /// streams), and one moves an interview (the file and its steps). The steps are the chain's own.
    /// </summary>
    public static DurableActs AllRows { get; } = new("steps and slots", ChainSteps.Of, InhabitAsync, MoveOf);

    /// <summary>Acts that change the file's row, and no other.</summary>
    public static DurableActs OneRow { get; } = new("one row", OneStep, ArriveAsync, RedirectOf);

    private static async Task InhabitAsync(ChainStore store, int people)
    {
        await Task.WhenAll(Sites.Select(site => MustAsync(store, site.Value, StreamId.Of(site), new OpenSite(Reception, 2 * people, Modality.Regular)))).ConfigureAwait(false);
        await ForEachAsync(people, person => MustAsync(store, (1L << 32) + person, StreamId.Of(new PersonId(person)), new TakeOverFile(
            Records, new(person), Born, FamilyRole.Main, TakenOverStage.AwaitingInterview, new(Day.Of(2023, 9, 1), null, null, null), Sites[0], Modality.Regular))).ConfigureAwait(false);
        await ForEachAsync(people, person => MustAsync(store, (2L << 32) + person, StreamId.Of(new PersonId(person)), new PlanInterview(Hearing, InterviewDays[0]))).ConfigureAwait(false);
    }

    // Who moves in one round has an interview moved in the next: half of the acts are of either kind at any moment.
    private static Act MoveOf(int number, int people)
    {
        var (round, person) = Math.DivRem(number, people);
        var there = 1 - (round / 2 % 2);
        return ActOf(3, number, StreamId.Of(new PersonId(person + 1)), (person + round) % 2 == 0
            ? new MoveInterview(Hearing, InterviewDays[there], MoveCause.Applicant)
            : new MovePerson(Reception, Sites[there], Modality.Regular) { Ground = MoveGround.UseOfPlaces }); // An interview is planned: that is weighed.
    }

    private static Task ArriveAsync(ChainStore store, int people) => ForEachAsync(people, person =>
        MustAsync(store, person, StreamId.Of(new PersonId(person)), new RegisterArrival(new(person), Born, FamilyRole.Main, new(1), AtBorder: false)));

    private static Act RedirectOf(int number, int people)
    {
        var (round, person) = Math.DivRem(number, people);
        return ActOf(3, number, StreamId.Of(new PersonId(person + 1)), new RedirectToCentre(Police, new(2 + (round % 2))));
    }

    private static IReadOnlyList<StepRow> OneStep(PersonId person, CaseFile file, Household household, Law law, Day today) =>
        [new() { Person = 0, Ordinal = 0, Code = "identify", Party = 1, LastDay = today.Number, Law = "" }];

    private static Task ForEachAsync(int people, Func<int, Task> doneFor) => Task.WhenAll(Enumerable.Range(1, people).Select(doneFor));

    private static async Task MustAsync(ChainStore store, long number, StreamId stream, Command command)
    {
        if (await store.Desk.DoAsync(ActOf(2, number, stream, command)).ConfigureAwait(false) is not ActResult.Accepted and var result)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }

    private static Act ActOf(long kind, long number, StreamId stream, Command command) =>
        new(ActKey.Of(kind, number), Doer.Of(Reception), Purpose.Reception, Today, [new(stream, command)]);
}
