using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Demonstration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Portal.Speaking;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench;

/// <summary>A small nation of the rehearsal, served, whose people are moved about: by chance, and the same each time.</summary>
internal sealed class MovingNation : IAsyncDisposable
{
    private const double Scale = 0.005;
    private static readonly Chain.Official Doctor = new(701, OfficialRoles.HealthWorker);
    private static readonly Chain.Official Planner = new(702, OfficialRoles.HearingOfficer);
    private static readonly Chain.Official Court = new(703, OfficialRoles.Judge);
    private readonly string _parent = Directory.CreateTempSubdirectory("schakel-moves-").FullName;
    private readonly LiveDemonstration _demonstration;
    private readonly WebApplication _app;
    private readonly int[] _sites;
    private readonly long[] _people;
    private ulong _chance = 20260101;

    private MovingNation()
    {
        var folder = Path.Combine(_parent, "data");
        (_demonstration, _) = LiveDemonstration.OpenOrBuild(new DemonstrationRequest(folder, Scale, 1) { StepsOf = ChainSteps.Of }, TimeProvider.System);
        _app = ChainWeb.Build(Store, _demonstration.Time, new WebSettings(DemonstrationLaw.On, folder)
        {
            Url = new("http://127.0.0.1:0"),
            Time = _demonstration.Time,
            MostAtOnce = 10_000,
            MostPerSecond = 10_000,
        });
        using var rows = Store.CreateContext();
        _sites = [.. rows.Sites.Where(each => each.IsOpen).OrderBy(each => each.Site).Select(each => each.Site)];
        _people = [.. rows.Files.Where(each => each.Presence == (int)Presences.Here && each.Site != null).OrderBy(each => each.Person).Select(each => each.Person)];
    }

    public ChainStore Store => _demonstration.Store;

    public Day Today => _demonstration.Time.Today;

    public IServiceProvider Services => _app.Services;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<MovingNation> BeginAsync()
    {
        var nation = new MovingNation();
        await nation._app.StartAsync(TestContext.Current.CancellationToken);
        return nation;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _demonstration.Dispose();
        Directory.Delete(_parent, recursive: true);
    }

    /// <summary>A number below another, the next of a fixed row (SplitMix64).</summary>
    public int Below(int bound)
    {
        _chance = unchecked(_chance + 0x9E37_79B9_7F4A_7C15);
        var bits = unchecked((_chance ^ (_chance >> 30)) * 0xBF58_476D_1CE4_E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB);
        return (int)((bits ^ (bits >> 31)) % (ulong)bound);
    }

    /// <summary>Somebody, with a life that a move may cut across.</summary>
    public async Task<long> SomebodyAsync()
    {
        var person = _people[Below(_people.Length)];
        var since = Today.PlusDays(-Below(30));
        var interview = since.PlusDays(1 + Below(40)); // Some are over by now, and stood in the way of a move that is recorded afterwards.
        (CaseCommand Command, Chain.Official By)[] life =
        [
            (new BeginTreatment(Doctor), Doctor), (new EnrolInSchool(), Doctor), (new StartVolunteering(), Doctor), (new StartWork(), Doctor), (new AppointGuardian(Court), Court), (new PlanInterview(Planner, interview), Planner),
        ];
        foreach (var (command, by) in life.Where(_ => Below(3) == 0))
        {
            var (on, file) = (since, FileState.Read(Store, Stream(person)).File);
            // What is not possible for this person they go without.
            if (Decider.Decide(file, Household.Empty, command, DemonstrationLaw.On(on), on) is { Refusal: null, Events.IsEmpty: false })
            {
                await DoAsync(new(ActKey.New(), Doer.Of(by), Purpose.Procedure, on, [new(Stream(person), command)]));
            }
        }
        return person;
    }

    /// <summary>A move of somebody: mostly one that can be, sometimes to a site that is full, for others, or where they are; today or some days ago.</summary>
    public (CaseCommand Command, Day On) MoveOf(Chain.Official by)
    {
        using var rows = Store.CreateContext();
        var site = _sites[Below(_sites.Length)];
        var kind = Below(10) == 0 ? Pick<Modality>() : (Modality)rows.Sites.First(each => each.Site == site).Modality;
        CaseCommand command = Below(10) switch
        {
            0 => new AnnounceMove(by, Below(3) == 0 ? null : new(site), Below(30)),
            1 => new CancelMove(by),
            _ => new MovePerson(by, new(site), kind) { Ground = Below(8) == 0 ? null : Pick<MoveGround>(), Emergency = Below(3) == 0 ? null : Pick<EmergencyGround>() },
        };
        return (command, Below(3) == 0 ? Today.PlusDays(-Below(30)) : Today);
    }

    public Task<ActResult> DoAsync(Act act) => Store.Desk.DoAsync(act);

    /// <summary>Opens a file as a page does.</summary>
    public CaseView Open(Caller caller, long person)
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        return Services.GetRequiredService<CaseViews>().Open(new(http, new Speech(PortalLanguage.Official), Today, true, caller), person) ?? throw new InvalidOperationException($"File {person} cannot be opened.");
    }

    /// <summary>Steps that stand in the worklist of a party, as the store tells them: last day by code.</summary>
    public ImmutableDictionary<string, Day?> WorkOf(long person, Party party)
    {
        using var rows = Store.CreateContext();
        return rows.Steps.Where(each => each.Person == person && each.Party == (int)party && (each.Until == null || each.Until >= Today.Number)).OrderBy(each => each.Ordinal).AsEnumerable()
            .DistinctBy(each => each.Code).ToImmutableDictionary(each => each.Code, each => each.LastDay is { } last ? new Day(last) : (Day?)null);
    }

    public static StreamId Stream(long person) => new(StreamKind.CaseFile, person);

    private T Pick<T>()
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return all[Below(all.Length)];
    }
}
