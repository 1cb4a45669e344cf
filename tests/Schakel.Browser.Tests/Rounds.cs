using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Guidance;
using Schakel.Web.Portal.Records;

namespace Schakel.Browser;

/// <summary>Who looks at which pages: the table that the walk follows, and in which every page of the application has to stand.</summary>
public static partial class Rounds
{
    private static readonly string[] Portal = ["nl", "ar"];
    private static readonly string[] Work = ["nl", "en"];
    private static readonly string Interview = DoList.Forms.First(each => each.Step == "state-interview-wishes").Path;

    /// <summary>Functions whose worklist is looked at: those that have one of at least twenty rows in the demonstration.</summary>
    public static readonly string[] WithWork =
        ["ind-planner", "ind-beslismedewerker", "coa-medewerker", "coa-locatiemanager", "gemeente-huisvester", "gemeente-medewerker", "dtv-regievoerder", "griffier", "gza-medewerker", "vluchtelingenwerk"];

    /// <summary>All rounds.</summary>
    public static async Task<Round[]> OfAsync(RunningChain chain)
    {
        var files = await Files.OfAsync(chain);
        await chain.RefusedAsync($"/zaken/{Plain(files.Open)}", "coa-casemanager", ("locatie", "999999"));
        Round[] rounds =
        [
            new("aanvrager", visitor => visitor.SignInAsync(files.Applicant), Portal, [.. PagesOfOwn()]),
            new("aanvrager", visitor => SignInAndAskHelpAsync(visitor, files.Helped), Portal, [.. PagesOfHelped()]),
            new("", _ => Task.CompletedTask, Portal, [.. PagesOfEverybody()]),
            new("", _ => Task.CompletedTask, Work, [.. PagesToSignIn()]),
            new("ind-beslismedewerker", By("ind-beslismedewerker.1"), Work, [.. PagesOfCase(files.Open), .. PagesOfSearch()]),
            new("coa-medewerker", By("coa-medewerker.2"), Work, [.. PagesOfReception(files)]),
            new("gemeente-huisvester", By("gemeente-huisvester.1"), Work, [new("/werk/gemeente", "/werk/gemeente") { FewestRows = 20 }]),
            .. WithWork.Select(function => new Round(function, By(function + ".1"), Work, [new("/werk", "/werk") { FewestRows = 20 }])),
            new("coa-medewerker", By("coa-medewerker.1"), Work,
            [
                new("/werk", "/werk?stand=alles&regels=1000") { State = "a thousand rows", FewestRows = 1000, InLongWalk = true },
            ]),
            new("inspecteur", By("inspecteur.1"), ["en"], [new("/werk", "/werk") { State = "without a list" }, new("/werk/cijfers", "/werk/cijfers") { FewestRows = 100 }, new("/werk/cijfers/provincie", "/werk/cijfers/provincie?provincie=PV28") { FewestRows = 20 }]),
            new("ind-beslismedewerker", By("ind-beslismedewerker.2"), Work, [new("/werk/uitspraken", "/werk/uitspraken")]),
            new("ind-beleidsmedewerker", By("ind-beleidsmedewerker.1"), Work, [.. PagesOfPolicy()]),
            new("dtv-regievoerder", By("dtv-regievoerder.2"), Work, [new("/werk/terugkeer", "/werk/terugkeer") { FewestRows = 10 }, new("/werk/rondleiding", "/werk/rondleiding?halte=3")]),
            new("griffier", By("griffier.2"), Work, [new("/werk/rechtbank", "/werk/rechtbank") { FewestRows = 20 }]),
            new("privacyfunctionaris", By("privacyfunctionaris.1"), Work, [.. PagesOfSignals()]),
            new("voogd", By("voogd.1"), Work, [new("/werk/pupillen", "/werk/pupillen")]),
            new("vluchtelingenwerk-vrijwilliger", By("vluchtelingenwerk-vrijwilliger.1"), Work, [new("/werk/begeleiding", "/werk/begeleiding") { FewestRows = 5 }]),
            new("advocaat", visitor => visitor.SignInAsLawyerAsync(files.Applicant), Work, [.. PagesOfClient(files.Applicant)]),
            new("avim-registreerder", By("avim-registreerder.1"), Work, [.. PagesOfDesk()]),
            new("ind-planner", By("ind-planner.2"), Work, [.. PagesOfCalendar()]),
            new("coa-medewerker", By("coa-medewerker.3"), Work, [.. PagesOfTogether()]),
            new("coa-medewerker", By("coa-medewerker.4"), Portal, [new(PortalPaths.Where, PortalPaths.Where) { State = "of applicants only", Status = 403 }]),
        ];
        return [.. rounds.Select(each => each with { TakesTurns = each.Languages == Work })];
    }

