using System.Globalization;

namespace Schakel.Norms;

/// <summary>Words in the two languages of the product (tekst).</summary>
/// <param name="Dutch">The Dutch words.</param>
/// <param name="English">The English words.</param>
public readonly record struct Text(string Dutch, string English)
{
    private static readonly string[] DutchMonths =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>A day as people write it: 10 oktober 2024, 10 October 2024.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The day in words.</returns>
    public static Text Of(Day day)
    {
        var (year, month, number) = day.Parts;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{number} {DutchMonths[month - 1]} {year}"),
            string.Create(CultureInfo.InvariantCulture, $"{number} {EnglishMonths[month - 1]} {year}"));
    }

    /// <summary>A number with its noun: 1 maand, 6 maanden; 1 month, 6 months.</summary>
    /// <param name="count">The number.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="more">The noun for none or several.</param>
    /// <returns>The words.</returns>
    public static Text Of(int count, Text one, Text more)
    {
        var noun = count == 1 ? one : more;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{count} {noun.Dutch}"),
            string.Create(CultureInfo.InvariantCulture, $"{count} {noun.English}"));
    }
}
