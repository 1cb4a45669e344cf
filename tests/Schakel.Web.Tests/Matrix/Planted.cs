using System.Net;
using System.Text.Json.Nodes;

namespace Schakel.Web.Matrix;

/// <summary>A mark of a category: bytes that stand in one file and nowhere else.</summary>
public sealed record Mark(string Category, string File, string Text);

/// <summary>Files with a mark for each category, planted by commands as anybody does them.</summary>
public sealed class Planted
{
    public const string Site = "731005";
    public const string OtherSite = "731006";
    public const string Municipality = "7317";
    public const int Team = 31;
    public const int OtherTeam = 32;
    public const string OthersName = "Anderkenmerk";

    /// <summary>How every explanation of an act in a file begins; what follows is the act. Who reads which stands in <c>toelichtingen.csv</c>.</summary>
    public static IReadOnlyDictionary<string, string> Explained { get; } = new Dictionary<string, string> { ["P"] = "Toelichtingskenmerk-", ["P-ander"] = "Anderetoelichting-" };

    /// <summary>What was explained, in which file.</summary>
    public HashSet<(string File, string Act)> Explanations { get; } = [];

    public Dictionary<string, int> Files { get; } = [];

    /// <summary>The household of each file.</summary>
    public static IReadOnlyDictionary<string, int> HouseholdOf { get; } = new Dictionary<string, int>
    {
        ["P"] = 7310007,
        ["P-ander"] = 7310008,
        ["H"] = 7310017,
        ["H-ander"] = 7310018,
        ["R"] = 7310027,
        ["R-ander"] = 7310028,
    };

    /// <summary>Files on whose forms much is asked: all of them; or, of the files with the most marks, those that a role opens, and one that it does not.</summary>
    /// <param name="role">The role.</param>
    /// <param name="all">All of them.</param>
    public IReadOnlyList<KeyValuePair<string, int>> FilesFor(Expected role, bool all) =>
        [.. Files.Where(each => all || (role.Opens[each.Key] && each.Key.Length == 1) || each.Key == Files.Keys.FirstOrDefault(file => !role.Opens[file]))];

    // The bare fact is a mark too: that somebody was screened, helped, counselled tells enough.
    public static IReadOnlyList<Mark> Marks { get; } =
    [
        new("identiteit", "P", "Kenmerknaam"), new("identiteit", "P", "1977-07-13"), new("contact", "P", "7310001"), new("contact", "P", "trusted-helper-named"),
        new("asielmotief", "P", "hold-placed"), new("procedure", "P", "application-lodged"), new("gezin", "P", "7310007"), new("opvang", "P", "person-placed"),
        new("medisch", "P", "health-intake-held"), new("medisch", "P", "tuberculosis-screened"), new("kwetsbaarheid", "P", "support-begun"),
        new("participatie", "P", "activity-joined"), new("incidenten", "P", "incident-recorded"), new("huisvesting", "H", "linked-to-municipality"), new("terugkeer", "R", "departure-talk-held"),
        // How somebody manages is vulnerability, and of those who stand by them only; how they want to be told things is contact.
        new("kwetsbaarheid@bijstand", "P", "capacity-stated"), new("kwetsbaarheid@bijstand", "P", "capacity-judged"), new("contact", "P", "preferences-chosen"),
        // How somebody wishes to be heard is of the procedure, and of who plans, hears, decides and stands by them only.
        new("procedure@horen", "P", "interview-wishes-stated"), new("procedure@horen", "P", "Dialectmerk"),
        // What matters for where somebody stays: by the same.
        new("kwetsbaarheid@bijstand", "P", "placement-stated"), new("kwetsbaarheid@bijstand", "P", "placement-facts-judged"), new("kwetsbaarheid@bijstand", "P", "7310344"),
        // Where somebody comes from, as the interface and as a page says it: who places and houses people works without it.
        new("herkomst", "P", "nationaliteit\":\"NPL\""), new("herkomst", "P", "Nepal"), new("herkomst", "P", "taal\":\"arq\""),
        // What somebody supplies: the words with it, and its content.
        new("asielmotief", "P", "Omschrijvingmerkmotief"), new("asielmotief", "P", "Inhoudmerkmotief"),
        new("medisch", "P", "Omschrijvingmerkmedisch"), new("medisch", "P", "Inhoudmerkmedisch"), new("medisch", "P", "health-document-supplied"),
        // What is written to one function is of a category, and of that function: correspondence @ whom.
        new("briefwisseling@coa", "P", "Vraagmerkcoa"), new("briefwisseling@coa", "P", "Antwoordmerkcoa"), new("briefwisseling@ind", "P", "Vraagmerkind"),
        new("briefwisseling@vluchtelingenwerk", "P", "Vraagmerkvluchtelingenwerk"), new("briefwisseling@gegevensbeheer", "P", "Verzoekmerk"),
    ];