    private static Func<Visitor, Task> By(string person) => visitor => visitor.SignInAsync(person);

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<PageAsked> PagesOfEverybody() =>
    [
        new(PortalPaths.Home, "/"),
        new(PortalPaths.Home, "/") { State = "languages open", First = page => page.ClickAsync("details.languages summary") },
        new(PortalPaths.Home, "/?naast=nl") { State = "Dutch beside" },
        new(PortalPaths.Help, "/hulp?naast=niet"),
        new(PortalPaths.Accessibility, "/toegankelijkheid"),
        new(PortalPaths.PreRegister, "/vooraf-aanmelden"),
        new("POST " + PortalPaths.PreRegister, "/vooraf-aanmelden") { State = "faults", First = page => SendAsync(page, "controleren") },
        new("POST " + PortalPaths.PreRegister, "/vooraf-aanmelden") { State = "kept", First = page => SendAsync(page, "bewaren") },
        new(SignInPaths.SignIn, "/mijn-zaak/aanmelden"),
        new(RunningChain.Busy, RunningChain.Busy) { State = "too much at once", Status = 429 },
        new(RunningChain.Broken, RunningChain.Broken) { State = "a fault", Status = 500 },
    ];

    // Pages for everybody who works in the chain too: in Dutch and English.
    private static IEnumerable<PageAsked> PagesToSignIn() =>
    [
        new(SignInPaths.Everybody, "/aanmelden") { InLongWalk = true },
        new(SignInPaths.Everybody, "/aanmelden") { State = "functions open", First = OpenAllAsync },
        new(SignInPaths.ExampleCode, "/aanmelden/voorbeeldcode"),
        new("POST " + SignInPaths.ExampleCode, "/aanmelden/voorbeeldcode") { State = "given", First = page => CodeAsync(page, "/aanmelden/voorbeeldcode", null) },
        new("POST " + SignInPaths.Code, "/mijn-zaak/aanmelden") { State = "wrong code", First = page => CodeAsync(page, "/aanmelden/code", "00000000"), Status = 400 },
    ];

    private static IEnumerable<PageAsked> PagesOfOwn() =>
    [
        new("", "/nergens") { State = "no page", Status = 404 },
        new(PortalPaths.Where, PortalPaths.Where) { InLongWalk = true },
        new(PortalPaths.Where, PortalPaths.Where) { State = "all opened", First = OpenAllAsync },
        new(PortalPaths.HowLong, PortalPaths.HowLong) { InLongWalk = true },
        new(PortalPaths.HowLong, PortalPaths.HowLong) { State = "all opened", First = OpenAllAsync },
        new(PortalPaths.Rights, PortalPaths.Rights) { State = "all opened", First = OpenAllAsync },
        new(PortalPaths.Contribution, PortalPaths.Contribution),
        new("POST " + PortalPaths.Contribution, PortalPaths.Contribution) { State = "faults", First = page => page.ClickAsync("main form button") },
        new(PortalPaths.Messages, PortalPaths.Messages) { State = "all opened", First = OpenAllAsync },
        new(PortalPaths.File, PortalPaths.File) { InLongWalk = true },
        new(PortalPaths.File, PortalPaths.File + "?alles=ja") { State = "all opened", First = OpenAllAsync, FewestRows = 20 },
        new(PortalPaths.Do, PortalPaths.Do) { State = "all opened", First = OpenAllAsync },
        .. DoList.Forms.Select(form => new PageAsked(form.Path, form.Path)),
        new(Interview, Interview + "?gedaan=ja") { State = "done" },
        new("POST " + DocumentForms.Supply.Path, DocumentForms.Supply.Path) { State = "faults", First = page => page.ClickAsync("main form button") },
        new("POST " + Interview, Interview) { State = "faults", First = page => page.ClickAsync("main form button") },
        new("POST " + Interview, Interview) { State = "session over", First = page => SendTooLateAsync(page, "main form button"), Status = 401 },
    ];

