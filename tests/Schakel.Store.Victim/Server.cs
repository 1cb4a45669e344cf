using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Desks;
using Day = Schakel.Norms.Day;

namespace Schakel.Store.Victim;

// One line asks, one line answers: "KEY arrive PERSON", "KEY place PERSON SITE", "KEY move PERSON SITE"; "KEY EVENTS POSITION", or
// "KEY refused CODE". A repeated act is answered as the first time.

/// <summary>A desk behind a socket, and anchors every fifth of a second.</summary>
internal static class Server
{
    private const int Sites = 5;
    private static readonly Official Reception = new(15, OfficialRoles.ReceptionOfficer);
    private static readonly Day Today = Day.Of(2024, 1, 10);

    public static async Task RunAsync(StorePlace place)
    {
        using var store = ChainStore.Open(place, new DeskSettings(_ => Regimes.January2024, new StandingClock(), TimeProvider.System));
        for (var site = 1; site <= Sites; site++)
        {
            await store.Desk.DoAsync(new(ActKey.Of(77, site), Doer.Of(Reception), Purpose.Reception, Today, [new(StreamId.Of(new SiteId(site)), new OpenSite(Reception, 100_000, Modality.Regular))]));
        }
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"port {((IPEndPoint)listener.LocalEndpoint).Port}"));
#pragma warning disable CA2025 // Both end with the process, which is killed.
        _ = AnchorAsync(store);
        while (true)
        {
            _ = ServeAsync(await listener.AcceptTcpClientAsync(), store.Desk);
#pragma warning restore CA2025
        }
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
                Command command = words[1] switch
                {
                    "arrive" => new RegisterArrival(new(person.Value), Day.Of(1990, 5, 1), FamilyRole.Main, new(1), AtBorder: false),
                    "place" => new PlacePerson(Reception, SiteOf(words), Modality.Regular),
                    _ => new MovePerson(Reception, SiteOf(words), Modality.Regular),
                };
                if (!ActKey.TryParse(words[0], out var key))
                {
                    return;
                }
                var result = await desk.DoAsync(new(key, Doer.Of(Reception), Purpose.Reception, Today, [new(StreamId.Of(person), command)]));
                await writer.WriteLineAsync(words[0] + " " + Words(result is ActResult.Repeated repeated ? repeated.First : result));
            }
        }
    }

    private static SiteId SiteOf(string[] words) => new(int.Parse(words[3], CultureInfo.InvariantCulture));

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
