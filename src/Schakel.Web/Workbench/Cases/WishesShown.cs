using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Cases;

/// <summary>How somebody wishes to be heard (hoorwensen), for who plans, hears and decides, and for who stands by them.</summary>
internal static class WishesShown
{
    /// <summary>Whether a function reads them.</summary>
    /// <param name="function">The function.</param>
    public static bool MayRead(Function function) => function.MayRead(DataCategory.Procedure) && (function.Role & Appointments.ReadersOfWishes) != 0;

    /// <summary>The wishes in words; the language that is on record where nothing else was stated. Null when nothing is known.</summary>
    /// <param name="file">The file.</param>
    public static Text? Of(CaseFile file) => Of(HeardOf(file));

    /// <summary>How somebody is to be heard: as they wish, in the language that is on record where they stated none.</summary>
    /// <param name="file">The file.</param>
    public static InterviewWishes HeardOf(CaseFile file)
    {
        var (wishes, spoken) = (file.Procedure.Application?.Wishes ?? default, file.Registration.Identity?.Language ?? default);
        return wishes.Language == LanguageCode.Unknown ? wishes with { Language = spoken } : wishes;
    }

    /// <summary>Wishes in words; null when there are none.</summary>
    /// <param name="wishes">The wishes.</param>
    public static Text? Of(InterviewWishes wishes)
    {
        var language = wishes.Language;
        (string Dutch, string English)[] parts =
        [
            .. language == LanguageCode.Unknown ? [] : new[] { ($"taal {CodesInWords.Of(language).Dutch}", $"language {CodesInWords.Of(language).English}") },
            .. wishes.Dialect is not { Length: > 0 } dialect ? [] : new[] { ($"dialect {dialect}", $"dialect {dialect}") },
            .. wishes.Interpreter == GenderWish.None ? [] : new[] { ($"tolk: {NameOf(wishes.Interpreter).Dutch}", $"interpreter: {NameOf(wishes.Interpreter).English}") },
            .. wishes.Officer == GenderWish.None ? [] : new[] { ($"gehoormedewerker: {NameOf(wishes.Officer).Dutch}", $"hearing officer: {NameOf(wishes.Officer).English}") },
        ];
        return parts.Length == 0 ? null : new(string.Join(", ", parts.Select(each => each.Dutch)), string.Join(", ", parts.Select(each => each.English)));
    }

    private static Text NameOf(GenderWish wish) => wish switch
    {
        GenderWish.None => new("geen wens", "no wish"),
        GenderWish.Woman => new("een vrouw", "a woman"),
        GenderWish.Man => new("een man", "a man"),
    };
}
