using System.Collections.Immutable;
using NodaTime;

namespace Schakel.Rehearsal.Data;

/// <summary>Reads a starting state and checks that its parts agree.</summary>
internal static class StartStateReader
{
    private const double WidestGap = 0.01;

    /// <summary>The starting state in a file.</summary>
    /// <exception cref="DataFaultException">A value is out of bounds, shares make no whole, or the residents by kind and by form differ.</exception>
    public static StartState Read(DataFolder folder, string file, LocalDate date, IReadOnlyList<CountryGroup> groups)
    {
        var root = JsonPart.Root(folder, file).Only(
            "schema", "date", "note", "applications", "reception", "sites", "appeals", "dublin", "returning", "family", "housing", "staff",
            "centres");
        root.Whole("schema", 1, 1);
        if (root.Date("date") != date)
        {
            throw root.Fault("date", root.Text("date"), $"the file's name says {NodaTime.Text.LocalDatePattern.Iso.Format(date)}");
        }

        var state = new StartState(
            date,
            Applications(root.Part("applications"), groups),
            Reception(root.Part("reception")),
            Sites(root.Part("sites")),
            Counted(root.Part("appeals"), "pending"),
            Counted(root.Part("dublin"), "acceptedAwaitingTransfer"),
            Counted(root.Part("returning"), "caseload"),
            new FamilyStock(
                Persons(root.Part("family").Only("pendingPersons", "relativesPerSponsor"), "pendingPersons"),
                root.Part("family").Quantity("relativesPerSponsor", 1, 20)),
            Persons(root.Part("housing").Only("arrears"), "arrears"),
            Staff(root.Part("staff")),
            Centres(root));
        CheckResidents(root, state);
        return state;
    }

    private static OpenApplications Applications(JsonPart part, IReadOnlyList<CountryGroup> groups)
    {
        part.Only(
            "track4", "tracks12", "dublinShare", "subsequentShare", "interviewedShare", "inReceptionShare", "ageMonths", "groups");
        return new OpenApplications(
            Persons(part, "track4"), Persons(part, "tracks12"), Share(part, "dublinShare"), Share(part, "subsequentShare"),
            Share(part, "interviewedShare"), Share(part, "inReceptionShare"), Bands(part, "ageMonths"), Groups(part, groups));
    }

    private static ReceptionStock Reception(JsonPart part)
    {
        part.Only(
            "regular", "emergency", "municipal", "external", "statusHolders", "statusHoldersExternal", "statusWaitWeeks", "minorsShare",
            "planningRate");
        var stock = new ReceptionStock(
            Persons(part, "regular"), Persons(part, "emergency"), Persons(part, "municipal"), Persons(part, "external"),
            Persons(part, "statusHolders"), Persons(part, "statusHoldersExternal"), Bands(part, "statusWaitWeeks"),
            Share(part, "minorsShare"), part.Quantity("planningRate", 0.01, 1));
        return stock.StatusHoldersExternal.Value <= Math.Min(stock.External.Value, stock.StatusHolders.Value)
            ? stock
            : throw part.Fault(
                "statusHoldersExternal", Written.Number(stock.StatusHoldersExternal.Value),
                "it may exceed neither external nor statusHolders");
    }

    private static ImmutableArray<SiteStock> Sites(JsonPart part)
    {
        part.Only("regular", "emergency", "municipal");
        return
        [
            Site(part.Part("regular"), ReceptionForm.Regular),
            Site(part.Part("emergency"), ReceptionForm.Emergency),
            Site(part.Part("municipal"), ReceptionForm.Municipal),
        ];

        static SiteStock Site(JsonPart site, ReceptionForm form) =>
            new(form, site.Only("count", "endingWithinYear").Quantity("count", 0, 10_000), Share(site, "endingWithinYear"));
    }

    private static CountedStock Counted(JsonPart part, string field) =>
        new(Persons(part.Only(field, "inReceptionShare"), field), Share(part, "inReceptionShare"));

