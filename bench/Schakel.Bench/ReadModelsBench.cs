using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Desks;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Day = Schakel.Norms.Day;

namespace Schakel.Bench;

/// <summary>Rebuild of the read models, and the first page of a worklist at full scale, next to reading the same rows raw. SQLite.</summary>
internal static class ReadModelsBench
{
    private const int People = 110_000;
    private const int PeoplePerSite = 500;
    private const int Pages = 400;
    private static readonly Official Reception = new(15, OfficialRoles.ReceptionOfficer);
    private static readonly Official Police = new(11, OfficialRoles.AliensPolice);
    private static readonly Day Start = Day.Of(2022, 1, 10);
    private static readonly Day Today = Day.Of(2024, 1, 10);

    /// <summary>Runs it.</summary>
    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("schakel-bench-").FullName;
        try
        {
            using var store = ChainStore.Open(new(folder), new DeskSettings(_ => Regimes.January2024, new Standing(), TimeProvider.System) { StepsOf = ChainSteps.Of });
            Fill(store);
            var raw = ReadRaw(Path.Combine(folder, "schakel.db"));
            var watch = Stopwatch.StartNew();
#pragma warning disable VSTHRD002 // A bench has nothing else to do.
            store.Models.CatchUpWhollyAsync().GetAwaiter().GetResult();
            var models = watch.Elapsed;
            watch.Restart();
            store.Models.RebuildAsync().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
            var all = watch.Elapsed;
            var events = store.Log.Position;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{events:N0} events of {People:N0} files; reading the rows of the log and nothing else: {events / raw.TotalSeconds:N0} events/s"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read models folded and written: {events / models.TotalSeconds:N0} events/s; with the files' own rows and steps: {events / all.TotalSeconds:N0} events/s"));
            Worklists(store);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Worklists(ChainStore store)
    {
        int steps;
        using (var view = store.Models.Look())
        {
            steps = view.Steps.Count();
        }
        foreach (var party in (Party[])[Party.DecisionOffice, Party.HearingOffice, Party.ReceptionAgency])
        {
            foreach (var status in (WorklistStatus?[])[null, WorklistStatus.Overdue, WorklistStatus.Waiting])
            {
                var times = new double[Pages];
                for (var i = -20; i < Pages; i++)
                {
                    var watch = Stopwatch.StartNew();
                    using (var view = store.Models.Look())
                    {
                        Worklist.Page(view, new((int)party, Today) { Status = status });
                    }
                    times[Math.Max(i, 0)] = watch.Elapsed.TotalMilliseconds;
                }
                Array.Sort(times);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"first page of {party}, {status?.ToString() ?? "all"}: p50 {times[Pages / 2]:0.0} ms, p95 {times[Pages * 95 / 100]:0.0} ms, of {steps:N0} steps"));
            }
        }
    }

    private static TimeSpan ReadRaw(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT position, kind, number, version, name, occurred_on, payload FROM events ORDER BY position";
        var watch = Stopwatch.StartNew();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = reader.GetFieldValue<byte[]>(6);
        }
        return watch.Elapsed;
    }

    private static void Fill(ChainStore store)
    {
        using var bulk = store.BeginBulk();
        var files = new Dictionary<StreamId, object>();
        var act = 0L;
        void Do(StreamId to, Command command, Day on)
        {
            var key = ActKey.Of(9, ++act);
            Put(key, to, command, on);
            if (command is CaseCommand onFile)
            {
                foreach (var companion in Companions.Of(new(to.Number), (CaseFile)files.GetValueOrDefault(to, CaseFile.Unopened), onFile))
                {
                    Put(key, companion.Stream, companion.Command, on);
                }
            }
        }
        void Put(ActKey key, StreamId to, Command command, Day on)
        {
            Decision decision;
            switch (command)
            {
                case CaseCommand onFile:
                    decision = Decider.Decide((CaseFile)files.GetValueOrDefault(to, CaseFile.Unopened), Household.Empty, onFile, Regimes.January2024, on);
                    break;
                case HouseholdCommand onHousehold:
                    decision = Decider.Decide((Household)files.GetValueOrDefault(to, Household.Empty), onHousehold, on);
                    break;
                default:
                    decision = Decider.Decide((Site)files.GetValueOrDefault(to, Site.Unopened), (SiteCommand)command);
                    break;
            }
            foreach (var happened in decision.Events)
            {
                bulk.Append(new(key, to, happened, on, Doer.Of(Reception), Store.Acts.Purpose.Procedure));
                files[to] = files.GetValueOrDefault(to) switch
                {
                    Household household => Decider.Evolve(household, happened),
                    Site site => Decider.Evolve(site, happened),
                    CaseFile file => Decider.Evolve(file, happened, on),
                    _ when happened is HouseholdEvent => Decider.Evolve(Household.Empty, happened),
                    _ when happened is SiteEvent => Decider.Evolve(Site.Unopened, happened),
                    _ => Decider.Evolve(CaseFile.Unopened, happened, on),
                };
            }
        }
        var hearing = new Official(21, OfficialRoles.HearingOfficer);
        var deciding = new Official(22, OfficialRoles.DecisionOfficer);
        for (var site = 1; site <= (People / PeoplePerSite) + 1; site++)
        {
            Do(StreamId.Of(new SiteId(site)), new OpenSite(Reception, 2 * PeoplePerSite, Modality.Regular), Start);
        }
        for (var person = 1; person <= People; person++)
        {
            var on = Start.PlusDays(person % 700);
            var to = StreamId.Of(new PersonId(person));
            var site = new SiteId(1 + (person / PeoplePerSite));
            Do(to, new RegisterArrival(new(person), Day.Of(1960 + (person % 40), 1 + (person % 12), 1 + (person % 28)), FamilyRole.Main, new(1), AtBorder: false), on);
            Do(to, new PlacePerson(Reception, site, Modality.Regular), on);
            Do(to, new IdentifyPerson(Police, new(1), HoldsTravelDocument: person % 4 == 0), on.PlusDays(1));
            Do(to, new RecordIdentity(Police, new(new($"Voorbeeld{person % 5000}", $"Persoon{person % 700}"), PartialDate.Of(Day.Of(1960 + (person % 40), 1, 1)), default, default), IdentitySource.Stated), on.PlusDays(1));
            Do(to, new AssignVNumber(Police, VNumber.Synthetic(person).ToString()), on.PlusDays(1));
            Do(to, new LodgeApplication(1), on.PlusDays(2));
            Do(to, new HoldRegistrationInterview(hearing), on.PlusDays(3));
            Do(to, new ConfirmTrack(deciding, person % 6 == 0 ? Track.Dublin : Track.General, 0), on.PlusDays(4));
            for (var move = 0; move < 4; move++)
            {
                Do(to, new MovePerson(Reception, site, Modality.Regular), on.PlusDays(5 + move));
            }
        }
        bulk.Complete();
    }

    private sealed class Standing : IChainClock
    {
        public Day Today => ReadModelsBench.Today;
    }
}
