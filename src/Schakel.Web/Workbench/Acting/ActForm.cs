using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Store.Acts;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Acting;

/// <summary>How far a form is (stand van het formulier).</summary>
public enum FormStep
{
    /// <summary>It is filled in.</summary>
    Asking = 0,
    /// <summary>What follows is shown; nothing was done yet.</summary>
    Checking,
    /// <summary>It comes from another page, or from a session that is over.</summary>
    Again,
}

/// <summary>
/// A form as it stands (formulier): what was typed, what is wrong, what would follow, what a colleague did meanwhile. Whatever happens, what
/// was typed is on the next page.
/// </summary>
/// <param name="Subject">The file, household, site, or policy on a country.</param>
/// <param name="Offer">What is done.</param>
/// <param name="Fields">The questions.</param>
/// <param name="Sent">What was typed.</param>
/// <param name="Key">The key under which it is done once.</param>
/// <param name="Seen">Versions that who acts has seen.</param>
public sealed record ActForm(IActSubject Subject, ActOffer Offer, ImmutableArray<ActField> Fields, IFormCollection Sent, ActKey Key, ImmutableArray<ExpectedVersion> Seen) : ITyped
{
    /// <summary>Name of the field with the key.</summary>
    public const string KeyField = "sleutel";

    /// <summary>Name of the field with the versions.</summary>
    public const string SeenField = "gezien";

    /// <summary>Name of the field with what to do next.</summary>
    public const string StepField = "verder";

    /// <summary>How far it is.</summary>
    public FormStep Step { get; init; }

    /// <summary>What is wrong, by name of the field.</summary>
    public FrozenDictionary<string, string> Faults { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Why it cannot be done.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What would follow.</summary>
    public ActPreview? Preview { get; init; }

    /// <summary>What was done by others since the form was opened.</summary>
    public ImmutableArray<Happening> Meanwhile { get; init; } = [];

    /// <summary>Others did something since the form was opened.</summary>
    public bool IsStale { get; init; }

    /// <summary>Sites to choose from.</summary>
    public ImmutableArray<Choice> Sites { get; init; } = [];

    /// <inheritdoc/>
    public ImmutableArray<Choice> Persons => Subject.Persons;

    /// <inheritdoc/>
    public WorkVisit Visit => Subject.Visit;

    /// <summary>On what it is done.</summary>
    public StreamId Stream => Subject.Sight.Stream;

    /// <summary>The address of the form.</summary>
    public string Path => Subject.AddressOf(Offer);

    /// <summary>The versions, as they stand in the form.</summary>
    public string SeenText => string.Join(' ', Seen.Select(each => string.Create(CultureInfo.InvariantCulture, $"{(int)each.Stream.Kind}.{each.Stream.Number}.{each.Version}")));

    /// <summary>Everything that was typed, to carry along.</summary>
    public IEnumerable<(string Name, string Value)> Kept => Sent.Where(each => IsAsked(each.Key)).SelectMany(each => each.Value.Select(value => (each.Key, ActField.Cut(value ?? ""))));

    /// <summary>What was typed in a field.</summary>
    /// <param name="name">Name of the field.</param>
    public string Typed(string name) => Sent.TryGetValue(name, out var value) ? ActField.Cut(value.ToString()) : "";

    /// <summary>Whether a choice was made.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="value">The choice.</param>
    public bool IsChosen(string name, string value) => Sent.TryGetValue(name, out var values) && values.Contains(value);

    /// <summary>An answer in words; null when the question was not answered. Who was chosen from a list stands there as in that list.</summary>
    /// <param name="field">The question.</param>
    public string? AnswerTo(ActField field) => field.In(Sent) is not { } answer ? null
        : field.IsPerson && Persons.Where(each => each.Value == answer.ToString()).Select(each => each.Words).FirstOrDefault() is { } chosen ? chosen : CodesInWords.ValueIn(answer, Visit.InEnglish);

    /// <summary>Reads the versions from a form; none when they cannot be read, and then the form is stale.</summary>
    /// <param name="text">As they stand in the form.</param>
    public static ImmutableArray<ExpectedVersion> SeenIn(string? text)
    {
        var seen = ImmutableArray.CreateBuilder<ExpectedVersion>();
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(50))
        {
            if (part.Split('.') is [var kind, var number, var version] && int.TryParse(kind, NumberStyles.None, CultureInfo.InvariantCulture, out var of) && Enum.IsDefined((StreamKind)of)
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var stream) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                seen.Add(new(new((StreamKind)of, stream), last));
            }
        }
        return seen.ToImmutable();
    }

    private bool IsAsked(string name) => name is ActBody.DayField or ActBody.GroundField || Fields.Any(each => name == each.Name || name.StartsWith(each.Name + ".", StringComparison.Ordinal));
}
