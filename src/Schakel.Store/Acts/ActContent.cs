using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schakel.Store.Acts;

/// <summary>What an act says, as one hash (inhoud van een handeling): the same key with another hash is another act.</summary>
internal static class ActContent
{
    private static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>SHA-256 over doer, purpose, day, ground and commands, or what was asked instead of them; not over the versions expected, which say what the sender saw.</summary>
    public static byte[] Hash(Act act)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartArray();
        writer.WriteNumberValue((int)act.Doer.Kind);
        writer.WriteNumberValue(act.Doer.Number);
        writer.WriteNumberValue((int)act.Doer.Role);
        writer.WriteNumberValue((int)act.Purpose);
        writer.WriteNumberValue(act.OccurredOn.Number);
        writer.WriteStringValue(act.Ground ?? "");
        if (act.Asked is { } asked)
        {
            writer.WriteStringValue(asked);
        }
        foreach (var (stream, command) in act.Asked is null ? act.Commands : [])
        {
            writer.WriteNumberValue((int)stream.Kind);
            writer.WriteNumberValue(stream.Number);
            writer.WriteStringValue(command.GetType().Name);
            JsonSerializer.Serialize(writer, command, command.GetType(), Options);
        }
        writer.WriteEndArray();
        writer.Flush();
        return SHA256.HashData(bytes.WrittenSpan);
    }
}
