using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Web.Access;

namespace Schakel.Web.Portal.Records;

/// <summary>Somebody else looked at a file (inzage door een ander): what function, for what, on which day, how often. Never a name or number.</summary>
/// <param name="On">The day.</param>
/// <param name="Who">The function.</param>
/// <param name="What">For what.</param>
/// <param name="Times">How often that day.</param>
public sealed record OthersLook(Day On, Text Who, Text What, int Times)
{
    private const int MostShown = 1000;

    /// <summary>Who looked at a person's file, newest first; their own looks are left out, and what was refused showed nothing.</summary>
    /// <param name="log">The log of looks.</param>
    /// <param name="person">Number of the person.</param>
    public static ImmutableArray<OthersLook> Of(LookLog log, long person) =>
    [
        .. log.Of(person, 0, MostShown).Looks
            .Where(each => !each.Refused && each.Purpose != LookPurpose.OwnFile)
            .GroupBy(each => (On: Day.Of(each.At.Year, each.At.Month, each.At.Day), each.Function, each.Purpose))
            .Select(each => new OthersLook(each.Key.On, NameOf(each.Key.Function), LookPurposes.NameOf(each.Key.Purpose), each.Count())),
    ];

    private static Text NameOf(string code) => Function.Find(code) is { } function ? new(function.Dutch, function.English) : new(code, code);
}
