using System.Globalization;
using System.Text;

namespace Schakel.Store.Models;

// The folding, in three steps. (1) Letters: marks are dropped, case is folded; Cyrillic, Arabic and Ethiopic
// letters are written in Latin ones, each by one table, without regard to the language. (2) Words: what is between letters separates them;
// the Arabic article is dropped, at the beginning of a word in its own script, and as a word of its own (al, el). (3) Sound: digraphs become
// one letter, letters that transliterations mix up become one (q, c and k; w, v and f; j and y count as vowels), vowels and h are dropped
// but for a vowel at the beginning, and a letter is not repeated. Short vowels are not written in Arabic, and this is where they go.
// It is an aid for finding, made by ourselves; people decide who is who.

/// <summary>Names as they can be compared across scripts and spellings (naamvouwing).</summary>
public static class NameFolding
{
    // Letters with a mark, after the letter they are. Our own, as the runtime may lack the tables of Unicode.
    private static readonly string[] Marked =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďḋḍḏḑḓđð",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệə",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥȟḣḥḧḩḫẖħ",
        "iìíîïĩīĭįİǐȉȋḭḯỉịı",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľḷḹḻḽł",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšſșṡṣṥṧṩẛ",
        "tţťțṫṭṯṱẗŧ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
    ];

    private static readonly Dictionary<char, char> Bare = Marked.SelectMany(row => row.Skip(1).Select(marked => (marked, row[0]))).ToDictionary();

    private const string CyrillicFrom = "абвгґдеёєжзиійїклмнопрстуўфхцчшщъыьэюяџјљњћђѓќѕӣқғҳҷӯө";
    private static readonly string[] CyrillicTo =
    [
        "a", "b", "v", "g", "g", "d", "e", "e", "e", "zh", "z", "i", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "u", "f", "h", "ts", "ch",
        "sh", "sh", "", "y", "", "e", "yu", "ya", "dzh", "y", "l", "n", "ch", "dzh", "g", "k", "dz", "i", "q", "gh", "h", "j", "u", "o",
    ];

    // Hamza and alif are a vowel at the beginning; ain is dropped, as most transliterations drop it.
    private static readonly Dictionary<char, string> Arabic = new[]
    {
        "اa", "أa", "إi", "آa", "ٱa", "ء", "ؤu", "ئi", "بb", "پp", "تt", "ثth",
        "جj", "چch", "حh", "خkh", "دd", "ذdh", "رr", "زz", "ژzh", "سs", "شsh", "صs",
        "ضd", "طt", "ظz", "عa", "غgh", "فf", "ڤv", "قq", "كk", "کk", "گg", "لl",
        "مm", "نn", "هh", "ةa", "ەe", "ھh", "وw", "ۆo", "ىa", "يy", "یy", "ێe",
        "ڕr", "ڵl", "ټt", "ډd", "ړr", "ښsh", "ږzh", "ڼn", "ځz", "څts",
    }.ToDictionary(pair => pair[0], pair => pair[1..]);

    // Ethiopic: rows of eight from U+1200, a consonant and its vowels.
    private static readonly string[] EthiopicConsonants =
    [
        "h", "l", "h", "m", "s", "r", "s", "sh", "q", "q", "q", "q", "b", "v", "t", "ch", "h", "h", "n", "ny", "a", "k", "k", "k", "k", "w", "a", "z", "zh", "y",
        "d", "d", "j", "g", "g", "g", "t", "ch", "p", "ts", "ts", "f", "p",
    ];

    private static readonly string[] EthiopicVowels = ["e", "u", "i", "a", "e", "", "o", "wa"];

    private static readonly (string From, string To)[] Sounds =
    [
        ("sch", "s"), ("tch", "s"), ("dzh", "y"), ("dj", "y"), ("kh", "k"), ("gh", "g"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("th", "t"), ("dh", "d"), ("ph", "f"),
        ("ts", "s"), ("tz", "s"), ("ck", "k"), ("ks", "x"), ("ny", "n"), ("ou", "u"),
    ];

    /// <summary>The words of a name in Latin letters, without marks and case.</summary>
    /// <param name="name">A name in any script.</param>
    /// <remarks><c>Müller-Özdemir</c> gives <c>muller</c> and <c>ozdemir</c>; <c>الأحمد</c> gives <c>ahmd</c>.</remarks>
    public static IReadOnlyList<string> Words(string? name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var own = true; // At the beginning of a word.
        var text = name ?? "";
        for (var i = 0; i < text.Length; i++)
        {
            var sign = char.ToLowerInvariant(text[i]);
            if (own && sign == 'ا' && i + 2 < text.Length && text[i + 1] == 'ل' && char.IsLetter(text[i + 2]))
            {
                i++; // The article.
                own = false;
                continue;
            }
            if (char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter || sign is '\'' or '’' or '‘' or '`' or 'ـ')
            {
                continue;
            }
            if (!char.IsLetter(sign))
            {
                End(words, word);
                own = true;
                continue;
            }
            own = false;
            Latin(sign, word);
        }
        End(words, word);
        return words;
    }

    /// <summary>How a word sounds, as far as transliterations agree: <c>mohammed</c>, <c>muhamad</c> and <c>mhmd</c> all give <c>md</c>.</summary>
    /// <param name="word">A word of <see cref="Words"/>.</param>
    public static string Sound(string word)
    {
        foreach (var (from, to) in Sounds)
        {
            word = word.Replace(from, to, StringComparison.Ordinal);
        }
        var sound = new StringBuilder();
        foreach (var letter in word)
        {
            var heard = letter switch
            {
                'q' or 'c' => 'k',
                'w' or 'f' => 'v',
                'p' => 'b',
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j' => sound.Length == 0 ? 'a' : '\0',
                'h' => '\0',
                _ => letter,
            };
            // In the middle of a word w is a vowel as often as not: the Arabic letter is both.
            if (heard == '\0' || (letter == 'w' && sound.Length > 0) || (sound.Length > 0 && sound[^1] == heard))
            {
                continue;
            }
            sound.Append(heard);
        }
        return sound.Length == 0 ? word : sound.ToString();
    }

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0 && word.ToString() is not ("al" or "el"))
        {
            words.Add(word.ToString());
        }
        word.Clear();
    }

    private static void Latin(char sign, StringBuilder into)
    {
        if (char.IsAsciiLetter(sign))
        {
            into.Append(sign);
            return;
        }
        if (Bare.TryGetValue(sign, out var bare))
        {
            into.Append(bare);
            return;
        }
        if (CyrillicFrom.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at)
        {
            into.Append(CyrillicTo[at]);
            return;
        }
        if (Arabic.TryGetValue(sign, out var arabic))
        {
            into.Append(arabic);
            return;
        }
        if (sign is >= '\u1200' and < '\u1358')
        {
            var row = (sign - '\u1200') / 8;
            into.Append(EthiopicConsonants[row]).Append(EthiopicVowels[(sign - '\u1200') % 8]);
            return;
        }
        _ = sign switch
        {
            'ß' => into.Append("ss"),
            'æ' => into.Append("ae"),
            'œ' => into.Append("oe"),
            'þ' => into.Append("th"),
            _ => into.Append(sign), // Another script: only the same letters find it.
        };
    }
}
