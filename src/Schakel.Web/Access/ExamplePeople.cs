using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Api;

namespace Schakel.Web.Access;

/// <summary>Somebody of the demonstration as whom one can sign in (voorbeeldpersoon): made up, and named so that it shows.</summary>
/// <param name="Id">Stable id: the function and a number.</param>
/// <param name="Name">Name.</param>
/// <param name="Where">Of which site, municipality or team; or which file; in both languages.</param>
/// <param name="Caller">As whom they call.</param>
public sealed record ExamplePerson(string Id, string Name, Text Where, Caller Caller);

/// <summary>
/// A dozen named people for each function (voorbeeldpersonen), for the demonstration and a laptop only: where an issuer is configured
/// they do not exist. Sites, municipalities and files are the store's own.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clients">Who stands by whom.</param>
public sealed class ExamplePeople(ChainStore store, ClientIndex clients)
{
    /// <summary>How many of each function.</summary>
    public const int OfEach = 12;

    private const int FilesLookedAt = 60;

    private static readonly ImmutableArray<string> Given = ["Noor", "Daan", "Yasmin", "Bram", "Fatma", "Joris", "Aisha", "Ruben", "Mina", "Sander", "Lotte", "Omar"];

    private static readonly ImmutableArray<string> Family =
        ["Voorbeeld-Bakker", "Voorbeeld-De Vries", "Voorbeeld-Jansen", "Voorbeeld-Yılmaz", "Voorbeeld-Visser", "Voorbeeld-Smit",
            "Voorbeeld-El Amrani", "Voorbeeld-Mulder", "Voorbeeld-Bos", "Voorbeeld-Vos", "Voorbeeld-Peters", "Voorbeeld-Hendriks"];

    /// <summary>Words of the names of colleagues, folded: a search for one of them is told to the privacy officer.</summary>
    public static ImmutableArray<string> Surnames { get; } = [.. Family.SelectMany(NameFolding.Words).Where(word => word.Length > 2 && word != "voorbeeld").Distinct()];

    private static readonly Text None = new("nog geen cliënten", "no clients yet");

    private readonly Lock _turn = new();
    private (long Position, ImmutableArray<(long Number, CaseFile File)> Files) _files;

    private readonly ConcurrentDictionary<string, (long Position, ImmutableArray<ExamplePerson> People)> _made = [];

    /// <summary>The people of a function; made anew when the chain has moved on.</summary>
    /// <param name="function">The function.</param>
    public ImmutableArray<ExamplePerson> Of(Function function)
    {
        var position = store.Log.Position;
        if (!_made.TryGetValue(function.Code, out var made) || made.Position != position)
        {
            _made[function.Code] = made = (position, Make(function));
        }
        return made.People;
    }

    /// <summary>Personnel numbers of the people of a function, in their order.</summary>
    /// <param name="code">Code of the function.</param>
    public static ImmutableArray<int> NumbersOf(string code) => [.. Enumerable.Range(0, OfEach).Select(i => NumberOf(Function.Find(code)!, i))];

    /// <summary>Somebody by id; null when there is none.</summary>
    /// <param name="id">The id.</param>
    public ExamplePerson? Find(string? id) =>
        id?.LastIndexOf('.') is > 0 and var dot && Function.Find(id[..dot]) is { } function ? Of(function).FirstOrDefault(each => each.Id == id) : null;

