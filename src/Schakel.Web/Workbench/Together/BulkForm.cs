using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Together;

/// <summary>How far acting for several persons is (stand).</summary>
public enum BulkStep
{
    /// <summary>Act and persons are chosen, the form is filled in.</summary>
    Asking = 0,
    /// <summary>What would follow is shown for each; nothing was done yet.</summary>
    Checking,
    /// <summary>What came of it is told for each.</summary>
    Told,
    /// <summary>It comes from another page, or from a session that is over.</summary>
    Again,
}

/// <summary>What came of one row (uitkomst van een regel).</summary>
public enum RowOutcome
{
    /// <summary>Nothing yet.</summary>
    None = 0,
    /// <summary>Recorded.</summary>
    Done,
    /// <summary>A colleague was first: not done.</summary>
    Stale,
    /// <summary>Refused: not done.</summary>
    Refused,
    /// <summary>It does not exist, may not be seen, or the act is none for it.</summary>
    NotHere,
}

/// <summary>One of the persons (regel).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Version">Version that was seen; zero for none.</param>
/// <param name="Key">The key of this row's own act.</param>
public sealed record BulkRow(long Person, ShownPerson Who, int Version, ActKey Key)
{
    /// <summary>What would follow.</summary>
    public ActPreview? Preview { get; init; }

    /// <summary>Why it cannot be done.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What came of it.</summary>
    public RowOutcome Outcome { get; init; }

    /// <summary>It can be confirmed.</summary>
    public bool CanBeDone => Preview is not null && Refusal is null && Outcome == RowOutcome.None;

    /// <summary>How it stands, in one word.</summary>
    public string Code => Outcome switch
    {
        RowOutcome.Done => "gedaan",
        RowOutcome.Stale => "verouderd",
        RowOutcome.NotHere => "kan-niet",
        RowOutcome.Refused => "geweigerd",
        RowOutcome.None => Refusal is null ? "kan" : "geweigerd",
    };
}

/// <summary>The form of an act for several persons (samen doen), as it stands.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Offer">What is done; absent when nothing was chosen.</param>
/// <param name="Fields">The questions.</param>
/// <param name="Sent">What was typed.</param>
/// <param name="Rows">The persons.</param>
public sealed record BulkForm(WorkVisit Visit, ActOffer? Offer, ImmutableArray<ActField> Fields, IFormCollection Sent, ImmutableArray<BulkRow> Rows) : ITyped
{
    internal const string RowField = "rij";
    internal const string WhatField = "handeling";

    /// <summary>How far it is.</summary>
    public BulkStep Step { get; init; }

    /// <summary>What is wrong, by name of the field.</summary>
    public FrozenDictionary<string, string> Faults { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What is wrong with the choice of persons or act.</summary>
    public Text? Wrong { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<Choice> Sites { get; init; } = [];

    /// <inheritdoc/>
    public string Typed(string name) => Sent.TryGetValue(name, out var value) ? ActField.Cut(value.ToString()) : "";

    /// <inheritdoc/>
    public bool IsChosen(string name, string value) => Sent.TryGetValue(name, out var values) && values.Contains(value);

    /// <summary>Everything that was typed, to carry along.</summary>
    public IEnumerable<(string Name, string Value)> Kept => Sent.Where(each => IsAsked(each.Key)).SelectMany(each => each.Value.Select(value => (each.Key, ActField.Cut(value ?? ""))));

    /// <summary>The persons that were chosen, each once.</summary>
    /// <param name="sent">What was sent.</param>
    public static ImmutableArray<long> PersonsIn(IFormCollection sent) =>
        [.. sent[RowField].Select(each => long.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? person : 0).Where(each => each > 0).Distinct()];

    internal static string KeyField(long person) => string.Create(CultureInfo.InvariantCulture, $"sleutel.{person}");

    internal static string SeenField(long person) => string.Create(CultureInfo.InvariantCulture, $"gezien.{person}");

    private bool IsAsked(string name) => name is ActBody.DayField or ActBody.GroundField || Fields.Any(each => name == each.Name || name.StartsWith(each.Name + ".", StringComparison.Ordinal));
}
