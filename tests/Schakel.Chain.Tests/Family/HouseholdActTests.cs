using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Return;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Family;

public sealed class HouseholdActTests
{
    private static readonly PersonId Anna = new(1);
    private static readonly PersonId Boris = new(2);
    private static readonly PersonId Cilia = new(3);
    private static readonly SiteId Budel = new(5);
    private static readonly SiteId Zutphen = new(6);
    private static readonly MoveHousehold Move = new(Officials.Reception, Zutphen, Modality.Regular);

    /// <summary>Two parents and a child, all at Budel unless told otherwise, and Zutphen with three places.</summary>
    private sealed class Setting
    {
        private readonly Dictionary<PersonId, CaseFile> _files = [];
        private readonly Dictionary<SiteId, Site> _sites = [];

        public Setting(Given? anna = null, Given? boris = null, Given? cilia = null, int places = 3)
        {
            _files[Anna] = (anna ?? AtBudel(AnAdult())).File();
            _files[Boris] = (boris ?? AtBudel(AnAdult())).File();
            _files[Cilia] = (cilia ?? AtBudel(AChild())).File();
            foreach (var (person, role, born) in new[] { (Anna, FamilyRole.Main, "1990-05-01"), (Boris, FamilyRole.Partner, "1990-05-01"), (Cilia, FamilyRole.Child, "2015-05-01") })
            {
                Household = Decider.Evolve(Household, new HouseholdJoined(person, role, Date(born), false));
            }
            _sites[Budel] = Decider.Evolve(Site.Unopened, new SiteOpened(100, Modality.ProcessReception));
            _sites[Zutphen] = Decider.Evolve(Site.Unopened, new SiteOpened(places, Modality.Regular));
            foreach (var (person, file) in _files)
            {
                if (file.Reception.Site is { } site)
                {
                    _sites[site] = Decider.Evolve(_sites[site], new SlotOccupied(person, _sites[site].HighestSlot + 1));
                }
            }
        }

        public Household Household { get; private set; } = Household.Empty;

        public ImmutableArray<MemberCommand> Of(HouseholdAct act) => HouseholdActs.Of(act, Household, person => _files[person]);

        public ActOutcome Decide(HouseholdAct act, string on) =>
            HouseholdActs.Decide(act, Household, person => _files[person], site => _sites[site], Regimes.January2024, Date(on));
    }

    private static Given AtBudel(Given given) => given.Lodged("2024-01-15").Placed("2024-01-15", Modality.ProcessReception);

    private static Given Granted(Given given) => AtBudel(given).InTrack(Track.General, "2024-01-18").Interviewed("2024-02-05")
        .Decided(DecisionOutcome.GrantSubsidiary, "2024-02-08", inGeneralProcedure: true).Happened("2024-02-08", new PermitIssued(60));

    [Fact]
    public void A_family_moves_in_one_act()
    {
        var outcome = new Setting().Decide(Move, "2024-02-01");
        Assert.Null(outcome.Refusal);
        Assert.Equal([Anna, Boris, Cilia], outcome.Parts.Where(part => part.To.Stream.Kind == StreamKind.CaseFile).Select(part => new PersonId(part.To.Stream.Number)));
        Assert.Equal(9, outcome.Parts.Length); // Each a file, a slot left and a slot taken.
        Assert.Equal([1, 2, 3], outcome.Parts.SelectMany(part => part.Decision.Events).OfType<SlotOccupied>().Select(slot => slot.Slot));
    }

    [Fact]
    public void A_family_with_a_child_at_school_moves_in_one_act_that_says_why()
    {
        var atSchool = new Setting(cilia: AtBudel(AChild()).Happened("2024-01-22", new EnrolledInSchool()));
        var unweighed = atSchool.Decide(Move, "2024-02-01").Refusal;
        Assert.Equal(("move.consequences-not-weighed", Cilia), (unweighed?.Code, unweighed?.Person));
        var outcome = atSchool.Decide(Move with { Ground = MoveGround.NextStage }, "2024-02-01");
        Assert.Null(outcome.Refusal);
        var weighed = Assert.Single(outcome.Parts, part => part.Decision.Events.OfType<MoveWeighed>().Any());
        Assert.Equal(StreamId.Of(Cilia), weighed.To.Stream);
        Assert.Contains(new MoveWeighed(MoveBreaks.School, false, MoveGround.NextStage, Officials.Reception), weighed.Decision.Events);
    }

