using Schakel.Chain.Family;
using Schakel.Chain.Partners;
using Schakel.Norms;

namespace Schakel.Chain.Records;

/// <summary>On what ground two files are taken for one person's (grond van samenvoegen).</summary>
public enum MergeGround
{
    /// <summary>The same fingerprints (vingerafdrukken).</summary>
    Fingerprints = 0,
    /// <summary>Documents that were seen (documenten).</summary>
    Documents,
    /// <summary>The person says so, and nothing contradicts it (eigen verklaring).</summary>
    OwnStatement,
}

/// <summary>Why a merge is undone (grond van splitsen).</summary>
public enum MergeMistake
{
    /// <summary>Two persons after all (twee personen).</summary>
    TwoPersons = 0,
    /// <summary>The wrong file was named (verkeerd dossier).</summary>
    WrongFile,
}

/// <summary>Let this file go on for another one of the same person (samenvoegen). Goes with <see cref="MergeInto"/> on that one; see <see cref="FileMerges.Merge"/>.</summary>
/// <param name="By">Custodian of the records.</param>
/// <param name="Absorbed">The other file.</param>
/// <param name="Ground">Why both are one person's.</param>
public sealed record AbsorbFile(Official By, PersonId Absorbed, MergeGround Ground) : RecordsCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.RecordsOfficer;
}

/// <summary>What stands on the file that goes on (stand): it decides what may rest on the other one.</summary>
/// <param name="ClaimRuns">An application or appeal runs.</param>
/// <param name="LodgedOn">Day of the application that is undecided; absent when there is none, or when its day is not known.</param>
/// <param name="HoldsPermit">A permit was issued.</param>
/// <param name="AwaitsRelatives">A request for family reunification is undecided.</param>
public readonly record struct Standing(bool ClaimRuns, Day? LodgedOn, bool HoldsPermit, bool AwaitsRelatives)
{
    /// <summary>What stands on a file.</summary>
    /// <param name="file">The file.</param>
    public static Standing Of(CaseFile file) => new(
        file.Procedure.Open is not null || file.Procedure.AppealPending, file.Procedure.Open?.LodgedOn,
        file.Procedure.Permit is not null, file.Family.Pending);
}

/// <summary>Let another file go on for this one (opgaan in). Goes with <see cref="AbsorbFile"/>.</summary>
/// <param name="By">Custodian of the records.</param>
/// <param name="Surviving">The file that goes on.</param>
/// <param name="Ground">Why both are one person's.</param>
/// <param name="There">What stands on the file that goes on; the default, nothing, lets the least rest here.</param>
public sealed record MergeInto(Official By, PersonId Surviving, MergeGround Ground, Standing There = default) : RecordsCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.RecordsOfficer;
}

/// <summary>Let a file that was merged into this one be live again (splitsen). Goes with <see cref="RestoreFile"/>.</summary>
/// <param name="By">Custodian of the records.</param>
/// <param name="Released">The other file.</param>
/// <param name="Mistake">Why the merge was wrong.</param>
public sealed record ReleaseAbsorbedFile(Official By, PersonId Released, MergeMistake Mistake) : RecordsCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.RecordsOfficer;
}

/// <summary>Make this file live again after a wrong merge (herstellen). Goes with <see cref="ReleaseAbsorbedFile"/>.</summary>
/// <param name="By">Custodian of the records.</param>
/// <param name="Mistake">Why the merge was wrong.</param>
public sealed record RestoreFile(Official By, MergeMistake Mistake) : RecordsCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.RecordsOfficer;
}

/// <summary>This file goes on for another one of the same person (dossier opgenomen).</summary>
/// <param name="Absorbed">The other file.</param>
/// <param name="Ground">Why.</param>
/// <param name="By">Who decided.</param>
[EventName("file-absorbed", 1)]
public sealed record FileAbsorbed(
    [Category(DataCategory.Identity)] PersonId Absorbed,
    [Category(DataCategory.Identity)] MergeGround Ground,
    [Category(DataCategory.None)] Official By) : RecordsEvent;

/// <summary>Another file goes on for this one (opgegaan in een ander dossier). Nothing of this file is moved or erased.</summary>
/// <param name="Surviving">The file that goes on.</param>
/// <param name="Ground">Why.</param>
/// <param name="By">Who decided.</param>
[EventName("file-merged-into", 1)]
public sealed record FileMergedInto(
    [Category(DataCategory.Identity)] PersonId Surviving,
    [Category(DataCategory.Identity)] MergeGround Ground,
    [Category(DataCategory.None)] Official By) : RecordsEvent;

