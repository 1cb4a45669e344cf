using Schakel.Norms;

namespace Schakel.Chain.Policy;

/// <summary>A ruling of consequence for the policy on a country (uitspraak). As it was published: without a party's name.</summary>
/// <param name="Ecli">Its number (ECLI).</param>
/// <param name="Court">The court.</param>
/// <param name="RuledOn">Day of the ruling.</param>
/// <param name="Changes">What it changes in the policy, in words.</param>
public readonly record struct Ruling(string Ecli, string Court, Day RuledOn, string Changes);

/// <summary>Take in a ruling (uitspraak opnemen).</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Ruling">The ruling.</param>
public sealed record TakeInRuling(Official By, Ruling Ruling) : PolicyOfficerCommand(By);

/// <summary>A ruling was taken in (uitspraak opgenomen).</summary>
/// <param name="Ruling">The ruling.</param>
[EventName("ruling-taken-in", 1)]
public sealed record RulingTakenIn([Category(DataCategory.None)] Ruling Ruling) : PolicyEvent;

/// <summary>Case law (jurisprudentie).</summary>
public static class Rulings
{
    private const string Prefix = "ECLI";

    /// <summary>Taken in before.</summary>
    public static readonly Refusal Known = new(
        "ruling.known", "fact",
        "Deze uitspraak is al opgenomen.",
        "This ruling was taken in already.");

    /// <summary>No number of a ruling.</summary>
    public static readonly Refusal NoEcli = new(
        "ruling.no-ecli", "fact",
        "Een uitspraak wordt aangeduid met haar ECLI, zoals ECLI:NL:RVS:2024:1.",
        "A ruling is named by its ECLI, such as ECLI:NL:RVS:2024:1.");

    /// <summary>Of a day to come.</summary>
    public static readonly Refusal OfLater = new(
        "ruling.of-later", "fact",
        "Deze uitspraak is van {0} en kan niet eerder worden opgenomen.",
        "This ruling is of {0} and cannot be taken in before.");

    internal static Decision Decide(CountryPolicy policy, TakeInRuling command, Day today)
    {
        var ruling = command.Ruling;
        return !IsEcli(ruling.Ecli) ? NoEcli
            : !PolicyRoom.IsText(ruling.Court) || !PolicyRoom.IsText(ruling.Changes) ? PolicyRoom.NoText
            : ruling.RuledOn > today ? OfLater.On(ruling.RuledOn)
            : policy.Rulings.Any(each => each.Ecli == ruling.Ecli) ? Known
            : new RulingTakenIn(ruling);
    }

    // ECLI:country:court:year:number. Whether a court has given that number is not judged.
    private static bool IsEcli(string? text) =>
        text?.Split(':') is [Prefix, { Length: 2 } country, { Length: > 0 and <= 7 } court, { Length: 4 } year, { Length: > 0 and <= 25 } number]
        && country.All(char.IsAsciiLetterUpper) && court.All(char.IsAsciiLetterOrDigit) && year.All(char.IsAsciiDigit)
        && number.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.');
}
