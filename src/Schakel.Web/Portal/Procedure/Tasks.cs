using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;

namespace Schakel.Web.Portal.Procedure;

/// <summary>Something to do or to wait for (taak), as the portal says it.</summary>
/// <param name="Key">Key of the text.</param>
/// <param name="On">The day in the text, when it has one.</param>
/// <param name="More">Key of what more there is to say; absent when nothing.</param>
/// <param name="By">Last day; absent when there is none.</param>
/// <param name="Norm">What it rests on.</param>
public sealed record ToDo(string Key, Day? On, string? More, Day? By, string Norm)
{
    /// <summary>The last day is over.</summary>
    /// <param name="today">Today.</param>
    public bool IsLateOn(Day today) => today > By;
}

/// <summary>What the open steps of a file mean to the person (taken): what I must do, what others do for me, what comes after.</summary>
public static class Tasks
{
    /// <summary>
    /// Steps that the portal leaves out, with the reason. What an official may or may not do is never shown as something that will happen.
    /// </summary>
    public static FrozenDictionary<string, string> LeftOut { get; } = new Dictionary<string, string>
    {
        ["answer-handover"] = "between partners; may tell what somebody has no business with",
        ["assess-contribution"] = "each month anew; the person computes it on the page on rights",
        ["give-peer-review"] = "inside the service",
        ["lift-hold"] = "inside the service; a hold is not told as long as it would defeat its purpose",
        ["notify-absconding"] = "for who is gone",
        ["record-document-validity"] = "inside the service",
        ["accept-in-facility"] = "told by the municipality, in a talk",
        ["ask-protection"] = "for who has no file",
        ["arrive-with-entry-visa"] = "for who has no file",
        ["pre-register"] = "has a page of its own",
    }.ToFrozenDictionary();

    /// <summary>What I must do now, most urgent first.</summary>
    /// <param name="file">The file.</param>
    /// <param name="way">Its way ahead.</param>
    public static ImmutableArray<ToDo> Mine(CaseFile file, WayAhead way)
    {
        var tasks = ImmutableArray.CreateBuilder<ToDo>();
        if (file.Procedure.Open is { PlannedFor: { } planned, InterviewedOn: null } && planned >= way.Today)
        {
            tasks.Add(new("where.ask-interview", planned, "where.ask-interview-more", planned, "Vb 3.110"));
        }
        if (file.Reception is { AnnouncedSite: not null, MoveDue: { } move })
        {
            tasks.Add(new("where.ask-move", move, "where.ask-move-more", move, "Rva 11"));
        }
        foreach (var step in way.Steps.Where(each => each.Type is { Party: Party.Applicant, Force: StepForce.Due } && each.IsOpenOn(way.Today)))
        {
            tasks.Add(new($"step.{step.Code}", null, null, step.LastDay, step.Norm));
        }
        if (way.Terms.FirstOrDefault(each => each.Code == "next-report") is { Type: not null } report)
        {
            // A report that was missed, or that nobody noted, is talked about at the desk: a page does not accuse.
            tasks.Add(new("where.ask-report", null, null, report.LastDay >= way.Today ? report.LastDay : null, report.Norm));
        }
        return [.. tasks.OrderBy(each => each.By ?? NextStep.UntilAnEvent)];
    }

    /// <summary>What others do for me now.</summary>
    /// <param name="way">The way ahead.</param>
    public static ImmutableArray<NextStep> Others(WayAhead way) => [.. Shown(way).Where(each => each.IsOpenOn(way.Today)).OrderBy(each => each.LastDay ?? NextStep.UntilAnEvent)];

    /// <summary>What comes after that.</summary>
    /// <param name="way">The way ahead.</param>
    public static ImmutableArray<NextStep> Later(WayAhead way) => [.. Shown(way).Where(each => !each.IsOpenOn(way.Today))];

    // Each once: several steps of one kind differ for who does them only.
    private static IEnumerable<NextStep> Shown(WayAhead way) => way.Steps
        .Where(each => each.Type is { Force: StepForce.Due, OnlyForParty: false } && each.Party != Party.Applicant && !LeftOut.ContainsKey(each.Code))
        .DistinctBy(each => each.Code);
}
