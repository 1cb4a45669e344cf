using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using NodaTime;

namespace Schakel.Rehearsal.Data;

/// <summary>A strictly read table (tabel): the header must be exactly the fields asked for, and every row as wide as the header.</summary>
internal static class CsvTable
{
    private const int LargestRow = 64 * 1024;

    private static readonly CsvReaderOptions Strict = new()
    {
        Separator = ',',
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
        MaxRecordSize = LargestRow,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    /// <summary>All rows of a file, at least one.</summary>
    /// <exception cref="DataFaultException">Another header, a row of another width, a stray quote, or no rows.</exception>
    public static ImmutableArray<TableRow> Read(DataFolder folder, string file, params ReadOnlySpan<string> fields)
    {
        var names = fields.ToArray();
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        try
        {
            using var reader = CsvReader.FromText(folder.Text(file), Strict);
            var header = reader.Read() ? reader.Current.ToArray() : [];
            if (!header.AsSpan().SequenceEqual(names))
            {
                throw new DataFaultException(
                    file, "line 1", "header", string.Join(',', header), $"it must be {string.Join(',', names)}");
            }

            while (reader.Read())
            {
                if (reader.FieldCount != names.Length)
                {
                    throw new DataFaultException(
                        file, $"line {Written.Number(reader.LineNumber)}", "number of fields", Written.Number(reader.FieldCount),
                        $"it must be {Written.Number(names.Length)}");
                }

                rows.Add(new TableRow(file, reader.LineNumber, names, reader.Current.ToArray()));
            }
        }
        catch (CsvFormatException fault)
        {
            throw new DataFaultException(
                file, $"line {Written.Number(fault.LineNumber)}", "", "",
                "quotes must enclose a whole field and be doubled within it, and a row is at most 64 kB", fault);
        }

        return rows.Count > 0 ? rows.DrainToImmutable() : throw new DataFaultException(file, "", "", "", "the table has no rows");
    }
}

/// <summary>One row of a table; every getter names the row in its fault.</summary>
internal sealed class TableRow(string file, long line, string[] fields, string[] values)
{
    /// <summary>The text of a field; it may be empty.</summary>
    public string Text(string field) => values[Array.IndexOf(fields, field)];

    /// <summary>The text of a field that may not be empty.</summary>
    public string Required(string field) =>
        Text(field) is { Length: > 0 } text ? text : throw Fault(field, "it may not be empty");

    /// <summary>A key that no earlier row has.</summary>
    public string Unique(string field, HashSet<string> seen) =>
        seen.Add(Required(field)) ? Text(field) : throw Fault(field, "it occurs twice");

    /// <summary>A name that must be one of those known.</summary>
    public string Known(string field, IReadOnlySet<string> known) =>
        known.Contains(Required(field)) ? Text(field) : throw Fault(field, "it is not a known id");

    /// <summary>One of a few words.</summary>
    public T OneOf<T>(string field, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        foreach (var (word, value) in choices)
        {
            if (string.Equals(word, Text(field), StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw Fault(field, $"it must be one of: {Written.List(choices.ToArray().Select(choice => choice.Word))}");
    }

    /// <summary>A whole number between bounds, both inclusive.</summary>
    public int Whole(string field, int least, int most) =>
        int.TryParse(Text(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value >= least && value <= most
            ? value
            : throw Fault(field, $"it must be a whole number from {Written.Number(least)} to {Written.Number(most)}");

    /// <summary>A whole number, or nothing where the field is empty.</summary>
    public int? WholeOrNone(string field, int least, int most) =>
        Text(field).Length == 0 ? null : Whole(field, least, most);

    /// <summary>A number between bounds, both inclusive, without an exponent.</summary>
    public double Number(string field, double least, double most) =>
        double.TryParse(
            Text(field), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value >= least && value <= most
            ? value
            : throw Fault(field, $"it must be a number from {Written.Number(least)} to {Written.Number(most)}");

    /// <summary>A number, or nothing where the field is empty.</summary>
    public double? NumberOrNone(string field, double least, double most) =>
        Text(field).Length == 0 ? null : Number(field, least, most);

    /// <summary>A period: year, half-year, month, day, or a range of months or days.</summary>
    public DateInterval Period(string field) =>
        FigurePeriod.Parse(Text(field))
        ?? throw Fault(field, "it must be a period such as 2022, 2022-H1, 2022-06-27 or 2023-01..2023-10");

    /// <summary>A value with its range, from the fields value, low, high and source.</summary>
    public Quantity Quantity(string value, string low, string high, double least, double most)
    {
        var quantity = new Quantity(
            Number(value, least, most), Number(low, least, most), Number(high, least, most), Required("source"), "");
        return quantity.Low <= quantity.Value && quantity.Value <= quantity.High
            ? quantity
            : throw Fault(value, $"it must lie between {low} {Text(low)} and {high} {Text(high)}");
    }

    /// <summary>The fault of a rule that this row breaks in a field.</summary>
    public DataFaultException Fault(string field, string rule) =>
        new(file, $"line {Written.Number(line)}", field, Text(field), rule);
}
