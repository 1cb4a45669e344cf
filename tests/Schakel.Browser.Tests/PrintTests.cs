using System.Globalization;
using Schakel.Web.Portal;

namespace Schakel.Browser;

/// <summary>The portal on paper (afdrukken): whoever takes a page to a lawyer or a desk has all of it, and nothing that only works on a screen.</summary>
public sealed class PrintTests(Chromium chromium, RunningChain chain)
{
    private const int PaperWidth = 718; // A4 with margins of a centimetre, in CSS pixels.

    [Theory]
    [InlineData("nl")]
    [InlineData("ar")]
    public async Task On_paper_the_pages_of_ones_own_case_are_whole_and_without_what_only_works_on_a_screen(string language)
    {
        var file = await Files.ApplicantAsync(chain, "ask-withdrawal-talk");
        await using var applicant = await Visitor.ComeAsync(chromium, chain, language, Device.Desktop, script: true);
        await applicant.SignInAsync(file);
        var page = applicant.Page;
        foreach (var path in (string[])[PortalPaths.Where, PortalPaths.HowLong, PortalPaths.Rights, PortalPaths.Messages, PortalPaths.File, PortalPaths.Help])
        {
            await applicant.GoAsync(path);
            var words = (await page.InnerTextAsync("main h1")).Trim();
            await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
            await page.SetViewportSizeAsync(PaperWidth, 1000);
            var seen = await page.EvaluateAsync<string[]>("""
                () => {
                  const shown = (each) => each.checkVisibility() && each.getBoundingClientRect().height > 0;
                  const main = document.querySelector("main");
                  const cut = [...main.querySelectorAll("*")].filter(shown).filter((each) => !each.closest(".hidden") && each.tagName !== "BDI" && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== "visible" && each.clientWidth > 0);
                  const outside = [...main.querySelectorAll("*")].filter(shown).filter((each) => !each.closest(".hidden") && (each.getBoundingClientRect().right > window.innerWidth + 1 || each.getBoundingClientRect().left < -1));
                  const ofScreen = [...document.querySelectorAll("nav, .menu, .languages, .skip, .buttons, main form button")].filter(shown).filter((each) => !each.closest(".hidden"));
                  const name = (each) => each.outerHTML.slice(0, 100);
                  const light = (colour) => { const [r, g, b] = colour.match(/[0-9.]+/g).map(Number); return (0.299 * r) + (0.587 * g) + (0.114 * b); };
                  const pale = [...main.querySelectorAll("h1, h2, p, li, td, dd, dt")].filter(shown).filter((each) => light(getComputedStyle(each).color) > 110);
                  return [cut.map(name).join(" | "), outside.map(name).join(" | "), ofScreen.map(name).join(" | "), pale.map(name).join(" | "), getComputedStyle(document.body).backgroundColor, document.querySelector("main h1").innerText.trim(), String(main.innerText.length)];
                }
                """);
            Assert.Equal((path, "", "", "", ""), (path, seen[0], seen[1], seen[2], seen[3]));
            Assert.Contains(seen[4], (string[])["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]); // No ink for what is paper.
            Assert.Equal((path, words), (path, seen[5]));
            Assert.True(int.Parse(seen[6], CultureInfo.InvariantCulture) > 100, $"{path}: nothing is left of it on paper.");
            await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
            await page.SetViewportSizeAsync(Device.Desktop.Width, Device.Desktop.Height);
        }
    }
}
