using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Model;

namespace Schakel.Conformance;

/// <summary>Live stocks made by living, and what is counted in them without the rehearsal's own words.</summary>
internal static class LiveStocks
{
    /// <summary>Lives from the start of the inputs to a day; the files as they then stand.</summary>
    public static LiveStock After(ModelInputs inputs, Day date)
    {
        var nation = new Nation(inputs with { Days = date.Number - inputs.Start.Number }, 1, 0, keepSteps: true);
        nation.Live();
        var replay = new Replay(Conform.ContextOf(nation));
        replay.Apply(nation.Steps);
        Assert.Equal(0, replay.Report().RefusedCount);
        return LiveStock.From(replay.Files, replay.Households, replay.Sites, date, Regimes.January2024);
    }

    /// <summary>The stock in which whoever of a household stays at a site stays at another, larger one, and files are as given.</summary>
    public static (LiveStock Stock, SiteId Destination) Moved(LiveStock stock, Dictionary<PersonId, CaseFile> files, HouseholdId household)
    {
        var sites = SitesOf(stock, files);
        var members = files.Where(each => each.Value.Registration.Household == household && each.Value.Reception.Site is not null).Select(each => each.Key).ToArray();
        var from = files[members[0]].Reception.Site!.Value;
        var destination = sites.First(each => each.Key != from && each.Value.IsOpen && each.Value.Modality is Modality.Regular or Modality.Emergency or Modality.Municipal && each.Value.Occupancy + members.Length <= each.Value.Capacity).Key;
        foreach (var person in members)
        {
            var file = files[person];
            var move = new MovePerson(new Official(5, OfficialRoles.ReceptionOfficer), destination, sites[destination].Modality) { Ground = MoveGround.UseOfPlaces };
            var moved = Decider.Decide(file, Chain.Family.Household.Empty, move, stock.Law, stock.Date.PlusDays(-1));
            Assert.Null(moved.Refusal);
            files[person] = Decider.Evolve(file, moved[0], stock.Date.PlusDays(-1));
        }

        return (LiveStock.From(files.Select(each => (each.Key, each.Value)), stock.Households, SitesOf(stock, files).Select(each => (each.Key, each.Value)), stock.Date, stock.Law), destination);
    }

    /// <summary>The stock in which files are as given, everybody where they were.</summary>
    public static LiveStock With(LiveStock stock, Dictionary<PersonId, CaseFile> files) =>
        LiveStock.From(files.Select(each => (each.Key, each.Value)), stock.Households, stock.Sites, stock.Date, stock.Law);

    /// <summary>One when a file counts in a stock.</summary>
    public static int Counts(string series, CaseFile file, Day today)
    {
        var application = file.Procedure.Application;
        var open = application?.Status == ApplicationStatus.Open ? application : null;
        var here = file.Presence == Presences.Here;
        var age = open is null ? 0 : today - (open.ResponsibleSince ?? open.LodgedOn ?? today);
        var fourth = open is not null && open.Track is not (Track.Dublin or Track.Simplified);
        var inSite = here && file.Reception is { Site: not null, Modality: not Modality.External };
        return series switch
        {
            "stock.applications" => open is not null ? 1 : 0,
            "stock.applications.track1" => open?.Track == Track.Dublin ? 1 : 0,
            "stock.applications.track2" => open?.Track == Track.Simplified ? 1 : 0,
            "stock.applications.track4" => fourth && open!.Track != Track.None ? 1 : 0,
            "stock.age.under-6-months" => fourth && age < 183 ? 1 : 0,
            "stock.age.6-15-months" => fourth && age is >= 183 and < 457 ? 1 : 0,
            "stock.age.over-15-months" => fourth && age >= 457 ? 1 : 0,
            "appeals.pending" => file.Presence != Presences.Departed && file.Procedure.Appeal is { RuledOn: null } ? 1 : 0,
            "return.caseload" => here && file.Return.IsOpen && file.Procedure is { Permit: null, Appeal: null or { RuledOn: not null } } && file.Procedure.Decision?.Outcome != DecisionOutcome.NotTakenUp ? 1 : 0,
            "housing.waiting" => here && file is { Procedure.Permit: not null, Housing.IsHoused: false } ? 1 : 0,
            "occupancy.total" => inSite ? 1 : 0,
            "occupancy.emergency" => inSite && file.Reception.Modality == Modality.Emergency ? 1 : 0,
            "occupancy.municipal" => inSite && file.Reception.Modality == Modality.Municipal ? 1 : 0,
            "occupancy.minors" => inSite && file.Reception.Modality == Modality.Minors ? 1 : 0,
            "occupancy.status-holders" => inSite && file.Procedure.Permit is not null ? 1 : 0,
            "stock.family" => here && file.Family.Pending ? file.Family.Relatives : 0,
            _ => throw new ArgumentException($"{series} is not counted here.", nameof(series)),
        };
    }

    private static Dictionary<SiteId, Site> SitesOf(LiveStock stock, Dictionary<PersonId, CaseFile> files)
    {
        var sites = stock.Sites.ToDictionary(each => each.Site, each => each.State);
        foreach (var (id, site) in stock.Sites)
        {
            var residents = files.Where(each => each.Value.Reception.Site == id).Select(each => each.Key).ToArray();
            var next = Site.Unopened with { IsOpen = site.IsOpen, Capacity = site.Capacity, Modality = site.Modality };
            foreach (var person in residents)
            {
                next = Decider.Evolve(next, new SlotOccupied(person, next.HighestSlot + 1));
            }

            sites[id] = next;
        }

        return sites;
    }
}
