using Schakel.Norms;

namespace Schakel.Conformance.Recounting;

internal sealed partial class Recount
{
    private static readonly string[] Flows =
    [
        "inflow.first", "inflow.subsequent", "inflow.family", "inflow.resettled", "inflow.minors", "decisions", "decisions.track1",
        "decisions.track2", "decisions.track4", "decisions.first", "departures.independent", "departures.forced", "departures.unsupervised",
        "dublin.requests", "dublin.accepted", "dublin.transfers", "dublin.lapsed", "return-inflow.from-ind", "return-inflow.from-police",
        "return-inflow.from-border", "return-inflow.other", "appeals", "default-notices", "penalties.euro", "workload.municipalities.homes",
        "work-permits", "permits", "unknown-departures", "housed", "moves.adults-leaving", "moves.total", "no-shows", "interviews",
    ];

    private static readonly string[] Euros = ["cost.reception.euro", "cost.staff.euro", "cost.oda.euro", "cost.total.euro"];

    private static readonly string[] Shares =
    [
        "appeals.upheld-share", "grant-rate", "grant-rate.track4", "grant-rate.eurostat", "decided-in-time.share", "decided-in-time.share.track2",
        "decided-in-time.share.track4-general", "decided-in-time.share.track4-extended", "decided-in-time.share.track4", "moves.mean-at-exit",
        "moves.share-1", "moves.share-2", "moves.share-3", "moves.share-4-or-more", "moves.children.share-1", "moves.children.share-2",
        "moves.minors.share-1", "moves.minors.share-2",
    ];

    private static readonly string[] Weeks =
    [
        "appeals.wait-weeks", "lead-time.weeks", "lead-time.weeks.track1", "lead-time.weeks.track2", "lead-time.weeks.track4-general",
        "lead-time.weeks.track4-extended", "wait-until-interview.weeks", "housing.wait-weeks", "stay.weeks-at-exit", "stay.weeks.moves-1",
        "stay.weeks.moves-2", "stay.weeks.moves-3", "stay.weeks.moves-4", "stay.weeks.moves-5", "stay.weeks.moves-6",
    ];

    private const double HoursPerPostAndMonth = 137.5;

    private int Occupied(string modality) => _sites.Where(site => _modalities[site.Key] == modality).Sum(site => site.Value.Occupied);

    private int Capacity(string modality) => _sites.Where(site => _modalities[site.Key] == modality).Sum(site => site.Value.Capacity);

    private int SitesOpen(string modality) => _sites.Count(site => _modalities[site.Key] == modality);

    private int Count(Func<PersonSoFar, bool> counted) => _persons.Count(counted);

    // Money is counted by the day, from who slept where and the prices of that day, and rounded to cents by the day.
    private void EndDay()
    {
        double Price(string name) => Book.On(name, _today);
        var emergency = Occupied("emergency");
        var municipal = Occupied("municipal");
        var sober = Occupied("process-availability");
        var residents = _sites.Sum(site => site.Value.Occupied) - Occupied("external");
        var regular = residents - emergency - municipal - sober;
        var place = Price("cost.regular-place-year");
        var day = ((regular * place) + (sober * place * Price("cost.sober-factor")) + (emergency * Price("cost.emergency-place-year"))
            + (municipal * Price("cost.municipal-place-year"))) / 365;
        _months.Euro("cost.reception.euro", day);

        var firstYear = Count(person => person.FirstYear && _today < person.Made + 365);
        var aid = residents == 0 ? 0 : day * firstYear / residents;
        var date = new Day(_today).ToLocalDate();
        if (date is { Month: 1, Day: 1 })
        {
            _attributedThisYear = 0;
        }

        var ceiling = Price("cost.oda-ceiling") * 1e6;
        var attributed = ceiling > 0 ? Math.Min(aid, Math.Max(0, ceiling - _attributedThisYear)) : aid;
        _attributedThisYear += attributed;
        _months.Euro("cost.oda.euro", attributed);

        var caseload = Count(person => person.ReturnFile);
        var counsellors = caseload / Price("cost.return-files-per-fte");
        var staff = (Price("posts.ind") + counsellors) * Price("cost.staff-year") / 365;
        _months.Euro("cost.staff.euro", staff);
        _months.Euro("cost.total.euro", day + staff);
        _courtHours += _rulingsToday * Price("appeals.hours-per-ruling");
        _rulingsToday = 0;
        if (new Day(_today + 1).ToLocalDate().Day == 1)
        {
            EndMonth(new Day(_today), residents, caseload, counsellors);
        }
    }

