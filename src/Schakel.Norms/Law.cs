using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Schakel.Norms;

/// <summary>The law as a value (recht): every norm with the versions that hold, known on one day, perhaps changed on paper.</summary>
/// <remarks>Immutable and safe to share between threads. A changed copy costs one array; nothing is global, nothing rebuilt.</remarks>
public sealed class Law
{
    private readonly VersionList[] _byIndex;
    private readonly Lazy<string> _hash;
    private readonly Lazy<WorkingCalendar> _calendar;

    private Law(string regime, Day knownOn, VersionList[] byIndex, ImmutableArray<string> changes)
    {
        (Regime, KnownOn, _byIndex, Changes) = (regime, knownOn, byIndex, changes);
        _hash = new(ComputeHash);
        _calendar = new(() => WorkingCalendar.Of(this));
    }

    /// <summary>Name of the regime this law comes from.</summary>
    public string Regime { get; }

    /// <summary>The day on which all this was known.</summary>
    public Day KnownOn { get; }

    /// <summary>Ids of the norms changed on paper, in order of change; empty for the law as enacted.</summary>
    public ImmutableArray<string> Changes { get; }

    /// <summary>SHA-256 over every version of every norm, in lower-case hexadecimals: equal hashes, equal law.</summary>
    public string Hash => _hash.Value;

    /// <summary>Which days are working days under this law.</summary>
    public WorkingCalendar Calendar => _calendar.Value;

    /// <summary>The value in force on a day.</summary>
    /// <typeparam name="T">The type of value.</typeparam>
    /// <param name="day">The day that governs: lodged, notified, granted; each formula says which.</param>
    /// <param name="norm">The norm.</param>
    /// <returns>The value.</returns>
    /// <exception cref="NotInForceException">No version is in force that day.</exception>
    /// <exception cref="UnknownNormException">The norm is not in the catalogue.</exception>
    public T On<T>(Day day, Norm<T> norm)
        where T : INormValue<T> => VersionsOf(norm).At(day).Value;

    /// <summary>The value in force on a day, put on the receipt.</summary>
    /// <typeparam name="T">The type of value.</typeparam>
    /// <typeparam name="TTrace">The trace; <see cref="NoTrace"/> costs nothing.</typeparam>
    /// <param name="day">The day that governs.</param>
    /// <param name="norm">The norm.</param>
    /// <param name="trace">Receives the norm and the version applied.</param>
    /// <returns>The value.</returns>
    /// <exception cref="NotInForceException">No version is in force that day.</exception>
    /// <exception cref="UnknownNormException">The norm is not in the catalogue.</exception>
    public T On<T, TTrace>(Day day, Norm<T> norm, ref TTrace trace)
        where T : INormValue<T>
        where TTrace : struct, ITrace
    {
        var version = VersionsOf(norm).At(day);
        if (TTrace.Records)
        {
            trace.Apply(norm, version);
        }

        return version.Value;
    }

    /// <summary>Does the norm exist on a day? For provisions whose absence means something, such as a maximum.</summary>
    /// <typeparam name="T">The type of value.</typeparam>
    /// <param name="day">The day that governs.</param>
    /// <param name="norm">The norm.</param>
    /// <returns>Whether a version is in force.</returns>
    /// <exception cref="UnknownNormException">The norm is not in the catalogue.</exception>
    public bool Has<T>(Day day, Norm<T> norm)
        where T : INormValue<T> => VersionsOf(norm).HasOn(day);

    /// <summary>The versions that hold under this law.</summary>
    /// <typeparam name="T">The type of value.</typeparam>
    /// <param name="norm">The norm.</param>
    /// <returns>Its versions.</returns>
    /// <exception cref="UnknownNormException">The norm is not in the catalogue.</exception>
    public VersionList<T> VersionsOf<T>(Norm<T> norm)
        where T : INormValue<T>
    {
        var index = norm.Index;
        return unchecked((uint)index < (uint)_byIndex.Length)
            ? Unsafe.As<VersionList<T>>(_byIndex[index])
            : throw new UnknownNormException(norm.Id);
    }

    /// <summary>The versions that hold under this law, by id.</summary>
    /// <param name="id">Id of the norm.</param>
    /// <returns>Its versions.</returns>
    /// <exception cref="UnknownNormException">There is no such norm.</exception>
    public IReadOnlyList<NormVersion> VersionsOf(string id) => _byIndex[NormCatalogue.Find(id).Index].Versions;

    /// <summary>A copy with another value for one norm, on paper.</summary>
    /// <param name="id">Id of the norm.</param>
    /// <param name="value">The value, as the norm's type is written in JSON.</param>
    /// <param name="from">First day it holds; without it, all days for which the norm has versions.</param>
    /// <returns>The changed law; this one is untouched.</returns>
    /// <exception cref="UnknownNormException">There is no such norm.</exception>
    /// <exception cref="InvalidNormValueException">The norm does not accept the value.</exception>
    public Law With(string id, JsonElement value, Day? from = null)
    {
        var index = NormCatalogue.Find(id).Index;
        var changed = (VersionList[])_byIndex.Clone();
        changed[index] = changed[index].With(value, from);
        return new(Regime, KnownOn, changed, Changes.Add(id));
    }

    /// <summary>The law as known on a day.</summary>
    /// <param name="regime">Name of the regime.</param>
    /// <param name="knownOn">The day of knowledge.</param>
    /// <returns>The law.</returns>
    internal static Law AsKnownOn(string regime, Day knownOn) =>
        new(regime, knownOn, [.. NormCatalogue.All.Select(norm => norm.Enacted.KnownOn(knownOn))], []);

    private string ComputeHash()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var norm in NormCatalogue.All)
            {
                writer.WriteStringValue(norm.Id);
                foreach (var version in _byIndex[norm.Index].Versions)
                {
                    writer.WriteStringValue(version.From.ToString());
                    writer.WriteStringValue(version.Until?.ToString() ?? "");
                    version.WriteValue(writer);
                }
            }

            writer.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()));
    }
}
