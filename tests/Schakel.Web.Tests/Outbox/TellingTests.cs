using System.Net;
using System.Reflection;
using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Web.Access;

namespace Schakel.Web.Outbox;

/// <summary>A subscriber is told only what its function may know, of whom it still may be told.</summary>
public sealed class TellingTests
{
    // Written by hand, not taken from the program: the name of each of these tells of someone's health.
    private static readonly string[] OfHealth = ["health-intake-held", "tuberculosis-screened", "treatment-begun", "treatment-ended", "medical-deferral-requested"];

    [Fact]
    public void No_function_is_told_what_lies_behind_a_wall_for_it_or_is_none_of_its_business()
    {
        var pairs = 0;
        foreach (var type in EventCatalogue.Types)
        {
            var fields = type.GetConstructors().SelectMany(each => each.GetParameters()).Select(each => each.GetCustomAttribute<CategoryAttribute>())
                .Concat(type.GetProperties().Select(each => each.GetCustomAttribute<CategoryAttribute>())).OfType<CategoryAttribute>().Select(each => each.Category).ToHashSet();
            foreach (var function in Function.All)
            {
                pairs++;
                if (NotifiedCategories.MayKnow(function, type))
                {
                    Assert.All(fields.Intersect([DataCategory.Claim, DataCategory.Medical, DataCategory.Vulnerability, DataCategory.Incidents]),
                        category => Assert.True(function.MayRead(category), $"{function.Code} is told {type.Name} and may not read {category}."));
                    var business = fields.Except([DataCategory.None, DataCategory.Identity, DataCategory.Contact]).ToList();
                    Assert.True(business.Count == 0 || business.Exists(function.MayRead), $"{function.Code} is told {type.Name} and may read nothing of it.");
                    Assert.False(
                        OfHealth.Contains(EventCatalogue.Of(type).Name) && !function.MayRead(DataCategory.Medical), $"{function.Code} may not read Medical and is told {type.Name}.");
                }
            }
        }
        Assert.True(pairs > 5000, $"{pairs} pairs of type and function were looked at.");
    }

    [Fact]
    public void An_event_of_a_person_is_never_for_everybody() => Assert.All(
        EventCatalogue.Types.Where(type => NotifiedCategories.Of(type).Count == 0), type => Assert.True(type.IsSubclassOf(typeof(SiteEvent)) || type.IsSubclassOf(typeof(PolicyEvent)), $"{type.Name} is about a person, and its name is told to all."));

    [Fact]
    public void Every_function_that_may_subscribe_is_told_something_and_none_is_told_all()
    {
        foreach (var function in Function.All.Where(each => each.Reach != Reach.Own))
        {
            var known = EventCatalogue.Types.Count(type => NotifiedCategories.MayKnow(function, type));
            Assert.InRange(known, 1, EventCatalogue.Types.Count - 1);
        }
    }

