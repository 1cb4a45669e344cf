using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Demonstration;

/// <summary>A ruling is preceded by a hearing, to which whoever it is about is invited in time.</summary>
public sealed class CourtTests
{
    [Fact]
    public async Task Whoever_is_ruled_upon_was_mostly_heard_two_weeks_before_and_invited_three_weeks_before_that()
    {
        using var small = new SmallDemonstration();

        await small.Running.Time.AdvanceAsync(200, TestContext.Current.CancellationToken);

        var (ruled, heard) = (0, 0);
        foreach (var (person, _) in small.Standing().Files)
        {
            var events = small.Running.Store.Log.ReadStream(StreamId.Of(person)).Select(each => (each.Event, On: each.Envelope.OccurredOn)).ToArray();
            foreach (var (_, held) in events.Where(each => each.Event is CourtHearingHeld))
            {
                var planned = events.Last(each => each.Event is CourtHearingPlanned hearing && hearing.HearingOn == held);
                Assert.True(held - planned.On >= 21 || planned.On < DemonstrationLaw.Begins, $"Person {person}: invited on {planned.On} for {held}.");
                Assert.True(DemonstrationLaw.On(held).Calendar.IsWorkingDay(held));
            }
            foreach (var (_, on) in events.Where(each => each.Event is AppealRuled && each.On >= DemonstrationLaw.Begins.PlusDays(60)))
            {
                ruled++;
                heard += events.Any(each => each.Event is CourtHearingHeld && on - each.On is >= 14 and <= 21) ? 1 : 0;
            }
        }
        Assert.True(ruled > 3 && heard * 10 >= ruled * 8, $"{heard} of {ruled} heard");
    }

    [Fact]
    public void On_the_first_day_the_courts_have_sessions_before_them()
    {
        using var small = new SmallDemonstration();

        var hearings = small.Standing().Files.Select(each => each.File.Procedure).Where(procedure => procedure is { AppealPending: true, Courts.Hearing.HeldOn: null })
            .Select(procedure => procedure.Courts.Hearing!.PlannedFor).Where(on => on >= DemonstrationLaw.Begins).ToArray();

        Assert.True(hearings.Length > 3, $"{hearings.Length} hearings");
        Assert.True(hearings.Max() - hearings.Min() >= 7, $"{hearings.Min()} to {hearings.Max()}");
    }
}