    // Who says that they need help sees less at once.
    private static IEnumerable<PageAsked> PagesOfHelped() =>
    [
        new(PortalPaths.Where, PortalPaths.Where) { State = "one thing at a time" },
        new(PortalPaths.Where, PortalPaths.Where) { State = "one thing, all opened", First = OpenAllAsync },
        new(PortalPaths.Where, PortalPaths.Where + "?alles=ja") { State = "all at once" },
        new(PortalPaths.Do, PortalPaths.Do) { State = "help first", InLongWalk = true },
        new(Interview, Interview) { State = "paper first", First = OpenAllAsync },
        new(PortalPaths.Where, PortalPaths.Where + "?letters=groot") { State = "larger letters" },
    ];

    private static IEnumerable<PageAsked> PagesOfCase(long file)
    {
        const string Ties = "/werk/zaken/{nummer:long:min(1)}/huishouden/{handeling}";
        var path = "/werk/zaken/" + Plain(file);
        return
        [
            new("/werk", "/werk") { State = "keys open", First = page => page.Keyboard.PressAsync("?"), FewestRows = 20 },
            new("/werk", "/werk?stand=nu&kolommen=stap.nationaliteit.spoor.laatste-dag") { State = "views and columns open", First = OpenAllAsync, FewestRows = 20 },
            new("POST /werk/weergaven", "/werk?stand=nu") { State = "no name", First = page => KeepAsync(page, ""), Status = 400 },
            new("POST /werk/weergaven", "/werk?stand=te-laat") { State = "kept", First = page => KeepAsync(page, "Eerst te laat") },
            new("/werk/weergaven", "/werk/weergaven"),
            new("POST /werk/oppakken", "/werk?stand=nu") { State = "nobody chosen", First = page => page.ClickAsync("#samen button[value=pak-op]"), Status = 400 },
            new("POST /werk/oppakken", path) { State = "taken up", First = TakeUpAsync },
            new("POST /werk/oppakken", path) { State = "handed over to nobody", First = HandOverAsync, Status = 400 },
            new("/werk/hulp", "/werk/hulp"),
            new("/werk/zaken/{nummer:long:min(1)}", path) { State = "all opened", First = OpenAllAsync },
            .. new[] { "Procedure", "Registration", "Reception", "Family" }.Select(room => new PageAsked("/werk/zaken/{nummer:long:min(1)}", $"{path}?kamer={room}") { State = room, First = OpenAllAsync, InLongWalk = room != "Procedure" }),
            new("/werk/zaken/{nummer:long:min(1)}", path + "?alles=ja") { State = "whole timeline", First = OpenAllAsync, FewestRows = 20 },
            new("/werk/zaken/{nummer:long:min(1)}", "/werk/zaken/999999") { State = "unknown", Status = 404 },
            new(Ties, path + "/huishouden/vastgestelde-banden"),
            new("POST " + Ties, path + "/huishouden/vastgestelde-banden") { State = "faults", First = page => page.ClickAsync("form.act button"), Status = 400 },
            new("/werk", "/werk?locatie=999999") { State = "empty" },
            new(RunningChain.BusyAtWork, RunningChain.BusyAtWork) { State = "too much at once", Status = 429 },
            new(RunningChain.BrokenAtWork, RunningChain.BrokenAtWork) { State = "a fault", Status = 500 },
        ];
    }

    // Whoever stands by somebody: what the client sees, and what is done for them.
    private static IEnumerable<PageAsked> PagesOfClient(long file)
    {
        var path = "/werk/zaken/" + Plain(file);
        const string Supply = "/werk/zaken/{nummer:long:min(1)}/documenten/aanleveren";
        return
        [
            new("/werk/zaken/{nummer:long:min(1)}", path) { State = "for a client", First = OpenAllAsync },
            new("/werk/zaken/{nummer:long:min(1)}/client", path + "/client") { State = "all opened", First = OpenAllAsync },
            new(Supply, path + "/documenten/aanleveren"),
            new("POST " + Supply, path + "/documenten/aanleveren") { State = "faults", First = page => page.ClickAsync("form.act button"), Status = 400 },
        ];
    }

    private static IEnumerable<PageAsked> PagesOfSearch() =>
    [
        new("/werk/zoeken", "/werk/zoeken"),
        new("POST /werk/zoeken", "/werk/zoeken") { State = "found", First = page => SearchAsync(page, "Voorbeeld"), FewestRows = 20 },
        new("POST /werk/zoeken", "/werk/zoeken") { State = "nobody", First = page => SearchAsync(page, "Qqqxw") },
        new("POST /werk/zoeken", "/werk/zoeken") { State = "not to be searched for", First = page => SearchAsync(page, "."), Status = 400 },
    ];

