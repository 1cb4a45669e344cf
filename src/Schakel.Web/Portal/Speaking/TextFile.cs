using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Schakel.Web.Portal.Speaking;

/// <summary>How far a translation was checked (stand van een vertaling).</summary>
public enum TranslationState
{
    /// <summary>The official text.</summary>
    Official = 0,
    /// <summary>Checked by a native speaker.</summary>
    Reviewed,
    /// <summary>Awaiting review by a native speaker.</summary>
    AwaitingReview,
    /// <summary>There is no file yet.</summary>
    Missing,
}

/// <summary>
/// The texts of one language (tekstbestand): a flat list of keys and texts, with values in braces by name. Read strictly: an unknown
/// field, an empty text or a brace that holds no name ends it with the file and the key.
/// </summary>
/// <param name="Language">The language.</param>
/// <param name="State">How far it was checked.</param>
/// <param name="Texts">Text by key.</param>
public sealed partial record TextFile(PortalLanguage Language, TranslationState State, FrozenDictionary<string, string> Texts)
{
    private static readonly Lazy<FrozenDictionary<string, TextFile>> Files = new(() =>
        PortalLanguage.All.ToFrozenDictionary(each => each.Code, Load));

    /// <summary>The texts of a language; without any text when it has no file.</summary>
    /// <param name="language">The language.</param>
    public static TextFile Of(PortalLanguage language) => Files.Value[language.Code];

    /// <summary>Reads a file.</summary>
    /// <param name="language">The language it is for.</param>
    /// <param name="content">The file.</param>
    /// <exception cref="FormatException">It is not as it should be; the message names the key.</exception>
    public static TextFile Read(PortalLanguage language, Stream content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var (named, state, texts) = ("", TranslationState.Missing, new Dictionary<string, string>());
            foreach (var field in document.RootElement.EnumerateObject())
            {
                switch (field.Name)
                {
                    case "language":
                        named = field.Value.GetString() ?? "";
                        break;
                    case "state":
                        state = StateOf(language, field.Value.GetString());
                        break;
                    case "texts":
                        foreach (var text in field.Value.EnumerateObject())
                        {
                            texts.Add(text.Name, Checked(language, text.Name, text.Value.GetString()));
                        }
                        break;
                    default:
                        throw Wrong(language, field.Name, "is no field of a text file: language, state and texts are");
                }
            }
            return named == language.Code && state != TranslationState.Missing ? new(language, state, texts.ToFrozenDictionary())
                : throw Wrong(language, "language or state", $"is missing or wrong: `{named}`");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException($"Texts of {language.Code}: {e.Message}", e);
        }
    }

    /// <summary>The names of the values in a text, in order of appearance.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Placeholders(string text) => Slot().Matches(text).Select(each => each.Groups[1].Value);

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Slot();

    private static TextFile Load(PortalLanguage language)
    {
        using var content = typeof(TextFile).Assembly.GetManifestResourceStream($"texts.{language.Code}.json");
        return content is null ? new(language, TranslationState.Missing, FrozenDictionary<string, string>.Empty) : Read(language, content);
    }

    private static TranslationState StateOf(PortalLanguage language, string? state) => state switch
    {
        "official" when language == PortalLanguage.Official => TranslationState.Official,
        "reviewed" => TranslationState.Reviewed,
        "awaiting-review" => TranslationState.AwaitingReview,
        _ => throw Wrong(language, "state", $"`{state}` is none of official (Dutch alone), reviewed, awaiting-review"),
    };

    private static string Checked(PortalLanguage language, string key, string? text) =>
        string.IsNullOrWhiteSpace(text) ? throw Wrong(language, key, "is empty; leave it out when it is not translated yet")
        : Slot().Replace(text, "").AsSpan().ContainsAny('{', '}') ? throw Wrong(language, key, "has a brace that is no {name} in small letters")
        : text;

    private static FormatException Wrong(PortalLanguage language, string key, string what) => new($"Texts of {language.Code}: `{key}` {what}.");
}
