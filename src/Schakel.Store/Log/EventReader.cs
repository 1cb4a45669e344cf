using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Store.Keys;

namespace Schakel.Store.Log;

/// <summary>Opens stored content (lezer).</summary>
/// <param name="vault">The keys.</param>
internal sealed class EventReader(KeyVault vault)
{
    private const int Few = 512;
    private const int Page = 8192;

    /// <summary>Opens what is about to be read in great number: its keys.</summary>
    public void Prepare() => vault.OpenAll();

    /// <summary>The same for many, on all processors.</summary>
    public RecordedEvent[] Open(IReadOnlyList<StoredEvent> stored)
    {
        var opened = new RecordedEvent[stored.Count];
        if (stored.Count < Few)
        {
            for (var i = 0; i < opened.Length; i++)
            {
                opened[i] = Open(stored[i]);
            }
            return opened;
        }
        try
        {
            Parallel.For(0, opened.Length, i => opened[i] = Open(stored[i]));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]); // Whoever reads is told of an event, not of threads.
        }
        return opened;
    }

    /// <summary>The same for all that comes, in order: the next page is read and opened while the caller works on this one.</summary>
    public IEnumerable<RecordedEvent> OpenEach(IEnumerable<StoredEvent> stored)
    {
        using var pages = stored.Chunk(Page).GetEnumerator();
        var page = Next();
        while (page.Length > 0)
        {
            var next = Task.Run(Next);
            try
            {
                foreach (var recorded in page)
                {
                    yield return recorded;
                }
            }
            finally
            {
                ((IAsyncResult)next).AsyncWaitHandle.WaitOne(); // What it reads from is not closed under it.
            }
#pragma warning disable VSTHRD002 // It has ended.
            page = next.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        }

        RecordedEvent[] Next() => pages.MoveNext() ? Open(pages.Current) : [];
    }

    /// <summary>The event with its content; without it when the key was erased.</summary>
    /// <exception cref="StoreFaultException">The content was altered.</exception>
    /// <exception cref="UnknownEventException">A newer program wrote it.</exception>
    public RecordedEvent Open(StoredEvent stored)
    {
        var envelope = stored.Envelope;
        try
        {
            byte[]? key = null;
            if (Sealing.KeyOf(stored.Payload) is { } number && (key = vault.Find(number)) is null)
            {
                return new(envelope, null);
            }
            var (ground, json) = Sealing.Parts(Sealing.Open(stored.Payload, key, envelope.Stream, envelope.Version));
            var happened = EventJson.Read(envelope.Name, envelope.EventVersion, json.Span);
            return new(ground is null ? envelope : envelope with { Ground = ground }, happened);
        }
        catch (Exception e) when (e is CryptographicException or JsonException or InvalidDataException or ArgumentException)
        {
            throw new StoreFaultException(
                StoreFault.Unreadable, $"Event {envelope.Position} ({Naming.Of(envelope.Stream)}, version {envelope.Version}, {envelope.Name}) cannot be read: {e.Message} Run `schakel verify`.", e);
        }
    }
}

/// <summary>Streams in words (naam van een stroom).</summary>
internal static class Naming
{
    public static string Of(StreamId stream) => FormattableString.Invariant($"{KindOf(stream.Kind)} {stream.Number}");

    private static string KindOf(StreamKind kind) => kind switch
    {
        StreamKind.CaseFile => "file",
        StreamKind.Household => "household",
        StreamKind.Site => "site",
        StreamKind.Country => "country",
    };
}
