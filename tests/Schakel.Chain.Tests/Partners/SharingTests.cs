using Schakel.Chain.Partners;

namespace Schakel.Chain.Tests.Partners;

public sealed class SharingTests
{
    private static readonly Partner[] KeptOut =
        [Partner.AliensPolice, Partner.BorderGuard, Partner.ImmigrationService, Partner.ReturnService, Partner.DetentionService];

    private static readonly Partner[] BehindWall =
        [Partner.HealthCare, Partner.School, Partner.GuardianAgency, Partner.Lawyer, Partner.CouncilForRefugees, Partner.Shelter];

    private static IEnumerable<(Partner From, Partner To, Purpose Purpose, SharedData Data, LegalBasis Basis)> EverySharingOfOneCategory() =>
        from sender in Enum.GetValues<Partner>()
        from receiver in Enum.GetValues<Partner>()
        from purpose in Enum.GetValues<Purpose>()
        from data in Enum.GetValues<SharedData>()
        from basis in Enum.GetValues<LegalBasis>()
        select (sender, receiver, purpose, data, basis);

    private static IEnumerable<(Partner From, Partner To, Purpose Purpose, SharedData Data, LegalBasis Basis)> Allowed() =>
        EverySharingOfOneCategory().Where(one => Sharing.Against(one.From, one.To, one.Purpose, one.Data, one.Basis) is null);

    [Fact]
    public void Every_purpose_has_a_row_in_its_place() =>
        Assert.Equal(Enum.GetValues<Purpose>(), Sharing.Rules.Select(rule => rule.Purpose));

    [Fact]
    public void Who_is_responsible_may_receive() => Assert.All(Sharing.Rules, rule => Assert.Contains(rule.Holder, rule.Partners));

    [Fact]
    public void Every_partner_has_a_part_in_something() =>
        Assert.Empty(Enum.GetValues<Partner>().Except(Sharing.Rules.SelectMany(rule => rule.Partners)));

    [Fact]
    public void Every_category_about_a_person_can_be_named() =>
        Assert.All(Enum.GetValues<DataCategory>().Where(category => category != DataCategory.None), category =>
            Assert.Equal(category.ToString(), Sharing.Of(category).ToString()));

    [Fact]
    public void What_is_about_nobody_needs_no_name() => Assert.Equal(SharedData.None, Sharing.Of(DataCategory.None));

    [Fact]
    public void A_function_works_for_one_partner() =>
        Assert.All(Enum.GetValues<OfficialRoles>(), role =>
            Assert.InRange(Enum.GetValues<Partner>().Count(partner => (PartnerKinds.RolesOf(partner) & role) != 0), 0, 1));

    [Fact] // Red line 6.
    public void Nothing_from_behind_the_wall_reaches_police_return_or_deciders_without_a_legal_basis() =>
        Assert.DoesNotContain(Allowed(), one => BehindWall.Contains(one.From) && KeptOut.Contains(one.To) && one.Basis == LegalBasis.None);

    [Fact] // Red line 6.
    public void Nor_does_anything_on_health_or_vulnerability_whoever_sends_it() =>
        Assert.DoesNotContain(Allowed(), one => one.Data is SharedData.Medical or SharedData.Vulnerability && KeptOut.Contains(one.To) && one.Basis == LegalBasis.None);

    [Fact] // Red line 2: where somebody comes from has no part in where they stay, learn or work.
    public void Where_somebody_comes_from_is_shared_for_no_place_home_school_or_work() =>
        Assert.DoesNotContain(Allowed(), one => one.Data == SharedData.Origin
            && one.Purpose is (Purpose.Reception or Purpose.SafeShelter or Purpose.Housing or Purpose.Schooling or Purpose.Work or Purpose.Integration));

    [Fact] // Red line 4: no claim data ever in a return file.
    public void No_claim_reaches_return_supervision_or_detention_whatever_the_basis() =>
        Assert.DoesNotContain(Allowed(), one => one.Data == SharedData.Claim
            && (one.To is Partner.ReturnService or Partner.DetentionService or Partner.AliensPolice or Partner.BorderGuard or Partner.MigrationOrganization
                || one.Purpose is Purpose.Return or Purpose.AssistedReturn or Purpose.Supervision or Purpose.Detention));

    [Fact]
    public void A_claim_is_for_deciders_courts_and_the_lawyer_only() =>
        Assert.Equal(
            [Partner.ImmigrationService, Partner.Lawyer, Partner.Court],
            Allowed().Where(one => one.Data == SharedData.Claim).Select(one => one.To).Distinct().Order());

    [Fact] // Presence registers are not reused for policing (red line 6).
    public void Where_someone_stays_does_not_reach_the_police() =>
        Assert.DoesNotContain(Allowed(), one => one.Data == SharedData.Reception && one.To is (Partner.AliensPolice or Partner.BorderGuard));

    [Fact]
    public void With_a_legal_basis_a_wall_has_a_door() =>
        Assert.Null(Sharing.Against(Partner.HealthCare, Partner.ImmigrationService, Purpose.HearingAdvice, SharedData.Medical, LegalBasis.Consent));

    [Fact]
    public void But_no_basis_widens_a_purpose() =>
        Assert.Equal("sharing.beyond-purpose", Sharing.Against(
            Partner.HealthCare, Partner.ReturnService, Purpose.Return, SharedData.Medical, LegalBasis.CourtOrder)?.Code);
}
