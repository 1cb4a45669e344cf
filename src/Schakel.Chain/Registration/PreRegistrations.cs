using System.Text.Json.Nodes;

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
    /// <summary>Whether an interpreter is needed (tolk nodig); absent when that was not said, as all that follows.</summary>
    public bool? NeedsInterpreter { get; init; }

    /// <summary>How many of them are under eighteen (kinderen).</summary>
    public int? Children { get; init; }

    /// <summary>Whether this person is under eighteen and comes without a parent (alleenstaand minderjarig).</summary>
    public bool? MinorAlone { get; init; }

    /// <summary>Whether one of them needs care on arrival (zorg nodig bij aankomst). What ails them is not asked.</summary>
    public bool? NeedsCare { get; init; }

    /// <summary>Telephone number or e-mail address by which they can be reached (bereikbaar via), at most <see cref="PreRegistrations.MostReach"/> characters.</summary>
    public string? Reach { get; init; }

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
/// <param name="NeedsInterpreter">Whether an interpreter is needed; absent when it was not said, and in what was stored before version 2, as all that follows.</param>
/// <param name="Children">How many of them are under eighteen.</param>
/// <param name="MinorAlone">Whether this person is under eighteen and comes without a parent.</param>
/// <param name="NeedsCare">Whether one of them needs care on arrival; for who receives and cares, not for police.</param>
/// <param name="Reach">Telephone number or e-mail address.</param>
[EventName("pre-registered", 2)]
public sealed record PreRegistered(
    [Category(DataCategory.Procedure)] PreRegistrationChannel Channel,
    [Category(DataCategory.Identity)] LanguageCode Language,
    [Category(DataCategory.Family)] int Persons,
    [Category(DataCategory.Contact)] bool? NeedsInterpreter = null,
    [Category(DataCategory.Family)] int? Children = null,
    [Category(DataCategory.Family)] bool? MinorAlone = null,
    [Category(DataCategory.Vulnerability)] bool? NeedsCare = null,
    [Category(DataCategory.Contact)] string? Reach = null) : RegistrationEvent
{
    [Upcast("pre-registered", 1)]
    internal static JsonObject FromVersion1(JsonObject fields) => fields;
}

/// <summary>The pre-registration was taken back (vooraanmelding ingetrokken).</summary>
[EventName("pre-registration-cancelled", 1)]
public sealed record PreRegistrationCancelled : RegistrationEvent;

/// <summary>Pre-registration (vooraanmelding).</summary>
public static class PreRegistrations
{
    /// <summary>Most persons who come together.</summary>
    public const int MostPersons = 100;

    /// <summary>Most characters of a telephone number or e-mail address.</summary>
    public const int MostReach = 100;

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

    /// <summary>More children than persons, or less than none.</summary>
    public static readonly Refusal WrongChildren = new(
        "pre-registration.wrong-children", "fact",
        "Er kunnen niet meer kinderen zijn dan personen, en wie zonder ouder komt en jonger is dan achttien telt als kind.",
        "There cannot be more children than persons, and whoever comes without a parent and is under eighteen counts as a child.");

    /// <summary>No telephone number or e-mail address is this long.</summary>
    public static readonly Refusal ReachTooLong = new(
        "pre-registration.reach-too-long", "fact",
        "Een telefoonnummer of e-mailadres heeft ten hoogste honderd tekens.",
        "A telephone number or e-mail address has at most a hundred characters.");

    /// <summary>Nothing to take back.</summary>
    public static readonly Refusal NotDone = new(
        "pre-registration.not-done", "fact",
        "Deze persoon heeft zich niet vooraf aangemeld.",
        "This person has not pre-registered.");

    /// <summary>Whether so many children can be among so many persons; whoever is a minor and alone is one of them.</summary>
    /// <param name="children">Children.</param>
    /// <param name="persons">Persons.</param>
    /// <param name="minorAlone">Whether the person is under eighteen and comes without a parent.</param>
    public static bool Fits(int children, int persons, bool minorAlone) => children >= (minorAlone ? 1 : 0) && children <= persons;

    internal static Decision Decide(CaseFile file, PreRegister command) =>
        file.Registration.PreRegisteredOn is not null ? AlreadyDone
        : command.Persons is < 1 or > MostPersons ? WrongNumber
        : command.Children is { } children && !Fits(children, command.Persons, command.MinorAlone == true) ? WrongChildren
        : command.Reach is { Length: > MostReach } ? ReachTooLong
        : new PreRegistered(
            command.Channel, command.Language, command.Persons, command.NeedsInterpreter, command.Children, command.MinorAlone, command.NeedsCare, Trimmed(command.Reach));

    internal static Decision Decide(CaseFile file, CancelPreRegistration _) =>
        file.Registration.PreRegisteredOn is null ? NotDone : new PreRegistrationCancelled();

    private static string? Trimmed(string? reach) => string.IsNullOrWhiteSpace(reach) ? null : reach.Trim();
}