    public static async Task<Planted> InAsync(ChainServer server)
    {
        var planted = new Planted();
        foreach (var site in (string[])[Site, OtherSite])
        {
            await server.OpenSiteAsync(int.Parse(site, System.Globalization.CultureInfo.InvariantCulture), 10, "asielzoekerscentrum");
        }
        planted.Files["P"] = await InProcedureAsync(server, Site, HouseholdOf["P"], "Kenmerknaam", "1977-07-13", planted, "P");
        planted.Files["P-ander"] = await InProcedureAsync(server, OtherSite, HouseholdOf["P-ander"], OthersName, "1971-01-11", planted, "P-ander");
        planted.Files["H"] = await TakenOverAsync(server, "wacht-op-woning", HouseholdOf["H"]);
        planted.Files["H-ander"] = await TakenOverAsync(server, "wacht-op-woning", HouseholdOf["H-ander"]);
        (await server.ActAsync($"zaken/{planted.Files["H"]}", "koppelingen", "coa-medewerker", $$"""{"gemeente": {{Municipality}}}""")).IsDone();
        (await server.ActAsync($"zaken/{planted.Files["H-ander"]}", "koppelingen", "coa-medewerker", """{"gemeente": 7318}""")).IsDone();
        planted.Files["R"] = await TakenOverAsync(server, "terugkeer", HouseholdOf["R"]);
        planted.Files["R-ander"] = await TakenOverAsync(server, "terugkeer", HouseholdOf["R-ander"]);
        (await server.ActAsync($"zaken/{planted.Files["R"]}", "vertrekgesprekken", "dtv-regievoerder")).IsDone();
        (await server.ActAsync($"zaken/{planted.Files["P"]}", "teamtoewijzingen", "ind-planner", $$"""{"team": {{Team}}}""")).IsDone();
        (await server.ActAsync($"zaken/{planted.Files["P-ander"]}", "teamtoewijzingen", "ind-planner", $$"""{"team": {{OtherTeam}}}""")).IsDone();
        // Policy is about nobody: it may hold no mark of anyone.
        (await server.ActAsync("landen/SYR", "beleidsversies", "ind-beleidsmedewerker", """{"datum": "2024-01-10", "versie": 1, "ingangsDatum": "2024-01-01", "publicatie": "Stcrt. 2024, 1"}""")).IsDone();
        // A child of P's household: what is done for a household has a form only where there are two.
        await server.ArriveAsync("2015-03-03", ", \"huishouden\": 7310007", role: "kind");
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        return planted;
    }

