using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Norms;
using Schakel.Store.Log;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal;

/// <summary>Somebody looks at a page (bezoek): in which language, on which day, signed in or not.</summary>
/// <param name="Http">The request.</param>
/// <param name="Speech">In which language.</param>
/// <param name="Today">The chain's date.</param>
/// <param name="IsDemonstration">Nobody in it is real, and the page says so.</param>
/// <param name="Caller">Who is signed in; absent when nobody is.</param>
public record Visit(HttpContext Http, Speech Speech, Day Today, bool IsDemonstration, Caller? Caller)
{
    /// <summary>An applicant is signed in.</summary>
    public bool IsApplicant => Caller?.Function.Code == "aanvrager";

    /// <summary>Larger letters, as chosen on this phone.</summary>
    public bool IsLarge => (Http.Request.Query[Visits.LettersChoice].ToString() is { Length: > 0 } asked ? asked : Http.Request.Cookies[Visits.LettersChoice]) == Visits.Large;

    /// <summary>Path of the page, for links to itself.</summary>
    public string Path => Http.Request.Path.Value is { Length: > 0 } path ? path : "/";
}

/// <summary>
/// An applicant looks at their own case (eigen zaak), or a lawyer or guardian at a client's as that client sees it: the file as the interface
/// reads it, and the way ahead from the same place. Who stands by somebody sees of it what their function reads.
/// </summary>
/// <param name="Visit">The visit.</param>
/// <param name="Sight">What they see of it.</param>
/// <param name="Household">The household.</param>
/// <param name="Law">The law of today.</param>
public sealed record CaseVisit(Visit Visit, Sight Sight, Household Household, Law Law)
    : Visit(Visit.Http, Visit.Speech, Visit.Today, Visit.IsDemonstration, Visit.Caller)
{
    private readonly Lazy<IReadOnlyList<RecordedEvent>> _history = new(() => [.. Sight.State.History.Where(each => EventAnswer.Of(each, Sight) is not null)]);
    private readonly Lazy<WayAhead> _way = new(() => Seen(WayAhead.Of(Sight.State.File, Household, Law, Visit.Today), Sight));

    /// <summary>Number of the case.</summary>
    public long Number => Sight.Stream.Number;

    /// <summary>The file.</summary>
    public CaseFile File => Sight.State.File;

    /// <summary>The events that they may know of, in order: what is inside a service, such as a hold, is no letter and no line.</summary>
    public IReadOnlyList<RecordedEvent> History => _history.Value;

    /// <summary>The way ahead.</summary>
    public WayAhead Way => _way.Value;

    /// <summary>Less is asked at once: by the person's own answers, or as a case manager or guardian judged.</summary>
    public bool NeedsHelp => File.Guidance.Capacity.NeedsHelp;

    /// <summary>Why a term ends on its last day, in Dutch and English.</summary>
    /// <param name="term">The term.</param>
    public ImmutableArray<Text> Explain(TermType term)
    {
        var grounds = term.Explain(File, Household, Law).Grounds;
        return [.. grounds.Steps.Select(each => each.Words), .. grounds.Sentences];
    }

    private static WayAhead Seen(WayAhead way, Sight sight) => sight.Caller.Function.Reach == Reach.Own ? way : way with
    {
        Steps = [.. way.Steps.Where(each => MaySee(each, sight))],
        MayDo = [.. way.MayDo.Where(each => MaySee(each, sight))],
        Entitlements = [.. way.Entitlements.Where(each => sight.MayRead(EventCategories.OfDeclared(each.Code)))],
        Terms = [.. way.Terms.Where(each => sight.MayRead(EventCategories.OfDeclared(each.Code)))],
    };

    private static bool MaySee(NextStep step, Sight sight) => AheadEndpoints.MaySee(sight.Caller, step) && sight.MayRead(EventCategories.OfDeclared(step.Code));
}
