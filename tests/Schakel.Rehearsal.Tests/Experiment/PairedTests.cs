using System.Text;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Measures;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Tests.Model;

namespace Schakel.Rehearsal.Tests.Experiment;

/// <summary>The same people live in baseline and variant.</summary>
public sealed class PairedTests
{
    private static readonly RunOptions TwoPairs = new(5, 2, 1);

    [Fact]
    public void A_measure_of_size_zero_gives_the_inputs_of_the_baseline_themselves()
    {
        var baseline = Given.ATwentiethOfTheNation(1);
        Assert.Same(baseline, MeasureSet.Apply(baseline, [MoreStaff(0)]));
    }

    [Fact]
    public void Paired_with_itself_the_nation_shows_no_effect_to_the_byte()
    {
        var baseline = Given.ATwentiethOfTheNation(1);
        var assessment = Assess.Run(baseline, baseline, [], [], TwoPairs, stop: TestContext.Current.CancellationToken);
        Assert.True(assessment.NoEffect);
        Assert.Equal(Bytes(assessment.Baseline), Bytes(assessment.Variant));
        Assert.All(assessment.Difference.SelectMany(series => series.Points), point => Assert.True(point.Mean is 0 or double.NaN));
    }

    [Fact]
    public void A_measure_moves_no_life_before_its_first_day()
    {
        var baseline = Given.ATwentiethOfTheNation(1);
        var variant = MeasureSet.Apply(baseline, [MoreStaff(0.5)]);
        var (without, with) = (baseline.Lived(), variant.Lived());
        var stock = SeriesCatalogue.IndexOf("stock.applications");
        Assert.Equal(without.Values[stock][..5], with.Values[stock][..5]);
        Assert.NotEqual(without.Values[stock], with.Values[stock]);
    }

    private static byte[] Bytes(RehearsalResult result)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(stream, result);
        return stream.ToArray();
    }

    private static Measure MoreStaff(double share) => MeasureReader.Read("more-staff.json", Encoding.UTF8.GetBytes(FormattableString.Invariant($$$"""
        {
          "schema": 1, "id": "more-staff",
          "title": {"nl": "meer", "en": "more"}, "intention": {"nl": "meer", "en": "more"},
          "target": {"series": "stock.applications", "direction": -1}, "from": "2024-07-01",
          "levers": [{"lever": "ind-staff", "change": {"value": {{{share}}}, "low": {{{share}}}, "high": {{{share}}}}}]
        }
        """)));
}
