using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Store.Models;
using Schakel.Store.Rows;

namespace Schakel.Store;

/// <summary>The policy on a country has a history of its own, and files stand on it within one transaction, on both databases.</summary>
public sealed class CountryPolicyTests
{
    private static readonly Official Policy = new(22, OfficialRoles.PolicyOfficer);
    private static readonly Official Deciding = new(14, OfficialRoles.DecisionOfficer);
    private static readonly Official Records = new(21, OfficialRoles.RecordsOfficer);
    private static readonly CountryCode Sudan = CountryCode.TryParse("SDN", out var code) ? code : throw new InvalidOperationException();

    private static readonly ImposeMoratorium Impose = new(
        Policy, MoratoriumKind.Decision, TestStore.Date("2023-12-10"), TestStore.Date("2024-06-10"), "Vreemdelingen uit Sudan", "Stcrt. 2");

    private static readonly ApplyMoratorium Apply = new(Deciding, MoratoriumKind.Decision, new(Sudan, TestStore.Date("2023-12-10")), TestStore.Date("2024-06-10"));

    private static readonly LiftCountryMoratorium Lift = new(Policy, MoratoriumKind.Decision, TestStore.Date("2023-12-10"), "Stcrt. 3");

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    private static Act OnSudan(TestStore given, PolicyCommand command) => new(ActKey.New(), Doer.Of(Policy), Purpose.Policy, given.Today, [new(StreamId.Of(Sudan), command)]);

    private static async Task AwaitsDecisionAsync(TestStore given, long person)
    {
        var file = TestStore.File(person);
        await given.MustAsync(given.Act(file, new TakeOverFile(
            Records, new(person), TestStore.Date("1990-05-01"), FamilyRole.Main, TakenOverStage.AwaitingDecision, new(TestStore.Date("2023-09-01"), null, null, null), null, Modality.Regular)));
        await given.MustAsync(given.Act(file, new RecordIdentity(TestStore.Police, new(new("Noor", "Sami"), PartialDate.Of(TestStore.Date("1990-05-01")), Sudan, default), IdentitySource.Stated)));
    }

