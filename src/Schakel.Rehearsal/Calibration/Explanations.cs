using System.Collections.Immutable;

namespace Schakel.Rehearsal.Calibration;

/// <summary>Why figures are off, as far as we know (verklaringen van afwijkingen): by the beginning of the figure's name.</summary>
internal static class Explanations
{
    private static readonly ImmutableArray<(string Figure, string Why)> Known =
    [
        ("occupancy.with-external.2022-06-27", "The spring of 2022 grew faster than the rehearsal: housing is spread evenly over the year and arrivals without a bed are a constant share."),
        ("occupancy.coa-sites.2022-06-27", "As the total of that day; besides, the rehearsal already lodges people in municipal sites in spring, while crisis reception began in summer."),
        ("occupancy.outside-coa", "Municipal crisis reception took in more, at the end of 2022, than the rehearsal sends there; how many of these lived with host families is not published."),
        ("occupancy.regular", "Regular places open evenly through the years; in fact they came in steps, and emergency places were added to regular sites."),
        ("occupancy.emergency", "Follows from the total and from what regular and municipal sites take."),
        ("occupancy.municipal", "Small in number and decided by agreements that a share of the shortage does not catch."),
        ("occupancy.status-holders.2024-01-10", "Published as over 16,000 while the sites and external placements together held 15,368 ten days before: the two definitions differ."),
        ("occupancy.status-holders", "Depends on grants less homes; homes after the first half of 2022 are not published, and the grant rate that fell in 2023 was not known in January 2022."),
        ("occupancy.", "Adds up the misfits of what flows in and out; see the others."),
        ("stock.age", "The published ages are of open applications without saying of which tracks or from which day: more were under six months old than could have come in track 4 in six months."),
        ("stock.applications.tracks-1-2", "The rehearsal's track 1 has too small a stock for the time it takes: cases that wait for something else than a request or a reply are not followed."),
        ("stock.applications", "Stock and lead time pull apart: with the published decisions a shorter lead time asks for more decisions, and a larger stock for fewer."),
        ("stock.family", "Requests follow grants by a fixed share; they rose faster."),
        ("grant-rate.eurostat", "Counts refusals of track 2, of which the rehearsal has too many in the first half of 2022, when the rate of track 4 was above its mean of the year."),
        ("grant-rate.track4.2023", "The fall from 78 to 62 percent was not to be seen in the figures up to 2022; only the width of the band can allow for it."),
        ("lead-time.weeks.track4-extended", "The age of the first cases in the extended procedure is an assumption; the oldest are decided too soon."),
        ("lead-time.weeks.track4-general", "See the stock: the two cannot both be met by one order of work."),
        ("lead-time", "Follows from the lead times and the mix of the tracks."),
        ("decided-in-time", "Hangs on the order of work around a limit that the extension of September 2022 moved: a few weeks' shift of the order moves it by a tenth."),
        ("wait-until-interview", "Announced to applicants as an expectation; the rehearsal measures those who were heard."),
        ("decisions", "Doubtful as published: 35,790 open, 39,757 lodged and 50,000 open a year later leave some 25,500 closed, not 35,000."),
        ("default-notices", "Notices are a share of lapsed terms that does not grow; in 2023 lawyers gave notice more often, and the count changed in September."),
        ("penalties", "A few hundred court orders without precedence, and family reunification: what share of notices ends in a penalty changed between the years."),
        ("moves.minors", "Unaccompanied minors move at the pace of children in families; small-scale reception keeps them longer."),
        ("moves.adults-leaving", "Agreements are counted, so that some persons count twice; the rehearsal counts persons."),
        ("moves", "One pace of moving for all adults: in fact some move often and many hardly."),
        ("stay.weeks", "Follows from the pace of moving, which is the same for all adults, and from how long those present at the start had been there."),
        ("departures", "Countries' cooperation and the size of the caseload changed between the years."),
        ("return-inflow", "Cases handed over nearly doubled in 2023, with Dublin; fitted to 2022 the rehearsal cannot know."),
        ("dublin", "Fitted to the cases handed over in 2022, when little of track 1 was decided; in 2023 far more requests were sent."),
        ("sites", "A count of sites of one size: extensions of existing sites are not followed."),
        ("inflow.family", "Requests and decisions decide it in the rehearsal."),
    ];

    /// <summary>The explanation of a figure.</summary>
    public static string Of(string figure) =>
        Known.FirstOrDefault(k => figure.StartsWith(k.Figure, StringComparison.Ordinal)).Why ?? "We do not know why.";
}
