using Schakel.Chain;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Rehearsal.Live;
using DepartureKind = Schakel.Rehearsal.Steps.DepartureKind;
using ReceptionEnd = Schakel.Rehearsal.Steps.ReceptionEnd;
using Stage = Schakel.Rehearsal.Model.Stage;
using Step = Schakel.Rehearsal.Steps.Step;
using StepKind = Schakel.Rehearsal.Steps.StepKind;

namespace Schakel.Conformance;

/// <summary>
/// A rehearsal that begins on 10 January 2024, while a departure moratorium holds for a country through 14 June, plans around it as the files have
/// it. Every other household is of that country. Beside it stands the same stock without a moratorium, in which all of this happens sooner.
/// </summary>
public sealed class MoratoriumFromLiveTests
{
    private static readonly Day From = Day.Of(2023, 12, 15);
    private static readonly Day Last = Day.Of(2024, 6, 14);
    private static readonly Day LastOfReception = Day.Of(2024, 7, 12);
    private static readonly Official Deciding = new(4, OfficialRoles.DecisionOfficer);
    private static readonly Official Detaining = new(8, OfficialRoles.DetainingAuthority);
    private const DetentionGrounds Grounds = DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress;

    private static readonly Lazy<Dictionary<PersonId, CaseFile>> OfCountry = new(() =>
        FromLiveTests.TwoYearsOn.Value.Files.Where(each => each.File.Presence == Presences.Here && each.File.Registration.Household.Value % 2 == 0)
            .ToDictionary(each => each.Person, each => Under(each.File, FromLiveTests.TwoYearsOn.Value)));

    private static readonly Lazy<LivePlan> Without = new(() => LivePlan.Draw(FromLiveTests.Inputs(FromLiveTests.TwoYearsOn.Value), 1));

    private static readonly Lazy<LivePlan> Plan = new(() => LivePlan.Draw(FromLiveTests.Inputs(With(OfCountry.Value)), 1));

    [Fact]
    public void What_is_planned_for_people_under_it_is_accepted_by_their_files()
    {
        var stock = With(OfCountry.Value);
        var stood = OfCountry.Value.Values.Select(file => (Stage: LiveStages.Of(file, stock.Law, stock.Date), file.Return.Detention, file.Reception.Site)).ToList();
        Assert.Contains(stood, each => each.Stage == Stage.DeparturePeriod);
        Assert.Contains(stood, each => each is { Stage: Stage.Returning, Detention: null, Site: null });
        Assert.Contains(stood, each => each is { Stage: Stage.Returning, Detention.NoProspectSince: not null });
        Assert.Contains(stood, each => each is { Stage: Stage.Returning, Site: not null });

        var replay = Plan.Value.Replay();
        replay.Apply(Plan.Value.Steps);

        Assert.Empty(replay.Report().Refused.Select(refused => $"{refused.Count} × {refused.Kind}: {refused.Refusal.Code}, first {refused.First}"));
    }

    [Fact]
    public void No_return_file_is_opened_through_its_last_day_and_those_that_waited_are_on_the_day_after() =>
        AssertWaits(Last, atOnce: true, step => step.Kind == StepKind.OpenReturnFile);

    [Fact]
    public void Nobody_is_detained_through_its_last_day_and_whose_document_came_meanwhile_is_on_the_day_after() =>
        AssertWaits(Last, atOnce: true, step => step.Kind == StepKind.Detain);

    [Fact]
    public void Nobody_is_removed_through_its_last_day() =>
        AssertWaits(Last, atOnce: false, step => step.Kind == StepKind.Depart && step.A == (int)DepartureKind.Forced);

    [Fact]
    public void Nobody_s_supervised_stay_ends_within_four_weeks_after_it_and_those_that_were_over_do_on_the_day_after_that() =>
        AssertWaits(LastOfReception, atOnce: true, IsEndOfStay);

    [Fact]
    public void Whoever_is_detained_to_be_removed_is_released_on_the_first_day_and_has_a_place_again()
    {
        var detained = OfCountry.Value.Where(each => each.Value.Return.Detention is not null).Select(each => each.Key).ToHashSet();
        var released = Of(Plan.Value).Where(step => step.Kind == StepKind.Release).ToList();
        Assert.Equal(detained, released.Select(step => new PersonId(Plan.Value.StreamOf(step).Number)).ToHashSet());
        Assert.All(released, step => Assert.Equal(Plan.Value.Start, Plan.Value.DayOf(step)));
        Assert.All(detained, person => Assert.Contains(
            Of(Plan.Value), step => step.Kind == StepKind.Place && Plan.Value.StreamOf(step) == StreamId.Of(person) && Plan.Value.DayOf(step) == Plan.Value.Start));
    }

