using System.Collections.Concurrent;
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
            using var opener = new Opener(vault);
            for (var i = 0; i < opened.Length; i++)
            {
                opened[i] = opener.Open(stored[i]);
            }
            return opened;
        }
        // By stream: making a cipher of a key takes longer than opening with it.
        int[] order = [.. Enumerable.Range(0, opened.Length)];
        Array.Sort([.. stored.Select(each => (each.Envelope.Stream.Kind, each.Envelope.Stream.Number))], order);
        try
        {
            Parallel.ForEach(Partitioner.Create(0, opened.Length, opened.Length / (4 * Environment.ProcessorCount) + 1), part =>
            {
                using var opener = new Opener(vault);
                for (var i = part.Item1; i < part.Item2; i++)
                {
                    opened[order[i]] = opener.Open(stored[order[i]]);
                }
            });
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
        using var opener = new Opener(vault);
        return opener.Open(stored);
    }

    // Opens one event after the other, with one cipher as long as they are of one stream. For one thread.
    private sealed class Opener(KeyVault vault) : IDisposable
    {
        private long? _number;
        private AesGcm? _cipher;

        public RecordedEvent Open(StoredEvent stored)
        {
            var envelope = stored.Envelope;
            try
            {
                var number = Sealing.KeyOf(stored.Payload);
                if (number is { } sealedWith && !Turn(sealedWith))
                {
                    return new(envelope, null);
                }
                var (ground, json) = Sealing.Parts(Sealing.Open(stored.Payload, number is null ? null : _cipher, envelope.Stream, envelope.Version));
                var happened = EventJson.Read(envelope.Name, envelope.EventVersion, json.Span);
                return new(ground is null ? envelope : envelope with { Ground = ground }, happened);
            }
            catch (Exception e) when (e is CryptographicException or JsonException or InvalidDataException or ArgumentException)
            {
                throw new StoreFaultException(
                    StoreFault.Unreadable, $"Event {envelope.Position} ({Naming.Of(envelope.Stream)}, version {envelope.Version}, {envelope.Name}) cannot be read: {e.Message} Run `schakel verify`.", e);
            }
        }

        public void Dispose() => _cipher?.Dispose();

        private bool Turn(long number)
        {
            if (_number != number)
            {
                _cipher?.Dispose();
                (_number, _cipher) = (number, vault.Find(number) is { } key ? Sealing.CipherOf(key) : null);
            }
            return _cipher is not null;
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
