using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.Extensions;
using CloudNative.CloudEvents.SystemTextJson;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Store.Acts;
using Schakel.Store.Outbox;

namespace Schakel.Web.Outbox;

/// <summary>What happens reaches subscribers: signed, in order, at least once, whatever the receiver does.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_message_tells_where_to_read_what_happened_and_nothing_of_the_person()
    {
        await using var chain = await OutboxChain.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        var (number, _) = await chain.SubscribeAsync("avim-registreerder", receiver, rooms: nameof(EventRoom.Registration));
        var file = await chain.ArriveAsync();
        await chain.ActAsync((file, new IdentifyPerson(OutboxChain.Police, new CentreId(1), HoldsTravelDocument: false)));
        await chain.ActAsync((file, new AssignVNumber(OutboxChain.Police, VNumber.Synthetic(77).ToString())));
        await chain.DeliveredAsync(number);

        var history = chain.Store.Log.ReadStream(file);
        Assert.Equal(3, receiver.Taken.Count);
        var message = receiver.Taken[0];
        var read = new JsonEventFormatter().DecodeStructuredModeMessage(message.Body, null, Sequence.AllAttributes);
        Assert.Equal("application/cloudevents+json; charset=utf-8", message.ContentType);
        Assert.Equal(CloudEventsSpecVersion.V1_0, read.SpecVersion);
        Assert.Equal($"nl.asielketen.{history[0].Envelope.Name}.v1", read.Type);
        Assert.Matches("^urn:nld:oin:[0-9]{20}:systeem:schakel$", read.Source!.ToString());
        Assert.Equal($"zaken/{file.Number}", read.Subject);
        Assert.Equal(history[0].Envelope.RecordedAt, read.Time);
        Assert.Equal($"https://keten.example.nl/api/v1/zaken/{file.Number}/gebeurtenissen/1", message.Json["dataref"]!.GetValue<string>());
        Assert.Equal(history[0].Envelope.Position.ToString(CultureInfo.InvariantCulture), message.Json["sequence"]!.GetValue<string>());
        Assert.Equal("Integer", message.Json["sequencetype"]!.GetValue<string>());
        Assert.Equal("2024-01-17", message.Json["data"]!["gebeurdOpDatum"]!.GetValue<string>());
        Assert.All(receiver.Taken, each =>
        {
            Assert.True(each.Body.Length <= 64 * 1024);
            Assert.All(each.Json.AsObject(), attribute => Assert.Matches("^[a-z0-9]{1,20}$", attribute.Key));
            Assert.DoesNotContain("1987", Encoding.UTF8.GetString(each.Body), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?<![0-9a-f-])\d{10}(?![0-9a-f-])", Regex.Replace(Encoding.UTF8.GetString(each.Body), "oin:[0-9]{20}", ""));
            Assert.True(each.Json["data"]!.AsObject().Select(field => field.Key).SequenceEqual(["gebeurdOpDatum", "versie"]));
        });
    }

    [Fact]
    public async Task A_receiver_can_verify_who_sent_it()
    {
        await using var chain = await OutboxChain.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        var (_, secret) = await chain.SubscribeAsync("avim-registreerder", receiver);
        await chain.ArriveAsync();
        await receiver.TakesAsync(1);

        var message = receiver.Taken[0];
        var signed = Encoding.UTF8.GetBytes($"{message.Id}.{message.Time}.{Encoding.UTF8.GetString(message.Body)}");
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, signed)), message.Signature);
        Assert.Equal(message.Id, message.Json["id"]!.GetValue<string>());
        Assert.InRange(long.Parse(message.Time, CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 300, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 1);
    }

    [Fact]
    public async Task A_receiver_that_fails_gets_everything_once_and_in_order_when_it_answers_again()
    {
        await using var chain = await OutboxChain.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, call) => Task.FromResult(call % 3 == 0 ? 204 : 503);
        var (number, _) = await chain.SubscribeAsync("ind-beslismedewerker", receiver);
        var files = new List<StreamId>();
        for (var i = 0; i < 4; i++)
        {
            files.Add(await chain.ArriveAndApplyAsync());
        }

        await chain.DeliveredAsync(number);

        var taken = receiver.Taken;
        Assert.True(receiver.Calls > taken.Count);
        Assert.Equal(taken.Count, taken.Select(each => each.Id).Distinct().Count());
        Assert.Equal(taken.Select(each => each.Position).Order(), taken.Select(each => each.Position));
        Assert.All(files, file => Assert.Equal(
            chain.Store.Log.ReadStream(file).Select(each => each.Envelope.Position).Intersect(chain.Told("ind-beslismedewerker")),
            taken.Where(each => each.Subject == $"zaken/{file.Number}").Select(each => each.Position)));
        var now = chain.Find(number);
        Assert.Equal((DeliveryFault.Refused, 503, 0), ((DeliveryFault)now.Fault, now.Status, now.Attempts));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_for_a_moment_ends_nothing_and_what_happened_is_told_later()
    {
        await using var chain = await OutboxChain.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        var (number, _) = await chain.SubscribeAsync("avim-registreerder", receiver);
        await chain.RestartAsync(before: store => store.Database.Run("ALTER TABLE subscriptions RENAME TO away"));
        await Until.TrueAsync(() => !chain.Said.IsEmpty, () => "The service did not say that it could not read.");

        await chain.Store.Desk.RunAsync(_ => chain.Store.Database.Run("ALTER TABLE away RENAME TO subscriptions"));
        await chain.ArriveAsync();

        await chain.DeliveredAsync(number);
        Assert.Equal(chain.Told("avim-registreerder"), receiver.Taken.Select(each => each.Position));
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_holds_up_nobody_else_and_is_tried_again()
    {
        await using var chain = await OutboxChain.StartAsync(outbox => outbox with { Patience = TimeSpan.FromMilliseconds(300) });
        await using var slow = await Receiver.StartAsync();
        await using var quick = await Receiver.StartAsync();
        using var gate = new SemaphoreSlim(0);
        slow.Answer = async (_, _) =>
        {
            await gate.WaitAsync();
            return 204;
        };
        var (held, _) = await chain.SubscribeAsync("avim-registreerder", slow);
        var (free, _) = await chain.SubscribeAsync("avim-registreerder", quick);
        await chain.ArriveAndApplyAsync();

        await chain.DeliveredAsync(free);

        Assert.Empty(slow.Taken);
        await Until.TrueAsync(() => chain.Find(held).Attempts > 0, () => "The slow receiver was waited for without end.");
        Assert.Equal(DeliveryFault.TimedOut, (DeliveryFault)chain.Find(held).Fault);
        gate.Release(1000);
        await chain.DeliveredAsync(held);
        Assert.Equal(quick.Taken.Select(each => each.Id), slow.Taken.Select(each => each.Id).Distinct());
    }

    [Fact]
    public async Task A_receiver_that_stays_down_pauses_its_subscription_which_goes_on_without_a_gap()
    {
        await using var chain = await OutboxChain.StartAsync(outbox => outbox with { MostAttempts = 3 });
        var down = await Receiver.StartAsync();
        var port = new Uri(down.Address).Port;
        var (number, _) = await chain.SubscribeAsync("avim-registreerder", down);
        await down.DisposeAsync();
        await chain.ArriveAndApplyAsync();
        await Until.TrueAsync(() => !chain.Find(number).IsActive, () => "A receiver that is down is tried without end.");
        var paused = chain.Find(number);
        Assert.Equal((PauseReason.TooManyFailures, DeliveryFault.Unreachable, 3), ((PauseReason)paused.Reason, (DeliveryFault)paused.Fault, paused.Attempts));
        await chain.ArriveAndApplyAsync();

        await using var up = await Receiver.StartAsync(port);
        Assert.IsType<SubscriptionResult.Done>(await chain.Store.Subscriptions.ResumeAsync(number, paused.Version, ActKey.New()));
        await chain.DeliveredAsync(number);

        Assert.Equal(chain.Told("avim-registreerder"), up.Taken.Select(each => each.Position));
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_not_called_again()
    {
        await using var chain = await OutboxChain.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, _) => Task.FromResult(410);
        var (number, _) = await chain.SubscribeAsync("avim-registreerder", receiver);
        await chain.ArriveAsync();
        await Until.TrueAsync(() => !chain.Find(number).IsActive, () => "It is not paused.");
        Assert.Equal(1, receiver.Calls);
        Assert.Equal(PauseReason.Gone, (PauseReason)chain.Find(number).Reason);
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        await using var chain = await OutboxChain.StartAsync(outbox => outbox with { MostAttempts = 2 });
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (delivery, _) => Task.FromResult(delivery.Path == "/elsewhere" ? 204 : 307);
        var (number, _) = await chain.SubscribeAsync("avim-registreerder", receiver);
        await chain.ArriveAsync();
        await Until.TrueAsync(() => !chain.Find(number).IsActive, () => "It is not paused.");
        Assert.Empty(receiver.Taken);
        Assert.Equal(DeliveryFault.Redirected, (DeliveryFault)chain.Find(number).Fault);
    }

    [Fact]
    public async Task After_a_restart_nothing_is_missing_and_nothing_comes_twice()
    {
        await using var chain = await OutboxChain.StartAsync(outbox => outbox with { KeptEvery = 1000 });
        await using var receiver = await Receiver.StartAsync();
        var (number, _) = await chain.SubscribeAsync("avim-registreerder", receiver);
        for (var i = 0; i < 3; i++)
        {
            await chain.ArriveAndApplyAsync();
            await chain.RestartAsync();
        }
        await chain.ArriveAndApplyAsync();
        await chain.DeliveredAsync(number);
        Assert.Equal(chain.Told("avim-registreerder"), receiver.Taken.Select(each => each.Position));
    }

    [Fact]
    public async Task After_a_kill_nothing_is_missing_and_what_comes_twice_has_the_same_id()
    {
        await using var chain = await OutboxChain.StartAsync(outbox => outbox with { KeptEvery = 1000 });
        await using var receiver = await Receiver.StartAsync();
        using var gate = new SemaphoreSlim(0);
        receiver.Answer = async (_, call) =>
        {
            if (call == 4)
            {
                await gate.WaitAsync(); // Three were taken and not kept: the fourth is under way at the kill.
            }
            return 204;
        };
        var (number, _) = await chain.SubscribeAsync("avim-registreerder", receiver);
        await chain.ArriveAndApplyAsync();
        await chain.ArriveAndApplyAsync();
        await Until.TrueAsync(() => receiver.Calls >= 4, () => $"{receiver.Calls} calls.");
        await chain.RestartAsync(abruptly: true);
        gate.Release(1000);
        await chain.DeliveredAsync(number);

        Assert.Equal(chain.Told("avim-registreerder"), receiver.Taken.Select(each => each.Position).Distinct().Order());
        Assert.All(receiver.Taken.GroupBy(each => each.Position), same => Assert.Single(same.Select(each => each.Id).Distinct()));
    }
}
