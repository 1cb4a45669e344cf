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
    private const int MostOfAKind = 63;

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

    /// <summary>
    /// The rows of a person's steps, complete, by ordinal. An ordinal follows from the kind of step, so that a step that comes or goes leaves
    /// the rows of the others as they are.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="steps">The steps, in any order.</param>
    /// <param name="law">Mark of the law.</param>
    public static StepRow[] Of(long person, IReadOnlyList<StepRow> steps, string law)
    {
        var rows = new StepRow[steps.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var first = FirstOrdinal(steps[i].Code);
            var among = 0; // Two appeals give two steps of one kind.
            for (var j = 0; j < i; j++)
            {
                among += (rows[j].Ordinal & ~MostOfAKind) == first ? 1 : 0;
            }
            rows[i] = steps[i] with { Person = person, Ordinal = first + among, Law = law, Rank = StepRank.Of(steps[i]), SortDay = StepRank.SortDay(steps[i]) };
        }
        Array.Sort(rows, (one, other) => one.Ordinal.CompareTo(other.Ordinal));
        return rows;
    }

    // FNV-1a of the code, and the last six bits for which of a kind it is. It is the same in every version of the program.
    private static int FirstOrdinal(string code)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in code)
        {
            hash = unchecked((hash ^ letter) * 16_777_619u);
        }
        return (int)(hash >> 1) & ~MostOfAKind;
    }

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
        RemedyBy = RemedyLapses.Next(state)?.Number,
    };
}
