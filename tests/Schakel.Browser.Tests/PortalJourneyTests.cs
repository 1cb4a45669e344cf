using System.Globalization;
using System.Text.RegularExpressions;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Browser;

/// <summary>What an applicant does, in a browser. A journey ends in facts: in what the interface then tells of the file.</summary>
public sealed partial class PortalJourneyTests(Chromium chromium, RunningChain chain)
{
    [Theory]
    [MemberData(nameof(Ways.OfApplicants), "nl", "phone", MemberType = typeof(Ways))]
    public async Task An_applicant_reads_without_script_where_they_are_how_long_and_who_looked(string language, string device)
    {
        var file = await Files.ApplicantAsync(chain, "ask-withdrawal-talk");
        await chain.ReadAsync($"/zaken/{Plain(file)}", "ind-hoormedewerker");
        await using var applicant = await Visitor.ComeAsync(chromium, chain, language, Ways.DeviceOf(device), script: false);
        await applicant.SignInAsync(file);
        Assert.Equal(new Speech(PortalLanguage.Find(language)!).Say("where.title"), await applicant.Page.InnerTextAsync("h1"));
        Assert.Equal(1, await applicant.Page.Locator("ol.way li[aria-current=step]").CountAsync());
        Assert.True((await applicant.Page.InnerTextAsync("main .lead")).Length > 20);
        await applicant.Page.ClickAsync("nav.menu a[href='/mijn-zaak/hoe-lang']");
        Assert.Equal("/mijn-zaak/hoe-lang", applicant.Here);
        Assert.True((await applicant.Page.InnerTextAsync("main .lead")).Length > 20);
        await applicant.Page.ClickAsync("nav.menu a[href='/mijn-zaak/dossier']");
        Assert.Contains(new Speech(PortalLanguage.Find(language)!).Say("purpose.procedure"), await applicant.Page.InnerTextAsync("section[aria-labelledby=bekeken]"), StringComparison.Ordinal);
        var looks = await chain.ReadAsync($"/zaken/{Plain(file)}/inzagen", "aanvrager", ("nummer", Plain(file)));
        Assert.Contains(looks["resultaten"]!.AsArray(), each => each!["functie"]!.GetValue<string>() == "Hoor- en planmedewerker IND" && each["doel"]!.GetValue<string>() == "asielprocedure");
        Assert.Empty(applicant.Complaints);
    }

    [Theory]
    [MemberData(nameof(Ways.OfApplicants), "nl", "phone", MemberType = typeof(Ways))]
    public async Task Asking_to_stop_asks_for_a_talk_and_ends_nothing(string language, string device)
    {
        var file = await Files.ApplicantAsync(chain, "ask-withdrawal-talk");
        var before = await EventsAsync(file);
        await using var applicant = await Visitor.ComeAsync(chromium, chain, language, Ways.DeviceOf(device), script: false);
        await applicant.SignInAsync(file);
        await applicant.Page.ClickAsync("nav.menu a[href='/mijn-zaak/regelen']");
        await applicant.Page.ClickAsync("a[href='/mijn-zaak/regelen/stoppen']");
        await applicant.Page.ClickAsync("main form button");
        Assert.Equal(1, await applicant.Page.Locator("[role=alert]").CountAsync()); // Nothing is asked for before one says to have understood.
        Assert.Equal(before.Count, (await EventsAsync(file)).Count);
        await applicant.Page.CheckAsync("#begrepen");
        await applicant.Page.ClickAsync("main form button");
        Assert.Matches(@"^/mijn-zaak/regelen/stoppen\?gedaan=[0-9]+$", applicant.Here);
        var added = (await EventsAsync(file))[before.Count..];
        Assert.Equal([("withdrawal-talk-asked", "aanvrager", null, "procedure")], added.Select(Said));
        Assert.Equal("open", (await chain.ReadAsync($"/zaken/{Plain(file)}", "ind-beslismedewerker"))["procedure"]!["stand"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Ways.OfApplicants), "nl", "phone", MemberType = typeof(Ways))]
    public async Task Registering_in_advance_is_kept_come_back_to_checked_and_done(string language, string device)
    {
        await using var first = await Visitor.ComeAsync(chromium, chain, language, Ways.DeviceOf(device), script: false);
        await first.GoAsync("/");
        await first.Page.ClickAsync("main a[href='/vooraf-aanmelden']");
        await first.Page.CheckAsync("input[name=taal][value=tir]");
        await first.Page.FillAsync("#personen", "4");
        await first.Page.CheckAsync("input[name=zorg][value=ja]");
        await first.Page.ClickAsync("button[value=bewaren]");
        var code = await first.Page.InnerTextAsync("[role=status] .code");
        await using var later = await Visitor.ComeAsync(chromium, chain, language, Device.Both.Single(each => each.Name != device), script: false);
        await later.GoAsync("/vooraf-aanmelden");
        await later.Page.FillAsync("#terugcode", code);
        await later.Page.ClickAsync("button[value=terugkeren]");
        Assert.True(await later.Page.IsCheckedAsync("input[name=taal][value=tir]"));
        Assert.Equal("4", await later.Page.InputValueAsync("#personen"));
        Assert.True(await later.Page.IsCheckedAsync("input[name=zorg][value=ja]"));
        await later.Page.ClickAsync("button[value=controleren]");
        Assert.Contains("4", await later.Page.InnerTextAsync("main dl"), StringComparison.Ordinal);
        await later.Page.ClickAsync("button[value=versturen]");
        var file = long.Parse(Digits().Match(await later.Page.InnerTextAsync("[role=status] .code")).Value, CultureInfo.InvariantCulture);
        Assert.Equal([("pre-registered", "aanvrager", null, "registratie")], (await chain.EventsAsync(file, "avim-registreerder")).Select(Said));
    }

