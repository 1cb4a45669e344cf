namespace Schakel.Browser;

/// <summary>Lists of the workbench where there is little room (lijsten): on a phone each row is a card, on paper a row stays a row.</summary>
public sealed class ListTests(Chromium chromium, RunningChain chain)
{
    private const int PaperWidth = 658; // A4 with margins of 18 millimetres, in CSS pixels.

    [Theory]
    [InlineData("ind-beslismedewerker.1", "/werk")]
    [InlineData("coa-medewerker.2", "/werk/locaties")]
    [InlineData("ind-planner.2", "/werk/agenda/procedure")]
    public async Task On_paper_a_list_is_a_table_that_fits(string person, string path)
    {
        await using var official = await Visitor.ComeAsync(chromium, chain, "nl", Device.Desktop, script: true);
        await official.SignInAsync(person);
        await official.GoAsync(path);
        await official.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await official.Page.SetViewportSizeAsync(PaperWidth, 1000);
        var seen = await official.Page.EvaluateAsync<string[]>("""
            () => {
              const rows = [...document.querySelectorAll("table.list tbody tr")];
              const outside = [...document.querySelectorAll("table.list :is(th, td)")].filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > window.innerWidth + 1);
              return [String(rows.length > 2), [...new Set(rows.map((each) => getComputedStyle(each).display))].join(" "), outside.map((each) => each.outerHTML.slice(0, 100)).join(" | ")];
            }
            """);
        Assert.Equal((path, "true", "table-row", ""), (path, seen[0], seen[1], seen[2]));
    }

    [Theory]
    [InlineData("ind-beslismedewerker.1", "/werk")]
    [InlineData("coa-medewerker.2", "/werk/locaties")]
    [InlineData("ind-planner.2", "/werk/agenda/procedure")]
    public async Task On_a_phone_all_of_a_value_stands_beside_its_label(string person, string path)
    {
        await using var official = await Visitor.ComeAsync(chromium, chain, "nl", Device.Phone, script: true);
        await official.SignInAsync(person);
        await official.GoAsync(path);
        var seen = await official.Page.EvaluateAsync<string[]>("""
            () => {
              document.querySelectorAll("table.list tbody tr").forEach((each) => { each.style.contentVisibility = "visible"; }); // Rows out of sight are not laid out.
              const cells = [...document.querySelectorAll("table.list tbody tr:nth-child(-n+3) td[data-kop]")].filter((each) => each.textContent.trim());
              const under = cells.filter((cell) => {
                const words = document.createRange();
                words.selectNodeContents(cell);
                const beside = cell.getBoundingClientRect().left + parseFloat(getComputedStyle(cell).paddingInlineStart) - 1;
                return [...words.getClientRects()].some((each) => each.width > 1 && each.left < beside);
              });
              return [String(cells.length > 2), under.map((each) => each.outerHTML.slice(0, 150)).join(" | "), String(cells.length && parseFloat(getComputedStyle(cells[0]).paddingInlineStart) > 100)];
            }
            """);
        Assert.Equal((path, "true", "", "true"), (path, seen[0], seen[1], seen[2]));
    }
}
