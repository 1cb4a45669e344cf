using Schakel.Rehearsal.Measures;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Tests.Model;

namespace Schakel.Rehearsal.Tests.Measures;

/// <summary>Which way measures move the chain, on the same people: what experience says must come out.</summary>
public sealed class EffectTests
{
    private static readonly ModelInputs Baseline = Given.ATwentiethOfTheNation(5);

    [Theory]
    [InlineData("ind-staff", "change", 0.3, "stock.applications")]
    [InlineData("court-capacity", "change", 0.4, "appeals.pending")]
    [InlineData("inflow", "change", -0.3, "occupancy.total")]
    [InlineData("homes", "change", 0.2, "housing.waiting")]
    [InlineData("dispersal-act", "extra", 0.15, "occupancy.emergency")]
    [InlineData("faster-linking", "faster", 0.5, "housing.waiting")]
    [InlineData("resettlement", "extra", -400, "inflow.resettled")]
    [InlineData("subsequent-applications", "change", -0.5, "inflow.subsequent")]
    public void The_opposite_sign_moves_the_target_the_other_way(string lever, string field, double size, string series)
    {
        string Pulled(double by) => FormattableString.Invariant($$"""{"lever": "{{lever}}", "{{field}}": {{by}}}""");
        var lowers = Baseline.Moves(Pulled(size), series, 2);
        var raises = Baseline.Moves(Pulled(-size), series, 2);
        Assert.True(lowers < 0 && raises > 0, $"{series}: {size} gives {lowers}, {-size} gives {raises}");
    }

    [Theory] // Regular sites open 250 places at a time, in a small nation too: so much may lie to either side.
    [InlineData("ind-staff", "change", "stock.applications", 0, 0.2, 0.4, 0.8, 1.6)]
    [InlineData("court-capacity", "change", "appeals.pending", 0, 0.2, 0.4, 0.8, 1.6)]
    [InlineData("dispersal-act", "extra", "occupancy.emergency", 125, 0.2, 0.4, 0.8)]
    [InlineData("homes", "change", "housing.waiting", 0, 0.2, 0.4, 0.8, 1.6)]
    public void Growing_sizes_do_more_but_less_and_less(string lever, string field, string series, double lump, params double[] sizes)
    {
        var effects = sizes.Select(size => -Baseline.Moves(FormattableString.Invariant($$"""{"lever": "{{lever}}", "{{field}}": {{size}}}"""), series, 4)).ToArray();
        for (var i = 1; i < sizes.Length; i++)
        {
            var told = $"{series}: {string.Join(", ", effects)}";
            Assert.True(effects[i] > (0.97 * effects[i - 1]) - lump, $"{told}: less at {sizes[i]} than before");
            Assert.True(effects[i] / sizes[i] <= 1.03 * (effects[i - 1] + lump) / sizes[i - 1], $"{told}: more for each at {sizes[i]} than before");
        }

        Assert.True(effects[0] > 0 && effects[^1] / sizes[^1] < effects[0] / sizes[0], $"{series}: {string.Join(", ", effects)}");
    }

    [Fact]
    public void More_staff_with_frozen_courts_lengthens_the_courts_queue() =>
        Assert.True(Baseline.MovedBy(MeasureFiles.Load("ind-staff-plus-20-frozen-courts"), "appeals.pending", 3) > 0);

    [Fact]
    public void More_staff_lowers_the_stock_but_hardly_the_beds_in_its_first_year()
    {
        var measures = MeasureFiles.Load("ind-staff-plus-20");
        var stock = Baseline.MovedBy(measures, "stock.applications", 2) / AMeasure.Lives.Of(Baseline, 0).Over("stock.applications", 2);
        var beds = Baseline.MovedBy(measures, "occupancy.total", 1) / AMeasure.Lives.Of(Baseline, 0).Over("occupancy.total", 1);
        Assert.True(stock < -0.05, $"stock {stock:P1}");
        Assert.InRange(beds, -0.02, 0.02);
    }

    [Fact]
    public void More_staff_brings_more_relatives_later()
    {
        var measures = MeasureFiles.Load("ind-staff-plus-20");
        Assert.Equal(0, Baseline.MovedBy(measures, "inflow.family", 0));
        Assert.True(Baseline.MovedBy(measures, "inflow.family", 3) > 0);
    }

