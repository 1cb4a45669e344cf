using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Schakel.Web.Portal;
using Schakel.Web.Workbench;

namespace Schakel.Web.PortalPages;

/// <summary>The style sheet: contrast on its tokens, which no tool can see in joined scripts, and nothing that a direction would break.</summary>
public sealed partial class StyleTests
{
    private static readonly string Sheet = Encoding.UTF8.GetString(StyleSheet.Bytes.Span);
    private static readonly string WorkSheet = Encoding.UTF8.GetString(WorkAssets.StyleBytes.Span);

    public static TheoryData<string, string, double> Pairs => new()
    {
        { "ink", "paper", 7 }, { "ink", "card", 7 }, { "ink", "tint", 7 }, { "ink", "ask", 7 }, { "ink", "wrong", 7 },
        { "quiet", "paper", 4.5 }, { "quiet", "card", 4.5 }, { "quiet", "tint", 4.5 }, { "quiet", "ask", 4.5 }, { "quiet", "wrong", 4.5 },
        { "accent", "paper", 4.5 }, { "accent", "card", 4.5 }, { "accent", "tint", 4.5 }, { "accent", "ask", 4.5 }, { "accent", "wrong", 4.5 },
        { "on-accent", "accent", 4.5 }, { "late", "card", 4.5 }, { "late", "paper", 4.5 }, { "late", "ask", 4.5 }, { "late", "wrong", 4.5 },
        { "edge", "card", 3 }, { "edge", "paper", 3 }, { "edge", "ask", 3 },
        { "focus", "paper", 3 }, { "focus", "card", 3 }, { "focus", "tint", 3 }, { "focus", "ask", 3 }, { "focus", "wrong", 3 },
        // How a step stands on the workbench: in a list, in a row that is new or under the pointer, on a card that asks or warns, and as a badge.
        { "overdue", "card", 4.5 }, { "overdue", "paper", 4.5 }, { "overdue", "tint", 4.5 }, { "overdue", "ask", 4.5 }, { "overdue", "wrong", 4.5 }, { "overdue", "overdue-tint", 4.5 },
        { "risk", "card", 4.5 }, { "risk", "paper", 4.5 }, { "risk", "tint", 4.5 }, { "risk", "ask", 4.5 }, { "risk", "wrong", 4.5 },
        { "ahead", "card", 4.5 }, { "ahead", "paper", 4.5 }, { "ahead", "tint", 4.5 }, { "ahead", "ask", 4.5 }, { "ahead", "wrong", 4.5 },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Two_tokens_that_meet_have_contrast_by_day_and_by_night(string front, string back, double least)
    {
        var blocks = Root().Matches(Sheet).Select(each => Token().Matches(each.Groups[1].Value).ToDictionary(token => token.Groups[1].Value, token => token.Groups[2].Value)).Take(2).ToList();
        Assert.Equal(2, blocks.Count);
        foreach (var tokens in blocks)
        {
            var (one, other) = (Luminance(tokens[front]), Luminance(tokens[back]));
            var contrast = (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
            Assert.True(contrast >= least, $"{front} on {back}: {contrast:0.00}, asked is {least}");
        }
    }

    [Fact]
    public void Every_colour_stands_in_one_sheet_by_day_and_by_night_and_is_used()
    {
        Assert.DoesNotMatch("#[0-9a-fA-F]{3,8}\\b|--[a-z-]+:", WorkSheet);
        var blocks = Root().Matches(Sheet).Select(each => Token().Matches(each.Groups[1].Value).Select(token => token.Groups[1].Value).Order(StringComparer.Ordinal).ToList()).Take(2).ToList();
        Assert.Equal(blocks[0], blocks[1]);
        Assert.All(blocks[0], token => Assert.Contains($"var(--{token})", Sheet + WorkSheet, StringComparison.Ordinal));
        var said = Root().Matches(Sheet).SelectMany(each => Named().Matches(each.Groups[1].Value)).Select(each => each.Groups[1].Value).ToHashSet();
        Assert.All(Used().Matches(Sheet + WorkSheet).Select(each => each.Groups[1].Value).Distinct(), token => Assert.Contains(token, said));
    }

    [Fact]
    public void No_rule_names_left_or_right()
    {
        var physical = Physical().Matches(Sheet).Select(each => each.Value).ToList();
        Assert.Empty(physical);
    }

    [Fact]
    public void Nothing_is_fetched_from_elsewhere()
    {
        Assert.DoesNotContain("url(", Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", Sheet, StringComparison.Ordinal);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(@":root \{([^}]*)\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"var\(--([a-z-]+)\)")]
    private static partial Regex Used();

    [GeneratedRegex("--([a-z-]+):")]
    private static partial Regex Named();

    [GeneratedRegex(@"--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<![a-z-])(margin|padding|border)-(left|right)\b|(?<![a-z-])(left|right):|text-align: (left|right)|float:")]
    private static partial Regex Physical();
}
