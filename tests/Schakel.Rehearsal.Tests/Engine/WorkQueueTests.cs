using CsCheck;
using Schakel.Rehearsal.Engine;
using Schakel.Testing;

namespace Schakel.Rehearsal.Tests.Engine;

public sealed class WorkQueueTests
{
    [Fact]
    public void The_queue_does_what_a_plain_sorted_list_does()
    {
        var step = Gen.Select(Gen.Int[0, 9], Gen.OneOf(Gen.Int[-5, 30], Gen.Int[0, 8].Select(i => i << 20)), Gen.Int[-3, 3]);
        step.Array[0, 300].Sample(steps =>
        {
            var queue = new WorkQueue();
            var reference = new List<(int Key, int Ticket, int Entity)>();
            for (var ticket = 0; ticket < steps.Length; ticket++)
            {
                var (what, entity, key) = steps[ticket];
                var at = reference.FindIndex(place => place.Entity == entity);
                Assert.Equal(at >= 0, queue.Contains(entity));
                switch (what)
                {
                    case <= 4 when at < 0:
                        queue.Add(entity, key, since: ticket);
                        reference.Add((key, ticket, entity));
                        break;
                    case <= 4:
                        Assert.Throws<ArgumentException>(() => queue.Add(entity, key));
                        break;
                    case 5:
                        Assert.Equal(at >= 0, queue.Remove(entity, out var since));
                        Assert.Equal(at >= 0 ? reference[at].Ticket : 0, since);
                        _ = at >= 0 && reference.Remove(reference[at]);
                        break;
                    case 6 or 7:
                        Assert.Equal(at >= 0, queue.Reprioritise(entity, key));
                        if (at >= 0)
                        {
                            reference[at] = (key, reference[at].Ticket, entity);
                        }

                        break;
                    default:
                        AssertTakesFirst(queue, reference);
                        break;
                }

                Assert.Equal(reference.Count, queue.Count);
            }

            while (reference.Count > 0)
            {
                AssertTakesFirst(queue, reference);
            }

            AssertTakesFirst(queue, reference);
        }, iter: 3_000);
    }

    [Fact]
    public void Within_a_key_who_joined_first_goes_first_also_after_a_change_of_priority()
    {
        var queue = new WorkQueue();
        queue.Add(10, key: 5);
        queue.Add(11, key: 1);
        queue.Add(12, key: 1);
        queue.Reprioritise(10, key: 1);

        Assert.Equal([10, 11, 12], Drain(queue));
    }

    [Fact]
    public void Two_hundred_thousand_wait_and_leave_in_order()
    {
        var queue = new WorkQueue();
        var chance = new Chance(1, 0);
        for (var entity = 0; entity < 200_000; entity++)
        {
            queue.Add(entity, chance.Below(1000, (ulong)entity, 1), since: entity);
        }

        var previous = (Key: -1, Since: -1);
        while (queue.TryPeek(out _, out var key) && queue.TryTake(out _, out int since))
        {
            Assert.True(previous.CompareTo((key, since)) < 0);
            previous = (key, since);
        }

        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void After_warming_up_nothing_is_allocated_whatever_entity_numbers_pass()
    {
        Allocation.AssertNone(() =>
        {
            var queue = new WorkQueue();
            Churn(queue, 0);
            return () =>
            {
                for (var round = 1; round < 200; round++)
                {
                    Churn(queue, round * 5_000);
                }
            };
        });
    }

    [Fact]
    public void A_cleared_queue_is_empty_and_can_be_used_again()
    {
        var queue = new WorkQueue();
        Churn(queue, 0);
        queue.Add(1, 1);
        queue.Clear();
        Assert.False(queue.TryPeek(out _, out _));
        queue.Add(1, 1);
        Assert.Equal([1], Drain(queue));
    }

    private static void Churn(WorkQueue queue, int from)
    {
        for (var entity = from; entity < from + 2_000; entity++)
        {
            queue.Add(entity, entity % 7);
        }

        for (var entity = from; entity < from + 2_000; entity += 3)
        {
            queue.Remove(entity);
        }

        while (queue.TryTake(out int _))
        {
        }
    }

    private static List<int> Drain(WorkQueue queue)
    {
        var order = new List<int>();
        while (queue.TryTake(out int entity))
        {
            order.Add(entity);
        }

        return order;
    }

    private static void AssertTakesFirst(WorkQueue queue, List<(int Key, int Ticket, int Entity)> reference)
    {
        var first = reference.Count == 0 ? default : reference.Min();
        Assert.Equal(reference.Count > 0, queue.TryPeek(out var next, out var key));
        Assert.Equal((first.Entity, first.Key), (next, key));
        Assert.Equal(reference.Count > 0, queue.TryTake(out var taken, out var since));
        Assert.Equal((first.Entity, first.Ticket), (taken, since));
        reference.Remove(first);
    }
}
