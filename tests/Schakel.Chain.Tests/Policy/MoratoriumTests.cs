using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Policy;

/// <summary>Moratoria of a country: how long, and when they are assessed again.</summary>
public sealed class MoratoriumTests
{
    private static readonly MoratoriumImposed Imposed = Begun(MoratoriumKind.Decision, "2023-07-10", "2024-07-10");

    private static ImposeMoratorium Impose(MoratoriumKind kind, string from, string until) =>
        new(Officials.Policy, kind, Date(from), Date(until), "Vreemdelingen uit Sudan", "Stcrt. 1");

    private static MoratoriumImposed Begun(MoratoriumKind kind, string from, string until) =>
        new(kind, Date(from), Date(until), "Vreemdelingen uit Sudan", null, "Stcrt. 1");

    private static ReassessMoratorium Reassess(string of = "2023-07-10") => new(Officials.Policy, MoratoriumKind.Decision, Date(of), "De onzekerheid duurt voort");

    private static MoratoriumReassessed Reassessed { get; } = new(MoratoriumKind.Decision, Date("2023-07-10"), "De onzekerheid duurt voort");

    private static ExtendMoratorium Extend(string until) => new(Officials.Policy, MoratoriumKind.Decision, Date("2023-07-10"), Date(until), "Stcrt. 2");

    private static LiftCountryMoratorium Lift(MoratoriumKind kind = MoratoriumKind.Decision) => new(Officials.Policy, kind, Date("2023-07-10"), "Stcrt. 3");

    [Fact]
    public void A_decision_moratorium_is_imposed() =>
        new OnCountry().When(Impose(MoratoriumKind.Decision, "2023-07-10", "2024-01-10"), "2023-07-08").Then(Begun(MoratoriumKind.Decision, "2023-07-10", "2024-01-10"));

    [Fact]
    public void It_may_say_who_falls_under_it() => new OnCountry()
        .When(Impose(MoratoriumKind.Decision, "2023-07-10", "2024-01-10") with { Criterion = "uit Khartoum" }, "2023-07-08")
        .Then(Begun(MoratoriumKind.Decision, "2023-07-10", "2024-01-10") with { Criterion = "uit Khartoum" });

    [Fact]
    public void A_criterion_that_says_nothing_is_none() => new OnCountry()
        .When(Impose(MoratoriumKind.Decision, "2023-07-10", "2024-01-10") with { Criterion = " " }, "2023-07-08").ThenRefused("policy.no-text");

    [Fact] // The day before and the day after; 31 August has no match in May.
    public void A_decision_waits_twenty_one_months_at_most()
    {
        new OnCountry().When(Impose(MoratoriumKind.Decision, "2023-08-31", "2025-05-31"), "2023-08-31").Then(Begun(MoratoriumKind.Decision, "2023-08-31", "2025-05-31"));
        new OnCountry().When(Impose(MoratoriumKind.Decision, "2023-08-31", "2025-06-01"), "2023-08-31").ThenRefused("country-moratorium.too-long", "2025-05-31");
    }

    [Fact] // A leap day has no match a year later.
    public void A_departure_waits_a_year_at_most()
    {
        new OnCountry().When(Impose(MoratoriumKind.Departure, "2024-02-29", "2025-02-28"), "2024-02-29").Then(Begun(MoratoriumKind.Departure, "2024-02-29", "2025-02-28"));
        new OnCountry().When(Impose(MoratoriumKind.Departure, "2024-02-29", "2025-03-01"), "2024-02-29").ThenRefused("moratorium.too-long", "2025-02-28");
    }

    [Fact]
    public void Before_the_act_there_is_none() =>
        new OnCountry().When(Impose(MoratoriumKind.Decision, "2015-07-19", "2015-12-31"), "2015-07-19").ThenRefused("moratorium.not-in-force");

    [Fact]
    public void It_does_not_end_before_it_begins() =>
        new OnCountry().When(Impose(MoratoriumKind.Decision, "2023-07-10", "2023-07-09"), "2023-07-08").ThenRefused("country-moratorium.ends-before-it-begins", "2023-07-10");

    [Fact]
    public void One_of_a_kind_begins_on_a_day()
    {
        var country = new OnCountry().Happened("2023-07-08", Imposed);
        country.When(Impose(MoratoriumKind.Decision, "2023-07-10", "2024-01-10"), "2023-07-11").ThenRefused("country-moratorium.already-imposed");
        country.When(Impose(MoratoriumKind.Departure, "2023-07-10", "2024-01-10"), "2023-07-11").Then(Begun(MoratoriumKind.Departure, "2023-07-10", "2024-01-10"));
    }

    [Theory] // Six months from the first day, or from the last assessment; from 31 August to the end of February, in a leap year the 29th.
    [InlineData("2023-07-10", "2024-01-10")]
    [InlineData("2023-08-31", "2024-02-29")]
    [InlineData("2024-08-31", "2025-02-28")]
    [InlineData("2024-02-29", "2024-08-29")]
    [InlineData("2023-12-24", "2024-06-24")]
    public void A_decision_moratorium_is_assessed_again_within_six_months(string from, string by)
    {
        var step = Assert.Single(new OnCountry().Happened(from, Begun(MoratoriumKind.Decision, from, "2025-03-31")).AheadOn(from));
        Assert.Equal(("reassess-moratorium", "moratorium.review", Date(by)), (step.Type.Code, step.Type.Norm, step.LastDay));
        Assert.False(step.IsOverdueOn(Date(by)));
        Assert.True(step.IsOverdueOn(Date(by).PlusDays(1)));
    }

