using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>What matters for where somebody can stay (feiten voor plaatsing): a closed list, without a diagnosis. It binds once an officer confirmed it.</summary>
[Flags]
public enum PlacementFacts
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>A wheelchair, or no stairs (rolstoel, gelijkvloers).</summary>
    NoStairs = 1 << 0,
    /// <summary>Treatment that must be near (behandeling dichtbij); which is not asked.</summary>
    CareNearby = 1 << 1,
    /// <summary>Pregnancy (zwangerschap).</summary>
    Pregnancy = 1 << 2,
    /// <summary>A place apart for women, for safety (aparte plek voor vrouwen).</summary>
    WomensPlace = 1 << 3,
    /// <summary>A child at school, which a move would break (kind op school).</summary>
    ChildAtSchool = 1 << 4,
    /// <summary>Work or study in a municipality (werk of studie).</summary>
    WorkOrStudy = 1 << 5,
    /// <summary>Close family who live in a municipality (naaste familie).</summary>
    CloseFamily = 1 << 6,
}

/// <summary>What somebody would like (wensen voor plaatsing): it is weighed, and gives no right.</summary>
[Flags]
public enum PlacementWishes
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Near family or friends (bij familie of vrienden).</summary>
    NearPeople = 1 << 0,
    /// <summary>Near school or work (bij school of werk).</summary>
    NearSchoolOrWork = 1 << 1,
    /// <summary>A quiet place (rustige plek).</summary>
    Quiet = 1 << 2,
    /// <summary>A religious community nearby (geloofsgemeenschap); which is not asked.</summary>
    ReligiousCommunity = 1 << 3,
    /// <summary>To stay in the region (in de regio blijven).</summary>
    SameRegion = 1 << 4,
}

/// <summary>What came of looking at a fact, and on what that rests (uitkomst).</summary>
public enum PlacementOutcome
{
    /// <summary>Confirmed: shown by a document.</summary>
    ByDocument = 0,
    /// <summary>Confirmed: seen, or told in a talk.</summary>
    InTalk,
    /// <summary>Confirmed by a school, an employer, the health service or the guardian.</summary>
    ByPartner,
    /// <summary>Not confirmed: nothing shows it yet.</summary>
    NotShown,
    /// <summary>Not confirmed: it is not so, or no longer.</summary>
    NotSo,
}

/// <summary>What somebody said that matters for where they stay, and what came of it (feiten en wensen voor plaatsing).</summary>
/// <param name="Facts">The facts.</param>
/// <param name="ExpectedOn">First day of the month in which a child is expected; absent when not said.</param>
/// <param name="WorkIn">Where somebody works or studies.</param>
/// <param name="FamilyIn">Where close family lives.</param>
/// <param name="Wishes">The wishes.</param>
/// <param name="Near">Near which municipality.</param>
/// <param name="WaitingSince">Since when the oldest fact that nobody looked at waits.</param>
public sealed record PlacementState(
    PlacementFacts Facts, Day? ExpectedOn, MunicipalityId? WorkIn, MunicipalityId? FamilyIn, PlacementWishes Wishes, MunicipalityId? Near, Day WaitingSince)
{
    /// <summary>Facts that an officer confirmed: those bind.</summary>
    public PlacementFacts Confirmed { get; init; }

    /// <summary>Facts that an officer looked at and did not confirm.</summary>
    public PlacementFacts NotConfirmed { get; init; }

    /// <summary>Facts that nobody looked at yet.</summary>
    public PlacementFacts Waiting => Facts & ~(Confirmed | NotConfirmed);
}

/// <summary>
/// Say what matters for where one stays (feiten en wensen opgeven): all of it as it is now, in the place of what was said before. Voluntary, and
/// of no influence on the claim.
/// </summary>
/// <param name="Facts">The facts.</param>
/// <param name="ExpectedOn">A day in the month in which a child is expected.</param>
/// <param name="WorkIn">Municipality of work or study.</param>
/// <param name="FamilyIn">Municipality of close family.</param>
/// <param name="Wishes">The wishes, three at most.</param>
/// <param name="Near">Municipality that the wishes are about.</param>
public sealed record StatePlacement(
    PlacementFacts Facts, Day? ExpectedOn, MunicipalityId? WorkIn, MunicipalityId? FamilyIn, PlacementWishes Wishes, MunicipalityId? Near) : ResidentCommand;

/// <summary>Take back all one said (feiten en wensen weghalen).</summary>
public sealed record WithdrawPlacement : ResidentCommand;

