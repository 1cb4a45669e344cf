using CsCheck;
using Schakel.Chain.Policy;
using Schakel.Chain.Registration;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Policy;

/// <summary>What is known of a country, and which policy holds when.</summary>
public sealed class PolicyTests
{
    private static readonly CountryReport Report = new("AAB Sudan 2023-05", Date("2023-05-12"), "Ministerie van Buitenlandse Zaken");
    private static readonly Ruling Ruling = new("ECLI:NL:RVS:2023:1234", "Afdeling bestuursrechtspraak", Date("2023-06-01"), "Terugkeer wordt per regio beoordeeld");

    private static AdoptPolicy Adopt(int version, string from) => new(Officials.Policy, version, Date(from), $"Stcrt. {version}");

    private static PolicyAdopted Adopted(int version, string from) => new(version, Date(from), $"Stcrt. {version}");

    [Fact]
    public void A_country_report_is_taken_in() => new OnCountry().When(new TakeInReport(Officials.Policy, Report), "2023-05-20").Then(new ReportTakenIn(Report));

    [Fact]
    public void A_report_is_taken_in_once() => new OnCountry().Happened("2023-05-20", new ReportTakenIn(Report))
        .When(new TakeInReport(Officials.Policy, Report with { Source = "EUAA" }), "2023-05-21").ThenRefused("country-report.known");

    [Fact]
    public void A_report_of_tomorrow_is_not_there_yet() =>
        new OnCountry().When(new TakeInReport(Officials.Policy, Report), "2023-05-11").ThenRefused("country-report.of-later", "2023-05-12");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void A_report_has_a_reference(string? reference) =>
        new OnCountry().When(new TakeInReport(Officials.Policy, Report with { Reference = reference! }), "2023-05-20").ThenRefused("policy.no-text");

    [Fact]
    public void A_description_is_no_book() =>
        new OnCountry().When(new TakeInReport(Officials.Policy, Report with { Source = new('a', PolicyRoom.LongestText + 1) }), "2023-05-20").ThenRefused("policy.no-text");

    [Fact]
    public void A_ruling_is_taken_in() => new OnCountry().When(new TakeInRuling(Officials.Policy, Ruling), "2023-06-01").Then(new RulingTakenIn(Ruling));

    [Fact]
    public void A_ruling_is_taken_in_once() =>
        new OnCountry().Happened("2023-06-01", new RulingTakenIn(Ruling)).When(new TakeInRuling(Officials.Policy, Ruling), "2023-06-02").ThenRefused("ruling.known");

    [Fact]
    public void Nobody_knows_a_ruling_before_it_is_given() =>
        new OnCountry().When(new TakeInRuling(Officials.Policy, Ruling), "2023-05-31").ThenRefused("ruling.of-later", "2023-06-01");

    [Theory]
    [InlineData("NL:RVS:2023:1234")]
    [InlineData("ECLI:nl:RVS:2023:1234")]
    [InlineData("ECLI:NL:RVS:23:1234")]
    [InlineData("ECLI:NL:RVS:2023:")]
    [InlineData("")]
    [InlineData(null)]
    public void A_ruling_has_its_ecli(string? ecli) =>
        new OnCountry().When(new TakeInRuling(Officials.Policy, Ruling with { Ecli = ecli! }), "2023-06-01").ThenRefused("ruling.no-ecli");

    [Fact]
    public void The_first_version_is_adopted() => new OnCountry().When(Adopt(1, "2023-01-01"), "2022-12-20").Then(Adopted(1, "2023-01-01"));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(0)]
    public void Versions_follow_each_other(int version) =>
        new OnCountry().Happened("2022-12-20", Adopted(1, "2023-01-01")).When(Adopt(version, "2023-07-10"), "2023-07-01").ThenRefused("policy.not-the-next-version");

    [Theory]
    [InlineData("2022-12-31")]
    [InlineData("2023-01-01")]
    public void Dates_do_not_go_back(string from) =>
        new OnCountry().Happened("2022-12-20", Adopted(1, "2023-01-01")).When(Adopt(2, from), "2023-07-01").ThenRefused("policy.not-later", "2023-01-01");

    [Theory]
    [InlineData("2022-12-31", null)]
    [InlineData("2023-01-01", 1)]
    [InlineData("2023-07-09", 1)]
    [InlineData("2023-07-10", 2)]
    [InlineData("2024-02-28", 2)]
    [InlineData("2024-02-29", 3)]
    public void On_each_day_one_version_is_in_force(string on, int? version)
    {
        var policy = new OnCountry().Happened("2022-12-20", Adopted(1, "2023-01-01"), Adopted(2, "2023-07-10"), Adopted(3, "2024-02-29")).Policy;
        Assert.Equal(version, policy.InForceOn(Date(on))?.Version);
    }

    [Fact] // Whatever is adopted in order: on every day the last one that began, found here by another way.
    public void The_version_in_force_is_the_last_that_began() => Gen.Select(Gen.Int[1, 400].Array[1, 12], Gen.Int[-50, 5000]).Sample((steps, offset) =>
    {
        var first = Date("2020-01-01");
        var country = new OnCountry();
        var begins = new List<Day>();
        foreach (var step in steps)
        {
            begins.Add((begins.Count == 0 ? first : begins[^1]).PlusDays(step));
            country.Happened("2020-01-01", new PolicyAdopted(begins.Count, begins[^1], "Stcrt."));
        }
        var day = first.PlusDays(offset);
        Assert.Equal(begins.Count(begin => begin <= day), country.Policy.InForceOn(day)?.Version ?? 0);
    });

    [Theory]
    [InlineData("AAA", 1)]
    [InlineData("AAB", 2)]
    [InlineData("SDN", 12_260)]
    [InlineData("XXA", 16_147)]
    [InlineData("ZZZ", 17_576)]
    public void A_country_has_a_number_for_its_history(string code, int number)
    {
        Assert.Equal(number, Registration.IdentityTests.Country(code).Number);
        Assert.Equal(code, CountryCode.WithNumber(number)?.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(17_577)]
    [InlineData(long.MaxValue)]
    public void Other_numbers_are_no_country_s(long number) => Assert.Null(CountryCode.WithNumber(number));

    [Fact]
    public void No_two_countries_share_a_number() =>
        Assert.Equal(17_576, Enumerable.Range(1, 17_576).Select(number => CountryCode.WithNumber(number)).Distinct().Count(code => code?.Number is not null));
}
