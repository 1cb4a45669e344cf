using Schakel.Chain.Family;
using Schakel.Norms;
using Schakel.Norms.Registration;

namespace Schakel.Chain.Registration;

/// <summary>What an official sees of someone's age, without any instrument (leeftijdsschouw).</summary>
public enum AgeImpression
{
    /// <summary>Cannot be told.</summary>
    Doubtful = 0,
    /// <summary>Evidently of age (evident meerderjarig).</summary>
    EvidentlyAdult,
    /// <summary>Evidently a minor (evident minderjarig).</summary>
    EvidentlyMinor,
}

/// <summary>What a decision on age rests on (grondslag).</summary>
public enum AgeBasis
{
    /// <summary>Nothing shows that the person is of age: the doubt counts for them (voordeel van de twijfel).</summary>
    BenefitOfDoubt = 0,
    /// <summary>Officials of two services saw independently that the person is evidently of age.</summary>
    Impression,
    /// <summary>The assessment.</summary>
    Assessment,
    /// <summary>A document found genuine.</summary>
    Document,
}

/// <summary>Raise doubt about the age someone states (leeftijdstwijfel; Vb 3.109d, dossier REG-9). Until it is decided nothing changes for the person.</summary>
/// <param name="By">Officer of the police, the Marechaussee or the immigration service.</param>
/// <param name="Impression">What the officer saw.</param>
public sealed record RaiseAgeDoubt(Official By, AgeImpression Impression) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered =>
        OfficialRoles.AliensPolice | OfficialRoles.BorderGuard | OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Agree to an assessment of one's age (toestemming). Whoever does not agree loses nothing by it (red line 7).</summary>
/// <param name="InWriting">Signed, after it was explained in a language understood.</param>
public sealed record ConsentToAgeAssessment(bool InWriting) : RegistrationCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Ask for an assessment of age (leeftijdsonderzoek aanvragen).</summary>
/// <param name="By">Officer of the immigration service.</param>
public sealed record AskAgeAssessment(Official By) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Take in the outcome of the assessment (uitkomst leeftijdsonderzoek). The images and the report are documents, of category medical.</summary>
/// <param name="By">The expert.</param>
/// <param name="Finding">Minor, of age, or in doubt.</param>
public sealed record ReceiveAgeAssessment(Official By, AgeFinding Finding) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HealthWorker;
}

/// <summary>Decide how old someone is taken to be (leeftijd vaststellen). A named official decides; remaining doubt makes a minor.</summary>
/// <param name="By">Officer of the immigration service.</param>
/// <param name="Born">Date of birth that is taken to be right, as far as known.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record DecideAge(Official By, PartialDate Born, AgeBasis Basis) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;
}

/// <summary>Doubt about age was raised (leeftijdstwijfel).</summary>
/// <param name="Impression">What the officer saw.</param>
/// <param name="By">Who raised it.</param>
[EventName("age-doubted", 1)]
public sealed record AgeDoubted(
    [Category(DataCategory.Identity)] AgeImpression Impression,
    [Category(DataCategory.Procedure)] Official By) : RegistrationEvent;

/// <summary>The person agreed in writing to an assessment (toestemming gegeven).</summary>
[EventName("age-assessment-consented", 1)]
public sealed record AgeAssessmentConsented : RegistrationEvent;

/// <summary>An assessment was asked (leeftijdsonderzoek gevraagd).</summary>
/// <param name="By">Who asked.</param>
[EventName("age-assessment-asked", 1)]
public sealed record AgeAssessmentAsked([Category(DataCategory.Procedure)] Official By) : RegistrationEvent;

/// <summary>The outcome came in (uitkomst ontvangen).</summary>
/// <param name="Finding">Minor, of age, or in doubt.</param>
[EventName("age-assessment-received", 1)]
public sealed record AgeAssessmentReceived([Category(DataCategory.Identity)] AgeFinding Finding) : RegistrationEvent;

