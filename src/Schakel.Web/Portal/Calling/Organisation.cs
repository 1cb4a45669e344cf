using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;

namespace Schakel.Web.Portal.Calling;

/// <summary>An organisation that people can call (organisatie).</summary>
/// <param name="Code">How it is called in the file with telephone numbers.</param>
/// <param name="Name">Its own name, the same in every language.</param>
public sealed record Organisation(string Code, string Name)
{
    /// <summary>The service that decides on applications.</summary>
    public static Organisation Ind { get; } = new("ind", "IND");

    /// <summary>The organisation that runs reception.</summary>
    public static Organisation Coa { get; } = new("coa", "COA");

    /// <summary>The aliens police.</summary>
    public static Organisation Avim { get; } = new("avim", "AVIM");

    /// <summary>The service for departure.</summary>
    public static Organisation Dtv { get; } = new("dtv", "DT&V");

    /// <summary>Guardians of children without parents.</summary>
    public static Organisation Nidos { get; } = new("nidos", "Nidos");

    /// <summary>The council for refugees.</summary>
    public static Organisation Council { get; } = new("vluchtelingenwerk", "VluchtelingenWerk");

    /// <summary>The board that assigns lawyers.</summary>
    public static Organisation LegalAid { get; } = new("rechtsbijstand", "Raad voor Rechtsbijstand");

    /// <summary>Help with travelling back by one's own choice.</summary>
    public static Organisation Iom { get; } = new("iom", "IOM");

    /// <summary>All, in the order in which they are shown.</summary>
    public static ImmutableArray<Organisation> All { get; } = [Coa, Ind, Council, LegalAid, Nidos, Avim, Dtv, Iom];

    // What another organisation answers than that of its room.
    private static readonly FrozenDictionary<Type, Organisation> Own = new Dictionary<Type, Organisation>
    {
        [typeof(LawyerAssigned)] = LegalAid,
        [typeof(GuardianAppointed)] = Nidos,
        [typeof(BeginSupport)] = Council,
        [typeof(BreachRecorded)] = Ind,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Organisation> OfRoom = new Dictionary<string, Organisation>
    {
        ["Registration"] = Avim,
        ["Procedure"] = Ind,
        ["Family"] = Ind,
        ["Return"] = Dtv,
    }.ToFrozenDictionary();

    /// <summary>Who answers questions about an event or an act: the organisation of its room, and COA, which people can always walk up to, for what has none.</summary>
    /// <param name="subject">The type of the event or command.</param>
    public static Organisation For(Type subject) =>
        Own.GetValueOrDefault(subject) ?? OfRoom.GetValueOrDefault(subject.Namespace?.Split('.')[^1] ?? "") ?? Coa;
}