    private static StaffStock Staff(JsonPart part)
    {
        part.Only("indTotal", "indAsylumShare", "track4DecisionsPerYear", "trainingMonths");
        return new StaffStock(
            part.Quantity("indTotal", 0, 100_000), Share(part, "indAsylumShare"),
            part.Quantity("track4DecisionsPerYear", 0, Limits.Persons), part.Quantity("trainingMonths", 0, 60));
    }

    private static ImmutableArray<RegistrationCentre> Centres(JsonPart root)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. root.Items("centres").Select(item =>
        {
            item.Only("id", "name", "kind", "persons");
            var id = item.Text("id");
            return new RegistrationCentre(
                ids.Add(id) ? id : throw item.Fault("id", id, "it occurs twice"),
                item.Text("name"),
                item.Text("kind") switch
                {
                    "land" => CentreKind.Land,
                    "land-referred" => CentreKind.LandReferred,
                    "border" => CentreKind.Border,
                    var other => throw item.Fault("kind", other, "it must be one of: land, land-referred, border"),
                },
                item.Quantity("persons", 0, 10_000));
        })];
    }

    private static ImmutableArray<GroupShare> Groups(JsonPart part, IReadOnlyList<CountryGroup> groups)
    {
        var shares = new Dictionary<string, GroupShare>(StringComparer.Ordinal);
        foreach (var item in part.Items("groups"))
        {
            var id = item.Only("group", "share").Text("group");
            if (groups.All(group => group.Id != id))
            {
                throw item.Fault("group", id, "it is not a known id");
            }

            if (!shares.TryAdd(id, new GroupShare(id, Share(item, "share"))))
            {
                throw item.Fault("group", id, "it occurs twice");
            }
        }

        foreach (var group in groups)
        {
            if (!shares.ContainsKey(group.Id))
            {
                throw part.Fault("groups", group.Id, "every group must have a share");
            }
        }

        CheckWhole(part, "groups", shares.Values.Sum(share => share.Share.Value));
        return [.. groups.Select(group => shares[group.Id])];
    }

    private static ImmutableArray<Band> Bands(JsonPart part, string field)
    {
        var bands = ImmutableArray.CreateBuilder<Band>();
        foreach (var item in part.Items(field))
        {
            item.Only("from", "to", "share");
            var from = item.Whole("from", 0, 1000);
            var to = item.Whole("to", from + 1, 1001);
            if (from != (bands.Count == 0 ? 0 : bands[^1].To))
            {
                throw item.Fault("from", Written.Number(from), "bands start at 0 and join without gap or overlap");
            }

            bands.Add(new Band(from, to, Share(item, "share")));
        }

        CheckWhole(part, field, bands.Sum(band => band.Share.Value));
        return bands.DrainToImmutable();
    }

    private static void CheckWhole(JsonPart part, string field, double sum)
    {
        if (Math.Abs(sum - 1) > Limits.Rounding)
        {
            throw part.Fault(field, Written.Number(sum), "the shares must add up to 1");
        }
    }

    // The same people counted twice: by the site they are in, and by why they are there.
    private static void CheckResidents(JsonPart root, StartState state)
    {
        var kinds = state.Reception.StatusHolders.Value - state.Reception.StatusHoldersExternal.Value
            + ((state.Applications.Track4.Value + state.Applications.Tracks12.Value) * state.Applications.InReceptionShare.Value)
            + InReception(state.Appeals) + InReception(state.DublinAccepted) + InReception(state.Returning);
        if (Math.Abs(kinds - state.Reception.Total) > WidestGap * state.Reception.Total)
        {
            throw root.Fault(
                "reception", Written.Number(state.Reception.Total),
                $"residents by form must be within one percent of residents by kind, {Written.Number(Math.Round(kinds))}");
        }

        static double InReception(CountedStock stock) => stock.Persons.Value * stock.InReceptionShare.Value;
    }

    private static Quantity Persons(JsonPart part, string field) => part.Quantity(field, 0, Limits.Persons);

    private static Quantity Share(JsonPart part, string field) => part.Quantity(field, 0, 1);
}
