using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Schakel.Store.Keys;

// How it works. Keys are numbered and made ahead, some thousands at once, so that a person's first event costs no write of its own here:
// the number of the next unused key goes into the row of the new stream, in the transaction of the event. A key stands here, durable,
// before anything is sealed with it. Erasing deletes the row, overwrites it on disk, and nothing brings it back but a backup of the keys.

/// <summary>The keys of persons and households, wrapped by the master key (sleutelkluis). Kept apart from the data.</summary>
internal sealed class KeyVault : IDisposable
{
    private const int Ahead = 4096;
    private const int MostCached = 500_000;
    private readonly IKeyPlace _place;
    private readonly MasterKey _master;
    private readonly ConcurrentDictionary<long, byte[]> _opened = new();
    private readonly Lock _connection = new();
    private long _made;

    /// <summary>Opens the vault, and makes it where there is none.</summary>
    /// <param name="place">Where the wrapped keys are.</param>
    /// <param name="folder">Folder of the master key.</param>
    public KeyVault(IKeyPlace place, string folder)
    {
        _place = place;
        _made = place.Highest();
        _master = MasterKey.In(folder, mayMake: _made == 0);
    }

    /// <summary>The key with a number; made, with many more, when it is the next one.</summary>
    /// <param name="number">The number: of a stream's row, or the next unused one.</param>
    public byte[] ForWriting(long number)
    {
        if (number > _made)
        {
            Make(Math.Max(number, _made + Ahead));
        }
        return Find(number) ?? throw new StoreFaultException(StoreFault.KeyMissing, $"Key {number} is missing from the folder of keys, and was not erased by this program. Put the keys back from their backup.");
    }

    /// <summary>The key with a number; null when it was erased.</summary>
    public byte[]? Find(long number)
    {
        if (_opened.TryGetValue(number, out var key))
        {
            return key;
        }
        byte[]? wrapped;
        lock (_connection)
        {
            wrapped = _place.Find(number);
        }
        return wrapped is null ? null : Keep(number, _master.Unwrap(number, wrapped));
    }

    /// <summary>Opens all keys, as many as are kept in memory: before the whole log is read, where one by one would take longer than the reading.</summary>
    public void OpenAll()
    {
        for (var last = 0L; ;)
        {
            // Under the lock, so that a key that is erased meanwhile is taken out after it was put in, and never the other way round.
            lock (_connection)
            {
                var page = _place.After(last, Ahead);
                if (page.Count == 0 || _opened.Count + page.Count > MostCached)
                {
                    return;
                }
                foreach (var (number, wrapped) in page)
                {
                    if (!_opened.ContainsKey(number))
                    {
                        _opened[number] = _master.Unwrap(number, wrapped);
                    }
                }
                last = page[^1].Number;
            }
        }
    }

    /// <summary>Deletes a key for good.</summary>
    public void Erase(long number)
    {
        lock (_connection)
        {
            _place.Erase(number);
        }
        _opened.TryRemove(number, out _);
    }

    /// <summary>Seals a secret of a subscription.</summary>
    /// <param name="number">Number of the subscription; it is authenticated, below zero, where no key of a stream is.</param>
    /// <param name="secret">The secret.</param>
    public byte[] SealSecret(long number, byte[] secret) => _master.Wrap(-number, secret);

    /// <summary>Opens it.</summary>
    /// <param name="number">Number of the subscription.</param>
    /// <param name="wrapped">The sealed secret.</param>
    public byte[] OpenSecret(long number, byte[] wrapped) => _master.Unwrap(-number, wrapped);

    /// <summary>Makes keys ahead, up to a number: before a bulk.</summary>
    public void MakeUpTo(long number)
    {
        if (number > _made)
        {
            Make(number);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _place.Dispose();
        _master.Dispose();
    }

    private void Make(long upTo)
    {
        var made = new List<(long, byte[])>();
        for (var number = _made + 1; number <= upTo; number++)
        {
            var key = RandomNumberGenerator.GetBytes(32);
            made.Add((number, _master.Wrap(number, key)));
            Keep(number, key);
        }
        lock (_connection)
        {
            _place.Add(made);
        }
        _made = upTo;
    }

    private byte[] Keep(long number, byte[] key)
    {
        if (_opened.Count >= MostCached)
        {
            _opened.Clear();
        }
        _opened[number] = key;
        return key;
    }
}

/// <summary>Where wrapped keys are kept (bewaarplaats van sleutels).</summary>
internal interface IKeyPlace : IDisposable
{
    /// <summary>The highest number ever given.</summary>
    long Highest();

    /// <summary>A wrapped key; null when there is none.</summary>
    byte[]? Find(long number);

    /// <summary>Wrapped keys after a number, in order.</summary>
    List<(long Number, byte[] Wrapped)> After(long number, int most);

    /// <summary>Adds keys, durable when this returns.</summary>
    void Add(IReadOnlyList<(long Number, byte[] Wrapped)> keys);

    /// <summary>Deletes a key, durable when this returns.</summary>
    void Erase(long number);
}
