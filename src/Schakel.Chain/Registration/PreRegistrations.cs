namespace Schakel.Chain.Registration;

/// <summary>Who filled in the pre-registration (wijze van vooraanmelding).</summary>
public enum PreRegistrationChannel
{
    /// <summary>The person, digitally (zelf).</summary>
    Self = 0,
    /// <summary>A desk, for the person (balie).</summary>
    Desk,
}

/// <summary>
/// Say beforehand that one will come to ask for protection (digitale vooraanmelding; capability C30). Voluntary: whoever does it, does it
/// late, or never, has the same rights, and no term starts with it.
/// </summary>
/// <param name="Channel">Who filled it in.</param>
/// <param name="Language">Language in which the person wants to be received.</param>
/// <param name="Persons">How many come together, this person included.</param>
public sealed record PreRegister(PreRegistrationChannel Channel, LanguageCode Language, int Persons) : RegistrationCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Unopened;
}

/// <summary>Take the pre-registration back (vooraanmelding intrekken); nothing follows from it.</summary>
public sealed record CancelPreRegistration : RegistrationCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Unopened;
}

/// <summary>Someone said beforehand that they will come (vooraangemeld). It opens no file.</summary>
/// <param name="Channel">Who filled it in.</param>
/// <param name="Language">Language in which the person wants to be received.</param>
/// <param name="Persons">How many come together.</param>
[EventName("pre-registered", 1)]
public sealed record PreRegistered(
    [Category(DataCategory.Procedure)] PreRegistrationChannel Channel,
    [Category(DataCategory.Identity)] LanguageCode Language,
    [Category(DataCategory.Family)] int Persons) : RegistrationEvent;

/// <summary>The pre-registration was taken back (vooraanmelding ingetrokken).</summary>
[EventName("pre-registration-cancelled", 1)]
public sealed record PreRegistrationCancelled : RegistrationEvent;

/// <summary>Pre-registration (vooraanmelding).</summary>
public static class PreRegistrations
{
    private const int MostPersons = 100;

    /// <summary>Pre-registered before.</summary>
    public static readonly Refusal AlreadyDone = new(
        "pre-registration.already-done", "fact",
        "Deze persoon heeft zich al vooraf aangemeld.",
        "This person has pre-registered already.");

    /// <summary>Not one, or not credible.</summary>
    public static readonly Refusal WrongNumber = new(
        "pre-registration.wrong-number", "fact",
        "Samen komen er ten minste één en ten hoogste honderd personen.",
        "At least one and at most a hundred persons come together.");

    /// <summary>Nothing to take back.</summary>
    public static readonly Refusal NotDone = new(
        "pre-registration.not-done", "fact",
        "Deze persoon heeft zich niet vooraf aangemeld.",
        "This person has not pre-registered.");

    internal static Decision Decide(CaseFile file, PreRegister command) =>
        file.Registration.PreRegisteredOn is not null ? AlreadyDone
        : command.Persons is < 1 or > MostPersons ? WrongNumber
        : new PreRegistered(command.Channel, command.Language, command.Persons);

    internal static Decision Decide(CaseFile file, CancelPreRegistration _) =>
        file.Registration.PreRegisteredOn is null ? NotDone : new PreRegistrationCancelled();
}
