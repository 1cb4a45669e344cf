using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Rehearsal.Conformance;

namespace Schakel.Rehearsal.Trajectories;

/// <summary>Writes an object-centric log (exporteur): all objects first, then all events in order of time, then <see cref="Complete"/>.</summary>
public interface IOcelWriter : IDisposable
{
    /// <summary>Events written so far.</summary>
    long Events { get; }

    /// <summary>Writes an object.</summary>
    /// <param name="written">The object.</param>
    /// <exception cref="InvalidOperationException">An event was written already.</exception>
    void Write(OcelObject written);

    /// <summary>Writes an event.</summary>
    /// <param name="recorded">The event, not before the one that came before it.</param>
    void Write(in RecordedEvent recorded);

    /// <summary>Ends the log.</summary>
    void Complete();
}

/// <summary>
/// An event's own fields, one by one (velden). They are written by the chain's EventJson into a small buffer and read from there token by
/// token, so that no writer of logs knows an event by name.
/// </summary>
internal sealed class OcelFields : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Utf8JsonWriter _writer;

    public OcelFields() => _writer = new(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A field.</summary>
    /// <param name="name">Its name; of a field of a record within, with a dot between the names.</param>
    /// <param name="value">Stands at the value: a string, a number, or true or false.</param>
    public delegate void Field(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader value);

    /// <summary>Whether a field of a type of event may be told, by its name in the log; null when all may.</summary>
    public Func<Type, string, bool>? Tells { get; init; }

    /// <summary>Reads the fields of an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="field">Told each of them, in order.</param>
    public void Read(ChainEvent happened, Field field)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        EventJson.Write(_writer, happened);
        _writer.Flush();
        var fields = new Utf8JsonReader(_buffer.WrittenSpan);
        Span<byte> name = stackalloc byte[128];
        Span<int> ends = stackalloc int[8];
        ends.Clear();
        var end = 0;
        while (fields.Read())
        {
            switch (fields.TokenType)
            {
                case JsonTokenType.PropertyName when fields.CurrentDepth == 1 && Tells is { } tells && !tells(happened.GetType(), fields.GetString()!):
                    fields.Skip();
                    break;
                case JsonTokenType.PropertyName:
                    var from = ends[fields.CurrentDepth - 1];
                    fields.ValueSpan.CopyTo(name[from..]);
                    end = from + fields.ValueSpan.Length;
                    break;
                case JsonTokenType.StartObject when fields.CurrentDepth > 0:
                    name[end] = (byte)'.';
                    ends[fields.CurrentDepth] = end + 1;
                    break;
                case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                    field(name[..end], ref fields);
                    break;
                default:
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
