using System.Net;
using System.Text.Json.Nodes;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web;

/// <summary>Every command of the interface, sent to a file that is not opened, to one that rests, and to one of somebody who departed.</summary>
public sealed class RefusedEverywhereTests(ChainServer server) : IClassFixture<ChainServer>
{
    // What may happen before a file is opened: it opens, or the announcement is taken back. Who comes on an entry visa needs a household that has one.
    private static readonly string[] OnUnopened = ["CancelPreRegistration", "RegisterArrival", "RegisterResettledArrival", "TakeOverFile"];

    // A file that was merged into another only comes back.
    private static readonly string[] OnMerged = ["RestoreFile"];

    // Whoever departed may come back; partners still hand over; records are still put right; what a sample says happens to fit.
    private static readonly string[] OnDeparted = ["CorrectRecord", "MergeInto", "RegisterArrival"];

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
    public async Task On_a_file_that_is_not_opened_nothing_happens_but_what_opens_it() => AssertOnly(OnUnopened, await AcceptedAsync(async () =>
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/vooraanmeldingen", "vluchtelingenwerk", JsonNode.Parse("""{"kanaal": "balie", "taal": "ara", "personen": 1}"""));
        return Number(reply);
    }));

    [Fact]
    public async Task On_a_file_that_rests_nothing_happens_but_its_return() => AssertOnly(OnMerged, await AcceptedAsync(async () =>
    {
        var (surviving, resting) = (await server.ArriveAsync(), await server.ArriveAsync());
        (await server.ActAsync($"zaken/{resting}", "samenvoegingen", "gegevensbeheerder", $$"""{"doorgaandeZaak": {{surviving}}, "grond": "vingerafdrukken"}""")).IsDone();
        return resting;
    }));

    [Fact]
    public async Task On_the_file_of_somebody_who_departed_nothing_happens_but_what_is_listed() => AssertOnly(OnDeparted, await AcceptedAsync(async () =>
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/overnames", "gegevensbeheerder", JsonNode.Parse(
            """{"datum": "2024-01-10", "geboren": "1990-05-01", "rol": "hoofdpersoon", "fase": "terugkeer", "data": {"indieningsDatum": "2022-01-10"}, "opvangvorm": "asielzoekerscentrum"}"""));
        var file = Number(reply);
        (await server.ActAsync($"zaken/{file}", "vertrekken", "dtv-regievoerder", """{"datum": "2024-03-01", "soort": "zelfstandig"}""")).IsDone();
        return file;
    }));

    private static void AssertOnly(string[] listed, List<string> accepted) => Assert.Equal(string.Join(", ", listed), string.Join(", ", accepted));

    /// <summary>Commands that a fresh file of this kind accepts; a new one for each that does.</summary>
    private async Task<List<string>> AcceptedAsync(Func<Task<int>> make)
    {
        var accepted = new List<string>();
        await server.ArriveAsync(); // File 1, that samples name: somebody else's.
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
