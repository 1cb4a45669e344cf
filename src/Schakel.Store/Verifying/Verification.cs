using System.Data.Common;
using Schakel.Chain;
using Schakel.Store.Databases;
using Schakel.Store.Documents;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Verifying;

// How it works. One pass over the log in order of position. Positions and versions have no gaps; each hash follows from the one before it,
// the envelope and the content; the Merkle root at an anchor's position is the anchor's; a stream's hash at an anchored version is the
// anchored one. The same pass folds the events into states, which the rows are compared with, and lists the documents that events tell of,
// whose contents are read after it. Anchors in the data folder help against
// accidents; against someone who can write there, only those kept elsewhere do.

/// <summary>Proves the log, or names what is wrong with it (controle).</summary>
public static class Verification
{
    /// <summary>Verifies data. Nothing is written; a process that runs may go on.</summary>
    /// <param name="place">Where the data are.</param>
    /// <param name="request">What to verify against.</param>
    /// <exception cref="StoreFaultException">There are no data, or they cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The anchor file is no file of anchors.</exception>
    public static VerificationReport Run(StorePlace place, VerificationRequest request)
    {
        if (place.Postgres is null && !File.Exists(Path.Combine(place.Folder, "schakel.db")))
        {
            throw new StoreFaultException(StoreFault.Unreadable, $"'{place.Folder}' holds no data: there is no schakel.db.");
        }
        using var database = ChainStore.DatabaseOf(place);
        try
        {
            using var vault = new KeyVault(database.Keys(place.KeysFolder), place.KeysFolder);
            using var connection = database.Connect();
            using var snapshot = database.BeginSnapshot(connection);
            return Run(database, connection, vault, place, request);
        }
        catch (DbException e)
        {
            throw database.Explain(e);
        }
    }

    private static VerificationReport Run(Database database, DbConnection connection, KeyVault vault, StorePlace place, VerificationRequest request)
    {
        var problems = new Problems();
        using var anchors = new AnchorCheck(database.ReadAnchors(connection), place, request, problems);
        var pass = new LogPass(Streams(database.ReadStreams(connection), problems), new EventReader(vault), anchors, problems);
        for (long? from = long.MinValue; from is { } next;)
        {
            var page = database.ReadAsLogged(next, 8192, connection);
            page.ForEach(pass.Take);
            from = page is [.., { Stored.Envelope.Position: < long.MaxValue and var last }] ? last + 1 : null;
        }
        pass.End();
        var rows = new RowCheck(database, connection, pass.States, request, NumberHashes.Find(place.KeysFolder), problems);
        rows.Compare();
        var documents = new DocumentCheck(vault, DocumentShelf.FolderIn(place), problems);
        problems.Try(ProblemKind.Unreadable, "Documents", () => documents.Compare(pass.Documents, pass.States));
        return new(pass.Events, pass.States.Count, pass.States.Count(state => state.Value.Erased), anchors.Count, anchors.Anchored, rows.Rows, rows.OtherLaw, problems.Count, problems.All)
        {
            Documents = documents.Read,
            UntoldDocuments = documents.Untold,
        };
    }
    private static Dictionary<StreamId, StreamRow> Streams(List<StreamRow> rows, Problems problems)
    {
        var streams = new Dictionary<StreamId, StreamRow>();
        foreach (var row in rows)
        {
            if (!Enum.IsDefined((StreamKind)row.Kind) || !streams.TryAdd(new((StreamKind)row.Kind, row.Number), row))
            {
                problems.Add(ProblemKind.Row, $"The row of stream {row.Number} of kind {row.Kind} is of no stream, or one of two.");
            }
        }
        return streams;
    }
}
