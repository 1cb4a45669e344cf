using System.Net;
using Schakel.Web.Access;
using Schakel.Web.Documents;
using Schakel.Web.Workbench;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Together;
using Official = Schakel.Web.Workbench.Official;

namespace Schakel.Web.EveryForm;

/// <summary>The forms of the workbench that are no act on one file: the desk, searching, several at once, views, a client's document, the tour.</summary>
public sealed class WorkbenchFormTests(ChainServer server) : IClassFixture<ChainServer>
{
    public static TheoryData<string> Kinds => [.. Typed.All.Select(each => each.Kind)];

    private static Typed Of(string kind) => Typed.All.Single(each => each.Kind == kind);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_typed_at_the_desk_registers_nobody_unless_all_of_it_is_right(string kind)
    {
        var typed = Of(kind);
        using var registrar = new Official(server, "avim-registreerder");
        var page = await registrar.GetAsync("/werk/aanmeldbalie?centrum=41");
        var shown = ShownForm.Of(page, WorkPaths.Desk);
        Assert.True(shown.Count > 10, "The desk asks nothing.");
        var before = server.Store.Log.Position;
        var wrong = await registrar.SendAsync(WorkPaths.Desk, page, [.. shown.Select(each => (each.Name, typed.Text)), ("verder", "volgende")]);
        Typed.IsHarmless(wrong, kind);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Empty(Typed.RecordedAfter(server, before));
        IsKept(wrong, WorkPaths.Desk, [.. shown.Where(each => each.IsTyped).Select(each => (each.Name, typed.Kept))]);
        // A name in any script is a name; what is on no keyboard too. Everybody has a birthday of their own: some of these sound alike, and would be asked about as doubles.
        var born = new DateOnly(1990, 5, 1 + Kinds.Select(each => each.Data).ToList().IndexOf(kind)).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var named = await registrar.SendAsync(WorkPaths.Desk, page, ("familienaam", typed.Text), ("voornamen", typed.Text), ("geboren", born), ("verder", "volgende"));
        Typed.IsHarmless(named, kind);
        var events = Typed.RecordedAfter(server, before);
        if (named.Status != HttpStatusCode.Found)
        {
            Assert.Empty(events);
            IsKept(named, WorkPaths.Desk, ("familienaam", typed.Kept), ("voornamen", typed.Kept));
            Assert.True(kind is "empty" or "huge", $"A name that is {kind} is not taken: {Official.Words(named)}");
            return;
        }
        var identity = Assert.Single(events.Select(each => each.Event).OfType<Chain.Registration.IdentityRecorded>()).Identity;
        Assert.Equal((typed.Kept, typed.Kept), (identity.Names.Family, identity.Names.Given));
        Typed.IsHarmless(await registrar.GetAsync(named.Location!), kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_searched_for_is_shown_again_and_records_no_act(string kind)
    {
        var typed = Of(kind);
        using var officer = new Official(server, "ind-hoormedewerker");
        var page = await officer.GetAsync(WorkPaths.Search);
        var before = server.Store.Log.Position;
        foreach (var text in (string[])[typed.Text, typed.Number, $"noor {typed.Text}", $"%_{typed.Text}' OR 1=1 --"])
        {
            var found = await officer.SendAsync(WorkPaths.Search, page, ("wat", text));
            Typed.IsHarmless(found, $"{kind}: {text}");
            Assert.True(found.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{kind}: {(int)found.Status}");
            Assert.Contains(ShownForm.Of(found with { Text = found.Text[found.Text.IndexOf("<h1", StringComparison.Ordinal)..] }, WorkPaths.Search), each => each.Name == "wat" && each.Value.StartsWith(text == typed.Text ? typed.Kept : text[..1], StringComparison.Ordinal));
        }
        Assert.Empty(Typed.RecordedAfter(server, before));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_typed_for_several_at_once_records_for_nobody_unless_it_is_right(string kind)
    {
        var typed = Of(kind);
        var (one, other) = (await server.ArriveAsync(), await server.ArriveAsync());
        var asked = 0;
        foreach (var function in Function.All.Where(each => !BulkActs.For(each).IsEmpty && each.Reach == Reach.All))
        {
            using var official = new Official(server, function.Code);
            foreach (var offer in BulkActs.For(function))
            {
                asked++;
                (string Name, string Value)[] chosen = [("handeling", offer.Path), ("rij", $"{one}"), ("rij", $"{other}")];
                var empty = await official.SendAsync(WorkPaths.Together, Official.ProofIn(await official.GetAsync(WorkPaths.Tour)), chosen);
                var shown = ShownForm.Of(empty, WorkPaths.Together).Where(each => each.Name is not ("handeling" or "rij")).ToList();
                Assert.Equal(ActField.Of(offer.Shape).Where(each => each.Asking != Asking.Group).Select(each => each.Name).Append("datum").Append("toelichting").Order(StringComparer.Ordinal),
                    shown.Select(each => each.Name).Where(each => !each.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
                foreach (var step in (string[])["bekijken", "bevestigen"])
                {
                    var before = server.Store.Log.Position;
                    var reply = await official.SendAsync(WorkPaths.Together, empty, [.. chosen, .. shown.Select(each => (each.Name, typed.Text)), ("verder", step)]);
                    Typed.IsHarmless(reply, $"{offer.Path}, {step}, {kind}");
                    if (typed.Text.Length > 0 || step == "bekijken")
                    {
                        Assert.Empty(Typed.RecordedAfter(server, before));
                    }
                    if (typed.Text.Length > 0)
                    {
                        Assert.True(reply.Status == HttpStatusCode.BadRequest, $"{offer.Path}, {step}, {kind}: {(int)reply.Status}");
                        IsKept(reply, WorkPaths.Together, [.. shown.Where(each => each.IsTyped).Select(each => (each.Name, typed.Kept))]);
                    }
                    // No such act, no such persons, no such keys.
                    var strange = await official.SendAsync(WorkPaths.Together, empty, ("handeling", typed.Text), ("rij", typed.Text), ($"sleutel.{one}", typed.Text), ($"gezien.{one}", typed.Text), ("verder", step));
                    Typed.IsHarmless(strange, $"{offer.Path}, {step}, {kind}");
                    Assert.Equal(HttpStatusCode.BadRequest, strange.Status);
                }
            }
        }
        Assert.True(asked > 10, $"{asked} acts for several at once.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_a_view_is_called_it_is_kept_as_typed_or_told_why_not(string kind)
    {
        var typed = Of(kind);
        using var official = new Official(server, "coa-medewerker", number: 9300 + Typed.All.Select(each => each.Kind).ToList().IndexOf(kind));
        var page = Official.ProofIn(await official.GetAsync(WorkPaths.Tour));
        var before = server.Store.Log.Position;
        foreach (var what in (string[])["hernoemen", "verwijderen", "voorop", "terug", typed.Text])
        {
            var strange = await official.SendAsync(WorkPaths.Views, page, ("verder", what), ("weergave", typed.Text), ("naam", typed.Text), ("keuze", typed.Text), ("gedaan", typed.Text));
            Typed.IsHarmless(strange, $"{what}, {kind}");
            Assert.True(strange.Status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{what}, {kind}: {(int)strange.Status}");
        }
        var kept = await official.SendAsync(WorkPaths.Views, page, ("verder", "bewaren"), ("naam", typed.Text), ("keuze", "?" + typed.Text));
        Typed.IsHarmless(kept, kind);
        if (kept.Status == HttpStatusCode.Found)
        {
            Assert.DoesNotContain('<', kept.Location!);
            Assert.StartsWith("/werk", kept.Location!, StringComparison.Ordinal);
            var shelf = await official.GetAsync(WorkPaths.Views);
            Typed.IsHarmless(shelf, kind);
            Assert.Contains(ShownForm.Of(shelf, WorkPaths.Views), each => each.Name == "naam" && each.Value == typed.Kept);
            Typed.IsHarmless(await official.GetAsync(WorkPaths.Worklist), kind);
        }
        else
        {
            Assert.True(kind is "empty" or "huge" || typed.Kept.Length > 60, $"{kind}: {Official.Words(kept)}");
            Assert.Contains(ShownForm.Of(kept, WorkPaths.Views), each => each.Name == "naam" && each.Value == typed.Kept);
        }
        Assert.Empty(Typed.RecordedAfter(server, before));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_typed_when_work_is_taken_up_or_handed_over_changes_nothing_and_stays(string kind)
    {
        var typed = Of(kind);
        var file = await server.ArriveAsync();
        using var official = new Official(server, "coa-medewerker", number: 9350 + Typed.All.Select(each => each.Kind).ToList().IndexOf(kind));
        var page = Official.ProofIn(await official.GetAsync(WorkPaths.Tour));
        var before = server.Store.Log.Position;
        foreach (var what in (string[])["neem-ove", "terug", typed.Text])
        {
            var strange = await official.SendAsync(WorkPaths.Taking, page, ("verder", what), ("rij", $"{file}"), ("keuze", typed.Text), ("collega", typed.Text), ("reden", typed.Text), ("opgepakt", typed.Text));
            Typed.IsHarmless(strange, $"{what}, {kind}");
            Assert.True(strange.Status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{what}, {kind}: {(int)strange.Status}");
        }
        Typed.IsHarmless(await official.SendAsync(WorkPaths.Taking, page, ("verder", "pak-op"), ("rij", typed.Text)), kind);
        Assert.Equal(HttpStatusCode.Found, (await official.SendAsync(WorkPaths.Taking, page, ("verder", "pak-op"), ("rij", $"{file}"), ("keuze", typed.Text))).Status);
        var handed = await official.SendAsync(WorkPaths.Taking, page, ("verder", "draag-over"), ("rij", $"{file}"), ("collega", typed.Text), ("reden", typed.Text));
        Typed.IsHarmless(handed, kind);
        Assert.Equal(HttpStatusCode.BadRequest, handed.Status);
        Assert.Contains(ShownForm.Of(handed, WorkPaths.Taking), each => each.Name == "collega" && each.Value == typed.Kept);
        Assert.Contains("Opgepakt door u", Official.Words(await official.GetAsync(WorkPaths.Case(file))), StringComparison.Ordinal);
        Assert.Empty(Typed.RecordedAfter(server, before));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_typed_with_a_clients_document_is_kept_and_recorded_only_when_it_is_right(string kind)
    {
        var typed = Of(kind);
        var file = await server.ArriveAsync();
        using var lawyer = new Official(server, "advocaat", number: 9400, clients: file);
        var path = WorkPaths.Supply(file);
        var page = await lawyer.GetAsync(path);
        var before = server.Store.Log.Position;
        var wrong = await lawyer.UploadAsync(path, page, typed.Text.Length == 0 ? null : System.Text.Encoding.UTF8.GetBytes(typed.Text), ("waarvoor", typed.Text), ("omschrijving", typed.Text));
        Typed.IsHarmless(wrong, kind);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Empty(Typed.RecordedAfter(server, before));
        IsKept(wrong, path, ("omschrijving", typed.Kept));
        var right = await lawyer.UploadAsync(path, page, Samples.Pdf(kind), ("waarvoor", nameof(Chain.Records.DocumentSubject.Travel)), ("omschrijving", typed.Text));
        Typed.IsHarmless(right, kind);
        if (kind == "huge")
        {
            Assert.Equal(HttpStatusCode.BadRequest, right.Status);
            Assert.Empty(Typed.RecordedAfter(server, before));
            return;
        }
        Assert.Equal(HttpStatusCode.Found, right.Status);
        Assert.Equal(typed.Kept, Assert.Single(Typed.RecordedAfter(server, before).Select(each => each.Event).OfType<Chain.Records.DocumentSupplied>()).Description);
        Typed.IsHarmless(await lawyer.GetAsync(WorkPaths.Case(file)), kind);
    }

    private static void IsKept(Reply reply, string path, params (string Name, string Kept)[] typed)
    {
        var page = ShownForm.Of(reply, path);
        Assert.All(typed, each => Assert.Equal((each.Name, each.Kept), (each.Name, page.Single(one => one.Name == each.Name).Value)));
    }
}
