using System.Net;
using System.Text.RegularExpressions;
using Schakel.Web.Documents;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Participation;
using Schakel.Web.PortalPages;

namespace Schakel.Web.EveryForm;

/// <summary>Every form of the portal, with whatever somebody may type: nothing fails, nothing typed becomes a part of the page or is lost, and nothing is recorded but what may be.</summary>
public sealed partial class PortalFormTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly string[] Optional = ["gesprek", "document"];
    private static readonly string[] InWords = ["gesprek", "document", "vraag", "verbeteren"];

    public static TheoryData<string> Kinds => [.. Typed.All.Select(each => each.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_typed_in_a_form_of_ones_own_case_nothing_fails_and_nothing_is_lost(string kind)
    {
        var typed = Typed.All.Single(each => each.Kind == kind);
        using var applicant = await PlannedAsync();
        var proof = await applicant.SeeAsync("/mijn-zaak/regelen/vraag");
        var recorded = new List<string>();
        // What is asked in words first: some of the other forms close one of these.
        foreach (var form in DoList.Forms.OrderByDescending(each => InWords.Contains(each.Name)))
        {
            var where = $"{form.Path}, {kind}";
            if (!form.Fields.IsEmpty)
            {
                var wrong = await SendAsync(applicant, proof, form, field => typed.Text, typed.Text.Length == 0 ? null : System.Text.Encoding.UTF8.GetBytes(typed.Text));
                IsTaken(wrong, $"{where} everywhere", form, typed, form.Fields.Any(each => !each.IsOptional || (typed.Text.Length > 0 && each.Kind is not (FieldKind.Line or FieldKind.Words))));
            }
            var reply = await SendAsync(applicant, proof, form, field => RightFor(field, typed), Samples.Pdf(kind));
            if (IsTaken(reply, $"{where} in one's own words", form, typed, mustFail: false))
            {
                recorded.Add(form.Name);
            }
        }
        var words = InWords.Where(recorded.Contains).ToList();
        Assert.Equal(kind switch { "huge" => [], "empty" => Optional, _ => InWords }, words);
        Assert.True(recorded.Count > words.Count, "No form without words was sent either.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_typed_to_compute_a_contribution_is_told_or_computed_and_never_recorded(string kind)
    {
        var typed = Typed.All.Single(each => each.Kind == kind);
        using var applicant = await PlannedAsync();
        var page = await applicant.SeeAsync(PortalPaths.Contribution);
        var before = server.Store.Log.Position;
        var reply = await applicant.Browser.PostAsync(PortalPaths.Contribution, page, [.. ContributionSum.Fields.Select(each => (each.Name, typed.Text))]);
        Typed.IsHarmless(reply, kind);
        Assert.Empty(Typed.RecordedAfter(server, before));
        Assert.All(ShownForm.Of(reply, PortalPaths.Contribution), each => Assert.Equal(typed.Kept, each.Value));
        Assert.Equal(HttpStatusCode.OK, (await applicant.Browser.PostAsync(PortalPaths.Contribution, page, [.. ContributionSum.Fields.Select(each => (each.Name, typed.Number))])).Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_typed_before_one_is_registered_is_kept_and_registers_nobody(string kind)
    {
        var typed = Typed.All.Single(each => each.Kind == kind);
        using var browser = new Browser(server.Address);
        var page = await browser.GetAsync(PortalPaths.PreRegister);
        var before = server.Store.Log.Position;
        foreach (var step in (string[])["controleren", "bewaren", "terugkeren", "wijzigen", "versturen", typed.Text])
        {
            var reply = await browser.PostAsync(PortalPaths.PreRegister, page, ("taal", typed.Text), ("personen", typed.Text), ("code", typed.Text), ("sleutel", typed.Text), ("stap", step));
            Typed.IsHarmless(reply, $"{kind}, {step}");
            Assert.Empty(Typed.RecordedAfter(server, before));
            Assert.Equal((step, typed.Kept), (step, ShownForm.Of(reply, PortalPaths.PreRegister).Single(each => each.Name == "personen").Value));
        }
        // A draft with whatever is in it is found again as it was typed.
        var kept = await browser.PostAsync(PortalPaths.PreRegister, page, ("taal", "ara"), ("personen", typed.Text), ("stap", "bewaren"));
        var code = DraftCode().Match(kept.Text).Groups[1].Value;
        Assert.NotEmpty(code);
        var back = await browser.PostAsync(PortalPaths.PreRegister, page, ("code", code), ("stap", "terugkeren"));
        Typed.IsHarmless(back, kind);
        Assert.Equal(typed.Kept, ShownForm.Of(back, PortalPaths.PreRegister).Single(each => each.Name == "personen").Value);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_typed_to_sign_in_signs_nobody_in_and_leads_nowhere_else(string kind)
    {
        var typed = Typed.All.Single(each => each.Kind == kind);
        using var browser = new Browser(server.Address);
        foreach (var back in (string[])[typed.Text, "//" + typed.Text])
        {
            foreach (var path in (string[])["/aanmelden", "/aanmelden/code", "/aanmelden/voorbeeldcode", "/afmelden"])
            {
                var page = await browser.GetAsync(path == "/afmelden" ? "/aanmelden" : path == "/aanmelden/code" ? "/mijn-zaak/aanmelden" : path);
                var reply = await browser.PostAsync(path, page, ("persoon", typed.Text), ("wie", typed.Text), ("zaak", typed.Text), ("code", typed.Text), ("terug", back));
                Typed.IsHarmless(reply, $"{path}, {kind}");
                Assert.True(reply.Location is null or "/aanmelden", $"{path}, {kind}: leads to {reply.Location}");
                Assert.DoesNotContain("schakel=", reply.Headers.GetValueOrDefault("Set-Cookie", "").Replace("schakel=;", "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
    }

    // Whether it was recorded; when not, what was typed stands on the page.
    private bool IsTaken((Reply Reply, long Before) sent, string where, PortalForm form, Typed typed, bool mustFail)
    {
        var (reply, before) = sent;
        Typed.IsHarmless(reply, where);
        var events = Typed.RecordedAfter(server, before);
        if (reply.Status != HttpStatusCode.Found)
        {
            Assert.True(reply.Status == HttpStatusCode.OK, $"{where}: {(int)reply.Status}");
            Assert.True(events.Count == 0, $"{where}: something was recorded.");
            var shown = ShownForm.Of(reply, form.Path).ToDictionary(each => each.Name, each => each.Value);
            foreach (var field in form.Fields.Where(each => each.Kind is FieldKind.Line or FieldKind.Words || (mustFail && each.Kind is FieldKind.Number or FieldKind.Day or FieldKind.Municipality)))
            {
                Assert.True(shown.GetValueOrDefault(field.Name) == typed.Kept, $"{where}: {field.Name} was typed and is gone from the page; there stands: {shown.GetValueOrDefault(field.Name)}");
            }
            return false;
        }
        Assert.False(mustFail, $"{where}: it was taken.");
        Assert.Matches($@"^{Regex.Escape(form.Path)}\?gedaan=[0-9]+$", reply.Location);
        Assert.True(events.Count > 0, $"{where}: nothing was recorded.");
        if (form.Fields.Any(each => each.Kind is FieldKind.Line or FieldKind.Words))
        {
            Assert.Contains(typed.Kept, string.Join('\n', events.Select(each => each.Event!.ToString())), StringComparison.Ordinal);
        }
        return true;
    }

    private async Task<(Reply Reply, long Before)> SendAsync(Applicant applicant, Reply proof, PortalForm form, Func<Field, string> answer, byte[]? file)
    {
        var before = server.Store.Log.Position;
        (string, string)[] fields = [.. form.Fields.Where(each => each.Kind != FieldKind.File).Select(each => (each.Name, answer(each))), ("stap", "versturen")];
        return (form.HasFile ? await applicant.Browser.UploadAsync(form.Path, proof, file, file is null ? "" : "a.pdf", "application/pdf", fields) : await applicant.Browser.PostAsync(form.Path, proof, fields), before);
    }

    private static string RightFor(Field field, Typed typed) => field.Kind switch
    {
        FieldKind.Choice => field.Options[0].Value,
        FieldKind.Tick => "ja",
        FieldKind.Number => "1",
        FieldKind.Day => "2025-10-14",
        FieldKind.Municipality => "Utrecht",
        _ => typed.Text,
    };

    private async Task<Applicant> PlannedAsync()
    {
        var file = await server.ArriveAsync(day: "2025-01-15");
        await server.DoneAsync(file, "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""");
        await server.DoneAsync(file, "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""");
        await server.DoneAsync(file, "aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-01-18"}""");
        await server.DoneAsync(file, "spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-01-20", "spoor": "spoor-4", "reden": 0}""");
        await server.DoneAsync(file, "gehoorplanningen", "ind-planner", """{"datum": "2025-01-21", "gehoorDatum": "2025-10-08"}""");
        var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        return applicant;
    }

    [GeneratedRegex("<p class=\"code\" dir=\"ltr\" translate=\"no\">([^<]*)</p>")]
    private static partial Regex DraftCode();
}
