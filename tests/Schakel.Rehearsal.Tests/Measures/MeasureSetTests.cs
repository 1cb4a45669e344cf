using Schakel.Norms;
using Schakel.Norms.Participation;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Measures;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Tests.Model;

namespace Schakel.Rehearsal.Tests.Measures;

/// <summary>Measures combine in order; what contradicts itself or lies outside the rehearsal is refused.</summary>
public sealed class MeasureSetTests
{
    private static readonly ModelInputs Baseline = Given.ATwentiethOfTheNation(2);

    public static TheoryData<string> Levers => [.. LeverCatalogue.All.Select(lever => lever.Id)];

    [Theory]
    [MemberData(nameof(Levers))]
    public void A_lever_that_is_not_pulled_gives_the_inputs_of_the_baseline_themselves(string id)
    {
        var lever = LeverCatalogue.Find(id)!;
        Assert.Same(Baseline, MeasureSet.Apply(Baseline, [AMeasure.Pulling(AMeasure.Lever(lever, _ => 0, on: false, word: 0))]));
    }

    [Theory]
    [MemberData(nameof(Levers))]
    public void A_lever_that_is_pulled_reaches_somebodys_life(string id)
    {
        var lever = LeverCatalogue.Find(id)!;
        var pulled = AMeasure.Lever(lever, Far, on: true, word: 1);

        // A centre is only needed while the others cannot cope.
        var beside = id == "registration-centre" ? """{"lever": "registration-outage", "centre": "ter-apel", "share": 1}""" : null;
        var without = beside is null ? Baseline : MeasureSet.Apply(Baseline, [AMeasure.Pulling(beside, "beside")]);
        var with = MeasureSet.Apply(without, [AMeasure.Pulling(pulled)]);
        Assert.NotSame(without, with);
        Assert.NotEqual(without.Lived().Values.SelectMany(v => v), with.Lived().Values.SelectMany(v => v));
    }

    // Down where that is possible: more of what is not short moves nobody.
    private static double Far(LeverField field) => field switch
    {
        { Unit: "share", Least: < 0 } => Math.Max(field.Least, -0.8),
        { Least: < 0 } => field.Least,
        { Unit: "share" } => Math.Min(field.Most, 0.8),
        { Unit: "million euro a year" } => 100,
        _ => field.Most,
    };

    [Fact]
    public void A_lever_is_named_once_and_states_its_ranges_and_sources() => Assert.All(LeverCatalogue.All, lever =>
    {
        Assert.Single(LeverCatalogue.All, other => other.Id == lever.Id);
        Assert.Contains(lever.Fields, field => field.IsSize);
        Assert.All(lever.Assumptions, a =>
        {
            Assert.True(a.Least <= a.Range.Low && a.Range.Low <= a.Range.Value && a.Range.Value <= a.Range.High && a.Range.High <= a.Most, $"{lever.Id}.{a.Name}");
            Assert.NotEmpty(a.Source);
        });
    });

    [Fact]
    public void A_norm_that_already_reads_so_changes_nothing()
    {
        var wait = Regimes.January2024.On(Day.Of(2024, 7, 1), WorkAccess.Wait).Count;
        var measure = AMeasure.Read(AMeasure.File(FormattableString.Invariant($$""" "norms": [{"id": "work-access.wait", "value": {{wait}}, "running": true}] """)));
        Assert.Same(Baseline, MeasureSet.Apply(Baseline, [measure]));
    }

    [Fact]
    public void A_norm_reads_otherwise_from_its_day_and_as_before_after_its_last_one()
    {
        var measure = AMeasure.Read(AMeasure.File(""" "norms": [{"id": "work-access.wait", "value": 3, "until": "2024-12-31"}] """));
        var change = Assert.Single(MeasureSet.Apply(Baseline, [measure]).Laws);
        Assert.Equal(Day.Of(2024, 7, 1), change.From);
        int[] waits = [.. new[] { Day.Of(2024, 6, 30), Day.Of(2024, 7, 1), Day.Of(2024, 12, 31), Day.Of(2025, 1, 1) }.Select(day => change.Law.On(day, WorkAccess.Wait).Count)];
        Assert.Equal([6, 3, 3, 6], waits);
    }

    [Fact]
    public void The_extension_that_ends_for_running_cases_moves_their_last_day_back()
    {
        var none = default(NoTrace);
        var law = MeasureSet.Apply(Baseline, [AMeasure.Pulling("""{"lever": "decision-period-extension", "setting": "off", "running": true}""")]).Laws[0].Law;
        var lodged = Day.Of(2023, 10, 2);
        Assert.Equal(Day.Of(2025, 1, 2), DecisionPeriod.LastDay(Baseline.Law, lodged, CategoryExtension.AsApplied, ref none));
        Assert.Equal(Day.Of(2024, 4, 2), DecisionPeriod.LastDay(law, lodged, CategoryExtension.AsApplied, ref none));
    }