    [Fact]
    public void One_refusal_names_the_member_and_nobody_moves()
    {
        var outcome = new Setting(cilia: AChild().Lodged("2024-01-15")).Decide(Move, "2024-02-01");
        Assert.Equal("reception.not-in-reception", outcome.Refusal?.Code);
        Assert.Equal(Cilia, outcome.Refusal?.Person);
        Assert.Empty(outcome.Parts);
    }

    [Fact]
    public void A_site_that_refuses_names_the_member_too()
    {
        var closed = HouseholdActs.Decide(
            Move, new Setting().Household, _ => AtBudel(AnAdult()).File(), _ => Site.Unopened, Regimes.January2024, Date("2024-02-01"));
        Assert.Equal("site.not-open", closed.Refusal?.Code);
        Assert.Equal(Anna, closed.Refusal?.Person);
    }

    [Fact]
    public void A_site_with_too_few_places_refuses_the_last_member_and_nobody_moves()
    {
        var outcome = new Setting(places: 2).Decide(Move, "2024-02-01");
        Assert.Equal(("site.full", Cilia), (outcome.Refusal?.Code, outcome.Refusal?.Person));
        Assert.Empty(outcome.Parts);
    }

    [Fact]
    public void Places_are_counted_once_for_all_members_also_on_an_emergency_ground()
    {
        var outcome = new Setting(places: 2).Decide(Move with { Emergency = EmergencyGround.Family }, "2024-02-01");
        Assert.Equal(["breach-recorded"], outcome.Parts.SelectMany(part => part.Decision.Events).OfType<BreachRecorded>()
            .Select(breach => EventCatalogue.Of(breach.GetType()).Name));
    }

    [Fact]
    public void Who_departed_is_gone_or_detained_does_not_move_along() =>
        Assert.Equal([Cilia], new Setting(
            anna: AnAdult().Lodged("2024-01-15").Happened("2024-01-20", new LeftWithUnknownDestination(false, Officials.Reception)),
            boris: AnAdult().Lodged("2024-01-15").Happened("2024-01-20", new DetentionImposed(
                DetentionBasis.Application, DetentionGrounds.NoFixedAddress, Officials.Detaining))).Of(Move).Select(member => member.Person));

    [Fact]
    public void A_file_that_was_merged_takes_no_part() =>
        Assert.Equal([Anna, Boris], new Setting(cilia: AtBudel(AChild()).Happened(
            "2024-01-20", new FileMergedInto(new(30), MergeGround.Documents, Officials.Records))).Of(Move).Select(member => member.Person));

    [Fact]
    public void An_act_for_nobody_is_refused() =>
        new Scenario(new MovePerson(Officials.Reception, Zutphen, Modality.Regular), _ =>
            HouseholdActs.Decide(
                Move, Household.Empty, _ => CaseFile.Unopened, _ => Site.Unopened, Regimes.January2024, Date("2024-02-01")).Refusal!)
            .ThenRefused("household.concerns-nobody");

    [Fact]
    public void Placing_is_for_those_who_have_no_place_and_says_who_has_one()
    {
        var place = new PlaceHousehold(Officials.Reception, Zutphen, Modality.Regular);
        var unplaced = new Setting(AnAdult().Lodged("2024-01-15"), AnAdult().Lodged("2024-01-15"), AChild().Lodged("2024-01-15"));
        Assert.Equal(6, unplaced.Decide(place, "2024-01-16").Parts.Length);
        var refusal = new Setting(AnAdult().Lodged("2024-01-15")).Decide(place, "2024-01-16").Refusal;
        Assert.Equal(("reception.already-placed", Boris), (refusal?.Code, refusal?.Person));
    }

    [Fact]
    public void A_move_is_announced_to_all() =>
        Assert.Equal(3, new Setting().Decide(new AnnounceHouseholdMove(Officials.Reception, Zutphen, 5), "2024-02-01").Parts.Length);

    [Fact]
    public void And_cancelled_for_all()
    {
        static Given Announced(Given given) => AtBudel(given).Happened("2024-01-25", new MoveAnnounced(Zutphen, 7));
        CancelHouseholdMove cancel = new(Officials.Reception);
        var outcome = new Setting(Announced(AnAdult()), Announced(AnAdult()), Announced(AChild())).Decide(cancel, "2024-01-26");
        Assert.Equal(3, outcome.Parts.SelectMany(part => part.Decision.Events).OfType<MoveCancelled>().Count());
        Assert.Equal("move.none-announced", new Setting().Decide(cancel, "2024-01-26").Refusal?.Code);
    }

