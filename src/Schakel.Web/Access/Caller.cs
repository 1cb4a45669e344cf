using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using Schakel.Chain;
using Schakel.Store.Acts;

namespace Schakel.Web.Access;

/// <summary>The one file that a session by code is for, and the lawyer whom that file named then (zaak van een code).</summary>
/// <param name="File">Number of the file.</param>
/// <param name="Lawyer">The lawyer whom it named; absent when it named none.</param>
public readonly record struct OnlyFile(long File, int? Lawyer);

/// <summary>
/// Who calls (aanroeper): a function, a number within it, and what ties it to files: clients, a site, a municipality, a team. Everything comes
/// from the token or the session.
/// </summary>
/// <param name="Function">The function.</param>
/// <param name="Number">Personnel number, or the person's own number for an applicant.</param>
/// <param name="Clients">Files of a lawyer's or guardian's clients, where the file itself does not name one.</param>
public sealed record Caller(Function Function, int Number, ImmutableArray<long> Clients)
{
    /// <summary>Claim with the code of the function.</summary>
    public const string FunctionClaim = "functie";

    /// <summary>Claim with the number.</summary>
    public const string NumberClaim = "nummer";

    /// <summary>Claim with a client's file; there may be several.</summary>
    public const string ClientClaim = "client";

    /// <summary>Claim with the number of one's own site.</summary>
    public const string SiteClaim = "locatie";

    /// <summary>Claim with the number of one's own municipality.</summary>
    public const string MunicipalityClaim = "gemeente";

    /// <summary>Claim with the name of one's own team.</summary>
    public const string TeamClaim = "team";

    /// <summary>Claim with one's own name, for the pages and to notice a look at a namesake.</summary>
    public const string NameClaim = "naam";

    /// <summary>Claim with the one file that a session by code is for.</summary>
    public const string OnlyFileClaim = "alleen-zaak";

    /// <summary>Claim with the lawyer whom that file named then.</summary>
    public const string OnlyFileLawyerClaim = "alleen-zaak-advocaat";

    /// <summary>First number of those who signed in as a lawyer by code: no lawyer of the bar and no official has one of these.</summary>
    public const int FirstByCode = 2_000_000_000;

    private const int LongestText = 100;

    private const string BeforeNumber = "team ";

    /// <summary>One's own site; absent when there is none.</summary>
    public int? Site { get; init; }

    /// <summary>One's own municipality; absent when there is none.</summary>
    public int? Municipality { get; init; }

    /// <summary>One's own team, as the token names it and the log of looks tells it.</summary>
    public string? Team { get; init; }

    /// <summary>The number of one's own team, by which files name it: the name is that number, or "team" and that number. Absent for any other name, and without one.</summary>
    public int? TeamNumber => Team is not null
        && int.TryParse(Team.StartsWith(BeforeNumber, StringComparison.OrdinalIgnoreCase) ? Team.AsSpan(BeforeNumber.Length) : Team, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0 ? number : null;

    /// <summary>One's own name.</summary>
    public string? Name { get; init; }

    /// <summary>The one file that this session is for; absent when it is not limited to one.</summary>
    public OnlyFile? Only { get; init; }

    /// <summary>
    /// The lawyer of a file, signed in with a code of that file (advocaat met een code): for that file and no other, under a number of their own, for as
    /// long as the file names the same lawyer, or none.
    /// </summary>
    /// <param name="lawyer">The function.</param>
    /// <param name="file">Number of the file.</param>
    /// <param name="named">The lawyer whom the file names; absent when it names none.</param>
    /// <returns>The caller; null where no number is left for such a file.</returns>
    public static Caller? ByCode(Function lawyer, long file, int? named) =>
        file is > 0 and <= int.MaxValue - FirstByCode ? new(lawyer, FirstByCode + (int)file, []) { Only = new(file, named) } : null;

    /// <summary>Who acts, for the log.</summary>
    public Doer Doer => Function.Code switch
    {
        "advocaat" => new(DoerKind.Lawyer, Number, OfficialRoles.None),
        "voogd" => new(DoerKind.Guardian, Number, OfficialRoles.None),
        "aanvrager" => new(DoerKind.Applicant, Number, OfficialRoles.None),
        _ => Doer.Of(Official),
    };

    /// <summary>The official of an official act; nobody for someone who is none.</summary>
    public Official Official => Function.Role == OfficialRoles.None ? default : new(Number, Function.Role);

    /// <summary>Reads the caller from a token or session that was checked.</summary>
    /// <param name="principal">What it says.</param>
    /// <returns>The caller; null when it names no function that is known here.</returns>
    public static Caller? From(ClaimsPrincipal principal)
    {
        if (Function.Find(principal.FindFirstValue(FunctionClaim)) is not { } function || NumberOf(principal, NumberClaim) is not { } number)
        {
            return null;
        }
        return new(function, number,
        [
            .. principal.FindAll(ClientClaim).Select(each => long.TryParse(each.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var client) ? client : 0)
                .Where(client => client > 0),
        ])
        {
            Only = NumberOf(principal, OnlyFileClaim) is { } only ? new(only, NumberOf(principal, OnlyFileLawyerClaim)) : null,
            Site = NumberOf(principal, SiteClaim),
            Municipality = NumberOf(principal, MunicipalityClaim),
            Team = TextOf(principal, TeamClaim),
            Name = TextOf(principal, NameClaim),
        };
    }

    /// <summary>The claims of which <see cref="From"/> makes this caller again.</summary>
    public IEnumerable<Claim> Claims()
    {
        yield return new(FunctionClaim, Function.Code);
        yield return new(NumberClaim, Number.ToString(CultureInfo.InvariantCulture));
        foreach (var client in Clients)
        {
            yield return new(ClientClaim, client.ToString(CultureInfo.InvariantCulture));
        }
        if (Only is { } only)
        {
            yield return new(OnlyFileClaim, only.File.ToString(CultureInfo.InvariantCulture));
            if (only.Lawyer is { } lawyer)
            {
                yield return new(OnlyFileLawyerClaim, lawyer.ToString(CultureInfo.InvariantCulture));
            }
        }
        if (Site is { } site)
        {
            yield return new(SiteClaim, site.ToString(CultureInfo.InvariantCulture));
        }
        if (Municipality is { } municipality)
        {
            yield return new(MunicipalityClaim, municipality.ToString(CultureInfo.InvariantCulture));
        }
        if (Team is not null)
        {
            yield return new(TeamClaim, Team);
        }
        if (Name is not null)
        {
            yield return new(NameClaim, Name);
        }
    }

    private static int? NumberOf(ClaimsPrincipal principal, string claim) =>
        int.TryParse(principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string? TextOf(ClaimsPrincipal principal, string claim) =>
        principal.FindFirstValue(claim) is { Length: > 0 and <= LongestText } text ? text : null;
}