    private void EndMonth(Day month, int residents, int caseload, double counsellors)
    {
        _months.Add("inflow.total", _months.Sum("inflow.first") + _months.Sum("inflow.subsequent") + _months.Sum("inflow.family"));
        _months.Flow(month, "inflow.total");
        Array.ForEach(Flows, series => _months.Flow(month, series));
        Array.ForEach(Euros, series => _months.Flow(month, series, 100));
        Array.ForEach(Shares, series => _months.Share(month, series));
        Array.ForEach(Weeks, series => _months.Share(month, series, 7));

        _months.Stock(month, "workload.courts.fte", _courtHours / HoursPerPostAndMonth);
        _months.Stock(month, "workload.coa.fte", residents / Book.On("cost.coa-residents-per-fte", _today));
        _months.Stock(month, "workload.dtv.fte", counsellors);
        _months.Stock(month, "return.caseload", caseload);
        _months.Stock(month, "detention.places-used", Count(person => person.Detained));
        _months.Stock(month, "appeals.pending", Count(person => person.AppealPending));
        _months.Stock(month, "stock.family", _persons.Sum(person => person.Relatives));

        _months.Stock(month, "stock.applications", Count(person => person.IsOpen));
        _months.Stock(month, "stock.applications.track1", Count(person => person is { IsOpen: true, Track: 1 }));
        _months.Stock(month, "stock.applications.track2", Count(person => person is { IsOpen: true, Track: 2 }));
        _months.Stock(month, "stock.applications.track4", Count(person => person is { IsOpen: true, Track: 4 }));
        int Aged(int from, int until) => Count(p => p is { IsOpen: true, Track: not (1 or 2) } && _today - p.TakenUp >= from && _today - p.TakenUp < until);
        _months.Stock(month, "stock.age.under-6-months", Aged(int.MinValue, 183));
        _months.Stock(month, "stock.age.6-15-months", Aged(183, 457));
        _months.Stock(month, "stock.age.over-15-months", Aged(457, int.MaxValue));

        TellPlaces(month, residents);
        _months.Stock(month, "housing.waiting", Count(person => person.Waiting));
        _months.Stock(month, "housing.arrears", Math.Max(0, Book.On("housing-arrears-at-start", 0) + ArrearsDue() - _housedOfTask));
        _months.Clear();
        _courtHours = 0;
    }

    private void TellPlaces(Day month, int residents)
    {
        _months.Stock(month, "occupancy.total", residents);
        _months.Stock(month, "occupancy.emergency", Occupied("emergency"));
        _months.Stock(month, "occupancy.municipal", Occupied("municipal"));
        _months.Stock(month, "occupancy.regular", residents - Occupied("emergency") - Occupied("municipal"));
        _months.Stock(month, "occupancy.minors", Occupied("minors"));
        _months.Stock(month, "occupancy.external", Occupied("external"));
        _months.Stock(month, "occupancy.status-holders", Count(p => p.HoldsPermit && p.Site != 0 && p.Modality != "external"));
        _months.Stock(month, "occupancy.over-capacity", _sites.Values.Sum(site => Math.Max(0, site.Occupied - site.Capacity)));
        _months.Stock(month, "capacity.emergency", Capacity("emergency"));
        _months.Stock(month, "capacity.municipal", Capacity("municipal"));
        _months.Stock(
            month, "capacity.regular",
            _sites.Values.Sum(site => site.Capacity) - Capacity("emergency") - Capacity("municipal") - Capacity("external"));
        _months.Stock(month, "sites.emergency", SitesOpen("emergency"));
        _months.Stock(
            month, "sites.regular",
            _sites.Count - SitesOpen("emergency") - SitesOpen("municipal") - SitesOpen("external") - SitesOpen("minors"));
        _months.Stock(month, "breach.municipal-stay", Count(BeyondMunicipalLimit));
    }
}
