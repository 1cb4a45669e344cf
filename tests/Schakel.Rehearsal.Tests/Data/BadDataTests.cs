using System.Text;
using CsCheck;
using Schakel.Rehearsal.Data;

namespace Schakel.Rehearsal.Tests.Data;

/// <summary>Every fault names file, place, field, value and rule.</summary>
public sealed class BadDataTests
{
    [Theory]
    [InlineData("country-groups.csv", "turkiye,", "syria,", "line 3", "id", "it occurs twice")]
    [InlineData("country-groups.csv", ",TUR,", ",SYR,", "line 3", "members", "it must hold three-letter codes")]
    [InlineData("country-group-years.csv", "syria,2021,8323", "syria,2021,-8323", "line 2", "first", "it must be a whole number from 0 to 10000000")]
    [InlineData("country-group-years.csv", "syria,2021,8323", "syria,2021,1000000000", "line 2", "first", "it must be a whole number from 0 to 10000000")]
    [InlineData("country-group-years.csv", "syria,2021", "atlantis,2021", "line 2", "group", "it is not a known id")]
    [InlineData("country-group-years.csv", "syria,2022", "syria,2021", "line 17", "year", "the group has this year twice")]
    [InlineData("inflow-years.csv", "2001,", "2003,", "line 3", "year", "years must follow each other")]
    [InlineData("inflow-quarters.csv", "2018,2,", "2018,5,", "line 3", "quarter", "it must be a whole number from 1 to 4")]
    [InlineData("published/2022.csv", "0.78,share", "1.78,share", "line 24", "value", "it must be a number from 0 to 1")]
    [InlineData("published/2022.csv", "0.78,share", "NaN,share", "line 24", "value", "it must be a number from 0 to 1")]
    [InlineData("published/2022.csv", "0.78,share", "7.8e-1,share", "line 24", "value", "it must be a number from 0 to 1")]
    [InlineData("published/2022.csv", "2022-06-27,42301", "2022-06-31,42301", "line 8", "period", "it must be a period")]
    [InlineData("published/2023.csv", "2024-01-10,63230", "2024-02-10,63230", "line 35", "period", "nothing after January 2024 is known")]
    [InlineData("published/2023.csv", "0.62,share", "0.62,weeks", "line 17", "unit", "the series grant-rate.track4 is measured in share")]
    [InlineData("costs.csv", "27100,27100,27100", "27100,30000,40000", "line 2", "value", "it must lie between")]
    [InlineData("costs.csv", "reception.regular,2023", "reception.regular,2022", "line 3", "id", "it occurs twice in 2022")]
    [InlineData("housing-tasks.csv", "2022-H2", "2023-H2", "line 3", "half_year", "half-years must follow each other")]
    [InlineData("municipalities.csv", ",PV20,", ",PV99,", "line 2", "province", "it is not a known id")]
    [InlineData("moves-2022.csv", "9,,5,149", "9,3,5,149", "line 10", "adults", "either it or fewer_than must be given")]
    [InlineData("household-composition.csv", "syria,minor,0,1", "syria,minor,0,2", "line 2", "children", "a household has an adult")]
    [InlineData("ages.csv", "main,18,24,0.27", "main,18,24,0.37", "main", "sum of share", "the shares must add up to 1")]
    [InlineData("costs.csv", "id,year,", "year,id,", "line 1", "header", "it must be id,year,value,low,high,unit,source,note")]
    [InlineData("costs.csv", "27100,27100,27100", "27100,27100", "line 2", "number of fields", "it must be 8")]
    public void A_table_that_breaks_a_rule_is_refused(
        string file, string was, string becomes, string place, string field, string rule)
    {
        using var copy = DataCopy.Whole().With(file, was, becomes);
        var fault = Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder));
        Assert.Equal((file, place, field), (fault.File, fault.Location, fault.Field));
        Assert.StartsWith(rule, fault.Rule, StringComparison.Ordinal);
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
        Assert.Contains(fault.Value, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"regular\": { \"value\": 32910", "\"regular\": { \"value\": -1", "$.reception.regular.value", "it must be a number from 0 to 10000000")]
    [InlineData("\"regular\": { \"value\": 32910", "\"regular\": { \"value\": 1000000000", "$.reception.regular.value", "it must be a number from 0 to 10000000")]
    [InlineData("\"regular\": { \"value\": 32910", "\"regular\": { \"value\": \"32910\"", "$.reception.regular.value", "it must be a number")]
    [InlineData("\"regular\": { \"value\": 32910, \"low\": 32910", "\"regular\": { \"value\": 32910, \"low\": 32911", "$.reception.regular.value", "it must lie between")]
    [InlineData("\"value\": 0.06, \"low\": 0.02", "\"value\": 1.06, \"low\": 0.02", "$.applications.interviewedShare.value", "it must be a number from 0 to 1")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "$.schema", "it must be a whole number from 1 to 1")]
    [InlineData("\"2024-01-10\"", "\"2024-01-11\"", "$.date", "the file's name says 2024-01-10")]
    [InlineData("\"emergency\":", "\"emergenzy\":", "$.reception.emergency", "it is missing")]
    [InlineData("\"schema\": 1,", "\"schema\": 1, \"spare\": 2,", "$.spare", "the field is unknown")]
    [InlineData("\"group\": \"syria\"", "\"group\": \"atlantis\"", "$.applications.groups[0].group", "it is not a known id")]
    [InlineData("\"group\": \"turkiye\"", "\"group\": \"syria\"", "$.applications.groups[1].group", "it occurs twice")]
    [InlineData("\"from\": 1, \"to\": 6", "\"from\": 2, \"to\": 6", "$.applications.ageMonths[1].from", "bands start at 0 and join")]
    [InlineData("\"value\": 0.4088, \"low\": 0.403", "\"value\": 0.403, \"low\": 0.403", "$.applications.ageMonths", "the shares must add up to 1")]
    [InlineData("\"kind\": \"border\"", "\"kind\": \"sea\"", "$.centres[2].kind", "it must be one of")]
    [InlineData("\"id\": \"budel\"", "\"id\": \"ter-apel\"", "$.centres[1].id", "it occurs twice")]
    [InlineData("\"value\": 5500, \"low\": 3500", "\"value\": 9000, \"low\": 3500", "$.reception", "residents by form must be within one percent")]
    public void A_starting_state_that_breaks_a_rule_is_refused(string was, string becomes, string path, string rule)
    {
        const string File = "start-2024-01-10.json";
        using var copy = DataCopy.Whole().With(File, was, becomes);
        var fault = Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder));
        Assert.Equal((File, path), (fault.File, fault.Location));
        Assert.StartsWith(rule, fault.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_given_twice_is_refused()
    {
        using var copy = DataCopy.Whole().With("start-2024-01-10.json", "\"schema\": 1,", "\"schema\": 1, \"schema\": 1,");
        Assert.Equal("start-2024-01-10.json", Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder)).File);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused()
    {
        using var copy = DataCopy.Whole().With("country-groups.csv", bytes => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes)));
        var fault = Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder));
        Assert.Equal(("country-groups.csv", "the file is not valid UTF-8"), (fault.File, fault.Rule));
        Assert.StartsWith("byte ", fault.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_harmless()
    {
        using var copy = DataCopy.Whole().With("costs.csv", bytes => [0xEF, 0xBB, 0xBF, .. bytes]);
        Assert.Equal(ChainData.Load().Costs.AsEnumerable(), ChainData.Load(copy.Folder).Costs.AsEnumerable());
    }

    [Fact]
    public void A_quote_out_of_place_is_refused()
    {
        using var copy = DataCopy.Whole().With("housing-tasks.csv", "national task", "national \"task");
        var fault = Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder));
        Assert.Equal(("housing-tasks.csv", "line 2"), (fault.File, fault.Location));
    }

    [Fact]
    public void A_row_of_a_megabyte_is_refused()
    {
        using var copy = DataCopy.Whole().With("housing-tasks.csv", "national task", new string('x', 1_000_000));
        Assert.Equal("housing-tasks.csv", Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder)).File);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var copy = DataCopy.Whole().Without("costs.csv");
        var fault = Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder));
        Assert.Equal(("costs.csv", copy.Folder), (fault.File, fault.Value));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named() =>
        Assert.Equal("no-such-folder", Assert.Throws<DataFaultException>(() => ChainData.Load("no-such-folder")).Value);

    [Fact]
    public void An_empty_file_and_a_file_without_rows_are_refused()
    {
        using var empty = DataCopy.Whole().With("costs.csv", _ => []);
        Assert.Equal("the file is empty", Assert.Throws<DataFaultException>(() => ChainData.Load(empty.Folder)).Rule);
        using var bare = DataCopy.Whole().With("costs.csv", bytes => bytes[..(Array.IndexOf(bytes, (byte)'\n') + 1)]);
        Assert.Equal("the table has no rows", Assert.Throws<DataFaultException>(() => ChainData.Load(bare.Folder)).Rule);
    }

    [Fact] // Whatever is cut off or overwritten, the answer is the data or a fault that says where: never another exception.
    public void A_spoilt_file_is_read_or_refused_and_nothing_else()
    {
        using var copy = DataCopy.Whole();
        string[] files = ["start-2024-01-10.json", "held-back.json", "costs.csv", "country-group-years.csv", "published/2022.csv"];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Double[0, 1], Gen.Byte, Gen.Bool).Sample(
            (which, where, value, cut) =>
            {
                var path = Path.Combine(copy.Folder, files[which]);
                var sound = File.ReadAllBytes(path);
                var at = (int)(where * (sound.Length - 1));
                try
                {
                    File.WriteAllBytes(path, cut ? sound[..at] : [.. sound[..at], value, .. sound[(at + 1)..]]);
                    ChainData.Load(copy.Folder);
                }
                catch (DataFaultException fault)
                {
                    Assert.NotEmpty(fault.File);
                    Assert.NotEmpty(fault.Rule);
                }
                finally
                {
                    File.WriteAllBytes(path, sound);
                }
            },
            iter: 400, threads: 1);
    }

    [Fact]
    public void A_starting_state_cut_off_anywhere_before_its_last_bracket_is_refused()
    {
        using var copy = DataCopy.Whole();
        var path = Path.Combine(copy.Folder, "start-2022-01-01.json");
        var sound = File.ReadAllBytes(path);
        Gen.Int[1, sound.Length - 3].Sample(
            length =>
            {
                File.WriteAllBytes(path, sound[..length]);
                Assert.Equal("start-2022-01-01.json", Assert.Throws<DataFaultException>(() => ChainData.Load(copy.Folder)).File);
            },
            iter: 50, threads: 1);
    }
}
