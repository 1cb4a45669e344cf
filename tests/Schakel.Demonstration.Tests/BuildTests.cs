using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Policy;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;

namespace Schakel.Demonstration;

/// <summary>A synthetic nation is built whole, or begun anew, and is recognisably nobody's.</summary>
public sealed class BuildTests
{
    [Fact]
    public void It_is_built_without_a_refused_step_and_proves_sound()
    {
        using var small = new SmallDemonstration();
        Assert.Equal(0, SmallDemonstration.Report.RefusedSteps);
        Assert.True(SmallDemonstration.Report is { Files: > 1000, OpenFiles: > 500, Events: > 20_000, Sites: > 5 }, SmallDemonstration.Report.ToString());
        var found = small.Closed(small.Verify);
        Assert.True(found.IsSound, string.Join('\n', found.Problems.Take(3)));
        Assert.Equal(SmallDemonstration.Report.Events, found.Events);
        Assert.Equal(0, found.OtherLaw);
    }

    [Fact]
    public void The_rows_of_files_and_sites_are_what_the_log_makes()
    {
        using var small = new SmallDemonstration();
        var standing = small.Standing();
        using var rows = small.Running.Store.CreateContext();
        var files = rows.Files.AsNoTracking().ToDictionary(row => row.Person);
        Assert.Equal(standing.Files.Count(), files.Count);
        Assert.All(standing.Files, each =>
        {
            var row = files[each.Person.Value];
            Assert.Equal(
                ((int)each.File.Presence, each.File.Reception.Site?.Value, (int?)each.File.Procedure.Application?.Status, each.File.Registration.Household.Value),
                (row.Presence, row.Site, row.Application, row.Household));
        });
        Assert.All(rows.Sites.AsNoTracking(), row => Assert.Equal(standing.SiteOf(new(row.Site)).Occupancy, row.Occupancy));
    }

    [Fact]
    public void Everyone_has_a_name_that_says_it_is_an_example_and_a_synthetic_number_of_their_own()
    {
        using var small = new SmallDemonstration();
        var files = small.Standing().Files.Where(each => each.File.Registration.IdentifiedOn is not null).ToArray();
        Assert.All(files, each => Assert.StartsWith(SyntheticPeople.FamilyNameBegins, each.File.Registration.Identity?.Names.Family, StringComparison.Ordinal));
        var numbers = files.Select(each => each.File.Registration.VNumber?.ToString()).ToArray();
        Assert.All(numbers, number => Assert.True(number is ['9', ..] && VNumber.TryParse(number, out _), number));
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
    }

