using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>What lies ahead in the procedure (procedure): each subject adds its own.</summary>
internal static class ProcedureSteps
{
    internal static void Add(Outlook ahead, CaseFile file, Household household, Law law)
    {
        ApplicationSteps.Add(ahead, file, law);
        if (file.Procedure.Open is { } application)
        {
            InterviewSteps.Add(ahead, file, application, law);
            DecisionSteps.Add(ahead, file, application, law);
        }
        ConductSteps.Add(ahead, file, law);
        AppealSteps.Add(ahead, file, law);
        CourtSteps.Add(ahead, file, law);
        PermitSteps.Add(ahead, file, law);
        LateSteps.Add(ahead, file, law);
        DublinSteps.Add(ahead, file, law);
        BorderSteps.Add(ahead, file, household, law);
    }
}
