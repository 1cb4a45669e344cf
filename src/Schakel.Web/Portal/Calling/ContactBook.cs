using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Calling;

/// <summary>When a telephone is answered (bereikbaar), by the Dutch clock.</summary>
/// <param name="From">First day of the week, from 1 for Monday.</param>
/// <param name="Until">Last day of the week, inclusive; not before the first.</param>
/// <param name="Opens">From when.</param>
/// <param name="Closes">Until when; after it opens.</param>
public sealed record OpenHours(int From, int Until, ClockTime Opens, ClockTime Closes);

/// <summary>A telephone, and when it is answered (telefoonnummer).</summary>
/// <param name="Telephone">The number, as people read it.</param>
/// <param name="Hours">When; at least once.</param>
public sealed record Contact(string Telephone, ImmutableArray<OpenHours> Hours)
{
    /// <summary>The number as a telephone dials it (RFC 3966).</summary>
    public string Link => "tel:" + string.Concat(Telephone.Where(each => char.IsAsciiDigit(each) || each == '+'));
}

/// <summary>Whom people can call (telefoonboek): organisations, and desks of reception locations. It is set up by whoever runs the chain; empty where nobody did.</summary>
/// <param name="Organisations">By organisation.</param>
/// <param name="Desks">By number of the location.</param>
/// <param name="IsExample">The numbers are made up, and the pages say so.</param>
public sealed record ContactBook(FrozenDictionary<Organisation, Contact> Organisations, FrozenDictionary<int, Contact> Desks, bool IsExample)
{
    /// <summary>No number is known.</summary>
    public static ContactBook None { get; } = new(FrozenDictionary<Organisation, Contact>.Empty, FrozenDictionary<int, Contact>.Empty, false);

    /// <summary>Whom to call about something, the nearest first: the desk where somebody stays when it is about reception, and the organisation; nobody when no number is known.</summary>
    /// <param name="who">The organisation that answers.</param>
    /// <param name="site">Where somebody stays; null when nowhere.</param>
    public ImmutableArray<(Organisation? Who, int? Desk, Contact Contact)> For(Organisation who, int? site)
    {
        var found = ImmutableArray.CreateBuilder<(Organisation?, int?, Contact)>(2);
        if (who == Organisation.Coa && site is { } number && Desks.TryGetValue(number, out var desk))
        {
            found.Add((null, number, desk));
        }
        if (Organisations.TryGetValue(who, out var organisation))
        {
            found.Add((who, null, organisation));
        }
        return found.ToImmutable();
    }
}
