using Schakel.Chain.Partners;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Partners;

public sealed class HandoverTests
{
    private const SharedData Needed = SharedData.Identity | SharedData.Contact | SharedData.Vulnerability;
    private static readonly Official Doctor = new(33, OfficialRoles.HealthWorker);
    private static readonly Official Nidos = new(41, OfficialRoles.Guardian);
    private static readonly Official Town = new(42, OfficialRoles.MunicipalOfficer);
    private static readonly ReferToPartner Refer = new(
        Officials.Reception, 1, Partner.ReceptionAgency, Partner.HealthCare, Purpose.HealthCare, Needed, Date("2024-06-30"));
    private static readonly PartnerReferred Referred = new(
        1, Partner.ReceptionAgency, Partner.HealthCare, Purpose.HealthCare, Needed, Date("2024-06-30"), LegalBasis.None, Officials.Reception);
    private static readonly OfferTransfer Offer = new(
        Officials.Reception, 1, Partner.ReceptionAgency, Partner.GuardianAgency, Purpose.Reception, SharedData.Identity | SharedData.Reception);
    private static readonly TransferOffered Offered = new(
        1, Partner.ReceptionAgency, Partner.GuardianAgency, Purpose.Reception, SharedData.Identity | SharedData.Reception, LegalBasis.None, Officials.Reception);
    private static readonly RequestTransfer Request = new(
        Town, 1, Partner.Municipality, Purpose.Housing, SharedData.Identity | SharedData.Housing);
    private static readonly TransferRequested Requested = new(
        1, Partner.ReceptionAgency, Partner.Municipality, Purpose.Housing, SharedData.Identity | SharedData.Housing, LegalBasis.None, Town);
    private static readonly AnswerHandover Accept = new(Doctor, Partner.HealthCare, 1, Accepted: true);
    private static readonly RevokeHandover Revoke = new(Officials.Reception, Partner.ReceptionAgency, 1);
    private static readonly CompleteReferral Complete = new(Doctor, Partner.HealthCare, 1);

    private static Given Here() => AnAdult().Lodged("2024-01-15");

    private static Given Running() => Here().Happened("2024-02-01", Referred).Happened("2024-02-02", new HandoverAnswered(1, true, Doctor));

    [Fact]
    public void A_partner_is_asked_to_do_its_part() => Here().When(Refer, "2024-02-01").Then(Referred);

    [Fact]
    public void Not_by_itself() => Here().When(Refer with { To = Partner.ReceptionAgency }, "2024-02-01").ThenRefused("sharing.same-partner");

    [Fact]
    public void Not_one_that_has_no_part_in_it() => Here().When(Refer with { To = Partner.School }, "2024-02-01").ThenRefused("sharing.other-purpose");

    [Fact]
    public void Not_with_more_than_it_needs() =>
        Here().When(Refer with { Data = Needed | SharedData.Claim }, "2024-02-01").ThenRefused("sharing.beyond-purpose");

    [Fact]
    public void Not_with_nothing() => Here().When(Refer with { Data = SharedData.None }, "2024-02-01").ThenRefused("sharing.nothing-shared");

    [Fact]
    public void Not_with_what_the_sender_may_not_have() =>
        Here().When(Refer with { Data = SharedData.Medical }, "2024-02-01").ThenRefused("sharing.not-theirs");

    [Fact] // Red line 6.
    public void Not_through_a_wall() =>
        Here().When(new ReferToPartner(
                Doctor, 1, Partner.HealthCare, Partner.ImmigrationService, Purpose.HearingAdvice, SharedData.Identity, Date("2024-03-01")), "2024-02-01")
            .ThenRefused("sharing.wall");

    [Fact]
    public void Unless_the_person_agreed() =>
        Here().When(new ReferToPartner(
                Doctor, 1, Partner.HealthCare, Partner.ImmigrationService, Purpose.HearingAdvice, SharedData.Medical, Date("2024-03-01"), LegalBasis.Consent),
            "2024-02-01")
            .Then(new PartnerReferred(
                1, Partner.HealthCare, Partner.ImmigrationService, Purpose.HearingAdvice, SharedData.Medical, Date("2024-03-01"), LegalBasis.Consent, Doctor));

