using System.Linq.Expressions;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Store.Rows;

namespace Schakel.Web.Access;

/// <summary>What ties a caller to a file (relatie), and how far the file must have come (stadium): said once for a file, once for its row.</summary>
public static class Relations
{
    private static readonly Expression<Func<FileRow, bool>> InReturn =
        row => row.ReturnOpen || row.Presence == (int)Presences.Departed || (!row.HasPermit && row.Outcome > (int)DecisionOutcome.GrantDerived);

    private static readonly Expression<Func<FileRow, bool>> AtCourt = row => row.AppealPending;

    private static readonly Func<FileRow, bool> InReturnOf = InReturn.Compile();

    private static readonly Func<FileRow, bool> AtCourtOf = AtCourt.Compile();

    /// <summary>Whether a file is the caller's: one's own, a client's, of one's site, municipality or team, or of anybody in the chain.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="person">Number of the person.</param>
    /// <param name="file">The file.</param>
    public static bool IsOurs(Caller caller, long person, CaseFile file) => caller.Function.Reach switch
    {
        Reach.All => true,
        Reach.Own => person == caller.Number,
        Reach.Clients => IsClient(caller, person, file),
        Reach.Site => caller.Site is { } site && (file.Reception.Site?.Value == site || file.Reception.AnnouncedSite?.Value == site),
        Reach.Municipality => caller.Municipality is { } municipality && (file.Housing.LinkedTo?.Value == municipality || file.Housing.OfferedIn?.Value == municipality),
        Reach.Team => file.Procedure.Team is not { } team || team == caller.TeamNumber, // What is not divided must not become invisible.
        Reach.None => false,
    };

    /// <summary>Whether a file has come as far as the function's purpose begins.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="file">The file.</param>
    public static bool IsReached(Stage stage, CaseFile file) => stage switch
    {
        Stage.Always => true,
        Stage.InReturn => file.Return.IsOpen || file.Return.Detention is not null || file.Presence == Presences.Departed
            || (file.Procedure is { Permit: null, Decision.Outcome: var outcome } && !IsGrant((int)outcome)),
        Stage.AtCourt => file.Procedure.Appeal is not null || file.Procedure.Late is not null || file.Procedure.Courts != CourtState.None || file.Return.Detention is not null,
        Stage.InSupport => IsSupported(file.Circle),
    };

    /// <summary>The same for rows, as far as a row tells; what it does not tell is left out of lists and can still be opened by its number.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="named">Clients of the caller, by the files that name them and by the token; of a volunteer who chose the support, at the site.</param>
    /// <returns>The condition; null when no row is the caller's.</returns>
    public static Expression<Func<FileRow, bool>>? OfRows(Caller caller, IReadOnlyCollection<long> named)
    {
        switch (caller.Function)
        {
            case { Reach: Reach.None }:
                return null;
            case { Reach: Reach.Site, Stage: Stage.InSupport }:
                return caller.Site is { } at ? row => row.Site == at && named.Contains(row.Person) : null;
            case { Reach: Reach.Own }:
                var own = (long)caller.Number;
                return row => row.Person == own;
            case { Reach: Reach.Clients }:
                return row => named.Contains(row.Person);
            case { Reach: Reach.Site }:
                return caller.Site is { } site ? row => row.Site == site : null;
            case { Reach: Reach.Municipality }:
                return caller.Municipality is { } municipality ? row => row.Municipality == municipality : null;
            case { Reach: Reach.Team }:
                return caller.TeamNumber is { } team ? row => row.Team == null || row.Team == team : row => row.Team == null;
            case { Stage: Stage.InReturn }:
                return InReturn;
            case { Stage: Stage.AtCourt }:
                return AtCourt;
            default:
                return row => true;
        }
    }

    /// <summary>Whether a row tells that its file has come as far as the function's purpose begins.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="row">The row.</param>
    public static bool IsReached(Stage stage, FileRow row) => stage switch
    {
        Stage.Always => true,
        Stage.InReturn => InReturnOf(row),
        Stage.AtCourt => AtCourtOf(row),
        Stage.InSupport => false, // No row says so.
    };

    /// <summary>Of the rows, those that are another team's: all that <see cref="OfRows"/> leaves out for somebody of a team. They are few beside those of none.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="rows">All rows.</param>
    public static IQueryable<FileRow> OfOtherTeams(Caller caller, IQueryable<FileRow> rows) =>
        caller.TeamNumber is { } team ? rows.Where(row => row.Team != null && row.Team != team) : rows.Where(row => row.Team != null);

    /// <summary>Whether somebody chose the support of the council for refugees.</summary>
    /// <param name="circle">Who stands by them.</param>
    public static bool IsSupported(CircleState circle) => (circle.Support & SupportOrganisations.CouncilForRefugees) != 0;

    private static bool IsClient(Caller caller, long person, CaseFile file)
    {
        var named = caller.Function.Code switch
        {
            "advocaat" => file.Circle.Lawyer,
            "voogd" => file.Circle.Guardian,
            _ => null,
        };
        return caller.Only is { } only ? person == only.File && named == only.Lawyer
            : named is { } number ? number == caller.Number : caller.Clients.Contains(person);
    }

    private static bool IsGrant(int outcome) => outcome <= (int)DecisionOutcome.GrantDerived;
}
