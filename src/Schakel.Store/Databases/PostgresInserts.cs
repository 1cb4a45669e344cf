using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using Npgsql;
using NpgsqlTypes;
using Schakel.Store.Keys;
using Schakel.Store.Log;
using Schakel.Store.Rows;

namespace Schakel.Store.Databases;

/// <summary>The statements of a group on PostgreSQL (schrijfopdrachten).</summary>
internal static class PostgresInserts
{
    private const NpgsqlDbType Big = NpgsqlDbType.Bigint;
    private const NpgsqlDbType Int = NpgsqlDbType.Integer;
    private const NpgsqlDbType Small = NpgsqlDbType.Smallint;
    private const NpgsqlDbType Text = NpgsqlDbType.Text;
    private const NpgsqlDbType Bytes = NpgsqlDbType.Bytea;
    private const NpgsqlDbType Bool = NpgsqlDbType.Boolean;

    public static void Add(NpgsqlBatch batch, Batch group, bool withEvents)
    {
        if (withEvents && group.Events.Count > 0)
        {
            AddEvents(batch, group.Events);
        }
        if (group.NewStreams.Count > 0)
        {
            Rows<StreamRow>.Of(group.NewStreams).With("kind", Small, s => s.Kind).With("number", Big, s => s.Number).With("key_number", Big, s => s.KeyNumber)
                .Insert(batch, "streams");
        }
        if (group.Acts.Count > 0)
        {
            Rows<ActRow>.Of(group.Acts).With("key", Bytes, a => a.Key).With("content", Bytes, a => a.Content)
                .With("answer", Bytes, a => a.Answer).With("recorded_at", Big, a => a.RecordedAt).Insert(batch, "acts");
        }
        if (group.Files.Count > 0)
        {
            AddFiles(batch, group.Files.Values);
        }
        if (group.Steps.Count > 0)
        {
            AddSteps(batch, group.Steps);
        }
        AddNumbers(batch, group);
        if (group.Sites.Count > 0)
        {
            Rows<SiteRow>.Of(group.Sites.Values).With("site", Int, s => s.Site).With("version", Int, s => s.Version).With("is_open", Bool, s => s.IsOpen)
                .With("capacity", Int, s => s.Capacity).With("modality", Int, s => s.Modality).With("occupancy", Int, s => s.Occupancy).With("out_of_use", Int, s => s.OutOfUse)
                .Insert(batch, "sites", key: ["site"]);
        }
        if (group.Slots.Count > 0)
        {
            AddSlots(batch, group.Slots);
        }
    }

    private static void AddEvents(NpgsqlBatch batch, List<StoredEvent> events) => Rows<StoredEvent>.Of(events)
        .With("position", Big, e => e.Envelope.Position)
        .With("kind", Small, e => (short)e.Envelope.Stream.Kind)
        .With("number", Big, e => e.Envelope.Stream.Number)
        .With("version", Int, e => e.Envelope.Version)
        .With("name", Text, e => e.Envelope.Name)
        .With("event_version", Small, e => (short)e.Envelope.EventVersion)
        .With("occurred_on", Int, e => e.Envelope.OccurredOn.Number)
        .With("recorded_at", Big, e => Instants.ToMicroseconds(e.Envelope.RecordedAt))
        .With("doer_kind", Small, e => (short)e.Envelope.Doer.Kind)
        .With("doer_number", Big, e => e.Envelope.Doer.Number)
        .With("doer_role", Int, e => (int)e.Envelope.Doer.Role)
        .With("purpose", Small, e => (short)e.Envelope.Purpose)
        .With("act_key", Bytes, e => e.Envelope.ActKey.ToBytes())
        .With("payload", Bytes, e => e.Payload)
        .With("hash", Bytes, e => e.Envelope.Hash.ToArray())
        .Insert(batch, "events");

