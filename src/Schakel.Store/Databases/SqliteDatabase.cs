using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Schakel.Store.Acts;
using Schakel.Store.Keys;

namespace Schakel.Store.Databases;

/// <summary>SQLite in a folder (ingebed). Write-ahead log, a sync at every commit, both set here and not left to a default.</summary>
internal sealed class SqliteDatabase : Database
{
    private const string Settings =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=FAST; PRAGMA wal_autocheckpoint=" + UsualPages;

    // An act changes a page of most trees: with 32 MB in between, a page is copied from the log into the file once for hundreds of acts.
    private const string UsualPages = "8192";
    private const int ManyPages = 32_768;

    private readonly string _folder;
    private readonly string _connection;
    private SqliteStatements? _statements;
    private FileStream? _lock;

    /// <summary>The database in a folder.</summary>
    public SqliteDatabase(string folder)
    {
        _folder = folder;
        Place = Path.Combine(folder, "schakel.db");
        _connection = new SqliteConnectionStringBuilder { DataSource = Place, Pooling = true, DefaultTimeout = 5 }.ToString();
    }

    /// <inheritdoc/>
    public override string Place { get; }

    /// <inheritdoc/>
    protected override string HistoryExists => "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";

    /// <inheritdoc/>
    protected override Type ContextType => typeof(SqliteStoreContext);

    /// <inheritdoc/>
    public override DbConnection Connect() => Open(_connection);

    /// <inheritdoc/>
    public override StoreContext CreateContext() =>
        new SqliteStoreContext(new DbContextOptionsBuilder<SqliteStoreContext>().UseSqlite(_connection).Options);

    /// <inheritdoc/>
    public override StoreContext CreateContextOn(DbConnection connection) =>
        new SqliteStoreContext(new DbContextOptionsBuilder<SqliteStoreContext>().UseSqlite(connection).Options);

    /// <inheritdoc/>
    public override DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <inheritdoc/>
    public override void TakeWriting()
    {
        try
        {
            _lock = new FileStream(Path.Combine(_folder, "writer.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StoreFaultException(StoreFault.Locked, $"'{_folder}' is in use: another process writes there. Stop it, or choose another folder.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreFaultException(StoreFault.ReadOnly, $"'{_folder}' cannot be written: {e.Message}", e);
        }
    }

    // EF keeps its lock in a row, which outlives a process that is killed: the next one would wait for it without end.
    /// <inheritdoc/>
    protected override void ForgetMigrationLock() => Run("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");

    /// <inheritdoc/>
    public override void Commit(Batch batch)
    {
        var statements = _statements ??= new SqliteStatements((SqliteConnection)Writer);
        try
        {
            statements.Begin();
        }
        catch (SqliteException e)
        {
            throw Explain(e);
        }
        try
        {
            statements.Write(batch);
            statements.Commit();
        }
        catch (SqliteException e)
        {
            var fault = Explain(e);
            // Rolled back in any case: a writer that has stopped holds nobody up.
            if (!statements.TryRollBack() && fault.Fault != StoreFault.Stopped)
            {
                throw Stopped(e);
            }
            throw fault;
        }
    }

    // A page that a thousand transactions change is then copied from the log into the file once, and not a thousand times.
    /// <inheritdoc/>
    public override void ExpectManyRows(bool expected) =>
        Run(expected ? $"PRAGMA wal_autocheckpoint={ManyPages}" : $"PRAGMA wal_autocheckpoint={UsualPages}; PRAGMA wal_checkpoint(PASSIVE)");

    /// <inheritdoc/>
    public override Dictionary<ActKey, ActRow> FindActs(IReadOnlyList<ActKey> keys)
    {
        var statements = _statements ??= new SqliteStatements((SqliteConnection)Writer);
        var found = new Dictionary<ActKey, ActRow>();
        foreach (var key in keys)
        {
            if (statements.FindAct(key) is { } row)
            {
                found[key] = row;
            }
        }
        return found;
    }

    /// <inheritdoc/>
    public override StoreFaultException Explain(DbException fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new(StoreFault.Locked, $"'{Place}' is locked by another process. Nothing was done; send the act again.", fault),
        SQLitePCL.raw.SQLITE_READONLY => new(StoreFault.ReadOnly, $"'{Place}' may not be written. Nothing was done.", fault),
        SQLitePCL.raw.SQLITE_FULL => new(StoreFault.DiskFull, $"The disk of '{Place}' is full. Nothing was done; free space and send the act again.", fault),
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => new(StoreFault.Unreadable, $"'{Place}' is no intact database: {fault.Message}", fault),
        _ => Stopped(fault),
    };

    /// <inheritdoc/>
    public override IKeyPlace Keys(string folder) => KeyTable.OnSqlite(Open(
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "keys.db"), Pooling = false, DefaultTimeout = 5 }.ToString()));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _statements?.Dispose();
            base.Dispose(disposing);
            SqliteConnection.ClearPool(new SqliteConnection(_connection));
            _lock?.Dispose();
        }
    }

    private StoreFaultException Stopped(Exception fault) => new(
        StoreFault.Stopped, $"Writing '{Place}' failed: {fault.Message} Whether the last acts were kept is not certain, so the writer has stopped. Restart: what was kept is read from the disk.", fault);

    private static SqliteConnection Open(string text)
    {
        var connection = new SqliteConnection(text);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = Settings;
        settings.ExecuteNonQuery();
        return connection;
    }
}
