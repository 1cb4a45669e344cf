using System.Collections.Frozen;
using System.Globalization;
using Schakel.Store;
using Schakel.Web.Portal.Calling;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Commands;

/// <summary>
/// Telephone numbers of a demonstration (telefoonnummers), made up and marked so on every page. They begin with 000: no number in the Netherlands
/// does, so that nobody is called by somebody who tries the demonstration.
/// </summary>
internal static class SyntheticContacts
{
    private static readonly OpenHours Office = new(1, 5, new(9 * ClockTime.MinutesInHour), new(17 * ClockTime.MinutesInHour));
    private static readonly OpenHours Saturday = new(6, 6, new(10 * ClockTime.MinutesInHour), new(14 * ClockTime.MinutesInHour));

    /// <summary>A number for each organisation, and one for the desk of each location.</summary>
    /// <param name="store">The store of the demonstration.</param>
    public static ContactBook Of(ChainStore store)
    {
        using var view = store.Models.Look();
        var sites = view.Sites.Select(each => each.Site).ToList();
        return new(
            Organisation.All.Select((who, at) => (Who: who, Number: at + 1)).ToFrozenDictionary(each => each.Who, each => new Contact(Written(0, each.Number), [Office])),
            sites.ToFrozenDictionary(site => site, site => new Contact(Written(1, site), [Office, Saturday])), IsExample: true);
    }

    private static string Written(int kind, int number) => string.Create(CultureInfo.InvariantCulture, $"000-{kind}{number:000} 000");
}
