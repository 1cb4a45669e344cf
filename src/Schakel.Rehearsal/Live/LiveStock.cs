using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Trajectories;

namespace Schakel.Rehearsal.Live;

/// <summary>
/// The chain as it stands on the morning of a day (actuele stand): every file, household and site. A rehearsal that begins with it lives
/// on from here, and its steps can be replayed on these same files. Immutable.
/// </summary>
/// <remarks>What a rehearsal implies for a named person stays inside it: nothing of it is written to a file (red line 1).</remarks>
public sealed class LiveStock
{
    private readonly ImmutableArray<(PersonId Person, CaseFile File)> _files;
    private readonly ImmutableArray<(HouseholdId Household, Household State)> _households;
    private readonly ImmutableArray<(SiteId Site, Site State)> _sites;

    private LiveStock(
        Day date, Law law, ImmutableArray<(PersonId, CaseFile)> files, ImmutableArray<(HouseholdId, Household)> households,
        ImmutableArray<(SiteId, Site)> sites)
    {
        (Date, Law, _files, _households, _sites) = (date, law, files, households, sites);
        Together = LiveGroup.Of(files);
        OpenSites = [.. sites.Where(site => site.Item2.IsOpen)];
        EntryVisas = households.Where(each => each.Item2.EntryVisas > 0).ToImmutableDictionary(each => each.Item1, each => each.Item2.EntryVisas);
    }

    /// <summary>The day on whose morning the chain stood so.</summary>
    public Day Date { get; }

    /// <summary>The law, by date.</summary>
    public Law Law { get; }

    /// <summary>Every file that was ever opened, in order of number.</summary>
    public IReadOnlyList<(PersonId Person, CaseFile File)> Files => _files;

    /// <summary>Every household, in order of number.</summary>
    public IReadOnlyList<(HouseholdId Household, Household State)> Households => _households;

    /// <summary>Every site that ever opened, in order of number.</summary>
    public IReadOnlyList<(SiteId Site, Site State)> Sites => _sites;

    /// <summary>Sites that are open, in order of number.</summary>
    internal ImmutableArray<(SiteId Site, Site State)> OpenSites { get; }

    /// <summary>People who move together, in order of the number of the first of them; nobody who has departed.</summary>
    internal ImmutableArray<LiveGroup> Together { get; }

    /// <summary>Entry visas that relatives have not used yet, by household.</summary>
    internal ImmutableDictionary<HouseholdId, int> EntryVisas { get; }

    /// <summary>Highest number of a person; 0 when there is none.</summary>
    internal long LastPerson => _files.IsEmpty ? 0 : _files[^1].Person.Value;

    /// <summary>Highest number of a household, also of one that only files name.</summary>
    internal long LastHousehold => Math.Max(
        _households.IsEmpty ? 0 : _households[^1].Household.Value,
        _files.IsEmpty ? 0 : _files.Max(each => each.File.Registration.Household.Value));

    /// <summary>Highest number of a site, open or closed.</summary>
    internal int LastSite => _sites.IsEmpty ? 0 : _sites[^1].Site.Value;

    /// <summary>Takes the chain as it stands.</summary>
    /// <param name="files">Every file ever opened, in any order; departed people too, so that no number is given twice. Unopened files are left out.</param>
    /// <param name="households">Every household.</param>
    /// <param name="sites">Every site that ever opened, closed ones too.</param>
    /// <param name="date">The chain's date: nothing that happened on it or later is in the files.</param>
    /// <param name="law">The law, by date.</param>
    /// <exception cref="ArgumentException">A number occurs twice, or a resident of a site has a file that does not say so.</exception>
    public static LiveStock From(
        IEnumerable<(PersonId Person, CaseFile File)> files, IEnumerable<(HouseholdId Household, Household State)> households,
        IEnumerable<(SiteId Site, Site State)> sites, Day date, Law law)
    {
        ImmutableArray<(PersonId Person, CaseFile File)> opened =
            [.. files.Where(each => each.File.Presence != Presences.Unopened).OrderBy(each => each.Person.Value)];
        ImmutableArray<(SiteId Site, Site State)> all = [.. sites.OrderBy(each => each.Site.Value)];
        ImmutableArray<(HouseholdId Household, Household State)> homes = [.. households.OrderBy(each => each.Household.Value)];
        Once(opened.Select(each => each.Person.Value), "person");
        Once(homes.Select(each => each.Household.Value), "household");
        Once(all.Select(each => (long)each.Site.Value), "site");
        Agree(opened, all);
        return new(date, law, opened, homes, all);
    }

