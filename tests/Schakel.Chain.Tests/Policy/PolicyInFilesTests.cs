using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Policy;

/// <summary>A file stands on the policy on the person's country.</summary>
public sealed class PolicyInFilesTests
{
    private static readonly CountryPolicy Policy = new OnCountry().Happened(
        "2021-12-20",
        new PolicyAdopted(1, Date("2022-01-01"), "Stcrt. 1"), new PolicyAdopted(2, Date("2022-05-01"), "Stcrt. 2"),
        new MoratoriumImposed(MoratoriumKind.Decision, Date("2022-03-10"), Date("2023-01-10"), "Sudan", null, "Stcrt. 3")).Policy;

    private static readonly CountryPolicy Lifted = Decider.Evolve(Policy, new CountryMoratoriumLifted(MoratoriumKind.Decision, Date("2022-03-10"), "Stcrt. 4"), Date("2022-04-01"));

    private static readonly ApplyMoratorium Apply = new(Officials.Deciding, MoratoriumKind.Decision, new(OnCountry.Sudan, Date("2022-03-10")), Date("2023-01-10"));

    private static readonly MoratoriumApplied Applied = new(Apply.Kind, Apply.Policy, Apply.Until, Apply.By);

    private static readonly DecideApplication Decide = new(Officials.Deciding, DecisionOutcome.GrantRefugee);

    private static Given From(string country) => AnAdult().Lodged("2022-03-01").InTrack(Track.General, "2022-03-05").Interviewed("2022-03-27").Extended("2022-03-28")
        .Happened("2022-03-01", new IdentityRecorded(
            new(new("Noor", "Sami"), Registration.IdentityTests.Born("1990-05-01"), Registration.IdentityTests.Country(country), default), IdentitySource.Stated, Officials.Police));

    private static ApplicationDecided Decided(string of) => new(DecisionOutcome.GrantRefugee, false, Officials.Deciding) { Policy = new(OnCountry.Sudan, Date(of)) };

    [Fact]
    public void A_moratorium_that_was_imposed_is_applied() => From("SDN").When(Policy, Apply, "2022-04-01").Then(Applied);

    [Fact]
    public void One_that_was_not_is_not() => From("SDN").When(CountryPolicy.None, Apply, "2022-04-01").ThenRefused("moratorium.not-imposed");

    [Fact]
    public void Nor_one_of_another_day() =>
        From("SDN").When(Policy, Apply with { Policy = Apply.Policy with { Of = Date("2022-03-11") } }, "2022-04-01").ThenRefused("moratorium.not-imposed");

    [Fact]
    public void Nor_one_of_the_other_kind() => From("SDN").When(Policy, Apply with { Kind = MoratoriumKind.Departure }, "2022-04-01").ThenRefused("moratorium.not-imposed");

    [Fact]
    public void Nor_one_that_was_lifted()
    {
        From("SDN").When(Lifted, Apply, "2022-04-01").ThenRefused("moratorium.holds-not", "2022-03-31");
        From("SDN").When(Lifted, Apply, "2022-03-31").Then(Applied);
    }

    [Fact]
    public void Nor_for_longer_than_it_was_imposed_for() =>
        From("SDN").When(Policy, Apply with { Until = Date("2023-01-11") }, "2022-04-01").ThenRefused("moratorium.beyond-policy", "2023-01-10");

    [Theory]
    [InlineData("SYR")]
    [InlineData(null)]
    public void Nor_on_whoever_is_of_another_country_or_of_none_that_is_known(string? country) =>
        From(country ?? CountryCode.Unknown.ToString()).When(Policy, Apply, "2022-04-01").ThenRefused("policy.other-country");

    [Fact]
    public void The_file_s_own_reasons_come_first() => AnAdult().When(Policy, Apply, "2022-04-01").ThenRefused("file.not-opened");

    [Theory] // The day before the second version, and its first day.
    [InlineData("2022-04-30", "2022-01-01")]
    [InlineData("2022-05-01", "2022-05-01")]
    public void A_decision_records_the_version_in_force(string on, string of) => From("SDN").When(Policy, Decide, on).Then(Decided(of));

    [Fact]
    public void Named_it_is_recorded_as_named() =>
        From("SDN").When(Policy, Decide with { Policy = new(OnCountry.Sudan, Date("2022-05-01")) }, "2022-06-01").Then(Decided("2022-05-01"));

    [Fact]
    public void A_version_of_before_is_no_ground() =>
        From("SDN").When(Policy, Decide with { Policy = new(OnCountry.Sudan, Date("2022-01-01")) }, "2022-06-01").ThenRefused("policy.other-version", "2022-05-01");

    [Fact]
    public void Nor_is_another_country_s() =>
        From("SDN").When(Policy, Decide with { Policy = new(Registration.IdentityTests.Country("SYR"), Date("2022-05-01")) }, "2022-06-01").ThenRefused("policy.other-country");

    [Fact]
    public void Nor_one_while_none_is_in_force_yet()
    {
        var later = new OnCountry().Happened("2022-03-01", new PolicyAdopted(1, Date("2022-07-01"), "Stcrt. 1")).Policy;
        From("SDN").When(later, Decide with { Policy = new(OnCountry.Sudan, Date("2022-05-01")) }, "2022-06-01").ThenRefused("policy.not-yet", "2022-07-01");
        From("SDN").When(later, Decide, "2022-06-01").Then(new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding));
    }

    [Fact] // What rehearsals and files of before know.
    public void Without_policy_on_the_country_a_decision_names_what_its_official_names()
    {
        From("SDN").When(CountryPolicy.None, Decide, "2022-06-01").Then(new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding));
        From("SDN").When(CountryPolicy.None, Decide with { Policy = new(OnCountry.Sudan, Date("2021-01-01")) }, "2022-06-01").Then(Decided("2021-01-01"));
    }

    [Fact]
    public void Only_what_stands_on_policy_asks_for_it()
    {
        var file = From("SDN").File();
        Assert.Equal(OnCountry.Sudan, PolicyInFiles.CountryOf(file, Decide));
        Assert.Equal(OnCountry.Sudan, PolicyInFiles.CountryOf(file, Apply));
        Assert.Null(PolicyInFiles.CountryOf(file, new LiftMoratorium(Officials.Deciding, MoratoriumKind.Decision)));
        Assert.Null(PolicyInFiles.CountryOf(From(CountryCode.Unknown.ToString()).File(), Decide));
    }
}
