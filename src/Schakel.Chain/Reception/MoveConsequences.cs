using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>Why someone is moved (grond van een verhuizing).</summary>
public enum MoveGround
{
    /// <summary>The next stage belongs elsewhere: on from the arrival site.</summary>
    NextStage = 0,
    /// <summary>The present place is temporary, or its limit is near.</summary>
    TemporaryPlace,
    /// <summary>The site closes.</summary>
    SiteCloses,
    /// <summary>The place is needed, or stands better used.</summary>
    UseOfPlaces,
    /// <summary>The person's needs ask for another place.</summary>
    Needs,
    /// <summary>Safety of the person or of others.</summary>
    Safety,
    /// <summary>To live with family.</summary>
    Family,
    /// <summary>Asked for by the person.</summary>
    OwnRequest,
    /// <summary>A measure.</summary>
    Measure,
}

/// <summary>What a move breaks (wat een verhuizing doorkruist).</summary>
[Flags]
public enum MoveBreaks
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>An interview that is planned.</summary>
    Interview = 1 << 0,
    /// <summary>A child's school.</summary>
    School = 1 << 1,
    /// <summary>Medical treatment.</summary>
    Treatment = 1 << 2,
    /// <summary>Paid work.</summary>
    Job = 1 << 3,
    /// <summary>The guardian, who works in a region.</summary>
    Guardian = 1 << 4,
    /// <summary>Volunteering.</summary>
    Volunteering = 1 << 5,
    /// <summary>Members of the household, unless they move along.</summary>
    Household = 1 << 6,
}

/// <summary>One thing a move breaks (gevolg van een verhuizing).</summary>
/// <param name="Breaks">What.</param>
/// <param name="Norm">Norm, article or dossier code that protects it.</param>
/// <param name="On">The day it concerns, such as that of the interview; absent when it has none.</param>
/// <param name="Text">What a person is told.</param>
public sealed record MoveConsequence(MoveBreaks Breaks, string Norm, Day? On, Text Text);

/// <summary>
/// What a move would break, shown before it is decided (gevolgen van een verhuizing; capability C17, RCD 18(6), 23). Pure: the same for
/// the page that shows it and for the guard that asks for a ground.
/// </summary>
public static class MoveConsequences
{
    /// <summary>What a move would break.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="household">The household.</param>
    /// <param name="move">The move, which would be today.</param>
    /// <param name="today">Today.</param>
    /// <returns>The consequences; empty when it breaks nothing.</returns>
    public static ImmutableArray<MoveConsequence> Of(CaseFile file, Household household, MovePerson move, Day today) =>
        move.Site == file.Reception.Site ? [] : Of(file, household, today);

    /// <summary>What an announced move would break.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="household">The household.</param>
    /// <param name="move">The move that is to be announced.</param>
    /// <param name="today">Today.</param>
    /// <returns>The consequences; empty when it breaks nothing.</returns>
    public static ImmutableArray<MoveConsequence> Of(CaseFile file, Household household, AnnounceMove move, Day today) =>
        move.Site is not null && move.Site == file.Reception.Site ? [] : Of(file, household, today.PlusDays(move.DaysAhead));

    /// <summary>What a move on a day breaks, as flags: without the household, who may well move along.</summary>
    internal static MoveBreaks Broken(CaseFile file, Day on) =>
        (InterviewOn(file, on) is null ? 0 : MoveBreaks.Interview)
        | (IsAtSchool(file, on) ? MoveBreaks.School : 0)
        | (file.Reception.Circumstances.TreatmentSince is null ? 0 : MoveBreaks.Treatment)
        | (file.Participation.WorksSince is null ? 0 : MoveBreaks.Job)
        | (file.Registration.IsUnaccompaniedMinorOn(on) && file.Guidance.GuardianOn is not null ? MoveBreaks.Guardian : 0)
        | (file.Participation.VolunteersSince is null ? 0 : MoveBreaks.Volunteering);

    private static ImmutableArray<MoveConsequence> Of(CaseFile file, Household household, Day on)
    {
        var broken = Broken(file, on) | (household.Members.Length > 1 ? MoveBreaks.Household : 0);
        return
        [
            .. Enum.GetValues<MoveBreaks>().Where(one => one != MoveBreaks.None && (broken & one) != 0)
                .Select(one => InWords(one, one == MoveBreaks.Interview ? InterviewOn(file, on) : null)),
        ];
    }

    private static MoveConsequence InWords(MoveBreaks one, Day? interview) => one switch
    {
        MoveBreaks.Interview => new(one, "Vb 3.110", interview, new(
            $"Er is een gehoor gepland op {Text.Of(interview!.Value).Dutch}; regel het vervoer of verplaats het gehoor eerst.",
            $"An interview is planned for {Text.Of(interview.Value).English}; arrange transport or move the interview first.")),
        MoveBreaks.School => new(one, "minimum-standards", null, new(
            "Een kind gaat hier naar school; op de nieuwe plek moet het opnieuw worden ingeschreven.",
            "A child goes to school here; at the new place it must be enrolled again.")),
        MoveBreaks.Treatment => new(one, "RCD 19", null, new(
            "Er loopt een medische behandeling; draag die eerst over.", "Medical treatment runs; hand it over first.")),
        MoveBreaks.Job => new(one, "RCD 15", null, new(
            "Deze persoon werkt; door de verhuizing kan het werk verloren gaan.", "This person works; the move may cost the job.")),
        MoveBreaks.Guardian => new(one, "RCD 24", null, new(
            "De voogd werkt in deze regio; overleg eerst met de voogd.", "The guardian works in this region; consult the guardian first.")),
        MoveBreaks.Volunteering => new(one, "PAR-12", null, new(
            "Deze persoon doet hier vrijwilligerswerk.", "This person volunteers here.")),
        MoveBreaks.Household => new(one, "Rva 18b", null, new(
            "Deze persoon hoort bij een gezin; verhuis het gezin samen.", "This person belongs to a household; move it together.")),
        MoveBreaks.None => throw new ArgumentOutOfRangeException(nameof(one), one, "Nothing has no words."),
    };

    private static Day? InterviewOn(CaseFile file, Day on) =>
        file.Procedure.Open is { PlannedFor: { } planned } open && planned >= on && (open.InterviewedOn is null || open.InterviewedOn < planned)
            ? planned : null;

    private static bool IsAtSchool(CaseFile file, Day on) =>
        Settling.IsAtSchool(file) && Registration.Age.IsMinor(file.Registration.Born, on);
}
