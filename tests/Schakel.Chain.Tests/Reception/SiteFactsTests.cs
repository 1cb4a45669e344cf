using System.Collections.Immutable;
using Schakel.Chain.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

public sealed class SiteFactsTests
{
    private static readonly PersonId Anna = new(1);
    private static readonly PersonId Bilal = new(2);
    private static readonly ImmutableArray<SiteEvent> Nothing = [];
    private static readonly ImmutableArray<SiteEvent> Open = [new SiteOpened(3, Modality.Regular)];
    private static readonly ImmutableArray<SiteEvent> Equipped = [.. Open, new SlotsEquipped(new(PlaceKinds.Wheelchair, 1, 1))];
    private static readonly Finding Privacy = new(SiteStandard.Privacy, Date("2024-02-01"), Date("2024-05-01"));
    private static readonly ImmutableArray<SiteEvent> Found = [.. Open, new FindingRecorded(Privacy)];

    private static SetPlacesOutOfUse OutOfUse(int places) => new(Officials.Reception, places);

    private static RemedyFinding Remedied(string on) => new(Officials.Reception, SiteStandard.Privacy, Date(on));

    [Fact]
    public void Rooms_go_out_of_use() => Open.When(OutOfUse(1)).Then(new PlacesOutOfUseSet(1));

    [Fact]
    public void Not_more_than_there_are() => Open.When(OutOfUse(4)).ThenRefused("site.no-such-places");

    [Fact]
    public void Once() => Open.When(OutOfUse(0)).ThenRefused("site.unchanged");

    [Fact]
    public void At_a_site_that_is_open() => Nothing.When(OutOfUse(1)).ThenRefused("site.not-open");

    [Fact]
    public void Under_people_who_live_there_is_a_breach() =>
        ImmutableArray.Create<SiteEvent>([.. Open, new SlotOccupied(Anna, 1)]).When(OutOfUse(3))
            .Then(new PlacesOutOfUseSet(3), new BreachRecorded("site-capacity", null));

    [Fact]
    public void A_place_out_of_use_is_given_to_nobody() =>
        ImmutableArray.Create<SiteEvent>([.. Open, new PlacesOutOfUseSet(3)]).When(new OccupySlot(Anna)).ThenRefused("site.full");

    [Fact] // A limit that the law does not know is shown, and refuses nobody.
    public void A_municipality_leaves_a_group_out() =>
        Open.When(new LimitTargetGroups(Officials.Reception, TargetGroups.Singles)).Then(new TargetGroupsLimited(TargetGroups.Singles));

    [Fact]
    public void It_is_recorded_once() => Open.When(new LimitTargetGroups(Officials.Reception, TargetGroups.None)).ThenRefused("site.unchanged");

    [Fact]
    public void Of_a_site_that_is_open() =>
        Nothing.When(new LimitTargetGroups(Officials.Reception, TargetGroups.Singles)).ThenRefused("site.not-open");

    [Fact]
    public void A_contract_has_an_end() =>
        Open.When(new SetContractEnd(Officials.Reception, Date("2024-12-31"))).Then(new ContractEndSet(Date("2024-12-31")));

    [Fact]
    public void The_same_end_is_no_news() =>
        ImmutableArray.Create<SiteEvent>([.. Open, new ContractEndSet(Date("2024-12-31"))])
            .When(new SetContractEnd(Officials.Reception, Date("2024-12-31"))).ThenRefused("site.unchanged");

    [Fact]
    public void A_closed_site_has_no_contract() =>
        Nothing.When(new SetContractEnd(Officials.Reception, Date("2024-12-31"))).ThenRefused("site.not-open");

    [Fact]
    public void A_site_stands_in_a_municipality() => Open.When(new LocateSite(Officials.Reception, new(363))).Then(new SiteLocated(new(363)));

    [Fact]
    public void The_same_one_is_no_news() =>
        ImmutableArray.Create<SiteEvent>([.. Open, new SiteLocated(new(363))]).When(new LocateSite(Officials.Reception, new(363))).ThenRefused("site.unchanged");

    [Fact]
    public void A_closed_site_stands_nowhere() => Nothing.When(new LocateSite(Officials.Reception, new(363))).ThenRefused("site.not-open");

    [Fact]
    public void Slots_are_equipped() =>
        Open.When(new EquipSlots(Officials.Reception, new(PlaceKinds.Wheelchair, 1, 3))).Then(new SlotsEquipped(new(PlaceKinds.Wheelchair, 1, 3)));

    [Fact]
    public void Slots_that_there_are() =>
        Open.When(new EquipSlots(Officials.Reception, new(PlaceKinds.Wheelchair, 2, 3))).ThenRefused("site.no-such-places");

    [Fact]
    public void Slots_of_a_site_that_is_open() =>
        Nothing.When(new EquipSlots(Officials.Reception, new(PlaceKinds.Wheelchair, 1, 1))).ThenRefused("site.not-open");

