using System.Buffers.Binary;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Desks;
using Schakel.Store.Models;
using Command = System.CommandLine.Command;

namespace Schakel.Commands;

/// <summary><c>schakel import</c>: takes a stock of files over from CSV, row by row, each whole or not at all.</summary>
internal static class ImportCommand
{
    private static readonly CsvReaderOptions Strict = new()
    {
        Separator = ',',
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
        MaxRecordSize = 64 * 1024,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("import", $"Takes files over from CSV in UTF-8 with a heading: {string.Join(", ", StockRow.Columns)}. The first {StockRow.Needed} columns must be there. Each row is one act, done or refused whole; exit code 2 when a row was refused. Sending the same file again changes nothing.");
        var file = new Argument<string>("file") { Description = "The CSV file." };
        var dry = new Option<bool>("--dry-run") { Description = "Says what would be refused, as far as a row tells by itself; whether a site is full is seen only when it is done." };
        var official = NumberOption.Create("--official", 1, 1, int.MaxValue, "Personnel number of the custodian of the records who answers for it");
        var store = new StoreArguments();
        command.Arguments.Add(file);
        command.Options.Add(dry);
        command.Options.Add(official);
        store.AddTo(command, withToday: true);
        command.SetAction(parsed => CommandLine.Wait(async () =>
        {
            var rows = Read(parsed.GetValue(file)!, new(parsed.GetValue(official), OfficialRoles.RecordsOfficer));
            var settings = store.SettingsOf(parsed);
            using var opened = ChainStore.Open(store.PlaceOf(parsed), settings);
            return await RunAsync(opened, settings, rows, parsed.GetValue(dry)).ConfigureAwait(false);
        }));
        return command;
    }

    private static async Task<int> RunAsync(ChainStore store, DeskSettings settings, List<(int Line, StockRow? Row, RowFault? Fault, ActKey Key)> rows, bool dry)
    {
        await store.Models.CatchUpWhollyAsync().ConfigureAwait(false);
        var seen = new HashSet<VNumber>();
        var (accepted, refused) = (0, 0);
        foreach (var (line, row, fault, key) in rows)
        {
            var why = fault is { } wrong ? $"{wrong.Field} '{wrong.Value}': must be {wrong.Rule}"
                : AgainstNumber(store, row!, seen)
                ?? (dry ? AgainstAlone(store, settings, row!) : await DoAsync(store, settings.Clock.Today, row!, key).ConfigureAwait(false));
            if (why is null && row!.VNumber is { } number)
            {
                seen.Add(number);
            }
            _ = why is null ? accepted++ : refused++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {line}: {(why is null ? "accepted" : "refused, " + why)}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{accepted:N0} accepted, {refused:N0} refused{(dry ? " (nothing was written)" : "")}"));
        return refused == 0 ? CommandLine.Done : CommandLine.Refused;
    }

    private static async Task<string?> DoAsync(ChainStore store, Day today, StockRow row, ActKey key)
    {
        var stream = StreamId.Of(row.Person);
        var by = ((TakeOverFile)row.Commands[0]).By;
        var act = new Act(key, Doer.Of(by), Purpose.Records, today, [.. row.Commands.Select(command => new Addressed(stream, command))]);
        var result = await store.Desk.DoAsync(act).ConfigureAwait(false);
        return (result is ActResult.Repeated repeated ? repeated.First : result) is ActResult.Refused refused
            ? $"{refused.Refusal.Code} ({refused.Refusal.Norm}): {refused.Refusal.English}" : null;
    }

    /// <summary>No two persons have one V-number; the number itself stays out of the report.</summary>
    private static string? AgainstNumber(ChainStore store, StockRow row, HashSet<VNumber> seen)
    {
        if (row.VNumber is not { } number)
        {
            return null;
        }
        using var view = store.Models.Look();
        return seen.Contains(number) ? "v-number: a row above has the same"
            : Search.Find(store.Models, view, new() { VNumber = number }).Hits.Any(hit => hit.Person != row.Person.Value) ? "v-number: another person has it" : null;
    }

    private static string? AgainstAlone(ChainStore store, DeskSettings settings, StockRow row)
    {
        using (var view = store.Models.Look())
        {
            if (view.Files.Any(file => file.Person == row.Person.Value))
            {
                return $"{Decider.AlreadyHere.Code} (fact): {Decider.AlreadyHere.English}";
            }
        }
        var today = settings.Clock.Today;
        var file = CaseFile.Unopened;
        foreach (var command in row.Commands)
        {
            var decision = Decider.Decide(file, Household.Empty, command, settings.LawOn(today), today);
            if (decision.Refusal is { } refusal)
            {
                return $"{refusal.Code} ({refusal.Norm}): {refusal.English}";
            }
            foreach (var happened in decision.Events)
            {
                file = Decider.Evolve(file, happened, today);
            }
        }
        return null;
    }

    private static List<(int Line, StockRow? Row, RowFault? Fault, ActKey Key)> Read(string path, Official by)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new InvalidDataException($"{path}: is in UTF-16. Save it as UTF-8.");
        }
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}: byte {e.Index} is no UTF-8. Save the file as UTF-8."), e);
        }
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path}: holds null characters and is no text.");
        }
        try
        {
            using var csv = CsvReader.FromText(text, Strict);
            string[] heading = csv.Read() ? [.. csv.Current.ToArray().Select(cell => cell.Trim())] : throw new InvalidDataException($"{path}: is empty; a heading and rows are needed.");
            CheckHeading(path, heading);
            var rows = new List<(int, StockRow?, RowFault?, ActKey)>();
            while (csv.Read())
            {
                var cells = csv.Current.ToArray().Select(cell => cell.Trim()).ToArray();
                StockRow? row = null;
                var fault = cells.Length == heading.Length ? StockRow.Read(column => Array.IndexOf(heading, column) is >= 0 and var at ? cells[at] : "", by, out row)
                    : new("row", string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells"), string.Create(CultureInfo.InvariantCulture, $"{heading.Length} cells, as the heading"));
                rows.Add(((int)csv.LineNumber, row, fault, KeyOf(cells)));
            }
            return rows;
        }
        catch (CsvFormatException e)
        {
            throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"{path}: line {e.LineNumber}: quotes must enclose a whole field and be doubled within it, and a row is at most 64 kB. Nothing was taken over."), e);
        }
    }

    private static void CheckHeading(string path, string[] heading)
    {
        if (StockRow.Columns.Take(StockRow.Needed).FirstOrDefault(column => !heading.Contains(column)) is { } missing)
        {
            throw new InvalidDataException($"{path}: column '{missing}' is missing. The heading needs {string.Join(", ", StockRow.Columns.Take(StockRow.Needed))}.");
        }
        if (heading.FirstOrDefault(column => !StockRow.Columns.Contains(column)) is { } unknown)
        {
            throw new InvalidDataException($"{path}: column '{unknown}' is not known. Known are {string.Join(", ", StockRow.Columns)}.");
        }
        if (heading.Distinct().Count() < heading.Length)
        {
            throw new InvalidDataException($"{path}: a column stands there twice.");
        }
    }

    private static ActKey KeyOf(string[] cells)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("import|" + string.Join('|', cells)));
        return ActKey.Of(BinaryPrimitives.ReadInt64BigEndian(hash), BinaryPrimitives.ReadInt64BigEndian(hash.AsSpan(8)));
    }
}
