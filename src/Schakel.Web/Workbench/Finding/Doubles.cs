using System.Collections.Immutable;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Finding;

/// <summary>By what two people are alike (overeenkomst), the strongest first.</summary>
public enum Likeness
{
    /// <summary>The same V-number.</summary>
    Number = 0,
    /// <summary>The same name, as written or as it sounds, and a date of birth that can be the same.</summary>
    NameAndBirth,
    /// <summary>One name, and a date of birth that can be the same.</summary>
    BirthAndOneName,
    /// <summary>The same name, and another date of birth.</summary>
    Name,
}

/// <summary>Somebody who may be the same person (mogelijke dubbele).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Likeness">By what.</param>
public sealed record PossibleDouble(long Person, ShownPerson Who, Likeness Likeness);

/// <summary>
/// Finds who may be the same person (dubbelen), as identity is typed: by the terms of searching, so in another spelling or script too, and
/// with a date of birth that is known in part. It finds; who it is, a person says.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
/// <param name="worklists">Who people are.</param>
public sealed class Doubles(ChainStore store, Gate gate, Worklists worklists)
{
    /// <summary>Most of them that are shown.</summary>
    public const int Most = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Who may be the same person, within what a caller may see; whoever shows them records the looks.</summary>
    /// <param name="caller">Who types.</param>
    /// <param name="names">The names.</param>
    /// <param name="born">Date of birth, as far as known.</param>
    /// <param name="number">V-number; absent when none was typed.</param>
    public async Task<ImmutableArray<PossibleDouble>> OfAsync(Caller caller, PersonNames names, PartialDate born, VNumber? number)
    {
        await BroughtUpAsync().ConfigureAwait(false); // Who was entered at the desk beside this one a second ago is found too.
        using var view = store.Models.Look();
        var (found, ours) = (new Dictionary<long, Likeness>(), gate.Files(caller, view.Files));
        void Add(SearchQuestion question, Likeness likeness)
        {
            foreach (var hit in Search.Find(store.Models, view, question, ours).Hits)
            {
                found.TryAdd(hit.Person, likeness);
            }
        }
        if (number is { } exact)
        {
            Add(new() { VNumber = exact }, Likeness.Number);
        }
        var words = NameFolding.Words(names.Family).Concat(NameFolding.Words(names.Given)).Distinct().ToList();
        if (words.Count > 0)
        {
            Add(new() { Names = string.Join(' ', words), Born = born }, Likeness.NameAndBirth);
            foreach (var word in words.Where(each => each.Length > 1))
            {
                Add(new() { Names = word, Born = born }, Likeness.BirthAndOneName);
            }
        }
        if (words.Count > 1) // One word alone is many people's.
        {
            Add(new() { Names = string.Join(' ', words) }, Likeness.Name);
        }
        var persons = found.Keys.ToList();
        var rows = view.Files.Where(row => persons.Contains(row.Person)).ToList();
        return [.. rows.Select(row => new PossibleDouble(row.Person, worklists.PersonOf(caller, row), found[row.Person])).OrderBy(each => each.Likeness).ThenBy(each => each.Person).Take(Most)];
    }

    /// <summary>By what, in words.</summary>
    /// <param name="likeness">The likeness.</param>
    public static Text NameOf(Likeness likeness) => likeness switch
    {
        Likeness.Number => new("zelfde V-nummer", "same V-number"),
        Likeness.NameAndBirth => new("zelfde naam en geboortedatum", "same name and date of birth"),
        Likeness.BirthAndOneName => new("zelfde geboortedatum en deel van de naam", "same date of birth and part of the name"),
        Likeness.Name => new("zelfde naam, andere geboortedatum", "same name, another date of birth"),
    };

    private async Task BroughtUpAsync()
    {
        using var longest = new CancellationTokenSource(LongestWait);
        try
        {
            await store.Models.AwaitAsync(store.Log.Position, longest.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The models are far behind: what they know is searched all the same.
        }
    }
}
