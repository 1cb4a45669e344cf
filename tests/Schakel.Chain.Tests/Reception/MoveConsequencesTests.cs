using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

public sealed class MoveConsequencesTests
{
    private static readonly SiteId Here = new(5);
    private static readonly SiteId There = new(6);
    private static readonly MovePerson Move = new(Officials.Reception, There, Modality.Regular);

    private static Given Invited() => AnAdult().Lodged("2024-01-15").Placed("2024-01-15").InTrack(Track.General, "2024-01-18")
        .Happened("2024-01-22", new InterviewPlanned(Date("2024-02-06")));

    [Fact]
    public void A_move_before_an_interview_breaks_it_and_names_its_day()
    {
        var interview = Assert.Single(Invited().BreaksOn("2024-02-01", Move));
        Assert.Equal((MoveBreaks.Interview, "Vb 3.110", Date("2024-02-06")), (interview.Breaks, interview.Norm, interview.On));
        Assert.Contains("6 februari 2024", interview.Text.Dutch, StringComparison.Ordinal);
        Assert.Contains("6 February 2024", interview.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void An_announced_move_after_it_does_not() =>
        Assert.Empty(Invited().BreaksOn("2024-02-01", new AnnounceMove(Officials.Reception, There, 6)));

    [Fact]
    public void Nor_a_move_to_the_same_site() => Assert.Empty(Invited().BreaksOn("2024-02-01", Move with { Site = Here }));

    [Fact]
    public void Such_a_move_is_not_made_in_silence() => Invited().When(Move, "2024-02-01").ThenRefused("move.consequences-not-weighed");

    [Fact]
    public void With_a_ground_it_goes_through_and_both_are_recorded() =>
        Invited().When(Move with { Ground = MoveGround.SiteCloses }, "2024-02-01").Then(
            new PersonMoved(Here, There, Modality.Regular),
            new MoveWeighed(MoveBreaks.Interview, false, MoveGround.SiteCloses, Officials.Reception));

    [Fact]
    public void After_the_interview_nothing_is_broken() =>
        Invited().Happened("2024-02-06", new InterviewHeld()).When(Move, "2024-02-06").Then(new PersonMoved(Here, There, Modality.Regular));

    [Fact]
    public void A_child_leaves_its_school() =>
        Assert.Equal(
            [(MoveBreaks.School, "minimum-standards")],
            Told(AChild().Lodged("2024-01-15").Placed("2024-01-15").Happened("2024-03-01", new EnrolledInSchool()).BreaksOn("2024-04-01", Move)));

    [Fact] // What is treated is not in the file, and that treatment broke is of the medical category.
    public void Treatment_breaks_apart_from_the_rest() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15").Happened("2024-02-01", new TreatmentBegun())
            .When(Move with { Ground = MoveGround.Safety }, "2024-03-01").Then(
                new PersonMoved(Here, There, Modality.Regular), new MoveWeighed(MoveBreaks.None, true, MoveGround.Safety, Officials.Reception));

    [Fact]
    public void Treatment_that_was_handed_over_does_not_break() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15").Happened("2024-02-01", new TreatmentBegun()).Happened("2024-02-20", new TreatmentEnded())
            .When(Move, "2024-03-01").Then(new PersonMoved(Here, There, Modality.Regular));

    [Fact]
    public void A_job_and_volunteering_are_told_of() =>
        Assert.Equal(
            [(MoveBreaks.Job, "RCD 15"), (MoveBreaks.Volunteering, "PAR-12")],
            Told(AnAdult().Lodged("2023-05-15").Placed("2023-05-15").Happened("2024-01-10", new WorkPermitIssued(), new WorkStarted(), new VolunteeringStarted())
                .BreaksOn("2024-02-01", Move)));

    [Fact]
    public void A_guardian_is_told_of() =>
        Assert.Equal(
            [(MoveBreaks.Guardian, "RCD 24")],
            Told(AnUnaccompaniedMinor().Arrived("2024-01-15").Placed("2024-01-15", Modality.Minors).Happened("2024-01-20", new GuardianAppointed())
                .BreaksOn("2024-02-01", Move)));

    [Fact] // The household moves along as a rule, so it is shown and asks for no ground.
    public void A_household_is_told_of()
    {
        var family = AnAdult().WithRelative(Person, FamilyRole.Main, "1990-05-01").WithAChild().Arrived("2024-01-15").Placed("2024-01-15");
        Assert.Equal([(MoveBreaks.Household, "Rva 18b")], Told(family.BreaksOn("2024-02-01", Move)));
        family.When(Move, "2024-02-01").Then(new PersonMoved(Here, There, Modality.Regular));
    }

    [Fact]
    public void An_announced_move_is_cancelled() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15").Happened("2024-02-01", new MoveAnnounced(null, 5))
            .When(new CancelMove(Officials.Reception), "2024-02-02").Then(new MoveCancelled());

    [Fact]
    public void Once() =>
        AnAdult().Arrived("2024-01-15").Placed("2024-01-15").Happened("2024-02-01", new MoveAnnounced(There, 5), new MoveCancelled())
            .When(new CancelMove(Officials.Reception), "2024-02-02").ThenRefused("move.none-announced");

    private static IEnumerable<(MoveBreaks Breaks, string Norm)> Told(ImmutableArray<MoveConsequence> consequences) =>
        consequences.Select(one => (one.Breaks, one.Norm));
}
