using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schakel.Chain;
using Schakel.Store;
using Schakel.Store.Acts;

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

    /// <summary>The day holds as many conclusions as it may.</summary>
    public static readonly Refusal DayFull = new(
        "look-signal.day-full", "fact",
        "Bij de signalen van deze dag past geen aantekening meer.",
        "No more notes fit with the signals of this day.");

    private const string DayForm = "yyyy-MM-dd";
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };
    private readonly Lock _one = new();
    private Dictionary<string, DateOnly>? _dayOfKey;

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

    /// <summary>Adds a conclusion. Sent again under the same key it is kept once; without a key, when it is the same as the last one about its signal.</summary>
    /// <param name="note">The conclusion.</param>
    /// <returns>The conclusion as it is kept, or why not: the day is full, or the key was used for another conclusion.</returns>
    /// <exception cref="StoreFaultException">A file is not as it was written.</exception>
    public ConcludeResult Add(SignalNote note)
    {
        lock (_one)
        {
            if (note.Key is { } key && DayOfKey.TryGetValue(key, out var day))
            {
                var first = Of(day).First(each => each.Key == key);
                return IsSame(first, note) ? new ConcludeResult.Done(first, Repeated: true) : new ConcludeResult.Refused(ActRefusals.KeyUsedOtherwise);
            }
            var kept = Of(note.Signal.Day);
            if (note.Key is null && kept.LastOrDefault(each => each.Signal == note.Signal) is { } last && IsSame(last, note))
            {
                return new ConcludeResult.Done(last, Repeated: true);
            }
            if (kept.Length >= MostOnDay)
            {
                return new ConcludeResult.Refused(DayFull);
            }
            Directory.CreateDirectory(folder);
            DurableFile.Write(PathOf(note.Signal.Day), JsonSerializer.SerializeToUtf8Bytes(kept.Add(note), Json), onlyForOwner: true);
            if (note.Key is { } used)
            {
                DayOfKey.Add(used, note.Signal.Day);
            }
            return new ConcludeResult.Done(note, Repeated: false);
        }
    }

    private Dictionary<string, DateOnly> DayOfKey => _dayOfKey ??= Directory.Exists(folder)
        ? Directory.GetFiles(folder, "*.json").Select(DayOf).OfType<DateOnly>().SelectMany(day => Of(day)).Where(each => each.Key is not null)
            .ToDictionary(each => each.Key!, each => each.Signal.Day)
        : [];

    private static bool IsSame(SignalNote first, SignalNote again) => first with { At = again.At, Name = again.Name, Key = again.Key } == again;

    private static DateOnly? DayOf(string path) =>
        DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(path), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null; // What else lies there is not ours.

    private string PathOf(DateOnly day) => Path.Combine(folder, day.ToString(DayForm, CultureInfo.InvariantCulture) + ".json");
}
