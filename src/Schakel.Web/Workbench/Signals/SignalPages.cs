using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Signals;

/// <summary>Which days of signals are looked at (periode), and what stands there.</summary>
/// <param name="From">The first day (UTC).</param>
/// <param name="Through">The last day (UTC).</param>
/// <param name="Signals">The signals, what is open first.</param>
public sealed record SignalList(DateOnly From, DateOnly Through, ImmutableArray<SeenSignal> Signals);

/// <summary>A signal with the looks behind it (signaal met inzagen).</summary>
/// <param name="Seen">The signal.</param>
/// <param name="Total">How many looks there are behind it.</param>
/// <param name="Looks">The first of them.</param>
/// <param name="IsOwn">It is about whoever reads it, who concludes nothing about it.</param>
public sealed record SignalView(SeenSignal Seen, int Total, ImmutableArray<LookBehind> Looks, bool IsOwn);

/// <summary>What somebody typed about a signal (ingevuld), and what is wrong with it.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Words">On what it rests.</param>
/// <param name="Wrong">What is wrong.</param>
public sealed record SignalTyped(string Outcome, string Words, Text Wrong);

/// <summary>
/// Signals of unusual looking, for the privacy officer alone (inzagesignalen; AVG 39): which there are, the looks behind one, and that it was looked
/// into. The persons looked at are numbers within a signal; who they are is not read here, and so no look at them is made.
/// </summary>
internal static class SignalPages
{
    /// <summary>Longest stretch of days on one page.</summary>
    public const int LongestStretch = 31;

    private const int UsualStretch = 7;
    private const int MostLooks = 500;
    private const string DayForm = "yyyy-MM-dd";

    public static IResult List(WorkVisit visit) =>
        LookSignals.MayRead(visit.Caller) ? WorkAnswers.Page<SignalListPage>(visit, (nameof(SignalListPage.View), Asked(visit))) : WorkAnswers.Unknown(visit);

    public static IResult Csv(WorkVisit visit)
    {
        if (!LookSignals.MayRead(visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        var (text, view) = (new CsvText(), Asked(visit));
        text.Line([visit.In("Dag (UTC)", "Day (UTC)"), visit.In("Functie", "Function"), visit.In("Nummer", "Number"), "Team", visit.In("Waarom", "Why"), visit.In("Personen", "Persons"),
            visit.In("Gebruikelijk", "Usual"), visit.In("Uitkomst", "Outcome"), visit.In("Vastgelegd", "Recorded"), visit.In("Door nummer", "By number")]);
        foreach (var each in view.Signals)
        {
            var (signal, looking, last) = (each.Signal, each.Looking, each.Last);
            text.Line([DayText(signal.Day), FunctionName(visit, signal.Function), WorkVisit.Plain(signal.Number), looking.Team ?? "", visit.In(UnusualLooks.NameOf(signal.Kind)), WorkVisit.Plain(looking.Persons),
                looking.Usual is { } usual ? WorkVisit.Plain(usual) : "", OutcomeOf(visit, last), last?.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "", last is null ? "" : WorkVisit.Plain(last.By)]);
        }
        return Results.Bytes(text.ToBytes(), "text/csv; charset=utf-8", $"inzagesignalen-{DayText(view.From)}-{DayText(view.Through)}.csv");
    }

    public static IResult Show(WorkVisit visit) =>
        LookSignals.MayRead(visit.Caller) && In(visit) is { } seen ? Page(visit, seen, null) : WorkAnswers.Unknown(visit);

    public static async Task<IResult> TakeAsync(WorkVisit visit, IFormCollection sent)
    {
        if (!LookSignals.MayRead(visit.Caller) || In(visit) is not { } seen || LookSignals.IsAbout(seen.Signal, visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        var (chosen, words) = (ActField.Cut(sent[SignalConclusion.OutcomeField].ToString()), ActField.Cut(sent[SignalConclusion.WordsField].ToString()));
        IResult Again(Text wrong) => Page(visit, seen, new(chosen, words, wrong));
        if (!await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            return Again(new("Dit formulier was verlopen. Wat u invulde staat er nog: verstuur het opnieuw.", "This form had expired. What you typed is still there: send it again."));
        }
        var (conclusion, faults) = SignalConclusion.Read(chosen, words);
        return conclusion is null ? Again(faults[0].Wrong)
            : Signals(visit).Conclude(seen.Signal, conclusion, visit.Caller, key: null) switch
            {
                ConcludeResult.Done => Results.Redirect(AddressOf(seen.Signal) + "#uitgezocht"),
                ConcludeResult.Refused { Why: var why } => Again(new(why.Dutch, why.English)),
                _ => WorkAnswers.Unknown(visit),
            };
    }

    /// <summary>Where a signal is.</summary>
    /// <param name="signal">The signal.</param>
    public static string AddressOf(LookSignal signal) =>
        $"{WorkPaths.Signal}?dag={DayText(signal.Day)}&functie={signal.Function}&nummer={WorkVisit.Plain(signal.Number)}&soort={Words.OfValue(signal.Kind)}";

    /// <summary>A day as it stands in an address.</summary>
    public static string DayText(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>A day as people read it.</summary>
    public static string DateOf(WorkVisit visit, DateOnly day) => visit.Date(Day.Of(day.Year, day.Month, day.Day));

    /// <summary>What one calls a function.</summary>
    public static string FunctionName(WorkVisit visit, string code) => Function.Find(code) is { } function ? visit.In(function.Dutch, function.English) : code;

    /// <summary>How a signal stands, in words.</summary>
    public static string OutcomeOf(WorkVisit visit, SignalNote? last) => last is null ? visit.In("nog niet bekeken", "not looked into yet") : visit.In(SignalWords.Of(last.Outcome));

    private static LookSignals Signals(WorkVisit visit) => visit.Http.RequestServices.GetRequiredService<LookSignals>();

    private static SignalList Asked(WorkVisit visit)
    {
        var (query, signals) = (visit.Http.Request.Query, Signals(visit));
        var through = DayIn(query["tot"]) ?? signals.Today;
        var from = DayIn(query["van"]) is { } first && first <= through ? first : Before(through, UsualStretch - 1);
        from = through.DayNumber - from.DayNumber < LongestStretch ? from : Before(through, LongestStretch - 1);
        return new(from, through, signals.Between(from, through));
    }

    private static SeenSignal? In(WorkVisit visit)
    {
        var query = visit.Http.Request.Query;
        return DayIn(query["dag"]) is { } day && Function.Find(query["functie"].ToString()) is { } function
            && int.TryParse(query["nummer"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Words.TryValue<UnusualKind>(query["soort"], out var kind)
            ? Signals(visit).Find(new(day, function.Code, number, kind)) : null;
    }

    private static IResult Page(WorkVisit visit, SeenSignal seen, SignalTyped? typed)
    {
        var (total, looks) = Signals(visit).Behind(seen.Signal, MostLooks);
        return WorkAnswers.Page<SignalPage>(
            visit, typed is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            (nameof(SignalPage.View), new SignalView(seen, total, looks, LookSignals.IsAbout(seen.Signal, visit.Caller))), (nameof(SignalPage.Typed), typed));
    }

    private static DateOnly Before(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Max(DateOnly.MinValue.DayNumber, day.DayNumber - days));

    private static DateOnly? DayIn(string? text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
