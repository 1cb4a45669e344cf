using System.Collections.Immutable;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Registration;

/// <summary>The registration desk (aanmeldbalie): who works there, and what they may do. It goes by the same table of commands as the interface.</summary>
public static class Desk
{
    /// <summary>Codes that most people at the desk have, to choose from; any other can be typed.</summary>
    public static ImmutableArray<(string Code, Text Name)> Countries { get; } =
    [
        ("SYR", new("Syrië", "Syria")), ("ERI", new("Eritrea", "Eritrea")), ("AFG", new("Afghanistan", "Afghanistan")), ("TUR", new("Turkije", "Türkiye")), ("IRQ", new("Irak", "Iraq")),
        ("IRN", new("Iran", "Iran")), ("SOM", new("Somalië", "Somalia")), ("YEM", new("Jemen", "Yemen")), ("SDN", new("Soedan", "Sudan")), ("ETH", new("Ethiopië", "Ethiopia")),
        ("DZA", new("Algerije", "Algeria")), ("MAR", new("Marokko", "Morocco")), ("NGA", new("Nigeria", "Nigeria")), ("PAK", new("Pakistan", "Pakistan")), ("RUS", new("Rusland", "Russia")),
        ("UKR", new("Oekraïne", "Ukraine")), ("COL", new("Colombia", "Colombia")), ("VEN", new("Venezuela", "Venezuela")), (CountryCode.Stateless.ToString(), new("staatloos", "stateless")), (CountryCode.Unknown.ToString(), new("niet bekend", "not known")),
    ];

    /// <summary>Whether a function works at the desk: it takes people in.</summary>
    /// <param name="function">The function.</param>
    public static bool IsOf(Function function) => !RoutesOf(function).IsEmpty;

    /// <summary>The ways of coming that a function may record, the usual one first.</summary>
    /// <param name="function">The function.</param>
    public static ImmutableArray<DeskRoute> RoutesOf(Function function) => [.. Enum.GetValues<DeskRoute>().Where(route => function.May(CommandOf(route)))];

    /// <summary>Whether a function may give a command.</summary>
    /// <param name="function">The function.</param>
    /// <param name="command">Type of the command.</param>
    public static bool May(this Function function, Type command) => ResourceOf(command).IsOpenTo(function);

    /// <summary>What people call a way of coming.</summary>
    /// <param name="route">The way.</param>
    public static Text NameOf(DeskRoute route) => route switch
    {
        DeskRoute.Asylum => new("Vraagt bescherming", "Asks for protection"),
        DeskRoute.Family => new("Nareis, met mvv", "Family reunification, with a visa"),
        DeskRoute.Resettled => new("Hervestiging", "Resettlement"),
    };

    /// <summary>The command's entry in the table.</summary>
    /// <param name="command">Type of the command.</param>
    internal static CommandResource ResourceOf(Type command) => CommandTable.All.First(each => each.Command == command);

    private static Type CommandOf(DeskRoute route) => route switch
    {
        DeskRoute.Asylum => typeof(RegisterArrival),
        DeskRoute.Family => typeof(RegisterFamilyArrival),
        DeskRoute.Resettled => typeof(RegisterResettledArrival),
    };
}
