using System.Collections.Immutable;
using System.Globalization;
using Schakel.Rehearsal.Registration;
using Schakel.Web.Workbench.Acting;

namespace Schakel.Web.Workbench;

/// <summary>The registration centres as people know them (aanmeldcentra): by their place, where a number stands in a file or an address.</summary>
public static class Centres
{
    /// <summary>What people call a centre; <c>centrum 31</c> for one whose place is not known here.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="centre">Number of the centre.</param>
    public static string NameOf(WorkVisit visit, int centre) => CentreLocations.NameOf(new(centre)) ?? visit.In($"centrum {WorkVisit.Plain(centre)}", $"centre {WorkVisit.Plain(centre)}");

    /// <summary>Which centres can be chosen: those with a name, and what was chosen or typed already, so that nothing is lost.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="chosen">What was chosen or typed; absent when nothing was.</param>
    public static ImmutableArray<Choice> Choices(WorkVisit visit, string? chosen)
    {
        var known = CentreLocations.All.Select(each => new Choice(WorkVisit.Plain(each.Value), NameOf(visit, each.Value))).ToImmutableArray();
        return string.IsNullOrEmpty(chosen) || known.Any(each => each.Value == chosen) ? known
            : known.Add(new(chosen, int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? NameOf(visit, number) : chosen));
    }
}
