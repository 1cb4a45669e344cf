using Schakel.Chain;
using Schakel.Store.Desks;
using Schakel.Store.Documents;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Verifying;

/// <summary>A document that an event tells of (aangeleverd document).</summary>
/// <param name="Stream">Whose.</param>
/// <param name="Position">Position of the event.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
internal readonly record struct ToldDocument(StreamId Stream, long Position, string Sha256);

/// <summary>Reads the content of every document that an event tells of (controle van documenten).</summary>
internal sealed class DocumentCheck(KeyVault vault, string folder, Problems problems)
{
    /// <summary>Contents read.</summary>
    public int Read { get; private set; }

    /// <summary>Contents that no event tells of: of uploads that came to nothing, or are under way.</summary>
    public int Untold { get; private set; }

    public void Compare(IEnumerable<ToldDocument> documents, Dictionary<StreamId, StreamState> states)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var each in documents)
        {
            if (states[each.Stream] is not { Erased: false, KeyNumber: var number } || vault.Find(number) is not { } key)
            {
                continue;
            }
            var hash = Convert.FromHexString(each.Sha256);
            var path = DocumentShelf.PathOf(folder, each.Stream, key, hash);
            if (!File.Exists(path))
            {
                problems.Add(ProblemKind.Missing, $"The document of event {each.Position} ({Naming.Of(each.Stream)}) is missing: there is no '{path}'.");
            }
            else if (told.Add(path))
            {
                Open(path, each, key, hash);
            }
        }
        Untold = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(path => !told.Contains(path)) : 0;
    }

    private void Open(string path, in ToldDocument document, byte[] key, byte[] hash)
    {
        try
        {
            DocumentShelf.Opened(File.ReadAllBytes(path), document.Stream, key, hash);
            Read++;
        }
        catch (StoreFaultException)
        {
            problems.Add(ProblemKind.Altered, $"The document of event {document.Position} ({Naming.Of(document.Stream)}) was altered or damaged: '{path}'.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKind.Unreadable, $"The document of event {document.Position} ({Naming.Of(document.Stream)}) cannot be read: {e.Message}");
        }
    }
}
