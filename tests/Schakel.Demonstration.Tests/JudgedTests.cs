using System.Globalization;
using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Trajectories;
using Schakel.Store.Acts;
using CorrectionGround = Schakel.Chain.Registration.CorrectionGround;

namespace Schakel.Demonstration;

/// <summary>What was lived in a demonstration, by whomever, is judged as it was decided: nothing of it could not happen.</summary>
public sealed class JudgedTests
{
    private static readonly Official Police = new(71, OfficialRoles.AliensPolice);
    private static readonly Official Hearing = new(73, OfficialRoles.HearingOfficer);
    private static readonly Official Reception = new(75, OfficialRoles.ReceptionOfficer);
    private static readonly Official Custodian = new(78, OfficialRoles.RecordsOfficer);

    [Fact]
    public async Task A_log_over_a_change_of_law_names_both_laws_and_each_day_is_judged_by_its_own()
    {
        using var small = new SmallDemonstration();
        await small.Running.Time.AdvanceAsync(7, TestContext.Current.CancellationToken);
        var (head, found) = small.Judged();
        AssertAllAccepted((head, found));
        Assert.Equal([(null, Regimes.January2022.Hash), (DemonstrationLaw.Begins, Regimes.January2024.Hash)], head.Laws);
        Assert.True(head.IsAsRecorded);
        // Not because the judge overlooks it: under one law, the terms of the other lapse on days that the file does not know.
        var (_, underOne) = ConformLog.Judge(() => File.OpenRead(small.ExportFile), _ => _ => Regimes.January2022);
        Assert.Contains(Lapses.NoSuchTerm.Code, underOne.ByCode.Keys);
    }

    [Fact]
    public async Task Acts_that_no_rehearsal_knows_are_judged_by_the_commands_that_the_interface_offers()
    {
        using var small = new SmallDemonstration();
        var standing = small.Standing();
        var here = standing.Files.Where(each => each.File is { Presence: Presences.Here, Registration: { Identity: not null, Role: FamilyRole.Main }, Reception.Site: not null }).ToArray();
        var couple = here.First(each => standing.HouseholdOf(each.File.Registration.Household).Members.Any(member => member.Role == FamilyRole.Partner));
        var household = couple.File.Registration.Household;
        var partner = standing.HouseholdOf(household).Members.First(member => member.Role == FamilyRole.Partner).Person;
        var (one, other) = (here.First(each => each.File.Registration.Household != household), here.Last());
        var identity = one.File.Registration.Identity!.Value;

        await DoneAsync(small, new(StreamId.Of(household), new ClaimLink(couple.Person, FamilyLink.Spouse, partner)));
        await DoneAsync(small, new(StreamId.Of(household), new EstablishLink(Hearing, couple.Person, FamilyLink.Spouse, partner, LinkEvidence.Documents)));
        var free = new HouseholdId(standing.Households.Max(each => each.Household.Value) + 1);
        await DoneAsync(small, Of(partner, new ChangeHousehold(Reception, free, FamilyRole.Main, HouseholdChangeGround.Separation)));
        await DoneAsync(small, Of(one.Person, new CorrectIdentity(Police, identity with { Born = PartialDate.Of(Day.Of(1971, 5, 1)) }, CorrectionGround.Document)));
        await DoneAsync(small, Of(one.Person, new CorrectIdentity(Police, identity with { Born = PartialDate.Of(Day.Of(1971, 5, 1)), Names = new("Voorbeeld-Ander", "Naam") }, CorrectionGround.ClericalError)));
        await DoneAsync(small, Of(one.Person, new ExamineDocument(Police, DocumentKind.Passport, identity.Nationality, DocumentFinding.Inconclusive)));
        await DoneAsync(small, Of(one.Person, new CorrectRecord(Custodian, small.Standing().FileOf(one.Person).Events, Chain.Records.CorrectionGround.NotHappened)));
        await DoneAsync(small, new(StreamId.Of(one.File.Reception.Site!.Value), new SetPlacesOutOfUse(Reception, 1)));
        await DoneAsync(small, Of(other.Person, new NameTrustedHelper(9, HelperTasks.Letters)));
        // Told today of yesterday; on the file it comes after what happened today.
        await DoneAsync(small, small.Today.PlusDays(-1), Of(other.Person, new DismissTrustedHelper(9)));
        await MergedAsync(small);
        await small.Running.Time.AdvanceAsync(2, TestContext.Current.CancellationToken);

        var judged = small.Judged();
        AssertAllAccepted(judged);
        Assert.All(
            (IEnumerable<string>)["ClaimLink", "EstablishLink", "ChangeHousehold", "LeaveHousehold", "CorrectIdentity", "ExamineDocument", "CorrectRecord", "SetPlacesOutOfUse", "DismissTrustedHelper", "MergeInto", "AbsorbFile"],
            command => Assert.Contains(command, judged.Found.CommandTypes.Keys));
        var text = await File.ReadAllTextAsync(small.ExportFile, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(SyntheticPeople.FamilyNameBegins, text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(text, "\"SYR\"")); // The policy on the country, and nobody's nationality.
    }

    internal static void AssertAllAccepted((OcelHead Head, Judgement Found) judged)
    {
        var (head, found) = judged;
        Assert.True(found.RefusedCount == 0, string.Join('\n', found.First.Select(refused =>
            string.Create(CultureInfo.InvariantCulture, $"{refused.Told.Day} {refused.Told.Stream} {refused.Told.Event}: {refused.Refusal.Code}"))));
        Assert.Equal(head.Persons, found.Persons);
        Assert.True(found.Events > 40_000, $"{found.Events} events");
    }

    private static Addressed Of(PersonId person, CaseCommand command) => new(StreamId.Of(person), command);

    private static Task DoneAsync(SmallDemonstration small, Addressed act) => DoneAsync(small, small.Today, act);

    private static async Task DoneAsync(SmallDemonstration small, Day on, Addressed act)
    {
        var result = await small.Running.Store.Desk.DoAsync(new Act(ActKey.New(), Doer.Of(new Official(77, OfficialRoles.DecisionOfficer)), Purpose.Procedure, on, [act]));
        Assert.True(result is ActResult.Accepted { Events.IsEmpty: false }, $"{act.Command}: {(result as ActResult.Refused)?.Refusal.Code ?? "nothing happened"}");
    }

    // Two files of whoever can be merged: both live in a home, neither waits for anything.
    private static async Task MergedAsync(SmallDemonstration small)
    {
        var housed = small.Standing().Files.Where(each => each.File is { Presence: Presences.Here, Housing.IsHoused: true, Reception.Site: null }).ToArray();
        for (var i = 1; i < housed.Length; i++)
        {
            var merge = new MergeInto(Custodian, housed[i - 1].Person, MergeGround.Fingerprints, Chain.Records.Standing.Of(housed[i - 1].File));
            if (await small.DoAsync(Of(housed[i].Person, merge)) is ActResult.Accepted)
            {
                return;
            }
        }
        Assert.Fail("No two files can be merged.");
    }
}
