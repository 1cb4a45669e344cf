using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Norms;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Tour;

/// <summary>A stop of the tour (halte).</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Words">What one should know.</param>
/// <param name="Path">Where one can see it; null when it is everywhere.</param>
public sealed record TourStop(Text Title, Text Words, string? Path);

/// <summary>The first day (rondleiding): some stops, of one's own function, that can be skipped and taken again. That one took or skipped it stands in a cookie, and nowhere else.</summary>
internal static class TourPages
{
    private const string Cookie = "rondleiding";

    /// <summary>Whether who looks has neither taken the tour nor skipped it.</summary>
    public static bool IsNew(WorkVisit visit) => !visit.Http.Request.Cookies.ContainsKey(Cookie);

    public static IResult Show(WorkVisit visit)
    {
        if (visit.Caller.Function.Reach == Reach.Own)
        {
            return WorkAnswers.Unknown(visit);
        }
        KeptChoice.Keep(visit.Http, Cookie, "gezien", WorkPaths.Worklist);
        var stops = StopsOf(visit.Caller);
        var at = int.TryParse(visit.Http.Request.Query["halte"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, stops.Length) : 1;
        return WorkAnswers.Page<TourPage>(visit, (nameof(TourPage.Stops), stops), (nameof(TourPage.At), at));
    }

    /// <summary>Skipped: back to where one begins, and not asked again.</summary>
    public static async Task<IResult> SkipAsync(WorkVisit visit)
    {
        if (await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            KeptChoice.Keep(visit.Http, Cookie, "gezien", WorkPaths.Worklist);
        }
        return Results.Redirect(OwnPages.FirstOf(visit.Caller));
    }

    private static ImmutableArray<TourStop> StopsOf(Caller caller)
    {
        var stops = ImmutableArray.CreateBuilder<TourStop>();
        var function = caller.Function;
        stops.Add(new(
            new("Wie u hier bent", "Who you are here"),
            new($"U werkt als {function.Dutch.ToLowerInvariant()}. Dat bepaalt welke zaken u opent, wat u daarin leest en wat u mag doen. Elke keer dat u naar iemand kijkt, wordt vastgelegd; die persoon kan dat lezen.",
                $"You work as {function.English.ToLowerInvariant()}. That decides which files you open, what you read in them and what you may do. Each time you look at somebody is recorded; that person can read it."),
            WorkPaths.Help));
        if (function.Role != Chain.OfficialRoles.None && function.Reach is not Reach.None)
        {
            stops.Add(new(
                new("Uw werklijst", "Your worklist"),
                new("Bovenaan staat wat verloren gaat als niemand handelt, dan wat een norm breekt, dan de rest op laatste dag. Handelt een collega, dan werkt de lijst zichzelf bij en zegt dat.",
                    "On top stands what is lost when nobody acts, then what breaks a norm, then the rest by last day. When a colleague acts the list updates itself and says so."),
                WorkPaths.Worklist));
        }
        if (Finding.Finder.MaySearch(caller))
        {
            stops.Add(new(
                new("Zoeken", "Searching"),
                new("Typ een V-nummer, zaaknummer, geboortedatum of een naam in welke schrijfwijze ook. Met Ctrl+K staat u meteen in het zoekveld.",
                    "Type a V-number, case number, date of birth or a name in any spelling. With Ctrl+K you are in the search box at once."),
                WorkPaths.Search));
        }
        foreach (var (path, name) in OwnPages.Of(caller))
        {
            stops.Add(new(name, TourWords.Of(path), path));
        }
        if (function.Role != Chain.OfficialRoles.None)
        {
            stops.Add(new(
                new("Handelen", "Acting"),
                new("Bij elke handeling ziet u eerst wat er gebeurt: wat wordt vastgelegd, welke termijn verschuift, wat u zou doorkruisen. Pas na uw bevestiging ligt het vast. Er wordt nooit iets gewist; herstellen doet u met een nieuwe handeling.",
                    "With each act you first see what happens: what is recorded, which term moves, what you would cut across. Only after you confirm is it recorded. Nothing is ever wiped; you put things right by a new act."),
                null));
        }
        return stops.ToImmutable();
    }
}

/// <summary>What a page is for, in a few words (uitleg bij een bladzijde): told on the tour, and on the page of help.</summary>
internal static class TourWords
{
    /// <summary>All pages that have words here.</summary>
    public static ImmutableArray<string> Paths { get; } = [WorkPaths.Return, WorkPaths.Court, WorkPaths.Wards, WorkPaths.Support, WorkPaths.Rulings, WorkPaths.Countries, WorkPaths.Province, WorkPaths.Figures, WorkPaths.Signals];

