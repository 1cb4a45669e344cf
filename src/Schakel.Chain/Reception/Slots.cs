using System.Collections.Immutable;

namespace Schakel.Chain.Reception;

// How it works. A site hands out its slots from the stack of those that came free, or else the next that was never occupied. Where some
// slots are equipped for people who need something, the free slots are looked through instead: first one that has what is needed,
// and for whoever needs nothing first one that has nothing. So a slot tells nothing of who lives in it.

/// <summary>Which slot a resident gets (plaatstoewijzing binnen een locatie).</summary>
internal static class Slots
{
    /// <summary>The slot for someone with these needs; zero when no free slot has what is needed.</summary>
    internal static int For(Site site, PlaceKinds needs)
    {
        var equipped = site.Traits.Equipped;
        if (equipped.IsEmpty)
        {
            return needs == PlaceKinds.None ? Next(site) : 0;
        }
        var taken = site.Residents.Values.ToHashSet();
        if (needs == PlaceKinds.None)
        {
            var any = 0;
            for (var slot = 1; slot <= site.Capacity; slot++)
            {
                if (taken.Contains(slot))
                {
                    continue;
                }
                if (KindsOf(equipped, slot) == PlaceKinds.None)
                {
                    return slot;
                }
                any = any == 0 ? slot : any;
            }
            return any != 0 ? any : Next(site);
        }
        foreach (var row in equipped)
        {
            for (var slot = row.First; slot < row.First + row.Count; slot++)
            {
                if (!taken.Contains(slot) && (KindsOf(equipped, slot) & needs) == needs)
                {
                    return slot;
                }
            }
        }
        return 0;
    }

    /// <summary>The site with a slot occupied: off the stack, or beyond the highest, leaving those between free.</summary>
    internal static Site Occupied(Site site, PersonId person, int slot)
    {
        var free = site.FreeSlots;
        if (!free.IsEmpty && free.Peek() == slot)
        {
            free = free.Pop();
        }
        else if (slot <= site.HighestSlot)
        {
            free = [.. free.Where(other => other != slot).Reverse()];
        }
        else
        {
            for (var between = slot - 1; between > site.HighestSlot; between--)
            {
                free = free.Push(between);
            }
        }
        return site with { Residents = site.Residents.Add(person, slot), FreeSlots = free, HighestSlot = Math.Max(site.HighestSlot, slot) };
    }

    private static int Next(Site site) => site.FreeSlots.IsEmpty ? site.HighestSlot + 1 : site.FreeSlots.Peek();

    private static PlaceKinds KindsOf(ImmutableArray<EquippedSlots> equipped, int slot)
    {
        var kinds = PlaceKinds.None;
        foreach (var row in equipped)
        {
            kinds |= slot >= row.First && slot < row.First + row.Count ? row.Kinds : PlaceKinds.None;
        }
        return kinds;
    }
}
