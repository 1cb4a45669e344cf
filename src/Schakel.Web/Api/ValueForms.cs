using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Web.Api;

/// <summary>How a value is written, in words (vorm van een waarde).</summary>
internal static class ValueForms
{
    public static Text Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(Day) ? new("een dag die bestaat, als jjjj-mm-dd", "a day that exists, as yyyy-mm-dd")
            : plain == typeof(PartialDate) ? new("een datum als jjjj, jjjj-mm of jjjj-mm-dd", "a date as yyyy, yyyy-mm or yyyy-mm-dd")
            : plain == typeof(VNumber) ? new("tien cijfers met hun controlecijfers", "ten digits with their check digits")
            : plain == typeof(CountryCode) ? new("een land als drie hoofdletters", "a country as three capitals")
            : plain == typeof(LanguageCode) ? new("een taal als drie kleine letters", "a language as three small letters")
            : plain == typeof(bool) ? new("true of false", "true or false")
            : plain == typeof(string) ? new("een tekst", "a text")
            : plain.IsEnum ? OfChoice(plain)
            : IsNumber(plain) ? new("een geheel getal", "a whole number")
            : OfObject(plain);
    }

    public static bool IsNumber(Type plain) => plain == typeof(int) || plain == typeof(long)
        || plain == typeof(PersonId) || plain == typeof(HouseholdId) || plain == typeof(SiteId) || plain == typeof(CentreId)
        || plain == typeof(MunicipalityId) || plain == typeof(BiometricsReference) || plain == typeof(DocumentReference);

    private static Text OfChoice(Type plain)
    {
        var words = string.Join(", ", Words.ValuesOf(plain));
        return plain.IsDefined(typeof(FlagsAttribute), false)
            ? new($"een lijst met waarden uit: {words}", $"a list of values out of: {words}")
            : new($"een van: {words}", $"one of: {words}");
    }

    private static Text OfObject(Type plain)
    {
        var fields = string.Join(", ", ApiJson.Options.GetTypeInfo(plain).Properties.Select(each => each.Name));
        return new($"een object met: {fields}", $"an object with: {fields}");
    }
}