    [Fact]
    public void Whoever_wants_to_go_goes_and_whoever_asked_for_help_has_a_return_file_before_its_end()
    {
        Assert.Contains(Of(Plan.Value), step => step.Kind == StepKind.Depart && step.A == (int)DepartureKind.Independent && Plan.Value.DayOf(step) <= Last);
        var stock = FromLiveTests.TwoYearsOn.Value;
        var files = new Dictionary<PersonId, CaseFile>(OfCountry.Value);
        var asked = files.Where(each => LiveStages.Of(each.Value, stock.Law, stock.Date) == Stage.DeparturePeriod).Select(each => each.Key).ToHashSet();
        foreach (var person in asked)
        {
            files[person] = FromLiveTests.Changed(stock, files, person, new RequestAssistedReturn());
        }

        var plan = LivePlan.Draw(FromLiveTests.Inputs(With(files)) with { Days = 120 }, 1, TestContext.Current.CancellationToken);
        var replay = plan.Replay();
        replay.Apply(plan.Steps);

        Assert.Empty(replay.Report().Refused);
        Assert.Contains(plan.Steps, step => step.Kind == StepKind.OpenReturnFile && asked.Contains(new(plan.StreamOf(step).Number)));
    }

    [Fact]
    public void After_it_was_lifted_return_goes_on_at_once_but_reception_ends_four_weeks_later_and_no_detention_is_healed()
    {
        var stock = FromLiveTests.TwoYearsOn.Value;
        var files = new Dictionary<PersonId, CaseFile>(OfCountry.Value);
        foreach (var person in OfCountry.Value.Keys)
        {
            files[person] = FromLiveTests.Changed(stock, files, person, new LiftMoratorium(Deciding, MoratoriumKind.Departure));
        }

        var plan = LivePlan.Draw(FromLiveTests.Inputs(With(files)) with { Days = 120 }, 1, TestContext.Current.CancellationToken);
        var replay = plan.Replay();
        replay.Apply(plan.Steps);

        Assert.Empty(replay.Report().Refused);
        Assert.Contains(Of(plan), step => step.Kind == StepKind.OpenReturnFile && plan.DayOf(step) == plan.Start);
        Assert.Contains(Of(plan), step => step.Kind == StepKind.Release && plan.DayOf(step) == plan.Start);
        Assert.Equal(plan.Start.PlusDays(28), Of(plan).Where(IsEndOfStay).Min(step => plan.DayOf(step)));
    }

    // It happens to people of the country sooner without a moratorium, not through the last day with one, and after it.
    private static void AssertWaits(Day last, bool atOnce, Func<Step, bool> happens)
    {
        Assert.Contains(Of(Without.Value), step => happens(step) && Without.Value.DayOf(step) <= last);
        var days = Of(Plan.Value).Where(happens).Select(step => Plan.Value.DayOf(step)).ToList();
        Assert.DoesNotContain(days, day => day <= last);
        Assert.Contains(days, day => atOnce ? day == last.PlusDays(1) : day > last);
    }

    private static bool IsEndOfStay(Step step) => step.Kind == StepKind.LeaveReception && step.A == (int)ReceptionEnd.PeriodLapsed;

    private static IEnumerable<Step> Of(LivePlan plan) =>
        plan.Steps.Where(step => step.Person >= 0 && OfCountry.Value.ContainsKey(new(plan.StreamOf(step).Number)));

    private static LiveStock With(Dictionary<PersonId, CaseFile> changed)
    {
        var stock = FromLiveTests.TwoYearsOn.Value;
        return LiveStocks.With(stock, stock.Files.ToDictionary(each => each.Person, each => changed.GetValueOrDefault(each.Person, each.File)));
    }

    // In so small a nation hardly anybody is that far: of those whose return file is open outside reception, some have a document, and half of these are detained.
    private static CaseFile Further(CaseFile file)
    {
        if (file is not { Return: { IsOpen: true, DocumentReceived: false, Detention: null }, Reception.Site: null } || file.Registration.Household.Value % 8 != 0)
        {
            return file;
        }

        var requested = file.Return.DocumentRequested ? file : Decider.Evolve(file, new TravelDocumentRequested(), Day.Of(2023, 12, 1));
        var received = Decider.Evolve(requested, new TravelDocumentReceived(), Day.Of(2023, 12, 20));
        return file.Registration.Household.Value % 16 != 0 ? received : Decider.Evolve(received, new DetentionImposed(DetentionBasis.Removal, Grounds, Detaining), Day.Of(2024, 1, 3));
    }

    // Who someone is is recorded, and then that they fall under what was imposed for their country.
    private static CaseFile Under(CaseFile file, LiveStock stock)
    {
        var (yesterday, country) = (stock.Date.PlusDays(-1), CountryCode.TryParse("SDN", out var code) ? code : default);
        var policy = Decider.Evolve(CountryPolicy.None, new MoratoriumImposed(MoratoriumKind.Departure, From, Last, "Sudan", null, "Stcrt. 1"), From);
        var known = Decider.Evolve(
            Further(file),
            new IdentityRecorded(new(new("Noor", "Sami"), PartialDate.Of(file.Registration.Born), country, default), IdentitySource.Stated, Deciding), yesterday);
        var apply = new ApplyMoratorium(Deciding, MoratoriumKind.Departure, new(country, From), Last);
        var decided = Decider.Decide(known, Chain.Family.Household.Empty, policy, apply, stock.Law, yesterday);
        Assert.Null(decided.Refusal);
        return Decider.Evolve(known, decided[0], yesterday);
    }
}