/// <summary>It was decided how old the person is taken to be (leeftijd vastgesteld).</summary>
/// <param name="Born">Date of birth that is taken to be right.</param>
/// <param name="Role">Place in the household that goes with it.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="By">Who decided.</param>
[EventName("age-decided", 1)]
public sealed record AgeDecided(
    [Category(DataCategory.Identity)] PartialDate Born,
    [Category(DataCategory.Family)] FamilyRole Role,
    [Category(DataCategory.Identity)] AgeBasis Basis,
    [Category(DataCategory.Procedure)] Official By) : RegistrationEvent;

/// <summary>Doubt about age, and what came of it (leeftijdstwijfel).</summary>
/// <param name="SeenByPolice">What the police or the Marechaussee saw.</param>
/// <param name="SeenByService">What the immigration service saw.</param>
/// <param name="ConsentedOn">Day of written consent.</param>
/// <param name="AskedOn">Day an assessment was asked.</param>
/// <param name="Finding">Outcome of the assessment.</param>
public sealed record AgeDoubt(AgeImpression? SeenByPolice, AgeImpression? SeenByService, Day? ConsentedOn, Day? AskedOn, AgeFinding Finding)
{
    /// <summary>Nothing seen yet.</summary>
    public static AgeDoubt None { get; } = new(null, null, null, null, AgeFinding.None);
}

/// <summary>Assessment of age (leeftijdsonderzoek): the doubt counts for the person, until a named official decides otherwise on grounds.</summary>
public static class AgeAssessments
{
    /// <summary>The same service looked before.</summary>
    public static readonly Refusal AlreadySeen = new(
        "age.already-seen", "fact",
        "Deze dienst heeft haar indruk al vastgelegd.",
        "This service has recorded its impression already.");

    /// <summary>Nobody doubts.</summary>
    public static readonly Refusal NoDoubt = new(
        "age.no-doubt", "fact",
        "Er is geen twijfel over de leeftijd vastgelegd.",
        "No doubt about the age has been recorded.");

    /// <summary>Consent is given in writing.</summary>
    public static readonly Refusal NotInWriting = new(
        "age.not-in-writing", "REG-9",
        "Toestemming voor leeftijdsonderzoek wordt schriftelijk gegeven, na uitleg in een taal die de persoon begrijpt.",
        "Consent to an assessment of age is given in writing, after an explanation in a language the person understands.");

    /// <summary>Agreed before.</summary>
    public static readonly Refusal AlreadyConsented = new(
        "age.already-consented", "fact",
        "De toestemming is al gegeven.",
        "Consent has been given already.");

    /// <summary>No assessment without consent.</summary>
    public static readonly Refusal NoConsent = new(
        "age.no-consent", "REG-9",
        "Zonder schriftelijke toestemming is er geen leeftijdsonderzoek; weigeren heeft geen gevolgen.",
        "Without written consent there is no assessment of age; a refusal has no consequences.");

    /// <summary>Asked before.</summary>
    public static readonly Refusal AlreadyAsked = new(
        "age.already-asked", "fact",
        "Het leeftijdsonderzoek is al aangevraagd.",
        "The assessment of age has been asked for already.");

    /// <summary>No assessment runs.</summary>
    public static readonly Refusal NotAsked = new(
        "age.not-asked", "fact",
        "Er loopt geen leeftijdsonderzoek.",
        "No assessment of age is running.");

    /// <summary>An outcome says something.</summary>
    public static readonly Refusal NoFinding = new(
        "age.no-finding", "fact",
        "De uitkomst is minderjarig, meerderjarig of twijfel.",
        "The outcome is minor, of age, or doubt.");

    /// <summary>The doubt counts for the person.</summary>
    public static readonly Refusal DoubtCountsForThem = new(
        "age.doubt-counts-for-them", "REG-9",
        "Resterende twijfel telt voor de persoon: meerderjarig kan alleen als het onderzoek dat uitwijst, een echt document het laat zien, of twee diensten het onafhankelijk evident vinden.",
        "Remaining doubt counts for the person: of age is possible only when the assessment found it, a genuine document shows it, or two services independently find it evident.");

