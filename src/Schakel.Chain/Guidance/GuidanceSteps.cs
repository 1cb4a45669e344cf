using Schakel.Norms;

namespace Schakel.Chain.Guidance;

/// <summary>What lies ahead beside the procedure (begeleiding en voorzieningen): each subject adds its own.</summary>
internal static class GuidanceSteps
{
    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        if (file.Presence != Presences.Here)
        {
            return;
        }
        LegalAidSteps.Add(ahead, file, law);
        CareSteps.Add(ahead, file, law);
        SettlingSteps.Add(ahead, file, law);
        IntegrationSteps.Add(ahead, file);
        CapacitySteps.Add(ahead, file);
        ahead.Add(PreferenceSteps.Choose);
    }
}
