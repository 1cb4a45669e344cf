using System.Collections.Immutable;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Calibration;

/// <summary>A parameter to be fitted, with what was thought of it before (te ijken parameter).</summary>
/// <param name="Id">Parameter.</param>
/// <param name="Prior">Centre before fitting; nothing for what the first fit found.</param>
/// <param name="Spread">Standard deviation of its logarithm before fitting: 0.3 says that a third more or less would surprise nobody.</param>
/// <param name="Change">How much it tends to change from one year to the next, as such a standard deviation: what a year of figures cannot tell of the next.</param>
/// <param name="Answers">Series that mainly answer to it, for the reader; the fit itself looks at all figures at once.</param>
public sealed record FitParameter(string Id, double? Prior, double Spread, double Change, string Answers)
{
    /// <summary>The parameter.</summary>
    /// <exception cref="InvalidOperationException">No parameter has the name.</exception>
    public Parameter Parameter { get; } = ParameterCatalogue.Find(Id)
        ?? throw new InvalidOperationException($"The plan of the calibration names `{Id}`, which is no parameter.");
}

/// <summary>What is known of a parameter without the figures that are held back, where its declaration rests on them.</summary>
/// <param name="Id">Parameter.</param>
/// <param name="Estimate">Centre and range as of January 2022.</param>
/// <param name="Reason">Why the declared one may not be used.</param>
public sealed record EarlierKnowledge(string Id, Estimate Estimate, string Reason);

/// <summary>Which parameters a calibration fits, and from where it starts (ijkplan).</summary>
public static class FitPlan
{
    /// <summary>
    /// Parameters whose declared value rests on figures over 2023, or on ones of 2022 that are held back: a rehearsal from January 2022
    /// starts from these instead, so that what is held back does not come in by the back door.
    /// </summary>
    public static ImmutableArray<EarlierKnowledge> KnownIn2022 { get; } =
    [
        new("dublin.accepted-share", new(0.70, 0.55, 0.85), "declared after the acceptances of 2023"),
        new("dublin.transferred-share", new(0.25, 0.12, 0.38), "declared after the transfers of 2023"),
        new("dublin.absconded-share", new(0.40, 0.25, 0.55), "moves with the transferred share"),
        new("dublin.decision-days", new(60, 20, 140), "declared after the lead time of track 1 in 2022, which is held back; no law hurries this decision"),
        new("return.independent-level", new(1, 0.5, 1.5), "declared after the independent departures of 2022, which are held back"),
        new("return.other-inflow", new(6000, 4600, 7400), "one year's figure, and other cases came and went from year to year"),
        new("return.police-share", new(0.41, 0.31, 0.51), "as above"),
        new("return.border-share", new(0.14, 0.11, 0.17), "as above"),
        new("staff.simplified.fte", new(220, 150, 290), "declared after the requests of 2023; enough, since the law gives two or three months for a request"),
        new("reception.planning-rate", new(0.95, 0.92, 0.97), "declared after November 2022 and November 2023"),
    ];

    /// <summary>The fit on the figures of 2022 that are not held back.</summary>
    public static ImmutableArray<FitParameter> From2022 { get; } =
    [
        new("staff.substantive.fte", 900, 0.25, 0.1, "stock.applications.track4"),
        new("procedure.grant-level", 1, 0.5, 0.2, "grant-rate.track4"),
        new("procedure.selection-spread", 300, 0.6, 0.3, "lead-time.weeks.track4-general, decided-in-time.share.track4-general"),
        new("procedure.selection-likely-grant", 60, 0.6, 0.5, "lead-time.weeks.track4-general, grant-rate.track4"),
        new("procedure.batch-share", 0.2, 0.5, 0.3, "decided-in-time.share.track4-general"),
        new("procedure.set-aside-share", 0.12, 0.5, 0.4, "lead-time.weeks.track4-general"),
        new("procedure.set-aside-days", 300, 0.4, 0.1, "lead-time.weeks.track4-general, decided-in-time.share.track4-general"),
        new("procedure.simplified-lead", 30, 0.4, 0.35, "lead-time.weeks.track2, decided-in-time.share.track2"),
        new("inflow.subsequent-level", 0.8, 0.2, 0.1, "inflow.subsequent"),
        new("family.request-level", 1, 0.4, 0.2, "stock.family"),
        // In 2016–2020 the Netherlands sent 49,940 requests (10,780 take charge, 39,160 take back; answers to the budget questions of
        // 16 November 2021, via AIDA) on some 104,000 applications: far more than the table of groups gives.
        new("registration.dublin-level", 1.4, 0.2, 0.35, "return-inflow.from-ind, stock.applications.track4"),
        new("staff.simplified.fte", 220, 0.15, 0.2, "return-inflow.from-ind, stock.applications.track4"),
        new("dublin.decision-days", 60, 0.6, 0.5, "return-inflow.from-ind"),
        new("registration.safe-country-level", 1, 0.25, 0.25, "return-inflow.from-ind"),
        new("return.gone-before-handover", 0.25, 0.4, 0.35, "return-inflow.from-ind, departures.unsupervised"),
        new("return.forced-level", 1, 0.3, 0.25, "departures.forced"),
        new("return.unsupervised-level", 1, 0.3, 0.2, "departures.unsupervised"),
        new("return.leave-track-4", 0.05, 0.4, 0.3, "occupancy.total"),
        new("return.leave-track-2", 0.45, 0.3, 0.2, "occupancy.total"),
        new("return.leave-track-1", 0.12, 0.4, 0.2, "occupancy.total"),
        new("appeals.court-capacity", 6500, 0.2, 0.15, "return-inflow.from-ind"),
        new("stock.appeals-level", 1, 0.2, 0, "return-inflow.from-ind"),
        new("housing.persons-per-year", 22000, 0.15, 0.1, "housed, occupancy.total"),
        new("reception.own-arrangement", 0.05, 0.7, 0.2, "occupancy.total"),
        new("reception.regular-growth", 2000, 0.5, 0.3, "sites.regular"),
        new("reception.emergency-size", 150, 0.25, 0.1, "sites.emergency"),
        new("reception.municipal-share", 0.25, 0.5, 0.3, "occupancy.regular+occupancy.emergency"),
        new("reception.internal-move-days", 350, 0.8, 0.15, "moves.mean-at-exit, moves.share-1"),
        new("reception.children-move-factor", 5, 0.5, 0.2, "moves.children.share-1"),
        new("reception.contract-days", 300, 0.25, 0.2, "moves.children.share-1, sites.emergency"),
        new("stock.age-level", 1, 0.25, 0, "lead-time.weeks.track4-general, decided-in-time.share.track4-general"),
        new("stock.interviewed-level", 1, 0.25, 0, "lead-time.weeks.track4-general"),
        new("stock.overdue-notices", 0.4, 0.4, 0, "default-notices"),
        new("stock.procedure-days", 150, 0.5, 0, "stay.weeks-at-exit, stay.weeks.moves-1"),
        new("late.notice-share", 0.6, 0.3, 0.35, "default-notices"),
        new("family.notice-share", 0.4, 0.4, 0.5, "default-notices"),
        new("family.bed-share", 0.5, 0.2, 0.1, "occupancy.total, sites.emergency"),
        new("family.penalty-share", 0.3, 0.5, 0.4, "penalties.euro"),
    ];

