using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Web.Moments;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.Portal.Procedure;

/// <summary>What a person arranges themselves about the interview and the application (gehoorwensen, gesprek over intrekken).</summary>
public static class InterviewForms
{
    private static readonly (string Value, string Key)[] Gender =
        [(nameof(GenderWish.None), "wishes.gender.none"), (nameof(GenderWish.Woman), "wishes.gender.woman"), (nameof(GenderWish.Man), "wishes.gender.man")];

    /// <summary>The languages that can be chosen: those of most people who ask, and Dutch and English.</summary>
    public static (string Value, string Key)[] Spoken { get; } =
    [
        .. new[] { "ara", "tir", "prs", "pes", "tur", "som", "kmr", "ckb", "pus", "ukr", "fra", "spa", "rus", "amh", "eng", "nld", "und" }
            .Select(code => (code, $"speech.{code}")),
    ];

    /// <summary>How one wishes to be heard.</summary>
    public static PortalForm Wishes { get; } = new("gesprek", "wishes", "state-interview-wishes",
        [
            new("taal", FieldKind.Choice, "wishes.language") { Options = [.. Spoken] },
            new("dialect", FieldKind.Line, "wishes.dialect") { Help = "wishes.dialect-help", IsOptional = true },
            new("tolk", FieldKind.Choice, "wishes.interpreter") { Options = [.. Gender] },
            new("medewerker", FieldKind.Choice, "wishes.officer") { Options = [.. Gender] },
        ],
        answers => new StateInterviewWishes(new(
            LanguageCode.TryParse(answers["taal"], out var code) ? code : LanguageCode.Unknown, answers["dialect"], Enum.Parse<GenderWish>(answers["tolk"]), Enum.Parse<GenderWish>(answers["medewerker"]))))
    {
        Before = ["common.no-consequence"],
    };

    /// <summary>I cannot come.</summary>
    public static PortalForm Absent { get; } = new("verhinderd", "absent", "report-interview-absence",
        [
            new("oorzaak", FieldKind.Choice, "absent.cause") { Help = "absent.who-sees", Options = [.. Enum.GetValues<AbsenceCause>().Select(each => (each.ToString(), $"absent.{Kebab.Of(each)}"))] },
        ],
        answers => new ReportAbsence(Enum.Parse<AbsenceCause>(answers["oorzaak"])))
    {
        Before = ["absent.reasons"],
    };

    /// <summary>Another day would suit me better.</summary>
    public static PortalForm OtherDay { get; } = new("andere-dag", "otherday", "ask-other-interview-day",
        [
            new("dag", FieldKind.Day, "otherday.best") { Help = "otherday.help" },
            new("tweede", FieldKind.Day, "otherday.second") { IsOptional = true },
            new("derde", FieldKind.Day, "otherday.third") { IsOptional = true },
        ],
        answers => new AskOtherDay(new(DayIn(answers["dag"]) ?? default, DayIn(answers["tweede"]), DayIn(answers["derde"]))))
    {
        Before = ["common.no-duty"],
    };

    /// <summary>A free day, chosen by oneself: those that a planner published, that have a place and that the file allows.</summary>
    public static PortalForm ChooseDay { get; } = new("dag-kiezen", "choose-day", "choose-interview-day", [], answers => Choice(answers["dag"]))
    {
        Before = ["choose-day.none"],
        Offered = Offering,
    };

    private static PortalForm Offering(CaseVisit visit)
    {
        var days = visit.Http.RequestServices.GetRequiredService<FreeMoments>().For(visit.File, visit.Law, visit.Today, visit.NeedsHelp ? FewOffered : MostOffered);
        return days.IsEmpty ? ChooseDay : ChooseDay with
        {
            Before = [visit.File.Procedure.Open?.PlannedFor is null ? "choose-day.first" : "choose-day.move", "common.no-duty"],
            Fields =
            [
                new("dag", FieldKind.Choice, "choose-day.which")
                {
                    Help = "choose-day.help",
                    Options = [.. days.Select(each => (ValueOf(each.Published), "choose-day.option"))],
                    Put = value => days.Where(each => ValueOf(each.Published) == value)
                        .SelectMany(each => new (string, object?)[] { ("date", each.Published.Day), ("place", WhereAndWhen.Centre(new(each.Published.Centre))), ("count", each.Free) }).ToArray(),
                },
            ],
        };
    }

    private const int MostOffered = 20;
    private const int FewOffered = 5;

    private static string ValueOf(PublishedDay day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}/{day.Centre}");

    private static ChooseInterviewDay Choice(string answer)
    {
        var parts = answer.Split('/');
        return new(DayIn(parts[0]) ?? default, new(int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture)));
    }

    private static Norms.Day? DayIn(string answer) => Norms.Day.TryParse(answer, out var day) ? day : null;

    /// <summary>Ask for a talk on withdrawing; it ends nothing (red line 7).</summary>
    public static PortalForm Talk { get; } = new("stoppen", "talk", "ask-withdrawal-talk",
        [new("begrepen", FieldKind.Tick, "talk.confirm")], _ => new AskWithdrawalTalk())
    {
        Before = ["talk.first", "talk.pressure"],
        Send = "talk.send",
    };
}
