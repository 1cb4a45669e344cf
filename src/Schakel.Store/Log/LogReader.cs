using System.Data.Common;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Databases;
using Schakel.Store.Keys;

namespace Schakel.Store.Log;

/// <summary>Reads a log beside whoever writes it (lezer van het logboek): one state of it, whatever is written meanwhile. Writes nothing.</summary>
public sealed class LogReader : IDisposable
{
    private readonly Database _database;
    private readonly KeyVault _vault;
    private readonly EventReader _reader;
    private readonly DbConnection _connection;
    private readonly DbTransaction _snapshot;

    private LogReader(Database database, StorePlace place)
    {
        _database = database;
        _vault = new(database.Keys(place.KeysFolder), place.KeysFolder);
        _reader = new(_vault);
        _connection = database.Connect();
        _snapshot = database.BeginSnapshot(_connection);
        Log = new(database, _reader, _connection);
    }

    /// <summary>The log as it was when it was opened.</summary>
    public EventLog Log { get; }

    /// <summary>The first and the last day on which something happened; null for an empty log.</summary>
    public (Day First, Day Last)? Days => Log.Position == 0 ? null
        : (new((int)_database.Number(_connection, "SELECT min(occurred_on) FROM events")), new((int)_database.Number(_connection, "SELECT max(occurred_on) FROM events")));

    /// <summary>Whether there are data in a folder (SQLite).</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsThere(string folder) => File.Exists(Path.Combine(folder, "schakel.db"));

    /// <summary>Opens a log.</summary>
    /// <param name="place">Where the data are.</param>
    /// <exception cref="StoreFaultException">There are no data, or they cannot be opened.</exception>
    public static LogReader Open(StorePlace place)
    {
        if (place.Postgres is null && !IsThere(place.Folder))
        {
            throw new StoreFaultException(StoreFault.Unreadable, $"'{place.Folder}' holds no data: there is no schakel.db.");
        }
        var database = ChainStore.DatabaseOf(place);
        try
        {
            return new(database, place);
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

    /// <summary>Persons, households and sites that have a history, whose content was not erased.</summary>
    public IEnumerable<StreamId> Streams() =>
        _database.ReadStreams(_connection).Where(row => row.ErasedAt is null).Select(row => new StreamId((StreamKind)row.Kind, row.Number)).OrderBy(stream => (stream.Kind, stream.Number));

    /// <summary>All events by the day they happened, and as they were recorded within it. Late news stands where it happened.</summary>
    public IEnumerable<RecordedEvent> ByDay()
    {
        _reader.Prepare();
        return _reader.OpenEach(InOrder() ? _database.ReadByPosition(_connection) : _database.ReadByDay(_connection));
    }

    /// <summary>All events as they were recorded: late news stands where it was recorded, with the day on which it happened.</summary>
    public IEnumerable<RecordedEvent> AsRecorded()
    {
        _reader.Prepare();
        return _reader.OpenEach(_database.ReadByPosition(_connection));
    }

    // Sorting a nation's log takes longer than looking whether it must be.
    private bool InOrder()
    {
        var last = new Day(int.MinValue);
        foreach (var day in _database.ReadDays(_connection))
        {
            if (day < last)
            {
                return false;
            }
            last = day;
        }
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot.Dispose();
        _connection.Dispose();
        _vault.Dispose();
        _database.Dispose();
    }
}
