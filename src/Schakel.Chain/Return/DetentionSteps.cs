using Schakel.Norms;
using Schakel.Norms.Return;

namespace Schakel.Chain.Return;

/// <summary>Review of a detention by a court: what lies ahead (toetsing van de bewaring).</summary>
public static class DetentionSteps
{
    /// <summary>Notify the court of the detention.</summary>
    public static readonly StepType Notify = new(
        "notify-court-of-detention", "detention-review", Party.DetainingAuthority, typeof(NotifyCourtOfDetention), StepForce.Due,
        "De rechtbank in kennis stellen van de bewaring", "Notify the court of the detention");

    /// <summary>Appeal against the detention.</summary>
    public static readonly StepType Appeal = new(
        "appeal-detention", "Vw 94", Party.Applicant, typeof(AppealDetention), StepForce.Right,
        "Beroep instellen tegen de bewaring", "Appeal against the detention");

    /// <summary>Hold the hearing on the detention.</summary>
    public static readonly StepType Hear = new(
        "hear-detention", "detention-review", Party.Court, typeof(HearDetention), StepForce.Due,
        "De zitting over de bewaring houden", "Hold the hearing on the detention");

    /// <summary>Rule on the detention.</summary>
    public static readonly StepType Rule = new(
        "rule-on-detention", "detention-review", Party.Court, typeof(RuleOnDetention), StepForce.Due,
        "Uitspraak doen over de bewaring", "Rule on the detention");

    internal static void Add(Outlook ahead, CaseFile file, DetentionState detention, Law law)
    {
        var last = law.Has(detention.Since, DetentionReview.Notice) ? DetentionReviews.NextBy(file.Return, law) : null;
        if (detention.Review is null)
        {
            ahead.Add(Appeal);
            if (detention.ReviewedOn is null)
            {
                ahead.Add(Notify, last);
            }
        }
        else
        {
            ahead.Add(detention.Review.HeardOn is null ? Hear : Rule, last);
        }
    }
}