    private static IEnumerable<PageAsked> PagesOfReception(Files files)
    {
        const string Act = "/werk/zaken/{nummer:long:min(1)}/doen/{handeling}";
        const string OfHousehold = "/werk/zaken/{nummer:long:min(1)}/gezin/{handeling}";
        const string OfSite = "/werk/locaties/{locatie:int:min(1)}/doen/{handeling}";
        var site = "/werk/locaties/" + Plain(files.Site);
        var path = "/werk/zaken/" + Plain(files.Resident);
        return
        [
            new("/werk/locaties", "/werk/locaties") { FewestRows = 10 },
            new("/werk/locaties/{locatie:int:min(1)}", site) { FewestRows = 20 },
            new(OfSite, site + "/doen/bevindingen"),
            new("POST " + OfSite, site + "/doen/bevindingen") { State = "faults", First = page => page.ClickAsync("form.act button"), Status = 400 },
            new("POST " + OfSite, site + "/doen/buitengebruikstellingen") { State = "consequences", First = page => OutOfUseAsync(page, "1") },
            new("POST " + OfSite, site + "/doen/buitengebruikstellingen") { State = "refused", First = page => OutOfUseAsync(page, "99999"), Status = 409 },
            new("/werk/zaken/{nummer:long:min(1)}", path) { State = "all opened", First = OpenAllAsync },
            new(OfHousehold, path + "/gezin/verhuizingen"),
            new("POST " + OfHousehold, path + "/gezin/verhuizingen") { State = "faults", First = page => page.ClickAsync("form.act button"), Status = 400 },
            new("POST " + OfHousehold, path + "/gezin/verhuizingen") { State = "consequences", First = page => MoveAsync(page, files.OtherSite) },
            new("POST " + OfHousehold, path + "/gezin/verhuizingen") { State = "a colleague was first", First = page => MoveTooLateAsync(page, files.OtherSite), Status = 412 },
            new(Act, path + "/doen/behoeften"),
            new("POST " + Act, path + "/doen/behoeften") { State = "faults", First = page => page.ClickAsync("form.act button"), Status = 400 },
        ];
    }

    private static IEnumerable<PageAsked> PagesOfSignals() =>
    [
        new("/werk/inzagesignalen", "/werk/inzagesignalen") { FewestRows = 1 },
        new("/werk/inzagesignalen", "/werk/inzagesignalen?van=2020-01-01&tot=2020-01-02") { State = "none" },
        new("/werk/inzagesignalen/signaal", "/werk/inzagesignalen") { First = OpenSignalAsync, FewestRows = 1 },
        new("POST /werk/inzagesignalen/signaal", "/werk/inzagesignalen") { State = "faults", First = ConcludeNothingAsync, Status = 400 },
    ];

    private static IEnumerable<PageAsked> PagesOfPolicy()
    {
        const string Act = "/werk/landen/{code:length(3)}/doen/{handeling}";
        return
        [
            new("/werk/landen", "/werk/landen") { FewestRows = 10 },
            new("/werk/landen/{code:length(3)}", "/werk/landen/SYR") { First = OpenAllAsync, FewestRows = 2 },
            new(Act, "/werk/landen/SYR/doen/ambtsberichten"),
            new("POST " + Act, "/werk/landen/SYR/doen/ambtsberichten") { State = "faults", First = page => page.ClickAsync("form.act button"), Status = 400 },
        ];
    }

    private static IEnumerable<PageAsked> PagesOfDesk() =>
    [
        new("/werk/aanmeldbalie", "/werk/aanmeldbalie") { State = "which centre" },
        new("/werk/aanmeldbalie", "/werk/aanmeldbalie?centrum=1"),
        new("/werk/aanmeldbalie/vandaag", "/werk/aanmeldbalie/vandaag?centrum=1"),
        new("POST /werk/aanmeldbalie", "/werk/aanmeldbalie?centrum=1") { State = "faults", First = FaultyArrivalAsync, Status = 400 },
        new("POST /werk/aanmeldbalie", "/werk/aanmeldbalie?centrum=1") { State = "session over", First = page => SendTooLateAsync(page, "form.desk button[value=volgende]"), Status = 401 },
    ];

    private static IEnumerable<PageAsked> PagesOfCalendar() =>
    [
        new("/werk/agenda", "/werk/agenda"),
        new("/werk/agenda", "/werk/agenda?beeld=dag&dag=2024-01-11") { State = "a day" },
        new("/werk/agenda/procedure", "/werk/agenda/procedure") { FewestRows = 3 },
        new("/werk/agenda/vrije-dagen", "/werk/agenda/vrije-dagen"),
    ];