/// <summary>Look at facts that were stated (feiten bekijken): confirmed or not, and on what that rests. Wishes are not judged.</summary>
/// <param name="By">Placement officer or case manager.</param>
/// <param name="Facts">Which facts.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record JudgePlacementFacts(Official By, PlacementFacts Facts, PlacementOutcome Outcome) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Facts and wishes were stated (feiten en wensen opgegeven). All of one kind of data: which of them is about health would tell already.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="ExpectedOn">First day of the month in which a child is expected.</param>
/// <param name="WorkIn">Municipality of work or study.</param>
/// <param name="FamilyIn">Municipality of close family.</param>
/// <param name="Wishes">The wishes.</param>
/// <param name="Near">Municipality that the wishes are about.</param>
[EventName("placement-stated", 1)]
public sealed record PlacementStated(
    [Category(DataCategory.Vulnerability)] PlacementFacts Facts,
    [Category(DataCategory.Vulnerability)] Day? ExpectedOn,
    [Category(DataCategory.Vulnerability)] MunicipalityId? WorkIn,
    [Category(DataCategory.Vulnerability)] MunicipalityId? FamilyIn,
    [Category(DataCategory.Vulnerability)] PlacementWishes Wishes,
    [Category(DataCategory.Vulnerability)] MunicipalityId? Near) : ReceptionEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => Placements.Readers;
}

/// <summary>What was said was taken back (feiten en wensen weggehaald).</summary>
[EventName("placement-withdrawn", 1)]
public sealed record PlacementWithdrawn : ReceptionEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => Placements.Readers;
}

/// <summary>Facts were looked at (feiten bekeken).</summary>
/// <param name="Facts">Which.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="By">Who looked.</param>
[EventName("placement-facts-judged", 1)]
public sealed record PlacementFactsJudged(
    [Category(DataCategory.Vulnerability)] PlacementFacts Facts,
    [Category(DataCategory.Vulnerability)] PlacementOutcome Outcome,
    [Category(DataCategory.None)] Official By) : ReceptionEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => Placements.Readers;
}

/// <summary>Facts and wishes for placement (feiten en wensen voor plaatsing): said by the person, read by who places and by who stands by them.</summary>
public static class Placements
{
    /// <summary>Those who place, and those who stand by the person. Who hears or decides the claim is not among them: it must not be able to matter there.</summary>
    public const OfficialRoles Readers = OfficialRoles.ReceptionOfficer | OfficialRoles.Guardian | OfficialRoles.Lawyer;

    // Wishes that name a municipality.
    private const PlacementWishes AboutAPlace = PlacementWishes.NearPeople | PlacementWishes.NearSchoolOrWork;

    internal const int MostWishes = 3;

    /// <summary>Neither in reception nor entitled to it.</summary>
    public static readonly Refusal NoReception = new(
        "placement.no-reception", "reception-right",
        "U woont niet in de opvang en hebt daar nu geen recht op; dan is er geen plek om over te kiezen.",
        "You do not live in reception and have no right to it now; then there is no place to choose.");

    /// <summary>Nothing is said.</summary>
    public static readonly Refusal Empty = new(
        "placement.empty", "fact",
        "Kies minstens één feit of wens, of haal weg wat u eerder zei.",
        "Choose at least one fact or wish, or take back what you said before.");

    /// <summary>More than can be weighed.</summary>
    public static readonly Refusal TooManyWishes = new(
        "placement.too-many-wishes", "fact",
        "Kies ten hoogste drie wensen: die het belangrijkst zijn.",
        "Choose three wishes at most: those that matter most.");

    /// <summary>Which municipality is not said.</summary>
    public static readonly Refusal NoMunicipality = new(
        "placement.municipality-missing", "fact",
        "Zeg bij werk, studie, familie of school ook om welke gemeente het gaat.",
        "With work, study, family or school, say which municipality it is about.");

    /// <summary>No municipality.</summary>
    public static readonly Refusal UnknownMunicipality = new(
        "placement.municipality-unknown", "fact",
        "Deze gemeente bestaat niet.",
        "There is no such municipality.");

    /// <summary>A month that is over, or too far away.</summary>
    public static readonly Refusal NoSuchMonth = new(
        "placement.expected-month", "fact",
        "De maand waarin u een kind verwacht, is deze maand of een van de negen daarna.",
        "The month in which you expect a child is this one or one of the nine that follow.");

