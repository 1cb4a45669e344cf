using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Guidance;

public sealed class LegalAidTests
{
    private static readonly Official Council = new(31, OfficialRoles.CouncilWorker);
    private static readonly Official LegalAidBoard = new(32, OfficialRoles.LegalAidOfficer);

    private static Given Lodged() => AnAdult().Lodged("2024-01-15");

    [Fact]
    public void The_procedure_is_explained_to_whoever_lodges() =>
        Lodged().When(new ExplainProcedure(Officials.Hearing), "2024-01-15").Then(new ProcedureExplained());

    [Fact]
    public void It_is_explained_once() =>
        Lodged().Happened("2024-01-15", new ProcedureExplained()).When(new ExplainProcedure(Officials.Hearing), "2024-01-16")
            .ThenRefused("guidance.already-done");

    [Fact]
    public void Without_an_application_there_is_nothing_to_explain() =>
        AnAdult().Arrived("2024-01-15").When(new ExplainProcedure(Officials.Hearing), "2024-01-15").ThenRefused("legal-aid.no-application");

    [Fact]
    public void The_council_for_refugees_prepares_an_applicant() =>
        Lodged().When(new PrepareApplicant(Council), "2024-01-18").Then(new ApplicantPrepared());

    [Fact]
    public void It_prepares_once() =>
        Lodged().Happened("2024-01-18", new ApplicantPrepared()).When(new PrepareApplicant(Council), "2024-01-19").ThenRefused("guidance.already-done");

    [Fact]
    public void In_track_four_a_lawyer_is_there_before_the_interview() =>
        Lodged().InTrack(Track.General, "2024-01-18").When(new AssignLawyer(LegalAidBoard), "2024-01-19").Then(new LawyerAssigned(1));

    [Fact]
    public void In_track_one_a_lawyer_comes_with_the_intention() =>
        Lodged().InTrack(Track.Dublin, "2024-01-18").When(new AssignLawyer(LegalAidBoard), "2024-01-19").ThenRefused("legal-aid.after-intention");

    [Fact]
    public void With_the_intention_there_is_a_lawyer_in_every_track() =>
        Lodged().InTrack(Track.Simplified, "2024-01-18").Intended("2024-02-01").When(new AssignLawyer(LegalAidBoard), "2024-02-01")
            .Then(new LawyerAssigned(1));

    [Fact]
    public void One_application_has_one_lawyer() =>
        Lodged().InTrack(Track.General, "2024-01-18").Happened("2024-01-19", new LawyerAssigned(1))
            .When(new AssignLawyer(LegalAidBoard), "2024-01-20").ThenRefused("guidance.already-done");

    [Fact]
    public void An_applicant_gets_a_document() =>
        Lodged().When(new IssueApplicantDocument(Officials.Hearing), "2024-01-17").Then(new ApplicantDocumentIssued());

    [Fact]
    public void One_document_will_do() =>
        Lodged().Happened("2024-01-17", new ApplicantDocumentIssued()).When(new IssueApplicantDocument(Officials.Hearing), "2024-01-18")
            .ThenRefused("guidance.already-done");

    [Fact]
    public void A_permit_holder_gets_the_residence_document() =>
        Procedure.ApplicationTests.Granted().When(new HandOverResidenceDocument(Officials.Deciding), "2024-03-01").Then(new ResidenceDocumentHandedOver());

    [Fact]
    public void Nobody_else_does() =>
        Lodged().When(new HandOverResidenceDocument(Officials.Deciding), "2024-03-01").ThenRefused("permit.none");
}
