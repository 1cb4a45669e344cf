using Schakel.Norms;
using Schakel.Norms.Compute;

namespace Schakel.Web.Portal.Speaking;

/// <summary>On what something rests (bron), for people: the name of the rule, and where it stands.</summary>
/// <param name="Title">Name of the rule; absent when only the place is known.</param>
/// <param name="Place">Article or norm; absent when it is a rule of this system itself.</param>
public sealed record Source(Text? Title, string? Place)
{
    private const string RedLine = "red-line-";
    private const string Fact = "fact";

    /// <summary>The source that a norm id, an article or a dossier code names; null when it names only the facts.</summary>
    /// <param name="norm">As steps, terms, rights and refusals name it.</param>
    public static Source? Of(string norm)
    {
        if (norm == Fact)
        {
            return null;
        }
        if (norm.StartsWith(RedLine, StringComparison.Ordinal))
        {
            return new(null, null);
        }
        var named = NormCatalogue.All.FirstOrDefault(each => each.Id == norm)
            ?? NormCatalogue.All.FirstOrDefault(each => each.Id.StartsWith(norm + ".", StringComparison.Ordinal))
            ?? NormCatalogue.All.FirstOrDefault(each => each.Dossier == norm);
        var title = NormComputation.All.FirstOrDefault(each => each.Id == norm)?.Title ?? named?.Title;
        return new(title, named is null ? norm : $"{named.Citation.BwbId} {named.Citation.Article}".Trim());
    }
}
