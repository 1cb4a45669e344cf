using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Store;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal;

/// <summary>
/// Receives who looks (ontvangst): the language they chose, and their own case, opened as the interface opens files, so that the same rule
/// decides what they see and the same log says that they looked.
/// </summary>
internal sealed class Visits(ChainStore store, Reading reading, WebSettings settings, IChainClock clock)
{
    /// <summary>How large letters are: chosen by link, kept on the phone and not in a file.</summary>
    public const string LettersChoice = "letters";

    /// <summary>Larger.</summary>
    public const string Large = "groot";

    private const string LanguageChoice = "taal";
    private const string BesideChoice = "naast";

    public Visit Of(HttpContext http) => new(http, SpeechFor(http), clock.Today, settings.Time is not null, Caller.From(http.User));

    /// <summary>The visitor's own case; null when they are no applicant, or have no case.</summary>
    public CaseVisit? Own(Visit visit)
    {
        if (visit is not { IsApplicant: true, Caller.Number: var number })
        {
            return null;
        }
        var opened = reading.Open(visit.Http, new StreamId(StreamKind.CaseFile, number), changesWithTime: true);
        return opened.Sight is not { } sight ? null
            : new(visit, sight, FileState.Read(store, StreamId.Of(sight.State.File.Registration.Household)).Household, settings.LawOn(visit.Today));
    }

    // A choice by link is kept in a cookie that says nothing else; it is no secret and follows nobody.
    private static Speech SpeechFor(HttpContext http)
    {
        var request = http.Request;
        var chosen = PortalLanguage.Find(request.Query[LanguageChoice]);
        if (chosen is not null)
        {
            KeptChoice.Keep(http, LanguageChoice, chosen.Code);
        }
        var beside = request.Query[BesideChoice].ToString() is { Length: > 0 } asked ? asked == PortalLanguage.Official.Code : (bool?)null;
        if (beside is { } shown)
        {
            KeptChoice.Keep(http, BesideChoice, shown ? PortalLanguage.Official.Code : "niet");
        }
        if (request.Query[LettersChoice].ToString() is (Large or "gewoon") and var letters)
        {
            KeptChoice.Keep(http, LettersChoice, letters);
        }
        return new(
            chosen ?? PortalLanguage.Find(request.Cookies[LanguageChoice]) ?? PortalLanguage.Preferred(request),
            beside ?? request.Cookies[BesideChoice] == PortalLanguage.Official.Code);
    }
}
