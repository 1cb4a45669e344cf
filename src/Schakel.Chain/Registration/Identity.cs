using System.Text;

namespace Schakel.Chain.Registration;

/// <summary>What identity rests on (bron van de identiteit).</summary>
public enum IdentitySource
{
    /// <summary>What the person says (eigen verklaring).</summary>
    Stated = 0,
    /// <summary>A document that was examined and found genuine.</summary>
    Document,
    /// <summary>A register of this or another member state (BVV, EU-VIS, Eurodac).</summary>
    Register,
}

/// <summary>Why identity facts were corrected (grond van de correctie).</summary>
public enum CorrectionGround
{
    /// <summary>It was written down wrong.</summary>
    ClericalError = 0,
    /// <summary>The person states it differently.</summary>
    Stated,
    /// <summary>A document was examined since.</summary>
    Document,
    /// <summary>A register of this or another member state says otherwise.</summary>
    Register,
    /// <summary>A court ruled so.</summary>
    CourtRuling,
    /// <summary>The municipality, from the register of residents (BRP).</summary>
    PopulationRegister,
}

/// <summary>The names of a person (namen), in any script, as written in the document or as spelled by the person.</summary>
/// <param name="Family">Family name; empty for someone with one name.</param>
/// <param name="Given">Given names; empty when not known.</param>
public readonly record struct PersonNames(string Family, string Given)
{
    /// <summary>The longest name that is kept, in characters.</summary>
    public const int MostCharacters = 200;

    /// <summary>There is no name at all.</summary>
    internal bool AreMissing => string.IsNullOrWhiteSpace(Family) && string.IsNullOrWhiteSpace(Given);

    /// <summary>Not too long, and no control characters or halves of characters.</summary>
    internal bool AreWritable => IsWritable(Family) && IsWritable(Given);

    private static bool IsWritable(string? name)
    {
        if (name is null)
        {
            return true;
        }
        if (name.Length > MostCharacters)
        {
            return false;
        }
        var rest = name.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done || Rune.IsControl(rune))
            {
                return false;
            }
            rest = rest[used..];
        }
        return true;
    }
}

/// <summary>Who a person is, as far as known (identiteit).</summary>
/// <param name="Names">Names.</param>
/// <param name="Born">Date of birth, as far as known.</param>
/// <param name="Nationality">Nationality: a category of its own within who someone is.</param>
/// <param name="Language">Language in which the person is heard and informed.</param>
public readonly record struct Identity(PersonNames Names, PartialDate Born, [Category(DataCategory.Origin)] CountryCode Nationality, LanguageCode Language);
