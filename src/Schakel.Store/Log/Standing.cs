using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;

namespace Schakel.Store.Log;

/// <summary>
/// The chain as its log makes it (stand van zaken), kept up with the log by whoever asks. Streams are read when they are first asked for,
/// or all at once. Not safe for several threads.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="position">From where events are followed; what lies before it is read when asked for.</param>
public sealed class Standing(EventLog log, long position = 0)
{
    private readonly Dictionary<StreamId, (int Version, object State)> _streams = [];
    private readonly HashSet<StreamId> _erased = [];

    /// <summary>The last event that was followed.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Whether all streams are here.</summary>
    public bool IsWhole { get; private set; } = position == 0;

    /// <summary>A person's file; unopened when there is none, or its content was erased.</summary>
    /// <param name="person">The person.</param>
    public CaseFile FileOf(PersonId person) => (CaseFile)Find(StreamId.Of(person));

    /// <summary>A household.</summary>
    /// <param name="household">The household.</param>
    public Household HouseholdOf(HouseholdId household) => (Household)Find(StreamId.Of(household));

    /// <summary>A site.</summary>
    /// <param name="site">The site.</param>
    public Site SiteOf(SiteId site) => (Site)Find(StreamId.Of(site));

    /// <summary>The policy on a country.</summary>
    /// <param name="country">The country.</param>
    public CountryPolicy PolicyOf(CountryCode country) => (CountryPolicy)Find(StreamId.Of(country));

    /// <summary>Every file whose content was not erased, when all are here.</summary>
    public IEnumerable<(PersonId Person, CaseFile File)> Files =>
        Whole(StreamKind.CaseFile).Select(each => (new PersonId(each.Key.Number), (CaseFile)each.Value.State));

    /// <summary>Every household whose content was not erased.</summary>
    public IEnumerable<(HouseholdId Household, Household State)> Households =>
        Whole(StreamKind.Household).Select(each => (new HouseholdId(each.Key.Number), (Household)each.Value.State));

    /// <summary>Every site. Whoever has no file any more, because it was erased, stays at none.</summary>
    public IEnumerable<(SiteId Site, Site State)> Sites =>
        Whole(StreamKind.Site).Select(each => (new SiteId(checked((int)each.Key.Number)), WithoutErased((Site)each.Value.State)));

    /// <summary>Follows what happened since.</summary>
    /// <param name="tell">Told every event that was followed.</param>
    public void CatchUp(Action<RecordedEvent>? tell = null)
    {
        if (log.Position <= Position)
        {
            return;
        }
        foreach (var page in log.ReadAll(Position))
        {
            foreach (var recorded in page)
            {
                Follow(recorded);
                Position = recorded.Envelope.Position;
                tell?.Invoke(recorded);
            }
        }
    }

    /// <summary>Reads everything, when it is not here yet.</summary>
    public void ReadWhole()
    {
        if (!IsWhole)
        {
            _streams.Clear();
            _erased.Clear();
            (IsWhole, Position) = (true, 0);
        }
        CatchUp();
    }

    private object Find(StreamId stream)
    {
        if (_streams.TryGetValue(stream, out var known))
        {
            return known.State;
        }
        var state = Histories.Empty(stream.Kind);
        if (IsWhole)
        {
            return state;
        }
        var version = 0;
        foreach (var recorded in log.ReadStream(stream))
        {
            version = recorded.Envelope.Version;
            if (recorded.Event is { } happened)
            {
                state = Histories.After(state, happened, recorded.Envelope.OccurredOn);
            }
        }
        _streams[stream] = (version, state);
        return state;
    }

    private void Follow(RecordedEvent recorded)
    {
        var envelope = recorded.Envelope;
        if (!_streams.TryGetValue(envelope.Stream, out var known))
        {
            if (envelope.Version != 1)
            {
                return; // Read in full when somebody asks for it.
            }
            known = (0, Histories.Empty(envelope.Stream.Kind));
        }
        if (envelope.Version != known.Version + 1)
        {
            return; // It was read with the stream.
        }
        if (recorded.Event is not { } happened)
        {
            _erased.Add(envelope.Stream);
            _streams[envelope.Stream] = (envelope.Version, known.State);
            return;
        }
        _streams[envelope.Stream] = (envelope.Version, Histories.After(known.State, happened, envelope.OccurredOn));
    }

    private IEnumerable<KeyValuePair<StreamId, (int Version, object State)>> Whole(StreamKind kind) => IsWhole
        ? _streams.Where(each => each.Key.Kind == kind && !_erased.Contains(each.Key))
        : throw new InvalidOperationException("Not all streams are here: read them first.");

    private Site WithoutErased(Site site)
    {
        foreach (var (person, slot) in site.Residents)
        {
            if (_erased.Contains(StreamId.Of(person)))
            {
                site = (Site)Histories.After(site, new SlotReleased(person, slot), default);
            }
        }
        return site;
    }
}