    [Fact]
    public async Task Health_reaches_those_who_care_and_not_those_who_return_or_decide()
    {
        await using var chain = await OutboxChain.StartAsync();
        await using var health = await Receiver.StartAsync();
        await using var returning = await Receiver.StartAsync();
        await using var deciding = await Receiver.StartAsync();
        var numbers = new[]
        {
            (await chain.SubscribeAsync("gza-medewerker", health)).Number, (await chain.SubscribeAsync("dtv-regievoerder", returning)).Number,
            (await chain.SubscribeAsync("ind-beslismedewerker", deciding)).Number,
        };
        var reception = new Official(15, OfficialRoles.ReceptionOfficer);
        await chain.ActAsync((StreamId.Of(new SiteId(5)), new OpenSite(reception, 2, Modality.Regular)));
        var file = await chain.ArriveAsync();
        await chain.ActAsync((file, new PlacePerson(reception, new SiteId(5), Modality.Regular)));
        await chain.ActAsync((file, new HoldHealthIntake(new Official(16, OfficialRoles.HealthWorker))));
        foreach (var number in numbers)
        {
            await chain.DeliveredAsync(number);
        }
        Assert.Contains("nl.asielketen.health-intake-held.v1", health.Taken.Select(each => each.Type));
        Assert.NotEmpty(deciding.Taken);
        Assert.All(OfHealth, name =>
        {
            Assert.DoesNotContain(returning.Taken, each => each.Type.Contains(name, StringComparison.Ordinal));
            Assert.DoesNotContain(deciding.Taken, each => each.Type.Contains(name, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Of_a_merged_file_nothing_new_is_told_until_it_is_restored()
    {
        await using var chain = await OutboxChain.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        var (going, resting) = (await chain.ArriveAsync(), await chain.ArriveAsync());
        var (number, _) = await chain.SubscribeAsync("gegevensbeheerder", receiver);
        await chain.ActAsync((resting, new MergeInto(OutboxChain.Records, new PersonId(going.Number), MergeGround.Fingerprints)));
        await chain.DeliveredAsync(number);
        Assert.Equal([$"zaken/{going.Number}"], receiver.Taken.Select(each => each.Subject).Distinct());

        await chain.ActAsync((resting, new RestoreFile(OutboxChain.Records, MergeMistake.TwoPersons)));
        await chain.DeliveredAsync(number);

        Assert.Contains($"zaken/{resting.Number}", receiver.Taken.Select(each => each.Subject));
    }

    [Fact]
    public async Task Of_someone_whose_content_was_erased_nothing_is_told_not_even_what_was_waiting()
    {
        await using var chain = await OutboxChain.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, _) => Task.FromResult(503);
        var (number, _) = await chain.SubscribeAsync("avim-registreerder", receiver);
        var file = await chain.ArriveAsync();
        await Until.TrueAsync(() => receiver.Calls > 0, () => "It was never tried.");

        await chain.Store.EraseAsync(file);
        receiver.Answer = (delivery, _) => Task.FromResult(delivery.Subject == $"zaken/{file.Number}" ? 503 : 204);
        await chain.DeliveredAsync(number);

        Assert.DoesNotContain($"zaken/{file.Number}", receiver.Taken.Select(each => each.Subject));
    }

    [Fact]
    public async Task Only_what_was_subscribed_to_is_told()
    {
        await using var chain = await OutboxChain.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        var (number, _) = await chain.SubscribeAsync("ind-beslismedewerker", receiver, types: "application-lodged");
        await chain.ArriveAndApplyAsync();
        await chain.ArriveAndApplyAsync();
        await chain.DeliveredAsync(number);
        Assert.Equal(["nl.asielketen.application-lodged.v1"], receiver.Taken.Select(each => each.Type).Distinct());
        Assert.Equal(2, receiver.Taken.Count);
    }

    [Theory]
    [InlineData("https://partner.example.nl/in", true, false)]
    [InlineData("https://203.0.114.7/in", true, false)]
    [InlineData("https://[2a00:1450::1]/in", true, false)]
    [InlineData("http://partner.example.nl/in", false, true)]
    [InlineData("ftp://partner.example.nl/in", false, true)]
    [InlineData("https://user:secret@partner.example.nl/in", false, true)]
    [InlineData("https://partner.example.nl/in#part", false, true)]
    [InlineData("/in", false, true)]
    [InlineData("https://10.1.2.3/in", false, true)]
    [InlineData("https://172.20.0.1/in", false, true)]
    [InlineData("https://192.168.1.1/in", false, true)]
    [InlineData("https://169.254.169.254/latest/meta-data", false, true)]
    [InlineData("https://0x7f.1/in", false, false)]
    [InlineData("https://2130706433/in", false, false)]
    [InlineData("https://0.0.0.0/in", false, true)]
    [InlineData("https://[::ffff:10.0.0.1]/in", false, true)]
    [InlineData("https://[fd00::1]/in", false, true)]
    [InlineData("https://[fe80::1]/in", false, true)]
    [InlineData("https://[64:ff9b::a00:1]/in", false, true)]
    [InlineData("https://[2002:a00:1::1]/in", false, true)]
    [InlineData("https://localhost/in", false, false)]
    [InlineData("https://127.0.0.1/in", false, false)]
    [InlineData("https://[::1]/in", false, false)]
    [InlineData("http://127.0.0.1:8080/in", true, true)]
    [InlineData("http://localhost:8080/in", true, true)]
    public void An_address_is_public_and_safe_or_on_this_machine_where_that_is_allowed(string address, bool expected, bool onThisMachine) =>
        Assert.Equal(expected, ReceiverAddress.Parse(address, onThisMachine) is not null);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.7")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("fd12::1")]
    [InlineData("::ffff:192.168.0.1")]
    public void A_name_that_leads_into_a_closed_network_is_not_connected_to(string number) => Assert.False(ReceiverAddress.IsAllowed(IPAddress.Parse(number), allowsLoopback: false));
}