    private static async Task<int> InProcedureAsync(ChainServer server, string site, int household, string name, string born, Planted planted, string at)
    {
        string Why(string act)
        {
            planted.Explanations.Add((at, act));
            return Explained[at] + act + "!";
        }
        var file = await server.ArriveAsync(born, $$""", "huishouden": {{household}}, "toelichting": "{{Why("aankomsten")}}" """);
        async Task Do(string resource, string function, string json, int? number = null, string? of = null) =>
            (await server.ActAsync($"zaken/{file}", resource, function, json.Insert(1, $"\"toelichting\": \"{Why(of ?? resource)}\"{(json.Length > 2 ? ", " : "")}"), number: number)).IsDone();

        await Do("identiteiten", "avim-registreerder",
            $$$"""{"datum": "2024-01-15", "identiteit": {"namen": {"familienaam": "{{{name}}}", "voornamen": "Ada"}, "geboren": "{{{born}}}", "nationaliteit": "{{{(at == "P" ? "NPL" : "SYR")}}}", "taal": "{{{(at == "P" ? "arq" : "ara")}}}"}, "bron": "eigen-verklaring"}""");
        await Do("plaatsingen", "coa-medewerker", $$"""{"datum": "2024-01-16", "opvanglocatie": {{site}}, "opvangvorm": "asielzoekerscentrum"}""");
        await Do("identificaties", "avim-registreerder", """{"datum": "2024-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""");
        await Do("aanvragen", "ind-hoormedewerker", """{"datum": "2024-01-17", "volgnummer": 1}""");
        if (at != "P")
        {
            return file;
        }
        await Do("signalen", "ind-hoormedewerker", """{"datum": "2024-01-18", "signaal": "uitsluiting"}""");
        await Do("medische-intakes", "gza-medewerker", """{"datum": "2024-01-18"}""");
        await Do("tuberculosescreeningen", "gza-medewerker", """{"datum": "2024-01-18"}""");
        await Do("ondersteuningen", "aanvrager", """{"datum": "2024-01-18", "organisatie": "vluchtelingenwerk", "toestemming": true}""", file);
        await Do("vertrouwenspersonen", "aanvrager", """{"datum": "2024-01-18", "vertrouwenspersoon": 7310001, "taken": ["afspraken"]}""", file);
        await Do("activiteiten", "aanvrager", """{"datum": "2024-01-19", "soort": ["buurtproject"]}""", file);
        await Do("incidenten", "coa-medewerker", """{"datum": "2024-01-20", "soort": "geweld", "ernst": "ernstig", "persoonGehoord": true}""");
        foreach (var to in (string[])["coa", "ind", "vluchtelingenwerk"])
        {
            await Do("vragen", "aanvrager", $$"""{"datum": "2024-01-21", "naar": "{{to}}", "tekst": "Vraagmerk{{to}}"}""", file, $"vragen-{to}");
        }
        await Do("antwoorden", "coa-medewerker", """{"datum": "2024-01-22", "nummer": 1, "tekst": "Antwoordmerkcoa"}""");
        await Do("correctieverzoeken", "aanvrager", """{"datum": "2024-01-22", "onderwerp": "taal", "tekst": "Verzoekmerk"}""", file);
        await Do("hoorwensen", "aanvrager", """{"datum": "2024-01-22", "wensen": {"taal": "ara", "dialect": "Dialectmerk", "tolk": "vrouw", "hoormedewerker": "geen"}}""", file);
        await Do("zelfchecks", "aanvrager", """{"datum": "2024-01-23", "redtZelf": ["brieven"]}""", file);
        await Do("doenvermogenoordelen", "coa-medewerker", """{"datum": "2024-01-23", "meerHulp": true, "grond": "gesprek"}""");
        await Do("plaatsingswensen", "aanvrager", """{"datum": "2024-01-23", "feiten": ["geen-trappen", "naaste-familie"], "familiegemeente": 7310344, "wensen": []}""", file);
        await Do("plaatsingsfeitoordelen", "coa-medewerker", """{"datum": "2024-01-23", "feiten": ["geen-trappen"], "uitkomst": "bevestigd-in-gesprek"}""");
        await Do("voorkeuren", "aanvrager", """{"datum": "2024-01-23", "brieventaal": "ara", "herinneringDagen": 3}""", file);
        foreach (var (subject, mark) in ((string, string)[])[("reis", "motief"), ("gezondheid", "medisch")])
        {
            (await server.SupplyAsync(file, subject, $"Omschrijvingmerk{mark}", Documents.Samples.Pdf($"Inhoudmerk{mark}"))).IsDone();
        }
        return file;
    }

    private static async Task<int> TakenOverAsync(ChainServer server, string stage, int household)
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/overnames", "gegevensbeheerder", JsonNode.Parse(
            $$"""{"datum": "2024-01-10", "huishouden": {{household}}, "geboren": "1990-05-01", "rol": "hoofdpersoon", "fase": "{{stage}}", "data": {"indieningsDatum": "2022-01-10"}, "opvangvorm": "asielzoekerscentrum"}"""));
        Assert.True(reply.Status == HttpStatusCode.Created, reply.Text);
        return int.Parse(reply.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