    /// <summary>Nothing was said.</summary>
    public static readonly Refusal NotStated = new(
        "placement.not-stated", "fact",
        "Hierover is niets opgegeven, of het is al weggehaald.",
        "Nothing was said about this, or it was taken back already.");

    internal static Decision Decide(CaseFile file, Family.Household household, StatePlacement command, Law law, Day today)
    {
        var (facts, wishes) = (command.Facts, command.Wishes);
        // A municipality says something only with the fact or wish that it belongs to.
        var (work, family) = (With(facts, PlacementFacts.WorkOrStudy, command.WorkIn), With(facts, PlacementFacts.CloseFamily, command.FamilyIn));
        var near = (wishes & AboutAPlace) != 0 ? command.Near : null;
        var expected = (facts & PlacementFacts.Pregnancy) != 0 && command.ExpectedOn is { } day ? FirstOfMonth(day) : (Day?)null;
        return file.Reception.Site is null && !RightToReception.Of(file, household, law, today).IsDue ? NoReception
            : facts == PlacementFacts.None && wishes == PlacementWishes.None ? Empty
            : System.Numerics.BitOperations.PopCount((uint)wishes) > MostWishes ? TooManyWishes
            : (Has(facts, PlacementFacts.WorkOrStudy) && work is null) || (Has(facts, PlacementFacts.CloseFamily) && family is null) || ((wishes & AboutAPlace) != 0 && near is null) ? NoMunicipality
            : work?.Value < 1 || family?.Value < 1 || near?.Value < 1 ? UnknownMunicipality
            : expected is { } month && (month < FirstOfMonth(today) || month > FirstOfMonth(today).PlusMonths(9)) ? NoSuchMonth
            : new PlacementStated(facts, expected, work, family, wishes, near);
    }

    internal static Decision Decide(CaseFile file, WithdrawPlacement _) => file.Reception.Circumstances.Placement is null ? NotStated : new PlacementWithdrawn();

    // Looked at again, another outcome takes the place of the first: a letter that was missing may come.
    internal static Decision Decide(CaseFile file, JudgePlacementFacts command) =>
        command.Facts == PlacementFacts.None || file.Reception.Circumstances.Placement is not { } said || (command.Facts & ~said.Facts) != 0
            ? NotStated : new PlacementFactsJudged(command.Facts, command.Outcome, command.By);

    /// <summary>Whether an outcome confirms.</summary>
    /// <param name="outcome">The outcome.</param>
    public static bool IsConfirmed(PlacementOutcome outcome) => outcome is PlacementOutcome.ByDocument or PlacementOutcome.InTalk or PlacementOutcome.ByPartner;

    internal static PlacementState After(PlacementState? was, PlacementStated said, Day on)
    {
        if (was is null)
        {
            return new(said.Facts, said.ExpectedOn, said.WorkIn, said.FamilyIn, said.Wishes, said.Near, on);
        }
        // What stayed the same stays looked at; what says something else now is looked at anew.
        var other = (was.WorkIn == said.WorkIn ? 0 : PlacementFacts.WorkOrStudy) | (was.FamilyIn == said.FamilyIn ? 0 : PlacementFacts.CloseFamily)
            | (was.ExpectedOn == said.ExpectedOn ? 0 : PlacementFacts.Pregnancy);
        var same = said.Facts & was.Facts & ~other;
        return new(said.Facts, said.ExpectedOn, said.WorkIn, said.FamilyIn, said.Wishes, said.Near, (was.Waiting & same) != 0 ? was.WaitingSince : on)
        {
            Confirmed = was.Confirmed & same,
            NotConfirmed = was.NotConfirmed & same,
        };
    }

    internal static PlacementState After(PlacementState was, PlacementFactsJudged judged) => IsConfirmed(judged.Outcome)
        ? was with { Confirmed = was.Confirmed | judged.Facts, NotConfirmed = was.NotConfirmed & ~judged.Facts }
        : was with { Confirmed = was.Confirmed & ~judged.Facts, NotConfirmed = was.NotConfirmed | judged.Facts };

    internal static bool Has(PlacementFacts facts, PlacementFacts one) => (facts & one) != 0;

    private static Day FirstOfMonth(Day day) => Day.Of(day.Parts.Year, day.Parts.Month, 1);

    private static MunicipalityId? With(PlacementFacts facts, PlacementFacts one, MunicipalityId? municipality) => Has(facts, one) ? municipality : null;
}
