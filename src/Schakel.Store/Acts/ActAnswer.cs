using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Log;

namespace Schakel.Store.Acts;

/// <summary>The first answer to an act, as it is kept (bewaard antwoord). Events are read from the log again; a refusal is kept as it was worded.</summary>
internal static class ActAnswer
{
    public static byte[] Write(ActResult result)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        switch (result)
        {
            case ActResult.Accepted accepted:
                writer.WriteNumber("position"u8, accepted.Position);
                writer.WriteNumber("events"u8, accepted.Events.Length);
                writer.WriteStartArray("versions"u8);
                foreach (var (stream, version) in accepted.Versions)
                {
                    writer.WriteNumberValue((int)stream.Kind);
                    writer.WriteNumberValue(stream.Number);
                    writer.WriteNumberValue(version);
                }
                writer.WriteEndArray();
                break;
            case ActResult.Refused refused:
                writer.WriteString("refused"u8, refused.Refusal.Code);
                writer.WriteString("norm"u8, refused.Refusal.Norm);
                writer.WriteString("nl"u8, refused.Refusal.Dutch);
                writer.WriteString("en"u8, refused.Refusal.English);
                if (refused.Refusal.Boundary is { } day)
                {
                    writer.WriteNumber("day"u8, day.Number);
                }
                writer.WriteNumber("kind"u8, (int)refused.Stream.Kind);
                writer.WriteNumber("number"u8, refused.Stream.Number);
                writer.WriteNumber("command"u8, refused.Command);
                break;
            default:
                throw new UnreachableException($"{result.GetType().Name} is not kept.");
        }
        writer.WriteEndObject();
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <param name="answer">The kept answer.</param>
    /// <param name="events">Reads events: after a position, so many.</param>
    public static ActResult Read(byte[] answer, Func<long, int, IEnumerable<RecordedEvent>> events)
    {
        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        if (root.TryGetProperty("refused"u8, out var code))
        {
            var refusal = new Refusal(code.GetString()!, root.GetProperty("norm"u8).GetString()!, root.GetProperty("nl"u8).GetString()!, root.GetProperty("en"u8).GetString()!);
            return new ActResult.Refused(
                root.TryGetProperty("day"u8, out var day) ? refusal.On(new Day(day.GetInt32())) : refusal,
                new((StreamKind)root.GetProperty("kind"u8).GetInt32(), root.GetProperty("number"u8).GetInt64()),
                root.GetProperty("command"u8).GetInt32());
        }
        var position = root.GetProperty("position"u8).GetInt64();
        var count = root.GetProperty("events"u8).GetInt32();
        var versions = root.GetProperty("versions"u8).EnumerateArray().ToList();
        return new ActResult.Accepted(
            position,
            [.. Enumerable.Range(0, versions.Count / 3).Select(i => new ExpectedVersion(
                new((StreamKind)versions[3 * i].GetInt32(), versions[(3 * i) + 1].GetInt64()), versions[(3 * i) + 2].GetInt32()))],
            count == 0 ? [] : [.. events(position - count, count)]);
    }
}
