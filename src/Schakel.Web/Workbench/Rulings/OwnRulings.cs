using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Databases;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Rulings;

/// <summary>A ruling on a decision of who looks (uitspraak op een eigen besluit).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Ruling">The ruling, beside the decision.</param>
public sealed record OwnRuling(long Person, ShownPerson Who, RulingState Ruling);

/// <summary>
/// What courts made of the decisions of an official (terugkoppeling; C42): for whoever took them, and nobody else. The log is looked through once
/// after the program started, then only what is new in it; of files that hold a ruling and a decision of theirs all rulings are read, so that
/// one stays theirs when another decides anew.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
/// <param name="worklists">Who people are.</param>
public sealed class OwnRulings(ChainStore store, Gate gate, Worklists worklists)
{
    private const int MostKept = 20_000;

    // Names of the events that decide and that rule; a test compares them with the chain.
    internal static readonly ImmutableArray<string> Deciding = ["application-decided", "permit-withdrawn", "renewal-decided"];
    internal static readonly ImmutableArray<string> Ruling = ["appeal-ruled", "further-appeal-ruled"];

    private readonly Lock _turn = new();
    private readonly HashSet<long> _ruled = [];
    private readonly Dictionary<long, HashSet<long>> _decided = []; // By personnel number.
    private readonly ConcurrentDictionary<(long Person, int Version), ImmutableArray<RulingState>> _known = [];
    private long _position;

    /// <summary>The rulings on decisions of an official, the latest first; whoever shows them records the looks.</summary>
    /// <param name="caller">The official.</param>
    public ImmutableArray<OwnRuling> Of(Caller caller)
    {
        var persons = Catch(caller.Number);
        using var view = store.Models.Look();
        var rows = gate.Files(caller, view.Files.Where(row => persons.Contains(row.Person))).ToList();
        return
        [
            .. rows.SelectMany(row => RulingsIn(row.Person, row.Version).Where(each => each.DecidedBy == caller.Official).Select(each => (Row: row, Ruling: each)))
                .OrderByDescending(each => each.Ruling.RuledOn.Number).ThenByDescending(each => each.Row.Person)
                .Select(each => new OwnRuling(each.Row.Person, worklists.PersonOf(caller, each.Row), each.Ruling)),
        ];
    }

    private long[] Catch(int official)
    {
        lock (_turn)
        {
            var through = store.Log.Position;
            if (through != _position)
            {
                using var context = store.CreateContext();
                var (after, names, file) = (_position, Deciding.Concat(Ruling).ToArray(), (short)StreamKind.CaseFile);
                foreach (var each in context.Set<EventRow>().AsNoTracking().Where(row => row.Position > after && row.Position <= through && row.Kind == file && names.Contains(row.Name))
                    .OrderBy(row => row.Position).Select(row => new { row.Number, row.Name, row.DoerKind, row.DoerNumber }))
                {
                    if (Ruling.Contains(each.Name))
                    {
                        _ruled.Add(each.Number);
                    }
                    else if (each.DoerKind == (short)DoerKind.Official)
                    {
                        (_decided.TryGetValue(each.DoerNumber, out var of) ? of : _decided[each.DoerNumber] = []).Add(each.Number);
                    }
                }
                _position = through;
            }
            return [.. _decided.GetValueOrDefault(official, []).Where(_ruled.Contains)];
        }
    }

    private ImmutableArray<RulingState> RulingsIn(long person, int version)
    {
        if (_known.Count > MostKept)
        {
            _known.Clear();
        }
        return _known.GetOrAdd((person, version), each =>
        {
            var (rulings, file) = (ImmutableArray.CreateBuilder<RulingState>(), CaseFile.Unopened);
            foreach (var recorded in FileState.Read(store, new(StreamKind.CaseFile, each.Person)).History)
            {
                if (recorded.Event is not { } happened)
                {
                    continue;
                }
                file = Decider.Evolve(file, happened, recorded.Envelope.OccurredOn);
                if (happened is AppealRuled or FurtherAppealRuled && file.Procedure.Courts.LastRuling is { } ruling && !rulings.Contains(ruling))
                {
                    rulings.Add(ruling);
                }
            }
            return rulings.ToImmutable();
        });
    }
}