    [Fact]
    public void Direct_placement_lowers_moves_and_missed_hearings()
    {
        var measures = MeasureFiles.Load("direct-placement");
        var moves = Enumerable.Range(1, 4).Sum(year => Baseline.MovedBy(measures, "moves.total", year));
        var missed = Enumerable.Range(1, 4).Sum(year => Baseline.MovedBy(measures, "no-shows", year));
        Assert.True(moves < 0 && missed < 0, $"moves {moves}, missed {missed}");
    }

    [Fact]
    public void Two_statuses_lower_family_reunification_and_load_the_service_and_the_courts()
    {
        var measures = MeasureFiles.Load("two-statuses");
        var family = Baseline.MovedBy(measures, "inflow.family", 3);
        var appeals = Baseline.MovedBy(measures, "appeals", 2);
        var stock = Baseline.MovedBy(measures, "stock.applications", 4);
        Assert.True(family < 0 && appeals > 0 && stock > 0, $"family {family}, appeals {appeals}, stock {stock}");
    }

    [Fact]
    public void Shorter_permits_alone_bring_the_service_more_work()
    {
        const string Short = """ "norms": [{"id": "permit.duration-subsidiary", "value": 12}, {"id": "permit.duration-refugee", "value": 36}] """;
        Assert.True(Baseline.MovedBy([AMeasure.Read(AMeasure.File(Short))], "stock.applications", 4) > 0);
    }

    [Fact]
    public void Tracks_3_and_5_lower_the_stock() =>
        Assert.True(Baseline.MovedBy(MeasureFiles.Load("tracks-3-and-5"), "stock.applications", 3) < 0);

    [Fact]
    public void Tracks_3_and_5_do_nothing_where_the_law_keeps_them_off()
    {
        var on = MeasureSet.Apply(Baseline, MeasureFiles.Load("tracks-3-and-5"));
        var lawless = on with { Laws = [] };
        Assert.Equal(AMeasure.Lives.Of(Baseline, 0).Values.SelectMany(v => v), lawless.Lived().Values.SelectMany(v => v));
    }

    [Fact]
    public void An_outage_of_Ter_Apel_does_not_stop_registration()
    {
        var out2 = MeasureSet.Apply(Baseline, MeasureFiles.Load("ter-apel-outage")).Lived();
        var first = Results.SeriesCatalogue.IndexOf("inflow.first");
        var baseline = AMeasure.Lives.Of(Baseline, 0);
        Assert.InRange(out2.Values[first][9], 0.5 * baseline.Values[first][9], 1.01 * baseline.Values[first][9]);
        Assert.InRange(out2.Over("inflow.first", 0) + out2.Over("inflow.first", 1), baseline.Over("inflow.first", 0) + baseline.Over("inflow.first", 1) - 5, double.MaxValue);
    }

    [Fact]
    public void The_extension_that_ends_brings_notices_at_once_and_fewer_decisions_in_time()
    {
        var measures = MeasureFiles.Load("decision-period-extension-off");
        Assert.True(Baseline.MovedBy(measures, "default-notices", 0) > 0);
        Assert.True(Baseline.MovedBy(measures, "decided-in-time.share", 0) < 0);
    }

    [Fact]
    public void The_extension_that_goes_on_puts_notices_off() =>
        Assert.True(Baseline.MovedBy(MeasureFiles.Load("decision-period-extension-on"), "default-notices", 2) < 0);

    [Fact]
    public void A_decision_moratorium_leaves_the_group_waiting_and_lets_it_go_on_afterwards()
    {
        var moratorium = AMeasure.Read(AMeasure.File("""
            "until": "2025-06-30", "levers": [{"lever": "decision-moratorium", "group": "syria", "share": 1}]
            """));
        Assert.True(Baseline.MovedBy([moratorium], "grant-rate.track4", 0) < 0, "who is decided on in the meantime is granted less often");
        Assert.True(Baseline.MovedBy([moratorium], "grant-rate.track4", 1) > 0, "afterwards they are caught up with");
    }