    [Fact]
    public void A_family_with_a_minor_keeps_reception()
    {
        var refusal = new Setting().Decide(new EndHouseholdReception(Officials.Reception, ReceptionEnd.PeriodLapsed), "2024-02-01").Refusal;
        Assert.Equal(("reception.not-finally-refused", Anna), (refusal?.Code, refusal?.Person));
    }

    [Fact]
    public void On_their_own_arrangement_they_all_leave()
    {
        var outcome = new Setting().Decide(new EndHouseholdReception(Officials.Reception, ReceptionEnd.OwnArrangement), "2024-02-01");
        Assert.Equal(3, outcome.Parts.SelectMany(part => part.Decision.Events).OfType<SlotReleased>().Count());
    }

    [Fact] // From reception or not: that follows from each one's own file.
    public void They_are_recorded_as_gone_together()
    {
        var outcome = new Setting(boris: AnAdult().Lodged("2024-01-15")).Decide(new RecordHouseholdUnknownDeparture(Officials.Reception), "2024-02-01");
        Assert.Equal(
            [true, false, true],
            outcome.Parts.SelectMany(part => part.Decision.Events).OfType<LeftWithUnknownDestination>().Select(gone => gone.FromReception));
    }

    [Fact]
    public void Permit_holders_are_linked_offered_a_home_and_move_in_together()
    {
        var amsterdam = new MunicipalityId(363);
        LinkedToMunicipality linked = new(amsterdam);
        HomeOffered offered = new(amsterdam);
        Assert.Equal(3, new Setting(Granted(AnAdult()), Granted(AnAdult()), Granted(AChild()))
            .Decide(new LinkHousehold(Officials.Reception, amsterdam), "2024-02-20").Parts.Length);
        Assert.Equal(3, new Setting(
                Granted(AnAdult()).Happened("2024-02-20", linked), Granted(AnAdult()).Happened("2024-02-20", linked), Granted(AChild()).Happened("2024-02-20", linked))
            .Decide(new OfferHouseholdHome(Officials.Housing, amsterdam), "2024-03-20").Parts.Length);
        Assert.Equal(3, new Setting(
                Granted(AnAdult()).Happened("2024-02-20", linked, offered), Granted(AnAdult()).Happened("2024-02-20", linked, offered),
                Granted(AChild()).Happened("2024-02-20", linked, offered))
            .Decide(new MoveHouseholdIntoHome(amsterdam), "2024-04-20").Parts.Length);
    }

    private static Setting With(params ChainEvent[] housing)
    {
        Given Member(Given given) => Granted(given).Happened("2024-02-20", housing);
        return new(Member(AnAdult()), Member(AnAdult()), Member(AChild()));
    }

    [Fact]
    public void A_family_is_linked_elsewhere_in_one_act_that_says_why()
    {
        var linked = With(new LinkedToMunicipality(new(363)));
        LinkHousehold elsewhere = new(Officials.Reception, new(518));
        Assert.Equal("housing.relink-without-ground", linked.Decide(elsewhere, "2024-03-20").Refusal?.Code);
        var outcome = linked.Decide(elsewhere with { Ground = UnlinkGround.NoFittingHome }, "2024-03-20");
        Assert.Equal(
            Enumerable.Repeat(new UnlinkedFromMunicipality(new(363), UnlinkGround.NoFittingHome, Officials.Reception), 3),
            outcome.Parts.SelectMany(part => part.Decision.Events).OfType<UnlinkedFromMunicipality>());
    }

    [Fact] // Red line 7: no consequence without an explanation.
    public void A_family_answers_the_home_that_is_offered_together()
    {
        var offered = With(new LinkedToMunicipality(new(363)), new HomeOffered(new(363)));
        Assert.Equal(3, offered.Decide(new AcceptHouseholdHome(), "2024-03-20").Parts.SelectMany(part => part.Decision.Events).OfType<HomeAccepted>().Count());
        Assert.Equal("housing.consequence-not-explained", offered.Decide(new RefuseHouseholdHome(ConsequenceExplained: false), "2024-03-20").Refusal?.Code);
        Assert.Equal(
            3, offered.Decide(new RefuseHouseholdHome(ConsequenceExplained: true), "2024-03-20").Parts.SelectMany(part => part.Decision.Events).OfType<HomeRefused>().Count());
    }

