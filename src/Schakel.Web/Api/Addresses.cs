using System.Globalization;
using Schakel.Chain;
using Schakel.Chain.Registration;

namespace Schakel.Web.Api;

/// <summary>Addresses of what has a history (adressen): numbers of our own and codes of countries, never a V-number, name or date of birth.</summary>
internal static class Addresses
{
    public const string Cases = "zaken";
    public const string Households = "huishoudens";
    public const string Sites = "opvanglocaties";
    public const string Countries = "landen";

    public static string Of(StreamId stream) => string.Create(CultureInfo.InvariantCulture, $"{CollectionOf(stream.Kind)}/{NameOf(stream)}");

    public static string CollectionOf(StreamKind kind) => kind switch
    {
        StreamKind.CaseFile => Cases,
        StreamKind.Household => Households,
        StreamKind.Site => Sites,
        StreamKind.Country => Countries,
    };

    /// <summary>The history of the policy on a country, by the code in its address; null for what is no code.</summary>
    public static StreamId? OfCountry(string code) => CountryCode.TryParse(code, out var country) ? StreamId.Of(country) : null;

    // A country has its code in its address: numbers are ours, codes are everybody's.
    private static string NameOf(StreamId stream) =>
        (stream.Kind == StreamKind.Country ? CountryCode.WithNumber(stream.Number)?.ToString() : null) ?? stream.Number.ToString(CultureInfo.InvariantCulture);
}