    private static void AddFiles(NpgsqlBatch batch, IReadOnlyCollection<FileRow> files) => Rows<FileRow>.Of(files)
        .With("person", Big, f => f.Person).With("version", Int, f => f.Version).With("presence", Int, f => f.Presence)
        .With("household", Big, f => f.Household).With("site", Int, f => f.Site).With("modality", Int, f => f.Modality)
        .With("track", Int, f => f.Track).With("application", Int, f => f.Application).With("outcome", Int, f => f.Outcome)
        .With("lodged_on", Int, f => f.LodgedOn).With("interviewed_on", Int, f => f.InterviewedOn).With("decided_on", Int, f => f.DecidedOn)
        .With("has_permit", Bool, f => f.HasPermit).With("appeal_pending", Bool, f => f.AppealPending).With("municipality", Int, f => f.Municipality)
        .With("is_housed", Bool, f => f.IsHoused).With("return_open", Bool, f => f.ReturnOpen).With("gone_on", Int, f => f.GoneOn)
        .With("next_due", Int, f => f.NextDue).With("as_of", Int, f => f.AsOf).With("law", Text, f => f.Law)
        .With("team", Int, f => f.Team)
        .Insert(batch, "files", key: ["person"]);

    private static void AddSteps(NpgsqlBatch batch, Dictionary<long, StepsOfPerson> steps)
    {
        var unknown = steps.Where(of => of.Value.Before is null).Select(of => of.Key).ToArray();
        if (unknown.Length > 0)
        {
            var clear = new NpgsqlBatchCommand("DELETE FROM steps WHERE person = ANY($1)");
            clear.Parameters.Add(new() { Value = unknown, NpgsqlDbType = NpgsqlDbType.Array | Big });
            batch.BatchCommands.Add(clear);
        }
        var gone = steps.Values.SelectMany(of => of.Gone).ToList();
        if (gone.Count > 0)
        {
            Rows<StepRow>.Of(gone).With("person", Big, s => s.Person).With("ordinal", Int, s => s.Ordinal).Delete(batch, "steps");
        }
        var rows = steps.Values.SelectMany(of => of.Written).ToList();
        if (rows.Count > 0)
        {
            Rows<StepRow>.Of(rows).With("person", Big, s => s.Person).With("ordinal", Int, s => s.Ordinal).With("code", Text, s => s.Code)
                .With("party", Int, s => s.Party).With("earliest", Int, s => s.Earliest).With("last_day", Int, s => s.LastDay)
                .With("until", Int, s => s.Until).With("force", Int, s => s.Force).With("waits_for", Text, s => s.WaitsFor).With("lapses", Text, s => s.Lapses)
                .With("rank", Int, s => s.Rank).With("sort_day", Int, s => s.SortDay)
                .With("norm", Text, s => s.Norm).With("law", Text, s => s.Law).Insert(batch, "steps", key: ["person", "ordinal"]);
        }
    }

    private static void AddNumbers(NpgsqlBatch batch, Batch group)
    {
        if (group.FreedNumbers.Count > 0)
        {
            var clear = new NpgsqlBatchCommand("DELETE FROM v_numbers WHERE hash = ANY($1)");
            clear.Parameters.Add(new() { Value = group.FreedNumbers.Select(NumberHashes.ToBytes).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | Bytes });
            batch.BatchCommands.Add(clear);
        }
        if (group.TakenNumbers.Count > 0)
        {
            Rows<KeyValuePair<UInt128, long>>.Of(group.TakenNumbers).With("hash", Bytes, n => NumberHashes.ToBytes(n.Key)).With("person", Big, n => n.Value)
                .Insert(batch, "v_numbers");
        }
    }

    private static void AddSlots(NpgsqlBatch batch, Dictionary<(int Site, int Slot), long?> slots)
    {
        var freed = slots.Where(slot => slot.Value is null).Select(slot => slot.Key).ToList();
        if (freed.Count > 0)
        {
            Rows<(int Site, int Slot)>.Of(freed).With("site", Int, s => s.Site).With("slot", Int, s => s.Slot).Delete(batch, "slots");
        }
        var taken = slots.Where(slot => slot.Value is not null).ToList();
        if (taken.Count > 0)
        {
            Rows<KeyValuePair<(int Site, int Slot), long?>>.Of(taken).With("site", Int, s => s.Key.Site).With("slot", Int, s => s.Key.Slot)
                .With("person", Big, s => s.Value!.Value).Insert(batch, "slots", key: ["site", "slot"]);
        }
    }

