using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using StepKind = Schakel.Rehearsal.Steps.StepKind;

namespace Schakel.Conformance;

/// <summary>A rehearsal that begins with the chain as it stands begins with everybody, where they are, and goes on from there.</summary>
public sealed class FromLiveTests
{
    private const double Scale = 0.03;
    private static readonly Lazy<LiveStock> TwoYearsOn = new(() => LiveStocks.After(Rehearsals.Of(2022, Scale, years: 3), Day.Of(2024, 1, 10)));

    [Fact]
    public void Two_years_are_lived_and_the_year_after_them_goes_on_on_the_same_files()
    {
        var report = Conform.Run(Inputs(TwoYearsOn.Value), seed: 5, replication: 0, stop: TestContext.Current.CancellationToken);
        Assert.True(report.Steps > 10_000, $"{report.Steps} steps");
        Assert.Empty(report.Refused.Select(refused => $"{refused.Count} × {refused.Kind}: {refused.Refusal.Code}, first {refused.First}"));
    }

    [Fact]
    public void Everybody_who_has_not_departed_stands_in_the_rehearsal_once_at_their_own_site()
    {
        var stock = TwoYearsOn.Value;
        var nation = Settled(stock);
        var standing = nation.Standing().OrderBy(each => each.Person.Value).ToArray();
        Assert.Equal(stock.Files.Where(each => each.File.Presence != Presences.Departed).Select(each => each.Person), standing.Select(each => each.Person));
        var files = stock.Files.ToDictionary(each => each.Person, each => each.File);
        Assert.All(standing, each => Assert.Equal(files[each.Person].Reception.Site, each.Site));
        Assert.All(standing, each => Assert.Equal(LiveStages.Of(files[each.Person], stock.Law, stock.Date), each.Stage));
    }

    public static TheoryData<string> Stocks =>
    [
        "stock.applications", "stock.applications.track1", "stock.applications.track2", "stock.applications.track4", "stock.age.under-6-months", "stock.age.6-15-months", "stock.age.over-15-months",
        "appeals.pending", "return.caseload", "housing.waiting", "occupancy.total", "occupancy.emergency", "occupancy.municipal", "occupancy.minors",
        "occupancy.status-holders", "stock.family",
    ];

    [Theory]
    [MemberData(nameof(Stocks))]
    public void A_starting_stock_equals_a_count_over_the_files(string series)
    {
        var stock = TwoYearsOn.Value;
        var figures = new Nation(Inputs(stock) with { Days = 31 }, 1, 0, keepSteps: false).Live(TestContext.Current.CancellationToken);
        var counted = stock.Files.Sum(each => LiveStocks.Counts(series, each.File, stock.Date));
        Assert.True(counted > 0 || series == "occupancy.municipal", series);
        Assert.Equal(counted, figures.AtStart[SeriesCatalogue.IndexOf(series)]);
    }

    [Fact]
    public void New_people_get_the_numbers_after_the_highest()
    {
        var stock = TwoYearsOn.Value;
        var replay = LivePlan.Draw(Inputs(stock), 1, TestContext.Current.CancellationToken).Replay();
        var plan = LivePlan.Draw(Inputs(stock), 1, TestContext.Current.CancellationToken);
        replay.Apply(plan.Steps);
        var last = stock.Files.Max(each => each.Person.Value);
        var arrived = plan.Steps.Where(step => step.Kind == StepKind.Identify).Select(step => plan.StreamOf(step).Number).ToArray();
        Assert.Contains(arrived, number => number == last + 1);
        Assert.Equal(replay.Files.Max(each => each.Person.Value), last + replay.Files.Count() - stock.Files.Count);
    }

