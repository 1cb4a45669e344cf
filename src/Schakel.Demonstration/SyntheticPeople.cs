using System.Collections.Immutable;
using System.Globalization;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Rehearsal.Steps;

namespace Schakel.Demonstration;

// No name is that of a real person: given and family names are made of syllables that mean nothing, and every family name says
// "Voorbeeld" (example). Language follows the group, because an interpreter is found by it, and nothing else does.

/// <summary>Who the people of a demonstration are (synthetische personen): made up, recognisably so, and the same for the same key.</summary>
public static class SyntheticPeople
{
    /// <summary>What every family name begins with.</summary>
    public const string FamilyNameBegins = "Voorbeeld-";

    private static readonly Official Police = new(1, OfficialRoles.AliensPolice);
    private static readonly ImmutableArray<string> Begins = ["Ba", "Do", "Fe", "Gu", "Ka", "Le", "Mo", "Nu", "Pa", "Re", "Si", "To", "Vu", "Za", "Wi", "Jo"];
    private static readonly ImmutableArray<string> Middles = ["la", "ro", "mi", "ne", "du", "so", "ti", "ka", "vo", "re", "na", "pu", "ze", "bi", "lo", "ga"];
    private static readonly ImmutableArray<string> Ends = ["n", "r", "s", "l", "m", "t", "k", "x"];

    // Group to country and to the language in which most of the group are heard.
    private static readonly ImmutableSortedDictionary<string, (string Country, string Language)> OfGroup =
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, (string, string)>[]
        {
            new("syria", ("SYR", "ara")), new("turkiye", ("TUR", "tur")), new("eritrea", ("ERI", "tir")), new("yemen", ("YEM", "ara")),
            new("somalia", ("SOM", "som")), new("afghanistan", ("AFG", "prs")), new("iraq", ("IRQ", "ara")), new("iran", ("IRN", "fas")),
            new("sudan", ("SDN", "ara")), new("morocco", ("MAR", "ary")), new("algeria-tunisia", ("DZA", "arq")),
        });

    /// <summary>The countries that they are nationals of.</summary>
    public static ImmutableArray<CountryCode> Countries { get; } = [.. OfGroup.Values.Select(each => CountryCode.TryParse(each.Country, out var country) ? country : CountryCode.Unknown)];

    /// <summary>Whether a step is the one at which it is written down who someone is.</summary>
    /// <param name="kind">The kind of step.</param>
    public static bool IsNamedAt(StepKind kind) => kind is StepKind.Identify or StepKind.TakeOver;

    /// <summary>The commands that write down who someone is, after identification.</summary>
    /// <param name="number">The person's number in the chain: gives the V-number.</param>
    /// <param name="person">The person of the rehearsal: the key gives the name.</param>
    /// <param name="group">Name of the nationality group.</param>
    /// <param name="by">The officer who identified.</param>
    public static ImmutableArray<CaseCommand> Naming(PersonId number, in SimulatedPerson person, string group, Official? by = null) =>
    [
        new RecordIdentity(by ?? Police, Of(person, group), IdentitySource.Stated),
        new AssignVNumber(by ?? Police, VNumberOf(number)),
    ];

    /// <summary>Who someone is.</summary>
    /// <param name="person">The person.</param>
    /// <param name="group">Name of the nationality group.</param>
    public static Identity Of(in SimulatedPerson person, string group)
    {
        var (country, language) = OfGroup.GetValueOrDefault(group, ("", ""));
        _ = CountryCode.TryParse(country, out var nationality);
        _ = LanguageCode.TryParse(language, out var heard);
        var family = Mixed(unchecked((ulong)person.Household * 0x9E37_79B9_7F4A_7C15)); // One name for a household that came together.
        return new(
            new(FamilyNameBegins + Word(family), Word(Mixed(person.Key))),
            PartialDate.Of(new Norms.Day(person.Born)), nationality, heard);
    }

    /// <summary>A V-number as it would be given.</summary>
    /// <param name="number">The person's number in the chain.</param>
    public static string VNumberOf(PersonId number) =>
        VNumber.Synthetic(checked((int)(number.Value % VNumber.MostSynthetic))).ToString();

    private static string Word(ulong bits) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Begins[(int)(bits & 15)]}{Middles[(int)(bits >> 4 & 15)]}{Middles[(int)(bits >> 8 & 15)]}{Ends[(int)(bits >> 12 & 7)]}");

    private static ulong Mixed(ulong value)
    {
        value ^= value >> 31;
        value = unchecked(value * 0x7FB5_D329_728E_A185);
        value ^= value >> 27;
        value = unchecked(value * 0x81DA_DEF4_BC2D_D44D);
        return value ^ (value >> 33);
    }
}
