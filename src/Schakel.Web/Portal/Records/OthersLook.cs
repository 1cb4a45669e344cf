using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Web.Access;

namespace Schakel.Web.Portal.Records;

/// <summary>Somebody else looked at a file (inzage door een ander): what function, for what, on which day, how often. Never a name or number.</summary>
/// <param name="On">The day.</param>
/// <param name="Purpose">For what, as recorded.</param>
/// <param name="Who">The function.</param>
/// <param name="What">For what.</param>
/// <param name="Times">How often that day.</param>
public sealed record OthersLook(Day On, LookPurpose Purpose, Text Who, Text What, int Times)
{
    /// <summary>Who looked at a person's file, newest first and none left out but their own looks; what was refused showed nothing.</summary>
    /// <param name="log">The log of looks.</param>
    /// <param name="person">Number of the person.</param>
    public static ImmutableArray<OthersLook> Of(LookLog log, long person) =>
        [.. log.ByOthers(person).Select(each => new OthersLook(Day.Of(each.On.Year, each.On.Month, each.On.Day), each.Purpose, NameOf(each.Function), LookPurposes.NameOf(each.Purpose), each.Times))];

    private static Text NameOf(string code) => Function.Find(code) is { } function ? new(function.Dutch, function.English) : new(code, code);
}
