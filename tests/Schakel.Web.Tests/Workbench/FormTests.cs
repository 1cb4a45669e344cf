using System.Collections.Frozen;
using System.Net;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Partners;
using Schakel.Chain.Procedure;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Api.Family;
using Schakel.Web.Workbench.Acting;

namespace Schakel.Web.Workbench;

/// <summary>Every act in place: whatever a program may do by the interface, an official may do by a form.</summary>
public sealed class FormTests(ChainServer server) : IClassFixture<ChainServer>
{
    // Whoever works in the chain; the applicant has pages of their own.
    private static readonly IReadOnlyList<Function> Officials = [.. Function.All.Where(each => each.Reach != Reach.Own)];

    // Commands that have an address in the interface and no form in the workbench, each with the reason: all are the person's own.
    private static readonly FrozenDictionary<Type, string> WithoutForm = new Dictionary<Type, string>
    {
        [typeof(AskQuestion)] = "a question and its answer are between the person and whoever is asked",
        [typeof(ChooseInterviewDay)] = "which free day suits somebody, that person says; whoever plans moves the interview",
        [typeof(ChoosePreferences)] = "how somebody wants to be told things, that person says",
        [typeof(StateCapacity)] = "how somebody wants to be helped, that person says",
        [typeof(WithdrawCapacity)] = "how somebody wants to be helped, that person says",
        [typeof(NameTrustedHelper)] = "whom somebody trusts is nobody else's business",
        [typeof(DismissTrustedHelper)] = "whom somebody trusts is nobody else's business",
    }.ToFrozenDictionary();

    // Which forms a page of each kind of history offers: a new kind fails here until it has one.
    private static System.Collections.Immutable.ImmutableArray<ActOffer> OfferedOn(StreamKind kind, Function function) => kind switch
    {
        StreamKind.CaseFile => ActOffer.For(function),
        StreamKind.Household or StreamKind.Site or StreamKind.Country => ActOffer.On(kind, function),
    };

    [Fact]
    public void Every_command_of_the_interface_has_a_form_or_a_stated_reason()
    {
        var offered = Enum.GetValues<StreamKind>().SelectMany(kind => Officials.SelectMany(each => OfferedOn(kind, each))).Select(each => each.Shape).ToHashSet();
        Assert.Equal(
            WithoutForm.Keys.Select(each => each.Name).Order(StringComparer.Ordinal),
            CommandTable.All.Select(each => each.Command).Concat(HouseholdActEndpoints.All.Select(each => each.Act)).Where(each => !offered.Contains(each)).Select(each => each.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_no_form_here_is_open_to_the_person_alone() => Assert.All(
        WithoutForm.Keys, command => Assert.Equal(["aanvrager"], CommandTable.All.Single(each => each.Command == command).OpenTo));

    [Fact]
    public void Every_form_asks_what_the_command_needs_in_two_languages() => Assert.All(
        CommandTable.All.Select(each => each.Command).Concat(HouseholdActEndpoints.All.Select(each => each.Act)).Except(WithoutForm.Keys), shape =>
        {
            foreach (var field in ActField.Of(shape).SelectMany(each => each.Parts.Prepend(each)))
            {
                Assert.NotEmpty(Workbench.Plain.Field(field.Member, false));
                Assert.NotEmpty(Workbench.Plain.Field(field.Member, true));
                Assert.True(field.Asking is not (Asking.One or Asking.Several or Asking.YesNo) || field.Choices(false).Any(), $"{shape.Name}.{field.Member} has nothing to choose.");
                Assert.True(field.Asking != Asking.Group || !field.Parts.IsEmpty, $"{shape.Name}.{field.Member} asks nothing.");
            }
        });

    [Fact]
    public async Task Whoever_may_give_a_command_opens_its_form_and_nobody_else_does()
    {
        await server.OpenSiteAsync(8511, 10, "asielzoekerscentrum");
        var file = await server.ArriveAsync();
        (await server.ActAsync("landen/IRN", "beleidsversies", "ind-beleidsmedewerker", """{"datum": "2024-01-10", "versie": 1, "ingangsDatum": "2024-01-01", "publicatie": "Stcrt. 2024, 1"}""")).IsDone();
        var (faults, opened) = (new List<string>(), 0);
        foreach (var function in Officials.Where(each => each.IsNationwide || each.Reach is Reach.Site or Reach.None))
        {
            using var official = new Official(server, function.Code, site: function.Reach == Reach.Site ? 8511 : null);
            foreach (var resource in CommandTable.All.Where(each => each.Kind != StreamKind.CaseFile))
            {
                var path = resource.Kind switch
                {
                    StreamKind.Site => $"/werk/locaties/8511/doen/{resource.Path}",
                    StreamKind.Household => $"/werk/zaken/{file}/huishouden/{resource.Path}",
                    _ => $"/werk/landen/IRN/doen/{resource.Path}",
                };
                var page = await official.GetAsync(path);
                var opens = page.Status == HttpStatusCode.OK && page.Text.Contains($"action=\"{path}\"", StringComparison.Ordinal);
                // Whom a household's file is not open to has no form either: nobody stays at the site yet.
                var may = resource.IsOpenTo(function) && (resource.Kind != StreamKind.Household || function is { IsNationwide: true, Stage: Stage.Always });
                opened += opens ? 1 : 0;
                if (opens != may || (!opens && page.Status is not (HttpStatusCode.Found or HttpStatusCode.NotFound)))
                {
                    faults.Add($"{function.Code} at {path}: {(int)page.Status}");
                }
            }
        }
        Assert.True(opened > 0 && faults.Count == 0, string.Join('\n', faults));
    }
}
