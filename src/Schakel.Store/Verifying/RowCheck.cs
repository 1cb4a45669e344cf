using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Keys;
using Schakel.Store.Log;
using Schakel.Store.Rows;

namespace Schakel.Store.Verifying;

/// <summary>Compares the files' own rows with what the events make them (regels vergelijken).</summary>
internal sealed class RowCheck(
    Database database, DbConnection connection, Dictionary<StreamId, StreamState> states, VerificationRequest request, NumberHashes? hashes, Problems problems)
{
    private readonly Dictionary<string, Law?> _laws = [];

    /// <summary>Rows compared.</summary>
    public long Rows { get; private set; }

    /// <summary>Files made under a law that is not at hand.</summary>
    public int OtherLaw { get; private set; }

    public void Compare()
    {
        using var context = database.CreateContextOn(connection);
        problems.Try(ProblemKind.Row, "The rows of files", () => CompareFiles(context));
        problems.Try(ProblemKind.Row, "The rows of sites", () => CompareSites(context));
        problems.Try(ProblemKind.Row, "The rows of V-numbers", CompareNumbers);
    }

    // The table is made with a key of its own. Without that key, or before the table was made, there is nothing to compare with.
    private void CompareNumbers()
    {
        var rows = database.ReadNumbers(connection).ToDictionary(row => row.Hash, row => row.Person);
        if (hashes is null || database.Number(connection, $"SELECT count(*) FROM marks WHERE name = '{NumberHashes.MarkName}' AND value = {hashes.Mark.ToString(System.Globalization.CultureInfo.InvariantCulture)}") == 0)
        {
            if (rows.Count > 0)
            {
                problems.Add(ProblemKind.Row, "The rows of V-numbers were made with another key than is in the folder of keys; the next start makes them anew.");
            }
            return;
        }
        var held = new Dictionary<UInt128, long>();
        foreach (var (stream, state) in states.Where(each => each.Value is { Erased: false, State: CaseFile }).OrderBy(each => each.Key.Number))
        {
            if (hashes.HeldBy(stream.Number, (CaseFile)state.State) is not { } number
                || states.GetValueOrDefault(new(StreamKind.CaseFile, number.Person)) is not { Erased: false })
            {
                continue; // None; or held by a file that was erased, which frees it.
            }
            if (!held.TryAdd(number.Hash, number.Person) && held[number.Hash] != number.Person)
            {
                problems.Add(ProblemKind.Row, $"Files {held[number.Hash]} and {number.Person} have one V-number.");
            }
        }
        foreach (var (hash, person) in held)
        {
            Rows++;
            if (!rows.Remove(hash, out var stored) || stored != person)
            {
                problems.Add(ProblemKind.Row, $"The V-number held by file {person} has {(stored == 0 ? "no row" : $"a row of file {stored}")}.");
            }
        }
        foreach (var person in rows.Values)
        {
            problems.Add(ProblemKind.Row, $"There is a row of a V-number of file {person} that it does not hold.");
        }
    }

    private void CompareFiles(StoreContext context)
    {
        var steps = context.Steps.AsNoTracking().OrderBy(step => step.Person).ThenBy(step => step.Ordinal).AsEnumerable()
            .GroupBy(step => step.Person).ToDictionary(of => of.Key, of => of.ToList());
        var without = states.Where(state => state.Key.Kind == StreamKind.CaseFile && !state.Value.Erased).Select(state => state.Key.Number).ToHashSet();
        foreach (var row in context.Files.AsNoTracking().AsEnumerable())
        {
            Rows++;
            var stream = new StreamId(StreamKind.CaseFile, row.Person);
            if (!without.Remove(row.Person))
            {
                problems.Add(ProblemKind.Row, $"The row of {Naming.Of(stream)} has no events, or its content was erased.");
                continue;
            }
            steps.Remove(row.Person, out var stored);
            problems.Try(ProblemKind.Row, $"The row of {Naming.Of(stream)}", () => CompareFile(row, stored ?? [], states[stream]));
        }
        foreach (var person in without)
        {
            problems.Add(ProblemKind.Row, $"file {person} has events, and no row.");
        }
        foreach (var person in steps.Keys)
        {
            problems.Add(ProblemKind.Row, $"There are steps of file {person}, which has no row.");
        }
    }

    private void CompareFile(FileRow row, List<StepRow> stored, StreamState state)
    {
        var file = (CaseFile)state.State;
        var law = LawOf(row.Law);
        if (law is null)
        {
            OtherLaw++;
            var known = RowMaker.Of(row.Person, state.Version, file, [], Regimes.January2024, new(row.AsOf)) with { NextDue = row.NextDue, Law = row.Law };
            Tell(row, known);
            return;
        }
        var household = states.GetValueOrDefault(StreamId.Of(file.Registration.Household)) is { State: Household home } ? home : Household.Empty;
        IReadOnlyList<StepRow> steps = request.StepsOf is null ? stored
            : RowMaker.Of(row.Person, request.StepsOf(new(row.Person), file, household, law, new(row.AsOf)), row.Law);
        Tell(row, RowMaker.Of(row.Person, state.Version, file, steps, law, new(row.AsOf)));
        Rows += stored.Count;
        if (!steps.SequenceEqual(stored.Select(step => step with { Law = row.Law })))
        {
            problems.Add(ProblemKind.Row, $"The steps of file {row.Person} are not those that follow from its events on {new Day(row.AsOf)}.");
        }
    }

    private void Tell(FileRow row, FileRow expected)
    {
        if (row == expected)
        {
            return;
        }
        var differing = typeof(FileRow).GetProperties().Where(field => field.CanWrite && !Equals(field.GetValue(row), field.GetValue(expected)))
            .Select(field => $"{field.Name} is {field.GetValue(row) ?? "absent"}, not {field.GetValue(expected) ?? "absent"}");
        problems.Add(ProblemKind.Row, $"The row of file {row.Person} differs from its events: {string.Join("; ", differing)}.");
    }

    private void CompareSites(StoreContext context)
    {
        var expected = states.Where(state => state.Value.State is Site && state.Key.Number is >= int.MinValue and <= int.MaxValue).ToDictionary(state => (int)state.Key.Number, state => state.Value);
        foreach (var row in context.Sites.AsNoTracking().AsEnumerable())
        {
            Rows++;
            if (!expected.Remove(row.Site, out var state) || row != RowMaker.Of(row.Site, state.Version, (Site)state.State))
            {
                problems.Add(ProblemKind.Row, $"The row of site {row.Site} differs from its events.");
            }
        }
        foreach (var site in expected.Keys)
        {
            problems.Add(ProblemKind.Row, $"site {site} has events, and no row.");
        }
        var slots = states.Where(state => state.Value.State is Site && state.Key.Number is >= int.MinValue and <= int.MaxValue)
            .SelectMany(state => ((Site)state.Value.State).Residents.Select(resident => new SlotRow { Site = (int)state.Key.Number, Slot = resident.Value, Person = resident.Key.Value }))
            .ToHashSet();
        foreach (var row in context.Slots.AsNoTracking().AsEnumerable())
        {
            Rows++;
            if (!slots.Remove(row))
            {
                problems.Add(ProblemKind.Row, $"Slot {row.Slot} of site {row.Site} is not person {row.Person}'s by the events.");
            }
        }
        foreach (var slot in slots)
        {
            problems.Add(ProblemKind.Row, $"Slot {slot.Slot} of site {slot.Site} is person {slot.Person}'s by the events, and has no row.");
        }
    }

    private Law? LawOf(string mark)
    {
        if (!_laws.TryGetValue(mark, out var law))
        {
            _laws[mark] = law = request.LawOf(mark);
        }
        return law;
    }
}
