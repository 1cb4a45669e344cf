using System.Text.Json.Nodes;
using Schakel.Chain.Registration;

namespace Schakel.Chain.Guidance;

/// <summary>How a person wants to be told things (voorkeuren voor berichten): how one's own page and letters look, and whether an e-mail says that there is something on it.</summary>
/// <param name="Letters">In which language letters are shown; unknown when in that of the page.</param>
/// <param name="RemindDays">How many days ahead a reminder is shown; zero for none.</param>
/// <param name="Email">The address (e-mailadres) to which a notice without content goes; absent when the person wants none.</param>
public sealed record Preferences(LanguageCode Letters, int RemindDays, string? Email = null)
{
    /// <summary>As it is for who chose nothing: a week ahead, in the language of the page.</summary>
    public static Preferences Usual { get; } = new(LanguageCode.Unknown, 7);
}

/// <summary>Choose how one wants to be told things (voorkeuren kiezen).</summary>
/// <param name="Letters">In which language letters are shown.</param>
/// <param name="RemindDays">How many days ahead a reminder is shown: 7, 3, 1, or 0 for none.</param>
/// <param name="Email">The address for notices; absent for none.</param>
public sealed record ChoosePreferences(LanguageCode Letters, int RemindDays, string? Email = null) : GuidanceCommand;

/// <summary>Preferences were chosen (voorkeuren gekozen).</summary>
/// <param name="Letters">In which language letters are shown.</param>
/// <param name="RemindDays">How many days ahead a reminder is shown; zero for none.</param>
/// <param name="Email">The address for notices; absent for none, and in what was stored before version 2.</param>
[EventName("preferences-chosen", 2)]
public sealed record PreferencesChosen(
    [Category(DataCategory.Contact)] LanguageCode Letters,
    [Category(DataCategory.Contact)] int RemindDays,
    [Category(DataCategory.Contact)] string? Email = null) : GuidanceEvent
{
    // Nobody could give an address before, and what is absent reads as none.
    [Upcast("preferences-chosen", 1)]
    internal static JsonObject FromVersion1(JsonObject fields) => fields;
}

/// <summary>Choosing how one wants to be told things (voorkeuren voor berichten).</summary>
public static class PreferenceSteps
{
    /// <summary>No number of days that can be chosen.</summary>
    public static readonly Refusal NoSuchDays = new(
        "preferences.days", "fact",
        "Een herinnering kan 7, 3 of 1 dag van tevoren, of niet (0).",
        "A reminder can be 7, 3 or 1 day ahead, or not at all (0).");

    /// <summary>No address to which an e-mail can be sent.</summary>
    public static readonly Refusal NoAddress = new(
        "preferences.email", "fact",
        "Dit is geen e-mailadres, zoals naam@voorbeeld.nl.",
        "This is no e-mail address, such as name@example.nl.");

    /// <summary>Longest address, in characters (RFC 5321).</summary>
    public const int LongestAddress = 254;

    /// <summary>Choose.</summary>
    public static readonly StepType Choose = new(
        "choose-preferences", "Awb 2:1", Party.Applicant, typeof(ChoosePreferences), StepForce.Right,
        "Kiezen hoe men berichten krijgt", "Choose how one is told things");

    internal static Decision Decide(ChoosePreferences command) =>
        command.RemindDays is not (7 or 3 or 1 or 0) ? NoSuchDays
        : command.Email is { } address && !IsAddress(address) ? NoAddress
        : new PreferencesChosen(command.Letters, command.RemindDays, command.Email);

    /// <summary>Whether an e-mail can be sent to this: letters, digits and the usual signs around one @, and a domain with a dot in it. That somebody reads it is not known.</summary>
    /// <param name="address">What somebody gave as their address.</param>
    public static bool IsAddress(string address) =>
        address.Length <= LongestAddress && address.Split('@') is [{ Length: > 0 and <= 64 } mailbox, { Length: > 0 } domain]
        && mailbox.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+/=?^_`{|}~.-".Contains(letter, StringComparison.Ordinal)) && HasWholeParts(mailbox)
        && domain.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-') && HasWholeParts(domain) && domain.Contains('.', StringComparison.Ordinal);

    private static bool HasWholeParts(string text) => text.Split('.').All(part => part.Length > 0);
}
