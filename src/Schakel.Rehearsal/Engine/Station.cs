namespace Schakel.Rehearsal.Engine;

/// <summary>What became of an arrival at a station (aankomst).</summary>
public enum Admission
{
    /// <summary>A server was free: service starts at once, and the caller schedules its end.</summary>
    Served,

    /// <summary>All servers are busy: the arrival waits.</summary>
    Queued,

    /// <summary>The queue is full: the arrival is turned away.</summary>
    Refused,
}

/// <summary>A capacity pool with servers and a queue (loket met bedienden en wachtrij).</summary>
/// <remarks>
/// The station knows nobody's service time: whoever uses it schedules the end of each service and tells it. Among those who wait the
/// lowest key goes first, and within a key the longest waiting; with one key for all it is first come, first served. Statistics
/// are integers: sums of minute × entities, so that they can be checked to the last unit. Minutes may not go back.
/// Not safe for several threads.
/// </remarks>
public sealed class Station
{
    private readonly WorkQueue _queue;
    private readonly int _queueLimit;
    private int _lastMinute;
    private long _queueArea;
    private long _busyArea;
    private long _sinceOfWaiting;
    private long _waitOfLeft;

    /// <summary>An empty station at minute 0.</summary>
    /// <param name="servers">How many can be served at a time, 0 or more; <see cref="int.MaxValue"/> for no limit.</param>
    /// <param name="queueLimit">How many can wait, 0 or more; the rest is refused.</param>
    /// <param name="expectedWaiting">How many are expected to wait; only saves growing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public Station(int servers, int queueLimit = int.MaxValue, int expectedWaiting = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        ArgumentOutOfRangeException.ThrowIfNegative(queueLimit);
        Servers = servers;
        _queueLimit = queueLimit;
        _queue = new WorkQueue(expectedWaiting);
    }

    /// <summary>How many can be served at a time.</summary>
    public int Servers { get; private set; }

    /// <summary>How many are served now; after a cut of servers it may exceed them until services end.</summary>
    public int Busy { get; private set; }

    /// <summary>How many wait now.</summary>
    public int Waiting => _queue.Count;

    /// <summary>Everyone who came, refused ones included.</summary>
    public long Arrivals { get; private set; }

    /// <summary>Services ended.</summary>
    public long Departures { get; private set; }

    /// <summary>Services started.</summary>
    public long Started { get; private set; }

    /// <summary>Turned away because the queue was full.</summary>
    public long Refusals { get; private set; }

    /// <summary>Left the queue without service.</summary>
    public long Reneged { get; private set; }

    /// <summary>Minutes waited, summed over everyone whose service has started.</summary>
    public long TotalWait { get; private set; }

    /// <summary>Someone arrives.</summary>
    /// <param name="entity">Who; not waiting here already.</param>
    /// <param name="minute">Now.</param>
    /// <param name="key">The priority when waiting; the lowest goes first.</param>
    /// <returns>Whether service starts, waiting starts, or the arrival is refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The minute lies before the last one.</exception>
    /// <exception cref="ArgumentException">The entity waits here already.</exception>
    public Admission Arrive(int entity, int minute, int key = 0)
    {
        PassTo(minute);
        Arrivals++;
        if (Busy < Servers && _queue.Count == 0)
        {
            Busy++;
            Started++;
            return Admission.Served;
        }

        if (_queue.Count >= _queueLimit)
        {
            Refusals++;
            return Admission.Refused;
        }

        _queue.Add(entity, key, minute);
        _sinceOfWaiting += minute;
        return Admission.Queued;
    }

    /// <summary>A service ends; when someone waits and a server is free, the next one starts.</summary>
    /// <param name="minute">Now.</param>
    /// <param name="next">Who starts, 0 when nobody does; the caller schedules the end of that service.</param>
    /// <returns>Whether someone starts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The minute lies before the last one.</exception>
    /// <exception cref="InvalidOperationException">Nobody is being served.</exception>
    public bool Finish(int minute, out int next)
    {
        PassTo(minute);
        if (Busy == 0)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"At minute {minute} a service ends, but nobody is being served."));
        }

        Busy--;
        Departures++;
        return TryStart(minute, out next);
    }

    /// <summary>Starts the next service when a server is free and someone waits; to be repeated after servers were added.</summary>
    /// <param name="minute">Now.</param>
    /// <param name="entity">Who starts, 0 when nobody does; the caller schedules the end of that service.</param>
    /// <returns>Whether someone starts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The minute lies before the last one.</exception>
    public bool TryStart(int minute, out int entity)
    {
        PassTo(minute);
        if (Busy >= Servers || !_queue.TryTake(out entity, out var since))
        {
            entity = 0;
            return false;
        }

        Busy++;
        Started++;
        TotalWait += minute - since;
        _sinceOfWaiting -= since;
        return true;
    }

    /// <summary>Someone who waits gives up.</summary>
    /// <param name="entity">Who.</param>
    /// <param name="minute">Now.</param>
    /// <returns>False when it does not wait here.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The minute lies before the last one.</exception>
    public bool Renege(int entity, int minute)
    {
        PassTo(minute);
        if (!_queue.Remove(entity, out var since))
        {
            return false;
        }

        Reneged++;
        _sinceOfWaiting -= since;
        _waitOfLeft += minute - since;
        return true;
    }

    /// <summary>Changes the number of servers. Running services go on; call <see cref="TryStart"/> until it is false after adding.</summary>
    /// <param name="servers">The new number, 0 or more.</param>
    /// <param name="minute">Now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the minute lies before the last one.</exception>
    public void SetServers(int servers, int minute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        PassTo(minute);
        Servers = servers;
    }

    /// <summary>The length of the queue over time: the sum, over all minutes up to now, of how many waited.</summary>
    /// <param name="minute">Now.</param>
    /// <returns>Minute × entities; divided by the minutes it is the mean queue.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The minute lies before the last one.</exception>
    public long QueueMinutes(int minute)
    {
        PassTo(minute);
        return _queueArea;
    }

    /// <summary>The use of the servers over time: the sum, over all minutes up to now, of how many were served.</summary>
    /// <param name="minute">Now.</param>
    /// <returns>Minute × entities; divided by the minutes it is the mean number of busy servers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The minute lies before the last one.</exception>
    public long BusyMinutes(int minute)
    {
        PassTo(minute);
        return _busyArea;
    }

    /// <summary>
    /// Minutes waited by everyone: served, gone, and still waiting so far. By Little's law it equals <see cref="QueueMinutes"/>,
    /// though it is counted by person and that one by minute.
    /// </summary>
    /// <param name="minute">Now.</param>
    /// <returns>Minutes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The minute lies before the last one.</exception>
    public long WaitOfAll(int minute)
    {
        PassTo(minute);
        return TotalWait + _waitOfLeft + ((long)_queue.Count * minute) - _sinceOfWaiting;
    }

    private void PassTo(int minute)
    {
        if (minute < _lastMinute)
        {
            throw new ArgumentOutOfRangeException(nameof(minute), minute, FormattableString.Invariant(
                $"Minute {minute} lies before the station's last, minute {_lastMinute}."));
        }

        var passed = (long)minute - _lastMinute;
        _queueArea += passed * _queue.Count;
        _busyArea += passed * Busy;
        _lastMinute = minute;
    }
}
