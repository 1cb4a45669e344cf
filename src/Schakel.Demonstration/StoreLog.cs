using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Chain.Partners;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Trajectories;
using Schakel.Store;
using Schakel.Store.Log;
using Day = Schakel.Norms.Day;

namespace Schakel.Demonstration;

/// <summary>What an export tells about people (omvang van een uitvoer). Content that was erased is never told.</summary>
/// <param name="Categories">Fields of these categories are told, and those about nobody.</param>
/// <param name="Course">The course of every file besides, whole, as it was recorded: every field, dates of birth and households too, with stand-ins for who someone is.</param>
public sealed record ExportScope(FrozenSet<DataCategory> Categories, bool Course)
{
    /// <summary>Numbers, days and kinds of events, and no more.</summary>
    public static ExportScope Safe { get; } = new(FrozenSet<DataCategory>.Empty, Course: false);

    /// <summary>The course of every file: what a log is judged by, and what a rehearsal begins with.</summary>
    public static ExportScope WholeCourse { get; } = new(FrozenSet<DataCategory>.Empty, Course: true);

    // A correction of a date of birth, or a passport that was found genuine, changes what the law allows: that it happened is told. In the
    // place of who someone is stands what nobody is called, different each time so that a correction remains one.
    internal ChainEvent Told(in RecordedEvent recorded) => !Course ? WithoutOrigin(recorded.Event!) : recorded.Event switch
    {
        IdentityRecorded e => e with { Identity = StandIn(recorded, e.Identity) },
        IdentityCorrected e => e with { Identity = StandIn(recorded, e.Identity) },
        VNumberAssigned => new VNumberAssigned(VNumber.Synthetic(checked((int)(recorded.Envelope.Stream.Number % VNumber.MostSynthetic)))),
        DocumentExamined e => e with { Issuer = e.Issuer == CountryCode.Unknown ? e.Issuer : Nowhere },
        // The policy that an act rests on, and a language, tell where somebody comes from.
        ApplicationDecided { Policy: { } policy } e => e with { Policy = policy with { Country = Nowhere } },
        MoratoriumApplied e => e with { Policy = e.Policy with { Country = Nowhere } },
        InvitedToInterview e => e with { Language = LanguageCode.Unknown },
        PreRegistered e => new PreRegistered(e.Channel, LanguageCode.Unknown, e.Persons),
        PreferencesChosen e => e with { Letters = LanguageCode.Unknown, Email = e.Email is null ? null : NoAddress },
        // What somebody manages is for who stands by them: that they said something is of the course, what is not.
        CapacityStated e => e with { Manages = SelfReliance.None },
        CapacityJudged e => e with { Ground = CapacityGround.Talk },
        // What matters for where somebody stays tells of health and faith: that something was said, and looked at, is of the course.
        PlacementStated e => new PlacementStated(
            e.Facts == PlacementFacts.None ? e.Facts : PlacementFacts.CareNearby, null, null, null, e.Wishes == PlacementWishes.None ? e.Wishes : PlacementWishes.Quiet, null),
        PlacementFactsJudged e => e with { Facts = PlacementFacts.CareNearby },
        // What somebody wrote is for one reader: that they wrote is of the course, what is not.
        QuestionAsked e => e with { Text = NoWords },
        QuestionAnswered e => e with { Text = NoWords },
        CorrectionRequested e => e with { Text = NoWords },
        // The hash of a document would tell whoever has the same one that this person had it.
        DocumentSupplied e => e with { Sha256 = NoHash, Description = NoWords },
        HealthDocumentSupplied e => e with { Sha256 = NoHash, Description = NoWords },
        var happened => happened!,
    };