    [Fact]
    public void Whoever_needs_a_slot_gets_one_that_has_it() =>
        Equipped.When(new OccupySlot(Anna) { Needs = PlaceKinds.Wheelchair }).Then(new SlotOccupied(Anna, 1));

    [Fact]
    public void Others_get_another_while_there_is_one() => Equipped.When(new OccupySlot(Anna)).Then(new SlotOccupied(Anna, 2));

    [Fact] // So that a slot tells nothing of who is in it.
    public void And_that_one_when_there_is_none() =>
        ImmutableArray.Create<SiteEvent>([.. Equipped, new SlotOccupied(Anna, 2), new SlotOccupied(Bilal, 3)])
            .When(new OccupySlot(new(3))).Then(new SlotOccupied(new(3), 1));

    [Fact]
    public void A_slot_left_between_is_given_away_later() =>
        ImmutableArray.Create<SiteEvent>([.. Equipped, new SlotOccupied(Anna, 2), new SlotOccupied(Bilal, 1)])
            .When(new OccupySlot(new(3))).Then(new SlotOccupied(new(3), 3));

    [Fact]
    public void A_site_without_what_is_needed_is_unfit() =>
        Open.When(new OccupySlot(Anna) { Needs = PlaceKinds.Wheelchair }).ThenRefused("site.unfit");

    [Fact]
    public void In_an_emergency_that_is_a_breach() =>
        Open.When(new OccupySlot(Anna) { Needs = PlaceKinds.Wheelchair, Emergency = EmergencyGround.Danger }).Then(
            new SlotOccupied(Anna, 1), new BreachRecorded("site-fitness", null), new PlacedOnEmergencyGround(EmergencyGround.Danger));

    [Fact]
    public void Full_and_unfit_are_two() =>
        ImmutableArray.Create<SiteEvent>([new SiteOpened(1, Modality.Regular), new SlotOccupied(Bilal, 1)])
            .When(new OccupySlot(Anna) { Needs = PlaceKinds.Wheelchair, Emergency = EmergencyGround.Family }).Then(
                new SlotOccupied(Anna, 2), new BreachRecorded("site-capacity", null), new BreachRecorded("site-fitness", null),
                new PlacedOnEmergencyGround(EmergencyGround.Family));

    [Fact] // The site is told what a place must have; what it records does not repeat it.
    public void The_file_says_what_is_needed_and_the_site_does_not_keep_it()
    {
        var place = new PlacePerson(Officials.Reception, new(5), Modality.Regular) { Emergency = EmergencyGround.Danger };
        var companion = Assert.Single(AnAdult().Arrived("2024-01-15")
            .Happened("2024-01-18", new NeedsRecorded(PlaceKinds.Wheelchair | PlaceKinds.IntensiveGuidance)).Companions(place));
        var slot = Assert.IsType<OccupySlot>(companion.Command);
        Assert.Equal((StreamId.Of(new SiteId(5)), PlaceKinds.Wheelchair, EmergencyGround.Danger), (companion.Stream, slot.Needs, slot.Emergency));
        Equipped.When(slot).Then(new SlotOccupied(Person, 1));
    }

    [Fact]
    public void An_inspection_finds_a_shortfall() => Open.When(new RecordFinding(Officials.Reception, Privacy)).Then(new FindingRecorded(Privacy));

    [Fact]
    public void Which_is_open_once() => Found.When(new RecordFinding(Officials.Reception, Privacy)).ThenRefused("site.unchanged");

    [Fact]
    public void To_be_put_right_after_it_was_found() =>
        Open.When(new RecordFinding(Officials.Reception, Privacy with { RemedyBy = Date("2024-01-31") })).ThenRefused("site.finding-out-of-order");

    [Fact]
    public void It_is_put_right() => Found.When(Remedied("2024-05-01")).Then(new FindingRemedied(SiteStandard.Privacy, Date("2024-05-01")));

    [Fact]
    public void Later_is_a_breach() =>
        Found.When(Remedied("2024-05-02")).Then(
            new FindingRemedied(SiteStandard.Privacy, Date("2024-05-02")), new BreachRecorded("site-standards", Date("2024-05-01")));

    [Fact]
    public void Not_before_it_was_found() => Found.When(Remedied("2024-01-31")).ThenRefused("site.finding-out-of-order", "2024-02-01");

    [Fact]
    public void Nor_when_nothing_was_found() => Open.When(Remedied("2024-05-02")).ThenRefused("site.no-finding");

    [Fact]
    public void What_was_put_right_can_fall_short_again() =>
        ImmutableArray.Create<SiteEvent>([.. Found, new FindingRemedied(SiteStandard.Privacy, Date("2024-04-01"))])
            .When(new RecordFinding(Officials.Reception, Privacy)).Then(new FindingRecorded(Privacy));
}
