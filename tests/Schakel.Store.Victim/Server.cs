using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Desks;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Day = Schakel.Norms.Day;

namespace Schakel.Store.Victim;

// One line asks, one line answers: "KEY arrive PERSON", "KEY move PERSON SITE", "KEY link PERSON MUNICIPALITY", "KEY plan PERSON DAYS" and so
// on; "KEY EVENTS POSITION", or "KEY refused CODE". A repeated act is answered as the first time.

/// <summary>A desk behind a socket that keeps every row, with the read models kept up, and anchors every fifth of a second.</summary>
internal static class Server
{
    private const int Sites = 5;
    private static readonly Official Reception = new(15, OfficialRoles.ReceptionOfficer);
    private static readonly Official Police = new(11, OfficialRoles.AliensPolice);
    private static readonly Official Records = new(12, OfficialRoles.RecordsOfficer);
    private static readonly Official Hearing = new(21, OfficialRoles.HearingOfficer);
    private static readonly Official Deciding = new(22, OfficialRoles.DecisionOfficer);
    private static readonly Official Returning = new(23, OfficialRoles.ReturnOfficer);
    private static readonly Official Housing = new(24, OfficialRoles.HousingOfficer);
    private static readonly Day Born = Day.Of(1990, 5, 1);
    private static readonly Day Today = Day.Of(2024, 1, 10); // A Wednesday, as it is any number of weeks later.

    /// <summary>Makes the read models anew, and again, until it is killed.</summary>
    public static async Task RebuildAsync(StorePlace place)
    {
        using var store = Open(place);
        while (true)
        {
            await store.Models.RebuildAsync();
            Console.WriteLine("rebuilt");
        }
    }

    public static async Task RunAsync(StorePlace place)
    {
        using var store = Open(place);
        for (var site = 1; site <= Sites; site++)
        {
            await store.Desk.DoAsync(new(ActKey.Of(77, site), Doer.Of(Reception), Purpose.Reception, Today, [new(StreamId.Of(new SiteId(site)), new OpenSite(Reception, 100_000, Modality.Regular))]));
        }
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"port {((IPEndPoint)listener.LocalEndpoint).Port}"));
#pragma warning disable CA2025 // They end with the process, which is killed.
        using var models = new ModelService(store, TimeProvider.System);
        await models.StartAsync(CancellationToken.None);
        _ = AnchorAsync(store);
        while (true)
        {
            _ = ServeAsync(await listener.AcceptTcpClientAsync(), store.Desk);
#pragma warning restore CA2025
        }
    }

    private static ChainStore Open(StorePlace place)
    {
        Console.WriteLine("opens");
        return ChainStore.Open(place, new DeskSettings(_ => Regimes.January2024, new StandingClock(), TimeProvider.System) { StepsOf = ChainSteps.Of });
    }

    private static async Task AnchorAsync(ChainStore store)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await timer.WaitForNextTickAsync())
        {
            await store.Anchors.MakeAsync(TimeProvider.System.GetUtcNow());
        }
    }

    private static async Task ServeAsync(TcpClient client, Desk desk)
    {
        using (client)
        {
            client.NoDelay = true;
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\n" };
            while (await reader.ReadLineAsync() is { } line)
            {
                var words = line.Split(' ');
                var person = new PersonId(long.Parse(words[2], CultureInfo.InvariantCulture));
                if (!ActKey.TryParse(words[0], out var key))
                {
                    return;
                }
                var result = await desk.DoAsync(new(key, Doer.Of(Reception), Purpose.Reception, Today, [new(StreamId.Of(person), CommandOf(words, person))]));
                await writer.WriteLineAsync(words[0] + " " + Words(result is ActResult.Repeated repeated ? repeated.First : result));
            }
        }
    }

    private static CaseCommand CommandOf(string[] words, PersonId person)
    {
        var with = words.Length > 3 ? int.Parse(words[3], CultureInfo.InvariantCulture) : 0;
        return words[1] switch
        {
            "arrive" => new RegisterArrival(new(person.Value), Born, FamilyRole.Main, new(1), AtBorder: false),
            "place" => new PlacePerson(Reception, new(with), Modality.Regular),
            "move" => new MovePerson(Reception, new(with), Modality.Regular) { Ground = MoveGround.UseOfPlaces }, // An interview may be planned.
            "identify" => new IdentifyPerson(Police, new(1), HoldsTravelDocument: false),
            "name" => new RecordIdentity(Police, new(new($"Familie {person.Value}", "Noor"), PartialDate.Of(Born), default, default), IdentitySource.Stated),
            "number" => new AssignVNumber(Police, VNumber.Synthetic((int)person.Value).ToString()),
            "lodge" => new LodgeApplication(1),
            "hear" => new HoldRegistrationInterview(Hearing),
            "track" => new ConfirmTrack(Deciding, Track.General, 0),
            "plan" => new PlanInterview(Hearing, Today.PlusDays(with)) { Place = new(new(3), null, 540) },
            "replan" => new MoveInterview(Hearing, Today.PlusDays(with), MoveCause.Applicant),
            "holder" => TakenOver(person, TakenOverStage.AwaitingHome, with),
            "link" => new LinkToMunicipality(Reception, new(with)),
            "offer" => new OfferHome(Housing, new(with)),
            "accept" => new AcceptHome(),
            "leaver" => TakenOver(person, TakenOverStage.Returning, with),
            "counsel" => new AssignReturnCounsellor(Returning, Returning),
            "talk" => new HoldDepartureTalk(Returning),
            "request" => new RequestTravelDocument(Returning),
            _ => throw new InvalidDataException(string.Join(' ', words)),
        };
    }

    private static TakeOverFile TakenOver(PersonId person, TakenOverStage stage, int site) => new(
        Records, new(person.Value), Born, FamilyRole.Main, stage, new(Day.Of(2023, 1, 10), null, Day.Of(2023, 9, 1), null), new SiteId(site), Modality.Regular);

    private static string Words(ActResult result) => result switch
    {
        ActResult.Accepted accepted => string.Create(CultureInfo.InvariantCulture, $"{accepted.Events.Length} {accepted.Position}"),
        ActResult.Refused refused => "refused " + refused.Refusal.Code,
        _ => "refused " + result.GetType().Name,
    };

    private sealed class StandingClock : IChainClock
    {
        public Day Today => Server.Today;
    }
}