    [Fact]
    public void After_interventions_nobody_has_a_step_that_contradicts_the_file()
    {
        var stock = TwoYearsOn.Value;
        var files = stock.Files.ToDictionary(each => each.Person, each => each.File);
        var withdrawn = files.First(each => IsOpen(each.Value) && each.Value.Registration.Role == FamilyRole.Main).Key;
        var departed = files.Last(each => each.Value is { Presence: Presences.Here, Return: { IsOpen: true, Detention: null }, Reception.Site: null }).Key;
        var moved = stock.Files.First(each => each.File is { Reception.Site: not null, Registration.Role: FamilyRole.Child } && IsOpen(each.File)).File.Registration.Household;
        files[withdrawn] = Changed(stock, files, withdrawn, new WithdrawApplication(InPerson: true, LawyerPresent: true, InterpreterPresent: true) { By = new Official(3, OfficialRoles.HearingOfficer) });
        files[departed] = Changed(stock, files, departed, new Chain.Return.Depart(new Official(7, OfficialRoles.ReturnOfficer), Chain.Return.DepartureKind.Unsupervised));
        var (changed, destination) = LiveStocks.Moved(stock, files, moved);

        var plan = LivePlan.Draw(Inputs(changed), 1, TestContext.Current.CancellationToken);
        var replay = plan.Replay();
        replay.Apply(plan.Steps);
        Assert.Empty(replay.Report().Refused.Select(refused => $"{refused.Count} × {refused.Kind}: {refused.Refusal.Code}, first {refused.First}"));
        var ofClaim = (StepKind[])[StepKind.PlanInterview, StepKind.HoldInterview, StepKind.IssueIntention, StepKind.DecideApplication, StepKind.LodgeAppeal];
        var next = plan.Steps.Where(step => plan.StreamOf(step) == StreamId.Of(withdrawn)).TakeWhile(step => step.Kind != StepKind.LodgeSubsequentApplication);
        Assert.DoesNotContain(next, step => ofClaim.Contains(step.Kind));
        Assert.DoesNotContain(plan.Steps, step => plan.StreamOf(step) == StreamId.Of(departed));
        var family = Settled(changed).Standing().Where(each => files[each.Person].Registration.Household == moved && each.Site is not null);
        Assert.All(family, each => Assert.Equal(destination, each.Site));
    }

    [Fact]
    public void The_same_seed_goes_on_alike_and_another_does_not()
    {
        var inputs = Inputs(TwoYearsOn.Value) with { Days = 90 };
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(LivePlan.Draw(inputs, 1, stop).Steps, LivePlan.Draw(inputs, 1, stop).Steps);
        Assert.NotEqual(LivePlan.Draw(inputs, 1, stop).Steps, LivePlan.Draw(inputs, 2, stop).Steps);
    }

    [Fact]
    public void A_resident_whom_the_site_does_not_know_is_no_live_stock()
    {
        var stock = TwoYearsOn.Value;
        var fault = Assert.Throws<ArgumentException>(() => LiveStock.From(stock.Files, [], [], stock.Date, stock.Law));
        Assert.Contains("but not by the site", fault.Message, StringComparison.Ordinal);
    }

    private static bool IsOpen(CaseFile file) => file is { Presence: Presences.Here, Procedure: { Open: { Track: Track.General, PlannedFor: null }, Late: null } };

    private static CaseFile Changed(LiveStock stock, Dictionary<PersonId, CaseFile> files, PersonId person, CaseCommand command)
    {
        var file = files[person];
        var decided = Decider.Decide(file, Chain.Family.Household.Empty, command, stock.Law, stock.Date.PlusDays(-1));
        Assert.Null(decided.Refusal);
        for (var i = 0; i < decided.Count; i++)
        {
            file = Decider.Evolve(file, decided[i], stock.Date.PlusDays(-1));
        }

        return file;
    }

    internal static ModelInputs Inputs(LiveStock stock) => LiveInputs.Of(ChainData.Load(null), stock, 1, ParameterSet.AsDeclared, Scale);

    private static Nation Settled(LiveStock stock)
    {
        var nation = new Nation(Inputs(stock), 1, 0, keepSteps: true);
        nation.Settle();
        return nation;
    }
}
