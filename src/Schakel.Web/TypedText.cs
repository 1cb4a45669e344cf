namespace Schakel.Web;

/// <summary>What somebody typed (getypte tekst), as it is kept: on one line, as long as it may be, without what is on no keyboard.</summary>
internal static class TypedText
{
    private const int Longest = 2000;

    /// <summary>Without control characters and marks that turn the direction of what follows, which are nobody's answer; never with half a sign at its end.</summary>
    /// <param name="text">As it was sent.</param>
    public static string Cut(string text)
    {
        var clean = new string([.. text.ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter) && letter is not (>= '\u202a' and <= '\u202e') and not (>= '\u2066' and <= '\u2069'))]).Trim();
        return clean.Length <= Longest ? clean : clean[..(char.IsHighSurrogate(clean[Longest - 1]) ? Longest - 1 : Longest)];
    }
}
