using Schakel.Store.Models;

namespace Schakel.Web.Access;

/// <summary>Noticing that somebody looks for their own name, or a colleague's (naamgenoten): allowed, and told to the privacy officer.</summary>
public static class Namesakes
{
    // What stands before every made-up surname says nothing.
    private static readonly string[] Common = ["voorbeeld"];

    /// <summary>Whether what is searched holds a word of the caller's name, or of a colleague's who signs in with an example name.</summary>
    /// <param name="caller">Who searches.</param>
    /// <param name="searched">The names that are searched.</param>
    public static bool IsNamesake(Caller caller, string? searched)
    {
        if (string.IsNullOrWhiteSpace(searched))
        {
            return false;
        }
        var words = Words(searched);
        return Words(caller.Name ?? "").Overlaps(words) || ExamplePeople.Surnames.Any(words.Contains);
    }

    private static HashSet<string> Words(string names) =>
        [.. NameFolding.Words(names).Except(Common, StringComparer.Ordinal).Where(word => word.Length > 2)];
}