    [Fact]
    public void A_transfer_stop_lowers_transfers_and_more_periods_lapse()
    {
        var measures = MeasureFiles.Load("dublin-transfer-stop");
        Assert.True(Baseline.MovedBy(measures, "dublin.transfers", 0) + Baseline.MovedBy(measures, "dublin.transfers", 1) < 0);
        Assert.True(Baseline.MovedBy(measures, "dublin.lapsed", 1) > 0);
    }

    [Fact]
    public void An_amnesty_empties_the_stock_and_not_the_beds()
    {
        var measures = MeasureFiles.Load("general-amnesty");
        var stock = Baseline.MovedBy(measures, "stock.applications", 1);
        var beds = Baseline.MovedBy(measures, "occupancy.total", 1);
        Assert.True(stock < 0 && beds > stock / 2, $"stock {stock}, beds {beds}");
    }

    [Fact]
    public void A_tolerated_status_keeps_people_in_sight_and_in_a_bed()
    {
        var measures = MeasureFiles.Load("tolerated-status");
        Assert.True(Baseline.MovedBy(measures, "unknown-departures", 2) < 0);
        Assert.True(Baseline.MovedBy(measures, "occupancy.total", 2) > 0);
    }

    [Fact]
    public void A_departure_moratorium_keeps_beds_taken_and_ends()
    {
        var measure = AMeasure.Read(AMeasure.File("""
            "until": "2025-06-30", "levers": [{"lever": "departure-moratorium", "group": "turkiye", "share": 1}, {"lever": "departure-moratorium", "group": "other", "share": 1}]
            """));
        Assert.True(Baseline.MovedBy([measure], "return.caseload", 0) < 0);
        Assert.True(Baseline.MovedBy([measure], "return.caseload", 1) > 0);
    }

    [Fact]
    public void Cooperation_of_a_country_moves_forced_departures()
    {
        var more = Enumerable.Range(1, 4).Sum(year => Baseline.MovedBy(MeasureFiles.Load("return-cooperation-algeria-tunisia"), "departures.forced", year));
        var less = Enumerable.Range(1, 4).Sum(year => Baseline.MovedBy(MeasureFiles.Load("return-cooperation-morocco-ends"), "departures.forced", year));
        Assert.True(more > 0 && less < 0, $"{more}, {less}");
    }

    [Fact]
    public void An_ODA_ceiling_moves_the_bill_and_nobodys_life()
    {
        var with = MeasureSet.Apply(Baseline, [AMeasure.Pulling("""{"lever": "oda-ceiling", "ceiling": 300}""")]).Lived();
        var without = AMeasure.Lives.Of(Baseline, 0);
        Assert.InRange(with.Over("cost.oda.euro", 2), 0, 300e6 * 0.05 * 2);
        Assert.True(with.Over("cost.oda.euro", 1) < without.Over("cost.oda.euro", 1));
        Assert.Equal(without.Over("cost.total.euro", 1), with.Over("cost.total.euro", 1));
        Assert.Equal(without.Over("moves.total", 1), with.Over("moves.total", 1));
    }

    [Fact]
    public void A_buffer_spares_emergency_measures_and_costs_money()
    {
        var buffer = Baseline.Moves("""{"lever": "buffer", "share": 0.1}""", "occupancy.over-capacity", 1);
        var cost = Baseline.Moves("""{"lever": "buffer", "share": 0.1}""", "cost.reception.euro", 1);
        Assert.True(buffer <= 0 && cost > 0, $"over capacity {buffer}, cost {cost}");
    }

    [Fact]
    public void Answers_of_behaviour_are_off_unless_asked_for_and_a_rush_comes_before_the_first_day()
    {
        Assert.DoesNotContain(MeasureSet.Apply(Baseline, MeasureFiles.Load("two-statuses")).Changes, c => c.Parameter.Id.StartsWith("inflow.", StringComparison.Ordinal));
        var rush = MeasureSet.Apply(Baseline, [AMeasure.Pulling("""{"lever": "behaviour", "rush": 0.5}""")]).Lived();
        var first = Results.SeriesCatalogue.IndexOf("inflow.first");
        var without = AMeasure.Lives.Of(Baseline, 0);
        Assert.Equal(without.Values[first][..2], rush.Values[first][..2]);
        Assert.True(rush.Values[first][4] > 1.2 * without.Values[first][4]);
        Assert.Equal(without.Values[first][8..], rush.Values[first][8..]);
    }
}