    /// <summary>What changed by January 2024 and is fitted again, on all that was known then.</summary>
    public static ImmutableArray<FitParameter> From2024 { get; } =
    [
        new("procedure.hearing-hours", null, 0.3, 0.1, "stock.applications.track4"),
        new("procedure.grant-hours", null, 0.3, 0.1, "stock.applications.track4, lead-time.weeks"),
        new("procedure.grant-level", null, 0.8, 0.15, "grant-rate.track4"),
        new("procedure.selection-spread", null, 0.4, 0.3, "stock.age.*, decided-in-time.share.track4, lead-time.weeks"),
        new("procedure.selection-likely-grant", null, 0.6, 0.5, "lead-time.weeks"),
        new("procedure.batch-share", null, 0.4, 0.3, "lead-time.weeks, decided-in-time.share.track4"),
        new("procedure.set-aside-share", null, 0.4, 0.4, "stock.age.*"),
        new("procedure.set-aside-days", null, 0.4, 0.1, "stock.age.*, decided-in-time.share.track4"),
        new("family.request-level", null, 0.5, 0.2, "stock.family"),
        new("registration.dublin-level", null, 0.5, 0.25, "dublin.requests, stock.applications.track1+stock.applications.track2"),
        new("dublin.hours-per-case", null, 0.4, 0.15, "dublin.requests, stock.applications.track1+stock.applications.track2"),
        new("dublin.decision-days", null, 0.4, 0.3, "stock.applications.track1+stock.applications.track2"),
        new("dublin.accepted-share", 0.78, 0.1, 0.05, "dublin.accepted"),
        new("dublin.transferred-share", null, 0.4, 0.2, "dublin.transfers"),
        new("return.gone-before-handover", null, 0.5, 0.35, "return-inflow.from-ind"),
        new("return.independent-level", null, 0.6, 0.25, "departures.independent"),
        new("return.forced-level", null, 0.4, 0.25, "departures.forced"),
        new("return.unsupervised-level", null, 0.4, 0.2, "departures.unsupervised"),
        new("return.other-inflow", null, 0.3, 0.1, "return-inflow.from-police, return-inflow.from-border, return-inflow.other"),
        new("housing.persons-per-year", null, 0.4, 0.1, "occupancy.status-holders, occupancy.total"),
        new("reception.own-arrangement", null, 0.4, 0.2, "occupancy.total"),
        new("reception.regular-growth", null, 0.4, 0.3, "occupancy.regular, sites.regular"),
        new("reception.emergency-size", null, 0.2, 0.1, "sites.emergency"),
        new("reception.municipal-share", null, 0.4, 0.3, "occupancy.municipal, occupancy.emergency"),
        new("late.notice-share", null, 0.4, 0.15, "default-notices"),
        new("family.notice-share", null, 0.3, 0.3, "default-notices"),
        new("late.court-order-share", null, 0.3, 0.2, "penalties.euro"),
        new("family.penalty-share", null, 0.4, 0.4, "penalties.euro"),
        new("late.without-precedence", null, 0.6, 0.5, "penalties.euro"),
    ];

    /// <summary>The parameters from which a rehearsal of January 2022 starts before it is fitted.</summary>
    public static ParameterSet Prior2022()
    {
        var set = ParameterSet.AsDeclared;
        foreach (var known in KnownIn2022)
        {
            set = set.With(ParameterCatalogue.Find(known.Id)!, known.Estimate);
        }

        return From2022.Aggregate(set, (sofar, fit) => sofar.With(fit.Parameter, Ranges.Around(fit.Parameter, fit.Prior!.Value, fit.Spread)));
    }
}
