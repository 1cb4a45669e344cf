using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Norms;

namespace Schakel.Store.Rows;

/// <summary>The open next steps of a file, as rows without law and person filled in (vervolgstappen).</summary>
/// <param name="person">The person.</param>
/// <param name="file">The file.</param>
/// <param name="household">The household.</param>
/// <param name="law">The law.</param>
/// <param name="today">The chain's day.</param>
public delegate IReadOnlyList<StepRow> StepsOf(PersonId person, CaseFile file, Household household, Law law, Day today);

/// <summary>Rows as they follow from a state (rijen). The live rows, a rebuild and verification all come from here.</summary>
internal static class RowMaker
{
    /// <summary>The mark of a law in a row.</summary>
    public static string Mark(Law law) => law.Hash[..16];

    /// <summary>The row of a file.</summary>
    public static FileRow Of(long person, int version, CaseFile file, IReadOnlyList<StepRow> steps, Law law, Day today)
    {
        var application = file.Procedure.Application;
        var due = application is { Status: ApplicationStatus.Open } && file.Presence == Presences.Here
            ? DecisionTerm.LastDay(application, law)?.Number : null;
        foreach (var step in steps)
        {
            due = step.LastDay is { } last && (due is null || last < due) ? last : due;
        }
        return new()
        {
            Person = person,
            Version = version,
            Presence = (int)file.Presence,
            Household = file.Registration.Household.Value,
            Site = file.Reception.Site?.Value,
            Modality = file.Reception.Site is null ? null : (int)file.Reception.Modality,
            Track = (int)(application?.Track ?? Track.None),
            Application = (int?)application?.Status,
            Outcome = (int?)file.Procedure.Decision?.Outcome,
            LodgedOn = application?.LodgedOn?.Number,
            InterviewedOn = application?.InterviewedOn?.Number,
            DecidedOn = file.Procedure.Decision?.On?.Number,
            HasPermit = file.Procedure.Permit is not null,
            AppealPending = file.Procedure.AppealPending,
            Municipality = file.Housing.LinkedTo?.Value,
            Team = file.Procedure.Team,
            IsHoused = file.Housing.IsHoused,
            ReturnOpen = file.Return.IsOpen,
            GoneOn = file.Reception.GoneOn?.Number,
            NextDue = due,
            AsOf = today.Number,
            Law = Mark(law),
        };
    }

    /// <summary>The row of a step, complete.</summary>
    public static StepRow Of(long person, int ordinal, StepRow step, string law) =>
        step with { Person = person, Ordinal = ordinal, Law = law, Rank = StepRank.Of(step), SortDay = StepRank.SortDay(step) };

    /// <summary>The row of a site.</summary>
    public static SiteRow Of(int site, int version, Site state) => new()
    {
        Site = site,
        Version = version,
        IsOpen = state.IsOpen,
        Capacity = state.Capacity,
        Modality = (int)state.Modality,
        Occupancy = state.Occupancy,
        OutOfUse = state.Traits.OutOfUse,
    };
}
