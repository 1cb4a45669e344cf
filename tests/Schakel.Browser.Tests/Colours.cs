using Microsoft.Playwright;

namespace Schakel.Browser;

/// <summary>In which colours somebody reads (kleuren): the light ones, the dark ones, or their own, which the browser puts in the place of ours.</summary>
/// <param name="Name">What we call it.</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="Forced">Whether they are the reader's own.</param>
public sealed record Colours(string Name, ColorScheme Scheme, ForcedColors Forced)
{
    public static readonly Colours Light = new("light", ColorScheme.Light, ForcedColors.None);
    public static readonly Colours Dark = new("dark", ColorScheme.Dark, ForcedColors.None);
    public static readonly Colours Own = new("own", ColorScheme.Dark, ForcedColors.Active);

    /// <summary>Those of our own.</summary>
    public static readonly Colours[] Ours = [Light, Dark];

    // What is told in our colours alone is lost in theirs: where one is, what is late, where a button ends, a drawing, where the focus is.
    private const string Seen = """
        () => {
          const probe = document.body.appendChild(document.createElement("i"));
          const system = Object.fromEntries(["Canvas", "CanvasText", "LinkText", "VisitedText", "ButtonText", "ButtonFace", "FieldText", "GrayText", "Highlight", "HighlightText"].map((name) => {
            probe.style.color = name;
            return [name, getComputedStyle(probe).color];
          }));
          probe.remove();
          const theirs = new Set(Object.values(system));
          const shown = (each) => each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && each.getBoundingClientRect().width > 1;
          const told = (what, each) => `${what}: ${each.outerHTML.slice(0, 120)}`;
          const clear = (colour) => colour === "transparent" || /^rgba.*, 0\)$/.test(colour);
          const sides = ["Top", "Right", "Bottom", "Left"];
          const edges = (style) => sides.map((side) => style[`border${side}Style`] === "none" || parseFloat(style[`border${side}Width`]) === 0 || clear(style[`border${side}Color`]) || style[`border${side}Color`] === system.Canvas
            ? "" : style[`border${side}Style`] + style[`border${side}Width`]).join();
          const shape = (each) => [[each, null], [each, "::before"], ...(each.matches("th") ? [[each.parentElement, null]] : [])].map(([of, part]) => getComputedStyle(of, part)).map((style) => [edges(style), style.backgroundColor, style.outlineStyle, style.textDecorationLine].join(" ")).join(" ");
          const faults = [];
          const unlike = (what, marked, plain) => {
            if (marked && plain && shape(marked) === shape(plain)) {
              faults.push(told(what, marked));
            }
          };
          for (const each of [...document.querySelectorAll("[aria-current]")].filter(shown)) {
            unlike("where one is looks like the rest", each, [...(each.closest("ul, ol")?.querySelectorAll(each.tagName) ?? [])].find((other) => !other.hasAttribute("aria-current") && !other.matches(".done") && shown(other)));
          }
          for (const state of ["overdue", "risk"]) {
            unlike("late looks like in time", document.querySelector(`.list tr.${state} > th`), document.querySelector(".list tbody tr:not(.overdue, .risk) > th")); // On a phone the row has the bar.
          }
          for (const each of [...document.querySelectorAll("button:not(.plain), .button, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=file])")].filter(shown)) {
            if (edges(getComputedStyle(each)) === ",,,") {
              faults.push(told("no edge", each));
            }
          }
          for (const each of [...document.querySelectorAll("svg :is(path, circle, rect, line, polyline)")].slice(0, 300)) {
            const { fill, stroke } = getComputedStyle(each);
            if ([fill, stroke].some((colour) => colour !== "none" && !clear(colour) && !theirs.has(colour)) || [fill, stroke].every((colour) => colour === "none")) {
              faults.push(told(`drawn in ${fill} and ${stroke}`, each.closest("svg")));
            }
          }
          for (const each of [...document.querySelectorAll("body :is(a, button, p, li, dt, dd, td, th, h1, h2, h3, label, summary, strong, span)")].slice(0, 600).filter(shown)) {
            const behind = (at) => at === null || !clear(getComputedStyle(at).backgroundColor) ? (at === null ? system.Canvas : getComputedStyle(at).backgroundColor) : behind(at.parentElement);
            const { color, forcedColorAdjust } = getComputedStyle(each);
            if (color === behind(each) || (color === system.Canvas && forcedColorAdjust !== "none")) { // The browser puts a plate of paper under words.
              faults.push(told("words in the colour of the paper", each));
            }
          }
          const at = document.activeElement;
          const style = getComputedStyle(at);
          if (at !== document.body && at.type !== "date" && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 || clear(style.outlineColor) || style.outlineColor === system.Canvas)) {
            faults.push(told("the focus is not seen", at));
          }
          return matchMedia("(forced-colors: active)").matches ? [...new Set(faults)].slice(0, 6) : ["the browser keeps our colours"];
        }
        """;

    /// <summary>What of a page is lost to who reads it in colours of their own, with the focus one step on.</summary>
    public static async Task<string[]> LostAsync(Visitor visitor)
    {
        await visitor.ReadInAsync(Own);
        await visitor.Page.Keyboard.PressAsync("Tab");
        return await visitor.Page.EvaluateAsync<string[]>(Seen);
    }
}