    /// <summary>The words of a page.</summary>
    /// <param name="path">Its address.</param>
    public static Text Of(string path) => path switch
    {
        WorkPaths.Return => new(
            "Hoeveel dossiers er zijn per land, en aan welke van de drie voorwaarden is voldaan: het land neemt terug, niets houdt tegen, de persoon is beschikbaar. Daaronder de reisdocumenten per land: hoeveel aanvragen hoe lang wachten, en wat er kwam, werd geweigerd of verliep. Daarnaast geannuleerde vluchten en aanvragen vlak voor een vlucht, wie binnen vier weken aan het eind van de vertrektermijn is, en wat in bewaring uiterlijk moet gebeuren.",
            "How many files there are by country, and which of the three conditions is met: the country takes back, nothing stands in the way, the person is available. Below it travel documents by country: how many requests wait how long, and what came, was refused or lapsed. Beside it cancelled flights and applications shortly before a flight, whose departure period ends within four weeks, and what has to happen in detention by when."),
        WorkPaths.Court => new(
            "Wat er bij de rechtbank ligt naar soort, hoeveel beroepen er kwamen en hoogstens komen, welke zittingen er zijn en welke voorlopige voorziening op een uitspraak wacht.",
            "What is with the court by kind, how many appeals came and at most will come, which sessions there are and which interim relief waits for a ruling."),
        WorkPaths.Wards => new(
            "Uw pupillen: leeftijd, wie het eerst achttien wordt, waar elk kind verblijft en wat het eerst moet gebeuren. Hoeveel kinderen nog geen voogd hebben is een aantal; wie dat zijn, ziet u pas als u benoemd bent.",
            "Your wards: age, who turns eighteen first, where each child stays and what has to happen first. How many children have no guardian yet is a number; who they are you see once you are appointed."),
        WorkPaths.Support => new(
            "Wie op uw locatie begeleiding door VluchtelingenWerk koos: de taal, hoe ver de aanvraag is en welke afspraak het eerst komt. Wie die niet koos, ziet u niet; kiest iemand anders, dan verdwijnt die hier.",
            "Who at your site chose support by the council for refugees: the language, how far the application is and which appointment comes first. Who did not choose it you do not see; when somebody chooses otherwise, they disappear here."),
        WorkPaths.Province => new(
            "Per gemeente van uw provincie de taakstelling, wat is gehuisvest, wat nog moet, en welke trede van toezicht daaruit volgt. Uw keuze van een provincie blijft bewaard.",
            "For each municipality of your province the housing task, what was housed, what is left, and which rung of supervision follows. Your choice of a province is kept."),
        WorkPaths.Rulings => new(
            "Wat rechtbank en Raad van State met uw eigen besluiten deden: hoeveel er bleven staan en hoeveel niet, naar soort besluit, en elke uitspraak met de zaak erbij. Niemand anders ziet uw lijst.",
            "What court and Council of State did with your own decisions: how many stood and how many did not, by kind of decision, and each ruling with its file. Nobody else sees your list."),
        WorkPaths.Countries => new(
            "Per land het beleid van kracht, moratoria met de dag waarop zij bezien moeten zijn, ambtsberichten, uitspraken en werkinstructies. U kunt het ook lezen zoals het op een datum gold.",
            "By country the policy in force, moratoria with the day by which they are to be assessed, reports, rulings and work instructions. You can also read it as it held on a date."),
        WorkPaths.Figures => new(
            "Alleen aantallen: huisvesting per gemeente, bezetting per opvangvorm, overschreden normen per week. Onder de vijf, en wat door aftrekken te vinden zou zijn, staat er niet.",
            "Numbers only: homes by municipality, occupancy by kind of site, norms broken per week. Under five, and what could be found by subtraction, is not told."),
        WorkPaths.Signals => new(
            "Wie opvallend keek: hoe vaak, wanneer en waarom dat opvalt. Open een signaal voor de inzagen erachter; wie de bekeken personen zijn, staat er niet. Leg vast dat u het uitzocht en wat de uitkomst is; dat blijft staan, onder uw naam.",
            "Who looked in an unusual way: how often, when and why it is noticed. Open a signal for the looks behind it; who the persons looked at are is not told. Record that you looked into it and with what outcome; that stays, under your name."),
        _ => throw new System.Diagnostics.UnreachableException($"No words for {path}."),
    };
}
