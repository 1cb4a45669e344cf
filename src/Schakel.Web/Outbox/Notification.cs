using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.Extensions;
using CloudNative.CloudEvents.SystemTextJson;
using Schakel.Store.Log;
using Schakel.Web.Api;

namespace Schakel.Web.Outbox;

/// <summary>A message to a subscriber (bericht), as it goes over the line.</summary>
/// <param name="Id">Id of the event, the same at each delivery.</param>
/// <param name="Body">A CloudEvent as JSON.</param>
internal sealed record Notification(string Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>What it is, over the line.</summary>
    public const string ContentType = "application/cloudevents+json";

    /// <summary>Most bytes that a message may have (CloudEvents, NL GOV profile).</summary>
    public const int Largest = 64 * 1024;

    private static readonly CloudEventAttribute DataRef = CloudEventAttribute.CreateExtension("dataref", CloudEventAttributeType.UriReference);
    private static readonly JsonEventFormatter Formatter = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }, default);

    /// <summary>
    /// The message that something happened: where it can be read, and nothing of what it is about. Whoever reads it there signs in, sees
    /// what their function may see, and is recorded.
    /// </summary>
    /// <param name="recorded">The event, with its content.</param>
    /// <param name="sender">Number of the organisation that sends (OIN).</param>
    /// <param name="address">Address of the application.</param>
    public static Notification Of(RecordedEvent recorded, string sender, Uri address)
    {
        var envelope = recorded.Envelope;
        var stream = Addresses.Of(envelope.Stream);
        var message = new CloudEvent(CloudEventsSpecVersion.V1_0, [DataRef, .. Sequence.AllAttributes])
        {
            Id = IdOf(envelope),
            Source = new Uri($"urn:nld:oin:{sender}:systeem:schakel"),
            Type = TypeOf(envelope.Name),
            Subject = stream,
            Time = envelope.RecordedAt,
            DataContentType = MediaTypeNames.Application.Json,
            Data = new NotificationData(envelope.OccurredOn.ToString(), envelope.Version),
        };
        message[DataRef] = new Uri(address, string.Create(CultureInfo.InvariantCulture, $"{ApiVersion.Root}/{stream}/gebeurtenissen/{envelope.Version}"));
        message[Sequence.SequenceAttribute] = envelope.Position.ToString(CultureInfo.InvariantCulture);
        message[Sequence.SequenceTypeAttribute] = "Integer";
        var body = Formatter.EncodeStructuredModeMessage(message, out _);
        return body.Length <= Largest ? new(message.Id, body)
            : throw new InvalidOperationException($"The message of event {envelope.Position} has {body.Length} bytes; most is {Largest}.");
    }

    /// <summary>The type of a message: the domain, the stored name of the event, and the version of what the message means.</summary>
    /// <param name="name">Stored name of the event.</param>
    public static string TypeOf(string name) => $"nl.asielketen.{name}.v1";

    /// <summary>The id of an event: a UUID (version 8) from its hash, which is there for as long as the log, and tells nothing.</summary>
    /// <param name="envelope">The envelope.</param>
    public static string IdOf(Envelope envelope)
    {
        Span<byte> bytes = stackalloc byte[16];
        envelope.Hash.Span[..16].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    /// <summary>What stands in a message besides its address (inhoud).</summary>
    /// <param name="GebeurdOpDatum">The day it happened; the time of the message is when it was recorded.</param>
    /// <param name="Versie">Its place in the history of the file, household or site.</param>
    internal sealed record NotificationData(string GebeurdOpDatum, int Versie);
}