    [Fact]
    public void A_change_for_a_time_leaves_what_others_do_to_the_parameter()
    {
        var both = MeasureSet.Apply(
            Baseline,
            [
                AMeasure.Pulling("""{"lever": "inflow", "change": 1, "until": "2024-08-31"}""", "shock"),
                AMeasure.Pulling("""{"lever": "inflow", "change": -0.5}""", "drop"),
            ]).Lived();
        var drop = MeasureSet.Apply(Baseline, [AMeasure.Pulling("""{"lever": "inflow", "change": -0.5}""", "drop")]).Lived();
        var first = Results.SeriesCatalogue.IndexOf("inflow.first");
        Assert.True(both.Values[first][7] > 1.5 * drop.Values[first][7], "in August the shock doubles what the drop halves");
        Assert.InRange(both.Values[first][12], drop.Values[first][12] * 0.9, drop.Values[first][12] * 1.1);
    }

    [Fact]
    public void A_group_of_its_own_changes_alone()
    {
        var syria = MeasureSet.Apply(Baseline, [AMeasure.Pulling("""{"lever": "inflow", "group": "syria", "change": -1}""")]).Lived().Over("inflow.first", 1);
        var all = MeasureSet.Apply(Baseline, [AMeasure.Pulling("""{"lever": "inflow", "change": -1}""")]).Lived().Over("inflow.first", 1);
        var nobody = AMeasure.Lives.Of(Baseline, 0).Over("inflow.first", 1);
        Assert.Equal(0, all);
        Assert.InRange(syria / nobody, 0.4, 0.85);
    }

    [Fact]
    public void An_unknown_group_is_refused() => Refused(
        "measure.json, $.levers[0].group is \"atlantis\": it must be one of syria, turkiye, ",
        AMeasure.Pulling("""{"lever": "inflow", "group": "atlantis", "change": 0.1}"""));

    [Fact]
    public void Two_measures_of_one_name_are_refused() => Refused(
        "measure.json, $.id is \"a-measure\": measure.json has the same id; a measure counts once.",
        AMeasure.Pulling("""{"lever": "ind-staff", "change": 0.1}"""), AMeasure.Pulling("""{"lever": "ind-staff", "change": 0.2}"""));

    [Fact]
    public void A_parameter_set_twice_on_one_day_is_refused() => Refused(
        "measure.json, $.levers[1]: procedure.written-hearing-saving is set twice from 2024-07-01; the other time at $.levers[0].",
        AMeasure.Pulling("""{"lever": "written-hearings", "share": 0.2}, {"lever": "written-hearings", "share": 0.4}"""));

    [Fact]
    public void A_norm_changed_twice_from_one_day_by_two_measures_is_refused() => Refused(
        "measure.json, $.norms[0] is 4: the norm work-access.wait is changed twice from 2024-07-01; the other time at measure.json, $.norms[0].",
        AMeasure.Read(AMeasure.File(""" "norms": [{"id": "work-access.wait", "value": 3}] """, "one")),
        AMeasure.Read(AMeasure.File(""" "norms": [{"id": "work-access.wait", "value": 4}] """, "two")));

    [Fact]
    public void What_adds_or_multiplies_meets()
    {
        var once = MeasureSet.Apply(Baseline, [AMeasure.Pulling("""{"lever": "ind-staff", "change": 0.32}""", "one")]);
        var twice = MeasureSet.Apply(
            Baseline, [AMeasure.Pulling("""{"lever": "ind-staff", "change": 0.1}""", "one"), AMeasure.Pulling("""{"lever": "ind-staff", "change": 0.2}""", "two")]);
        Assert.Equal(6, twice.Changes.Length);
        var stock = Results.SeriesCatalogue.IndexOf("stock.applications");
        Assert.Equal(once.Lived().Values[stock][^1], twice.Lived().Values[stock][^1], 8.0);
    }

    [Theory]
    [InlineData("2023-07-01")]
    [InlineData("2026-02-01")]
    public void A_first_day_outside_the_rehearsal_is_refused(string from) => Refused(
        $"measure.json, $.from is {from}: the first day must lie within the rehearsal, which runs from 2024-01-10 to 2026-01-31.",
        AMeasure.Pulling("""{"lever": "ind-staff", "change": 0.1}""", from: from));

    private static void Refused(string says, params Measure[] measures)
    {
        var fault = Assert.Throws<MeasureFaultException>(() => MeasureSet.Apply(Baseline, measures));
        Assert.StartsWith(says, fault.Message, StringComparison.Ordinal);
    }
}
