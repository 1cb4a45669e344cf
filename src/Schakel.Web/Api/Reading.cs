using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>A page of a list (bladzijde): what stands on it, and whether more follows.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Pagina">Number of the page, from 1.</param>
/// <param name="PaginaGrootte">Most items on a page.</param>
/// <param name="Totaal">Items on all pages together.</param>
/// <param name="Resultaten">Items on this page.</param>
public sealed record PageAnswer<T>(int Pagina, int PaginaGrootte, int Totaal, ImmutableArray<T> Resultaten);

/// <summary>Which page is asked for (bladeren).</summary>
internal readonly record struct PageAsked(int Number, int Size)
{
    public const int Largest = 100;
    private const int MostPages = 1_000_000;

    public int Skip => (Number - 1) * Size;

    /// <summary>Reads <c>pagina</c> and <c>paginaGrootte</c>; null, with a problem, when they are out of bounds.</summary>
    public static (PageAsked? Page, IResult? Problem) Of(HttpRequest request, int? number, int? size) =>
        number is < 1 or > MostPages || size is < 1 or > Largest
            ? (null, Problems.Of(request, 400, $"pagina begint bij 1 en paginaGrootte is 1 tot en met {Largest}.", $"pagina starts at 1 and paginaGrootte is 1 to {Largest}."))
            : (new(number ?? 1, size ?? 25), null);
}

/// <summary>What was opened (ingezien): what may be seen of it, or the answer to give instead.</summary>
internal sealed record Opened(Sight? Sight, IResult? Instead)
{
    public Caller? Caller => Sight?.Caller;

    public FileState? State => Sight?.State;
}

/// <summary>Opening something to read (inzien): 404 for what does not exist or may not be seen, 304 for what the caller has already. What may be seen, the gate says; it records each look.</summary>
internal sealed class Reading(Gate gate, LookLog log)
{
    /// <summary>A file, household or site.</summary>
    /// <returns>What may be seen; or the answer to give instead.</returns>
    public Opened Open(HttpContext http, StreamId stream, bool changesWithTime = false)
    {
        if (Caller.From(http.User) is not { } caller || gate.Open(caller, stream, Looking.Of(http, log)) is not { } sight)
        {
            return new(null, Acting.Unknown());
        }
        if (changesWithTime)
        {
            return new(sight, null); // What time moves has no version of its own.
        }
        Versions.Tell(http.Response, sight.State.Version);
        return Versions.IsKnown(http.Request, sight.State.Version) && HttpMethods.IsGet(http.Request.Method)
            ? new(null, Results.StatusCode(StatusCodes.Status304NotModified))
            : new(sight, null);
    }

    /// <summary>Opens something and shows what is made of it; 404 when that is nothing.</summary>
    public IResult Show<TAnswer>(HttpContext http, StreamId stream, Func<Sight, TAnswer?> answer)
        where TAnswer : class
    {
        var opened = Open(http, stream);
        return opened.Instead ?? (answer(opened.Sight!) is { } shown ? Results.Ok(shown) : Acting.Unknown());
    }

    /// <summary>Records that data of persons are shown in a list.</summary>
    public void Record(HttpContext http, Caller caller, IEnumerable<long> persons, bool namesake = false)
    {
        var looking = Looking.Of(http, log);
        foreach (var person in persons)
        {
            looking.Add(caller, person, caller.Function.MainPurpose, namesake: namesake);
        }
    }
}
