using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Schakel.Store.Databases;

// ADO.NET looks every parameter up by its name for every row; a bulk of millions of rows spends more time there than in the database. Here
// values are bound by place. The connection stays ADO.NET's: transactions, settings and closing are its own.

/// <summary>A statement that is prepared once and run for many rows (voorbereide opdracht). Its parameters are taken in order.</summary>
internal sealed class SqlitePrepared : IDisposable
{
    private const int MostOnStack = 128;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares a statement on an open connection; dispose it before the connection closes.</summary>
    /// <exception cref="SqliteException">The database does not take it.</exception>
    public SqlitePrepared(SqliteConnection connection, string text)
    {
        _database = connection.Handle ?? throw new ArgumentException("The connection is not open.", nameof(connection));
        Check(raw.sqlite3_prepare_v2(_database, text, out _statement));
    }

    /// <summary>Runs it with these values.</summary>
    /// <param name="values">Numbers, flags, texts, bytes or null, one for each parameter.</param>
    /// <exception cref="SqliteException">The database refused; the statement can be run again.</exception>
    public void Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Bind(i + 1, values[i]);
        }
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            raw.sqlite3_reset(_statement);
            Check(result);
        }
        Check(raw.sqlite3_reset(_statement));
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Bind(int place, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        short number => raw.sqlite3_bind_int64(_statement, place, number),
        bool flag => raw.sqlite3_bind_int64(_statement, place, flag ? 1 : 0),
        string text => BindText(place, text),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, place, 0), // Without a length it would be NULL.
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of a row.", nameof(value)),
    });

    private int BindText(int place, string text)
    {
        if (text.Length is 0 or > MostOnStack)
        {
            return raw.sqlite3_bind_text(_statement, place, text);
        }
        Span<byte> utf8 = stackalloc byte[3 * MostOnStack];
        return raw.sqlite3_bind_text(_statement, place, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
