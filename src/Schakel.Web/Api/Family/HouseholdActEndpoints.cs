using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Family;

/// <summary>An act on a household as a resource (gezinshandeling): all members whom it concerns, or none.</summary>
/// <param name="Act">The type of the act.</param>
/// <param name="Purpose">For which purpose.</param>
/// <param name="Path">Last segment of the address.</param>
/// <param name="Role">Who may do it.</param>
/// <param name="Dutch">What posting does, in Dutch.</param>
/// <param name="English">The same in English.</param>
public sealed record HouseholdActResource(Type Act, Purpose Purpose, string Path, OfficialRoles Role, string Dutch, string English);

/// <summary>Posting an act on a household (gezinshandelingen).</summary>
public static class HouseholdActEndpoints
{
    /// <summary>The acts.</summary>
    public static ImmutableArray<HouseholdActResource> All { get; } =
    [
        new(typeof(PlaceHousehold), Purpose.Reception, "plaatsingen", OfficialRoles.ReceptionOfficer, "Plaatst het gezin op een locatie.", "Place the household at a site."),
        new(typeof(AnnounceHouseholdMove), Purpose.Reception, "verhuisaankondigingen", OfficialRoles.ReceptionOfficer, "Kondigt een verhuizing van het gezin aan.", "Announce a move of the household."),
        new(typeof(CancelHouseholdMove), Purpose.Reception, "verhuisafzeggingen", OfficialRoles.ReceptionOfficer, "Zegt een aangekondigde verhuizing van het gezin af.", "Cancel an announced move of the household."),
        new(typeof(MoveHousehold), Purpose.Reception, "verhuizingen", OfficialRoles.ReceptionOfficer, "Verhuist het gezin.", "Move the household."),
        new(typeof(EndHouseholdReception), Purpose.Reception, "opvangbeeindigingen", OfficialRoles.ReceptionOfficer, "Beëindigt de opvang van het gezin.", "End the reception of the household."),
        new(typeof(RecordHouseholdUnknownDeparture), Purpose.Reception, "mob-vaststellingen", OfficialRoles.ReceptionOfficer | OfficialRoles.AliensPolice | OfficialRoles.ReturnOfficer,
            "Stelt vast dat het gezin met onbekende bestemming vertrok.", "Record that the household left with unknown destination."),
        new(typeof(LinkHousehold), Purpose.Housing, "koppelingen", OfficialRoles.ReceptionOfficer, "Koppelt het gezin aan een gemeente.", "Link the household to a municipality."),
        new(typeof(OfferHouseholdHome), Purpose.Housing, "woningaanbiedingen", OfficialRoles.HousingOfficer, "Biedt het gezin een woning aan.", "Offer the household a home."),
        new(typeof(AcceptHouseholdHome), Purpose.Housing, "woningaanvaardingen", OfficialRoles.ReceptionOfficer, "Legt vast dat het gezin de aangeboden woning aanvaardt.", "Record that the household accepts the home that is offered."),
        new(typeof(RefuseHouseholdHome), Purpose.Housing, "woningweigeringen", OfficialRoles.ReceptionOfficer, "Legt vast dat het gezin de aangeboden woning weigert.", "Record that the household refuses the home that is offered."),
        new(typeof(MoveHouseholdIntoHome), Purpose.Housing, "woningbetrekkingen", OfficialRoles.HousingOfficer | OfficialRoles.ReceptionOfficer, "Legt vast dat het gezin een woning betrekt.", "The household moves into a home."),
    ];

    internal static void Map(IEndpointRouteBuilder api)
    {
        foreach (var resource in All)
        {
            api.MapPlainPost($"/{Addresses.Households}/{{nummer:long:min(1)}}/{resource.Path}", (long nummer) => { }, http => DoAsync(http.NumberInPath("nummer"), resource, http))
                .WithName(resource.Act.Name).WithSummary(resource.Dutch).WithDescription(resource.English)
                .WithMetadata(resource)
                .Acts(Addresses.Households);
        }
    }

    private static async Task<IResult> DoAsync(long number, HouseholdActResource resource, HttpContext http)
    {
        var services = http.RequestServices;
        var (store, gate, clock) = (services.GetRequiredService<ChainStore>(), services.GetRequiredService<Gate>(), services.GetRequiredService<IChainClock>());
        var stream = StreamId.Of(new HouseholdId(number));
        if (Caller.From(http.User) is not { } caller || !gate.MayAct(caller, stream))
        {
            return Acting.Unknown();
        }
        if ((caller.Function.Role & resource.Role) == 0 || !caller.Function.ActsFor(resource.Purpose) || caller.Function.OnlyActs is not null)
        {
            return Acting.Forbidden(http.Request, caller.Function);
        }
        var (body, problem) = await ActBody.ReadAsync(http, clock.Today).ConfigureAwait(false);
        if (body is null)
        {
            return problem!;
        }
        if (CommandShape.Of(resource.Act).Read(body.Fields, caller.Official, body.Faults) is not HouseholdAct whole)
        {
            return ActBody.Wrong(http.Request, body.Faults);
        }
        var household = FileState.Read(store, stream);
        if (household.Version == 0)
        {
            return Acting.Unknown();
        }
        if (Versions.Expected(http.Request) is not { } expected)
        {
            return Acting.NeedsVersion(http.Request);
        }
        var files = household.Household.Members.ToDictionary(member => member.Person, member => FileState.Read(store, StreamId.Of(member.Person)));
        // The members' commands follow from their files, which a first act has changed: what makes it the same act is what was asked.
        var act = new Act(body.Key, caller.Doer, resource.Purpose, body.On, []) { Ground = body.Ground, Asked = $"{Addresses.Households}/{number}/{resource.Path} {body.Asked}" };
        if (await store.FindAnswerAsync(act).ConfigureAwait(false) is { } before)
        {
            return Acting.Answer(http, stream, before);
        }
        var members = HouseholdActs.Of(whole, household.Household, person => files[person].File);
        if (members.IsEmpty)
        {
            return Problems.Of(http.Request, HouseholdActs.ConcernsNobody);
        }
        return await Acting.DoAsync(http, store, stream, act with
        {
            Commands = [.. members.Select(member => new Addressed(StreamId.Of(member.Person), member.Command))],
            Expected = [new(stream, expected), .. members.Select(member => new ExpectedVersion(StreamId.Of(member.Person), files[member.Person].Version))],
        }).ConfigureAwait(false);
    }
}
