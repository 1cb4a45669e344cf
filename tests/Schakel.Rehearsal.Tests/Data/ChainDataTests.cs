using NodaTime;
using Schakel.Rehearsal.Data;

namespace Schakel.Rehearsal.Tests.Data;

/// <summary>What the data say: sums that must hold, and definitions that must not slip.</summary>
public sealed class ChainDataTests
{
    private static readonly ChainData Data = ChainData.Load();

    [Theory] // UNHCR's totals over all nationalities: the group "other" takes the rest.
    [InlineData(2021, 24_649, 1_858)]
    [InlineData(2022, 35_476, 1_510)]
    [InlineData(2023, 38_298, 1_382)]
    public void The_groups_add_up_to_all_nationalities(int year, int first, int subsequent)
    {
        Assert.Equal(first, Data.Groups.Sum(group => group.In(year).First));
        Assert.Equal(subsequent, Data.Groups.Sum(group => group.In(year).Subsequent));
        Assert.Equal(first, Data.InflowYears.Single(row => row.Year == year).First);
        Assert.Equal(subsequent, Data.InflowYears.Single(row => row.Year == year).Subsequent);
    }

    [Theory] // The rows ALL of the same source.
    [InlineData(2021, 17_106, 19_843)]
    [InlineData(2022, 31_594, 18_214)]
    public void The_groups_add_up_to_all_pending_and_all_decided(int year, int pending, int decided)
    {
        var rows = Data.Groups.Select(group => group.In(year).Decided!).ToList();
        Assert.Equal(pending, rows.Sum(row => row.PendingAtEnd));
        Assert.Equal(decided, rows.Sum(row => row.Recognised + row.OtherProtection + row.Rejected + row.Closed));
    }

    [Fact]
    public void A_grant_rate_leaves_closed_cases_out() =>
        Assert.Equal((6038 + 72) / (6038.0 + 72 + 183), Data.Groups.Single(group => group.Id == "syria").In(2022).Decided!.GrantRate);

    [Fact]
    public void Nothing_was_decided_of_2023_yet_in_the_sources() =>
        Assert.All(Data.Groups, group => Assert.Null(group.In(2023).Decided));

    [Fact]
    public void Exactly_one_group_takes_every_other_nationality() => Assert.Single(Data.Groups, group => group.IsOther);

    [Theory]
    [InlineData(2022, 35_535, 10_930)]
    [InlineData(2023, 38_375, 10_125)]
    public void Quarters_add_up_to_the_published_year(int year, int first, int family)
    {
        var quarters = Data.InflowQuarters.Where(row => row.Year == year).ToList();
        Assert.Equal(4, quarters.Count);
        Assert.Equal(first, quarters.Sum(row => row.First));
        Assert.Equal(family, quarters.Sum(row => row.Family));
        Assert.Equal(first, Data.Published.Single(figure => figure.Id == $"inflow.first.{year}").Value);
    }

    [Fact]
    public void Inflow_runs_from_2000_and_says_what_each_number_holds()
    {
        Assert.Equal((2000, 2023), (Data.InflowYears[0].Year, Data.InflowYears[^1].Year));
        Assert.All(Data.InflowYears, row => Assert.Equal(
            row.Year < 2006 ? InflowBasis.Undivided : row.Year < 2010 ? InflowBasis.FirstUndivided : InflowBasis.First, row.Basis));
    }

    [Fact] // Table 5.1: docs/decisions/0003.
    public void Occupancy_of_January_2024_is_63230_and_with_external_placements_64405()
    {
        var reception = Data.StartOn(ChainData.January2024).Reception;
        Assert.Equal(63_230, reception.Total);
        Assert.Equal(64_405, reception.Total + reception.External.Value);
        Assert.Equal(16_000, reception.StatusHolders.Value - reception.StatusHoldersExternal.Value);
    }

    [Fact]
    public void Occupancy_of_January_2022_with_external_placements_is_36566()
    {
        var reception = Data.StartOn(ChainData.January2022).Reception;
        Assert.Equal(36_566, reception.Total + reception.External.Value);
        Assert.Equal(12_123, reception.StatusHolders.Value);
    }

    [Theory]
    [InlineData(2022, 20_400)]
    [InlineData(2024, 50_000)]
    public void Open_applications_of_all_tracks_are_as_published(int year, int persons)
    {
        var open = Data.Starts.Single(start => start.Date.Year == year).Applications;
        Assert.Equal(persons, open.Track4.Value + open.Tracks12.Value);
    }

    [Fact]
    public void About_half_of_all_sites_of_January_2024_lapse_within_a_year()
    {
        var sites = Data.StartOn(ChainData.January2024).Sites;
        var share = sites.Sum(site => site.Count.Value * site.EndingWithinYear.Value) / sites.Sum(site => site.Count.Value);
        Assert.InRange(share, 0.45, 0.55);
    }

