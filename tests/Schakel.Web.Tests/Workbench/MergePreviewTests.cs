using System.Net;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench;

/// <summary>Two files of one person: what would follow is told of both before anything is recorded, and what stands in the way too.</summary>
public sealed class MergePreviewTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Custodian = "gegevensbeheerder";

    private int VersionOf(int file) => server.Store.Log.ReadStream(new(StreamKind.CaseFile, file))[^1].Envelope.Version;

    private static Task<Reply> LookAsync(Official officer, Reply form, int file, int surviving) =>
        officer.SendAsync($"/werk/zaken/{file}/doen/samenvoegingen", form, ("doorgaandeZaak", Official.Plain(surviving)), ("grond", "vingerafdrukken"), ("verder", "bekijken"));

    [Fact]
    public async Task What_is_recorded_in_both_files_is_told_before_and_is_what_is_recorded_after()
    {
        var (rests, goesOn) = (await server.ArriveAsync(), await server.ArriveAsync());
        using var officer = new Official(server, Custodian, number: 8901);
        var check = await LookAsync(officer, await officer.GetAsync($"/werk/zaken/{rests}/doen/samenvoegingen"), rests, goesOn);
        var words = Official.Words(check);
        Assert.True(check.Status == HttpStatusCode.OK, words);
        var (merged, absorbed) = (EventCatalogue.Of(typeof(FileMergedInto)).Name, EventCatalogue.Of(typeof(FileAbsorbed)).Name);
        Assert.Contains($"Zaak {rests}: {EventNames.Of(merged).Dutch}", words, StringComparison.Ordinal);
        Assert.Contains($"Zaak {goesOn}: {EventNames.Of(absorbed).Dutch}", words, StringComparison.Ordinal);
        Assert.Contains($"Zaak {rests} rust", words, StringComparison.Ordinal);
        var before = (VersionOf(rests), VersionOf(goesOn));
        var position = server.Store.Log.Position;
        Assert.Equal(HttpStatusCode.Found, (await officer.SendAsync($"/werk/zaken/{rests}/doen/samenvoegingen", check, ("verder", "bevestigen"))).Status);
        Assert.Equal(
            [(rests, before.Item1 + 1, merged), (goesOn, before.Item2 + 1, absorbed)],
            server.Store.Log.ReadAll(position).SelectMany(page => page).Where(each => each.Envelope.Doer.Number == 8901)
                .Select(each => ((int)each.Envelope.Stream.Number, each.Envelope.Version, each.Envelope.Name)));
    }

    [Fact]
    public async Task A_claim_that_would_rest_is_told_before_one_confirms_and_not_when_it_runs_on_the_other_file_as_well()
    {
        var (claims, empty, alsoClaims) = (await server.TakeOverAsync("wacht-op-besluit"), await server.ArriveAsync(), await server.TakeOverAsync("wacht-op-besluit"));
        using var officer = new Official(server, Custodian);
        var form = await officer.GetAsync($"/werk/zaken/{claims}/doen/samenvoegingen");
        var refused = await LookAsync(officer, form, claims, empty);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(FileMerges.ClaimWouldRest.Code, refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bevestigen", refused.Text, StringComparison.Ordinal);
        var check = await LookAsync(officer, form, claims, alsoClaims);
        Assert.True(check.Status == HttpStatusCode.OK, Official.Words(check));
        Assert.Matches($"Zaak {claims}: Beslistermijn \\(tot en met [^)]*\\) loopt niet meer", Official.Words(check));
        Assert.Contains(FileMerges.SameFile.Code, (await LookAsync(officer, form, claims, claims)).Text, StringComparison.Ordinal);
    }
}
