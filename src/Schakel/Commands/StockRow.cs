using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Commands;

/// <summary>What is wrong with a row (fout in een regel).</summary>
/// <param name="Field">The column.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Rule">What it must be.</param>
internal sealed record RowFault(string Field, string Value, string Rule);

/// <summary>A person of a stock that is taken over, as a row of CSV tells (voorraadregel).</summary>
/// <param name="Person">Number of the person.</param>
/// <param name="VNumber">The V-number, when told.</param>
/// <param name="Commands">What is done: the take-over, then the identity and the V-number as far as told.</param>
internal sealed record StockRow(PersonId Person, VNumber? VNumber, ImmutableArray<CaseCommand> Commands)
{
    /// <summary>The columns, in the order of the documentation; those that must be there first.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "person", "household", "born", "role", "stage", "lodged-on", "accepted-on", "decided-on", "requested-on", "site", "modality",
        "family-name", "given-names", "nationality", "language", "v-number",
    ];

    /// <summary>How many of the columns must be there.</summary>
    public const int Needed = 5;

    /// <summary>Reads a row.</summary>
    /// <param name="cell">The text in a column; empty when the column is not there.</param>
    /// <param name="by">Who answers for the take-over.</param>
    /// <param name="row">The row.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static RowFault? Read(Func<string, string> cell, Official by, out StockRow? row)
    {
        RowFault? fault = null;
        var person = Number(cell, "person", long.MaxValue, ref fault);
        var household = Number(cell, "household", long.MaxValue, ref fault);
        var born = Date(cell, "born", ref fault);
        var role = Member<FamilyRole>(cell, "role", ref fault);
        var stage = Member<TakenOverStage>(cell, "stage", ref fault);
        var dates = new TakenOverDates(Date(cell, "lodged-on", ref fault), Date(cell, "accepted-on", ref fault), Date(cell, "decided-on", ref fault), Date(cell, "requested-on", ref fault));
        SiteId? site = cell("site").Length == 0 ? null : new((int)Number(cell, "site", int.MaxValue, ref fault));
        var modality = site is null ? default : Member<Modality>(cell, "modality", ref fault);
        var commands = ImmutableArray.CreateBuilder<CaseCommand>();
        if (born is { } day)
        {
            commands.Add(new TakeOverFile(by, new(household), day, role, stage, dates, site, modality));
            if (cell("family-name").Length + cell("given-names").Length > 0)
            {
                commands.Add(new RecordIdentity(by, IdentityOf(cell, day, ref fault), IdentitySource.Register));
            }
        }
        else
        {
            fault ??= new("born", "", "a day as yyyy-mm-dd");
        }
        VNumber? number = null;
        if (cell("v-number") is { Length: > 0 } text)
        {
            if (Chain.Registration.VNumber.TryParse(text, out var parsed))
            {
                number = parsed;
                commands.Add(new AssignVNumber(by, text));
            }
            else
            {
                fault ??= new("v-number", "", "ten digits, the last two of which check the others"); // The value is left out: a report is no place for it.
            }
        }
        row = fault is null ? new(new(person), number, commands.ToImmutable()) : null;
        return fault;
    }

    private static Identity IdentityOf(Func<string, string> cell, Day born, ref RowFault? fault)
    {
        if (!CountryCode.TryParse(cell("nationality"), out var nationality) && cell("nationality").Length > 0)
        {
            fault ??= new("nationality", cell("nationality"), "a country in three letters (ISO 3166-1), XXA for stateless, or empty");
        }
        if (!LanguageCode.TryParse(cell("language"), out var language) && cell("language").Length > 0)
        {
            fault ??= new("language", cell("language"), "a language in three letters (ISO 639-3), or empty");
        }
        return new(new(cell("family-name"), cell("given-names")), PartialDate.Of(born), nationality, language);
    }

    private static long Number(Func<string, string> cell, string field, long most, ref RowFault? fault)
    {
        if (long.TryParse(cell(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }
        fault ??= new(field, cell(field), string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {most}"));
        return 1;
    }

    private static Day? Date(Func<string, string> cell, string field, ref RowFault? fault)
    {
        var text = cell(field);
        if (text.Length == 0)
        {
            return null;
        }
        if (Day.TryParse(text, out var day) && day.Year is >= 1880 and <= 2200)
        {
            return day;
        }
        fault ??= new(field, text, "a day as yyyy-mm-dd, from 1880");
        return null;
    }

    private static T Member<T>(Func<string, string> cell, string field, ref RowFault? fault) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) == cell(field))
            {
                return value;
            }
        }
        fault ??= new(field, cell(field), "one of " + string.Join(", ", Enum.GetValues<T>().Select(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()))));
        return default;
    }
}
