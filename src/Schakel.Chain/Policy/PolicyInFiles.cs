using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Policy;

/// <summary>
/// How a case file stands on the policy on the person's country (landenbeleid in het dossier): a moratorium is applied only as it was imposed,
/// and a decision records the version that was in force. On a country on which no policy was adopted a decision names what its official names.
/// </summary>
public static class PolicyInFiles
{
    /// <summary>Another country's, or nobody knows whose.</summary>
    public static readonly Refusal OtherCountry = new(
        "policy.other-country", "fact",
        "Dit beleid is van een ander land dan dat van de vastgelegde nationaliteit.",
        "This policy is of another country than that of the nationality on record.");

    /// <summary>Another version was in force.</summary>
    public static readonly Refusal OtherVersion = new(
        "policy.other-version", "fact",
        "Een besluit rust op het landenbeleid zoals het die dag geldt: de versie die geldt sinds {0}.",
        "A decision rests on the country policy as it is in force that day: the version in force since {0}.");

    /// <summary>No such moratorium.</summary>
    public static readonly Refusal NotImposed = new(
        "moratorium.not-imposed", "Vw 43",
        "Voor het land van deze persoon is vanaf die dag geen moratorium van deze soort ingesteld.",
        "For this person's country no moratorium of this kind was imposed from that day.");

    /// <summary>It held, and holds no more, or it holds only later.</summary>
    public static readonly Refusal HoldsNot = new(
        "moratorium.holds-not", "Vw 43",
        "Dit moratorium geldt vandaag niet; zijn laatste dag is {0}.",
        "This moratorium does not hold today; its last day is {0}.");

    /// <summary>Longer than it was imposed for.</summary>
    public static readonly Refusal BeyondPolicy = new(
        "moratorium.beyond-policy", "Vw 43",
        "Voor deze persoon duurt het moratorium niet langer dan het is ingesteld: tot en met {0}.",
        "For this person the moratorium lasts no longer than it was imposed for: through {0}.");

    /// <summary>The country whose policy counts when a command is decided: that of the nationality on record.</summary>
    /// <param name="file">The file before the command.</param>
    /// <param name="command">The command.</param>
    /// <returns>The country; null when the command stands on no policy, or the nationality is not known.</returns>
    public static CountryCode? CountryOf(CaseFile file, CaseCommand command) =>
        command is DecideApplication or ApplyMoratorium && Nationality(file) is { } country && country != CountryCode.Unknown ? country : null;

    /// <summary>The command with the version in force filled in, where the official leaves it to the record.</summary>
    internal static CaseCommand Completed(CaseFile file, CaseCommand command, CountryPolicy policy, Day today) =>
        command is DecideApplication { Policy: null } act && policy.InForceOn(today) is { } inForce && Nationality(file) is { } country
            ? act with { Policy = new(country, inForce.InForceFrom) } : command;

    /// <summary>What the policy has against a command that the file itself allows; null for nothing.</summary>
    internal static Refusal? Against(CaseFile file, CaseCommand command, CountryPolicy policy, Day today) => command switch
    {
        ApplyMoratorium act => act.Policy.Country != Nationality(file) || act.Policy.Country == CountryCode.Unknown ? OtherCountry
            : policy.MoratoriumOf(act.Kind, act.Policy.Of) is not { } moratorium ? NotImposed
            : !moratorium.HoldsOn(today) ? HoldsNot.On(moratorium.LastDay)
            : act.Until > moratorium.Until ? BeyondPolicy.On(moratorium.Until)
            : null,
        DecideApplication { Policy: { } named } when !policy.Versions.IsEmpty => named.Country != Nationality(file) ? OtherCountry
            : policy.InForceOn(today) is not { } inForce ? MoratoriaInFiles.NotYet.On(policy.Versions[0].InForceFrom)
            : named.Of != inForce.InForceFrom ? OtherVersion.On(inForce.InForceFrom)
            : null,
        _ => null,
    };

    private static CountryCode? Nationality(CaseFile file) => file.Registration.Identity?.Nationality;
}
