using Schakel.Chain.Registration;

namespace Schakel.Chain;

/// <summary>In whose history an event stands (stroom).</summary>
public enum StreamKind
{
    /// <summary>A person's case file (dossier).</summary>
    CaseFile = 0,
    /// <summary>A household (huishouden).</summary>
    Household,
    /// <summary>A reception site (locatie).</summary>
    Site,
    /// <summary>A country, and the policy on it (landenbeleid).</summary>
    Country,
}

/// <summary>One history: a person's file, a household, a site or the policy on a country (stroom). Its events have versions 1, 2, 3, … without gaps.</summary>
/// <param name="Kind">Whose history it is.</param>
/// <param name="Number">Number of the person, household, site or country.</param>
public readonly record struct StreamId(StreamKind Kind, long Number)
{
    /// <summary>The history is about no person: it stands in the clear, and has no key that could be erased.</summary>
    public bool IsInTheClear => Kind is StreamKind.Site or StreamKind.Country;

    /// <summary>The history of a person.</summary>
    /// <param name="person">The person.</param>
    public static StreamId Of(PersonId person) => new(StreamKind.CaseFile, person.Value);

    /// <summary>The history of a household.</summary>
    /// <param name="household">The household.</param>
    public static StreamId Of(HouseholdId household) => new(StreamKind.Household, household.Value);

    /// <summary>The history of a site.</summary>
    /// <param name="site">The site.</param>
    public static StreamId Of(SiteId site) => new(StreamKind.Site, site.Value);

    /// <summary>The history of the policy on a country.</summary>
    /// <param name="country">The country.</param>
    public static StreamId Of(CountryCode country) => new(StreamKind.Country, country.Number);
}
