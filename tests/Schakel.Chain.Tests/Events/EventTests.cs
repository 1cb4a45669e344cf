using System.Reflection;
using System.Text.Json;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;

namespace Schakel.Chain.Tests.Events;

public sealed class EventTests
{
    public static TheoryData<string> Names => [.. EventSamples.All.Select(sample => EventCatalogue.Of(sample.GetType()).Name)];

    [Fact]
    public void Every_event_has_a_sample() =>
        Assert.Equal(EventCatalogue.Types, EventSamples.All.Select(sample => sample.GetType())
            .OrderBy(type => EventCatalogue.Of(type).Name, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_stored_as_it_always_was(string name)
    {
        var sample = Sample(name);
        Golden.Matches(PathOf(sample), EventJson.Write(sample) + "\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_stored_still_loads(string name)
    {
        var sample = Sample(name);
        Assert.Equal(sample, EventJson.Read(name, EventCatalogue.Of(sample.GetType()).Version, Golden.Read(PathOf(sample))));
    }

    [Fact] // Also what a program wrote that is no longer made.
    public void Every_version_that_was_ever_written_is_kept_and_loads()
    {
        foreach (var stored in EventCatalogue.Types.Select(EventCatalogue.Of))
        {
            for (var version = 1; version < stored.Version; version++)
            {
                var expected = EventSamples.Old.GetValueOrDefault((stored.Name, version));
                Assert.True(expected is not null, $"{stored.Name} version {version}: EventSamples.Old does not say what it reads as.");
                Assert.Equal(expected, EventJson.Read(stored.Name, version, Golden.Read($"Events/golden/{stored.Name}.v{version}.json")));
            }
        }
    }

    [Fact]
    public void An_old_version_with_a_field_it_never_had_is_refused() =>
        Assert.Throws<JsonException>(() => EventJson.Read("application-withdrawn", 1, """{"colour":"red"}"""));

    [Theory]
    [InlineData("9")]
    [InlineData("\"substance\"")]
    [InlineData("null")]
    public void An_old_version_with_a_value_it_never_had_is_refused(string reason) => Assert.Throws<JsonException>(() =>
        EventJson.Read("track-confirmed", 1, """{"track":"general","by":{"number":14,"role":"decision-officer"},"reason":""" + reason + "}"));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    public void An_old_version_is_an_object_too(string json) =>
        Assert.Throws<JsonException>(() => EventJson.Read("application-withdrawn", 1, json));

    [Theory]
    [InlineData("application-withdrawn", 0)]
    [InlineData("application-withdrawn", 99)]
    [InlineData("application-lodged", 2)]
    [InlineData("application-lodged-by-owl", 1)]
    public void An_event_of_a_newer_program_is_named(string name, int version)
    {
        var unknown = Assert.Throws<UnknownEventException>(() => EventJson.Read(name, version, "{}"));
        Assert.Contains($"\"{name}\" version {version}", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interview-planned", """{"interviewOn":"27-03-2024"}""")]
    [InlineData("interview-planned", """{"interviewOn":"2024-03-27","colour":"red"}""")]
    [InlineData("entry-granted", """{"byOperationOfLaw":4}""")]
    [InlineData("document-examined", """{"kind":4}""")]
    [InlineData("application-lodged", "null")]
    public void What_does_not_fit_is_refused(string name, string json) =>
        Assert.Throws<JsonException>(() => EventJson.Read(name, 1, json));

    [Fact]
    public void Every_field_has_a_data_category() =>
        Assert.Empty(EventCatalogue.Types.SelectMany(Fields).Where(field => field.Category is null).Select(field => field.Name));

    [Fact] // Red line 4: no claim data ever in a return file. Red line 5: a claim is one person's, not the household's.
    public void No_claim_stands_in_a_return_file_a_household_a_site_or_a_policy() =>
        Assert.Empty(EventCatalogue.Types
            .Where(type => type.IsSubclassOf(typeof(ReturnEvent)) || type.IsSubclassOf(typeof(HouseholdEvent))
                || type.IsSubclassOf(typeof(SiteEvent)) || type.IsSubclassOf(typeof(Chain.Policy.PolicyEvent)))
            .SelectMany(Fields)
            .Where(field => field.Category is DataCategory.Claim or DataCategory.Medical or DataCategory.Vulnerability)
            .Select(field => field.Name));

    [Fact]
    public void Every_event_is_sealed_and_immutable() =>
        Assert.All(EventCatalogue.Types, type =>
        {
            Assert.True(type.IsSealed, type.Name);
            Assert.All(
                type.GetProperties().Where(property => property.SetMethod is not null),
                property => Assert.Contains(
                    typeof(System.Runtime.CompilerServices.IsExternalInit),
                    property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));
        });

    private static IEnumerable<(string Name, DataCategory? Category)> Fields(Type type) =>
        type.GetConstructors().Single().GetParameters().Select(field =>
            ($"{type.Name}.{field.Name}", field.GetCustomAttribute<CategoryAttribute>()?.Category));

    private static ChainEvent Sample(string name) =>
        EventSamples.All.Single(sample => EventCatalogue.Of(sample.GetType()).Name == name);

    private static string PathOf(ChainEvent sample)
    {
        var stored = EventCatalogue.Of(sample.GetType());
        return $"Events/golden/{stored.Name}.v{stored.Version}.json";
    }
}
