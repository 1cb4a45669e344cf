using System.Collections.Immutable;
using System.Globalization;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Steps;
using Day = Schakel.Norms.Day;

namespace Schakel.Rehearsal.Trajectories;

/// <summary>The whole life of everyone in a rehearsal, as a log that others can count again (levenslopen).</summary>
public static class Trajectories
{
    /// <summary>Lives the first replication and writes every event that the case file made of it, under its final name when complete.</summary>
    /// <param name="inputs">What the rehearsal rests on.</param>
    /// <param name="seed">Seed of every chance.</param>
    /// <param name="path">The file.</param>
    /// <param name="stop">Ends it early, without a file.</param>
    /// <returns>What the replay found; a step that was refused is not in the file.</returns>
    /// <exception cref="OutputFaultException">The folder cannot be written, or the disk is full.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static ReplayReport Write(ModelInputs inputs, ulong seed, string path, CancellationToken stop = default)
    {
        var nation = new Nation(inputs, seed, 0, keepSteps: true);
        nation.Live(stop);
        var rehearsal = RehearsalOf(nation, seed);
        var attributes = rehearsal.Attributes.DistinctBy(a => a.Name).Select(a => (a.Name, a.Text is null ? "float" : "string"));
        ReplayReport? report = null;
        if (IsSqlite(path))
        {
            AtomicFile.WriteNamed(path, temporary =>
            {
                using var log = new OcelSqliteWriter(temporary, nation.Inputs.Start, attributes);
                report = Write(nation, rehearsal, log, stop);
            });
        }
        else
        {
            AtomicFile.Write(path, stream =>
            {
                using var log = new OcelWriter(stream, nation.Inputs.Start, attributes);
                report = Write(nation, rehearsal, log, stop);
            });
        }

        return report!;
    }

    /// <summary>Whether a log of this name is in the SQLite form of the standard; else it is in the JSON form.</summary>
    /// <param name="path">Name of the file.</param>
    public static bool IsSqlite(string path) => Path.GetExtension(path).ToUpperInvariant() is ".SQLITE" or ".DB" or ".SQLITE3";

    private static ReplayReport Write(Nation nation, OcelObject rehearsal, IOcelWriter log, CancellationToken stop)
    {
        log.Write(rehearsal);
        foreach (var written in ObjectsOf(nation))
        {
            log.Write(written);
        }

        var replay = new Replay(Conform.ContextOf(nation), (in recorded) => log.Write(recorded));
        var steps = 0;
        foreach (var step in nation.Steps)
        {
            if ((++steps & 0xFFFF) == 0)
            {
                stop.ThrowIfCancellationRequested();
            }

            replay.Apply(step);
        }

        log.Complete();
        return replay.Report();
    }

    /// <summary>What the figures need and no event tells: the values of the replication, each from its first day.</summary>
    private static OcelObject RehearsalOf(Nation nation, ulong seed)
    {
        var inputs = nation.Inputs;
        var attributes = ImmutableArray.CreateBuilder<OcelAttribute>();
        attributes.Add(OcelAttribute.Of("scenario", inputs.Scenario));
        attributes.Add(OcelAttribute.Of("start", inputs.Start.ToString()));
        attributes.Add(OcelAttribute.Of("days", inputs.Days));
        attributes.Add(OcelAttribute.Of("seed", seed.ToString(CultureInfo.InvariantCulture)));
        attributes.Add(OcelAttribute.Of("replication", 0));
        attributes.Add(OcelAttribute.Of("scale", inputs.Scale));
        attributes.Add(OcelAttribute.Of("housing-arrears-at-start", (int)(inputs.Stock.HousingArrears * inputs.Scale)));
        attributes.Add(OcelAttribute.Of(OcelHead.LawName, inputs.Law.Hash));
        foreach (var change in inputs.Laws)
        {
            attributes.Add(OcelAttribute.Of(OcelHead.LawName, change.Law.Hash, change.From.Number));
        }

        foreach (var group in inputs.Groups)
        {
            attributes.Add(OcelAttribute.Of($"group.{group.Id}.counts-for-oda", group.CountsForOda ? 1 : 0));
        }

        foreach (var line in nation.Book.Lines)
        {
            attributes.Add(OcelAttribute.Of(line.Name, line.Value, line.Day));
        }

        return new("rehearsal", "rehearsal", attributes.ToImmutable(), []);
    }

    private static IEnumerable<OcelObject> ObjectsOf(Nation nation)
    {
        for (var site = 0; site < nation.Places.SiteCount; site++)
        {
            var modality = StepCommands.ModalityOf(nation.Places[site].Modality);
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"site:{nation.Numbering.Site(site).Value}"), "site", [OcelAttribute.Of("modality", KebabCase(modality.ToString()))], []);
        }

        var told = new HashSet<long>();
        for (var h = 0; h < nation.HouseholdCount; h++)
        {
            if (nation.SponsorOf(h) == h && told.Add(nation.Numbering.Household(h).Value))
            {
                yield return new(HouseholdId(nation, h), "household", [], []);
            }
        }

        var persons = nation.Persons;
        for (var i = 0; i < persons.Count; i++)
        {
            yield return PersonOf(nation, i, persons[i]);
        }
    }

    private static OcelObject PersonOf(Nation nation, int index, in SimulatedPerson person)
    {
        var sponsor = nation.SponsorOf(person.Household);
        var member = new OcelRelationship(HouseholdId(nation, sponsor), "household");
        return new(
            PersonId(nation, index), "person",
            [OcelAttribute.Of("born", new Day(person.Born).ToString()), OcelAttribute.Of("group", nation.Inputs.Groups[person.Group].Id)],
            sponsor == person.Household ? [member] : [member, new(PersonId(nation, nation[sponsor].First), "sponsor")]);
    }

    private static string PersonId(Nation nation, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"person:{nation.Numbering.Person(index).Value}");

    private static string HouseholdId(Nation nation, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"household:{nation.Numbering.Household(index).Value}");

    private static string KebabCase(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
