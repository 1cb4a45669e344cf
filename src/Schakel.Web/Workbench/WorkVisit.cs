using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Workbench;

/// <summary>Somebody of a partner looks at a page of the workbench (bezoek aan de werkplek): who, in which language, on which day of the chain.</summary>
/// <param name="Http">The request.</param>
/// <param name="Speech">Dutch or English.</param>
/// <param name="Today">The chain's date.</param>
/// <param name="IsDemonstration">Nobody in it is real, and the page says so.</param>
/// <param name="Caller">Who looks.</param>
public sealed record WorkVisit(HttpContext Http, Speech Speech, Day Today, bool IsDemonstration, Caller Caller)
{
    /// <summary>English was chosen; Dutch otherwise.</summary>
    public bool InEnglish => Speech.Language.Code == PortalLanguage.StandIn.Code;

    /// <summary>Path of the page, for links to itself.</summary>
    public string Path => Http.Request.Path.Value is { Length: > 0 } path ? path : WorkPaths.Worklist;

    /// <summary>What one calls the function.</summary>
    public string FunctionName => In(Caller.Function.Dutch, Caller.Function.English);

    /// <summary>One of two texts.</summary>
    /// <param name="dutch">The Dutch one.</param>
    /// <param name="english">The English one.</param>
    public string In(string dutch, string english) => InEnglish ? english : dutch;

    /// <summary>A text in the language of the page.</summary>
    /// <param name="text">The text.</param>
    public string In(Text text) => In(text.Dutch, text.English);

    /// <summary>A day as it is written in lists: <c>24 november 2026</c>.</summary>
    /// <param name="day">The day.</param>
    public string Date(Day day) => Speech.ShortDate(day);

    /// <summary>A day by its number, when there is one.</summary>
    /// <param name="day">Number of the day.</param>
    public string? Date(int? day) => day is { } number ? Date(new Day(number)) : null;

    /// <summary>A number as the language writes it.</summary>
    /// <param name="number">The number.</param>
    public string Count(long number) => Speech.Number(number);

    /// <summary>A number that is a name: without separators.</summary>
    /// <param name="number">The number.</param>
    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a step of a file may be shown to who looks: one's own function's; to a lawyer or guardian all of a client's.</summary>
    /// <param name="step">The step.</param>
    public bool MaySee(NextStep step) => Api.AheadEndpoints.MaySee(Caller, step);
}

/// <summary>Addresses of the workbench (paden). No name, V-number or date of birth stands in one.</summary>
public static class WorkPaths
{
    /// <summary>The worklist of one's own function.</summary>
    public const string Worklist = "/werk";

    /// <summary>The worklist as a file for other programs.</summary>
    public const string WorklistCsv = "/werk/lijst.csv";

    /// <summary>The worklist as a spreadsheet.</summary>
    public const string WorklistXlsx = "/werk/lijst.xlsx";

    /// <summary>One's own views of the worklist.</summary>
    public const string Views = "/werk/weergaven";

    /// <summary>Searching.</summary>
    public const string Search = "/werk/zoeken";

    /// <summary>What changes while a page stands open.</summary>
    public const string Live = "/werk/nieuws";

    /// <summary>Help: keys, signs, who sees what.</summary>
    public const string Help = "/werk/hulp";

    /// <summary>The sites.</summary>
    public const string Sites = "/werk/locaties";

    /// <summary>One's own municipality.</summary>
    public const string Municipality = "/werk/gemeente";

    /// <summary>The tour of the first day.</summary>
    public const string Tour = "/werk/rondleiding";

    /// <summary>The caseload of the return service.</summary>
    public const string Return = "/werk/terugkeer";

    /// <summary>What comes to the court.</summary>
    public const string Court = "/werk/rechtbank";

    /// <summary>A guardian's wards.</summary>
    public const string Wards = "/werk/pupillen";

    /// <summary>Whom a volunteer supports.</summary>
    public const string Support = "/werk/begeleiding";

    /// <summary>Figures for who supervises or plans.</summary>
    public const string Figures = "/werk/cijfers";

    /// <summary>What courts made of one's own decisions.</summary>
    public const string Rulings = "/werk/uitspraken";

    /// <summary>The housing task of the municipalities of a province, for who supervises them.</summary>
    public const string Province = "/werk/cijfers/provincie";

