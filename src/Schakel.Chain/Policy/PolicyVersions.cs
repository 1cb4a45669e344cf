using Schakel.Norms;

namespace Schakel.Chain.Policy;

/// <summary>A version of the policy on a country (landenbeleid).</summary>
/// <param name="Version">Its number, from 1 without gaps.</param>
/// <param name="InForceFrom">Its first day. It holds until the next version begins.</param>
/// <param name="Publication">Where it was published, such as a number of the Staatscourant.</param>
public sealed record AdoptedPolicy(int Version, Day InForceFrom, string Publication);

/// <summary>Adopt a version of the policy on a country (landenbeleid vaststellen). What it says of whom stands in the publication, and is judged by people.</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Version">Its number: the last one plus one.</param>
/// <param name="InForceFrom">Its first day, after that of the last one.</param>
/// <param name="Publication">Where it was published.</param>
public sealed record AdoptPolicy(Official By, int Version, Day InForceFrom, string Publication) : PolicyOfficerCommand(By);

/// <summary>A version of the policy was adopted (landenbeleid vastgesteld).</summary>
/// <param name="Version">Its number.</param>
/// <param name="InForceFrom">Its first day.</param>
/// <param name="Publication">Where it was published.</param>
[EventName("country-policy-adopted", 1)]
public sealed record PolicyAdopted(
    [Category(DataCategory.None)] int Version,
    [Category(DataCategory.None)] Day InForceFrom,
    [Category(DataCategory.None)] string Publication) : PolicyEvent;

/// <summary>Versions of a country's policy (versies van het landenbeleid).</summary>
public static class PolicyVersions
{
    /// <summary>A version is left out, or given twice.</summary>
    public static readonly Refusal NotTheNext = new(
        "policy.not-the-next-version", "fact",
        "Versies van het landenbeleid zijn opeenvolgend genummerd, vanaf 1.",
        "Versions of a country policy are numbered one after the other, from 1.");

    /// <summary>Dates go back.</summary>
    public static readonly Refusal NotLater = new(
        "policy.not-later", "fact",
        "Een nieuwe versie van het landenbeleid begint na de eerste dag van de vorige ({0}).",
        "A new version of a country policy begins after the first day of the one before ({0}).");

    internal static Decision Decide(CountryPolicy policy, AdoptPolicy command)
    {
        var last = policy.Versions.IsEmpty ? null : policy.Versions[^1];
        return !PolicyRoom.IsText(command.Publication) ? PolicyRoom.NoText
            : command.Version != (last?.Version ?? 0) + 1 ? NotTheNext
            : last is not null && command.InForceFrom <= last.InForceFrom ? NotLater.On(last.InForceFrom)
            : new PolicyAdopted(command.Version, command.InForceFrom, command.Publication);
    }
}
