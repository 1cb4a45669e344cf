using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Anchors;
using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Documents;
using Schakel.Store.Keys;
using Schakel.Store.Log;
using Schakel.Store.Models;
using Schakel.Store.Outbox;

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
    private readonly EventReader _reader;
    private readonly DeskSettings _settings;
    private readonly NumberHashes _hashes;

    private ChainStore(StorePlace place, Database database, KeyVault vault, DeskSettings settings)
    {
        (Place, _database, _vault, _settings) = (place, database, vault, settings);
        _reader = new EventReader(vault);
        Log = new(database, _reader);
        Sites = new(Log);
        Policies = new(Log, CreateContext);
        _hashes = NumberHashes.In(place.KeysFolder);
        if (database.Mark(BulkWriter.MarkName) is not null)
        {
            RowsAnew.Write(database, vault, _reader, settings, _hashes); // A bulk was ended halfway: its events are there, its rows are not.
        }
        else if (database.Mark(NumberHashes.MarkName) != _hashes.Mark)
        {
            RowsAnew.WriteNumbers(database, _reader, _hashes);
        }
        RowsAnew.WriteSitesWhereAsked(database, settings, _hashes, Sites);
        Desk = new(database, _reader, Log, new Deciding(database, vault, _reader, settings, _hashes), settings);
        Anchors = new(database, Desk, Log, place);
        Models = new(database, _reader, Log, Desk, settings, place, _hashes);
        Documents = new(Desk, Log, place);
        Subscriptions = new(database, Desk, Log, vault, settings.Time);
    }

    /// <summary>Where the data are.</summary>
    public StorePlace Place { get; }

    /// <summary>The one way in.</summary>
    public Desk Desk { get; }

    /// <summary>Everything that happened.</summary>
    public EventLog Log { get; }

    /// <summary>Sites as they stand.</summary>
    public KeptSites Sites { get; }

    /// <summary>The policy on every country as it stands.</summary>
    public KeptPolicies Policies { get; }

    /// <summary>Makes anchors.</summary>
    public AnchorKeeper Anchors { get; }

    /// <summary>What is read and not decided on; kept up by <see cref="ModelService"/>.</summary>
    public ReadModels Models { get; }

    /// <summary>Contents of the documents that people supply.</summary>
    public DocumentShelf Documents { get; }

    /// <summary>Who is told what happens.</summary>
    public Subscriptions Subscriptions { get; }

    /// <summary>The law under which acts of a day are decided.</summary>
    /// <param name="day">The day.</param>
    internal Law LawOn(Day day) => _settings.LawOn(day);

    /// <summary>The database, for tests that break it.</summary>
    internal Database Database => _database;

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
            Erasure.Finish(database, vault);
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

    /// <summary>
    /// What the desk answers when an act is sent again: the first answer, or that its key was used for another one. Null when no act was
    /// done under its key. The commands are not looked at when <see cref="Act.Asked"/> says what was asked.
    /// </summary>
    /// <param name="act">The act.</param>
    public async Task<ActResult?> FindAnswerAsync(Act act)
    {
        ActResult? found = null;
        await Desk.RunAsync(_ => found = Desk.FindAnswer(act)).ConfigureAwait(false);
        return found;
    }

    /// <summary>What came of an act with a key, as it was answered first; null when no such act was done. For forms of our own, whose key is theirs alone.</summary>
    /// <param name="key">The key.</param>
    public async Task<ActResult?> FirstAnswerAsync(ActKey key)
    {
        ActResult? found = null;
        await Desk.RunAsync(_ => found = Desk.FirstAnswer(key)).ConfigureAwait(false);
        return found;
    }

    /// <summary>The highest number in use for a kind of stream, erased ones included; zero when there is none.</summary>
    /// <param name="kind">The kind.</param>
    public async Task<long> HighestNumberAsync(StreamKind kind)
    {
        using var context = CreateContext();
        return await context.Set<StreamRow>().AsNoTracking().Where(row => row.Kind == (short)kind).MaxAsync(row => (long?)row.Number).ConfigureAwait(false) ?? 0;
    }

    /// <summary>Begins a bulk: events that were decided elsewhere. The desk takes no acts until it is disposed of.</summary>
    public BulkWriter BeginBulk() => new(_database, _vault, _reader, Desk, Log, _settings, _hashes);

    /// <summary>
    /// Erases the content of a file or household for good (wissen): its key goes, and its rows. Envelopes and hashes stay, so that the log
    /// can still be proved; of the content nothing can be read any more, here or in a backup of the data. Backups of the keys are another matter.
    /// </summary>
    /// <param name="stream">A file or a household.</param>
    /// <exception cref="ArgumentException">A site's or a country's stream has no key.</exception>
    public Task EraseAsync(StreamId stream)
    {
        if (stream.IsInTheClear)
        {
            throw new ArgumentException("A site's or a country's stream is about no person and has no key to erase.", nameof(stream));
        }
        return Desk.RunAsync(deciding =>
        {
            Erasure.Begin(_database, stream, Instants.ToMicroseconds(_settings.Time.GetUtcNow()), [.. Models.Erasing(stream), .. RowsAnew.FreeNumbers(deciding, stream, _hashes)]);
            Models.Erased(stream);
            Erasure.Finish(_database, _vault);
            deciding.Forget(stream);
            Documents.Erase(stream);
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Desk.Dispose();
        Anchors.Dispose();
        Models.Dispose();
        _vault.Dispose();
        _database.Dispose();
    }

    internal static Database DatabaseOf(StorePlace place) =>
        place.Postgres is { } connection ? new PostgresDatabase(connection) : new SqliteDatabase(place.Folder);
}
