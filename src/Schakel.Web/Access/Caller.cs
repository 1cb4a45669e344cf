using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using Schakel.Chain;
using Schakel.Store.Acts;

namespace Schakel.Web.Access;

/// <summary>Who calls (aanroeper): a function, a number within it, and whose files come with it. Everything comes from the token.</summary>
/// <param name="Function">The function.</param>
/// <param name="Number">Personnel number, or the person's own number for an applicant.</param>
/// <param name="Clients">Files of a lawyer's or guardian's clients.</param>
public sealed record Caller(Function Function, int Number, ImmutableArray<long> Clients)
{
    /// <summary>Claim with the code of the function.</summary>
    public const string FunctionClaim = "functie";

    /// <summary>Claim with the number.</summary>
    public const string NumberClaim = "nummer";

    /// <summary>Claim with a client's file; there may be several.</summary>
    public const string ClientClaim = "client";

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

    /// <summary>Reads the caller from a token that was checked.</summary>
    /// <param name="principal">What the token says.</param>
    /// <returns>The caller; null when the token names no function that is known here.</returns>
    public static Caller? From(ClaimsPrincipal principal)
    {
        if (Function.Find(principal.FindFirstValue(FunctionClaim)) is not { } function
            || !int.TryParse(principal.FindFirstValue(NumberClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return null;
        }
        return new(function, number,
        [
            .. principal.FindAll(ClientClaim).Select(each => long.TryParse(each.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var client) ? client : 0)
                .Where(client => client > 0),
        ]);
    }

    /// <summary>Whether this person's file may be opened at all.</summary>
    /// <param name="person">Number of the person.</param>
    public bool MayOpen(long person) => Function.Reach switch
    {
        Reach.All => true,
        Reach.Clients => Clients.Contains(person),
        Reach.Own => person == Number,
        Reach.None => false,
    };
}
