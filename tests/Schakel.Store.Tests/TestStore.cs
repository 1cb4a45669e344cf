using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Desks;
using Schakel.Store.Rows;
using Schakel.Store.Verifying;
using Day = Schakel.Norms.Day;

namespace Schakel.Store;

/// <summary>A store of its own for one test, on one of the two databases.</summary>
internal sealed class TestStore : IDisposable, IChainClock
{
    public static readonly Official Reception = new(15, OfficialRoles.ReceptionOfficer);
    public static readonly Official Police = new(11, OfficialRoles.AliensPolice);
    public static readonly HouseholdId Home = new(3);
    public static readonly CentreId TerApel = new(1);
    private readonly string? _postgres;

    private TestStore(string folder, string? postgres, StepsOf steps)
    {
        (Folder, _postgres, StepsOf) = (folder, postgres, steps);
        Store = Reopened();
    }

    public string Folder { get; }

    public StorePlace Place => new(Folder, _postgres);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 1, 10, 9, 0, 0, TimeSpan.Zero));

    public Day Today { get; set; } = Date("2024-01-10");

    public StepsOf? StepsOf { get; }

    public ChainStore Store { get; private set; }

    public Desk Desk => Store.Desk;

    public static TestStore On(string database, StepsOf? steps = null) => new(
        Directory.CreateTempSubdirectory("schakel-store-").FullName,
        database switch
        {
            "SQLite" => null,
            "PostgreSQL" => PostgresCluster.NewDatabase(),
            _ => throw new ArgumentException(database),
        },
        steps ?? OneStep);

    public static TestStore OnSqlite() => On("SQLite");

    public static Day Date(string iso) => Day.TryParse(iso, out var day) ? day : throw new ArgumentException(iso);

    public DeskSettings Settings(Func<DeskSettings, DeskSettings>? change = null)
    {
        var settings = new DeskSettings(_ => Regimes.January2024, this, Time) { StepsOf = StepsOf };
        return change is null ? settings : change(settings);
    }

    public VerificationReport Verify(string? anchorFile = null, string? publicKey = null) => Verification.Run(
        Place,
        new(mark => Regimes.January2024.Hash.StartsWith(mark, StringComparison.Ordinal) ? Regimes.January2024 : null)
        {
            StepsOf = StepsOf,
            AnchorFile = anchorFile,
            PublicKeyFile = publicKey,
        });

    /// <summary>Closes the store, changes the database behind its back, and opens nothing.</summary>
    public void Tamper(params string[] statements)
    {
        Store.Dispose();
        using var database = ChainStore.DatabaseOf(Place);
        foreach (var statement in statements)
        {
            database.Run(statement);
        }
    }

    public void Reopen(Func<DeskSettings, DeskSettings>? change = null)
    {
        Store.Dispose();
        Store = Reopened(change);
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    public Act Act(StreamId stream, Command command, ActKey? key = null) =>
        new(key ?? ActKey.New(), Doer.Of(Reception), Purpose.Reception, Today, [new(stream, command)]);

    public Act Arrival(long person, ActKey? key = null, long? household = null, string born = "1990-05-01") =>
        Act(File(person), new RegisterArrival(new(household ?? person), Date(born), FamilyRole.Main, TerApel, AtBorder: false), key);

    public static StreamId File(long person) => StreamId.Of(new PersonId(person));

    public static StreamId SiteOf(int site) => StreamId.Of(new SiteId(site));

    public async Task<ActResult.Accepted> MustAsync(Act act) => Assert.IsType<ActResult.Accepted>(await Desk.DoAsync(act));

    public async Task<ActResult.Accepted> ArrivesAsync(long person, long? household = null) => await MustAsync(Arrival(person, household: household));

    public async Task OpensAsync(int site, int capacity = 100) =>
        await MustAsync(Act(SiteOf(site), new OpenSite(Reception, capacity, Modality.Regular)));

    public async Task<ActResult.Accepted> PlacedAsync(long person, int site) =>
        await MustAsync(Act(File(person), new PlacePerson(Reception, new(site), Modality.Regular)));

    private ChainStore Reopened(Func<DeskSettings, DeskSettings>? change = null) => ChainStore.Open(Place, Settings(change));

    // A stand-in for the chain's own next steps, which depends on file, household and law as they do.
    private static IReadOnlyList<StepRow> OneStep(PersonId person, CaseFile file, Household household, Law law, Day today) =>
        file.Presence != Presences.Here ? []
        :
        [
            new StepRow
            {
                Person = 0,
                Ordinal = 0,
                Law = "",
                Party = 1,
                Norm = "test",
                Code = string.Create(CultureInfo.InvariantCulture, $"identify-with-{household.Members.Length}"),
                LastDay = file.Registration.ArrivedOn?.PlusDays(3).Number,
            },
        ];
}
