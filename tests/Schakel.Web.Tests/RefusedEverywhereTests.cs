using System.Net;
using System.Text.Json.Nodes;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Api.Family;
using Schakel.Web.Documents;

namespace Schakel.Web;

/// <summary>Every act of the interface, sent to a file that is not opened, to one that rests, and to one of somebody who departed: on the file, on the household, and a document.</summary>
public sealed class RefusedEverywhereTests(ChainServer server) : IClassFixture<ChainServer>, IAsyncLifetime
{
    // What may happen before a file is opened: it opens, or the announcement is taken back. Who comes on an entry visa needs a household that has one.
    private static readonly string[] OnUnopened = ["CancelPreRegistration", "RegisterArrival", "RegisterResettledArrival", "TakeOverFile"];

    // A file that was merged into another only comes back.
    private static readonly string[] OnMerged = ["RestoreFile"];

    // Whoever departed may come back, ask something and have it put right; partners still hand over; records are still put right; what a sample says happens to fit.
    private static readonly string[] OnDeparted = ["AskQuestion", "CorrectRecord", "MergeInto", "RegisterArrival", "RequestCorrection"];

    // File 1, that samples name, is somebody else's and opened, whichever test is first.
    public async ValueTask InitializeAsync() => await server.ArriveAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task On_a_file_that_does_not_exist_nothing_happens()
    {
        foreach (var resource in CommandTable.All.Where(each => each.Kind == StreamKind.CaseFile))
        {
            (await PostAsync(9_999_999, resource, version: 0)).IsProblem(404);
        }
        Assert.Empty(server.Store.Log.ReadStream(new(StreamKind.CaseFile, 9_999_999)));
    }

    [Fact]
    public async Task On_a_file_that_is_not_opened_nothing_happens_but_what_opens_it() => AssertOnly(OnUnopened, await AcceptedAsync(PreRegisteredAsync));

    [Fact]
    public async Task On_a_file_that_rests_nothing_happens_but_its_return() => AssertOnly(OnMerged, await AcceptedAsync(RestingAsync));

    [Fact]
    public async Task On_the_file_of_somebody_who_departed_nothing_happens_but_what_is_listed() => AssertOnly(OnDeparted, await AcceptedAsync(DepartedAsync));

    [Fact]
    public async Task On_a_household_that_nobody_knows_nothing_happens()
    {
        foreach (var resource in HouseholdActEndpoints.All)
        {
            Assert.All(await RepliesAsync(9_999_999, version: 0, resource), reply => reply.IsProblem(404));
        }
        Assert.Empty(server.Store.Log.ReadStream(new(StreamKind.Household, 9_999_999)));
    }

    [Fact]
    public async Task On_a_household_of_whom_nobody_is_here_nothing_happens()
    {
        foreach (var file in (int[])[await RestingAsync(), await DepartedAsync()])
        {
            var household = FileState.Read(server.Store, new(StreamKind.CaseFile, file)).File.Registration.Household.Value;
            var before = Acts(household, file);
            Assert.NotEmpty(before);
            foreach (var resource in HouseholdActEndpoints.All)
            {
                var replies = await RepliesAsync(household, server.Store.Log.ReadStream(new(StreamKind.Household, household))[^1].Envelope.Version, resource);
                Assert.All(replies, reply => Assert.NotEmpty(reply.IsProblem(reply.Status == HttpStatusCode.NotFound ? 404 : 409).Text));
                Assert.True(resource.Role == OfficialRoles.HousingOfficer || replies.Exists(reply => reply.Code is not null), $"{resource.Act.Name} reached nobody who was told why.");
            }
            Assert.Equal(before, Acts(household, file));
        }
    }

