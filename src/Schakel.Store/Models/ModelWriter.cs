using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Schakel.Store.Databases;

namespace Schakel.Store.Models;

/// <summary>Writes rows of one generation in a transaction (modelschrijver). SQLite by prepared statements, PostgreSQL by COPY.</summary>
/// <param name="transaction">The transaction.</param>
/// <param name="generation">The generation.</param>
internal sealed class ModelWriter(DbTransaction transaction, int generation)
{
    private readonly DbConnection _connection = transaction.Connection!;

    /// <summary>Writes a change.</summary>
    /// <param name="change">The change.</param>
    public void Write(ModelChange change)
    {
        Replace(ModelTables.Appointments, change.Appointments);
        Replace(ModelTables.Members, change.Members);
        Replace(ModelTables.HousingTasks, change.HousingTasks);
        Replace(ModelTables.ReturnCases, change.ReturnCases);
        Replace(ModelTables.SearchTerms, change.SearchTerms);
        Add(
            $"INSERT INTO {ModelTables.Occupancy} (generation, site, modality, day, residents, places) VALUES (@p0, @p1, @p2, @p3, @p4, @p5) ON CONFLICT (generation, site, day, modality) DO UPDATE SET residents = occupancy.residents + excluded.residents, places = occupancy.places + excluded.places",
            change.Occupancy.Select(sum => new object[] { generation, sum.Key.Site, sum.Key.Modality, sum.Key.Day, sum.Value.Residents, sum.Value.Places }));
        Add(AddCount, change.Counters.Select(sum => new object[] { generation, sum.Key.Month, sum.Key.Kind, sum.Key.Detail, sum.Value }));
    }

    /// <summary>Adds to a counter.</summary>
    public const string AddCount =
        $"INSERT INTO {ModelTables.Counters} (generation, month, kind, detail, count) VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT (generation, month, kind, detail) DO UPDATE SET count = counters.count + excluded.count";

    /// <summary>Sets a mark.</summary>
    public void Mark(string name, long value) => Add(
        "INSERT INTO marks (name, value) VALUES (@p0, @p1) ON CONFLICT (name) DO UPDATE SET value = excluded.value", [[name, value]]);

    /// <summary>Adds rows of a table. In the order of its key they go in fastest.</summary>
    public void Insert<TRow>(ModelTable<TRow> table, IEnumerable<TRow> rows)
    {
        if (_connection is NpgsqlConnection postgres)
        {
            Copy(postgres, table, rows);
            return;
        }
        var names = string.Join(", ", table.Columns.Select(column => column.Name));
        var places = string.Join(", ", Enumerable.Repeat("?", table.Columns.Length + 1));
        using var insert = new SqlitePrepared((SqliteConnection)_connection, $"INSERT INTO {table.Name} (generation, {names}) VALUES ({places})");
        var values = new object?[table.Columns.Length + 1];
        values[0] = generation;
        foreach (var row in rows)
        {
            for (var i = 0; i < table.Columns.Length; i++)
            {
                values[i + 1] = table.Columns[i].Value(row);
            }
            insert.Run(values);
        }
    }

    private void Replace<TRow>(ModelTable<TRow> table, Dictionary<long, IReadOnlyList<TRow>> byOwner)
    {
        if (byOwner.Count > 0)
        {
            Clear(table.Name, table.Owner, byOwner.Keys);
            Insert(table, byOwner.Values.SelectMany(rows => rows));
        }
    }

    private void Clear(string table, string owner, IReadOnlyCollection<long> owners)
    {
        if (_connection is NpgsqlConnection)
        {
            using var all = Command($"DELETE FROM {table} WHERE generation = @p0 AND {owner} = ANY(@p1)", 2);
            all.Parameters[0].Value = generation;
            all.Parameters[1].Value = owners.ToArray();
            all.ExecuteNonQuery();
            return;
        }
        using var clear = Command($"DELETE FROM {table} WHERE generation = @p0 AND {owner} = @p1", 2);
        clear.Parameters[0].Value = generation;
        foreach (var one in owners)
        {
            clear.Parameters[1].Value = one;
            clear.ExecuteNonQuery();
        }
    }

    private void Copy<TRow>(NpgsqlConnection postgres, ModelTable<TRow> table, IEnumerable<TRow> rows)
    {
        using var into = postgres.BeginBinaryImport($"COPY {table.Name} (generation, {string.Join(", ", table.Columns.Select(column => column.Name))}) FROM STDIN (FORMAT binary)");
        foreach (var row in rows)
        {
            into.StartRow();
            into.Write(generation, NpgsqlDbType.Integer);
            foreach (var column in table.Columns)
            {
                if (column.Value(row) is { } value)
                {
                    into.Write(value, column.Type);
                }
                else
                {
                    into.WriteNull();
                }
            }
        }
        into.Complete();
    }

    private void Add(string statement, IEnumerable<object[]> rows)
    {
        DbCommand? command = null;
        foreach (var values in rows)
        {
            command ??= Command(statement, values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i];
            }
            command.ExecuteNonQuery();
        }
        command?.Dispose();
    }

    private DbCommand Command(string text, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
