using Schakel.Chain;
using Schakel.Store.Databases;

namespace Schakel.Store.Keys;

// First the data say that the content is erased, and lose the rows, in one transaction; then the key goes. Ended between the two, the next
// start sees a stream that is erased with a key that is there, and finishes.

/// <summary>Erasing the content of a stream (wissen).</summary>
internal static class Erasure
{
    /// <summary>Marks the stream as erased and takes its rows away.</summary>
    /// <param name="database">The database.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="now">Microseconds since 1970.</param>
    /// <param name="beside">What else has to go in the same transaction.</param>
    public static void Begin(Database database, StreamId stream, long now, IEnumerable<(string Statement, (string Name, object Value)[] Values)> beside) => database.Together([
        ("UPDATE streams SET erased_at = @now WHERE kind = @kind AND number = @number AND erased_at IS NULL",
            [("@now", now), ("@kind", (short)stream.Kind), ("@number", stream.Number)]),
        ("DELETE FROM steps WHERE person = @number AND @kind = 0", [("@kind", (short)stream.Kind), ("@number", stream.Number)]),
        ("DELETE FROM files WHERE person = @number AND @kind = 0", [("@kind", (short)stream.Kind), ("@number", stream.Number)]),
        .. beside]);

    /// <summary>Deletes the keys of streams that are marked as erased.</summary>
    public static void Finish(Database database, KeyVault vault)
    {
        foreach (var number in database.ErasedKeys())
        {
            if (vault.Find(number) is not null)
            {
                vault.Erase(number);
            }
        }
    }
}
