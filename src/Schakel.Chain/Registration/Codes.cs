using System.Collections.Frozen;

namespace Schakel.Chain.Registration;

/// <summary>
/// A state, or what stands for one (landcode): three capitals as in travel documents (ISO 3166-1 alpha-3, ICAO 9303). <c>XXA</c> is
/// stateless, three times X not known; the default value is not known.
/// </summary>
public readonly record struct CountryCode
{
    private const int Length = 3;
    private const int Letters = 26;
    private static readonly string NotKnown = new('X', Length);
    private readonly string? _code; // Null for three times X, so that the default value equals it.

    private CountryCode(string? code) => _code = code;

    /// <summary>Not known, or not stated.</summary>
    public static CountryCode Unknown => default;

    /// <summary>Not a national of any state (staatloos).</summary>
    public static CountryCode Stateless { get; } = new("XXA");

    /// <summary>Reads a code.</summary>
    /// <param name="text">Three capitals, A to Z. Whether a state uses them is not judged.</param>
    /// <param name="code">The code.</param>
    public static bool TryParse(string? text, out CountryCode code)
    {
        code = default;
        if (text is not { Length: Length } || !text.All(char.IsAsciiLetterUpper))
        {
            return false;
        }
        code = new(text == NotKnown ? null : text);
        return true;
    }

    /// <summary>The code as a number from 1, by which the policy on the country has its history: AAA is 1, AAB is 2, ZZZ is 17,576.</summary>
    public int Number => ToString().Aggregate(0, static (number, letter) => (number * Letters) + (letter - 'A')) + 1;

    /// <summary>The code with a number; null when there is none.</summary>
    /// <param name="number">The number.</param>
    public static CountryCode? WithNumber(long number)
    {
        if (number is < 1 or > Letters * Letters * Letters)
        {
            return null;
        }
        var left = (int)number - 1;
        Span<char> code = [(char)('A' + (left / (Letters * Letters))), (char)('A' + (left / Letters % Letters)), (char)('A' + (left % Letters))];
        return TryParse(code.ToString(), out var country) ? country : null;
    }

    /// <summary>The three capitals.</summary>
    public override string ToString() => _code ?? NotKnown;
}

/// <summary>
/// A language (taalcode): three small letters (ISO 639-3), by which an interpreter is found. <c>und</c> is not known; the default value is
/// not known. Never a predictor in placement.
/// </summary>
public readonly record struct LanguageCode
{
    private const int Length = 3;
    private const string NotKnown = "und";
    private const string Arabic = "ara";

    // The forms of Arabic (ISO 639-3, members of the macrolanguage): each is spoken in one country or a few.
    private static readonly FrozenSet<string> FormsOfArabic =
        FrozenSet.Create("aao", "abh", "abv", "acm", "acq", "acw", "acx", "acy", "adf", "aeb", "aec", "afb", "ajp", "apc", "apd", "arb", "arq", "ars", "ary", "arz", "auz", "avl", "ayh", "ayl", "ayn", "ayp", "pga", "shu", "ssh");

    private readonly string? _code; // Null for und, so that the default value equals it.

    private LanguageCode(string? code) => _code = code;

    /// <summary>Not known.</summary>
    public static LanguageCode Unknown => default;

    /// <summary>Reads a code.</summary>
    /// <param name="text">Three small letters, a to z. Whether a language has them is not judged.</param>
    /// <param name="code">The code.</param>
    public static bool TryParse(string? text, out LanguageCode code)
    {
        code = default;
        if (text is not { Length: Length } || !text.All(char.IsAsciiLetterLower))
        {
            return false;
        }
        code = new(text == NotKnown ? null : text);
        return true;
    }

    /// <summary>The language of which this is a form: Arabic for that of Algeria, which tells where somebody comes from; the language itself for others.</summary>
    public LanguageCode Whole => _code is { } code && FormsOfArabic.Contains(code) ? new(Arabic) : this;

    /// <summary>The three letters.</summary>
    public override string ToString() => _code ?? NotKnown;
}