    [Fact]
    public void Every_country_that_people_come_from_has_a_policy_that_says_it_is_an_example_and_some_have_work_to_be_done()
    {
        using var small = new SmallDemonstration();
        var policies = SyntheticPeople.Countries.Select(country => small.Running.Store.Log.ReadStream(StreamId.Of(country))
            .Aggregate(CountryPolicy.None, (policy, each) => (CountryPolicy)Histories.After(policy, each.Event!, each.Envelope.OccurredOn))).ToArray();
        Assert.All(policies, each => Assert.NotNull(each.InForceOn(DemonstrationLaw.Begins)));
        var words = policies.SelectMany(each => each.Versions.Select(version => version.Publication).Concat(each.Reports.Select(report => report.Reference))
            .Concat(each.Moratoria.Select(one => one.Category)).Concat(each.Instructions.Select(one => one.Title)));
        Assert.All(words, each => Assert.StartsWith("Voorbeeld", each, StringComparison.Ordinal));
        var steps = policies.SelectMany(each => PolicySteps.Of(each, DemonstrationLaw.On(DemonstrationLaw.Begins), DemonstrationLaw.Begins)).ToArray();
        Assert.Equal(["adopt-instruction", "reassess-moratorium", "record-advice"], steps.Select(each => each.Type.Code).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(steps, each => each.IsOverdueOn(DemonstrationLaw.Begins));
    }

    [Fact]
    public void Everybody_who_is_linked_is_linked_to_a_municipality_by_its_number_in_the_national_register()
    {
        using var small = new SmallDemonstration();
        var linked = small.Standing().Files.Select(each => each.File.Housing.LinkedTo).OfType<MunicipalityId>().Distinct().ToArray();
        Assert.True(linked.Length > 20, $"linked to {linked.Length} municipalities");
        Assert.All(linked, each => Assert.Equal(each, Rehearsal.Data.Municipalities.Find(Rehearsal.Data.Municipalities.NameOf(each))));
    }

    [Fact]
    public void Every_open_site_stands_in_a_municipality_and_some_have_places_for_who_needs_something()
    {
        using var small = new SmallDemonstration();
        using var rows = small.Running.Store.CreateContext();
        var standing = small.Standing();
        var open = rows.Sites.AsNoTracking().Where(row => row.IsOpen).Select(row => row.Site).ToArray().Select(site => standing.SiteOf(new(site))).ToArray();
        Assert.All(open, each => Assert.NotNull(Rehearsal.Data.Municipalities.Find(Rehearsal.Data.Municipalities.NameOf(each.Traits.Municipality))));
        Assert.True(open.Select(each => each.Traits.Municipality).Distinct().Count() > open.Length / 2);
        var special = open.SelectMany(each => each.Traits.Equipped.Select(row => (row, each.Capacity))).ToArray();
        Assert.NotEmpty(special);
        Assert.All(special, each => Assert.Equal(each.Capacity, each.row.First + each.row.Count - 1));
    }

    [Fact]
    public void Some_sites_have_a_finding_or_places_out_of_use_or_somebody_who_is_to_come()
    {
        using var small = new SmallDemonstration();
        using var rows = small.Running.Store.CreateContext();
        var standing = small.Standing();
        var open = rows.Sites.AsNoTracking().Where(row => row.IsOpen).ToArray();
        var sites = open.Select(row => standing.SiteOf(new(row.Site))).ToArray();
        Assert.InRange(sites.Count(each => !each.Traits.Findings.IsEmpty), 1, sites.Length / 3);
        Assert.InRange(sites.Count(each => each.Traits.OutOfUse > 0), 1, sites.Length / 3);
        Assert.All(open.Where(row => row.OutOfUse > 0), row => Assert.True(row.Free > 0, $"site {row.Site} has {row.Free} free")); // They cost nobody a place.
        Assert.Equal(sites.Select(each => each.Traits.OutOfUse), open.Select(row => row.OutOfUse));
        var coming = small.Standing().Files.Where(each => each.File.Reception is { AnnouncedSite: not null, MoveDue: { } due } && due >= DemonstrationLaw.Begins).ToArray();
        Assert.NotEmpty(coming);
        Assert.All(coming, each => Assert.NotEqual(each.File.Reception.Site, each.File.Reception.AnnouncedSite));
    }

    [Fact]
    public void Every_event_says_who_did_it_for_which_purpose_and_on_which_day()
    {
        using var small = new SmallDemonstration();
        var events = small.Running.Store.Log.ReadAll().SelectMany(page => page).ToArray();
        Assert.All(events, each => Assert.True(each.Envelope.OccurredOn >= DemonstrationLaw.PastBegins && (each.Envelope.OccurredOn < DemonstrationLaw.Begins || each.Envelope is { Doer.Kind: DoerKind.Clock } && each.Envelope.OccurredOn == DemonstrationLaw.Begins)));
        Assert.All(events, each => Assert.True(each.Envelope.Doer.Kind != DoerKind.Official || each.Envelope.Doer is { Number: > 0, Role: not OfficialRoles.None }));
        Assert.All(Enum.GetValues<Purpose>().Except([Purpose.Statistics]), purpose => Assert.Contains(events, each => each.Envelope.Purpose == purpose));
        Assert.All((DoerKind[])[DoerKind.Official, DoerKind.Applicant, DoerKind.Lawyer, DoerKind.PartnerSystem], kind => Assert.Contains(events, each => each.Envelope.Doer.Kind == kind));
    }

    [Fact]
    public async Task What_had_lapsed_by_the_last_day_is_recorded_once_and_the_next_day_brings_its_own_only()
    {
        using var small = new SmallDemonstration();
        Assert.True(SmallDemonstration.Report.Lapses > 100, SmallDemonstration.Report.ToString());
        var found = await new Store.Watching.TermWatch(small.Running.Store, small.Running.Time).LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (found.ByLaw, found.Observed));
        var passed = await small.Running.Time.AdvanceAsync(1, TestContext.Current.CancellationToken);
        Assert.True(passed.ByClock < SmallDemonstration.Report.Lapses / 10, $"{passed.ByClock} on the first day");
        var lapses = small.Running.Store.Log.ReadAll().SelectMany(page => page).Where(each => each.Event is Chain.Records.LapseObserved).ToArray();
        Assert.Equal(lapses.Length, lapses.Select(each => (each.Envelope.Stream, each.Event)).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_makes_the_same_nation()
    {
        using var small = new SmallDemonstration();
        var folder = Path.Combine(small.Folder, "again");
        var again = DemonstrationBuild.Run(folder, SmallDemonstration.Scale, seed: 1, TimeProvider.System, Store.Rows.ChainSteps.Of, SmallDemonstration.Watch, SmallDemonstration.Staff, stop: TestContext.Current.CancellationToken);
        Assert.Equal(SmallDemonstration.Report with { Took = default }, again with { Took = default });
        using var other = LiveDemonstration.Open(new(folder, 1, 1), TimeProvider.System);
        Assert.Equal(
            small.Running.Store.Log.ReadAll().SelectMany(page => page).Select(each => each.Event),
            other.Store.Log.ReadAll().SelectMany(page => page).Select(each => each.Event));
    }

    [Fact]
    public void A_second_start_opens_the_same_data()
    {
        using var small = new SmallDemonstration();
        var position = small.Running.Store.Log.Position;
        small.Running.Dispose();
        var (running, built) = LiveDemonstration.OpenOrBuild(small.Request, TimeProvider.System, stop: TestContext.Current.CancellationToken);
        using (running)
        {
            Assert.Null(built);
            Assert.Equal((position, DemonstrationLaw.Begins), (running.Store.Log.Position, running.Time.Today));
        }
    }

    [Fact]
    public void A_build_that_was_ended_halfway_is_noticed_and_begun_anew()
    {
        var parent = Directory.CreateTempSubdirectory("schakel-demo-").FullName;
        var request = new DemonstrationRequest(Path.Combine(parent, "data"), 0.002, 1);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => LiveDemonstration.OpenOrBuild(request, TimeProvider.System, share => stop.Cancel(), stop.Token));
        Assert.True(LiveDemonstration.WasInterrupted(request.Folder));
        Assert.False(Directory.Exists(request.Folder));
        var (running, built) = LiveDemonstration.OpenOrBuild(request, TimeProvider.System, stop: TestContext.Current.CancellationToken);
        Assert.NotNull(built);
        Assert.Equal(built.Events, running.Store.Log.Position);
        Assert.False(LiveDemonstration.WasInterrupted(request.Folder));
        running.Dispose();
        Directory.Delete(parent, recursive: true);
    }

    [Fact]
    public void A_reset_swaps_the_folder_and_keeps_the_log_that_was_there()
    {
        using var small = new SmallDemonstration();
        small.Running.Dispose();
        var (built, kept) = LiveDemonstration.Reset(small.Request with { Scale = 0.002 }, TimeProvider.System, stop: TestContext.Current.CancellationToken);
        Assert.True(built.Events < SmallDemonstration.Report.Events);
        using var earlier = Store.Log.LogReader.Open(new StorePlace(kept!));
        Assert.Equal(SmallDemonstration.Report.Events, earlier.Log.Position);
    }

    [Fact]
    public void A_reset_while_somebody_writes_and_a_folder_with_other_data_are_refused()
    {
        using var small = new SmallDemonstration();
        var busy = Assert.Throws<StoreFaultException>(() => LiveDemonstration.Reset(small.Request, TimeProvider.System));
        Assert.Equal(StoreFault.Locked, busy.Fault);
        small.Running.Dispose();
        File.Delete(Path.Combine(small.Folder, DemonstrationState.FileName));
        var other = Assert.Throws<StoreFaultException>(() => LiveDemonstration.OpenOrBuild(small.Request, TimeProvider.System));
        Assert.Contains("no demonstration", other.Message, StringComparison.Ordinal);
    }
}