    [Fact]
    public void Who_assesses_it_in_time_breaks_nothing()
    {
        var country = new OnCountry().Happened("2023-07-08", Imposed);
        country.When(Reassess(), "2024-01-10").Then(Reassessed);
        Assert.Equal(Date("2024-06-10"), Assert.Single(country.Happened("2023-12-10", Reassessed).AheadOn("2023-12-11")).LastDay);
    }

    [Fact] // Reality breaks the law: it goes on, and the breach is on record.
    public void Who_assesses_it_late_breaks_the_norm() =>
        new OnCountry().Happened("2023-07-08", Imposed).When(Reassess(), "2024-01-11").Then(Reassessed, new BreachRecorded("moratorium.review", Date("2024-01-10")));

    [Fact]
    public void An_assessment_says_what_was_found() =>
        new OnCountry().Happened("2023-07-08", Imposed).When(Reassess() with { Findings = "" }, "2024-01-10").ThenRefused("policy.no-text");

    [Fact]
    public void What_was_never_imposed_is_not_assessed() =>
        new OnCountry().Happened("2023-07-08", Imposed).When(Reassess("2023-07-11"), "2024-01-10").ThenRefused("country-moratorium.not-imposed");

    [Fact]
    public void What_is_over_is_not_assessed() =>
        new OnCountry().Happened("2023-07-08", Imposed).When(Reassess(), "2024-07-11").ThenRefused("country-moratorium.over", "2024-07-10");

    [Fact]
    public void One_that_ends_within_six_months_needs_no_assessment() =>
        Assert.Empty(new OnCountry().Happened("2023-07-08", Begun(MoratoriumKind.Decision, "2023-07-10", "2024-01-10")).AheadOn("2023-08-01"));

    [Fact]
    public void A_departure_moratorium_has_no_term_to_assess_it() =>
        Assert.Empty(new OnCountry().Happened("2023-07-08", Begun(MoratoriumKind.Departure, "2023-07-10", "2024-07-10")).AheadOn("2024-02-01"));

    [Fact] // To extend is to assess again: the six months begin anew.
    public void It_is_extended_to_twenty_one_months_at_most()
    {
        var extended = new MoratoriumExtended(MoratoriumKind.Decision, Date("2023-07-10"), Date("2025-04-10"), "Stcrt. 2");
        var country = new OnCountry().Happened("2023-07-08", Imposed);
        country.When(Extend("2025-04-10"), "2024-01-10").Then(extended);
        country.When(Extend("2025-04-11"), "2024-01-10").ThenRefused("country-moratorium.too-long", "2025-04-10");
        Assert.Equal(Date("2024-07-10"), Assert.Single(country.Happened("2024-01-10", extended).AheadOn("2024-01-11")).LastDay);
        Assert.True(country.Policy.Moratoria[0].HoldsOn(Date("2025-04-10")));
    }

    [Fact]
    public void Shorter_is_no_extension() =>
        new OnCountry().Happened("2023-07-08", Imposed).When(Extend("2024-07-10"), "2024-01-10").ThenRefused("country-moratorium.not-longer", "2024-07-10");

    [Fact]
    public void It_is_lifted_and_holds_no_more_from_that_day()
    {
        var lifted = new CountryMoratoriumLifted(MoratoriumKind.Decision, Date("2023-07-10"), "Stcrt. 3");
        var country = new OnCountry().Happened("2023-07-08", Imposed);
        country.When(Lift(), "2024-01-05").Then(lifted);
        var moratorium = country.Happened("2024-01-05", lifted).Policy.MoratoriumOf(MoratoriumKind.Decision, Date("2023-07-10"))!;
        Assert.True(moratorium.HoldsOn(Date("2024-01-04")));
        Assert.False(moratorium.HoldsOn(Date("2024-01-05")));
        country.When(Lift(), "2024-01-05").ThenRefused("country-moratorium.over", "2024-01-04");
    }

    [Fact]
    public void Of_the_other_kind_there_is_none_to_lift() =>
        new OnCountry().Happened("2023-07-08", Imposed).When(Lift(MoratoriumKind.Departure), "2024-01-05").ThenRefused("country-moratorium.not-imposed");

    [Fact] // It is nobody's by itself: in each file an official lifts it.
    public void Lifted_it_is_a_step_in_each_file_until_it_would_have_ended()
    {
        var country = new OnCountry().Happened("2023-07-08", Imposed)
            .Happened("2024-01-05", new CountryMoratoriumLifted(MoratoriumKind.Decision, Date("2023-07-10"), "Stcrt. 3"));
        var step = Assert.Single(country.AheadOn("2024-01-05"));
        Assert.Equal(("lift-moratorium-in-files", OfficialRoles.DecisionOfficer, typeof(LiftMoratorium)), (step.Type.Code, step.Type.Role, step.Type.Command));
        Assert.Single(country.AheadOn("2024-07-10"));
        Assert.Empty(country.AheadOn("2024-07-11"));
    }
}
