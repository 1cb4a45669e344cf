using System.Buffers;
using System.Text.Json;

namespace Schakel.Conformance.Recounting;

/// <summary>Reads an object-centric log of any size: one object or event at a time is in memory.</summary>
internal static class OcelReader
{
    private const int Window = 1 << 20;

    /// <summary>Hands out every element of the arrays of the document, with the name of its array, in the order of the file.</summary>
    public static void Read(Stream log, Action<string, JsonElement> element)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Window);
        int begin = 0, end = 0;
        var state = new JsonReaderState();
        var array = "";
        var ended = false;
        while (true)
        {
            var used = Walk(buffer.AsSpan(begin, end - begin), ended, ref state, ref array, element);
            begin += used;
            if (ended)
            {
                break;
            }

            if (used == 0 && begin == 0 && end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            buffer.AsSpan(begin, end - begin).CopyTo(buffer);
            end -= begin;
            begin = 0;
            var read = log.Read(buffer, end, buffer.Length - end);
            ended = read == 0;
            end += read;
        }

        Assert.Equal(end, begin);
    }

    private static int Walk(ReadOnlySpan<byte> bytes, bool last, ref JsonReaderState state, ref string array, Action<string, JsonElement> element)
    {
        var reader = new Utf8JsonReader(bytes, last, state);
        var whole = reader;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                array = reader.GetString()!;
            }
            else if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2)
            {
                var from = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    break; // The rest of this element is still in the file: once more from before it.
                }

                using var read = JsonDocument.Parse(bytes[from..(int)reader.BytesConsumed].ToArray());
                element(array, read.RootElement);
            }

            whole = reader;
        }

        state = whole.CurrentState;
        return (int)whole.BytesConsumed;
    }
}