    [Fact]
    public void Who_holds_no_permit_is_named()
    {
        var refusal = new Setting(Granted(AnAdult()), AtBudel(AnAdult()), Granted(AChild()))
            .Decide(new LinkHousehold(Officials.Reception, new(363)), "2024-02-20").Refusal;
        Assert.Equal(("permit.none", Boris), (refusal?.Code, refusal?.Person));
    }
}

public sealed class HouseholdChangeTests
{
    private static readonly HouseholdId Apart = new(33);
    private static readonly ChangeHousehold Part = new(Officials.Reception, Apart, FamilyRole.Main, HouseholdChangeGround.Safety);

    [Fact]
    public void Someone_is_split_off() =>
        AnAdult().Lodged("2024-01-15").When(Part, "2024-03-01")
            .Then(new HouseholdChanged(Apart, FamilyRole.Main, HouseholdChangeGround.Safety, Officials.Reception));

    [Fact]
    public void Not_to_where_they_are() =>
        AnAdult().Lodged("2024-01-15").When(Part with { Household = Home }, "2024-03-01").ThenRefused("household-change.same-household");

    [Fact]
    public void At_eighteen_a_child_may_go_on_alone()
    {
        var alone = Part with { Ground = HouseholdChangeGround.CameOfAge };
        AChild().Lodged("2024-01-15").When(alone, "2033-04-30").ThenRefused("household-change.still-minor", "2033-05-01");
        AChild().Lodged("2024-01-15").When(alone, "2033-05-01")
            .Then(new HouseholdChanged(Apart, FamilyRole.Main, HouseholdChangeGround.CameOfAge, Officials.Reception));
    }

    [Fact]
    public void A_minor_leads_no_household() =>
        AChild().Lodged("2024-01-15").When(Part, "2024-03-01").ThenRefused("household-change.minor-leads");

    [Fact]
    public void An_adult_is_no_unaccompanied_minor() =>
        AnAdult().Lodged("2024-01-15").When(Part with { Role = FamilyRole.UnaccompaniedMinor }, "2024-03-01").ThenRefused("arrival.of-age");

    [Fact]
    public void Three_streams_say_it_together()
    {
        var outcome = Transfer(FamilyAtHome());
        Assert.Null(outcome.Refusal);
        Assert.Equal(
            [
                new HouseholdChanged(Apart, FamilyRole.Main, HouseholdChangeGround.Safety, Officials.Reception),
                new HouseholdLeft(Person),
                new HouseholdJoined(Person, FamilyRole.Main, Date("1990-05-01"), false),
            ],
            outcome.Parts.Select(part => part.Decision[0]));
        Assert.Equal([StreamId.Of(Person), StreamId.Of(Home), StreamId.Of(Apart)], outcome.Parts.Select(part => part.To.Stream));
    }

    [Fact]
    public void One_refusal_and_nothing_is_said()
    {
        var outcome = Transfer(Household.Empty);
        Assert.Equal(("household.not-member", Person), (outcome.Refusal?.Code, outcome.Refusal?.Person));
        Assert.Empty(outcome.Parts);
    }

    [Fact] // Red line 5: who is left behind does not read why.
    public void Neither_household_reads_why()
    {
        var told = Transfer(FamilyAtHome()).Parts.Where(part => part.To.Stream.Kind == StreamKind.Household).Select(part => EventJson.Write(part.Decision[0]));
        Assert.All(told, json => Assert.DoesNotContain("safety", json, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(
            typeof(HouseholdLeft).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(HouseholdEvent)))
                .SelectMany(type => type.GetProperties()),
            property => property.PropertyType == typeof(HouseholdChangeGround));
    }

    private static Household FamilyAtHome() => new[]
    {
        new HouseholdJoined(Person, FamilyRole.Partner, Date("1990-05-01"), false),
        new HouseholdJoined(new(8), FamilyRole.Main, Date("1988-05-01"), false),
        new HouseholdJoined(new(9), FamilyRole.Child, Date("2015-05-01"), false),
    }.Aggregate(Household.Empty, Decider.Evolve);

    private static ActOutcome Transfer(Household from) => HouseholdActs.Transfer(
        Part, Person, AnAdult().Lodged("2024-01-15").File(), from, Household.Empty, Regimes.January2024, Date("2024-03-01"));
}
