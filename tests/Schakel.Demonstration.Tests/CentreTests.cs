using Schakel.Chain;
using Schakel.Chain.Procedure;

namespace Schakel.Demonstration;

/// <summary>An interview of a demonstration has a place, so that the week of who plans shows centres.</summary>
public sealed class CentreTests
{
    [Fact]
    public async Task Every_interview_is_planned_at_the_centre_of_its_person_in_the_two_years_and_in_the_days_that_pass()
    {
        using var small = new SmallDemonstration();
        var began = small.Today;

        await small.Running.Time.AdvanceAsync(20, TestContext.Current.CancellationToken);

        var planned = small.Standing().Files.SelectMany(each => small.Running.Store.Log.ReadStream(StreamId.Of(each.Person)))
            .Where(each => each.Event is InterviewPlanned).Select(each => (Number: each.Envelope.Stream.Number, each.Envelope.OccurredOn, Is: (InterviewPlanned)each.Event!)).ToArray();
        Assert.True(planned.Count(each => each.OccurredOn < began) > 50 && planned.Count(each => each.OccurredOn >= began) > 5, $"{planned.Length} interviews");
        Assert.All(planned, each => Assert.Equal(SyntheticCentres.PlaceOf(each.Number), each.Is.Place));
        Assert.Equal([1, 2, 3], planned.Select(each => each.Is.Place.Centre!.Value.Value).Distinct().Order());
    }
}