    private static IEnumerable<PageAsked> PagesOfTogether() =>
    [
        new("POST /werk/samen", "/werk") { State = "nobody chosen", First = page => TogetherAsync(page, 0), Status = 400, InLongWalk = true },
        new("POST /werk/samen", "/werk") { State = "three chosen", First = page => TogetherAsync(page, 3) },
    ];

    // The second time nothing changes, and the page says so.
    private static async Task SignInAndAskHelpAsync(Visitor visitor, long file)
    {
        await visitor.SignInAsync(file);
        await visitor.GoAsync(GuidanceForms.Capacity.Path);
        foreach (var field in GuidanceForms.Capacity.Fields)
        {
            await visitor.Page.CheckAsync($"input[name={field.Name}][value=nee]");
        }
        await visitor.Page.ClickAsync("main form button");
    }

    /// <summary>Opens whatever can be opened.</summary>
    private static async Task OpenAllAsync(IPage page) => await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach((each) => { each.open = true; })");

    private static Task OpenSignalAsync(IPage page) => page.ClickAsync("main tbody a.open >> nth=0");

    private static async Task ConcludeNothingAsync(IPage page)
    {
        await OpenSignalAsync(page);
        await page.ClickAsync("#uitgezocht form button");
    }

    // Whoever was there is nobody any more; the last page of a round.
    private static async Task SendTooLateAsync(IPage page, string button)
    {
        await page.Context.ClearCookiesAsync(new() { NameRegex = AllButTheLanguage() });
        await page.ClickAsync(button);
    }

    [GeneratedRegex("^(?!taal$)")]
    private static partial Regex AllButTheLanguage();

    private static Task SendAsync(IPage page, string step) => page.ClickAsync($"main button[name=stap][value={step}]");

    private static async Task CodeAsync(IPage page, string action, string? code)
    {
        await page.FillAsync("#zaak", "1");
        if (code is not null)
        {
            await page.FillAsync("#code", code);
        }
        await page.ClickAsync($"form[action='{action}'] button");
    }

    private static async Task FaultyArrivalAsync(IPage page)
    {
        await page.FillAsync("[name=geboren]", "31-02-1984");
        await page.ClickAsync("form.desk button[value=volgende]");
    }

    private static async Task TogetherAsync(IPage page, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            await page.Locator("td.pick input").Nth(row).CheckAsync();
        }
        await page.ClickAsync("#samen button");
    }

    private static async Task SearchAsync(IPage page, string what)
    {
        await page.FillAsync("#wat", what);
        await page.ClickAsync("main form button");
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        await OpenAllAsync(page);
        await page.FillAsync("#weergave", name);
        await page.ClickAsync(".viewbar button");
    }

    // In another language it was done before, and another window of the same official may do it meanwhile: who finds it taken up gives it back first.
    private static async Task TakeUpAsync(IPage page)
    {
        var file = page.Url;
        while (await page.Locator(".taken button[value=pak-op]").CountAsync() == 0)
        {
            var before = page.Url;
            await page.ClickAsync(".taken button[value=geef-terug]");
            await page.WaitForURLAsync(url => url != before);
            if (await page.Locator(".taken").CountAsync() == 0)
            {
                await page.GotoAsync(file); // The other window was first: it says so on a page of its own.
            }
        }
        await page.ClickAsync(".taken button[value=pak-op]");
    }

    private static async Task HandOverAsync(IPage page)
    {
        await TakeUpAsync(page);
        await page.ClickAsync(".taken summary");
        await page.ClickAsync(".taken button[value=draag-over]");
    }

    private static async Task OutOfUseAsync(IPage page, string places)
    {
        await page.FillAsync("#v-plaatsen", places);
        await page.ClickAsync("form.act button");
    }

    // The form was opened before the last two things that happened.
    private static async Task MoveTooLateAsync(IPage page, OtherSite site)
    {
        await page.EvaluateAsync("""() => document.querySelectorAll("input[name=gezien]").forEach((each) => { each.value = each.value.replace(/(\d+)$/, (last) => String(last - 2)); })""");
        await MoveAsync(page, site);
    }

    private static async Task MoveAsync(IPage page, OtherSite site)
    {
        await page.SelectOptionAsync("#v-opvanglocatie", Plain(site.Number));
        await page.SelectOptionAsync("#v-opvangvorm", site.Modality);
        await page.ClickAsync("form.act button");
    }
}
