namespace Schakel.Rehearsal.Model;

/// <summary>
/// Stable identities. The same household has the same key in baseline and variant, however many others there are; the top byte says
/// where it comes from, so that keys of different origins never meet.
/// </summary>
internal static class Key
{
    public const uint First = 1, Stock = 2, Family = 3, ReturnOnly = 4, Subsequent = 5, Resettled = 6, Site = 7, SiteOrder = 8, Live = 9;

    /// <summary>Key of who arrives on a day (epoch), in a group, in a slot.</summary>
    public static ulong Of(uint origin, int day, int group, int slot) =>
        ((ulong)origin << 56) | ((ulong)(uint)day << 24) | ((ulong)(uint)group << 16) | (uint)slot;

    /// <summary>Key of a numbered thing of a kind.</summary>
    public static ulong Of(uint origin, int kind, int number) => ((ulong)origin << 56) | ((ulong)(uint)kind << 32) | (uint)number;

    /// <summary>Key of people who stood in the chain already, by the number of the first of them.</summary>
    public static ulong OfLive(long person) => ((ulong)Live << 56) | (ulong)person;

    /// <summary>Key of relatives, made of their sponsor's.</summary>
    public static ulong OfFamily(ulong sponsor) =>
        ((ulong)Family << 56) | (unchecked(sponsor * 0x9E3779B97F4A7C15UL) >> 12);

    /// <summary>Key of a household's member.</summary>
    public static ulong OfMember(ulong household, int member) => unchecked((household << 4) + (ulong)(uint)member);
}
