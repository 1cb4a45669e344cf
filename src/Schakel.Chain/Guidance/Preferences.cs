using Schakel.Chain.Registration;

namespace Schakel.Chain.Guidance;

/// <summary>How a person wants to be told things (voorkeuren voor berichten). Nothing is sent by it: it is how one's own page and letters look.</summary>
/// <param name="Letters">In which language letters are shown; unknown when in that of the page.</param>
/// <param name="RemindDays">How many days ahead a reminder is shown; zero for none.</param>
public sealed record Preferences(LanguageCode Letters, int RemindDays)
{
    /// <summary>As it is for who chose nothing: a week ahead, in the language of the page.</summary>
    public static Preferences Usual { get; } = new(LanguageCode.Unknown, 7);
}

/// <summary>Choose how one wants to be told things (voorkeuren kiezen).</summary>
/// <param name="Letters">In which language letters are shown.</param>
/// <param name="RemindDays">How many days ahead a reminder is shown: 7, 3, 1, or 0 for none.</param>
public sealed record ChoosePreferences(LanguageCode Letters, int RemindDays) : GuidanceCommand;

/// <summary>Preferences were chosen (voorkeuren gekozen).</summary>
/// <param name="Letters">In which language letters are shown.</param>
/// <param name="RemindDays">How many days ahead a reminder is shown; zero for none.</param>
[EventName("preferences-chosen", 1)]
public sealed record PreferencesChosen(
    [Category(DataCategory.Contact)] LanguageCode Letters,
    [Category(DataCategory.Contact)] int RemindDays) : GuidanceEvent;

/// <summary>Choosing how one wants to be told things (voorkeuren voor berichten).</summary>
public static class PreferenceSteps
{
    /// <summary>No number of days that can be chosen.</summary>
    public static readonly Refusal NoSuchDays = new(
        "preferences.days", "fact",
        "Een herinnering kan 7, 3 of 1 dag van tevoren, of niet (0).",
        "A reminder can be 7, 3 or 1 day ahead, or not at all (0).");

    /// <summary>Choose.</summary>
    public static readonly StepType Choose = new(
        "choose-preferences", "Awb 2:1", Party.Applicant, typeof(ChoosePreferences), StepForce.Right,
        "Kiezen hoe men berichten krijgt", "Choose how one is told things");

    internal static Decision Decide(ChoosePreferences command) =>
        command.RemindDays is not (7 or 3 or 1 or 0) ? NoSuchDays : new PreferencesChosen(command.Letters, command.RemindDays);
}