    internal static Decision Decide(CaseFile file, RaiseAgeDoubt command) =>
        Seen(file.Registration.AgeDoubt ?? AgeDoubt.None, command.By) is not null ? AlreadySeen
        : new AgeDoubted(command.Impression, command.By);

    internal static Decision Decide(CaseFile file, ConsentToAgeAssessment command) =>
        file.Registration.AgeDoubt is not { } doubt ? NoDoubt
        : !command.InWriting ? NotInWriting
        : doubt.ConsentedOn is not null ? AlreadyConsented
        : new AgeAssessmentConsented();

    internal static Decision Decide(CaseFile file, AskAgeAssessment command) =>
        file.Registration.AgeDoubt is not { } doubt ? NoDoubt
        : doubt.ConsentedOn is null ? NoConsent
        : doubt.AskedOn is not null ? AlreadyAsked
        : new AgeAssessmentAsked(command.By);

    internal static Decision Decide(CaseFile file, ReceiveAgeAssessment command) =>
        file.Registration.AgeDoubt is not { AskedOn: not null, Finding: AgeFinding.None } ? NotAsked
        : command.Finding == AgeFinding.None ? NoFinding
        : new AgeAssessmentReceived(command.Finding);

    internal static Decision Decide(CaseFile file, Household household, DecideAge command, Day today)
    {
        if (file.Registration.AgeDoubt is not { } doubt)
        {
            return NoDoubt;
        }
        if (command.Born.IsNone)
        {
            return Identities.NoBirthYear;
        }
        var minor = Age.IsMinor(command.Born.LatestDay, today);
        return !minor && !ShowsAdult(file, doubt, command.Basis) ? DoubtCountsForThem
            : new AgeDecided(command.Born, RoleOf(file.Registration.Role, household, minor, today), command.Basis, command.By);
    }

    internal static RegistrationState Evolve(RegistrationState state, AgeDoubted doubted)
    {
        var doubt = state.AgeDoubt ?? AgeDoubt.None;
        return state with
        {
            AgeDoubt = IsPolice(doubted.By)
                ? doubt with { SeenByPolice = doubted.Impression }
                : doubt with { SeenByService = doubted.Impression },
        };
    }

    /// <summary>The doubt is over; whoever doubts again begins anew.</summary>
    internal static RegistrationState Evolve(RegistrationState state, AgeDecided decided) => state with
    {
        AgeDoubt = null,
        Born = decided.Born.LatestDay,
        Role = decided.Role,
        Identity = state.Identity is { } identity ? identity with { Born = decided.Born } : null,
    };

    private static bool ShowsAdult(CaseFile file, AgeDoubt doubt, AgeBasis basis) => basis switch
    {
        AgeBasis.BenefitOfDoubt => false,
        AgeBasis.Impression => doubt is { SeenByPolice: AgeImpression.EvidentlyAdult, SeenByService: AgeImpression.EvidentlyAdult },
        AgeBasis.Assessment => !MinorSafeguards.TreatedAsMinor(doubt.Finding),
        AgeBasis.Document => file.Registration.HasGenuineDocument,
    };

    /// <summary>An adult is not an unaccompanied minor; a minor without an adult in the household is one.</summary>
    private static FamilyRole RoleOf(FamilyRole role, Household household, bool minor, Day today) =>
        !minor && role == FamilyRole.UnaccompaniedMinor ? FamilyRole.Main
        : minor && role == FamilyRole.Main && !HasAdultBeside(household, today) ? FamilyRole.UnaccompaniedMinor
        : role;

    // The household still holds the date of birth as it was stated: whoever is the main person there is the one decided about.
    private static bool HasAdultBeside(Household household, Day today)
    {
        foreach (var member in household.Members)
        {
            if (member.Role != FamilyRole.Main && !Age.IsMinor(member.Born, today))
            {
                return true;
            }
        }
        return false;
    }

    private static AgeImpression? Seen(AgeDoubt doubt, Official by) => IsPolice(by) ? doubt.SeenByPolice : doubt.SeenByService;

    private static bool IsPolice(Official by) => by.Role is OfficialRoles.AliensPolice or OfficialRoles.BorderGuard;
}