/// <summary>A file that had been merged into this one is live again (weer gesplitst).</summary>
/// <param name="Released">The other file.</param>
/// <param name="Mistake">Why the merge was wrong.</param>
/// <param name="By">Who decided.</param>
[EventName("absorbed-file-released", 1)]
public sealed record AbsorbedFileReleased(
    [Category(DataCategory.Identity)] PersonId Released,
    [Category(DataCategory.Identity)] MergeMistake Mistake,
    [Category(DataCategory.None)] Official By) : RecordsEvent;

/// <summary>This file is live again after a wrong merge (dossier hersteld).</summary>
/// <param name="Mistake">Why the merge was wrong.</param>
/// <param name="By">Who decided.</param>
[EventName("file-restored", 1)]
public sealed record FileRestored(
    [Category(DataCategory.Identity)] MergeMistake Mistake,
    [Category(DataCategory.None)] Official By) : RecordsEvent;

/// <summary>
/// Two files of one person (dubbele dossiers). One goes on, the other rests and keeps everything it has: no fact is copied from one to
/// the other, and so a wrong merge is undone without a trace in either state. What one person cannot have twice, or would lose, decides
/// which of the two may rest.
/// </summary>
public static class FileMerges
{
    /// <summary>The file rests; another one goes on.</summary>
    public static readonly Refusal Merged = new(
        "file.merged", "fact",
        "Dit dossier is opgegaan in een ander dossier van dezelfde persoon; handel daar.",
        "This file was merged into another file of the same person; act there.");

    /// <summary>Not two files.</summary>
    public static readonly Refusal SameFile = new(
        "file-merge.same-file", "fact",
        "Een dossier kan niet met zichzelf worden samengevoegd.",
        "A file cannot be merged with itself.");

    /// <summary>Merged before.</summary>
    public static readonly Refusal AlreadyAbsorbed = new(
        "file-merge.already-absorbed", "fact",
        "Dat dossier is al in dit dossier opgegaan.",
        "That file has been merged into this one already.");

    /// <summary>Others rest on this file.</summary>
    public static readonly Refusal HasAbsorbed = new(
        "file-merge.has-absorbed", "fact",
        "In dit dossier zijn andere dossiers opgegaan; splits die eerst af, of laat dit dossier doorgaan.",
        "Other files were merged into this one; split them off first, or let this file go on.");

    /// <summary>Occupies a slot.</summary>
    public static readonly Refusal InReception = new(
        "file-merge.in-reception", "Rva 3",
        "Op dit dossier verblijft iemand in de opvang; laat dit dossier doorgaan, of beëindig eerst dat verblijf.",
        "On this file someone stays in reception; let this file go on, or end that stay first.");

    /// <summary>Detained.</summary>
    public static readonly Refusal InDetention = new(
        "file-merge.in-detention", "Vw 59",
        "Op dit dossier zit iemand in bewaring; de toetsing daarvan mag niet rusten.",
        "On this file someone is in detention; its review must not rest.");

    /// <summary>A claim would be lost.</summary>
    public static readonly Refusal ClaimWouldRest = new(
        "file-merge.claim-would-rest", "red-line-7",
        "Op dit dossier loopt een aanvraag of beroep en op het andere niet; laat dit dossier doorgaan.",
        "On this file an application or appeal runs, and on the other none; let this file go on.");

    /// <summary>The earlier claim sets the terms.</summary>
    public static readonly Refusal EarlierClaim = new(
        "file-merge.earlier-claim", "Vw 42",
        "De aanvraag op dit dossier is de eerste ({0}); haar termijn telt. Laat dit dossier doorgaan.",
        "The application on this file was lodged first ({0}); its term counts. Let this file go on.");

    /// <summary>A permit, or a request for relatives, would be lost.</summary>
    public static readonly Refusal RightWouldRest = new(
        "file-merge.right-would-rest", "Vw 28",
        "Op dit dossier staat een vergunning of nareisaanvraag en op het andere niet; laat dit dossier doorgaan.",
        "On this file stands a permit or a request for family reunification, and on the other none; let this file go on.");

    /// <summary>Somebody waits for an answer on this file.</summary>
    public static readonly Refusal AnswerWouldRest = new(
        "file-merge.answer-would-rest", "AVG 12",
        "Op dit dossier wacht een vraag of verzoek van de persoon op antwoord; geef dat eerst.",
        "On this file a question or request of the person waits for an answer; give that first.");

    /// <summary>Was not merged.</summary>
    public static readonly Refusal NotMerged = new(
        "file-split.not-merged", "fact",
        "Dit dossier is niet in een ander opgegaan.",
        "This file was not merged into another.");

