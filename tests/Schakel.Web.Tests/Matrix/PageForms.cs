using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Schakel.Web.Access;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Workbench.Together;
using Official = Schakel.Web.Workbench.Official;

namespace Schakel.Web.Matrix;

/// <summary>Every form of the pages asked for and sent by a role (formulieren), with a proof of its own and nothing filled in, on its own files and sites and on others'.</summary>
/// <param name="server">The application.</param>
/// <param name="planted">The files.</param>
/// <param name="role">What the table says of who sends.</param>
/// <param name="caller">Who sends.</param>
internal sealed class PageForms(ChainServer server, Planted planted, Expected role, Caller caller)
{
    private const int UnknownNumber = 999_999_999;
    private static readonly bool Long = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    // What each of these is sent with, so that it gets as far as showing something. Dates of birth and numbers, as a name would stand on the page because it was typed.
    private static readonly Dictionary<string, (string Name, string Value)[]> Filled = new()
    {
        ["/werk/zoeken"] = [("wat", "13-07-1977")],
        ["/werk/aanmeldbalie"] = [("centrum", "1"), ("familienaam", "Kenmerknaam"), ("voornamen", "Ada"), ("geboren", "13-07-1977"), ("hoortBij", "1"), ("verder", "volgende")], // Who may register reads who is known already.
        ["/werk/weergaven"] = [("verder", "hernoemen"), ("weergave", "x"), ("naam", "y")],
        ["/werk/rondleiding"] = [],
        ["/vooraf-aanmelden"] = [],
        ["/mijn-zaak/rechten/eigen-bijdrage"] = [("weken", "0")],
    };

    private static readonly (string Name, string Value)[] Look = [("verder", "bekijken")];

    /// <summary>How many requests there were.</summary>
    public int Requests { get; private set; }

    /// <summary>How many forms of acts were shown.</summary>
    public int Shown { get; private set; }

    /// <summary>Asks for them and sends them, and adds what comes back.</summary>
    /// <param name="patterns">The addresses to which forms are sent, as the application has them.</param>
    /// <param name="reached">All that came back.</param>
    /// <param name="faults">What should not be so.</param>
    public async Task SendAllAsync(IEnumerable<string> patterns, StringBuilder reached, ConcurrentBag<string> faults)
    {
        using var browser = new Official(server.Address, server.App.Services, caller);
        var proof = Official.ProofIn(await browser.GetAsync(role.Tie == "eigen" ? DoList.Forms[0].Path : "/werk/rondleiding"));
        async Task<Reply> AskAsync(string path, (string Name, string Value)[]? fields)
        {
            Requests++;
            var reply = fields is null ? await browser.GetAsync(path) : await browser.SendAsync(path, proof, fields);
            if ((int)reply.Status >= 500)
            {
                faults.Add($"{role.Role} makes {path} fail by a form: {(int)reply.Status}");
            }
            reached.Append(reply.Text).Append('\n').AppendJoin('\n', reply.Headers.Values).Append('\n');
            return reply;
        }

        foreach (var pattern in patterns.Where(each => !each.StartsWith("/aanmelden", StringComparison.Ordinal) && each is not ("/afmelden" or "/oauth2/token")))
        {
            if (pattern == "/werk/samen")
            {
                await BulkAsync(AskAsync);
            }
            else if (pattern == "/werk/oppakken")
            {
                await TakeUpAsync(AskAsync, faults);
            }
            else if (pattern.Contains("{nummer", StringComparison.Ordinal))
            {
                await OnFilesAsync(AskAsync, pattern, faults);
            }
            else if (pattern.Contains("{handeling}", StringComparison.Ordinal))
            {
                await OnWhatIsNobodysAsync(AskAsync, pattern, faults);
            }
            else
            {
                var reply = await AskAsync(pattern, Filled.TryGetValue(pattern, out var filled) ? filled : [("stap", "wijzigen")]);
                if (DoList.Forms.Any(each => each.Path == pattern) && role.Tie != "eigen" && reply.Status != HttpStatusCode.Forbidden)
                {
                    faults.Add($"{role.Role} sends a form of a person's own: {pattern}: {(int)reply.Status}");
                }
                faults.AddRange(MatrixTests.LinksTo(reply, planted, role).Select(file => $"{role.Role} is shown {file} by {pattern}"));
            }
        }
    }

