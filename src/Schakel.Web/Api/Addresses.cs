using System.Globalization;
using Schakel.Chain;

namespace Schakel.Web.Api;

/// <summary>Addresses of what has a history (adressen): numbers of our own, never a V-number, name or date of birth.</summary>
internal static class Addresses
{
    public const string Cases = "zaken";
    public const string Households = "huishoudens";
    public const string Sites = "opvanglocaties";

    public static string Of(StreamId stream) => string.Create(CultureInfo.InvariantCulture, $"{CollectionOf(stream.Kind)}/{stream.Number}");

    public static string CollectionOf(StreamKind kind) => kind switch
    {
        StreamKind.CaseFile => Cases,
        StreamKind.Household => Households,
        StreamKind.Site => Sites,
    };
}