    [Fact]
    public void Not_until_yesterday() => Here().When(Refer with { Until = Date("2024-01-31") }, "2024-02-01").ThenRefused("handover.until-passed", "2024-02-01");

    [Fact]
    public void Numbers_follow() => Here().When(Refer with { Number = 2 }, "2024-02-01").ThenRefused("handover.wrong-number");

    [Fact]
    public void Once_at_a_time() => Running().When(Refer with { Number = 2 }, "2024-02-03").ThenRefused("handover.already-open");

    [Fact]
    public void Again_when_the_last_has_lapsed() =>
        Running().When(Refer with { Number = 2, Until = Date("2024-12-31") }, "2024-07-01").Then(Referred with { Number = 2, Until = Date("2024-12-31") });

    [Fact]
    public void The_partner_accepts() => Here().Happened("2024-02-01", Referred).When(Accept, "2024-02-02").Then(new HandoverAnswered(1, true, Doctor));

    [Fact]
    public void Or_declines() =>
        Here().Happened("2024-02-01", Referred).When(Accept with { Accepted = false }, "2024-02-02").Then(new HandoverAnswered(1, false, Doctor));

    [Fact]
    public void Only_what_is_asked_of_it() => Here().When(Accept, "2024-02-02").ThenRefused("handover.none");

    [Fact]
    public void Not_for_another() =>
        Here().Happened("2024-02-01", Referred).When(new AnswerHandover(Nidos, Partner.GuardianAgency, 1, true), "2024-02-02").ThenRefused("handover.not-yours");

    [Fact]
    public void An_answer_is_given_once() => Running().When(Accept, "2024-02-03").ThenRefused("handover.not-open");

    [Fact]
    public void And_not_after_the_last_day() =>
        Here().Happened("2024-02-01", Referred).When(Accept, "2024-07-01").ThenRefused("handover.lapsed", "2024-06-30");

    [Fact]
    public void Nothing_is_shared_before_the_answer_or_after_the_last_day()
    {
        Assert.Equal(SharedData.None, Here().Happened("2024-02-01", Referred).File().Partners.SharedWith(Partner.HealthCare, Date("2024-02-01")));
        var running = Running().File().Partners;
        Assert.Equal(Needed, running.SharedWith(Partner.HealthCare, Date("2024-06-30")));
        Assert.Equal(SharedData.None, running.SharedWith(Partner.HealthCare, Date("2024-07-01")));
        Assert.Equal(SharedData.None, running.SharedWith(Partner.School, Date("2024-02-03")));
    }

    [Fact]
    public void The_sender_revokes_and_sharing_ends()
    {
        Running().When(Revoke, "2024-03-01").Then(new HandoverRevoked(1, Officials.Reception));
        Assert.Equal(
            SharedData.None,
            Running().Happened("2024-03-01", new HandoverRevoked(1, Officials.Reception)).File().Partners.SharedWith(Partner.HealthCare, Date("2024-03-01")));
    }

    [Fact]
    public void Nobody_else_revokes() => Running().When(new RevokeHandover(Doctor, Partner.HealthCare, 1), "2024-03-01").ThenRefused("handover.not-yours");

    [Fact]
    public void Once() =>
        Running().Happened("2024-03-01", new HandoverRevoked(1, Officials.Reception)).When(Revoke, "2024-03-02").ThenRefused("handover.not-open");

    [Fact]
    public void What_was_never_opened_is_not_revoked() => Here().When(Revoke, "2024-03-01").ThenRefused("handover.none");

    [Fact]
    public void The_partner_completes_and_sharing_ends()
    {
        Running().When(Complete, "2024-03-01").Then(new ReferralCompleted(1, Doctor));
        Assert.Equal(
            SharedData.None,
            Running().Happened("2024-03-01", new ReferralCompleted(1, Doctor)).File().Partners.SharedWith(Partner.HealthCare, Date("2024-03-01")));
    }

