using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Schakel.Store.Keys;
using Schakel.Store.Log;
using Schakel.Store.Rows;

namespace Schakel.Store.Databases;

/// <summary>The statements of a group on PostgreSQL, each with an array per column (schrijfopdrachten).</summary>
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
                .With("remedy_by", Int, s => s.RemedyBy)
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
            var clear = new NpgsqlBatchCommand("DELETE FROM steps WHERE (person, ordinal) IN (SELECT * FROM unnest($1, $2))");
            clear.Parameters.Add(new() { Value = gone.Select(row => row.Person).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | Big });
            clear.Parameters.Add(new() { Value = gone.Select(row => row.Ordinal).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | Int });
            batch.BatchCommands.Add(clear);
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
            var clear = new NpgsqlBatchCommand("DELETE FROM slots WHERE (site, slot) IN (SELECT * FROM unnest($1, $2))");
            clear.Parameters.Add(new() { Value = freed.Select(s => s.Site).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | Int });
            clear.Parameters.Add(new() { Value = freed.Select(s => s.Slot).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | Int });
            batch.BatchCommands.Add(clear);
        }
        var taken = slots.Where(slot => slot.Value is not null).ToList();
        if (taken.Count > 0)
        {
            Rows<KeyValuePair<(int Site, int Slot), long?>>.Of(taken).With("site", Int, s => s.Key.Site).With("slot", Int, s => s.Key.Slot)
                .With("person", Big, s => s.Value!.Value).Insert(batch, "slots", key: ["site", "slot"]);
        }
    }

    /// <summary>Rows as arrays, one per column.</summary>
    private sealed class Rows<TRow>(IReadOnlyCollection<TRow> rows)
    {
        private readonly List<(string Name, NpgsqlParameter Values)> _columns = [];

        public static Rows<TRow> Of(IReadOnlyCollection<TRow> rows) => new(rows);

        public Rows<TRow> With<TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value)
        {
            _columns.Add((name, new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type }));
            return this;
        }

        /// <param name="batch">Receives the statement.</param>
        /// <param name="table">The table.</param>
        /// <param name="key">Columns of the key when a row that is there is replaced; otherwise it is an error.</param>
        public void Insert(NpgsqlBatch batch, string table, string[]? key = null)
        {
            var names = string.Join(", ", _columns.Select(c => c.Name));
            var numbers = string.Join(", ", Enumerable.Range(1, _columns.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"${i}")));
            var otherwise = key is null ? ""
                : $" ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", _columns.Where(c => !key.Contains(c.Name)).Select(c => $"{c.Name} = excluded.{c.Name}"))}";
            var command = new NpgsqlBatchCommand($"INSERT INTO {table} ({names}) SELECT * FROM unnest({numbers}){otherwise}");
            _columns.ForEach(column => command.Parameters.Add(column.Values));
            batch.BatchCommands.Add(command);
        }
    }
}
