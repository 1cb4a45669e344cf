using System.Collections.Immutable;
using Schakel.Norms;

namespace Schakel.Web.Access;

/// <summary>Why looking was unusual (reden van een signaal).</summary>
public enum UnusualKind
{
    /// <summary>Far more files than colleagues of the same function (veel meer dan collega's).</summary>
    FarMore = 0,
    /// <summary>Files outside one's own site, municipality, clients or purpose were asked for, and refused (buiten eigen kring).</summary>
    Outside,
    /// <summary>One's own name or a colleague's was searched (eigen naam of die van een collega).</summary>
    Namesake,
}

/// <summary>Unusual looking, for the privacy officer to ask about (signaal). It says nothing of why: a person asks, and judges.</summary>
/// <param name="Function">Code of the function.</param>
/// <param name="Number">Number of who looked.</param>
/// <param name="Team">Their team.</param>
/// <param name="Kind">Why.</param>
/// <param name="Persons">How many persons it concerns.</param>
/// <param name="Usual">What is usual: the median of colleagues; absent where that says nothing.</param>
public sealed record UnusualLooking(string Function, int Number, string? Team, UnusualKind Kind, int Persons, int? Usual);

/// <summary>The rules by which looking is called unusual (regels voor opvallend inzien).</summary>
public static class UnusualLooks
{
    /// <summary>Fewer persons on a day are never too many.</summary>
    public const int NeverMany = 25;

    /// <summary>Times the median of colleagues that is far more.</summary>
    public const int Times = 3;

    /// <summary>Colleagues needed for a median that says something; with fewer, <see cref="ManyAlone"/> holds.</summary>
    public const int ColleaguesNeeded = 3;

    /// <summary>Many, when there are no colleagues to go by.</summary>
    public const int ManyAlone = 200;

    /// <summary>What was unusual on a day, the gravest first.</summary>
    /// <param name="day">What each caller looked at.</param>
    public static ImmutableArray<UnusualLooking> In(ImmutableArray<LooksOfDay> day) =>
    [
        .. day.SelectMany(each => Of(each, [.. day.Where(other => other.Function == each.Function && other.Number != each.Number).Select(other => other.Persons).Order()]))
            .OrderByDescending(each => each.Kind).ThenByDescending(each => each.Persons).ThenBy(each => each.Function, StringComparer.Ordinal).ThenBy(each => each.Number),
    ];

    /// <summary>What people call it.</summary>
    /// <param name="kind">Why.</param>
    public static Text NameOf(UnusualKind kind) => kind switch
    {
        UnusualKind.FarMore => new("veel meer dossiers dan collega's van deze functie", "far more files than colleagues of this function"),
        UnusualKind.Outside => new("dossiers buiten de eigen locatie, gemeente, cliënten, het eigen team of het doel", "files outside one's own site, municipality, clients, team or purpose"),
        UnusualKind.Namesake => new("gezocht op de eigen naam of die van een collega", "searched for one's own name or a colleague's"),
    };

    private static IEnumerable<UnusualLooking> Of(LooksOfDay one, ImmutableArray<int> colleagues)
    {
        int? usual = colleagues.Length >= ColleaguesNeeded ? colleagues[colleagues.Length / 2] : null;
        if (one.Persons >= NeverMany && one.Persons > (usual is { } median ? Times * median : ManyAlone))
        {
            yield return new(one.Function, one.Number, one.Team, UnusualKind.FarMore, one.Persons, usual);
        }
        if (one.Refused > 0)
        {
            yield return new(one.Function, one.Number, one.Team, UnusualKind.Outside, one.Refused, null);
        }
        if (one.Namesakes > 0)
        {
            yield return new(one.Function, one.Number, one.Team, UnusualKind.Namesake, one.Namesakes, null);
        }
    }
}
