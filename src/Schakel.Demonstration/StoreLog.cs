using System.Globalization;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Trajectories;
using Schakel.Store;
using Schakel.Store.Log;
using Day = Schakel.Norms.Day;

namespace Schakel.Demonstration;

/// <summary>
/// The log of a store as an object-centric log (uitvoer naar OCEL 2.0), by the exporter of the rehearsal. Who someone is stays out: names,
/// V-numbers and what else was recorded of identity is not for counting. Content that was erased stays out too.
/// </summary>
public static class StoreLog
{
    /// <summary>Writes it under its final name when complete: JSON, or SQLite by the name's ending.</summary>
    /// <param name="place">Where the data are.</param>
    /// <param name="path">The file.</param>
    /// <param name="stop">Ends it early, without a file.</param>
    /// <returns>Persons and events written.</returns>
    /// <exception cref="StoreFaultException">There are no data, or they cannot be read.</exception>
    public static (int Persons, long Events) Export(StorePlace place, string path, CancellationToken stop = default)
    {
        using var reading = LogReading.Open(place);
        var (objects, start, ordered) = ObjectsOf(reading.Log, stop);
        var scale = DemonstrationState.IsIn(place.Folder) ? DemonstrationState.Read(place.Folder).Scale : 1;
        var about = new OcelObject(
            "rehearsal", "rehearsal",
            [
                OcelAttribute.Of("start", start < DemonstrationLaw.Begins ? "2022-01-01" : "2024-01-10"), OcelAttribute.Of("scale", scale),
                OcelAttribute.Of("law", DemonstrationLaw.On(start).Hash),
            ], []);
        var written = 0L;
        void Write(IOcelWriter log)
        {
            log.Write(about);
            foreach (var each in objects)
            {
                log.Write(each);
            }
            foreach (var recorded in EventsOf(reading.Log, ordered, stop))
            {
                var envelope = recorded.Envelope;
                log.Write(new Rehearsal.Conformance.RecordedEvent(
                    (envelope.OccurredOn - start) * 1440, envelope.Stream.Kind, checked((int)envelope.Stream.Number - 1), recorded.Event!));
            }
            log.Complete();
            written = log.Events;
        }
        IEnumerable<(string, string)> attributes = [("start", "string"), ("scale", "float"), ("law", "string")];
        if (Trajectories.IsSqlite(path))
        {
            AtomicFile.WriteNamed(path, temporary =>
            {
                using var log = new OcelSqliteWriter(temporary, start, attributes);
                Write(log);
            });
        }
        else
        {
            AtomicFile.Write(path, stream =>
            {
                using var log = new OcelWriter(stream, start, attributes);
                Write(log);
            });
        }
        return (objects.Count(each => each.Type == "person"), written);
    }

    // Late news stands after what happened later: then the events are sorted by day, in their order otherwise.
    private static IEnumerable<RecordedEvent> EventsOf(EventLog log, bool ordered, CancellationToken stop)
    {
        var events = log.ReadAll(batch: 8192).SelectMany(page =>
        {
            stop.ThrowIfCancellationRequested();
            return page.Where(IsTold);
        });
        return ordered ? events : events.OrderBy(recorded => recorded.Envelope.OccurredOn.Number);
    }

    private static bool IsTold(RecordedEvent recorded) =>
        recorded.Event is not (null or IdentityRecorded or IdentityCorrected or VNumberAssigned or DocumentExamined);

    private static (List<OcelObject> Objects, Day Start, bool Ordered) ObjectsOf(EventLog log, CancellationToken stop)
    {
        var objects = new List<OcelObject>();
        var households = new HashSet<long>();
        var (start, ordered) = log.ReadDays();
        foreach (var (envelope, happened) in log.ReadFirsts())
        {
            stop.ThrowIfCancellationRequested();
            switch (happened)
            {
                case SiteOpened opened:
                    objects.Add(new(Id("site", envelope.Stream.Number), "site", [OcelAttribute.Of("modality", JsonNamingPolicy.KebabCaseLower.ConvertName(opened.Modality.ToString()))], []));
                    break;
                case PersonArrived arrived:
                    Add(envelope.Stream.Number, arrived.Household, arrived.Born);
                    break;
                case FileTakenOver taken:
                    Add(envelope.Stream.Number, taken.Household, taken.Born);
                    break;
                default:
                    break;
            }
        }
        return (objects, start, ordered);

        void Add(long person, HouseholdId household, Day born)
        {
            if (households.Add(household.Value))
            {
                objects.Add(new(Id("household", household.Value), "household", [], []));
            }
            objects.Add(new(
                Id("person", person), "person", [OcelAttribute.Of("born", born.ToString()), OcelAttribute.Of("group", "")],
                [new OcelRelationship(Id("household", household.Value), "household")]));
        }
    }

    private static string Id(string type, long number) => string.Create(CultureInfo.InvariantCulture, $"{type}:{number}");
}
