using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Tests.Reporting;

public sealed class SeriesCatalogueTests
{
    [Fact]
    public void No_two_series_share_a_name() =>
        Assert.Equal(SeriesCatalogue.Count, SeriesCatalogue.All.Select(series => series.Id).Distinct().Count());

    [Fact]
    public void The_position_of_a_series_is_its_place_in_the_list()
    {
        for (int index = 0; index < SeriesCatalogue.Count; index++)
        {
            Assert.Equal(index, SeriesCatalogue.IndexOf(SeriesCatalogue.All[index].Id));
        }
    }

    [Theory]
    [InlineData("inflow.first")]
    [InlineData("inflow.subsequent")]
    [InlineData("inflow.family")]
    [InlineData("inflow.total")]
    [InlineData("stock.applications")]
    [InlineData("decisions")]
    [InlineData("grant-rate")]
    [InlineData("decided-in-time.share")]
    [InlineData("lead-time.weeks")]
    [InlineData("lead-time.weeks.track1")]
    [InlineData("lead-time.weeks.track2")]
    [InlineData("lead-time.weeks.track4-general")]
    [InlineData("lead-time.weeks.track4-extended")]
    [InlineData("occupancy.total")]
    [InlineData("occupancy.regular")]
    [InlineData("occupancy.emergency")]
    [InlineData("occupancy.municipal")]
    [InlineData("occupancy.status-holders")]
    [InlineData("housed")]
    [InlineData("moves.mean-at-exit")]
    [InlineData("departures.independent")]
    [InlineData("departures.forced")]
    [InlineData("departures.unsupervised")]
    [InlineData("appeals")]
    [InlineData("penalties.euro")]
    [InlineData("cost.reception.euro")]
    [InlineData("cost.oda.euro")]
    public void The_names_agreed_with_others_are_there(string id) => Assert.True(SeriesCatalogue.Contains(id));

    [Fact]
    public void Every_series_says_in_both_languages_what_it_counts()
    {
        foreach (SeriesDefinition series in SeriesCatalogue.All)
        {
            Assert.EndsWith(".", series.Meaning.Dutch, StringComparison.Ordinal);
            Assert.EndsWith(".", series.Meaning.English, StringComparison.Ordinal);
            Assert.NotEqual(series.Meaning.Dutch, series.Meaning.English);
            Assert.False(string.IsNullOrWhiteSpace(series.Dutch) || string.IsNullOrWhiteSpace(series.English));
        }
    }

    [Fact]
    public void An_amount_in_euro_is_a_flow_and_a_share_is_a_ratio()
    {
        Assert.All(SeriesCatalogue.All.Where(series => series.Unit == "euro"), series => Assert.Equal(SeriesKind.Flow, series.Kind));
        Assert.All(SeriesCatalogue.All.Where(series => series.Unit is "share" or "weeks" or "fte"), series => Assert.Equal(SeriesKind.Ratio, series.Kind));
    }

    [Fact]
    public void A_breach_is_always_a_burden() =>
        Assert.All(["occupancy.over-capacity", "breach.municipal-stay"], id => Assert.True(SeriesCatalogue.Find(id).MoreIsWorse));

    [Fact]
    public void An_unknown_series_is_named_in_the_message() =>
        Assert.Contains("'occupancy.moon'", Assert.Throws<ArgumentException>(() => SeriesCatalogue.IndexOf("occupancy.moon")).Message, StringComparison.Ordinal);
}
