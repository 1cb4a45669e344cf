using Schakel.Norms;

namespace Schakel.Chain.Records;

/// <summary>Documents that the person supplies: what lies ahead (aangeleverde documenten).</summary>
public static class DocumentSteps
{
    /// <summary>Supply a document.</summary>
    public static readonly StepType Supply = new(
        "supply-document", "own-acts.answer", Party.Applicant, typeof(SupplyDocument), StepForce.Right,
        "Een document aanleveren", "Supply a document");

    /// <summary>Take back a document that was sent by mistake.</summary>
    public static readonly StepType TakeBack = new(
        "take-back-document", "own-acts.answer", Party.Applicant, typeof(TakeBackDocument), StepForce.Right,
        "Een document terugnemen", "Take back a document");

    /// <summary>Look at a document.</summary>
    public static readonly StepType Review = new(
        "review-document", "own-acts.answer", Party.HearingOffice, typeof(ReviewDocument), StepForce.Due,
        "Een aangeleverd document bekijken", "Look at a document that was supplied");

    /// <summary>Look at a document about health.</summary>
    public static readonly StepType ReviewOfHealth = new(
        "review-health-document", "own-acts.answer", Party.HealthService, typeof(ReviewDocument), StepForce.Due,
        "Een aangeleverd medisch document bekijken", "Look at a document about health that was supplied");

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var canTakeBack = false;
        foreach (var document in file.Records.Documents)
        {
            if (document.IsWaiting)
            {
                ahead.Add(new NextStep(document.IsOfHealth ? ReviewOfHealth : Review, null, Partners.Questions.AnswerBy(law, document.On)) { Number = document.Number });
            }
            canTakeBack |= document is { IsTakenBack: false, Outcome: not DocumentOutcome.TakenIn };
        }
        if (SuppliedDocuments.From(file.Records) is { } from)
        {
            ahead.Add(new NextStep(Supply, from == default ? null : from, null));
        }
        if (canTakeBack)
        {
            ahead.Add(TakeBack);
        }
    }
}