    [Fact]
    public void Only_what_it_accepted() => Here().Happened("2024-02-01", Referred).When(Complete, "2024-03-01").ThenRefused("handover.not-accepted");

    [Fact]
    public void And_only_its_own() =>
        Running().When(new CompleteReferral(Officials.Reception, Partner.ReceptionAgency, 1), "2024-03-01").ThenRefused("handover.not-yours");

    [Fact]
    public void Nothing_is_completed_that_was_not_asked() => Here().When(Complete, "2024-03-01").ThenRefused("handover.none");

    [Fact]
    public void Responsibility_is_offered() => Here().When(Offer, "2024-02-01").Then(Offered);

    [Fact]
    public void Only_by_who_has_it() =>
        Here().When(Offer with { By = Town, From = Partner.Municipality }, "2024-02-01").ThenRefused("handover.not-holder");

    [Fact]
    public void Only_to_who_may_have_it() => Here().When(Offer with { To = Partner.School }, "2024-02-01").ThenRefused("sharing.other-purpose");

    [Fact]
    public void When_it_is_accepted_the_other_is_responsible()
    {
        Here().Happened("2024-02-01", Offered).When(new AnswerHandover(Nidos, Partner.GuardianAgency, 1, true), "2024-02-02")
            .Then(new HandoverAnswered(1, true, Nidos));
        var before = Here().Happened("2024-02-01", Offered).File().Partners;
        Assert.Equal(Partner.ReceptionAgency, before.HolderOf(Purpose.Reception));
        var after = Here().Happened("2024-02-01", Offered).Happened("2024-02-02", new HandoverAnswered(1, true, Nidos)).File().Partners;
        Assert.Equal(Partner.GuardianAgency, after.HolderOf(Purpose.Reception));
        Assert.Equal(SharedData.Identity | SharedData.Reception, after.SharedWith(Partner.GuardianAgency, Date("2030-01-01")));
    }

    [Fact]
    public void What_was_handed_over_is_not_revoked() =>
        Here().Happened("2024-02-01", Offered).Happened("2024-02-02", new HandoverAnswered(1, true, Nidos)).When(Revoke, "2024-02-03")
            .ThenRefused("handover.not-open");

    [Fact]
    public void Of_two_offers_one_can_be_accepted() =>
        Here().Happened("2024-02-01", Offered, Offered with { Number = 2, To = Partner.Municipality })
            .Happened("2024-02-02", new HandoverAnswered(1, true, Nidos))
            .When(new AnswerHandover(Town, Partner.Municipality, 2, true), "2024-02-03").ThenRefused("handover.not-holder");

    [Fact]
    public void A_partner_asks_for_responsibility() => Here().When(Request, "2024-02-01").Then(Requested);

    [Fact]
    public void Not_for_what_it_has() =>
        Here().When(Request with { By = Officials.Reception, To = Partner.ReceptionAgency }, "2024-02-01").ThenRefused("sharing.same-partner");

    [Fact]
    public void Not_with_more_than_the_purpose_needs() =>
        Here().When(Request with { Data = SharedData.Incidents }, "2024-02-01").ThenRefused("sharing.beyond-purpose");

    [Fact]
    public void Who_is_responsible_answers() =>
        Here().Happened("2024-02-01", Requested).When(new AnswerHandover(Officials.Reception, Partner.ReceptionAgency, 1, true), "2024-02-02")
            .Then(new HandoverAnswered(1, true, Officials.Reception));

    [Fact]
    public void Who_asked_does_not() =>
        Here().Happened("2024-02-01", Requested).When(new AnswerHandover(Town, Partner.Municipality, 1, true), "2024-02-02").ThenRefused("handover.not-yours");

    [Fact]
    public void But_may_take_it_back() =>
        Here().Happened("2024-02-01", Requested).When(new RevokeHandover(Town, Partner.Municipality, 1), "2024-02-02").Then(new HandoverRevoked(1, Town));
}
