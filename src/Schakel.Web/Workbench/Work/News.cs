using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Schakel.Store;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Work;

/// <summary>
/// Tells an open page that a colleague acted (nieuws): a stream of events that say only that something changed. What changed the page asks
/// itself, through the gate, as any page. What it may ask about is sealed in the page that was shown: nobody can ask about another file.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="worklists">The worklists.</param>
/// <param name="protection">Seals what a page may ask about.</param>
/// <param name="lifetime">Ends the streams when the program ends.</param>
/// <param name="clock">The chain's date.</param>
/// <param name="time">Real time.</param>
public sealed class News(ChainStore store, Worklists worklists, IDataProtectionProvider protection, IHostApplicationLifetime lifetime, IChainClock clock, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10); // Then the page asks again, if its session still stands.
    private readonly IDataProtector _seal = protection.CreateProtector("werkplek.nieuws");

    /// <summary>With what the page of a worklist asks.</summary>
    /// <param name="caller">Whose page.</param>
    /// <param name="position">Up to where it is told.</param>
    public string OfList(Caller caller, long position) => Sealed(caller, "l", position);

    /// <summary>With what the page of a file asks.</summary>
    /// <param name="caller">Whose page.</param>
    /// <param name="person">Number of the file.</param>
    /// <param name="version">Version that is shown.</param>
    public string OfCase(Caller caller, long person, int version) => Sealed(caller, string.Create(CultureInfo.InvariantCulture, $"z{person}"), version);

    /// <summary>The stream; nothing without a seal of this caller's own.</summary>
    internal static Task<IResult> Show(WorkVisit visit)
    {
        var news = visit.Http.RequestServices.GetRequiredService<News>();
        if (news.Open(visit.Caller, visit.Http.Request.Query["over"]) is not var (what, seen))
        {
            return Task.FromResult(WorkAnswers.Unknown(visit));
        }
        visit.Http.Response.Headers["X-Accel-Buffering"] = "no";
        return Task.FromResult<IResult>(TypedResults.ServerSentEvents(news.AfterAsync(visit.Caller, what, seen, visit.Http.RequestAborted)));
    }

    private string Sealed(Caller caller, string what, long seen) =>
        _seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{caller.Function.Code}|{caller.Number}|{what}|{seen}"));

    private (string What, long Seen)? Open(Caller caller, string? over)
    {
        try
        {
            var parts = _seal.Unprotect(over ?? "").Split('|');
            return parts is [var function, var number, var what, var seen] && function == caller.Function.Code && number == WorkVisit.Plain(caller.Number)
                ? (what, long.Parse(seen, CultureInfo.InvariantCulture)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<SseItem<string>> AfterAsync(Caller caller, string what, long seen, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        ending.CancelAfter(Longest);
        yield return new SseItem<string>("", "begin");
        var position = what == "l" ? seen : store.Log.Position;
        var mark = MarkOf(caller, what);
        var wasBehind = what == "l" ? store.Log.Position > seen : long.Parse(mark, CultureInfo.InvariantCulture) > seen;
        if (wasBehind)
        {
            yield return new SseItem<string>("", "anders");
        }
        position = Math.Max(position, store.Log.Position);
        while (await GrownAsync(position, ending.Token).ConfigureAwait(false))
        {
            position = store.Log.Position;
            var now = MarkOf(caller, what);
            if (now != mark)
            {
                mark = now;
                yield return new SseItem<string>("", "anders");
            }
        }
    }

    // Many acts at once are one piece of news: whoever tells waits a moment first.
    private async Task<bool> GrownAsync(long position, CancellationToken ending)
    {
        try
        {
            await store.Log.GrownBeyondAsync(position, ending).ConfigureAwait(false);
            await Task.Delay(Rest, time, ending).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private string MarkOf(Caller caller, string what)
    {
        if (what == "l")
        {
            return worklists.MarkOf(caller, clock.Today);
        }
        var person = long.Parse(what.AsSpan(1), CultureInfo.InvariantCulture);
        using var view = store.Models.Look();
        return WorkVisit.Plain(view.Files.Where(row => row.Person == person).Select(row => row.Version).FirstOrDefault());
    }
}