    [Fact]
    public void Every_estimate_of_a_starting_state_has_a_range()
    {
        foreach (var start in Data.Starts)
        {
            Quantity[] estimates =
            [
                start.Applications.InterviewedShare, start.Applications.InReceptionShare, start.Reception.External, start.Appeals.Persons,
                start.DublinAccepted.Persons, start.Returning.Persons, start.Staff.IndAsylumShare,
                .. start.Centres.Select(centre => centre.PersonsPerWorkingDay), .. start.Applications.Groups.Select(group => group.Share),
                .. start.Reception.StatusWaitWeeks.Select(band => band.Share),
            ];
            Assert.All(estimates.Where(quantity => quantity.IsAssumption), quantity => Assert.True(quantity.Low < quantity.High, quantity.ToString()));
            Assert.Contains(estimates, quantity => quantity.IsAssumption);
        }
    }

    [Fact]
    public void Places_of_the_dispersal_act_add_up_to_the_national_number()
    {
        Assert.Equal(96_000, Data.Provinces.Sum(province => province.DispersalPlaces2024));
        Assert.Equal("Utrecht", Assert.Single(Data.Provinces, province => province.DispersalIsDerived).Name);
    }

    [Fact]
    public void The_municipalities_of_a_province_hold_its_people()
    {
        Assert.Equal(342, Data.Municipalities.Length);
        Assert.All(Data.Provinces, province => Assert.Equal(
            province.Population2022,
            Data.Municipalities.Where(municipality => municipality.Province == province.Code).Sum(municipality => municipality.Population2022)));
    }

    [Fact]
    public void Shares_of_moves_follow_from_table_5_2()
    {
        var adults = Data.Moves.Sum(row => row.Adults ?? 0);
        Assert.Equal(17_960, adults);
        Assert.Equal(Figure("moves.share-1.2022"), Data.Moves[0].Adults!.Value / (double)adults, 4);
        Assert.Equal(Figure("moves.share-4-or-more.2022"), Data.Moves.Skip(3).Sum(row => row.Adults ?? 0) / (double)adults, 4);
        Assert.Equal(Figure("moves.mean-at-exit.2022"), Data.Moves.Sum(row => row.Moves * (row.Adults ?? 0)) / (double)adults, 3);
        Assert.Equal(Figure("stay.weeks-at-exit.2022"), Data.Moves.Sum(row => row.MeanStayWeeks * (row.Adults ?? 0)) / adults, 1);
    }

    [Fact]
    public void A_figure_may_measure_a_sum_of_series()
    {
        var wide = Data.Published.Single(figure => figure.Id == "occupancy.with-external.2022-12-05");
        Assert.Equal(["occupancy.total", "occupancy.external"], wide.SeriesParts.AsEnumerable());
        var plain = Data.Published.Single(figure => figure.Id == "occupancy.total.2024-01-10");
        Assert.Equal(["occupancy.total"], plain.SeriesParts.AsEnumerable());
    }

    [Fact] // Anchors of an assumption: unaccompanied minors of 2022, children, household size.
    public void Households_agree_with_the_few_known_facts()
    {
        double households = 0, minors = 0, children = 0, persons = 0;
        foreach (var (group, composition) in Data.Groups.Zip(Data.Households))
        {
            Assert.Equal(group.Id, composition.Group);
            var arrived = group.In(2022).First;
            var number = arrived / composition.MeanPersons;
            households += number;
            persons += arrived;
            minors += number * composition.Types.Where(type => type.IsUnaccompaniedMinor).Sum(type => type.Share.Value);
            children += number * composition.Types.Sum(type => type.Share.Value * type.Children);
        }

        var known = Data.InflowYears.Single(row => row.Year == 2022).Minors!.Value;
        Assert.InRange(minors, known.Low, known.High);
        Assert.InRange(persons / households, 1.3, 1.5);
        Assert.InRange(children / persons, 0.22, 0.30);
    }

    [Fact]
    public void A_cost_is_that_of_the_latest_price_year_known()
    {
        Assert.Equal(27_100, Data.Cost("reception.regular", 2022).Amount.Value);
        Assert.Equal(30_400, Data.Cost("reception.regular", 2026).Amount.Value);
        Assert.Equal(27_100, Data.Cost("reception.regular", 2020).Amount.Value);
        Assert.Throws<ArgumentException>(() => Data.Cost("reception.palace", 2024));
    }

    [Fact]
    public void Nothing_is_later_than_January_2024()
    {
        var last = new LocalDate(2024, 1, 31);
        Assert.All(Data.Published, figure => Assert.True(figure.Period.End <= last, figure.Id));
        Assert.All(Data.InflowYears, row => Assert.True(row.Year <= 2023));
        Assert.All(Data.InflowQuarters, row => Assert.True(row.Year <= 2023));
        Assert.All(Data.Morocco, row => Assert.True(row.Period.End.Year <= 2023));
    }

    [Fact]
    public void A_complete_copy_of_the_folder_gives_the_same_hash_as_the_program()
    {
        using var copy = DataCopy.Whole();
        Assert.Equal(Data.Hash, ChainData.Load(copy.Folder).Hash);
        copy.With("costs.csv", "30400,30400,30400", "30401,30401,30401");
        Assert.NotEqual(Data.Hash, ChainData.Load(copy.Folder).Hash);
    }

    private static double Figure(string id) => Data.Published.Single(figure => figure.Id == id).Value;
}
