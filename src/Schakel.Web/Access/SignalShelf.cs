using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schakel.Store;

namespace Schakel.Web.Access;

/// <summary>
/// Keeps what was concluded about signals (plank van aantekeningen): a small file for each day that had signals, written beside it and put in its
/// place whole. Conclusions are added and never changed. A file that cannot be read is a fault, and is not written over: these are records.
/// </summary>
/// <param name="folder">Where they are kept.</param>
public sealed class SignalShelf(string folder)
{
    /// <summary>Most conclusions about the signals of one day.</summary>
    public const int MostOnDay = 2000;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };
    private readonly Lock _one = new();

    /// <summary>What was concluded about the signals of a day, the earliest first.</summary>
    /// <param name="day">The day (UTC).</param>
    /// <exception cref="StoreFaultException">The file is not as it was written.</exception>
    public ImmutableArray<SignalNote> Of(DateOnly day)
    {
        var path = PathOf(day);
        try
        {
#pragma warning disable CA3003 // A day, written by us from its number: nothing that somebody types comes into the path.
            return !File.Exists(path) ? [] : JsonSerializer.Deserialize<ImmutableArray<SignalNote>>(File.ReadAllBytes(path), Json) is { IsDefault: false } kept ? kept : throw new JsonException("It is empty.");
#pragma warning restore CA3003
        }
        catch (JsonException e)
        {
            throw new StoreFaultException(StoreFault.Unreadable, $"'{path}' holds conclusions about signals and cannot be read: {e.Message} Put back a copy of it.", e);
        }
    }

    /// <summary>Adds a conclusion. The same one by the same person, sent twice, is kept once.</summary>
    /// <param name="note">The conclusion.</param>
    /// <returns>Whether it is kept; not when the day has as many as it may have.</returns>
    public bool Add(SignalNote note)
    {
        lock (_one)
        {
            var kept = Of(note.Signal.Day);
            if (kept.LastOrDefault(each => each.Signal == note.Signal) is { } last && last with { At = note.At } == note)
            {
                return true;
            }
            if (kept.Length >= MostOnDay)
            {
                return false;
            }
            Directory.CreateDirectory(folder);
            DurableFile.Write(PathOf(note.Signal.Day), JsonSerializer.SerializeToUtf8Bytes(kept.Add(note), Json), onlyForOwner: true);
            return true;
        }
    }

    private string PathOf(DateOnly day) => Path.Combine(folder, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json");
}
