using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;

namespace Schakel.Web.Portal.Reception;

/// <summary>A right as the page tells it (recht): now, later, or not in this situation.</summary>
/// <param name="Subject">Prefix of its texts.</param>
/// <param name="Text">Key of the sentence.</param>
/// <param name="Norm">What gives it.</param>
public sealed record Right(string Subject, string Text, string Norm)
{
    /// <summary>It holds today.</summary>
    public bool IsNow { get; init; }

    /// <summary>First day, when it begins later.</summary>
    public Day? From { get; init; }

    /// <summary>Last day, as far as the calendar tells.</summary>
    public Day? Until { get; init; }
}

/// <summary>What a person is entitled to (rechten): from the entitlements of the way ahead, each with its source. Nothing is decided here.</summary>
public static class Rights
{
    private static readonly (string Code, string Subject)[] Entitlements =
    [
        ("reception", "reception"), ("allowance", "money"), ("health-care", "health"), ("school", "school"), ("lawyer", "lawyer"), ("guardian", "guardian"),
        ("language-lessons", "lessons"), ("home", "home"),
    ];

    /// <summary>The rights of a case today, in the order of the page.</summary>
    /// <param name="visit">Whose case.</param>
    public static ImmutableArray<Right> Of(CaseVisit visit)
    {
        var rights = Entitlements.Select(each => Entitled(visit, each.Code, each.Subject)).Where(each => each is not null).Select(each => each!).ToList();
        var permit = visit.File.Procedure.Permit is not null;
        rights.Insert(rights.FindIndex(each => each.Subject == "lawyer") + 1, Work(visit, permit));
        rights.Add(new("travel", permit ? "rights.travel.permit" : "rights.travel.text", permit ? "Vw 28" : "Rva 19") { IsNow = true });
        rights.Add(Family(visit));
        return [.. rights];
    }

    private static Right? Entitled(CaseVisit visit, string code, string subject)
    {
        var type = EntitlementType.All.First(each => each.Code == code);
        if (visit.Way.Entitlements.Where(each => each.Type == type).OrderBy(each => each.From ?? default).Select(each => (Entitlement?)each).FirstOrDefault() is not { } held)
        {
            return Speaking.Speech.Knows($"rights.{subject}.not") ? new(subject, $"rights.{subject}.not", type.Norm) : null;
        }
        var later = held.From > visit.Today;
        return new(subject, $"rights.{subject}.text", held.Norm) { IsNow = !later, From = later ? held.From : null, Until = held.Until };
    }

    // Who holds a permit works without one of the employer's.
    private static Right Work(CaseVisit visit, bool permit)
    {
        var held = visit.Way.Entitlements.Where(each => each.Code == "paid-work").Select(each => (Entitlement?)each).FirstOrDefault();
        return permit ? new("work", "rights.work.free", "Wav 4") { IsNow = true }
            : held is not { } work ? new("work", "rights.work.not", "work-access")
            : work.From > visit.Today ? new("work", "rights.work.later", work.Norm) { From = work.From }
            : new("work", "rights.work.text", work.Norm) { IsNow = true };
    }

    private static Right Family(CaseVisit visit)
    {
        var may = visit.Way.MayDo.Where(each => each.Code is "request-reunification" && each.IsOpenOn(visit.Today)).Select(each => (NextStep?)each).FirstOrDefault();
        return may is { } step ? new("family", "rights.family.now", step.Norm) { IsNow = true, Until = Chain.NextStep.UntilAnEvent == step.Until ? step.LastDay : step.Until ?? step.LastDay }
            : new("family", "rights.family.not", "family-window");
    }
}