    /// <summary>Takes the chain as it stands after a log, on the morning after its last event.</summary>
    /// <param name="log">The log, in the JSON form of OCEL 2.0, in order of time or as it was recorded.</param>
    /// <param name="law">The law of a day: the stock's, and the log's where it names none that is known.</param>
    /// <returns>The stock, and what the log says of itself.</returns>
    /// <exception cref="LogFaultException">The log cannot be read, or something in it could not have happened.</exception>
    public static (LiveStock Stock, OcelHead Head) After(Stream log, Func<Day, Law> law)
    {
        LogJudge? judge = null;
        var last = default(Day);
        var head = OcelLog.Read(log, begins => judge = new(LoggedLaw.On(begins, law), keep: 1) { AsRecorded = begins.IsAsRecorded }, told =>
        {
            judge!.Judge(told);
            last = Day.Later(last, told.Day);
        });
        var date = last.PlusDays(1);
        return judge!.Report() is { First: [var first, ..] }
            ? throw new LogFaultException($"The log is no live stock: event {first.Told.Number} could not happen ({first.Refusal.Code}). Judge it with `schakel conform --from`.")
            : (judge.Stock(date, law(date)), head);
    }

    /// <summary>Files by number less one.</summary>
    internal CaseFile?[] FilesByNumber()
    {
        var files = new CaseFile?[LastPerson];
        foreach (var (person, file) in _files)
        {
            files[person.Value - 1] = file;
        }

        return files;
    }

    /// <summary>Households by number less one.</summary>
    internal Household?[] HouseholdsByNumber()
    {
        var households = new Household?[_households.IsEmpty ? 0 : _households[^1].Household.Value];
        foreach (var (household, state) in _households)
        {
            households[household.Value - 1] = state;
        }

        return households;
    }

    /// <summary>Sites by number less one.</summary>
    internal Site[] SitesByNumber()
    {
        var sites = new Site[LastSite];
        Array.Fill(sites, Site.Unopened);
        foreach (var (site, state) in _sites)
        {
            sites[site.Value - 1] = state;
        }

        return sites;
    }

    private static void Once(IEnumerable<long> numbers, string what)
    {
        var before = 0L;
        foreach (var number in numbers)
        {
            if (number <= before)
            {
                throw new ArgumentException($"The number of {what} {number} occurs twice, or is no number of a {what}.", what);
            }

            before = number;
        }
    }

    // Occupancy must be the same from both sides, or the rehearsal would begin with people who are nowhere.
    private static void Agree(ImmutableArray<(PersonId Person, CaseFile File)> files, ImmutableArray<(SiteId Site, Site State)> sites)
    {
        var bySite = sites.ToDictionary(each => each.Site, each => each.State);
        var residents = 0;
        foreach (var (person, file) in files)
        {
            if (file.Reception.Site is { } site)
            {
                residents++;
                if (!bySite.TryGetValue(site, out var state) || !state.Residents.ContainsKey(person))
                {
                    throw new ArgumentException($"Person {person.Value} stays at site {site.Value} by the file, but not by the site.", nameof(files));
                }
            }
        }

        var slots = sites.Sum(each => each.State.Occupancy);
        if (slots != residents)
        {
            throw new ArgumentException($"The sites hold {slots} residents, the files {residents}.", nameof(sites));
        }
    }
}