    [Theory]
    [MemberData(nameof(Ways.OfApplicants), "ar", "phone", MemberType = typeof(Ways))]
    public async Task Wishes_for_the_interview_are_stated_shown_again_and_sent(string language, string device)
    {
        var file = await Files.ApplicantAsync(chain, "state-interview-wishes");
        var before = await EventsAsync(file);
        await using var applicant = await Visitor.ComeAsync(chromium, chain, language, Ways.DeviceOf(device));
        await applicant.SignInAsync(file);
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await applicant.Page.GetAttributeAsync("html", "dir"));
        await applicant.Page.ClickAsync("nav.menu a[href='/mijn-zaak/regelen']");
        await applicant.Page.ClickAsync("a[href='/mijn-zaak/regelen/gesprek']");
        await applicant.Page.CheckAsync("input[name=taal][value=ara]");
        await applicant.Page.FillAsync("#dialect", "شامي");
        await applicant.Page.CheckAsync("input[name=tolk][value=Woman]");
        await applicant.Page.CheckAsync("input[name=medewerker][value=None]");
        await applicant.Page.ClickAsync("button[value=controleren]");
        Assert.Contains("شامي", await applicant.Page.InnerTextAsync("main dl"), StringComparison.Ordinal);
        Assert.Equal(before.Count, (await EventsAsync(file)).Count); // What is shown again is not sent yet.
        await applicant.Page.ClickAsync("button[value=versturen]");
        Assert.Matches(@"^/mijn-zaak/regelen/gesprek\?gedaan=[0-9]+$", applicant.Here);
        Assert.Equal([("interview-wishes-stated", "aanvrager", null, "procedure")], (await EventsAsync(file))[before.Count..].Select(Said));
        Assert.Empty(applicant.Complaints);
    }

    [Theory]
    [MemberData(nameof(Ways.OfApplicants), "nl", "desktop", MemberType = typeof(Ways))]
    public async Task Support_is_asked_for_by_keyboard_alone(string language, string device)
    {
        var file = await Files.ApplicantAsync(chain, "begin-support");
        var before = await EventsAsync(file);
        await using var applicant = await Visitor.ComeAsync(chromium, chain, language, Ways.DeviceOf(device));
        await applicant.SignInAsync(file);
        var keys = new Keyboard(applicant.Page);
        await keys.FollowAsync("nav.menu a[href='/mijn-zaak/regelen']");
        await keys.FollowAsync("a[href='/mijn-zaak/regelen/steun']");
        await keys.ToAsync("input[name=organisatie]");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowDown");
        await keys.ToAsync("#toestemming");
        await keys.PressAsync("Space");
        await keys.FollowAsync("main form button");
        await keys.FollowAsync("button[value=versturen]");
        Assert.Matches(@"^/mijn-zaak/regelen/steun\?gedaan=[0-9]+$", applicant.Here);
        Assert.Equal([("support-begun", "aanvrager")], (await EventsAsync(file))[before.Count..].Select(each => (each.What, each.By)));
    }

    private static (string, string, string?, string) Said(Happened each) => (each.What, each.By, each.Power, each.Purpose);

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<List<Happened>> EventsAsync(long file) => chain.EventsAsync(file, "aanvrager", ("nummer", Plain(file)));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
