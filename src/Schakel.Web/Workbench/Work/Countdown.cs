using Schakel.Norms;
using Schakel.Store.Models;

namespace Schakel.Web.Workbench.Work;

/// <summary>How long there is left (aftellen), in words: <c>nog 3 werkdagen</c>, <c>2 dagen verlopen</c>. Never by colour alone.</summary>
public static class Countdown
{
    private const int InWorkingDaysWithin = 21;

    /// <summary>How a step stands.</summary>
    /// <param name="status">Its standing.</param>
    /// <param name="lastDay">Its last day.</param>
    /// <param name="earliest">Its first day.</param>
    /// <param name="waitsFor">What must be done first.</param>
    /// <param name="today">The chain's date.</param>
    /// <param name="law">The law of today, for working days.</param>
    public static Text Of(WorklistStatus status, Day? lastDay, Day? earliest, Text? waitsFor, Day today, Law law) => status switch
    {
        WorklistStatus.Waiting when waitsFor is { } first => new($"wacht op: {Small(first.Dutch)}", $"waits for: {Small(first.English)}"),
        WorklistStatus.Waiting when earliest is { } from => new($"kan vanaf {Text.Of(from).Dutch}", $"possible from {Text.Of(from).English}"),
        WorklistStatus.Waiting => new("wacht", "waiting"),
        WorklistStatus.Choice when lastDay is null => new("keuze, geen termijn", "a choice, no term"),
        WorklistStatus.Due when lastDay is null => new("te doen, geen termijn", "to do, no term"),
        WorklistStatus.Choice => OfTerm(lastDay!.Value, today, law), // Nobody is late who leaves a choice.
        WorklistStatus.Due or WorklistStatus.Overdue or WorklistStatus.AtRisk => Until(lastDay, today, law),
    };

    /// <summary>How long until a last day, or since.</summary>
    /// <param name="lastDay">The last day.</param>
    /// <param name="today">The chain's date.</param>
    /// <param name="law">The law of today.</param>
    public static Text Until(Day? lastDay, Day today, Law law)
    {
        if (lastDay is not { } last)
        {
            return new("geen termijn", "no term");
        }
        var left = last - today;
        if (left < 0)
        {
            var over = Text.Of(-left, new("dag", "day"), new("dagen", "days"));
            return new($"{over.Dutch} verlopen", $"{over.English} overdue");
        }
        if (left == 0)
        {
            return new("vandaag de laatste dag", "today is the last day");
        }
        if (left > InWorkingDaysWithin)
        {
            var days = Text.Of(left, new("dag", "day"), new("dagen", "days"));
            return new($"nog {days.Dutch}", $"{days.English} left");
        }
        var working = 0;
        for (var day = today.PlusDays(1); day <= last; day = day.PlusDays(1))
        {
            working += law.Calendar.IsWorkingDay(day) ? 1 : 0;
        }
        var words = Text.Of(working, new("werkdag", "working day"), new("werkdagen", "working days"));
        return new($"nog {words.Dutch}", $"{words.English} left");
    }

    /// <summary>How long a term still runs, or since when it is over: whether that makes somebody late, the steps say.</summary>
    /// <param name="lastDay">The last day.</param>
    /// <param name="today">The chain's date.</param>
    /// <param name="law">The law of today.</param>
    public static Text OfTerm(Day lastDay, Day today, Law law)
    {
        if (lastDay >= today)
        {
            return Until(lastDay, today, law);
        }
        var over = Text.Of(today - lastDay, new("dag", "day"), new("dagen", "days"));
        return new($"{over.Dutch} geleden afgelopen", $"ended {over.English} ago");
    }

    /// <summary>The name of a standing in signs and styles.</summary>
    /// <param name="status">The standing.</param>
    public static string KeyOf(WorklistStatus status) => status switch
    {
        WorklistStatus.Due => "due",
        WorklistStatus.Overdue => "overdue",
        WorklistStatus.AtRisk => "risk",
        WorklistStatus.Waiting => "waiting",
        WorklistStatus.Choice => "choice",
    };

    /// <summary>The name of the standing of a last day in signs and styles.</summary>
    /// <param name="lastDay">The last day.</param>
    /// <param name="today">The chain's date.</param>
    public static string KeyOf(Day lastDay, Day today) => lastDay < today ? "overdue" : lastDay - today <= Worklists.AtRiskWithin ? "risk" : "due";

    private static string Small(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..].TrimEnd('.');
}
