using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Procedure;
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
    internal static readonly Lazy<LiveStock> TwoYearsOn = new(() => LiveStocks.After(Rehearsals.Of(2022, Scale, years: 3), Day.Of(2024, 1, 10)));

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
    }

    [Fact]
    public void Everybody_stands_in_the_stage_that_the_facts_of_their_file_say()
    {
        var stock = TwoYearsOn.Value;
        var files = stock.Files.ToDictionary(each => each.Person, each => each.File);
        var stood = new HashSet<string>();
        foreach (var (person, stage, _) in Settled(stock).Standing())
        {
            var (facts, expected) = LiveStageTable.Of(files[person], stock.Date);
            Assert.True(expected == stage, $"Person {person.Value} ({facts}) stands in {stage}, not in {expected}.");
            stood.Add(facts);
        }

        var rarely = RarelyMet.Select(each => each.Facts).ToHashSet();
        Assert.DoesNotContain(LiveStageTable.Rows, row => !stood.Contains(row.Facts) && !rarely.Contains(row.Facts));
        Assert.All(RarelyMet, each => Assert.Equal((each.Facts, LiveStages.Of(each.File, stock.Law, stock.Date)), LiveStageTable.Of(each.File, stock.Date)));
    }

    // Rows of the table in which hardly anybody of so small a nation stands on that day, with a file for each.
    private static (string Facts, CaseFile File)[] RarelyMet =>
    [
        ("departed", CaseFile.Unopened with { Presence = Presences.Departed }),
        ("another state is to be asked", With(Heard with { Track = Track.Dublin, InterviewedOn = null })),
        ("ours since another state refused, or was not asked in time", With(Heard with { Track = Track.Dublin, ResponsibleSince = Day.Of(2023, 12, 1) })),
        ("heard anew after an annulment", With(Heard with { AnnulledOn = Day.Of(2023, 6, 30) })),
        ("annulled after the intention", With(Heard with { ExtendedOn = Day.Of(2023, 2, 1), IntentionOn = Day.Of(2023, 5, 1), AnnulledOn = Day.Of(2023, 9, 1) })),
    ];

    private static ApplicationState Heard => ApplicationState.Lodged(1, Day.Of(2023, 1, 10)) with { Track = Track.General, InterviewedOn = Day.Of(2023, 7, 1) };

    private static CaseFile With(ApplicationState application) =>
        CaseFile.Unopened with { Presence = Presences.Here, Procedure = ProcedureState.None with { Application = application } };

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
    public void While_a_decision_period_stands_still_it_does_not_lapse_and_no_notice_of_default_comes()
    {
        var stock = TwoYearsOn.Value;
        var files = stock.Files.ToDictionary(each => each.Person, each => each.File);
        var running = files.Where(each => each.Value is { Presence: Presences.Here, Procedure: { Open: { } open, Late: null } } && DecisionTerm.LastDay(open, stock.Law) >= stock.Date)
            .Select(each => each.Key).ToHashSet();
        var suspend = new SuspendDecisionPeriod(new Official(4, OfficialRoles.DecisionOfficer), SuspensionGround.InformationFromAbroad);
        foreach (var person in running)
        {
            files[person] = Changed(stock, files, person, suspend);
        }

        var (left, without) = Notices(stock, running);
        var (stood, refused) = Notices(LiveStocks.With(stock, files), running);

        Assert.Empty(without);
        Assert.True(left > 10, $"{left} notices when nothing stands still: too few to prove anything.");
        Assert.Empty(refused);
        Assert.Equal(0, stood);
    }

    // Notices within a year on the applications that are open now, and what the files refuse.
    private static (int Notices, IReadOnlyList<string> Refused) Notices(LiveStock stock, HashSet<PersonId> of, int onRelatives = 0)
    {
        var plan = LivePlan.Draw(Inputs(stock) with { Days = 365 }, 1, TestContext.Current.CancellationToken);
        var replay = plan.Replay();
        replay.Apply(plan.Steps);
        var (notices, again) = (0, new HashSet<StreamId>());
        foreach (var step in plan.Steps.Where(step => step.Person >= 0))
        {
            var stream = plan.StreamOf(step);
            if (step.Kind == StepKind.LodgeSubsequentApplication)
            {
                again.Add(stream);
            }

            notices += step.Kind == StepKind.ReceiveDefaultNotice && step.A == onRelatives && of.Contains(new(stream.Number)) && !again.Contains(stream) ? 1 : 0;
        }

        return (notices, [.. replay.Report().Refused.Select(refused => $"{refused.Count} × {refused.Kind}: {refused.Refusal.Code}, first {refused.First}")]);
    }

    [Fact]
    public void Whoever_another_state_refuses_goes_on_here_in_track_four()
    {
        var stock = TwoYearsOn.Value;
        var files = stock.Files.ToDictionary(each => each.Person, each => each.File);
        var refused = files.Where(each => each.Value is { Presence: Presences.Here, Procedure: { Open.Track: Track.Dublin, Dublin: { RequestedOn: not null, Accepted: false, RefusedOn: null } } })
            .Select(each => each.Key).ToArray();
        foreach (var person in refused)
        {
            files[person] = Changed(stock, files, person, new ReceiveDublinReply(Accepted: false));
        }

        var plan = LivePlan.Draw(Inputs(LiveStocks.With(stock, files)) with { Days = 30 }, 1, TestContext.Current.CancellationToken);
        var replay = plan.Replay();
        replay.Apply(plan.Steps);

        Assert.Empty(replay.Report().Refused.Select(refused => $"{refused.Count} × {refused.Kind}: {refused.Refusal.Code}, first {refused.First}"));
        Assert.NotEmpty(refused);
        Assert.All(refused, person => Assert.Contains(plan.Steps, step => step is { Kind: StepKind.ConfirmTrack, A: 4 } && plan.StreamOf(step) == StreamId.Of(person)));
    }

    [Fact]
    public void While_papers_for_relatives_are_awaited_no_notice_of_default_comes_that_the_file_refuses()
    {
        var stock = TwoYearsOn.Value;
        var files = stock.Files.ToDictionary(each => each.Person, each => each.File);
        var asked = files.Where(each => each.Value is { Presence: Presences.Here, Family: { Pending: true, NoticeOn: null } } && Reunification.DecisionLastDay(each.Value, stock.Law, stock.Date) >= stock.Date)
            .Select(each => each.Key).ToHashSet();
        var ask = new AskReunificationDocuments(new Official(4, OfficialRoles.DecisionOfficer), stock.Date.PlusDays(20));
        foreach (var person in asked)
        {
            files[person] = Changed(stock, files, person, ask);
        }

        var (notices, refused) = Notices(LiveStocks.With(stock, files), asked, onRelatives: 1);

        Assert.Empty(refused);
        Assert.True(notices > 0, "No notice comes at all: nothing could have been refused.");
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

    internal static CaseFile Changed(LiveStock stock, Dictionary<PersonId, CaseFile> files, PersonId person, CaseCommand command)
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
