using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Rehearsal.Live;

namespace Schakel.Conformance;

/// <summary>Kept expectations held against what came: by cohort, when its range is over, and never for fewer than thirty.</summary>
public sealed class ExpectationCheckTests
{
    private static readonly Day Made = Day.Of(2024, 2, 1);
    private static readonly Cohort Waiting = new(Track.General, AwaitedStep.Interview, Day.Of(2024, 1, 1));
    private static readonly Expectations Kept = new(Made, 730, 8, "wet", [new(Waiting, 40, Day.Of(2024, 3, 4), Day.Of(2024, 5, 31))]);

    [Fact]
    public void Of_forty_people_it_is_counted_who_fell_within_the_range_before_and_after_it()
    {
        var check = Assert.Single(ExpectationCheck.Of([Kept],
        [
            .. Lives(30, new InterviewHeld(), "2024-04-10"), .. Lives(1, new InterviewHeld(), "2024-03-04"), .. Lives(1, new InterviewHeld(), "2024-05-31"),
            .. Lives(3, new InterviewHeld(), "2024-03-01"), .. Lives(2, new InterviewHeld(), "2024-06-03"), .. Lives(3, null, "2024-06-03"),
        ], Day.Of(2024, 7, 1)));
        var came = Assert.Single(check.Cohorts);
        Assert.Equal((40, 32, 3, 5), (came.People, came.Within, came.Earlier, came.Later));
        Assert.Equal(8.0, came.OfTen);
        Assert.Equal((Made, 0, 0), (check.Date, check.StillOpen, check.TooFew));
    }

    [Fact] // Who leaves did not wait on, in what is expected neither.
    public void Who_left_first_is_not_counted()
    {
        var check = Assert.Single(ExpectationCheck.Of([Kept],
            [.. Lives(30, new InterviewHeld(), "2024-04-10"), .. Lives(10, new ApplicationWithdrawn(), "2024-04-09")], Day.Of(2024, 7, 1)));
        Assert.Equal((30, 30), (Assert.Single(check.Cohorts).People, check.Cohorts[0].Within));
    }

    [Fact]
    public void Of_fewer_than_thirty_there_is_no_figure()
    {
        var check = Assert.Single(ExpectationCheck.Of([Kept], Lives(29, new InterviewHeld(), "2024-04-10"), Day.Of(2024, 7, 1)));
        Assert.Empty(check.Cohorts);
        Assert.Equal(1, check.TooFew);
    }

    [Fact] // Else those who were quick would be all there are.
    public void A_range_that_is_not_over_is_not_judged()
    {
        var lives = Lives(40, new InterviewHeld(), "2024-04-10");
        Assert.Equal((0, 1), Assert.Single(ExpectationCheck.Of([Kept], lives, Day.Of(2024, 5, 31))) is var open ? (open.Cohorts.Length, open.StillOpen) : default);
        Assert.Single(Assert.Single(ExpectationCheck.Of([Kept], lives, Day.Of(2024, 6, 1))).Cohorts);
        var endless = Kept with { Cohorts = [Kept.Cohorts[0] with { Until = null }] };
        Assert.Equal(1, Assert.Single(ExpectationCheck.Of([endless], lives, Day.Of(2030, 1, 1))).StillOpen);
    }

    [Fact]
    public void Each_kept_day_has_the_people_who_waited_that_day()
    {
        var later = Kept with { Date = Day.Of(2024, 4, 15) };
        var checks = ExpectationCheck.Of([later, Kept], [.. Lives(35, new InterviewHeld(), "2024-04-10"), .. Lives(31, new InterviewHeld(), "2024-05-10")], Day.Of(2024, 7, 1));
        Assert.Equal([(Made, 66), (later.Date, 31)], checks.Select(each => (each.Date, Assert.Single(each.Cohorts).People)));
    }

    private static List<IReadOnlyList<(ChainEvent Event, Day On)>> Lives(int count, ChainEvent? then, string on)
    {
        List<(ChainEvent, Day)> life =
        [
            (new PersonArrived(new(3), Day.Of(1990, 5, 1), FamilyRole.Main, Route.Asylum, new(1), AtBorder: false), Day.Of(2024, 1, 2)),
            (new ApplicationLodged(1), Day.Of(2024, 1, 4)),
            (new TrackConfirmed(Track.General, default, new Official(1, OfficialRoles.HearingOfficer)), Day.Of(2024, 1, 6)),
        ];
        if (then is not null)
        {
            life.Add((then, Day.TryParse(on, out var day) ? day : throw new ArgumentException(on)));
        }
        return [.. Enumerable.Repeat(life, count)];
    }
}
