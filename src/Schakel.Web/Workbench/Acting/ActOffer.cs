using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Housing;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Api.Family;

namespace Schakel.Web.Workbench.Acting;

/// <summary>Something that a function may do on a file, household, site or policy (handeling op een zaak): the same table, purpose and powers as in the interface.</summary>
/// <param name="Path">Last segment of its address.</param>
/// <param name="Shape">The command, or the act on a household.</param>
/// <param name="Purpose">For which purpose it is done.</param>
/// <param name="Says">What it does, as a sentence.</param>
/// <param name="OfHousehold">It is done for all members of the household, or for none.</param>
/// <param name="Resource">The command's entry in the table; absent for an act on a household.</param>
public sealed record ActOffer(string Path, Type Shape, Purpose Purpose, Text Says, bool OfHousehold, CommandResource? Resource)
{
    /// <summary>To which room of the file it belongs.</summary>
    public Room Room => OfHousehold ? Purpose == Purpose.Housing ? Room.Housing : Room.Reception : Plain.RoomOf(Shape);

    /// <summary>What it does, without the full stop.</summary>
    public Text Name => new(Says.Dutch.TrimEnd('.'), Says.English.TrimEnd('.'));

    /// <summary>
    /// The act on a household that does for all its members what a command does for one: what a family does together, such as moving. That
    /// somebody's reception ends, or that somebody is gone, is said of each member for a reason of their own.
    /// </summary>
    public static FrozenDictionary<Type, Type> ForHousehold { get; } = new Dictionary<Type, Type>
    {
        [typeof(PlacePerson)] = typeof(PlaceHousehold),
        [typeof(AnnounceMove)] = typeof(AnnounceHouseholdMove),
        [typeof(MovePerson)] = typeof(MoveHousehold),
        [typeof(LinkToMunicipality)] = typeof(LinkHousehold),
        [typeof(OfferHome)] = typeof(OfferHouseholdHome),
        [typeof(MoveIntoHome)] = typeof(MoveHouseholdIntoHome),
    }.ToFrozenDictionary();

    /// <summary>What a function may do on files, or on the households of files.</summary>
    /// <param name="function">The function.</param>
    public static ImmutableArray<ActOffer> For(Function function) =>
    [
        .. On(StreamKind.CaseFile, function),
        .. HouseholdActEndpoints.All.Where(each => (function.Role & each.Role) != 0 && function.ActsFor(each.Purpose) && function.OnlyActs is null)
            .Select(each => new ActOffer(each.Path, each.Act, each.Purpose, new(each.Dutch, each.English), true, null)),
    ];

    /// <summary>What a function may do on one kind of history: a file, a household itself, a site, the policy on a country.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="function">The function.</param>
    public static ImmutableArray<ActOffer> On(StreamKind kind, Function function) =>
    [
        .. CommandTable.All.Where(each => each.Kind == kind && each.IsOpenTo(function))
            .Select(each => new ActOffer(each.Path, each.Command, each.Purpose, new(each.Dutch, each.English), false, each)),
    ];

    /// <summary>One of them; null when the function may do no such thing.</summary>
    /// <param name="function">The function.</param>
    /// <param name="path">Last segment of its address.</param>
    /// <param name="ofHousehold">For the household.</param>
    public static ActOffer? Find(Function function, string path, bool ofHousehold) => For(function).FirstOrDefault(each => each.Path == path && each.OfHousehold == ofHousehold);

    /// <summary>Whether it makes sense for a person in this presence.</summary>
    /// <param name="presence">Here, gone, departed.</param>
    public bool Fits(Presences presence) => OfHousehold ? presence == Presences.Here : (((CaseCommand)RuntimeHelpers.GetUninitializedObject(Shape)).For & presence) != 0;
}
