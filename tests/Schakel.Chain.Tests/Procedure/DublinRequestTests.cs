using Schakel.Chain.Procedure;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>Another state is asked in time, or the Netherlands is responsible (norms DUB-1, DUB-3, B-DUB-1 and B-DUB-3).</summary>
public sealed class DublinRequestTests
{
    private const bool TakeBack = true;
    private const bool TakeCharge = false;

    private static Given InTrackOne() => AnAdult().Lodged("2023-11-01").InTrack(Track.Dublin, "2023-11-05");

    private static Given UnderThePact() => AnAdult().Under(Regimes.Dossier2026).Lodged("2026-07-06").InTrack(Track.Dublin, "2026-07-08");

    private static RequestDublinTransfer Ask(bool takeBack, string? hit = null) =>
        new(Officials.Hearing, takeBack, hit is null ? null : Date(hit));

    private static DublinTransferRequested Asked(bool takeBack, string? hit = null) => new(takeBack, hit is null ? null : Date(hit));

    private static LapseDublinRequest Lapse(bool takeBack, string? hit = null) => new(takeBack, hit is null ? null : Date(hit));

    [Theory] // Three months from lodging, two from a hit, which never lengthens the three.
    [InlineData(TakeCharge, null, "2024-02-01")]
    [InlineData(TakeBack, null, "2024-02-01")]
    [InlineData(TakeCharge, "2023-11-05", "2024-01-05")]
    [InlineData(TakeBack, "2023-11-05", "2024-01-05")]
    [InlineData(TakeCharge, "2024-01-15", "2024-02-01")]
    public void On_the_last_day_another_state_is_still_asked(bool takeBack, string? hit, string last) =>
        InTrackOne().When(Ask(takeBack, hit), last).Then(Asked(takeBack, hit));

    [Theory]
    [InlineData(TakeCharge, null, "2024-02-02", "2024-02-01")]
    [InlineData(TakeBack, null, "2024-02-02", "2024-02-01")]
    [InlineData(TakeCharge, "2023-11-05", "2024-01-06", "2024-01-05")]
    [InlineData(TakeBack, "2023-11-05", "2024-01-06", "2024-01-05")]
    [InlineData(TakeCharge, "2024-01-15", "2024-02-02", "2024-02-01")]
    public void The_day_after_responsibility_has_shifted(bool takeBack, string? hit, string on, string last) =>
        InTrackOne().When(Ask(takeBack, hit), on).ThenRefused("dublin.request-too-late", last);

    [Fact]
    public void A_hit_lies_in_the_past() =>
        InTrackOne().When(Ask(TakeBack, "2023-12-02"), "2023-12-01").ThenRefused("dublin.hit-later", "2023-12-01");

    [Fact] // Red line 3: what follows by operation of law the clock may record, and no day sooner.
    public void Nothing_lapses_on_the_last_day() =>
        InTrackOne().When(Lapse(TakeBack, "2023-11-05"), "2024-01-05").ThenRefused("dublin.request-period-runs", "2024-01-05");

    [Fact]
    public void The_day_after_the_Netherlands_is_responsible() =>
        InTrackOne().When(Lapse(TakeBack, "2023-11-05"), "2024-01-06").Then(new DublinRequestLapsed(Date("2024-01-06")));

    [Fact]
    public void Nothing_lapses_when_another_state_was_asked() =>
        InTrackOne().Happened("2023-12-01", Asked(TakeBack)).When(Lapse(TakeBack), "2024-02-02").ThenRefused("dublin.already-requested");

    [Fact]
    public void Then_nobody_is_asked_any_more() =>
        InTrackOne().Happened("2024-02-02", new DublinRequestLapsed(Date("2024-02-02"))).When(Ask(TakeCharge), "2024-02-02")
            .ThenRefused("track.netherlands-responsible");

    [Fact]
    public void And_track_one_is_over() =>
        InTrackOne().Happened("2024-02-02", new DublinRequestLapsed(Date("2024-02-02")))
            .When(new ConfirmTrack(Officials.Hearing, Track.Dublin, 0), "2024-02-02").ThenRefused("track.netherlands-responsible");

    [Fact] // Vw 42(6): counted from 2 February 2024, and fifteen months as extensions were then applied.
    public void The_decision_period_runs_from_then() =>
        InTrackOne().Happened("2024-02-02", new DublinRequestLapsed(Date("2024-02-02")), new TrackConfirmed(Track.General, 0, Officials.Hearing))
            .When(new ReceiveDefaultNotice(), "2025-05-02")
            .ThenRefused("default-notice.premature", "2025-05-02");

    [Fact(DisplayName = "TV-15: a hit on 6 July 2026, charge taken by 6 August")]
    public void Under_the_Pact_a_month_after_a_hit() =>
        UnderThePact().When(Ask(TakeCharge, "2026-07-06"), "2026-08-06").Then(Asked(TakeCharge, "2026-07-06"));

    [Fact]
    public void And_not_later() =>
        UnderThePact().When(Ask(TakeCharge, "2026-07-06"), "2026-08-07").ThenRefused("dublin.request-too-late", "2026-08-06");

    [Fact(DisplayName = "TV-15: a hit on 6 July 2026, taken back by 20 July")]
    public void Taking_back_is_notified_within_two_weeks() =>
        UnderThePact().When(Ask(TakeBack, "2026-07-06"), "2026-07-20").Then(Asked(TakeBack, "2026-07-06"));

    [Fact]
    public void Late_it_shifts_nothing_but_is_marked() =>
        UnderThePact().When(Ask(TakeBack, "2026-07-06"), "2026-07-21")
            .Then(Asked(TakeBack, "2026-07-06"), new BreachRecorded("ammr-request", Date("2026-07-20")));

    [Fact]
    public void So_nothing_lapses_then() =>
        UnderThePact().When(Lapse(TakeBack, "2026-07-06"), "2026-09-21").ThenRefused("dublin.request-does-not-lapse");
}
