using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Schakel.Web.Portal.Speaking;

/// <summary>A language of the portal (taal). Directions and separators stand here: .NET knows some of them wrong or not at all.</summary>
/// <param name="Code">Code in addresses, files and <c>lang</c>.</param>
/// <param name="Own">Its own name, in its own script.</param>
/// <param name="Dutch">Its name in Dutch.</param>
public sealed record PortalLanguage(string Code, string Own, string Dutch)
{
    /// <summary>Between thousands.</summary>
    public string Group { get; private init; } = ".";

    /// <summary>Between units and tenths.</summary>
    public string Point { get; private init; } = ",";

    /// <summary>Written from right to left.</summary>
    public bool IsRightToLeft { get; private init; }

    /// <summary>Value of <c>dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The official one.</summary>
    public static PortalLanguage Official { get; } = new("nl", "Nederlands", "Nederlands");

    /// <summary>What stands in for a text that is missing.</summary>
    public static PortalLanguage StandIn { get; } = new("en", "English", "Engels") { Group = ",", Point = "." };

    /// <summary>All, in the order in which they are offered.</summary>
    public static ImmutableArray<PortalLanguage> All { get; } =
    [
        Official, StandIn,
        new("ar", "العربية", "Arabisch") { IsRightToLeft = true, Group = ",", Point = "." },
        new("ti", "ትግርኛ", "Tigrinya") { Group = ",", Point = "." },
        new("fa", "فارسی / دری", "Dari en Farsi") { IsRightToLeft = true, Group = ",", Point = "." },
        new("tr", "Türkçe", "Turks"),
        new("so", "Soomaali", "Somalisch") { Group = ",", Point = "." },
        new("fr", "Français", "Frans") { Group = "\u202f" },
        new("uk", "Українська", "Oekraïens") { Group = "\u00a0" },
        new("kmr", "Kurmancî", "Kurmanji"),
        new("ps", "پښتو", "Pasjtoe") { IsRightToLeft = true },
        new("es", "Español", "Spaans"),
    ];

    /// <summary>A language by its code; null when the portal does not speak it.</summary>
    /// <param name="code">The code.</param>
    public static PortalLanguage? Find(string? code) => All.FirstOrDefault(each => each.Code == code);

    /// <summary>The best language for a browser that says what it prefers; Dutch when it prefers nothing that is here.</summary>
    /// <param name="request">The request.</param>
    public static PortalLanguage Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(each => each.Quality is not 0)
        .OrderByDescending(each => each.Quality ?? 1)
        .Select(each => Find(Known(each.Value.Value)))
        .FirstOrDefault(each => each is not null) ?? Official;

    // Dari goes under its own code in some phones, and Kurmanji under the code of all Kurdish.
    private static string? Known(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "prs" or "pes" => "fa",
        "ku" => "kmr",
        "pbt" or "pus" => "ps",
        var code => code,
    };
}
