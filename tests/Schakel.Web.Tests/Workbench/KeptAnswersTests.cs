using Schakel.Norms;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench;

/// <summary>Answers that are kept as long as nothing happens.</summary>
public sealed class KeptAnswersTests
{
    private static readonly Day Today = Day.Of(2024, 1, 15);

    [Fact]
    public void As_long_as_nothing_happens_an_answer_is_made_once()
    {
        var (kept, made) = (new KeptAnswers<string, int>(10), 0);
        Assert.Equal(1, kept.Of("a", 7, Today, () => ++made));
        Assert.Equal(1, kept.Of("a", 7, Today, () => ++made));
        Assert.Equal(2, kept.Of("b", 7, Today, () => ++made));
    }

    [Fact]
    public void When_something_happened_or_a_day_passed_it_is_made_anew()
    {
        var (kept, made) = (new KeptAnswers<string, int>(10), 0);
        kept.Of("a", 7, Today, () => ++made);
        Assert.Equal(2, kept.Of("a", 8, Today, () => ++made));
        Assert.Equal(3, kept.Of("a", 8, Today.PlusDays(1), () => ++made));
    }

    [Fact]
    public void What_went_wrong_once_is_tried_again()
    {
        var kept = new KeptAnswers<string, int>(10);
        Assert.Throws<InvalidOperationException>(() => kept.Of("a", 7, Today, () => throw new InvalidOperationException("the database is locked")));
        Assert.Equal(5, kept.Of("a", 7, Today, () => 5));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_makes_it()
    {
        var (kept, made) = (new KeptAnswers<string, int>(10), 0);
        using var asking = new CountdownEvent(4);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            asking.Signal();
            return kept.Of("a", 7, Today, () =>
            {
                asking.Wait(TestContext.Current.CancellationToken); // Until all have come to ask.
                return Interlocked.Increment(ref made);
            });
        })));
        Assert.Equal([1, 1, 1, 1], answers);
        Assert.Equal(1, made);
    }

    [Fact]
    public void However_many_are_asked_no_more_than_so_many_are_kept()
    {
        var (kept, made) = (new KeptAnswers<int, int>(3), 0);
        for (var key = 0; key < 100; key++)
        {
            kept.Of(key, 7, Today, () => ++made);
        }
        Assert.Equal(101, kept.Of(0, 7, Today, () => ++made));
    }
}