    private static string Refused(ActResult result) => Assert.IsType<ActResult.Refused>(result).Refusal.Code;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Policy_is_kept_in_the_clear_verified_and_there_after_a_restart(string database)
    {
        using var given = TestStore.On(database);
        await given.MustAsync(OnSudan(given, new AdoptPolicy(Policy, 1, TestStore.Date("2023-01-01"), "Stcrt. 1")));
        await given.MustAsync(OnSudan(given, Impose));
        given.Reopen();
        await given.MustAsync(OnSudan(given, new AdoptPolicy(Policy, 2, TestStore.Date("2024-02-01"), "Stcrt. 4")));

        var history = given.Store.Log.ReadStream(StreamId.Of(Sudan));
        Assert.Equal([1, 2, 3], history.Select(each => each.Envelope.Version));
        Assert.Equal("policy.not-the-next-version", Refused(await given.Desk.DoAsync(OnSudan(given, new AdoptPolicy(Policy, 2, TestStore.Date("2024-03-01"), "Stcrt. 5")))));
        Assert.Equal(2, new Standing(given.Store.Log).PolicyOfAfterReading(Sudan).Versions.Length);
        Assert.Empty(given.Verify().Problems);
        using (var reading = LogReader.Open(given.Place))
        {
            Assert.Contains(StreamId.Of(Sudan), reading.Streams());
        }
        await Assert.ThrowsAsync<ArgumentException>(() => given.Store.EraseAsync(StreamId.Of(Sudan)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_moratorium_is_applied_only_as_it_was_imposed_and_never_after_it_was_lifted(string database)
    {
        using var given = TestStore.On(database);
        await AwaitsDecisionAsync(given, 7);
        await AwaitsDecisionAsync(given, 8);
        Assert.Equal("moratorium.not-imposed", Refused(await given.Desk.DoAsync(given.Act(TestStore.File(7), Apply))));
        await given.MustAsync(OnSudan(given, Impose));
        Assert.Equal("moratorium.beyond-policy", Refused(await given.Desk.DoAsync(given.Act(TestStore.File(7), Apply with { Until = TestStore.Date("2024-06-11") }))));
        await given.MustAsync(given.Act(TestStore.File(7), Apply));

        // In one group, or in one act: whoever comes after the lift comes too late.
        var both = OnSudan(given, Lift) with { Commands = [new(StreamId.Of(Sudan), Lift), new(TestStore.File(8), Apply)] };
        Assert.Equal("moratorium.holds-not", Refused(await given.Desk.DoAsync(both)));
        Assert.Single(given.Store.Log.ReadStream(StreamId.Of(Sudan)));
        var race = await Task.WhenAll(given.Desk.DoAsync(OnSudan(given, Lift)), given.Desk.DoAsync(given.Act(TestStore.File(8), Apply)));
        Assert.IsType<ActResult.Accepted>(race[0]);
        Assert.Equal("moratorium.holds-not", Refused(race[1]));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_decision_records_the_version_in_force_and_rests_on_no_other(string database)
    {
        using var given = TestStore.On(database);
        await AwaitsDecisionAsync(given, 7);
        await given.MustAsync(OnSudan(given, new AdoptPolicy(Policy, 1, TestStore.Date("2023-01-01"), "Stcrt. 1")));
        await given.MustAsync(OnSudan(given, new AdoptPolicy(Policy, 2, TestStore.Date("2024-01-11"), "Stcrt. 4")));
        var decide = new DecideApplication(Deciding, DecisionOutcome.GrantRefugee);
        Assert.Equal("policy.other-version", Refused(await given.Desk.DoAsync(given.Act(TestStore.File(7), decide with { Policy = new(Sudan, TestStore.Date("2022-01-01")) }))));

        var decided = await given.MustAsync(given.Act(TestStore.File(7), decide));

        Assert.Equal(new PolicyVersion(Sudan, TestStore.Date("2023-01-01")), decided.Events.Select(each => each.Event).OfType<ApplicationDecided>().Single().Policy);
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_number_is_no_country(string database)
    {
        using var given = TestStore.On(database);
        foreach (var number in (long[])[0, -1, 17_577])
        {
            var act = OnSudan(given, Impose) with { Commands = [new(new(StreamKind.Country, number), Impose)] };
            Assert.Equal("act.wrong-address", Refused(await given.Desk.DoAsync(act)));
        }
        Assert.Equal("act.wrong-address", Refused(await given.Desk.DoAsync(OnSudan(given, Impose) with { Commands = [new(TestStore.File(7), Impose)] })));
        Assert.Equal(0, given.Store.Log.Position);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task How_many_it_is_about_is_counted_and_the_same_after_a_rebuild(string database)
    {
        using var given = TestStore.On(database, ChainSteps.Of);
        await given.MustAsync(OnSudan(given, Impose));
        foreach (var person in (long[])[7, 8, 9])
        {
            await AwaitsDecisionAsync(given, person);
        }
        await given.ArrivesAsync(10);
        await given.MustAsync(given.Act(TestStore.File(7), Apply));
        await given.MustAsync(given.Act(TestStore.File(9), new DecideApplication(Deciding, DecisionOutcome.GrantRefugee)));
        await given.Store.Models.CatchUpWhollyAsync();

        Assert.Equal(new(3, 2, 1, 0), ReachOf(given));
        await given.Store.Models.RebuildAsync();
        Assert.Equal(new(3, 2, 1, 0), ReachOf(given));
        await given.MustAsync(given.Act(TestStore.File(7), new LiftMoratorium(Deciding, MoratoriumKind.Decision)));
        given.Today = TestStore.Date("2024-01-11");
        Assert.Equal(new(3, 2, 0, 0), ReachOf(given));
    }

    private static CountryReach ReachOf(TestStore given)
    {
        using var view = given.Store.Models.Look();
        return CountryReach.Of(given.Store.Models, view, Sudan, given.Today);
    }
}

internal static class Whole
{
    public static CountryPolicy PolicyOfAfterReading(this Standing standing, CountryCode country)
    {
        standing.ReadWhole();
        return standing.PolicyOf(country);
    }
}
