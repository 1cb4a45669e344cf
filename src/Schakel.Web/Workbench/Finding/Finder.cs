using System.Collections.Immutable;
using System.Globalization;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Finding;

/// <summary>Someone who was found (treffer).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="SameWords">Words of the name found as written.</param>
/// <param name="LikeWords">Words found as they sound.</param>
public sealed record FoundPerson(long Person, ShownPerson Who, int SameWords, int LikeWords);

/// <summary>What was found (uitkomst).</summary>
/// <param name="Persons">Within what one may see.</param>
/// <param name="More">There are more: ask more exactly.</param>
/// <param name="Namesake">A name was searched that is the searcher's own, or a colleague's.</param>
public sealed record FoundList(ImmutableArray<FoundPerson> Persons, bool More, bool Namesake);

/// <summary>Finding persons (zoeken): what is typed in one box is a V-number, a case number, a date of birth, or a name in any script.</summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
/// <param name="worklists">Who people are.</param>
public sealed class Finder(ChainStore store, Gate gate, Worklists worklists)
{
    private const int LongestName = 200;

    /// <summary>Whether a caller may search for persons at all.</summary>
    /// <param name="caller">Who.</param>
    public static bool MaySearch(Caller caller) => caller.Function.Reach is not (Reach.None or Reach.Own) && caller.Function.MayRead(DataCategory.Identity);

    /// <summary>Finds persons; null when nothing was asked that can be looked for.</summary>
    /// <param name="caller">Who searches.</param>
    /// <param name="what">What was typed.</param>
    public FoundList? Find(Caller caller, string what)
    {
        var typed = what.Trim();
        if (typed.Length is 0 or > LongestName)
        {
            return null;
        }
        using var view = store.Models.Look();
        var hits = Hits(caller, view, typed);
        if (hits is null)
        {
            return null;
        }
        var persons = hits.Hits.Select(each => each.Person).ToList();
        var rows = gate.Files(caller, view.Files.Where(row => persons.Contains(row.Person))).ToDictionary(row => row.Person);
        var shown = hits.Hits.Where(each => rows.ContainsKey(each.Person)).Select(each => new FoundPerson(each.Person, worklists.PersonOf(caller, rows[each.Person]), each.SameWords, each.LikeWords)).ToImmutableArray();
        return new(shown, hits.More, Namesakes.IsNamesake(caller, typed));
    }

    private SearchResult? Hits(Caller caller, ModelView view, string typed)
    {
        var plain = typed.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        var question = VNumber.TryParse(plain.TrimStart('V', 'v'), out var number) ? new SearchQuestion { VNumber = number }
            : PartialDate.TryParse(IsoOf(typed), out var born) ? new() { Born = born }
            : null;
        if (question is null && long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var person))
        {
            return new([new(person, 0, 0)], false); // A case number: shown when it may be listed.
        }
        try
        {
            return Search.Find(store.Models, view, question ?? new() { Names = typed }, gate.Files(caller, view.Files)); // Only within what one may see.
        }
        catch (ArgumentException)
        {
            return null; // Nothing with letters.
        }
    }

    // People write 11-02-1984; the chain writes 1984-02-11.
    internal static string IsoOf(string typed)
    {
        var parts = typed.Split('-', '/', '.');
        return parts is [{ Length: 1 or 2 } day, { Length: 1 or 2 } month, { Length: 4 } year] ? $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}" : typed;
    }
}
