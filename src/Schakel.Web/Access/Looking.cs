using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Schakel.Web.Access;

/// <summary>A look at the data of one person (inzage).</summary>
/// <param name="Caller">Who looked.</param>
/// <param name="Person">Whose data.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Refused">It was refused: nothing was shown.</param>
/// <param name="Namesake">A name was searched that is the caller's own, or a colleague's.</param>
public sealed record Look(Caller Caller, long Person, LookPurpose Purpose, bool Refused, bool Namesake);

/// <summary>
/// The looks of one request or page (kijkbeurt): collected while it is made, and written in one go before anything of it is sent. If they
/// cannot be written, nothing is shown. In a page that lives on, make one for each time it asks, and await <see cref="WriteAsync"/>.
/// </summary>
/// <param name="log">The log of looks.</param>
/// <param name="name">What is looked with: a route, the name of a page.</param>
/// <param name="trace">Trace that it is part of (W3C).</param>
public sealed class Looking(LookLog log, string name, ActivityContext trace)
{
    private static readonly object Key = new();
    private readonly DateTimeOffset _began = log.Now;
    private readonly List<Look> _looks = [];

    /// <summary>The looks of this request: written before the answer starts.</summary>
    /// <param name="http">The request.</param>
    /// <param name="log">The log of looks.</param>
    public static Looking Of(HttpContext http, LookLog log)
    {
        if (http.Items[Key] is Looking there)
        {
            return there;
        }
        var looking = new Looking(log, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "", Activity.Current?.Context ?? default);
        http.Items[Key] = looking;
        http.Response.OnStarting(looking.WriteAsync);
        return looking;
    }

    /// <summary>Adds a look at one person.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="person">At whom.</param>
    /// <param name="purpose">For what.</param>
    /// <param name="refused">It was refused.</param>
    /// <param name="namesake">A namesake was searched.</param>
    public void Add(Caller caller, long person, LookPurpose purpose, bool refused = false, bool namesake = false)
    {
        if (!_looks.Exists(each => each.Person == person && each.Caller == caller && each.Refused == refused))
        {
            _looks.Add(new(caller, person, purpose, refused, namesake));
        }
    }

    /// <summary>Adds a look at each of several persons: a list.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="persons">At whom.</param>
    /// <param name="purpose">For what.</param>
    public void Add(Caller caller, IEnumerable<long> persons, LookPurpose purpose)
    {
        foreach (var person in persons)
        {
            Add(caller, person, purpose);
        }
    }

    /// <summary>Writes what was collected, once; returns when it is durable.</summary>
    public async Task WriteAsync()
    {
        if (_looks.Count > 0)
        {
            ImmutableArray<Look> looks = [.. _looks];
            _looks.Clear();
            await log.WriteAsync(new(name, trace, _began, looks)).ConfigureAwait(false);
        }
    }
}

/// <summary>Looks that belong together, to be written (bundel inzagen).</summary>
/// <param name="Name">What was looked with.</param>
/// <param name="Trace">Trace that it is part of.</param>
/// <param name="Began">When it began.</param>
/// <param name="Looks">The looks.</param>
public sealed record LookBundle(string Name, ActivityContext Trace, DateTimeOffset Began, ImmutableArray<Look> Looks);
