using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store;

/// <summary>Where the data are (plaats van de gegevens).</summary>
/// <param name="Folder">The data folder: the database on SQLite, and keys and anchors.</param>
/// <param name="Postgres">Connection string of PostgreSQL; without it the data are in SQLite in the folder.</param>
public sealed record StorePlace(string Folder, string? Postgres = null)
{
    /// <summary>The folder of the keys, to be backed up apart from the data.</summary>
    public string KeysFolder { get; init; } = Path.Combine(Folder, "keys");

    /// <summary>The folder of the anchors, to be copied elsewhere.</summary>
    public string AnchorsFolder { get; init; } = Path.Combine(Folder, "anchors");
}

/// <summary>The running chain's memory (opslag): the desk that writes, the log that is read, the rows.</summary>
public sealed class ChainStore : IDisposable
{
    private readonly Database _database;
    private readonly KeyVault _vault;

    private ChainStore(StorePlace place, Database database, KeyVault vault, DeskSettings settings)
    {
        (Place, _database, _vault) = (place, database, vault);
        var reader = new EventReader(vault);
        Log = new(database, reader);
        Desk = new(database, reader, Log, new Deciding(database, vault, reader, settings), settings);
    }

    /// <summary>Where the data are.</summary>
    public StorePlace Place { get; }

    /// <summary>The one way in.</summary>
    public Desk Desk { get; }

    /// <summary>Everything that happened.</summary>
    public EventLog Log { get; }

    /// <summary>Opens the data, and makes them where there are none.</summary>
    /// <param name="place">Where.</param>
    /// <param name="settings">What the desk decides by.</param>
    /// <exception cref="StoreFaultException">The data are in use, cannot be written, or their keys are missing.</exception>
    public static ChainStore Open(StorePlace place, DeskSettings settings)
    {
        try
        {
            Directory.CreateDirectory(place.Folder);
            Directory.CreateDirectory(place.KeysFolder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new StoreFaultException(StoreFault.ReadOnly, $"'{place.Folder}' cannot be written: {e.Message}", e);
        }
        var database = DatabaseOf(place);
        try
        {
            database.TakeWriting();
            database.Migrate();
            var vault = new KeyVault(database.Keys(place.KeysFolder), place.KeysFolder);
            return new(place, database, vault, settings);
        }
        catch (System.Data.Common.DbException e)
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
        Desk.Dispose();
        _vault.Dispose();
        _database.Dispose();
    }

    internal static Database DatabaseOf(StorePlace place) =>
        place.Postgres is { } connection ? throw new NotSupportedException(connection) : new SqliteDatabase(place.Folder);
}
