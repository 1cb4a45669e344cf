using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;

namespace Schakel.Demonstration;

/// <summary>Whoever signs in at a demonstration has work of their own: decisions, wards, clients, and people who said that they will come.</summary>
public sealed class StaffTests
{
    private static RecordedEvent[] EventsOf(SmallDemonstration small) => [.. small.Running.Store.Log.ReadAll().SelectMany(page => page)];

    [Fact]
    public async Task Every_decision_officer_took_decisions_that_courts_ruled_upon_and_a_household_has_one_officer_throughout()
    {
        using var small = new SmallDemonstration();
        await small.Running.Time.AdvanceAsync(30, TestContext.Current.CancellationToken);
        var decided = EventsOf(small).Where(each => each.Event is ApplicationDecided or IntentionIssued).ToArray();
        Assert.All(decided, each => Assert.Equal(each.Envelope.Doer, Doer.Of(each.Event is ApplicationDecided one ? one.By : ((IntentionIssued)each.Event!).By)));
        Assert.All(decided.Where(each => each.Envelope.OccurredOn >= DemonstrationLaw.Begins).GroupBy(each => each.Envelope.Doer.Number), each => Assert.Contains((int)each.Key, SmallDemonstration.Staff.Deciders));
        var standing = small.Standing();
        Assert.All(decided.GroupBy(each => standing.FileOf(new(each.Envelope.Stream.Number)).Registration.Household), each => Assert.Single(each.Select(one => one.Envelope.Doer).Distinct()));
        var ruled = standing.Files.Select(each => each.File.Procedure.Courts.LastRuling?.DecidedBy).OfType<Official>().Where(each => each.Role != OfficialRoles.None).ToArray();
        Assert.Equal(SmallDemonstration.Staff.Deciders, ruled.Select(each => each.Number).Distinct().Order());
    }

    [Fact]
    public void At_the_size_of_the_nation_most_decisions_are_of_others_than_those_with_a_name()
    {
        var deciders = new SyntheticDeciders(SmallDemonstration.Staff.Deciders, scale: 1);
        var by = Enumerable.Range(1, 10_000).Select(household => ((IssueIntention)deciders.Given(new IssueIntention(new(4, OfficialRoles.DecisionOfficer)), new(household))).By.Number).ToArray();
        Assert.InRange(by.Distinct().Count(), 200, 1000);
        Assert.Equal(by.Distinct().Count(), by.Take(1000).Distinct().Count()); // None is left out.
        Assert.InRange(by.Count(SmallDemonstration.Staff.Deciders.Contains), 1, 500);
    }

    [Fact]
    public void Guardians_have_wards_and_lawyers_have_clients_whose_files_name_them()
    {
        using var small = new SmallDemonstration();
        var files = small.Standing().Files.Select(each => each.File).ToArray();
        var wards = files.Where(each => each.Circle.Guardian is not null).ToArray();
        Assert.Equal(SmallDemonstration.Staff.Guardians, wards.Select(each => each.Circle.Guardian!.Value).Distinct().Order());
        Assert.All(wards, each => Assert.True(each.Registration.IsUnaccompaniedMinorOn(DemonstrationLaw.Begins.PlusDays(-1)) && each.Guidance.GuardianOn is not null));
        Assert.All(files.GroupBy(each => each.Circle.Guardian).Where(each => each.Key is not null), each => Assert.InRange(each.Count(), 1, SyntheticTies.OfEach));
        var clients = files.Where(each => each.Circle.Lawyer is not null).ToArray();
        Assert.Equal(SmallDemonstration.Staff.Lawyers, clients.Select(each => each.Circle.Lawyer!.Value).Distinct().Order());
        Assert.All(clients.GroupBy(each => each.Circle.Lawyer), each => Assert.Equal(SyntheticTies.OfEach, each.Count()));
        Assert.Contains(files, each => each.Guidance.LawyerFor > 0 && each.Circle.Lawyer is null); // The others are told of by the token, as before.
    }

    [Fact]
    public void At_the_largest_sites_some_who_wait_for_a_decision_chose_support_themselves()
    {
        using var small = new SmallDemonstration();
        var sites = small.Standing().Files.Where(each => each.File.Reception.Site is not null).GroupBy(each => each.File.Reception.Site!.Value.Value)
            .OrderByDescending(each => each.Count()).Take(3).ToArray();
        Assert.All(sites, site => Assert.InRange(site.Count(each => (each.File.Circle.Support & SupportOrganisations.CouncilForRefugees) != 0), 1, SyntheticTies.SupportedAtEach));
        var chose = EventsOf(small).Where(each => each.Event is SupportBegun).ToArray();
        Assert.NotEmpty(chose);
        Assert.All(chose, each => Assert.Equal((DoerKind.Applicant, each.Envelope.Stream.Number), (each.Envelope.Doer.Kind, each.Envelope.Doer.Number)));
    }

    [Fact]
    public async Task Whom_a_file_names_is_who_acts_for_the_client_from_then_on()
    {
        using var small = new SmallDemonstration();
        await small.Running.Time.AdvanceAsync(60, TestContext.Current.CancellationToken);
        var named = small.Standing().Files.Where(each => each.File.Circle.Lawyer is not null).ToDictionary(each => StreamId.Of(each.Person), each => each.File.Circle.Lawyer!.Value);
        var acted = EventsOf(small).Where(each => each.Envelope.Doer.Kind == DoerKind.Lawyer && each.Envelope.OccurredOn >= DemonstrationLaw.Begins).ToLookup(each => named.ContainsKey(each.Envelope.Stream));
        Assert.NotEmpty(acted[true]);
        Assert.All(acted[true], each => Assert.Equal(named[each.Envelope.Stream], each.Envelope.Doer.Number));
        Assert.All(acted[false], each => Assert.DoesNotContain((int)each.Envelope.Doer.Number, SmallDemonstration.Staff.Lawyers));
    }

    [Fact]
    public async Task Whoever_said_beforehand_that_they_will_come_arrives_in_the_first_two_weeks_and_nobody_is_refused()
    {
        using var small = new SmallDemonstration();
        var said = EventsOf(small).Where(each => each.Event is PreRegistered).ToArray();
        Assert.NotEmpty(said);
        Assert.All(said, each => Assert.InRange(DemonstrationLaw.Begins - each.Envelope.OccurredOn, 1, 7));
        Assert.All(said, each => Assert.Equal(Presences.Unopened, small.Standing().FileOf(new(each.Envelope.Stream.Number)).Presence));
        var passed = await small.Running.Time.AdvanceAsync(14, TestContext.Current.CancellationToken);
        Assert.Equal(0, passed.Refused);
        Assert.All(said, each => Assert.Contains(small.Running.Store.Log.ReadStream(each.Envelope.Stream), one => one.Event is PersonArrived));
    }
}
