using System.Text.Json;

namespace Schakel.Norms;

/// <summary>The versions of one norm, in order of time (versies). Immutable.</summary>
public abstract class VersionList
{
    /// <summary>The versions, first to last.</summary>
    public abstract IReadOnlyList<NormVersion> Versions { get; }

    /// <summary>What was known on a day: later versions are left out, and ends that nobody knew yet are open.</summary>
    /// <param name="day">The day of knowledge.</param>
    /// <returns>The versions then.</returns>
    public abstract VersionList KnownOn(Day day);

    /// <summary>A copy with another value, on paper.</summary>
    /// <param name="json">The value.</param>
    /// <param name="from">First day it holds, or null for all days the norm has versions for.</param>
    /// <returns>The changed versions.</returns>
    /// <exception cref="InvalidNormValueException">The norm does not accept the value.</exception>
    internal abstract VersionList With(JsonElement json, Day? from);
}

/// <summary>The versions of one norm, in order of time, with their values. Immutable.</summary>
/// <typeparam name="T">The type of value.</typeparam>
public sealed class VersionList<T> : VersionList
    where T : INormValue<T>
{
    private readonly string _id;
    private readonly NormVersion<T>[] _all;
    private readonly NormVersion<T>[] _versions;

    /// <summary>Puts versions in order; each ends, at the latest, the day before the next begins.</summary>
    /// <param name="id">Id of the norm.</param>
    /// <param name="all">Every version there has been, in any order.</param>
    /// <param name="knownOn">The day of knowledge, or null for what is held now.</param>
    /// <exception cref="ArgumentException">Two versions overlap, or one ends before it begins.</exception>
    internal VersionList(string id, IEnumerable<NormVersion<T>> all, Day? knownOn)
    {
        _id = id;
        _all = [.. all.OrderBy(version => version.From).ThenBy(version => version.KnownOn)];
        _versions = [.. knownOn is { } day
            ? _all.Where(version => version.KnownOn <= day && !(version.KnownUntil < day)).Select(version => AsKnownOn(version, day))
            : _all.Where(version => version.KnownUntil is null)];
        for (var index = 0; index < _versions.Length; index++)
        {
            var version = _versions[index];
            var nextFrom = index + 1 < _versions.Length ? _versions[index + 1].From : (Day?)null;
            if (version.Until < version.From)
            {
                throw new ArgumentException($"{id}: the version of {version.From} ends on {version.Until}, before it begins.");
            }

            if (nextFrom is { } next && (version.Until >= next || version.From == next))
            {
                throw new ArgumentException($"{id}: the versions of {version.From} and {next} overlap.");
            }

            _versions[index] = version with { Until = version.Until ?? nextFrom?.PlusDays(-1) };
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<NormVersion> Versions => _versions;

    /// <summary>The version in force on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The version.</returns>
    /// <exception cref="NotYetInForceException">The first version begins later.</exception>
    /// <exception cref="NoLongerInForceException">The last version begun has ended.</exception>
    public NormVersion<T> At(Day day)
    {
        var versions = _versions;
        for (var index = versions.Length - 1; index >= 0; index--)
        {
            var version = versions[index];
            if (version.From <= day)
            {
                return version.Until is { } last && last < day ? throw new NoLongerInForceException(_id, day, last, version.Afterwards) : version;
            }
        }

        throw new NotYetInForceException(_id, day, versions.Length > 0 ? versions[0].From : null);
    }

    /// <summary>Is any version in force on a day?</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether one is.</returns>
    public bool HasOn(Day day)
    {
        foreach (var version in _versions)
        {
            if (version.From <= day && !(version.Until < day))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override VersionList KnownOn(Day day) => new VersionList<T>(_id, _all, day);

    /// <inheritdoc/>
    internal override VersionList With(JsonElement json, Day? from)
    {
        if (!T.TryRead(json, out var value))
        {
            throw new InvalidNormValueException(_id, json.GetRawText(), T.Accepts);
        }

        if (from is not { } first)
        {
            return new VersionList<T>(_id, _versions.Select(version => version with { Value = value, OnPaper = true }), null);
        }

        var before = _versions
            .Where(version => version.From < first)
            .Select(version => version.Until >= first ? version with { Until = first.PlusDays(-1) } : version);
        return new VersionList<T>(_id, before.Append(new NormVersion<T>(first, value) { OnPaper = true }), null);
    }

    private static NormVersion<T> AsKnownOn(NormVersion<T> version, Day day) =>
        (version.EndKnownOn ?? version.KnownOn) > day ? version with { Until = null } : version;
}