    // Nationality stands within who somebody is, and is of a category of its own; a form of a language tells a country too.
    private ChainEvent WithoutOrigin(ChainEvent happened) => Categories.Contains(DataCategory.Origin) ? happened : happened switch
    {
        IdentityRecorded e => e with { Identity = WithoutOrigin(e.Identity) },
        IdentityCorrected e => e with { Identity = WithoutOrigin(e.Identity) },
        InvitedToInterview e => e with { Language = e.Language.Whole },
        PreRegistered e => new PreRegistered(e.Channel, e.Language.Whole, e.Persons),
        _ => happened,
    };

    private static Identity WithoutOrigin(Identity identity) => identity with { Nationality = CountryCode.Unknown, Language = identity.Language.Whole };

    private static Identity StandIn(in RecordedEvent recorded, in Identity identity) =>
        new(new(string.Create(CultureInfo.InvariantCulture, $"event {recorded.Envelope.Version}"), ""), identity.Born, CountryCode.Unknown, LanguageCode.Unknown);

    private const string NoWords = "(…)";

    // What anybody may be written to at, and nobody is (RFC 2606): that somebody gave an address is of the course, which is not.
    private const string NoAddress = "iemand@example.invalid";

    private static readonly string NoHash = new('0', 64);

    private static CountryCode Nowhere => CountryCode.TryParse("UTO", out var code) ? code : default; // What travel documents have for a specimen.

    internal Func<Type, string, bool>? Fields
    {
        get
        {
            if (Course)
            {
                return null;
            }
            var told = EventCatalogue.Types
                .SelectMany(type => type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
                    .Select(parameter => (type, Name: parameter.Name, Category: parameter.GetCustomAttribute<CategoryAttribute>()?.Category))
                    .Concat(type.GetProperties().Select(property => (type, Name: (string?)property.Name, Category: property.GetCustomAttribute<CategoryAttribute>()?.Category))))
                .Where(each => each.Category == DataCategory.None || (each.Category is { } category && Categories.Contains(category)))
                .Select(each => (each.type, JsonNamingPolicy.CamelCase.ConvertName(each.Name!))).ToFrozenSet();
            return (type, name) => told.Contains((type, name));
        }
    }
}

/// <summary>The log of a store as an object-centric log (uitvoer naar OCEL 2.0), by the exporter of the rehearsal.</summary>
public static class StoreLog
{
    /// <summary>Writes it under its final name when complete: JSON, or SQLite by the name's ending.</summary>
    /// <param name="place">Where the data are.</param>
    /// <param name="path">The file.</param>
    /// <param name="scope">What is told about people.</param>
    /// <param name="stop">Ends it early, without a file.</param>
    /// <returns>Persons and events written.</returns>
    /// <exception cref="StoreFaultException">There are no data, or they cannot be read.</exception>
    public static (int Persons, long Events) Export(StorePlace place, string path, ExportScope scope, CancellationToken stop = default)
    {
        using var reading = LogReader.Open(place);
        var (objects, start) = ObjectsOf(reading, scope, stop);
        var tells = scope.Fields;
        var scale = DemonstrationState.IsIn(place.Folder) ? DemonstrationState.Read(place.Folder).Scale : 1;
        var about = new OcelObject(
            "rehearsal", "rehearsal",
            [
                OcelAttribute.Of("start", start < DemonstrationLaw.Begins ? "2022-01-01" : "2024-01-10"), OcelAttribute.Of("scale", scale),
                OcelAttribute.Of(OcelHead.OrderName, scope.Course ? OcelHead.AsRecorded : "time"), .. LawsOf(reading, LawInUse.In(place.Folder)),
            ], []);
        var written = 0L;
        void Write(IOcelWriter log)
        {
            log.Write(about);
            foreach (var each in objects)
            {
                log.Write(each);
            }
            foreach (var recorded in scope.Course ? reading.AsRecorded() : reading.ByDay())
            {
                stop.ThrowIfCancellationRequested();
                if (recorded.Event is not null)
                {
                    var envelope = recorded.Envelope;
                    log.Write(new Rehearsal.Conformance.RecordedEvent(
                        (envelope.OccurredOn - start) * 1440, envelope.Stream.Kind, checked((int)envelope.Stream.Number - 1), scope.Told(recorded)));
                }
            }
            log.Complete();
            written = log.Events;
        }
        IEnumerable<(string, string)> attributes = [("start", "string"), ("scale", "float"), (OcelHead.OrderName, "string"), (OcelHead.LawName, "string")];
        if (Trajectories.IsSqlite(path))
        {
            AtomicFile.WriteNamed(path, temporary =>
            {
                using var log = new OcelSqliteWriter(temporary, start, attributes, tells);
                Write(log);
            });
        }
        else
        {
            AtomicFile.Write(path, stream =>
            {
                using var log = new OcelWriter(stream, start, attributes, tells);
                Write(log);
            });
        }
        return (objects.Count(each => each.Type == "person"), written);
    }

