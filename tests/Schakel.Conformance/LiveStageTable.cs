using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Rehearsal.Model;

namespace Schakel.Conformance;

/// <summary>
/// In which stage somebody stands by the facts of their file (standentabel), written down here and not taken from the rehearsal: of the rows
/// the first that fits counts.
/// </summary>
internal static class LiveStageTable
{
    // Whoever absconded can be transferred within eighteen months of the acceptance (Regulation 604/2013, 29(2)).
    private const int MonthsToTransferAbsconded = 18;

    /// <summary>The rows, in order.</summary>
    public static ImmutableArray<(string Facts, Func<CaseFile, Day, bool> Fit, Stage Stage)> Rows { get; } =
    [
        ("departed", (file, _) => file.Presence == Presences.Departed, Stage.Departed),
        ("absconded, and another state still takes over", IsWanted, Stage.DublinAccepted),
        ("gone with unknown destination", (file, _) => file.Presence == Presences.Gone, Stage.Gone),
        ("permit, lives in a home", (file, _) => file is { Procedure.Permit: not null, Housing.IsHoused: true }, Stage.Housed),
        ("permit", (file, _) => file.Procedure.Permit is not null, Stage.AwaitingHome),
        ("nothing lodged", (file, _) => file.Procedure.Application is null, Stage.AwaitingRegistration),
        ("another state takes over", (file, _) => file.Procedure is { Dublin.Accepted: true, Application: { Track: Track.Dublin, Status: not ApplicationStatus.Withdrawn } }, Stage.DublinAccepted),
        ("lodged, no track", (file, _) => file.Procedure.Open is { Track: Track.None }, Stage.Registered),
        ("ours since another state refused, or was not asked in time", (file, _) => file.Procedure.Open is { Track: Track.Dublin, ResponsibleSince: not null }, Stage.Registered),
        ("another state was asked", (file, _) => file.Procedure is { Open.Track: Track.Dublin, Dublin: { RequestedOn: not null, RefusedOn: null } }, Stage.DublinAwaitingReply),
        ("another state is to be asked", (file, _) => file.Procedure.Open is { Track: Track.Dublin }, Stage.DublinAwaitingRequest),
        ("invited for a day to come", (file, today) => file.Procedure.Open is { InterviewedOn: null, PlannedFor: { } day } && day >= today, Stage.InterviewPlanned),
        ("not heard", (file, _) => file.Procedure.Open is { InterviewedOn: null }, Stage.AwaitingInterview),
        ("heard, within the days of the general procedure", (file, _) => file.Procedure.Open is { ExtendedOn: null, AnnulledOn: null }, Stage.GeneralProcedure),
        ("heard anew after an annulment", (file, _) => file.Procedure.Open is { ExtendedOn: null } open && open.InterviewedOn > open.AnnulledOn, Stage.GeneralProcedure),
        ("annulled after the intention", (file, _) => file.Procedure.Open is { AnnulledOn: { } annulled, IntentionOn: { } intention } && intention <= annulled, Stage.AwaitingDecision),
        ("no intention", (file, _) => file.Procedure.Open is { IntentionOn: null }, Stage.AwaitingDecision),
        ("intention without a view", (file, _) => file.Procedure.Open is { ViewOn: null }, Stage.AwaitingView),
        ("view on the intention", (file, _) => file.Procedure.Open is not null, Stage.GeneralProcedure),
        ("refused, appeal pending", (file, _) => file.Procedure.AppealPending, Stage.AwaitingRuling),
        ("return file open", (file, _) => file.Return.IsOpen, Stage.Returning),
        ("refused or withdrawn", (_, _) => true, Stage.DeparturePeriod),
    ];

    /// <summary>The row that counts for a file.</summary>
    public static (string Facts, Stage Stage) Of(CaseFile file, Day today)
    {
        var row = Rows.First(each => each.Fit(file, today));
        return (row.Facts, row.Stage);
    }

    // The period lapses on the day after its last day, in the course of that day.
    private static bool IsWanted(CaseFile file, Day today) =>
        file is { Presence: Presences.Gone, Procedure: { Application.Track: Track.Dublin, Dublin: { Accepted: true, AcceptedOn: { } accepted, AbscondingNotifiedOn: not null } } }
        && today <= accepted.PlusMonths(MonthsToTransferAbsconded).PlusDays(1);
}
