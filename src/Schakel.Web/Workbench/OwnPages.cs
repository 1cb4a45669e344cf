using Schakel.Chain;
using Schakel.Norms;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench;

/// <summary>The pages that a function opens in the morning beside its worklist (eigen bladzijden): what stands in its menu, and who may open what.</summary>
internal static class OwnPages
{
    /// <summary>The pages of a caller.</summary>
    public static IEnumerable<(string Path, Text Name)> Of(Caller caller)
    {
        var function = caller.Function;
        if (SeesReturn(caller))
        {
            yield return (WorkPaths.Return, new("Terugkeer", "Return"));
        }
        if (SeesCourt(caller))
        {
            yield return (WorkPaths.Court, new("Rechtbank", "Court"));
        }
        if (HasWards(caller))
        {
            yield return (WorkPaths.Wards, new("Mijn pupillen", "My wards"));
        }
        if (Supports(caller))
        {
            yield return (WorkPaths.Support, new("Wie ik begeleid", "Whom I support"));
        }
        if (SeesRulings(caller))
        {
            yield return (WorkPaths.Rulings, new("Uitspraken op mijn besluiten", "Rulings on my decisions"));
        }
        if (function.Role is OfficialRoles.PolicyOfficer or OfficialRoles.DecisionOfficer or OfficialRoles.HearingOfficer or OfficialRoles.Lawyer)
        {
            yield return (WorkPaths.Countries, new("Landenbeleid", "Country policy"));
        }
        if (SupervisesProvince(caller))
        {
            yield return (WorkPaths.Province, new("Mijn provincie", "My province"));
        }
        if (SeesFigures(caller))
        {
            yield return (WorkPaths.Figures, new("Cijfers", "Figures"));
        }
        if (LookSignals.MayRead(caller))
        {
            yield return (WorkPaths.Signals, new("Inzagesignalen", "Signals of looking"));
        }
    }

    /// <summary>The page with which somebody begins: the worklist, or the first page of one's own when there is none.</summary>
    /// <param name="caller">Who.</param>
    public static string FirstOf(Caller caller) => Work.Worklists.HasList(caller.Function) ? WorkPaths.Worklist : Of(caller).Select(each => each.Path).FirstOrDefault(WorkPaths.Worklist);

    /// <summary>The mark of a page on the page of help.</summary>
    public static string TopicOf(string path) => "h-" + path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Where help on a page stands.</summary>
    public static string HelpOn(string? here) => here switch
    {
        WorkPaths.Worklist => WorkPaths.Help + "#h-lijst",
        WorkPaths.Views => WorkPaths.Help + "#h-weergaven",
        WorkPaths.Agenda => WorkPaths.Help + "#h-agenda",
        { } path when Tour.TourWords.Paths.Contains(path) => WorkPaths.Help + "#" + TopicOf(path),
        _ => WorkPaths.Help,
    };

    /// <summary>The caseload of the return service is for who returns.</summary>
    public static bool SeesReturn(Caller caller) => caller.Function.Role == OfficialRoles.ReturnOfficer;

    /// <summary>What comes to the court is for the court and its clerks.</summary>
    public static bool SeesCourt(Caller caller) => caller.Function.Role == OfficialRoles.Judge;

    /// <summary>Wards are a guardian's own.</summary>
    public static bool HasWards(Caller caller) => caller.Function is { Role: OfficialRoles.Guardian, Reach: Reach.Clients };

    /// <summary>Whom one supports is for the volunteers of the council for refugees, each at their own site.</summary>
    public static bool Supports(Caller caller) => caller.Function.Stage == Stage.InSupport && caller.Site is not null;

    /// <summary>A province is supervised by its own supervisor; who plans with figures finds it with the figures.</summary>
    public static bool SupervisesProvince(Caller caller) => caller.Function.Code == "provincie-toezichthouder";

    /// <summary>What courts made of decisions is for who takes them, each their own.</summary>
    public static bool SeesRulings(Caller caller) => caller.Function.Role == OfficialRoles.DecisionOfficer;

    /// <summary>Figures are for who supervises or plans with figures only.</summary>
    public static bool SeesFigures(Caller caller) => caller.Function is { Reach: Reach.None, MainPurpose: LookPurpose.Figures };
}