    // The marks of the laws of its days, each from its first: a log that spans a change of law was decided under both.
    private static IEnumerable<OcelAttribute> LawsOf(LogReader reading, Func<Day, Norms.Law> lawOn)
    {
        if (reading.Days is not var (first, last))
        {
            yield break;
        }
        Norms.Law? before = null;
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (lawOn(day) is var law && !ReferenceEquals(law, before))
            {
                yield return OcelAttribute.Of(OcelHead.LawName, law.Hash, before is null ? null : day.Number);
                before = law;
            }
        }
    }

    private static (List<OcelObject> Objects, Day Start) ObjectsOf(LogReader reading, ExportScope scope, CancellationToken stop)
    {
        var objects = new List<OcelObject>();
        var households = new HashSet<long>();
        var start = reading.Days?.First ?? default;
        if (!scope.Course)
        {
            objects.AddRange(reading.Streams().Select(stream => new OcelObject(Id(TypeOf(stream.Kind), stream.Number), TypeOf(stream.Kind), CodeOf(stream), [])));
            return (objects, start);
        }
        var before = new List<StreamId>();
        foreach (var (envelope, happened) in reading.Log.ReadFirsts())
        {
            stop.ThrowIfCancellationRequested();
            switch (happened)
            {
                case SiteOpened opened:
                    objects.Add(new(Id("site", envelope.Stream.Number), "site", [OcelAttribute.Of("modality", JsonNamingPolicy.KebabCaseLower.ConvertName(opened.Modality.ToString()))], []));
                    break;
                case PolicyEvent:
                    objects.Add(new(Id("country", envelope.Stream.Number), "country", CodeOf(envelope.Stream), []));
                    break;
                case PersonArrived arrived:
                    Add(envelope.Stream.Number, arrived.Household, arrived.Born);
                    break;
                case FileTakenOver taken:
                    Add(envelope.Stream.Number, taken.Household, taken.Born);
                    break;
                case PreRegistered:
                    before.Add(envelope.Stream);
                    break;
                default:
                    break;
            }
        }
        // Who said beforehand that they will come has a file before they arrive, and perhaps never does.
        foreach (var stream in before)
        {
            if (reading.Log.ReadStream(stream).Select(each => each.Event).OfType<PersonArrived>().FirstOrDefault() is { } arrived)
            {
                Add(stream.Number, arrived.Household, arrived.Born);
            }
            else
            {
                objects.Add(new(Id("person", stream.Number), "person", [OcelAttribute.Of("group", "")], []));
            }
        }
        return (objects, start);

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

    private static string TypeOf(StreamKind kind) => kind switch
    {
        StreamKind.CaseFile => "person",
        StreamKind.Household => "household",
        StreamKind.Site => "site",
        StreamKind.Country => "country",
    };

    // A country is no person's: its code is told with it.
    private static ImmutableArray<OcelAttribute> CodeOf(StreamId stream) =>
        stream.Kind == StreamKind.Country && CountryCode.WithNumber(stream.Number) is { } country ? [OcelAttribute.Of("code", country.ToString())] : [];

    private static string Id(string type, long number) => string.Create(CultureInfo.InvariantCulture, $"{type}:{number}");
}
