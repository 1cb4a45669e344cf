namespace Schakel.Norms.Tests;

public sealed class NormTests
{
    private static readonly Citation Somewhere = new(Acts.AdministrativeLaw, "6:7");

    [Fact]
    public void Each_version_holds_from_its_first_day_to_its_last()
    {
        var norm = Sample(new(Day.Of(2020, 1, 1), new(1)), new(Day.Of(2021, 1, 1), new(2)) { Until = Day.Of(2021, 12, 31) });
        Assert.Equal(1, norm.Versions.At(Day.Of(2020, 1, 1)).Value.Count);
        Assert.Equal(1, norm.Versions.At(Day.Of(2020, 12, 31)).Value.Count);
        Assert.Equal(2, norm.Versions.At(Day.Of(2021, 1, 1)).Value.Count);
        Assert.Equal(2, norm.Versions.At(Day.Of(2021, 12, 31)).Value.Count);
    }

    [Fact]
    public void Before_the_first_version_the_norm_is_not_yet_in_force()
    {
        var refused = Assert.Throws<NotYetInForceException>(() => Sample(new NormVersion<Weeks>(Day.Of(2020, 1, 1), new(1))).Versions.At(Day.Of(2019, 12, 31)));
        Assert.Equal(("sample.length", Day.Of(2019, 12, 31), (Day?)Day.Of(2020, 1, 1)), (refused.NormId, refused.Day, refused.From));
    }

    [Fact]
    public void An_ended_version_never_revives_an_older_one()
    {
        var norm = Sample(
            new(Day.Of(2020, 1, 1), new(1)),
            new(Day.Of(2021, 1, 1), new(2)) { Until = Day.Of(2021, 6, 30) },
            new(Day.Of(2022, 1, 1), new(3)));
        var refused = Assert.Throws<NoLongerInForceException>(() => norm.Versions.At(Day.Of(2021, 7, 1)));
        Assert.Equal(Day.Of(2021, 6, 30), refused.Last);
        Assert.Equal(3, norm.Versions.At(Day.Of(2022, 1, 1)).Value.Count);
    }

    [Fact]
    public void Versions_that_overlap_cannot_be_declared()
    {
        Assert.Throws<ArgumentException>(() => Sample(
            new(Day.Of(2020, 1, 1), new(1)) { Until = Day.Of(2021, 1, 1) },
            new(Day.Of(2021, 1, 1), new(2))));
        Assert.Throws<ArgumentException>(() => Sample(new(Day.Of(2020, 1, 1), new(1)), new(Day.Of(2020, 1, 1), new(2))));
        Assert.Throws<ArgumentException>(() => Sample(new NormVersion<Weeks>(Day.Of(2020, 1, 2), new(1)) { Until = Day.Of(2020, 1, 1) }));
    }

    [Fact]
    public void What_was_not_known_yet_neither_begins_nor_ends_a_version()
    {
        var norm = Sample(
            new(Day.Of(2020, 1, 1), new(1)),
            new(Day.Of(2024, 1, 1), new(2)) { KnownOn = Day.Of(2023, 6, 1), Until = Day.Of(2024, 6, 30), EndKnownOn = Day.Of(2024, 3, 1) });
        Weeks Then(Day known, Day asked) => ((VersionList<Weeks>)norm.Versions.KnownOn(known)).At(asked).Value;
        Assert.Equal(1, Then(Day.Of(2023, 5, 31), Day.Of(2024, 1, 1)).Count);
        Assert.Equal(2, Then(Day.Of(2023, 6, 1), Day.Of(2024, 1, 1)).Count);
        Assert.Equal(2, Then(Day.Of(2024, 2, 29), Day.Of(2030, 1, 1)).Count);
        Assert.Throws<NoLongerInForceException>(() => Then(Day.Of(2024, 3, 1), Day.Of(2024, 7, 1)));
        Assert.Throws<NotYetInForceException>(() => Then(Day.Of(2019, 12, 31), Day.Of(2024, 7, 1)));
    }

    [Fact]
    public void A_court_may_undo_a_version_for_the_past_and_each_day_of_knowledge_keeps_its_own_answer()
    {
        var norm = Sample(
            new(Day.Of(2024, 1, 1), new(9)) { KnownUntil = Day.Of(2025, 5, 31) },
            new(Day.Of(2024, 1, 1), new(0)) { KnownOn = Day.Of(2025, 6, 1) });
        Assert.Equal(9, ((VersionList<Weeks>)norm.Versions.KnownOn(Day.Of(2025, 5, 31))).At(Day.Of(2024, 2, 1)).Value.Count);
        Assert.Equal(0, ((VersionList<Weeks>)norm.Versions.KnownOn(Day.Of(2025, 6, 1))).At(Day.Of(2024, 2, 1)).Value.Count);
        Assert.Equal(0, norm.Versions.At(Day.Of(2024, 2, 1)).Value.Count);
    }

    [Fact]
    public void A_value_outside_its_range_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Weeks(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Share(1.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Euro(0.001m));
    }

    private static Norm<Weeks> Sample(params NormVersion<Weeks>[] versions) =>
        new("sample.length", new("voorbeeld", "sample"), "-", Somewhere, NormStatus.Verified, versions);
}