    /// <summary>Rows with their columns (rijen). Few go value by value, which the server runs at half the cost; many as arrays, one per column, in one statement of any size.</summary>
    private sealed class Rows<TRow>(IReadOnlyList<TRow> rows)
    {
        // Each size of a statement with values is prepared by itself: 1, 2, 4, 8 and 16 rows.
        private const int MostAsValues = 31;
        private static readonly ConcurrentDictionary<(string Table, int Rows), string> Statements = new(); // Of a table, always with the same columns; 0 rows: any number.
        private readonly List<Column> _columns = [];

        public static Rows<TRow> Of(IEnumerable<TRow> rows) => new([.. rows]);

        public Rows<TRow> With<TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value)
        {
            _columns.Add(new(
                name,
                row => new() { Value = (object?)value(row) ?? DBNull.Value, NpgsqlDbType = type },
                () => new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type }));
            return this;
        }

        /// <param name="batch">Receives the statements.</param>
        /// <param name="table">The table.</param>
        /// <param name="key">Columns of the key when a row that is there is replaced; otherwise it is an error.</param>
        public void Insert(NpgsqlBatch batch, string table, string[]? key = null)
        {
            if (rows.Count > MostAsValues)
            {
                Add(batch, Statements.GetOrAdd((table, 0), _ => $"{Into(table)}SELECT * FROM unnest({Places(0)}){Otherwise(key)}"), _columns.Select(column => column.All()));
                return;
            }
            foreach (var some in InPowersOfTwo())
            {
                var statement = Statements.GetOrAdd(
                    (table, some.Count), of => $"{Into(table)}VALUES {string.Join(", ", Enumerable.Range(0, of.Rows).Select(row => $"({Places(row)})"))}{Otherwise(key)}");
                Add(batch, statement, some.SelectMany(row => _columns.Select(column => column.One(row))));
            }
        }

        /// <summary>Takes away the rows with these columns.</summary>
        public void Delete(NpgsqlBatch batch, string table)
        {
            var columns = string.Join(", ", _columns.Select(c => c.Name));
            if (rows.Count > MostAsValues)
            {
                Add(batch, $"DELETE FROM {table} WHERE ({columns}) IN (SELECT * FROM unnest({Places(0)}))", _columns.Select(column => column.All()));
                return;
            }
            foreach (var row in rows)
            {
                Add(batch, $"DELETE FROM {table} WHERE ({columns}) = ({Places(0)})", _columns.Select(column => column.One(row)));
            }
        }

        private IEnumerable<IReadOnlyList<TRow>> InPowersOfTwo()
        {
            for (var from = 0; from < rows.Count;)
            {
                var size = (int)BitOperations.RoundUpToPowerOf2((uint)(rows.Count - from) / 2 + 1);
                yield return [.. rows.Skip(from).Take(size)];
                from += size;
            }
        }

        private string Into(string table) => $"INSERT INTO {table} ({string.Join(", ", _columns.Select(c => c.Name))}) ";

        private string Otherwise(string[]? key) => key is null ? ""
            : $" ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", _columns.Where(c => !key.Contains(c.Name)).Select(c => $"{c.Name} = excluded.{c.Name}"))}";

        private string Places(int row) =>
            string.Join(", ", Enumerable.Range((row * _columns.Count) + 1, _columns.Count).Select(place => string.Create(CultureInfo.InvariantCulture, $"${place}")));

        private static void Add(NpgsqlBatch batch, string statement, IEnumerable<NpgsqlParameter> values)
        {
            var command = new NpgsqlBatchCommand(statement);
            foreach (var value in values)
            {
                command.Parameters.Add(value);
            }
            batch.BatchCommands.Add(command);
        }

        private sealed record Column(string Name, Func<TRow, NpgsqlParameter> One, Func<NpgsqlParameter> All);
    }
}
