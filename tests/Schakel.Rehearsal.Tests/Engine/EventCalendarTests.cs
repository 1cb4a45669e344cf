using CsCheck;
using Schakel.Rehearsal.Engine;
using Schakel.Testing;

namespace Schakel.Rehearsal.Tests.Engine;

public sealed class EventCalendarTests
{
    private const int Horizon = 40 * 1440;

    // What a step does: schedule some time ahead (negative: take instead).
    private static readonly Gen<(int Ahead, int Phase, int Entity)> Step = Gen.Select(
        Gen.OneOf(
            Gen.Int[-4, 0],
            Gen.Int[0, 2],
            Gen.Int[0, 1500],
            Gen.Int[0, 50 * 1440],
            Gen.Const(1440)),
        Gen.Int[0, 31],
        Gen.OneOf(Gen.Int[-2, 5], Gen.Int));

    [Fact]
    public void Events_come_in_the_order_of_a_plain_sorted_list()
    {
        Step.Array[0, 400].Sample(steps =>
        {
            var calendar = new EventCalendar(Horizon / 1440, expectedLive: 0);
            AssertSameAsSortedList(calendar, steps);
        }, iter: 2_000);
    }

    [Fact]
    public void A_cleared_calendar_is_as_good_as_new()
    {
        var calendar = new EventCalendar(Horizon / 1440, expectedLive: 0);
        Step.Array[0, 200].Sample(steps =>
        {
            calendar.Clear();
            AssertSameAsSortedList(calendar, steps);
        }, iter: 1_000, threads: 1);
    }

    [Fact]
    public void Hundreds_of_events_in_one_minute_keep_their_order()
    {
        Gen.Select(Gen.Int[0, 31], Gen.Int[-3, 40]).Array[100, 600].Sample(events =>
        {
            var steps = Array.ConvertAll(events, e => (Ahead: 2000, Phase: e.Item1, Entity: e.Item2));
            AssertSameAsSortedList(new EventCalendar(Horizon / 1440), steps);
        }, iter: 200);
    }

    [Fact]
    public void Of_equal_events_the_one_scheduled_first_comes_first()
    {
        var calendar = new EventCalendar(3);
        for (var tag = 0; tag < 100; tag++)
        {
            calendar.Schedule(2000, 4, 7, tag);
        }

        for (var tag = 0; tag < 100; tag++)
        {
            Assert.True(calendar.TryNext(out var next));
            Assert.Equal((2000, 4, 7, tag), (next.Minute, next.Phase, next.Entity, next.Tag));
        }
    }

    [Fact]
    public void An_event_scheduled_for_this_minute_comes_before_later_phases_of_it()
    {
        var calendar = new EventCalendar(1);
        calendar.Schedule(10, 1, 1, 0);
        calendar.Schedule(10, 9, 1, 0);
        Assert.True(calendar.TryNext(out _));
        calendar.Schedule(10, 5, 2, 0);
        calendar.Schedule(10, 0, 3, 0);

        Assert.Equal([3, 2, 1], Enumerable.Range(0, 3).Select(_ => calendar.TryNext(out var next) ? next.Entity : -1));
    }

    [Fact]
    public void Events_from_the_horizon_on_are_dropped_and_counted()
    {
        var calendar = new EventCalendar(2);
        calendar.Schedule(2 * 1440, 0, 1, 0);
        calendar.Schedule(int.MaxValue, 0, 2, 0);
        calendar.Schedule((2 * 1440) - 1, 0, 3, 0);

        Assert.Equal((1, 2L), (calendar.Live, calendar.Dropped));
        Assert.True(calendar.TryNext(out var next));
        Assert.Equal(3, next.Entity);
        Assert.False(calendar.TryNext(out _));
        Assert.Equal((0, 1L), (calendar.Live, calendar.Executed));
    }

