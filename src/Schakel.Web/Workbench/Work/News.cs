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
using Schakel.Web.Workbench.Taking;

namespace Schakel.Web.Workbench.Work;

/// <summary>
/// Tells an open page that a colleague acted (nieuws): a stream of events that say only that something changed. What changed the page asks
/// itself, through the gate, as any page. What it may ask about is sealed in the page that was shown: nobody can ask about another file.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="worklists">The worklists.</param>
/// <param name="taking">Who has taken up what.</param>
/// <param name="protection">Seals what a page may ask about.</param>
/// <param name="lifetime">Ends the streams when the program ends.</param>
/// <param name="clock">The chain's date.</param>
/// <param name="time">Real time.</param>
public sealed class News(ChainStore store, Worklists worklists, TakingShelf taking, IDataProtectionProvider protection, IHostApplicationLifetime lifetime, IChainClock clock, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10); // Then the page asks again, if its session still stands.
    private readonly IDataProtector _seal = protection.CreateProtector("werkplek.nieuws");

    /// <summary>With what the page of a worklist asks.</summary>
    /// <param name="caller">Whose page.</param>
    /// <param name="position">Up to where it is told.</param>
    /// <param name="taken">Up to which change it is told who has taken up what.</param>
    public string OfList(Caller caller, long position, int taken) => Sealed(caller, string.Create(CultureInfo.InvariantCulture, $"l{taken}"), position);

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
        // Where it stands is read before the mark: what comes between is told once too often, and never missed.
        var (position, taken) = (store.Log.Position, taking.VersionOf(caller.Function));
        var mark = MarkOf(caller, what);
        var wasBehind = IsList(what) ? store.Log.Position > seen || taking.VersionOf(caller.Function) != NumberIn(what) : long.Parse(mark, CultureInfo.InvariantCulture) > seen;
        if (wasBehind)
        {
            yield return new SseItem<string>("", "anders");
        }
        while (await GrownAsync(caller, position, taken, ending.Token).ConfigureAwait(false))
        {
            (position, taken) = (store.Log.Position, taking.VersionOf(caller.Function));
            var now = MarkOf(caller, what);
            if (now != mark)
            {
                mark = now;
                yield return new SseItem<string>("", "anders");
            }
        }
    }

    // Whichever comes first: something happened, or somebody took up work. Many acts at once are one piece of news: whoever tells waits a moment first.
    private async Task<bool> GrownAsync(Caller caller, long position, int taken, CancellationToken ending)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending);
        try
        {
            var grown = store.Log.GrownBeyondAsync(position, either.Token);
            var changed = taking.ChangedAsync(caller.Function, taken).WaitAsync(either.Token);
            await (await Task.WhenAny(grown, changed).ConfigureAwait(false)).ConfigureAwait(false);
            await Task.Delay(Rest, time, ending).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            await either.CancelAsync().ConfigureAwait(false); // Nobody waits any more for the other one.
        }
    }

    private static bool IsList(string what) => what[0] == 'l';

    private static long NumberIn(string what) => long.Parse(what.AsSpan(1), CultureInfo.InvariantCulture);

    private string MarkOf(Caller caller, string what)
    {
        if (IsList(what))
        {
            return worklists.MarkOf(caller, clock.Today);
        }
        var person = NumberIn(what);
        using var view = store.Models.Look();
        return WorkVisit.Plain(view.Files.Where(row => row.Person == person).Select(row => row.Version).FirstOrDefault());
    }
}
