using Microsoft.Playwright;

namespace Schakel.Browser;

/// <summary>Somebody who uses no mouse: goes on with the tab key, and sees at every step where they are.</summary>
public sealed class Keyboard(IPage page)
{
    private const int MostSteps = 120;

    /// <summary>Goes on until this has the focus.</summary>
    public async Task ToAsync(string selector)
    {
        for (var i = 0; i < MostSteps; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var seen = await page.EvaluateAsync<string>("""
                (selector) => {
                  const at = document.activeElement;
                  const style = getComputedStyle(at);
                  const box = at.getBoundingClientRect();
                  // A field for a date has parts, of which the browser marks the one that has the focus.
                  const marked = at.type === "date" || (parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none") || style.boxShadow !== "none";
                  const words = `${at.tagName} ${at.name ?? ""} ${at.getAttribute("href") ?? ""}`;
                  return at === document.body ? "" : !marked || box.width < 1 || box.height < 1 ? `unseen: ${words}` : at.matches(selector) ? "there" : words;
                }
                """, selector);
            Assert.False(seen.StartsWith("unseen", StringComparison.Ordinal), $"The focus cannot be seen: {seen}");
            if (seen == "there")
            {
                return;
            }
        }
        Assert.Fail($"{MostSteps} steps did not lead to {selector} on {page.Url}");
    }

    /// <summary>Goes to it and presses enter; what it leads to is the page then.</summary>
    public async Task FollowAsync(string selector)
    {
        await ToAsync(selector);
        await FollowHereAsync();
    }

    /// <summary>Presses enter on what has the focus.</summary>
    public async Task FollowHereAsync()
    {
        var gone = new TaskCompletionSource();
        void There(object? _, IFrame frame)
        {
            if (frame == page.MainFrame)
            {
                gone.TrySetResult();
            }
        }
        page.FrameNavigated += There;
        await page.Keyboard.PressAsync("Enter");
        await gone.Task.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System);
        page.FrameNavigated -= There;
        await Visitor.LoadedAsync(page);
    }

    /// <summary>Presses a key where they are.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);
}
