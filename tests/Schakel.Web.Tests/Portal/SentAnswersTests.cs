using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Schakel.Store.Acts;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.Tests.Portal;

/// <summary>What somebody sent is in memory while they read the proof of it, and no longer.</summary>
public sealed class SentAnswersTests
{
    private static readonly PortalForm Form = new("vraag", "subject", "step", [], _ => throw new InvalidOperationException("Nothing is done here."));

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Given_an_answer_sent_just_now_when_its_proof_is_shown_then_its_words_are_there_and_no_file()
    {
        using var sent = new SentAnswers(_time);
        sent.Keep(7, 3, Form, Answer("Ik heb een vraag"));
        Assert.Equal("Ik heb een vraag", sent.Of(7, 3)?.Answers["vraag"]);
        Assert.Null(sent.Of(7, 4));
        Assert.Null(sent.Of(8, 3));
    }

    [Fact]
    public void Given_an_answer_sent_an_hour_ago_when_nobody_sends_anything_any_more_then_it_is_gone()
    {
        using var sent = new SentAnswers(_time);
        sent.Keep(7, 3, Form, Answer("Ik heb een vraag"));
        _time.Advance(SentAnswers.For - TimeSpan.FromSeconds(1));
        Assert.NotNull(sent.Of(7, 3));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(sent.Of(7, 3));
    }

    [Fact]
    public void Given_the_same_form_sent_twice_then_what_was_sent_first_is_what_was_done()
    {
        using var sent = new SentAnswers(_time);
        sent.Keep(7, 3, Form, Answer("eerst"));
        sent.Keep(7, 3, Form, Answer("daarna"));
        Assert.Equal("eerst", sent.Of(7, 3)?.Answers["vraag"]);
    }

    [Fact]
    public void Given_more_than_five_hundred_within_the_hour_then_the_oldest_go_first()
    {
        using var sent = new SentAnswers(_time);
        for (var person = 1; person <= 501; person++)
        {
            sent.Keep(person, 1, Form, Answer($"van {person}"));
        }
        Assert.Null(sent.Of(1, 1));
        Assert.Equal("van 2", sent.Of(2, 1)?.Answers["vraag"]);
        Assert.Equal("van 501", sent.Of(501, 1)?.Answers["vraag"]);
    }

    private static Answers Answer(string words) => new(ActKey.New(), ImmutableDictionary<string, string>.Empty.Add("vraag", words));
}
