using Schakel.Chain.Registration;
using Schakel.Store.Rows;

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
    // A term that more people have than this is common: which of two common ones is commoner makes no difference.
    private const int Common = 5_000;
    // Of those found as they sound, so many are put in order; there are more of a few sounds only, and then one asks more exactly anyway.
    private const int MostAlike = 500;

    /// <summary>Finds persons.</summary>
    /// <param name="models">The models.</param>
    /// <param name="view">The rows.</param>
    /// <param name="question">Whom one looks for.</param>
    /// <param name="among">The files among which one may find; all when absent. One's own few clients are found among any number of namesakes.</param>
    /// <exception cref="ArgumentException">Nothing was asked.</exception>
    public static SearchResult Find(ReadModels models, ModelView view, SearchQuestion question, IQueryable<FileRow>? among = null)
    {
        var terms = models.Terms;
        var words = SearchTerms.Words(question.Names).Select(word => (Same: terms.OfWord(word), Like: terms.OfSound(word))).ToList();
        var always = new List<IQueryable<long>>();
        if (question.VNumber is { } number)
        {
            always.Add(view.With([terms.OfNumber(number)]));
        }
        if (question.Born is { IsNone: false } born)
        {
            always.Add(view.With([.. DatesOf(born).Select(terms.OfBirth)]));
        }
        if (always.Count + words.Count == 0)
        {
            throw new ArgumentException("Nothing to look for: give a V-number, a name with letters, or a date of birth.", nameof(question));
        }
        if (among is not null)
        {
            always.Add(among.Select(file => file.Person));
        }
        var most = SearchQuestion.MostFound + 1;
        var same = All([.. always, .. words.Select(word => view.With([word.Same]))], most);
        List<SearchHit> hits = [.. same.Select(person => new SearchHit(person, words.Count, 0))];
        if (words.Count > 0 && same.Count < most)
        {
            // A word as written sounds alike too: whoever is found exactly is among these again.
            var alike = All([.. always, .. words.Select(word => view.With([word.Like]))], MostAlike);
            hits.AddRange(Alike(view, words.ConvertAll(word => word.Same), [.. alike.Except(same)]));
        }
        return new([.. hits.Take(SearchQuestion.MostFound)], hits.Count > SearchQuestion.MostFound);
    }

    // How many words stand as written in the name of each who was found as it sounds; the most alike first.
    private static IEnumerable<SearchHit> Alike(ModelView view, List<long> same, List<long> persons)
    {
        var written = view.SearchTerms.Where(row => same.Contains(row.Term) && persons.Contains(row.Person)).GroupBy(row => row.Person)
            .Select(of => new { Person = of.Key, Words = of.Count() }).ToDictionary(of => of.Person, of => of.Words);
        return persons.Select(person => written.GetValueOrDefault(person)).Zip(persons, (words, person) => new SearchHit(person, words, same.Count - words))
            .OrderByDescending(hit => hit.SameWords).ThenBy(hit => hit.Person);
    }

    // The first persons of whom each condition holds. The rarest narrows first, as a name may be everybody's; of few the order is made here, because
    // a database asked for it would go through all persons in that order.
    private static List<long> All(List<IQueryable<long>> conditions, int most)
    {
        var ordered = conditions.Select(persons => (Persons: persons, Count: persons.Take(Common).Count())).OrderBy(each => each.Count).ToList();
        var all = ordered.Skip(1).Aggregate(ordered[0].Persons, (persons, condition) => persons.Where(person => condition.Persons.Any(other => other == person)));
        return ordered[0].Count < Common ? [.. all.AsEnumerable().Order().Take(most)] : [.. all.OrderBy(person => person).Take(most)];
    }

    private static IQueryable<long> With(this ModelView view, List<long> terms)
    {
        if (terms is [var only])
        {
            return view.SearchTerms.Where(row => row.Term == only).Select(row => row.Person);
        }
        return view.SearchTerms.Where(row => terms.Contains(row.Term)).Select(row => row.Person);
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