    /// <summary>Was not merged into this file.</summary>
    public static readonly Refusal NotAbsorbed = new(
        "file-split.not-absorbed", "fact",
        "Dat dossier is niet in dit dossier opgegaan.",
        "That file was not merged into this one.");

    /// <summary>Merges two files of one person: both, or neither.</summary>
    /// <param name="by">Custodian of the records.</param>
    /// <param name="ground">Why both are one person's.</param>
    /// <param name="surviving">The file that goes on, as it stands.</param>
    /// <param name="absorbed">The file that will rest, as it stands.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    /// <returns>The parts for both streams; or a refusal that names the file that stands in the way.</returns>
    public static ActOutcome Merge(
        Official by, MergeGround ground, (PersonId Person, CaseFile File) surviving, (PersonId Person, CaseFile File) absorbed, Law law, Day today) =>
        surviving.Person == absorbed.Person
            ? ActOutcome.Refused(SameFile, absorbed.Person)
            : Both(absorbed, new MergeInto(by, surviving.Person, ground, Standing.Of(surviving.File)), surviving, law, today);

    /// <summary>Undoes a wrong merge: both, or neither.</summary>
    /// <param name="by">Custodian of the records.</param>
    /// <param name="mistake">Why the merge was wrong.</param>
    /// <param name="surviving">The file that went on.</param>
    /// <param name="absorbed">The file that rested.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    /// <returns>The parts for both streams; or a refusal that names the file that stands in the way.</returns>
    public static ActOutcome Split(
        Official by, MergeMistake mistake, (PersonId Person, CaseFile File) surviving, (PersonId Person, CaseFile File) absorbed, Law law, Day today) =>
        absorbed.File.Records.MergedInto is { } into && into != surviving.Person
            ? ActOutcome.Refused(NotAbsorbed, absorbed.Person)
            : Both(absorbed, new RestoreFile(by, mistake), surviving, law, today);

    /// <summary>The refusal that points to the surviving file when this one rests; otherwise null.</summary>
    internal static Refusal? Against(CaseFile file, CaseCommand command) =>
        file.Records.MergedInto is { } surviving && command is not RestoreFile ? Merged.About(surviving) : null;

    internal static Decision Decide(CaseFile file, AbsorbFile command) =>
        file.Records.Absorbed.Contains(command.Absorbed) ? AlreadyAbsorbed
        : new FileAbsorbed(command.Absorbed, command.Ground, command.By);

    internal static Decision Decide(CaseFile file, MergeInto command) =>
        !file.Records.Absorbed.IsEmpty ? HasAbsorbed
        : file.Reception.Site is not null ? InReception
        : file.Return.Detention is not null ? InDetention
        : AgainstResting(Standing.Of(file), command.There) is { } refusal ? refusal
        : Questions.IsWaiting(file.Partners) || CorrectionRequests.IsWaiting(file.Records) || SuppliedDocuments.IsWaiting(file.Records) ? AnswerWouldRest
        : new FileMergedInto(command.Surviving, command.Ground, command.By);

    internal static Decision Decide(CaseFile file, ReleaseAbsorbedFile command) =>
        file.Records.Absorbed.Contains(command.Released)
            ? new AbsorbedFileReleased(command.Released, command.Mistake, command.By) : NotAbsorbed;

    internal static Decision Decide(CaseFile file, RestoreFile command) =>
        file.Records.MergedInto is null ? NotMerged : new FileRestored(command.Mistake, command.By);

    private static ActOutcome Both(
        (PersonId Person, CaseFile File) absorbed, CaseCommand command, (PersonId Person, CaseFile File) surviving, Law law, Day today)
    {
        var decision = Decider.Decide(absorbed.File, Household.Empty, command, law, today);
        if (decision.Refusal is { } refusal)
        {
            return ActOutcome.Refused(refusal, absorbed.Person);
        }
        var companion = Companions.Of(absorbed.Person, absorbed.File, command)[0];
        var there = Decider.Decide(surviving.File, Household.Empty, (CaseCommand)companion.Command, law, today);
        return there.Refusal is { } refused
            ? ActOutcome.Refused(refused, surviving.Person)
            : new([new(new(StreamId.Of(absorbed.Person), command), decision), new(companion, there)], null);
    }

    private static Refusal? AgainstResting(Standing here, Standing there) =>
        here.ClaimRuns && !there.ClaimRuns ? ClaimWouldRest
        : here.LodgedOn is { } lodged && there.LodgedOn > lodged ? EarlierClaim.On(lodged)
        : (here.HoldsPermit && !there.HoldsPermit) || (here.AwaitsRelatives && !there.AwaitsRelatives) ? RightWouldRest
        : null;
}