    [Fact]
    public void The_past_cannot_be_scheduled_and_the_message_says_what_was_tried()
    {
        var calendar = new EventCalendar(2);
        calendar.Schedule(1500, 0, 1, 0);
        Assert.True(calendar.TryNext(out _));

        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Schedule(1499, 3, 42, 8));
        Assert.Equal(1499, refused.ActualValue);
        Assert.Contains("1499", refused.Message, StringComparison.Ordinal);
        Assert.Contains("1500", refused.Message, StringComparison.Ordinal);
        Assert.Contains("entity 42", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(32)]
    public void A_phase_outside_0_to_31_is_refused(int phase) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar(1).Schedule(0, phase, 0, 0));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(EventCalendar.MaxHorizonDays + 1)]
    public void A_horizon_that_cannot_be_simulated_is_refused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar(days));

    [Fact]
    public void An_empty_calendar_has_nothing_next_and_can_still_be_filled()
    {
        var calendar = new EventCalendar(5);
        Assert.False(calendar.TryNext(out _));
        calendar.Schedule(0, 0, 1, 0);
        Assert.True(calendar.TryNext(out _));
        Assert.False(calendar.TryNext(out _));
        calendar.Schedule(calendar.Now, 0, 2, 0);
        calendar.Schedule(4 * 1440, 0, 3, 0);
        Assert.True(calendar.TryNext(out var now));
        Assert.True(calendar.TryNext(out var later));
        Assert.Equal((2, 3), (now.Entity, later.Entity));
    }

    [Fact]
    public void After_warming_up_a_million_events_allocate_nothing()
    {
        Allocation.AssertNone(() =>
        {
            var calendar = new EventCalendar(400, expectedLive: 0);
            var chance = new Chance(1, 0);
            for (var entity = 0; entity < 20_000; entity++)
            {
                calendar.Schedule(chance.Below(1440, (ulong)entity, 1), 0, entity, 0);
            }

            Pass(calendar, chance, 1_000_000);
            return () =>
            {
                Pass(calendar, chance, 1_000_000);
                Assert.True(calendar.Live == 20_000);
            };
        });
    }

    // Everyone returns after a while: one in four at once, one in four today, the others within a fortnight. The longest
    // buckets are met early on, as every tenth day is a busy one.
    private static void Pass(EventCalendar calendar, Chance chance, int events)
    {
        for (var i = 0; i < events; i++)
        {
            Assert.True(calendar.TryNext(out var next));
            var bits = chance.Bits((ulong)next.Entity, 2, next.Tag);
            var ahead = (bits & 3) switch
            {
                0 => 0,
                1 => (int)((bits >> 32) % 60),
                2 => (int)((bits >> 32) % (14 * 1440)),
                _ => (10 * 1440) - (next.Minute % (10 * 1440)),
            };
            calendar.Schedule(next.Minute + ahead, (int)(bits >> 59), next.Entity, unchecked(next.Tag + 1));
        }
    }

    private static void AssertSameAsSortedList(EventCalendar calendar, (int Ahead, int Phase, int Entity)[] steps)
    {
        var reference = new SortedSet<(int Minute, int Phase, int Entity, int Tag)>();
        var (now, executed, dropped) = (0, 0L, 0L);
        for (var tag = 0; tag < steps.Length; tag++)
        {
            var (ahead, phase, entity) = steps[tag];
            if (ahead < 0)
            {
                Take();
                continue;
            }

            // The tag rises with the order of scheduling, so that the reference breaks ties by it.
            calendar.Schedule(now + ahead, phase, entity, tag);
            if (now + ahead >= Horizon)
            {
                dropped++;
            }
            else
            {
                reference.Add((now + ahead, phase, entity, tag));
            }
        }

        while (reference.Count > 0)
        {
            Take();
        }

        Assert.False(calendar.TryNext(out _));
        Assert.Equal((executed, dropped), (calendar.Executed, calendar.Dropped));

        void Take()
        {
            Assert.Equal(reference.Count, calendar.Live);
            Assert.Equal(reference.Count > 0, calendar.TryNext(out var next));
            if (reference.Count > 0)
            {
                var expected = reference.Min;
                reference.Remove(expected);
                Assert.Equal(expected, (next.Minute, next.Phase, next.Entity, next.Tag));
                Assert.Equal(expected.Minute, calendar.Now);
                now = expected.Minute;
                executed++;
            }
        }
    }
}
