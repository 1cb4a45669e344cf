using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schakel.Norms;

namespace Schakel.Commands;

/// <summary>Many questions to the law: JSON Lines in, a line of JSON out for each, in the same order.</summary>
/// <remarks>A line that cannot be answered gets an error with its number, and the rest goes on. Memory does not grow with the number of lines.</remarks>
internal sealed class NormsBatch : IDisposable
{
    private const int LongestLine = 1 << 20;
    private const int FlushAt = 1 << 16;

    private readonly Law _law;
    private readonly NormComputation? _only;
    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _written = new(2 * FlushAt);
    private readonly Utf8JsonWriter _writer;
    private long _line;
    private bool _erred;

    private NormsBatch(Law law, NormComputation? only, Stream output)
    {
        (_law, _only, _output) = (law, only, output);
        _writer = new Utf8JsonWriter(_written, JsonForm);
    }

    /// <summary>How answers are written: letters as they are, one line.</summary>
    public static JsonWriterOptions JsonForm { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers every line.</summary>
    /// <param name="law">The law.</param>
    /// <param name="only">The computation asked by all lines, whose ids are then only labels; null when each line's id names its computation.</param>
    /// <param name="input">JSON Lines.</param>
    /// <param name="output">Receives a line each.</param>
    /// <returns>Whether all were answered.</returns>
    public static bool Run(Law law, NormComputation? only, Stream input, Stream output)
    {
        using var batch = new NormsBatch(law, only, output);
        batch.Read(input);
        batch.Flush();
        return !batch._erred;
    }

    /// <summary>Gives the writer back.</summary>
    public void Dispose() => _writer.Dispose();

    private void Read(Stream input)
    {
        var buffer = new byte[FlushAt];
        var (kept, skipping) = (0, false);
        while (true)
        {
            Flush(); // Whoever waits for answers before asking on must get them.
            var read = input.Read(buffer.AsSpan(kept));
            var end = kept + read;
            var start = 0;
            for (int length; (length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) >= 0; start += length + 1)
            {
                Take(buffer.AsSpan(start, length), skipping);
                skipping = false;
            }

            kept = end - start;
            if (read == 0)
            {
                if (kept > 0 || skipping)
                {
                    Take(buffer.AsSpan(start, kept), skipping);
                }

                return;
            }

            (kept, skipping) = kept > LongestLine ? (0, true) : (kept, skipping);
            buffer.AsSpan(start, kept).CopyTo(buffer);
            if (kept == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }
        }
    }

    private void Take(ReadOnlySpan<byte> line, bool tooLong)
    {
        _line++;
        if (tooLong || line.Length > LongestLine)
        {
            Refuse(default, "is longer than 1 MB; give one question");
        }
        else if (!line.Trim(" \t\r"u8).IsEmpty)
        {
            Answer(line);
        }

        if (_written.WrittenCount >= FlushAt)
        {
            Flush();
        }
    }

    private void Answer(ReadOnlySpan<byte> line)
    {
        if (QuestionText.TryParse(line, out var question) is { } unreadable)
        {
            Refuse(default, unreadable);
            return;
        }

        if (Misshapen(question, out var id, out var facts) is { } complaint)
        {
            Refuse(id, complaint);
            return;
        }

        try
        {
            var answer = (_only ?? NormComputation.Find(id.GetString()!)).Compute(_law, facts);
            WriteStart(id);
            answer.WriteTo(_writer);
            WriteEnd();
        }
        catch (Exception e) when (e is NormException or ArgumentException)
        {
            Refuse(id, e.Message);
        }
    }

    private string? Misshapen(JsonElement question, out JsonElement id, out JsonElement facts)
    {
        (id, facts) = (default, default);
        if (question.ValueKind != JsonValueKind.Object)
        {
            return "is not a JSON object; give {\"id\": …, \"facts\": {…}}";
        }

        foreach (var property in question.EnumerateObject())
        {
            if (property.NameEquals("id") && id.ValueKind == JsonValueKind.Undefined)
            {
                id = property.Value;
            }
            else if (property.NameEquals("facts") && facts.ValueKind == JsonValueKind.Undefined)
            {
                facts = property.Value;
            }
            else
            {
                return $"`{property.Name}` is not known or given twice; a line holds `id` and `facts`, once each";
            }
        }

        if (id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) && (_only is null || id.ValueKind != JsonValueKind.Undefined))
        {
            return id.ValueKind == JsonValueKind.Undefined ? "`id` is missing; give the id of a computation" : $"`id` is {id.GetRawText()}; give a text or a number";
        }

        if (_only is null && id.ValueKind == JsonValueKind.Number)
        {
            return $"`id` is {id.GetRawText()}; give the id of a computation";
        }

        return facts.ValueKind == JsonValueKind.Undefined ? "`facts` is missing; give {\"name\": value, …}" : null;
    }

    private void Refuse(JsonElement id, string complaint)
    {
        _erred = true;
        WriteStart(id);
        var stop = complaint.EndsWith('.') ? "" : ".";
        _writer.WriteString("error", string.Create(CultureInfo.InvariantCulture, $"line {_line}: {complaint}{stop}"));
        WriteEnd();
    }

    private void WriteStart(JsonElement id)
    {
        _writer.WriteStartObject();
        _writer.WritePropertyName("id");
        if (id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            id.WriteTo(_writer);
        }
        else if (_only is not null && id.ValueKind == JsonValueKind.Undefined)
        {
            _writer.WriteStringValue(_only.Id);
        }
        else
        {
            _writer.WriteNullValue();
        }
    }

    private void WriteEnd()
    {
        _writer.WriteEndObject();
        _writer.Flush();
        _writer.Reset();
        _written.Write("\n"u8);
    }

    private void Flush()
    {
        if (_written.WrittenCount > 0)
        {
            _output.Write(_written.WrittenSpan);
            _output.Flush();
            _written.ResetWrittenCount();
        }
    }
}
