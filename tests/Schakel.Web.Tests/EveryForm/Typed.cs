using System.Net;
using Schakel.Store.Acts;
using Schakel.Store.Log;

namespace Schakel.Web.EveryForm;

/// <summary>A kind of answer that anybody may type (soort antwoord), and how it stands on the page that comes back.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is sent.</param>
/// <param name="Kept">As it comes back and is recorded: without marks that turn the direction of what follows, and no longer than is kept.</param>
/// <param name="Number">What is sent where a number is asked and all else is right.</param>
/// <param name="Day">The same where a day is asked.</param>
/// <param name="On">The same as the day of the act; nothing for today.</param>
public sealed record Typed(string Kind, string Text, string Kept, string Number = "1", string Day = "2025-09-30", string On = "")
{
    private const string Smile = "\U0001F600";
    private const string Scripted = "\"'></textarea><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}";
    private const string Emoji = "\U0001F469\u200D\U0001F467 \U0001F3E0 \u12A5\u12E8 \u0633\u0644\u0627\u0645";

    /// <summary>Two thousand signs are kept, and never half of one.</summary>
    public static IReadOnlyList<Typed> All { get; } =
    [
        new("empty", "", ""),
        new("wrong", "31-02-19xx", "31-02-19xx", "0", "0001-01-01", "1800-01-01"),
        new("huge", "x" + string.Concat(Enumerable.Repeat(Smile, 1500)), "x" + string.Concat(Enumerable.Repeat(Smile, 999)), "2147483647", "9999-12-31"),
        new("scripted", Scripted, Scripted),
        new("turned round", "\u202Eabc\u2066 123\u2069 \u0645\u0631", "abc 123 \u0645\u0631"),
        new("emoji", Emoji, Emoji),
    ];

    /// <summary>Nothing of what was typed is a part of the page, and nothing turns the page round.</summary>
    public static void IsHarmless(Reply reply, string where)
    {
        Assert.True((int)reply.Status < 500, $"{where}: {(int)reply.Status}");
        foreach (var broken in (string[])["<script>alert", "<img src=x", "49}}"])
        {
            Assert.False(reply.Text.Contains(broken, StringComparison.OrdinalIgnoreCase), $"{where}: {broken} stands on the page as it was typed.");
        }
        Assert.False(WebUtility.HtmlDecode(reply.Text).AsSpan().ContainsAny('\u202E', '\u2066', '\u2069'), $"{where}: a mark that turns the direction stands on the page.");
    }

    /// <summary>What somebody recorded after a position; what the clock records is nobody's.</summary>
    public static IReadOnlyList<RecordedEvent> RecordedAfter(ChainServer server, long position) => server.Store.Log.Position == position ? []
        : [.. server.Store.Log.ReadAll(position).SelectMany(each => each).Where(each => each.Envelope.Doer.Kind != DoerKind.Clock)];
}
