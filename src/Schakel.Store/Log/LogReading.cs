using System.Data.Common;
using Schakel.Store.Databases;
using Schakel.Store.Keys;

namespace Schakel.Store.Log;

/// <summary>The log for reading only (meelezen): a process that writes may go on.</summary>
public sealed class LogReading : IDisposable
{
    private readonly Database _database;
    private readonly KeyVault _vault;

    private LogReading(Database database, KeyVault vault)
    {
        (_database, _vault) = (database, vault);
        Log = new(database, new EventReader(vault));
    }

    /// <summary>What was durable when it was opened, and later.</summary>
    public EventLog Log { get; }

    /// <summary>Whether there are data in a folder (SQLite).</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsThere(string folder) => File.Exists(Path.Combine(folder, "schakel.db"));

    /// <summary>Opens the log.</summary>
    /// <param name="place">Where the data are.</param>
    /// <exception cref="StoreFaultException">There are no data, or they cannot be opened.</exception>
    public static LogReading Open(StorePlace place)
    {
        if (place.Postgres is null && !IsThere(place.Folder))
        {
            throw new StoreFaultException(StoreFault.Unreadable, $"'{place.Folder}' holds no data: there is no schakel.db.");
        }
        var database = ChainStore.DatabaseOf(place);
        try
        {
            return new(database, new KeyVault(database.Keys(place.KeysFolder), place.KeysFolder));
        }
        catch (DbException e)
        {
            database.Dispose();
            throw database.Explain(e);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A context for reading rows; dispose it after use.</summary>
    public StoreContext CreateContext() => _database.CreateContext();

    /// <inheritdoc/>
    public void Dispose()
    {
        _vault.Dispose();
        _database.Dispose();
    }
}
