using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain.Guidance;
using Schakel.Chain.Registration;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Guidance;

/// <summary>How much is asked at once, and how one is told things (zelfcheck, voorkeuren): voluntary, and never before something else can be done.</summary>
public static class GuidanceForms
{
    private const string Yes = "ja";

    // A question and what a yes to it says.
    private static readonly (string Name, string Label, SelfReliance Says)[] Check =
    [
        ("brieven", "capacity.letters", SelfReliance.Letters), ("telefoon", "capacity.phone", SelfReliance.Phone),
        ("afspraken", "capacity.appointments", SelfReliance.Appointments), ("helper", "capacity.helper", SelfReliance.Helper),
    ];

    // The languages of the portal, by the code that the chain has for them.
    private static readonly (string Spoken, string Page)[] Written =
    [
        ("nld", "nl"), ("eng", "en"), ("ara", "ar"), ("tir", "ti"), ("pes", "fa"), ("tur", "tr"), ("som", "so"), ("fra", "fr"), ("ukr", "uk"), ("kmr", "kmr"), ("pus", "ps"), ("spa", "es"),
    ];

    /// <summary>Four plain questions on what one manages.</summary>
    public static PortalForm Capacity { get; } = new("hulp", "capacity", "state-capacity",
        [.. Check.Select(each => new Field(each.Name, FieldKind.Choice, each.Label) { Options = [(Yes, "common.yes"), ("nee", each.Says == SelfReliance.Helper ? "common.no" : "capacity.sometimes")] })],
        answers => new StateCapacity(Check.Where(each => answers[each.Name] == Yes).Aggregate(SelfReliance.None, (said, each) => said | each.Says)))
    {
        Before = ["capacity.before", "common.no-consequence"],
    };

    /// <summary>Take one's answers back.</summary>
    public static PortalForm Remove { get; } = new("hulp-weghalen", "capacity-remove", "withdraw-capacity", [], _ => new WithdrawCapacity());

    /// <summary>Language of letters, and reminders.</summary>
    public static PortalForm Preferences { get; } = new("voorkeuren", "prefs", "choose-preferences",
        [
            new("taal", FieldKind.Choice, "prefs.letters")
            {
                Help = "prefs.letters-help",
                Options = [("und", "prefs.as-page"), .. Written.Select(each => (each.Spoken, $"speech.{each.Spoken}"))],
            },
            new("herinnering", FieldKind.Choice, "prefs.remind") { Options = [("7", "prefs.week"), ("3", "prefs.three"), ("1", "prefs.day"), ("0", "prefs.never")] },
            new("email", FieldKind.Line, "prefs.email") { Help = "prefs.email-help", IsOptional = true, Most = PreferenceSteps.LongestAddress },
        ],
        answers => new ChoosePreferences(
            LanguageCode.TryParse(answers["taal"], out var code) ? code : LanguageCode.Unknown, int.Parse(answers["herinnering"], System.Globalization.CultureInfo.InvariantCulture),
            answers["email"] is { Length: > 0 } address ? address : null))
    {
        Before = ["common.no-duty"],
        Said = file => file.Guidance.Preferences is { Email: { } address } said // Choosing another language would otherwise take the address away.
            ? [("taal", said.Letters.ToString()), ("herinnering", said.RemindDays.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("email", address)] : [],
        Offered = ByMailOrNot,
    };

    /// <summary>Whether people are told by e-mail here at all.</summary>
    /// <param name="visit">Who looks.</param>
    public static bool SendsMail(Visit visit) => visit.Http.RequestServices.GetRequiredService<WebSettings>().Mail is not null;

    /// <summary>In which language letters are shown: as chosen, or as the page.</summary>
    /// <param name="visit">Whose letters.</param>
    public static Speech ForLetters(CaseVisit visit)
    {
        var language = LanguageOf(visit.File.Guidance.Preferences.Letters);
        return language is null || language == visit.Speech.Language ? visit.Speech : new(language, visit.Speech.Beside);
    }

    /// <summary>The language of the portal by the code that the chain has for it; null when the portal does not speak it.</summary>
    /// <param name="spoken">The code.</param>
    public static PortalLanguage? LanguageOf(LanguageCode spoken) =>
        Written.Where(each => each.Spoken == spoken.ToString()).Select(each => PortalLanguage.Find(each.Page)).FirstOrDefault();

    /// <summary>The forms, in the order in which they are offered.</summary>
    public static ImmutableArray<PortalForm> All { get; } = [Capacity, Remove, Preferences];

    private static PortalForm ByMailOrNot(CaseVisit visit) => SendsMail(visit) ? Preferences : Preferences with { Before = Preferences.Before.Add("prefs.email-unsent") };
}
