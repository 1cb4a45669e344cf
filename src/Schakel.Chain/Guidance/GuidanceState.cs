using Schakel.Norms;

namespace Schakel.Chain.Guidance;

/// <summary>What was done for someone beside the procedure (wat is gedaan). That it was done, never what came of it.</summary>
[Flags]
public enum Provisions
{
    /// <summary>Nothing yet.</summary>
    None = 0,
    /// <summary>Informed on the procedure by the immigration service.</summary>
    ProcedureExplained = 1 << 0,
    /// <summary>Informed on reception by the reception agency.</summary>
    ReceptionExplained = 1 << 1,
    /// <summary>Prepared for the procedure by the council for refugees.</summary>
    Prepared = 1 << 2,
    /// <summary>Holds the document of an applicant.</summary>
    ApplicantDocument = 1 << 3,
    /// <summary>Screened for tuberculosis.</summary>
    Screened = 1 << 4,
    /// <summary>Health intake held.</summary>
    HealthIntake = 1 << 5,
    /// <summary>Special needs assessed.</summary>
    NeedsAssessed = 1 << 6,
    /// <summary>Registered as a resident.</summary>
    Resident = 1 << 7,
    /// <summary>Language lessons began.</summary>
    Lessons = 1 << 8,
    /// <summary>Holds the residence document.</summary>
    ResidenceDocument = 1 << 9,
    /// <summary>Told of the duty to integrate.</summary>
    IntegrationDuty = 1 << 10,
    /// <summary>Interviewed on the home and municipality that fit.</summary>
    HousingInterview = 1 << 11,
    /// <summary>Broad intake by the municipality held.</summary>
    BroadIntake = 1 << 12,
    /// <summary>Integration plan adopted.</summary>
    IntegrationPlan = 1 << 13,
    /// <summary>Social guidance by the municipality began.</summary>
    SocialGuidance = 1 << 14,
    /// <summary>Social assistance granted.</summary>
    SocialAssistance = 1 << 15,
    /// <summary>Address in the municipality registered.</summary>
    Address = 1 << 16,
}

/// <summary>What is known of guidance and provisions (begeleiding en voorzieningen).</summary>
/// <param name="Had">What was done once and for all.</param>
/// <param name="LawyerFor">Ordinal of the application for which a lawyer was assigned last; zero when none was.</param>
/// <param name="AdvisedFor">Ordinal of the application for which medical advice on the interview was given last; zero when none was.</param>
/// <param name="GuardianOn">Day a guardian was appointed.</param>
/// <param name="AllowanceSince">Day the allowance began; it ends with reception.</param>
/// <param name="SchoolSince">Day of enrolment in the present school.</param>
/// <param name="DepartureTalkOn">Day of the last talk on departure.</param>
public sealed record GuidanceState(
    Provisions Had, int LawyerFor, int AdvisedFor, Day? GuardianOn, Day? AllowanceSince, Day? SchoolSince, Day? DepartureTalkOn)
{
    /// <summary>Nothing yet.</summary>
    public static GuidanceState None { get; } = new(Provisions.None, 0, 0, null, null, null, null);

    /// <summary>What that advice says; absent when there is none, and when the person can be heard like anybody.</summary>
    public HearingAdvice? Advice { get; init; }

    /// <summary>How much the person can be asked at once.</summary>
    public CapacityState Capacity { get; init; } = CapacityState.None;

    /// <summary>How the person wants to be told things.</summary>
    public Preferences Preferences { get; init; } = Preferences.Usual;

    /// <summary>Whether something was done.</summary>
    /// <param name="provision">What.</param>
    public bool Has(Provisions provision) => (Had & provision) != 0;
}

/// <summary>A command of guidance: something done for someone who is here.</summary>
public abstract record GuidanceCommand : CaseCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>An event of guidance.</summary>
public abstract record GuidanceEvent : ChainEvent;
