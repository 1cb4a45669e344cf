using System.Globalization;

namespace Schakel.Chain.Registration;

/// <summary>
/// The number under which partners know an alien (V-nummer, vreemdelingennummer): ten digits, the last two of which check the others.
/// </summary>
/// <remarks>
/// Real numbers come from the register of aliens (Basisvoorziening Vreemdelingen) and have ten digits; how they are checked is not public.
/// The check here is an <b>assumption</b> of the project, good for synthetic numbers: the number leaves 1 when divided by 97 (ISO/IEC 7064,
/// MOD 97-10), which finds every digit mistyped and every two swapped. Synthetic numbers begin with 9. A connection to the register
/// replaces <see cref="Check"/>, and nothing else. A V-number never stands in an address or a log.
/// </remarks>
public readonly record struct VNumber
{
    private const int Digits = 10;
    private const long Modulus = 97;
    private const long Remainder = 1;
    private const long CheckRange = 100;
    private const long FirstSynthetic = 90_000_000;

    /// <summary>How many synthetic numbers there are.</summary>
    public const int MostSynthetic = 10_000_000;

    private readonly long _value;

    private VNumber(long value) => _value = value;

    /// <summary>No number: the default value.</summary>
    public bool IsNone => _value == 0;

    /// <summary>A synthetic number, with its check digits.</summary>
    /// <param name="serial">From 0, up to <see cref="MostSynthetic"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such serial number.</exception>
    public static VNumber Synthetic(int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(serial, MostSynthetic);
        var open = (FirstSynthetic + serial) * CheckRange;
        return new(open + Modulus + Remainder - (open % Modulus));
    }

    /// <summary>Reads a number and checks it.</summary>
    /// <param name="text">Ten digits; full stops and spaces between them are passed over.</param>
    /// <param name="number">The number.</param>
    public static VNumberFault Parse(string? text, out VNumber number)
    {
        number = default;
        long value = 0;
        var digits = 0;
        foreach (var sign in text ?? "")
        {
            if (sign is '.' or ' ')
            {
                continue;
            }
            if (!char.IsAsciiDigit(sign) || ++digits > Digits)
            {
                return VNumberFault.NotTenDigits;
            }
            value = (value * 10) + (sign - '0');
        }
        if (digits != Digits)
        {
            return VNumberFault.NotTenDigits;
        }
        if (!Check(value))
        {
            return VNumberFault.WrongCheckDigits;
        }
        number = new(value);
        return VNumberFault.None;
    }

    /// <summary>Reads a number; false when it is no V-number.</summary>
    /// <param name="text">Ten digits; full stops and spaces between them are passed over.</param>
    /// <param name="number">The number.</param>
    public static bool TryParse(string? text, out VNumber number) => Parse(text, out number) == VNumberFault.None;

    /// <summary>The ten digits, as stored; empty for no number.</summary>
    public override string ToString() => IsNone ? "" : _value.ToString("0000000000", CultureInfo.InvariantCulture);

    /// <summary>The number as people read it: 999.999.9999.</summary>
    public string Formatted => IsNone ? "" : _value.ToString("000'.'000'.'0000", CultureInfo.InvariantCulture);

    private static bool Check(long value) => value % Modulus == Remainder;
}

/// <summary>What is wrong with a V-number (fout in een V-nummer).</summary>
public enum VNumberFault
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Not ten digits.</summary>
    NotTenDigits,
    /// <summary>The last two digits do not fit the others.</summary>
    WrongCheckDigits,
}