    /// <summary>Signals of unusual looking, for the privacy officer.</summary>
    public const string Signals = "/werk/inzagesignalen";

    /// <summary>Those signals as a file for other programs.</summary>
    public const string SignalsCsv = "/werk/inzagesignalen.csv";

    /// <summary>One signal, with the looks behind it.</summary>
    public const string Signal = "/werk/inzagesignalen/signaal";

    /// <summary>The policy on countries.</summary>
    public const string Countries = "/werk/landen";

    /// <summary>The policy on a country.</summary>
    /// <param name="country">The country.</param>
    public static string Country(Chain.Registration.CountryCode country) => Countries + "/" + country;

    /// <summary>The registration desk.</summary>
    public const string Desk = "/werk/aanmeldbalie";

    /// <summary>The registration desk of a centre.</summary>
    /// <param name="centre">Number of the centre.</param>
    public static string DeskOf(int centre) => Desk + "?centrum=" + WorkVisit.Plain(centre);

    /// <summary>Everybody of today at a centre.</summary>
    /// <param name="centre">Number of the centre.</param>
    public static string DeskToday(int centre) => Desk + "/vandaag?centrum=" + WorkVisit.Plain(centre);

    /// <summary>The calendar.</summary>
    public const string Agenda = "/werk/agenda";

    /// <summary>How much fits in a day at a centre.</summary>
    public const string Places = "/werk/agenda/plekken";

    /// <summary>Free days for interviews that applicants choose themselves.</summary>
    public const string Moments = "/werk/agenda/vrije-dagen";

    /// <summary>The day board of the general procedure.</summary>
    public const string Board = "/werk/agenda/procedure";

    /// <summary>One act for several persons.</summary>
    public const string Together = "/werk/samen";

    /// <summary>Taking up work.</summary>
    public const string Taking = "/werk/oppakken";

    /// <summary>A case file.</summary>
    /// <param name="person">Number of the file.</param>
    public static string Case(long person) => "/werk/zaken/" + WorkVisit.Plain(person);

    /// <summary>What a client sees, for who stands by them (wat de cliënt ziet).</summary>
    /// <param name="person">Number of the file.</param>
    public static string Client(long person) => Case(person) + "/client";

    /// <summary>A copy of a client's file, for a machine.</summary>
    /// <param name="person">Number of the file.</param>
    public static string ClientCopy(long person) => Client(person) + "/kopie";

    /// <summary>A copy of a client's file, for people.</summary>
    /// <param name="person">Number of the file.</param>
    public static string ClientCopyPdf(long person) => Client(person) + "/kopie.pdf";

    /// <summary>Supplying a document for a client (document aanleveren).</summary>
    /// <param name="person">Number of the file.</param>
    public static string Supply(long person) => Case(person) + "/documenten/aanleveren";

    /// <summary>The content of a document that somebody supplied (aangeleverd document).</summary>
    /// <param name="person">Number of the file.</param>
    /// <param name="document">Number of the document.</param>
    public static string Document(long person, int document) => $"{Case(person)}/documenten/{WorkVisit.Plain(document)}";

    /// <summary>Field of a form that says which of several is meant, such as a question.</summary>
    public const string NumberField = "nummer";

    /// <summary>An act on a file.</summary>
    /// <param name="person">Number of the file.</param>
    /// <param name="act">Last segment of the act's address in the interface.</param>
    /// <param name="ofHousehold">It is done for the whole household.</param>
    public static string Act(long person, string act, bool ofHousehold = false) => Case(person) + (ofHousehold ? "/gezin/" : "/doen/") + act;

    /// <summary>An act on the household itself, from a member's file: the ties between its members.</summary>
    /// <param name="person">Number of the file.</param>
    /// <param name="act">Last segment of the act's address in the interface.</param>
    public static string OfHousehold(long person, string act) => Case(person) + "/huishouden/" + act;

    /// <summary>A site.</summary>
    /// <param name="site">Number of the site.</param>
    public static string Site(int site) => Sites + "/" + WorkVisit.Plain(site);

    /// <summary>An act on a site.</summary>
    /// <param name="site">Number of the site.</param>
    /// <param name="act">Last segment of the act's address in the interface.</param>
    public static string ActAtSite(int site, string act) => Site(site) + "/doen/" + act;
}
