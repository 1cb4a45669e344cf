using System.Globalization;
using System.Text;

namespace Schakel.Web.Portal.Forms;

/// <summary>Numbers as people type them (getallen): also in the digits of their own keyboard.</summary>
internal static class Numbers
{
    /// <summary>A whole number; null when it is none.</summary>
    public static int? Read(string text) =>
        int.TryParse(Digits(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An amount with a comma or a point before the cents; null when it is none. Thousands are not grouped: 1.234 could be either.</summary>
    public static decimal? ReadAmount(string text)
    {
        var digits = Digits(text).Replace(',', '.');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && (digits.IndexOf('.', StringComparison.Ordinal) is var point && (point < 0 || digits.Length - point - 1 <= 2)) ? amount : null;
    }

    private static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var letter in text.Trim())
        {
            digits.Append(letter == '\u066b' ? '.' : char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter);
        }
        return digits.ToString();
    }
}
