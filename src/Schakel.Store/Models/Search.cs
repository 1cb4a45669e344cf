using Schakel.Chain.Registration;

namespace Schakel.Store.Models;

/// <summary>Whom one looks for (zoekvraag): at least one of these.</summary>
public sealed record SearchQuestion
{
    /// <summary>Most persons that are told.</summary>
    public const int MostFound = 50;

    /// <summary>V-number, exactly.</summary>
    public VNumber? VNumber { get; init; }

    /// <summary>Names, in any script and order; each word must be found, as written or as it sounds.</summary>
    public string? Names { get; init; }

    /// <summary>Date of birth; who has it known less exactly is found too, and a year alone finds who has that year alone.</summary>
    public PartialDate? Born { get; init; }
}

/// <summary>Someone who was found (treffer). Who it is stands in the file: the table holds keyed hashes only.</summary>
/// <param name="Person">The person.</param>
/// <param name="SameWords">Words of the name found as written.</param>
/// <param name="LikeWords">Words found as they sound.</param>
public readonly record struct SearchHit(long Person, int SameWords, int LikeWords);

/// <summary>What was found (uitkomst).</summary>
/// <param name="Hits">Persons, the most alike first.</param>
/// <param name="More">There are more than are told: ask more exactly.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, bool More);

/// <summary>Finding persons (zoeken).</summary>
public static class Search
{
    private const int MostRows = 100_000;

    /// <summary>Finds persons.</summary>
    /// <param name="models">The models.</param>
    /// <param name="view">The rows.</param>
    /// <param name="question">Whom one looks for.</param>
    /// <exception cref="ArgumentException">Nothing was asked.</exception>
    public static SearchResult Find(ReadModels models, ModelView view, SearchQuestion question)
    {
        var terms = models.Terms;
        var words = SearchTerms.Words(question.Names).Select(word => (Same: terms.OfWord(word), Like: terms.OfSound(word))).ToList();
        var dates = question.Born is { IsNone: false } born ? DatesOf(born).Select(terms.OfBirth).ToList() : [];
        long? number = question.VNumber is { } wanted ? terms.OfNumber(wanted) : null;
        if (number is null && words.Count == 0 && dates.Count == 0)
        {
            throw new ArgumentException("Nothing to look for: give a V-number, a name with letters, or a date of birth.", nameof(question));
        }
        var all = words.SelectMany(word => new[] { word.Same, word.Like }).Concat(dates).ToList();
        if (number is { } one)
        {
            all.Add(one);
        }
        // The rarest condition narrows first: a number, else a date, else all words.
        var rows = view.SearchTerms.Where(row => all.Contains(row.Term));
        if (number is not null || dates.Count > 0)
        {
            var narrow = number is { } exact ? [exact] : dates;
            var among = view.SearchTerms.Where(row => narrow.Contains(row.Term)).Select(row => row.Person);
            rows = rows.Where(row => among.Contains(row.Person));
        }
        var found = rows.Take(MostRows).Select(row => new { row.Person, row.Term }).ToList();
        var hits = found.GroupBy(row => row.Person, row => row.Term).Select(of => Match(of.Key, of.ToHashSet(), words, dates, number)).OfType<SearchHit>()
            .OrderByDescending(hit => hit.SameWords).ThenByDescending(hit => hit.LikeWords).ThenBy(hit => hit.Person).ToList();
        return new([.. hits.Take(SearchQuestion.MostFound)], hits.Count > SearchQuestion.MostFound || found.Count == MostRows);
    }

    private static SearchHit? Match(long person, HashSet<long> has, List<(long Same, long Like)> words, List<long> dates, long? number)
    {
        if ((number is { } wanted && !has.Contains(wanted)) || (dates.Count > 0 && !dates.Exists(has.Contains)))
        {
            return null;
        }
        var (same, like) = (0, 0);
        foreach (var word in words)
        {
            if (has.Contains(word.Same))
            {
                same++;
            }
            else if (has.Contains(word.Like))
            {
                like++;
            }
            else
            {
                return null;
            }
        }
        return new(person, same, like);
    }

    private static IEnumerable<PartialDate> DatesOf(PartialDate born)
    {
        var text = born.ToString();
        foreach (var length in (int[])[10, 7, 4])
        {
            if (text.Length >= length && PartialDate.TryParse(text[..length], out var date))
            {
                yield return date;
            }
        }
    }
}
