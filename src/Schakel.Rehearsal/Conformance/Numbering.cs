using System.Collections.Immutable;
using Schakel.Chain;

namespace Schakel.Rehearsal.Conformance;

/// <summary>
/// Which number in the chain belongs to an index of a rehearsal (nummering). Whoever stood in the chain before the rehearsal keeps their
/// number; whoever comes gets the numbers after the highest.
/// </summary>
public sealed class Numbering
{
    private readonly ImmutableArray<PersonId> _persons;
    private readonly ImmutableArray<HouseholdId> _households;
    private readonly ImmutableArray<SiteId> _sites;
    private readonly long _lastPerson;
    private readonly long _lastHousehold;
    private readonly int _lastSite;

    /// <summary>For a rehearsal that takes people over.</summary>
    /// <param name="persons">Numbers of the first persons, by index.</param>
    /// <param name="households">Numbers of the first households, by index; those who no longer move together share one.</param>
    /// <param name="sites">Numbers of the first sites, by index.</param>
    /// <param name="lastPerson">Highest number ever given to a person.</param>
    /// <param name="lastHousehold">Highest number ever given to a household.</param>
    /// <param name="lastSite">Highest number ever given to a site.</param>
    public Numbering(
        ImmutableArray<PersonId> persons, ImmutableArray<HouseholdId> households, ImmutableArray<SiteId> sites,
        long lastPerson, long lastHousehold, int lastSite)
    {
        (_persons, _households, _sites) = (persons, households, sites);
        (_lastPerson, _lastHousehold, _lastSite) = (lastPerson, lastHousehold, lastSite);
    }

    /// <summary>Numbers of the municipalities, by index; where there are none, one more than the index.</summary>
    public ImmutableArray<MunicipalityId> Municipalities { get; init; } = [];

    /// <summary>For a rehearsal with which the chain begins: one more than the index.</summary>
    public static Numbering FromOne { get; } = new([], [], [], 0, 0, 0);

    /// <summary>Writes it down.</summary>
    internal void Write(BinaryWriter to)
    {
        to.Write(_lastPerson);
        to.Write(_lastHousehold);
        to.Write(_lastSite);
        WriteAll(to, _persons, person => person.Value);
        WriteAll(to, _households, household => household.Value);
        WriteAll(to, _sites, site => site.Value);
        WriteAll(to, Municipalities, municipality => municipality.Value);
    }

    /// <summary>Reads what was written down.</summary>
    internal static Numbering Read(BinaryReader from)
    {
        var (person, household, site) = (from.ReadInt64(), from.ReadInt64(), from.ReadInt32());
        return new(
            ReadAll(from, number => new PersonId(number)), ReadAll(from, number => new HouseholdId(number)),
            ReadAll(from, number => new SiteId(checked((int)number))), person, household, site)
        {
            Municipalities = ReadAll(from, number => new MunicipalityId(checked((int)number))),
        };
    }

    private static void WriteAll<T>(BinaryWriter to, ImmutableArray<T> all, Func<T, long> number)
    {
        to.Write(all.Length);
        foreach (var one in all)
        {
            to.Write(number(one));
        }
    }

    private static ImmutableArray<T> ReadAll<T>(BinaryReader from, Func<long, T> make)
    {
        var all = ImmutableArray.CreateBuilder<T>(from.ReadInt32());
        for (var i = 0; i < all.Capacity; i++)
        {
            all.Add(make(from.ReadInt64()));
        }

        return all.MoveToImmutable();
    }

    /// <summary>The number of a person.</summary>
    /// <param name="index">Index in the rehearsal.</param>
    public PersonId Person(int index) => index < _persons.Length ? _persons[index] : new(_lastPerson + 1 + index - _persons.Length);

    /// <summary>The number of a household.</summary>
    /// <param name="index">Index in the rehearsal.</param>
    public HouseholdId Household(int index) =>
        index < _households.Length ? _households[index] : new(_lastHousehold + 1 + index - _households.Length);

    /// <summary>The number of a site.</summary>
    /// <param name="index">Index in the rehearsal.</param>
    public SiteId Site(int index) => index < _sites.Length ? _sites[index] : new(_lastSite + 1 + index - _sites.Length);

    /// <summary>The number of a municipality.</summary>
    /// <param name="index">Index in the rehearsal.</param>
    public MunicipalityId Municipality(int index) => index < Municipalities.Length ? Municipalities[index] : new(index + 1);
}
