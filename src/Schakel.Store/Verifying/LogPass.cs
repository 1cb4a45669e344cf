using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Verifying;

/// <summary>One pass over the log in order of position (doorgang).</summary>
internal sealed class LogPass(Dictionary<StreamId, StreamRow> streams, EventReader reader, AnchorCheck anchors, Problems problems)
{
    private long _position;

    /// <summary>Streams as far as they were read.</summary>
    public Dictionary<StreamId, StreamState> States { get; } = [];

    /// <summary>Contents of documents that events tell of.</summary>
    public List<ToldDocument> Documents { get; } = [];

    /// <summary>Events read.</summary>
    public long Events { get; private set; }

    public void Take(LoggedEvent logged)
    {
        Events++;
        var stored = logged.Stored;
        var envelope = stored.Envelope;
        if (envelope.Position < 1)
        {
            problems.Add(ProblemKind.Inserted, $"{Named(logged)} was inserted: the log begins with event 1.");
            return;
        }
        if (envelope.Position > _position + 1)
        {
            problems.Add(ProblemKind.Missing, envelope.Position == _position + 2
                ? $"Event {_position + 1} is missing from the log."
                : $"Events {_position + 1} to {envelope.Position - 1} are missing from the log.");
        }
        _position = envelope.Position;
        if (logged.Damage is { } damage)
        {
            problems.Add(ProblemKind.Altered, $"{Named(logged)} was altered: {damage}.");
        }
        anchors.Take(envelope);
        if (!logged.HasPlace)
        {
            return;
        }
        var before = States.GetValueOrDefault(envelope.Stream) ?? First(envelope.Stream);
        if (envelope.Version <= before.Version)
        {
            problems.Add(ProblemKind.Inserted, $"{Named(logged)} was inserted or moved: version {before.Version} of the stream stands before it.");
            return;
        }
        CheckChain(logged, before);
        States[envelope.Stream] = Follow(stored, before) with { Version = envelope.Version, Hash = envelope.Hash.ToArray() };
    }

    public void End()
    {
        foreach (var (stream, row) in streams)
        {
            if (!States.ContainsKey(stream))
            {
                problems.Add(ProblemKind.Missing, $"All events of {Naming.Of(stream)} are missing: its key {row.KeyNumber} is on record.");
            }
        }
        anchors.End(_position, States);
    }

    private StreamState First(StreamId stream)
    {
        var row = streams.GetValueOrDefault(stream);
        if (row is null)
        {
            problems.Add(ProblemKind.Inserted, $"{Naming.Of(stream)} has events, but is not on record as a stream.");
        }
        return StreamState.Empty(stream.Kind) with { KeyNumber = row?.KeyNumber ?? 0, Erased = row?.ErasedAt is not null };
    }

    private static string Named(in LoggedEvent logged)
    {
        var envelope = logged.Stored.Envelope;
        return logged.HasPlace ? $"Event {envelope.Position} ({Naming.Of(envelope.Stream)}, version {envelope.Version}, {envelope.Name})" : $"Event {envelope.Position}";
    }

    private void CheckChain(in LoggedEvent logged, StreamState before)
    {
        var envelope = logged.Stored.Envelope;
        if (envelope.Version - 1 > before.Version)
        {
            problems.Add(ProblemKind.Missing, envelope.Version == before.Version + 2
                ? $"Version {before.Version + 1} of {Naming.Of(envelope.Stream)} is missing: event {envelope.Position} has version {envelope.Version}."
                : $"Versions {before.Version + 1} to {envelope.Version - 1} of {Naming.Of(envelope.Stream)} are missing: event {envelope.Position} has version {envelope.Version}.");
            return; // What it should follow from is not there.
        }
        if (logged.Damage is null && !HashChain.Of(before.Hash, envelope, logged.Stored.Payload).AsSpan().SequenceEqual(envelope.Hash.Span))
        {
            problems.Add(ProblemKind.Altered, before.Version == 0
                ? $"{Named(logged)} was altered: its hash does not follow from what is stored."
                : $"{Named(logged)} was altered, or version {before.Version} before it was altered and hashed again: its hash does not follow.");
        }
    }

    private StreamState Follow(StoredEvent stored, StreamState before)
    {
        if (before.Erased)
        {
            return before;
        }
        try
        {
            if (Sealing.KeyOf(stored.Payload) is var key && (key ?? 0) != before.KeyNumber)
            {
                problems.Add(ProblemKind.Altered, $"Event {stored.Envelope.Position} ({Naming.Of(stored.Envelope.Stream)}) is sealed with key {key}, not with the stream's key {before.KeyNumber}.");
            }
            if (reader.Open(stored).Event is { } happened)
            {
                if (SuppliedDocuments.ContentOf(happened) is { } sha256)
                {
                    Documents.Add(new(stored.Envelope.Stream, stored.Envelope.Position, sha256));
                }
                return before with { State = Histories.After(before.State, happened, stored.Envelope.OccurredOn) };
            }
            problems.Add(ProblemKind.Unreadable, $"Event {stored.Envelope.Position} ({Naming.Of(stored.Envelope.Stream)}): its key is gone, and no erasure is on record.");
        }
        catch (StoreFaultException e)
        {
            problems.Add(ProblemKind.Unreadable, e.Message);
        }
#pragma warning disable CA1031 // Altered content may break whatever reads it or follows from it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            problems.Add(ProblemKind.Unreadable, $"Event {stored.Envelope.Position} ({Naming.Of(stored.Envelope.Stream)}, version {stored.Envelope.Version}) cannot be read: {e.Message}");
        }
        return before;
    }
}
