using System.Collections.Immutable;
using System.Text.Json;
using Schakel.Norms;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>A policy measure on paper (maatregel): which causes it changes, from when, on which assumptions. Immutable.</summary>
/// <param name="File">Where it was read from.</param>
/// <param name="Id">Stable name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Intention">What its proposers mean it to achieve.</param>
/// <param name="TargetSeries">The series it means to move.</param>
/// <param name="TargetDirection">−1 to lower it, +1 to raise it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive; nothing when it lasts.</param>
/// <param name="Levers">What is pulled, in order.</param>
/// <param name="Norms">Norms that read otherwise, in order.</param>
/// <param name="Combines">Other measures it brings along, by id.</param>
/// <param name="LegalPoints">Legal points, each with source and certainty.</param>
/// <param name="NotModelled">What of it is not modelled.</param>
public sealed record Measure(
    string File, string Id, Bilingual Title, Bilingual Intention, string TargetSeries, int TargetDirection, Day From, Day? Until,
    ImmutableArray<LeverUse> Levers, ImmutableArray<NormChange> Norms, ImmutableArray<string> Combines,
    ImmutableArray<LegalPoint> LegalPoints, ImmutableArray<Bilingual> NotModelled);

/// <summary>A lever pulled by a measure.</summary>
/// <param name="Path">Place in the file.</param>
/// <param name="Lever">Which.</param>
/// <param name="Values">How far, and on which assumptions.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive; nothing when it lasts.</param>
public sealed record LeverUse(string Path, Lever Lever, LeverValues Values, Day From, Day? Until);

/// <summary>A norm that reads otherwise under a measure.</summary>
/// <param name="Path">Place in the file.</param>
/// <param name="Id">Id of the norm.</param>
/// <param name="Value">Its value, as the norm's type is written in JSON.</param>
/// <param name="From">First day that is governed by the new value (lodged, notified …: the norm says which day governs).</param>
/// <param name="Until">Last day that is; nothing when it lasts.</param>
/// <param name="Running">Whether it also holds for days before <paramref name="From"/>, and so for what is already running.</param>
public sealed record NormChange(string Path, string Id, JsonElement Value, Day From, Day? Until, bool Running);

/// <summary>A legal point of a measure (juridisch aandachtspunt).</summary>
/// <param name="Says">The point.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Certainty">How certain it is.</param>
public sealed record LegalPoint(Bilingual Says, string Source, Certainty Certainty);

/// <summary>How certain a legal point is (zekerheid).</summary>
public enum Certainty
{
    /// <summary>Read in the law itself or in a ruling.</summary>
    Verified,
    /// <summary>The report or the dossier says so.</summary>
    Reported,
    /// <summary>Lawyers disagree, or it is before a court.</summary>
    Disputed,
    /// <summary>Not looked into.</summary>
    Unknown,
}

/// <summary>An assumption of a measure with its range, as the file or the lever gives it.</summary>
/// <param name="Id">Name of the lever, dot, name of the assumption.</param>
/// <param name="Range">Value and range.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Source">Source, or the word assumption.</param>
/// <param name="Meaning">What it stands for.</param>
public sealed record MeasureAssumption(string Id, Estimate Range, string Unit, string Source, Bilingual Meaning);