    private ImmutableArray<ExamplePerson> Make(Function function) => function.Reach switch
    {
        Reach.Own => [.. OpenFiles().Select((file, i) => Person(function, i, new(Invariant($"zaak {file}"), Invariant($"case {file}")), (int)file, caller => caller) with { Name = Invariant($"Voorbeeld-aanvrager van zaak {file}") })],
        Reach.Clients => OfClients(function),
        Reach.Site => [.. Sites().Select((site, i) => Person(function, i, new(Invariant($"locatie {site}"), Invariant($"site {site}")), null, caller => caller with { Site = site, Team = Invariant($"locatie {site}") }))],
        Reach.Municipality => [.. LinkedTo().Select((of, i) => Person(function, i, new($"gemeente {Municipalities.NameOf(new(of))}", $"municipality {Municipalities.NameOf(new(of))}"), null, caller => caller with { Municipality = of, Team = Invariant($"gemeente {of:0000}") }))],
        Reach.All or Reach.Team or Reach.None => [.. Enumerable.Range(0, OfEach).Select(i => Person(function, i, new(Invariant($"team {1 + (i / 4)}"), Invariant($"team {1 + (i / 4)}")), null, caller => caller with { Team = Invariant($"team {1 + (i / 4)}") }))],
    };

    // Who has clients that no file names gets some by their session; whom files name, sees those.
    private ImmutableArray<ExamplePerson> OfClients(Function function)
    {
        var files = FilesToChoose().Where(each => function.Code switch
        {
            "voogd" => each.File.Registration.Role == Chain.Family.FamilyRole.UnaccompaniedMinor,
            "dji-medewerker" => each.File.Return.Detention is not null,
            "iom-medewerker" => each.File.Return.IsOpen,
            _ => true,
        }).ToList();
        return
        [
            .. Enumerable.Range(0, OfEach).Select(i =>
            {
                ImmutableArray<long> own = [.. files.Where((_, at) => at % OfEach == i).Select(each => each.Number)];
                var person = Person(function, i, None, null, caller => caller with { Clients = own });
                var all = clients.Of(person.Caller).Count;
                return person with { Where = all == 0 ? None : new(Invariant($"{all} {(all == 1 ? "cliënt" : "cliënten")}"), Invariant($"{all} {(all == 1 ? "client" : "clients")}")) };
            }),
        ];
    }

    // Read once for all functions that have clients, until the chain moves on.
    private ImmutableArray<(long Number, CaseFile File)> FilesToChoose()
    {
        lock (_turn)
        {
            var position = store.Log.Position;
            if (_files.Position != position || _files.Files.IsDefault)
            {
                _files = (position, [.. OpenFiles(FilesLookedAt).Select(number => (number, FileState.Read(store, new(StreamKind.CaseFile, number)).File))]);
            }
            return _files.Files;
        }
    }

    private static ExamplePerson Person(Function function, int i, Text where, int? number, Func<Caller, Caller> tie)
    {
        var at = Function.All.IndexOf(function);
        var name = $"{Given[(i + at) % Given.Length]} {Family[(i + (at * 5)) % Family.Length]}";
        var caller = tie(new(function, number ?? NumberOf(function, i), []) { Name = name });
        return new(Invariant($"{function.Code}.{i + 1}"), name, where, caller);
    }

    private static int NumberOf(Function function, int i) => 9001 + (Function.All.IndexOf(function) * 100) + i;

    private List<long> OpenFiles(int most = OfEach)
    {
        using var context = store.CreateContext();
        return [.. context.Files.AsNoTracking().Where(row => row.Presence == (int)Presences.Here && row.Person <= int.MaxValue)
            .OrderBy(row => row.Application == (int)ApplicationStatus.Open ? 0 : 1).ThenByDescending(row => row.Person).Select(row => row.Person).Take(most)];
    }

    private List<int> Sites()
    {
        using var context = store.CreateContext();
        return [.. context.Sites.AsNoTracking().Where(row => row.IsOpen).OrderByDescending(row => row.Occupancy).ThenBy(row => row.Site).Select(row => row.Site).Take(OfEach)];
    }

    private List<int> LinkedTo()
    {
        using var context = store.CreateContext();
        return [.. context.Files.AsNoTracking().Where(row => row.Municipality != null).GroupBy(row => row.Municipality!.Value)
            .OrderByDescending(of => of.Count()).ThenBy(of => of.Key).Select(of => of.Key).Take(OfEach)];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
