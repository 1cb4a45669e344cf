using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Desks;
using Schakel.Store.Outbox;
using Schakel.Web.Access;

namespace Schakel.Web.Outbox;

/// <summary>A store with the service that tells what happens, and nothing else of the application: delivers at once and tries again soon.</summary>
internal sealed class OutboxChain : IAsyncDisposable, IChainClock
{
    public static readonly Official Police = new(11, OfficialRoles.AliensPolice);
    public static readonly Official Records = new(12, OfficialRoles.RecordsOfficer);
    private readonly string _folder = Directory.CreateTempSubdirectory("schakel-outbox-").FullName;
    private readonly WebSettings _settings;
    private readonly Heard _heard = new();
    private OutboxService? _service;
    private int _persons;

    private OutboxChain(OutboxSettings outbox) => _settings = new WebSettings(_ => Regimes.January2024, _folder) { PublicAddress = new("https://keten.example.nl"), Outbox = outbox };

    public Day Today { get; } = Day.Of(2025, 10, 1);

    public ChainStore Store { get; private set; } = null!;

    /// <summary>What the service said that goes wrong on our side.</summary>
    public ConcurrentQueue<string> Said => _heard.Said;

    public static async Task<OutboxChain> StartAsync(Func<OutboxSettings, OutboxSettings>? change = null)
    {
        var outbox = new OutboxSettings { Every = TimeSpan.FromMilliseconds(10), FirstWait = TimeSpan.FromMilliseconds(20), LongestWait = TimeSpan.FromMilliseconds(40), Patience = TimeSpan.FromMinutes(2) }; // A busy machine is no receiver that hangs.
        var chain = new OutboxChain(change is null ? outbox : change(outbox));
        await chain.OpenAsync();
        return chain;
    }

    /// <summary>Stops and starts again on the same data.</summary>
    /// <param name="abruptly">The store goes first: what the service still wanted to write is not written, as when the process is killed.</param>
    /// <param name="before">Done to the data before the service begins.</param>
    public async Task RestartAsync(bool abruptly = false, Action<ChainStore>? before = null)
    {
        if (abruptly)
        {
            Store.Dispose();
        }
        await CloseAsync();
        await OpenAsync(before);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task<(long Number, byte[] Secret)> SubscribeAsync(string function, Receiver receiver, string rooms = "", string types = "")
    {
        var done = Assert.IsType<SubscriptionResult.Done>(await Store.Subscriptions.OpenAsync(new(function, "9001 0 0", receiver.Address, rooms, types, null), ActKey.New()));
        return (done.Row.Number, done.Secret!);
    }

    public SubscriptionRow Find(long subscription) => Store.Subscriptions.Find(subscription)!;

    public async Task ActAsync(params (StreamId Stream, Command Command)[] commands) => Assert.IsType<ActResult.Accepted>(await Store.Desk.DoAsync(
        new Act(ActKey.New(), Doer.Of(Police), Purpose.Registration, Day.Of(2024, 1, 17), [.. commands.Select(each => new Addressed(each.Stream, each.Command))])));

    /// <summary>Somebody arrives.</summary>
    public async Task<StreamId> ArriveAsync()
    {
        var stream = StreamId.Of(new PersonId(++_persons));
        await ActAsync((stream, new RegisterArrival(new(_persons), Day.Of(1987, 11, 23), FamilyRole.Main, new CentreId(1), AtBorder: false)));
        return stream;
    }

    /// <summary>Somebody arrives, is identified and asks for asylum.</summary>
    public async Task<StreamId> ArriveAndApplyAsync()
    {
        var stream = await ArriveAsync();
        await ActAsync((stream, new IdentifyPerson(Police, new CentreId(1), HoldsTravelDocument: false)));
        await ActAsync((stream, new LodgeApplication(1)));
        return stream;
    }

    /// <summary>Waits until a subscription was told all that is in the log.</summary>
    public Task DeliveredAsync(long number) => Until.TrueAsync(
        () => Find(number).Position == Store.Log.Position, () => $"Subscription {number} is at {Find(number)}, the log at {Store.Log.Position}.");

    /// <summary>Positions that a function is to be told.</summary>
    public IEnumerable<long> Told(string function) => Store.Log.ReadAll().SelectMany(page => page)
        .Where(each => NotifiedCategories.MayKnow(Function.Find(function)!, each.Event!.GetType())).Select(each => each.Envelope.Position);

    private async Task OpenAsync(Action<ChainStore>? before = null)
    {
        Store = ChainStore.Open(new StorePlace(_folder), new DeskSettings(_ => Regimes.January2024, this, TimeProvider.System));
        before?.Invoke(Store);
        _service = new OutboxService(Store, new Gate(Store, new ClientIndex(Store)), _settings, _heard);
        await _service.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task CloseAsync()
    {
        await _service!.StopAsync(CancellationToken.None);
        _service.Dispose();
        Store.Dispose();
    }

    private sealed class Heard : ILogger<OutboxService>
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Enqueue(formatter(state, exception));
    }
}
