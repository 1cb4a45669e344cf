using Microsoft.Playwright;

namespace Schakel.Browser;

/// <summary>A page to look at, as the route of the application says it, with what has to be done before it is the page meant.</summary>
/// <param name="Route">Pattern of the route, as the application has it; a POST with its method.</param>
/// <param name="Path">Where one goes.</param>
public sealed record PageAsked(string Route, string Path)
{
    /// <summary>What sets it apart from the plain page: with the menu open, with faults, …</summary>
    public string State { get; init; } = "";

    /// <summary>What is done there first: a menu opened, a form sent.</summary>
    public Func<IPage, Task>? First { get; init; }

    /// <summary>Rows that it must show, or the page measured is not the page meant.</summary>
    public int FewestRows { get; init; }

    /// <summary>The status it is answered with.</summary>
    public int Status { get; init; } = 200;

    /// <summary>It is looked at in the long walk only: another state of the same page shows all of it, or it takes long.</summary>
    public bool InLongWalk { get; init; }
}

/// <summary>Pages that one person looks at.</summary>
/// <param name="Role">Code of the function; empty for nobody.</param>
/// <param name="SignIn">How they sign in.</param>
/// <param name="Languages">In which languages.</param>
/// <param name="Pages">Which pages.</param>
public sealed record Round(string Role, Func<Visitor, Task> SignIn, string[] Languages, PageAsked[] Pages)
{
    /// <summary>
    /// With `./test --long` every page is looked at in every language on every device, in light and in dark. Otherwise by turns on one device and on the other, in light or in dark: of the portal once in every
    /// language, and judged by axe in the first; of the workbench in one of its languages, by turns.
    /// </summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    // Which of the eight turns: each page sees both devices, both languages and both colours in one of them. Zero usually; with SCHAKEL_TURN another one.
    private static int Turn { get; } = int.Parse(Environment.GetEnvironmentVariable("SCHAKEL_TURN") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The pages to look at in this language on this device, each with its place in the round.</summary>
    /// <param name="turn">Place of the round.</param>
    /// <param name="language">One of its languages.</param>
    /// <param name="device">The device.</param>
    public IEnumerable<(int At, PageAsked Page)> On(int turn, string language, Device device) => Pages.Index()
        .Where(page => IsLong || (!page.Item.InLongWalk && Device.Both[(Turn + turn + page.Index + (TakesTurns ? 0 : Array.IndexOf(Languages, language))) % Device.Both.Length] == device
            && (!TakesTurns || Languages[(Turn + turn + page.Index) / 2 % Languages.Length] == language)));

    /// <summary>Its languages take turns.</summary>
    public bool TakesTurns { get; init; }

    /// <summary>Whether axe judges in this language.</summary>
    public bool IsJudgedIn(string language) => IsLong || TakesTurns || language == Languages[0];

    /// <summary>In which colours axe judges a page: the pages that stand eight apart see the same device, language and colours.</summary>
    /// <param name="turn">Place of the round.</param>
    /// <param name="at">Place of the page in it.</param>
    public static Colours[] ColoursOf(int turn, int at) => IsLong ? Colours.Ours : [Colours.Ours[(Turn + turn + at) / 4 % Colours.Ours.Length]];
}

/// <summary>What was seen of a page, on one device, in one language.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Role">Who looked.</param>
/// <param name="Language">Its language.</param>
/// <param name="Device">On what.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Address">Where it ended.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Rows">Rows of the list that it shows.</param>
/// <param name="TooWide">CSS pixels by which it is wider than the screen: of a phone, or of the device in a long walk.</param>
/// <param name="Wide">What sticks out.</param>
/// <param name="Rules">Rules of axe that found something to judge on it.</param>
/// <param name="Violations">What axe found wrong.</param>
/// <param name="Unsure">What axe could not judge.</param>
/// <param name="Complaints">What the browser complained of.</param>
/// <param name="Colours">In which colours axe judged.</param>
/// <param name="Lost">What is lost to who reads in colours of their own.</param>
/// <param name="Dutch">On a page in English: Dutch words that do not say that they are.</param>
public sealed record Look(
    PageAsked Asked, string Role, string Language, string Device, int Status, string Address, string Heading, int Rows, int TooWide, string[] Wide, string[] Rules, string[] Violations, string[] Unsure,
    string[] Complaints, string Colours, string[] Lost, string[] Dutch)
{
    public string Name => $"{Role} {Asked.Path} {Asked.State} {Language} {Device} {Colours}";
}
