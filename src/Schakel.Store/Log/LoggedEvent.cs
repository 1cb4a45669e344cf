using System.Data.Common;
using System.Globalization;
using System.Text;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;

namespace Schakel.Store.Log;

/// <summary>An event as it stands in the table, which somebody may have altered (regel van het logboek).</summary>
/// <param name="Stored">The event; where a column holds what no event has there, with a default.</param>
/// <param name="Damage">Those columns and what they hold; null when there is none.</param>
/// <param name="HasPlace">Stream and version can be read.</param>
internal readonly record struct LoggedEvent(StoredEvent Stored, string? Damage, bool HasPlace)
{
    /// <summary>Reads the row a reader stands at: the columns of an event, in their order. No column is trusted.</summary>
    public static LoggedEvent Read(DbDataReader reader)
    {
        var columns = new UntrustedColumns(reader);
        var position = columns.Whole(0, long.MinValue, long.MaxValue);
        var kind = columns.Kind(1);
        var number = columns.Whole(2, long.MinValue, long.MaxValue);
        var version = (int)columns.Whole(3, int.MinValue, int.MaxValue);
        var hasPlace = columns.Damage is null;
        var envelope = new Envelope(
            position, hasPlace ? new(kind, number) : default, hasPlace ? version : 0, columns.Name(4), (short)columns.Whole(5, short.MinValue, short.MaxValue),
            new Day((int)columns.Whole(6, int.MinValue, int.MaxValue)),
            Instants.FromMicroseconds(columns.Whole(7, Instants.ToMicroseconds(DateTimeOffset.MinValue), Instants.ToMicroseconds(DateTimeOffset.MaxValue))),
            new((DoerKind)columns.Whole(8, 0, byte.MaxValue), columns.Whole(9, long.MinValue, long.MaxValue), (OfficialRoles)columns.Whole(10, int.MinValue, int.MaxValue)),
            (Purpose)columns.Whole(11, 0, byte.MaxValue), null, ActKey.Read(columns.Bytes(12, ActKey.Size)), columns.Bytes(14, HashChain.Size));
        return new(new(envelope, columns.Bytes(13)), columns.Damage, hasPlace);
    }

    /// <summary>What stands in the columns of one row, and what of it cannot be (kolommen).</summary>
    private sealed class UntrustedColumns(DbDataReader reader)
    {
        private const int Told = 40;
        private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

        public string? Damage { get; private set; }

        // SQLite keeps in any column what was put there: the type is the value's own, and a number that does not fit would be cut to one that does.
        public long Whole(int column, long least, long most)
        {
            if (Holds(column, typeof(long), typeof(int), typeof(short)) && reader.GetInt64(column) is var value && value >= least && value <= most)
            {
                return value;
            }
            Tell(column);
            return Math.Max(least, 0);
        }

        public StreamKind Kind(int column)
        {
            var kind = (StreamKind)Whole(column, 0, byte.MaxValue);
            if (!Enum.IsDefined(kind))
            {
                Tell(column);
            }
            return kind;
        }

        // By its bytes: text is read up to the first zero, and what follows that would be hidden.
        public string Name(int column)
        {
            try
            {
                if (Holds(column, typeof(string)) && reader.GetFieldValue<byte[]>(column) is { Length: > 0 and <= byte.MaxValue } bytes)
                {
                    return Strict.GetString(bytes);
                }
            }
            catch (DecoderFallbackException)
            {
                // Told as any other.
            }
            Tell(column);
            return "?";
        }

        public byte[] Bytes(int column, int? length = null)
        {
            if (Holds(column, typeof(byte[])) && reader.GetFieldValue<byte[]>(column) is var bytes && (length is null || bytes.Length == length))
            {
                return bytes;
            }
            Tell(column);
            return new byte[length ?? 0];
        }

        private bool Holds(int column, params ReadOnlySpan<Type> types) => !reader.IsDBNull(column) && types.Contains(reader.GetFieldType(column));

        private void Tell(int column)
        {
            var value = reader.GetValue(column) switch
            {
                byte[] bytes => $"{bytes.Length} bytes",
                string text => $"'{(text.Length <= Told ? text : text[..Told] + "…")}'",
                var other => Convert.ToString(other, CultureInfo.InvariantCulture),
            };
            Damage = $"{(Damage is null ? "" : Damage + "; ")}its {reader.GetName(column)} is {value}, which no event has";
        }
    }
}
