using System.Collections.Immutable;
using NodaTime;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Reception;

namespace Schakel.Rehearsal.Model;

/// <summary>Makes the inputs of a rehearsal from the data of the chain.</summary>
public static class InputsFromData
{
    // From the decision to the arrival of relatives (assumption, as the centre of family.travel-days): so many are under way at any time.
    private const double JourneyDays = 140;

    /// <summary>The baseline from a starting state.</summary>
    /// <param name="data">All data.</param>
    /// <param name="start">First day: one for which there is a starting state.</param>
    /// <param name="years">Length in years, 1 to 20.</param>
    /// <param name="law">The regime.</param>
    /// <param name="parameters">Parameters, as declared or as fitted.</param>
    /// <param name="scale">Size against the nation, over 0, at most 100.</param>
    public static ModelInputs Baseline(
        ChainData data, LocalDate start, int years, Law law, ParameterSet parameters, double scale = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, 20);
        var state = data.StartOn(start);
        var end = start.PlusYears(years);
        var days = Period.DaysBetween(start, end);

        // The last month is told at its end: a start within a month runs on to the end of the last one.
        days += end.Day == 1 ? 0 : end.Calendar.GetDaysInMonth(end.Year, end.Month) - end.Day + 1;
        return new ModelInputs(
            $"start-{start:uuuu-MM-dd}", Day.Of(start.Year, start.Month, start.Day), days, law, parameters,
            Groups(data, start), Inflow(data, start), Stock(state, data.InflowYears.Single(y => y.Year == start.Year - 1).Family ?? 0),
            [.. data.Municipalities.Select(m => new MunicipalityInputs(m.Code, m.Name, start.Year < 2024 ? m.Population2022 : m.Population2024Estimate))],
            [], [], scale)
        {
            HousingTasks = HousingTasks(data, start),
            KnownFamilyQuarters = start.Year == 2022
                ? [.. data.InflowQuarters.Where(q => q.Year is 2022 or 2023).OrderBy(q => q.Year).ThenBy(q => q.Quarter).Select(q => q.Family)]
                : [],
        };
    }

    // Those in force from the start on; what the State announced later is policy and given, like the law.
    private static ImmutableArray<HousingTaskInputs> HousingTasks(ChainData data, LocalDate start) =>
    [
        .. data.HousingTasks.Where(t => t.HalfYear.End >= start).OrderBy(t => t.HalfYear.Start).Select(t =>
            new HousingTaskInputs(Day.Of(t.HalfYear.Start.Year, t.HalfYear.Start.Month, t.HalfYear.Start.Day), t.Persons.Value)),
    ];

    private static ImmutableArray<GroupInputs> Groups(ChainData data, LocalDate start)
    {
        // The last full year before the start is the expected mix; at the start of 2022 the mix of that year is an input.
        var year = start.Year == 2022 ? 2022 : start.Year - 1;
        var first = (double)data.Groups.Sum(g => g.In(year).First);
        var subsequent = (double)data.Groups.Sum(g => g.In(year).Subsequent);
        return
        [
            .. data.Groups.Select((g, i) =>
            {
                var b = data.Behaviours[i];
                return new GroupInputs(
                    g.Id, g.OdaShare >= 0.5, g.In(year).First / first, g.In(year).Subsequent / subsequent, GrantShare(g, start.Year),
                    b.SubsidiaryShare, b.DublinShare, b.SafeShare, b.FamilyShare, b.IndependentShare, b.ForcedShare, b.UnsupervisedShare,
                    [.. data.Households[i].Types.Select(t => new HouseholdPattern(t.Adults, t.IsUnaccompaniedMinor ? 0 : t.Children, t.Share.Value))]);
            }),
        ];
    }

    // Pooled over the years before the start in which decisions by nationality are known, with one grant and one refusal added so that no group is certain.
    private static double GrantShare(CountryGroup group, int startYear)
    {
        var decided = group.Years.Where(y => y.Decided is not null && y.Year < startYear).Select(y => y.Decided!).ToList();
        var granted = decided.Sum(d => d.Recognised + d.OtherProtection);
        var refused = decided.Sum(d => d.Rejected);
        return (granted + 1.0) / (granted + refused + 2.0);
    }

    private static InflowInputs Inflow(ChainData data, LocalDate start)
    {
        var known = start.Year == 2022
            ? data.InflowQuarters.Where(q => q.Year is 2022 or 2023).OrderBy(q => q.Year).ThenBy(q => q.Quarter).Select(q => q.First).ToImmutableArray()
            : [];
        var past = data.InflowYears.Where(y => y.Year < start.Year).OrderBy(y => y.Year).ToList();
        var fit = InflowTrend.Fit([.. past.Select(y => y.First)]);
        var quarters = data.InflowQuarters.Where(q => q.Year < start.Year).ToList();
        var total = (double)quarters.Sum(q => q.First);
        return new InflowInputs(
            known, past[^1].First, fit.LongRunMean, fit.Persistence, fit.Shock,
            [.. Enumerable.Range(1, 4).Select(q => quarters.Where(x => x.Quarter == q).Sum(x => x.First) / total)],
            past[^1].Subsequent ?? 1500);
    }

    private static StockInputs Stock(StartState state, int familyLastYear)
    {
        var open = state.Applications;
        var reception = state.Reception;
        var simplified = open.Tracks12.Value * (1 - open.DublinShare.Value);
        var regular = (int)reception.Regular.Value;
        var minors = (int)(reception.Total * reception.MinorsShare.Value);
        var sites = ImmutableArray.CreateBuilder<Model.SiteStock>();
        void Form(Modality modality, double sitesWanted, double occupied, double rate) =>
            sites.Add(new Model.SiteStock(modality, (int)Math.Max(1, sitesWanted), (int)occupied, rate));
        var regularSites = state.SitesOf(ReceptionForm.Regular).Count.Value;
        Form(Modality.Arrival, 3, 2200, 0.75);
        Form(Modality.Minors, Math.Max(10, minors / 60.0), minors, 0.96);
        Form(Modality.Family, 5, 1300, 0.9);
        Form(Modality.Supervised, 1, 250, 0.8);
        Form(Modality.Sober, 3, 700, 0.9);
        Form(Modality.Regular, regularSites - 12, regular - minors - 2200 - 1300 - 250 - 700, 0.99);
        Form(Modality.Emergency, state.SitesOf(ReceptionForm.Emergency).Count.Value, reception.Emergency.Value, 0.96);
        Form(Modality.Municipal, state.SitesOf(ReceptionForm.Municipal).Count.Value, Math.Max(1, reception.Municipal.Value), 0.96);
        return new StockInputs(
            [.. open.AgeMonths.Select(b => new AgeBand(
                (int)(b.From * 30.44) + 1, (int)(b.To * 30.44), (int)(open.Track4.Value * b.Share.Value)))],
            open.InterviewedShare.Value, [.. open.Groups.Select(g => g.Share.Value)],
            (int)(open.Tracks12.Value * open.DublinShare.Value), (int)state.DublinAccepted.Persons.Value, (int)simplified,
            (int)(reception.StatusHolders.Value - reception.StatusHoldersExternal.Value), (int)reception.StatusHoldersExternal.Value, (int)state.Appeals.Persons.Value,
            (int)state.Returning.Persons.Value, (int)(state.Returning.Persons.Value * state.Returning.InReceptionShare.Value),
            (int)state.Family.PendingPersons.Value, (int)(familyLastYear * JourneyDays / 365), (int)state.HousingArrears.Value,
            1 - open.InReceptionShare.Value, state.Appeals.InReceptionShare.Value, state.DublinAccepted.InReceptionShare.Value,
            sites.ToImmutable());
    }
}
