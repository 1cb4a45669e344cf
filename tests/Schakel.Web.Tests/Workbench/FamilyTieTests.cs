using System.Net;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Store.Acts;

namespace Schakel.Web.Workbench;

/// <summary>Ties between members of a household: claimed, established and ended from the file of one of them.</summary>
public sealed class FamilyTieTests(ChainServer server) : IClassFixture<ChainServer>
{
    private async Task<(int Parent, int Child, StreamId Household)> FamilyAsync(string family)
    {
        var parent = await server.ArriveAsync("1984-03-02");
        await server.IdentifyAsync(parent, "SYR", family, "1984-03-02");
        var household = (await server.GetAsync($"/zaken/{parent}", "coa-medewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>();
        return (parent, await server.ArriveAsync("2012-06-30", $", \"huishouden\": {household}", role: "kind"), new(StreamKind.Household, household));
    }

    private Household HouseholdOf(StreamId stream) => Api.FileState.Read(server.Store, stream).Household;

    [Fact]
    public async Task A_tie_is_claimed_established_and_ended_from_the_file_with_author_and_purpose()
    {
        var (parent, child, household) = await FamilyAsync("Bandebergh");
        using var officer = new Official(server, "ind-hoormedewerker", number: 7901);
        var claim = $"/werk/zaken/{parent}/huishouden/gestelde-banden";
        Assert.Contains($"href=\"{claim}\"", (await officer.GetAsync($"/werk/zaken/{parent}")).Text, StringComparison.Ordinal);
        var form = await officer.GetAsync(claim);
        Assert.Contains($"<option value=\"{parent}\">Sami Bandebergh · zaak {parent}</option>", WebUtility.HtmlDecode(form.Text), StringComparison.Ordinal);
        var check = await officer.SendAsync(claim, form, ("verder", "bekijken"), ("persoon", Official.Plain(parent)), ("band", "ouder"), ("naar", Official.Plain(child)));
        Assert.Contains("Gezinsband gesteld", Official.Words(check), StringComparison.Ordinal);
        Assert.Contains("Sami Bandebergh", Official.Words(check), StringComparison.Ordinal); // Who was chosen, and not a number alone.
        Assert.Empty(HouseholdOf(household).Links); // Nothing was recorded yet.
        var done = await officer.SendAsync(claim, check, ("verder", "bevestigen"));
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Matches($"^/werk/zaken/{parent}\\?gezin=[0-9]+#gedaan$", done.Location);
        var recorded = server.Store.Log.ReadStream(household)[^1].Envelope;
        Assert.Equal(("family-link-claimed", Doer.Of(new Chain.Official(7901, OfficialRoles.HearingOfficer)), Purpose.Family), (recorded.Name, recorded.Doer, recorded.Purpose));
        var page = await officer.GetAsync(done.Location!.Split('#')[0]);
        Assert.Contains("Vastgelegd: Gezinsband gesteld", Official.Words(page), StringComparison.Ordinal);
        Assert.Contains("gesteld, nog niet vastgesteld", page.Text, StringComparison.Ordinal);

        var establish = $"/werk/zaken/{parent}/huishouden/vastgestelde-banden";
        Assert.Contains($"href=\"{establish}?nummer=1\"", page.Text, StringComparison.Ordinal);
        var known = await officer.GetAsync(establish + "?nummer=1");
        Assert.Matches($"<option value=\"{child}\" selected", known.Text); // Filled in from the tie; nothing of it stood in the address.
        var sure = await officer.SendAsync(establish, known,
            ("verder", "bekijken"), ("persoon", Official.Plain(parent)), ("band", "ouder"), ("naar", Official.Plain(child)), ("bewijs", "documenten"));
        Assert.Equal(HttpStatusCode.Found, (await officer.SendAsync(establish, sure, ("verder", "bevestigen"))).Status);
        Assert.True(Assert.Single(HouseholdOf(household).Links).Established);

        var end = $"/werk/zaken/{child}/huishouden/beeindigde-banden"; // From whichever file of the household.
        var over = await officer.SendAsync(end, await officer.GetAsync(end + "?nummer=1"), ("verder", "bekijken"), ("persoon", Official.Plain(parent)), ("band", "ouder"), ("naar", Official.Plain(child)));
        Assert.Equal(HttpStatusCode.Found, (await officer.SendAsync(end, over, ("verder", "bevestigen"))).Status);
        Assert.Empty(HouseholdOf(household).Links);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_first_and_who_may_not_say_it_has_no_form()
    {
        var (parent, child, household) = await FamilyAsync("Weigerberg");
        using var registrar = new Official(server, "avim-registreerder");
        var claim = $"/werk/zaken/{parent}/huishouden/gestelde-banden";
        var refused = await registrar.SendAsync(claim, await registrar.GetAsync(claim), ("verder", "bekijken"), ("persoon", Official.Plain(parent)), ("band", "ouder"), ("naar", Official.Plain(parent)));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("family-link.with-oneself", refused.Text, StringComparison.Ordinal);
        Assert.Empty(HouseholdOf(household).Links);
        using var placement = new Official(server, "coa-medewerker");
        Assert.DoesNotContain("/huishouden/", (await placement.GetAsync($"/werk/zaken/{child}")).Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Found, $"/werk/zaken/{child}"), await placement.GetAsync($"/werk/zaken/{child}/huishouden/gestelde-banden") is var sent ? (sent.Status, sent.Location) : default);
        using var manager = new Official(server, "coa-locatiemanager", site: 8701);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/werk/zaken/{child}/huishouden/gestelde-banden")).Status);
    }

    [Fact]
    public async Task A_form_of_the_household_is_a_look_at_each_member()
    {
        var (parent, child, _) = await FamilyAsync("Kijkenberg");
        using var registrar = new Official(server, "avim-registreerder", number: 7911);
        await registrar.GetAsync($"/werk/zaken/{parent}/huishouden/gestelde-banden");
        var looks = await server.GetAsync($"/zaken/{child}/inzagen", "aanvrager", number: child);
        Assert.Contains("huishouden/{handeling}", looks.Text, StringComparison.Ordinal);
    }
}