    [Fact] // Whoever departed may still send one, as they may still ask something: an appeal can run on.
    public async Task A_document_is_taken_into_no_file_that_is_not_opened_or_rests()
    {
        (await server.SupplyAsync(9_999_999, "reis", "", Samples.Pdf(), version: 0)).IsProblem(404);
        foreach (var file in (int[])[await PreRegisteredAsync(), await RestingAsync()])
        {
            var reply = await server.SupplyAsync(file, "reis", "", Samples.Pdf());
            Assert.NotEmpty(reply.IsProblem(409).Code!);
            Assert.DoesNotContain(server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)), each => each.Event is DocumentSupplied);
        }
        (await server.SupplyAsync(await DepartedAsync(), "reis", "", Samples.Pdf())).IsDone();
    }

    private async Task<int> PreRegisteredAsync() =>
        Number(await server.SendAsync(HttpMethod.Post, "/vooraanmeldingen", "vluchtelingenwerk", JsonNode.Parse("""{"kanaal": "balie", "taal": "ara", "personen": 1}""")));

    private async Task<int> RestingAsync()
    {
        var (surviving, resting) = (await server.ArriveAsync(), await server.ArriveAsync());
        (await server.ActAsync($"zaken/{resting}", "samenvoegingen", "gegevensbeheerder", $$"""{"doorgaandeZaak": {{surviving}}, "grond": "vingerafdrukken"}""")).IsDone();
        return resting;
    }

    private async Task<int> DepartedAsync()
    {
        var file = Number(await server.SendAsync(HttpMethod.Post, "/overnames", "gegevensbeheerder", JsonNode.Parse(
            """{"datum": "2024-01-10", "geboren": "1990-05-01", "rol": "hoofdpersoon", "fase": "terugkeer", "data": {"indieningsDatum": "2022-01-10"}, "opvangvorm": "asielzoekerscentrum"}""")));
        (await server.ActAsync($"zaken/{file}", "vertrekken", "dtv-regievoerder", """{"datum": "2024-03-01", "soort": "zelfstandig"}""")).IsDone();
        return file;
    }

    // What people did; the clock may record a lapse at any moment.
    private List<string> Acts(long household, int file) =>
    [
        .. server.Store.Log.ReadStream(new(StreamKind.Household, household)).Concat(server.Store.Log.ReadStream(new(StreamKind.CaseFile, file)))
            .Where(each => each.Envelope.Doer.Kind != DoerKind.Clock).Select(each => $"{each.Envelope.Stream} {each.Envelope.Version} {each.Envelope.Name}"),
    ];

    /// <summary>What everybody is answered who may do an act on households.</summary>
    private async Task<List<Reply>> RepliesAsync(long household, int version, HouseholdActResource resource)
    {
        var replies = new List<Reply>();
        foreach (var function in Function.All.Where(each => (each.Role & resource.Role) != 0 && each.ActsFor(resource.Purpose) && each.OnlyActs is null))
        {
            replies.Add(await server.SendAsync(HttpMethod.Post, $"/huishoudens/{household}/{resource.Path}", function.Code, Body(resource.Act), version));
        }
        Assert.NotEmpty(replies);
        return replies;
    }

    private static void AssertOnly(string[] listed, List<string> accepted) => Assert.Equal(string.Join(", ", listed), string.Join(", ", accepted));

    /// <summary>Commands that a fresh file of this kind accepts; a new one for each that does.</summary>
    private async Task<List<string>> AcceptedAsync(Func<Task<int>> make)
    {
        var accepted = new List<string>();
        var file = await make();
        foreach (var resource in CommandTable.All.Where(each => each.Kind == StreamKind.CaseFile).OrderBy(each => each.Command.Name, StringComparer.Ordinal))
        {
            var version = server.Store.Log.ReadStream(new(StreamKind.CaseFile, file))[^1].Envelope.Version;
            var reply = await PostAsync(file, resource, version);
            if (reply.Status == HttpStatusCode.Created)
            {
                accepted.Add(resource.Command.Name);
                file = await make();
            }
            else if (reply.Status != HttpStatusCode.NotFound || Function.All.Where(resource.IsOpenTo).Any(each => each.Reach is not (Reach.Site or Reach.Municipality)))
            {
                Assert.NotEmpty(reply.IsProblem(409).Code!); // What only a municipality or a site does, is unknown to one that is not the file's.
            }
        }
        return accepted;
    }

    private async Task<Reply> PostAsync(int file, CommandResource resource, int version)
    {
        Reply? last = null;
        foreach (var function in Function.All.Where(resource.IsOpenTo))
        {
            last = await server.SendAsync(
                HttpMethod.Post, $"/zaken/{file}/{resource.Path}", function.Code, Body(resource.Command), version, number: function.Reach == Reach.Own ? file : null,
                clients: function.Reach == Reach.Clients ? $"{file}" : null);
            if (last.Status != HttpStatusCode.Forbidden && (last.Status != HttpStatusCode.NotFound || function.Reach is not (Reach.Site or Reach.Municipality)))
            {
                return last; // Who of the partners may do it depends on what it says: the first who may.
            }
        }
        return last ?? throw new InvalidOperationException($"Nobody may post {resource.Command.Name}.");
    }

    private static JsonObject Body(Type command)
    {
        var body = new JsonObject();
        foreach (var field in CommandShape.Of(command).Fields.Where(each => each.IsRequired))
        {
            body[field.Name] = Sample(field.Type);
        }
        return body;
    }

    private static JsonNode? Sample(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }
        if (type.IsEnum)
        {
            var word = Words.ValuesOf(type).FirstOrDefault(each => each is not ("geen" or "niets" or "onbepaald")) ?? Words.ValuesOf(type)[0];
            return type.IsDefined(typeof(FlagsAttribute), false) ? new JsonArray(word) : JsonValue.Create(word);
        }
        return type == typeof(Day) ? "2025-09-30" : type == typeof(bool) ? JsonValue.Create(true) : type == typeof(string) ? "tekst"
            : type == typeof(PartialDate) ? "1990-05-01" : type == typeof(VNumber) ? VNumber.Synthetic(9).ToString() : type == typeof(CountryCode) ? "SYR" : type == typeof(LanguageCode) ? "ara"
            : ApiJson.Options.GetTypeInfo(type).Kind == System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object
                ? new JsonObject(ApiJson.Options.GetTypeInfo(type).Properties.Where(each => each.IsRequired).Select(each => KeyValuePair.Create(each.Name, Sample(each.PropertyType))))
                : JsonValue.Create(1);
    }

    private static int Number(Reply reply) => int.Parse(reply.IsDone().Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
