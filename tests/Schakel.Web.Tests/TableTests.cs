using System.Reflection;
using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Chain.Housing;
using Schakel.Chain.Partners;
using Schakel.Chain.Reception;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Api.Family;

namespace Schakel.Web;

/// <summary>The tables of the interface are complete: no command, field or value of the chain is missing.</summary>
public sealed class TableTests
{
    private static IEnumerable<Type> Chain(Type of) => typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(of) && !type.IsAbstract);

    [Fact]
    public void Every_command_of_the_chain_is_offered_once_or_has_a_reason()
    {
        var offered = CommandTable.All.Select(each => each.Command).ToList();
        Assert.Equal(offered.Count, offered.Distinct().Count());
        Assert.Empty(offered.Intersect(CommandTable.NotAlone.Keys));
        Assert.Equal(
            Chain(typeof(Command)).Select(type => type.Name).Order(StringComparer.Ordinal),
            offered.Concat(CommandTable.NotAlone.Keys).Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>Commands that conform gives, and for which the interface has another way than an address of their own.</summary>
    private static readonly Dictionary<string, string> AnotherWay = new()
    {
        ["ObserveLapse"] = "nobody can send it: the clock gives it, and a log tells that it did",
        ["ObserveRemedyLapse"] = "nobody can send it: the clock gives it, and a log tells that it did",
        ["ObserveReviewLapse"] = "nobody can send it: the clock gives it, and a log tells that it did",
        ["SupplyDocument"] = "the route of documents gives it, together with the content",
    };

    [Fact]
    public void Conform_judges_a_log_by_the_commands_that_the_interface_offers_and_by_all_of_them()
    {
        var commands = Chain(typeof(Command)).Select(type => type.Name).ToHashSet();
        var given = Directory.EnumerateFiles(Path.Combine(Root, "src", "Schakel.Rehearsal", "Conformance"), "*Commands*.cs")
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), @"\bnew (\w+)\s*\(")).Select(match => match.Groups[1].Value).Where(commands.Contains).ToHashSet();
        var offered = CommandTable.All.Select(each => each.Command.Name).ToHashSet();

        Assert.Equal(AnotherWay.Keys.Order(StringComparer.Ordinal), given.Except(offered).Order(StringComparer.Ordinal));
        Assert.Empty(offered.Except(given));
        Assert.Equal(CommandTable.NotAlone.Keys.Select(type => type.Name).Except(AnotherWay.Keys).Order(StringComparer.Ordinal), commands.Except(given).Order(StringComparer.Ordinal));
    }

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }
            return folder;
        }
    }

    [Fact]
    public void Every_act_on_a_household_is_offered() => Assert.Equal(
        Chain(typeof(Schakel.Chain.Family.HouseholdAct)).Select(type => type.Name).Order(StringComparer.Ordinal),
        HouseholdActEndpoints.All.Select(each => each.Act.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_commands_share_an_address() => Assert.Equal(
        CommandTable.All.Length + HouseholdActEndpoints.All.Length,
        CommandTable.All.Select(each => $"{each.Kind}/{each.Path}").Concat(HouseholdActEndpoints.All.Select(each => $"{StreamKind.Household}/{each.Path}")).Distinct().Count());

    [Fact]
    public void Every_field_of_a_command_has_a_word_of_its_own() => Assert.All(CommandTable.All, resource =>
    {
        var fields = CommandShape.Of(resource.Command).Fields;
        Assert.Equal(fields.Length, fields.Select(each => each.Name).Distinct().Count());
        Assert.DoesNotContain(fields, each => each.Name is "datum" or "toelichting");
    });

    [Fact]
    public void Every_field_and_value_of_an_event_has_a_word() => Assert.All(EventCatalogue.Types, type => Assert.All(
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(each => each.SetMethod is not null), property =>
        {
            Assert.NotEmpty(Words.OfField(property.Name));
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { IsEnum: true } choice)
            {
                Assert.Equal(Enum.GetNames(choice).Length, Words.ValuesOf(choice).Distinct().Count());
            }
        }));

    [Fact]
    public void Every_purpose_and_power_that_an_event_tells_has_a_word()
    {
        Assert.Equal(Enum.GetNames<Store.Acts.Purpose>().Length, Words.ValuesOf(typeof(Store.Acts.Purpose)).Distinct().Count());
        Assert.Equal(Enum.GetNames<Chain.OfficialRoles>().Length, Words.ValuesOf(typeof(Chain.OfficialRoles)).Distinct().Count());
    }

    [Fact]
    public void A_day_s_name_ends_in_datum_and_nothing_else_s_does() => Assert.All(
        CommandTable.All.SelectMany(each => CommandShape.Of(each.Command).Fields), field => Assert.Equal(
            (Nullable.GetUnderlyingType(field.Type) ?? field.Type) == typeof(Norms.Day) && field.Name is not ("geboren" or "maand"),
            field.Name.EndsWith("atum", StringComparison.Ordinal)));

    [Fact]
    public void Someone_can_post_every_command() => Assert.All(
        CommandTable.All, resource => Assert.Contains(Function.All, function => resource.IsOpenTo(function)));

    [Fact]
    public void Whom_a_table_names_exists_and_only_what_is_no_official_act_names_anyone() => Assert.All(CommandTable.All, resource =>
    {
        Assert.All(resource.OpenTo, code => Assert.NotNull(Function.Find(code)));
        Assert.Equal(resource.Command.IsAssignableTo(typeof(IOfficialAct)) || resource.Command.IsAssignableTo(typeof(PartnersCommand)), resource.OpenTo.IsEmpty);
    });

    [Fact]
    public void Every_role_has_a_function_and_every_function_stands_there_once()
    {
        Assert.Equal(Function.All.Length, Function.All.Select(each => each.Code).Distinct().Count());
        Assert.All(Enum.GetValues<OfficialRoles>().Where(role => role != OfficialRoles.None), role => Assert.Contains(Function.All, each => each.Role == role));
    }

    [Fact] // A worklist is one party's: with two, the steps of the second would be nobody's.
    public void No_two_parties_act_in_the_same_function() => Assert.All(
        Enum.GetValues<Party>().Where(party => Parties.RoleOf(party) != OfficialRoles.None).GroupBy(Parties.RoleOf), parties => Assert.Single(parties));

    [Fact] // Red lines 4 and 5: the claim and health are read by those who need them for it.
    public void Claims_and_health_reach_no_officer_of_return_identification_or_housing() => Assert.All(
        Function.All.Where(each => each.Code is "avim-registreerder" or "kmar-grenswachter" or "dtv-regievoerder" or "hulpofficier" or "gemeente-huisvester" or "coa-medewerker"), function =>
        {
            Assert.False(function.MayRead(DataCategory.Claim));
            Assert.False(function.MayRead(DataCategory.Medical));
        });

    private static readonly Type[] PlacesOrHouses = [typeof(PlacePerson), typeof(OfferPlace), typeof(AnnounceMove), typeof(MovePerson), typeof(LinkToMunicipality), typeof(OfferHome)];

    [Fact] // Red line 2: where somebody comes from has no part in where they stay.
    public void Whoever_can_place_or_house_somebody_does_not_read_where_they_come_from()
    {
        var able = Function.All.Where(function => CommandTable.All.Any(each => PlacesOrHouses.Contains(each.Command) && each.IsOpenTo(function))).ToList();

        Assert.Contains(able, each => each.Code == "coa-medewerker");
        Assert.Contains(able, each => each.Code == "gemeente-huisvester");
        Assert.DoesNotContain(able, each => each.MayRead(DataCategory.Origin));
    }
}