    private async Task OnFilesAsync(Func<string, (string Name, string Value)[]?, Task<Reply>> ask, string pattern, ConcurrentBag<string> faults)
    {
        // Of a household only those who may know who belong together have forms.
        var isRead = !pattern.Contains("/huishouden/", StringComparison.Ordinal) || role.Reads.Contains("gezin");
        var isAct = pattern.Contains("{handeling}", StringComparison.Ordinal);
        foreach (var act in isAct ? AskedAct.At(pattern, role, Long) : [new("", true)])
        {
            string PathOf(long number) => pattern.Replace("{nummer:long:min(1)}", Plain(number), StringComparison.Ordinal).Replace("{handeling}", act.Path, StringComparison.Ordinal);
            foreach (var fields in isAct ? new[] { null, Look } : [Look])
            {
                var unknown = MatrixTests.Same(await ask(PathOf(UnknownNumber), fields));
                foreach (var file in planted.FilesFor(role, Long))
                {
                    var reply = await ask(PathOf(file.Value), fields);
                    var opens = role.Opens[file.Key] && isRead;
                    var where = $"{role.Role} {(fields is null ? "asks for" : "sends")} a form for {file.Key} at {PathOf(file.Value)}: {(int)reply.Status}";
                    if (opens ? reply.Status == HttpStatusCode.NotFound : reply.Status != HttpStatusCode.NotFound || MatrixTests.Same(reply) != unknown)
                    {
                        faults.Add(where);
                    }
                    if (opens && !act.IsOwn && reply.Status != HttpStatusCode.Found)
                    {
                        faults.Add(where + ", of an act that is another's");
                    }
                    Shown += isAct && fields is null && reply.Status == HttpStatusCode.OK ? 1 : 0;
                }
            }
        }
    }

    // Sites and the policy on countries: there is a form for each act of the role's own, at its own site; for nothing else.
    private async Task OnWhatIsNobodysAsync(Func<string, (string Name, string Value)[]?, Task<Reply>> ask, string pattern, ConcurrentBag<string> faults)
    {
        var places = pattern.Contains("{locatie", StringComparison.Ordinal) ? new[] { Planted.Site, Planted.OtherSite } : ["SYR"];
        foreach (var act in AskedAct.At(pattern, role, Long))
        {
            foreach (var place in places)
            {
                var path = pattern.Replace("{locatie:int:min(1)}", place, StringComparison.Ordinal).Replace("{code:length(3)}", place, StringComparison.Ordinal).Replace("{handeling}", act.Path, StringComparison.Ordinal);
                var may = act.IsOwn && (role.Tie != "locatie" || place != Planted.OtherSite);
                foreach (var fields in (IEnumerable<(string Name, string Value)[]?>)[null, Look])
                {
                    var reply = await ask(path, fields);
                    if (may != reply.Status is not (HttpStatusCode.Found or HttpStatusCode.NotFound))
                    {
                        faults.Add($"{role.Role} {(may ? "has no" : "has a")} form at {path}: {(int)reply.Status}");
                    }
                    Shown += fields is null && reply.Status == HttpStatusCode.OK ? 1 : 0;
                }
            }
        }
    }

    // All files at once: those that may not be seen stand there as those that do not exist.
    private async Task BulkAsync(Func<string, (string Name, string Value)[]?, Task<Reply>> ask)
    {
        foreach (var act in BulkActs.For(caller.Function).Select(each => each.Path).DefaultIfEmpty("gehoorplanningen"))
        {
            foreach (var step in (string[])["kiezen", "bekijken"])
            {
                await ask("/werk/samen", [("handeling", act), ("verder", step), ("gehoorDatum", "2025-11-04"), .. planted.Files.Values.Select(each => ("rij", Plain(each)))]);
            }
        }
    }

    // A file that may not be seen is taken up by nobody, and the answer is that of one that does not exist; all at once tell of none of those either.
    private async Task TakeUpAsync(Func<string, (string Name, string Value)[]?, Task<Reply>> ask, ConcurrentBag<string> faults)
    {
        const string TakeUp = "/werk/oppakken";
        var unknown = MatrixTests.Same(await ask(TakeUp, [("verder", "pak-op"), ("rij", Plain(UnknownNumber))]));
        foreach (var what in (string[])["pak-op", "geef-terug"])
        {
            foreach (var file in planted.FilesFor(role, Long))
            {
                var reply = await ask(TakeUp, [("verder", what), ("rij", Plain(file.Value)), ("keuze", "?stand=alles")]);
                var may = role.Opens[file.Key] && Workbench.Taking.TakingShelf.IsFor(caller.Function);
                if (may ? reply.Status == HttpStatusCode.NotFound : reply.Status != HttpStatusCode.NotFound || MatrixTests.Same(reply) != unknown)
                {
                    faults.Add($"{role.Role} sends {what} for {file.Key}: {(int)reply.Status}");
                }
            }
        }
        await ask(TakeUp, [("verder", "pak-op"), .. planted.Files.Values.Select(each => ("rij", Plain(each)))]);
        await ask(TakeUp, [("verder", "geef-terug"), .. planted.Files.Values.Select(each => ("rij", Plain(each)))]);
    }

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
