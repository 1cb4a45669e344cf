using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using Schakel.Chain;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Official = Schakel.Web.Workbench.Official;

namespace Schakel.Web.Matrix;

/// <summary>
/// Who may record what (wie mag vastleggen): every command of the interface posted by every role. Which events a command leads to is known from the
/// scenarios of the chain (<c>written.csv</c>, made there); which categories these are, the events say; who may record a category, <c>rollen.csv</c>, by hand.
/// </summary>
public sealed class WriteMatrixTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    // What comes from one of those who may only: a document about health is looked at by who cares, another by who hears; the case file refuses the other.
    private static readonly Dictionary<string, string[]> NotByWhoActs = new() { ["ReviewDocument"] = ["health-document-reviewed", "document-reviewed"] };

    /// <summary>What a command records, by category.</summary>
    private static readonly Dictionary<string, HashSet<string>> Recorded = File.ReadAllLines(Path.Combine(Expected.Folder(), "tests", "Schakel.Chain.Tests", "Events", "written.csv"))
        .Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(','))
        .ToDictionary(cells => cells[0], cells => cells[1].Split(' ').Except(NotByWhoActs.GetValueOrDefault(cells[0], [])).SelectMany(name => CategoriesOf(EventCatalogue.Types.Single(type => EventCatalogue.Of(type).Name == name))).ToHashSet());

    [Fact]
    public async Task What_each_role_can_record_is_what_the_table_says_and_nothing_else()
    {
        var planted = await Planted.InAsync(server);
        var (faults, posted, open, before) = (new List<string>(), 0, 0, server.Store.Log.Position);
        foreach (var role in Expected.All)
        {
            var recorded = new HashSet<string>();
            var own = planted.Files.FirstOrDefault(each => role.Opens[each.Key]).Value;
            foreach (var resource in CommandTable.All)
            {
                var ours = resource.Kind switch { StreamKind.CaseFile => $"/zaken/{own}", StreamKind.Household => "/huishoudens/7310007", StreamKind.Country => "/landen/SYR", _ => "/opvanglocaties/" + Planted.Site };
                var status = own > 0 || resource.Kind is StreamKind.Country or StreamKind.Site ? await PostAsync(ours) : HttpStatusCode.NotFound;
                var may = status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound);
                if (may)
                {
                    open++;
                    // Who of the partners may do it depends on what it says: the case file itself refuses another's.
                    recorded.UnionWith(resource.Command.IsAssignableTo(typeof(Chain.Partners.PartnersCommand)) ? [] : Recorded[resource.Command.Name]);
                }
                if (resource.Kind == StreamKind.CaseFile && role.Tie != "alle" && await PostAsync($"/zaken/{planted.Files["P-ander"]}") != HttpStatusCode.NotFound)
                {
                    faults.Add($"{role.Role} posts to another's file: {resource.Path}");
                }
                if (Long && own > 0 && resource.Kind == StreamKind.CaseFile && may != await HasFormAsync(role, planted, own, resource))
                {
                    faults.Add($"{role.Role} {(may ? "may post and has no form for" : "may not post and has a form for")} {resource.Path}");
                }

                async Task<HttpStatusCode> PostAsync(string path)
                {
                    posted++;
                    var (number, clients, ties) = MatrixTests.TiesOf(planted, role);
                    var reply = await server.SendAsync(HttpMethod.Post, $"{path}/{resource.Path}", role.Role, new JsonObject(), number: number, clients: clients, ties: ties);
                    if ((int)reply.Status is >= 500 or (>= 200 and < 300))
                    {
                        faults.Add($"{role.Role} at {path}/{resource.Path}: {(int)reply.Status}");
                    }
                    return reply.Status;
                }
            }
            faults.AddRange(recorded.Except(role.Writes).Select(each => $"{role.Role} can record {each}, and should not"));
            faults.AddRange(role.Writes.Except(recorded).Select(each => $"{role.Role} should be able to record {each}, and no command of it does"));
        }
        Assert.True(faults.Count == 0, $"{posted} posts, {open} open\n" + string.Join('\n', faults));
        Assert.True(open > 300, $"{open} of {posted} posts are open to somebody: too few to tell anything.");
        Assert.Empty(EveryForm.Typed.RecordedAfter(server, before));
    }

    // A page that offers the act shows its form; one that does not leads back to the file.
    private async Task<bool> HasFormAsync(Expected role, Planted planted, int own, CommandResource resource)
    {
        if ((((CaseCommand)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(resource.Command)).For & Presences.Here) == 0 || role.Tie == "eigen")
        {
            return MayAlways(role, resource); // Not for somebody who is here; the applicant's own forms are the portal's.
        }
        using var official = new Official(server.Address, server.App.Services, MatrixTests.CallerOf(planted, role));
        return (await official.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/werk/zaken/{own}/doen/{resource.Path}"))).Status == HttpStatusCode.OK;
    }

    private static bool MayAlways(Expected role, CommandResource resource) => resource.IsOpenTo(Function.Find(role.Role)!);

    // What the fields say, and the fact when that is worse; where no field says anything, the fact.
    private static HashSet<string> CategoriesOf(Type type)
    {
        var given = type.GetConstructors().SelectMany(each => each.GetParameters()).ToList();
        var fields = given.Concat(given.SelectMany(each => each.ParameterType.GetConstructors()).SelectMany(each => each.GetParameters())).Select(each => each.GetCustomAttribute<CategoryAttribute>())
            .Concat(type.GetProperties().Select(each => each.GetCustomAttribute<CategoryAttribute>())).OfType<CategoryAttribute>().Select(each => each.Category)
            .Append(EventCategories.Beyond(type)).Where(each => each != DataCategory.None).ToHashSet();
        return [.. (fields.Count > 0 ? fields : [EventCategories.Of(type)]).Where(each => each != DataCategory.None).Select(Word)];
    }

    private static string Word(DataCategory category) => Words.OfValue(category);
}
