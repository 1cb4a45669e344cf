using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Cases;

/// <summary>Who acted, in words (handelende): the function and its number; a name stands nowhere in the log.</summary>
internal static class Doers
{
    /// <summary>What people call somebody who acted.</summary>
    public static string NameOf(WorkVisit visit, Doer by) => by == visit.Caller.Doer ? visit.In("uzelf", "yourself") : by.Kind switch
    {
        DoerKind.Official => $"{FunctionOf(visit, by)}, {visit.In("nr.", "no.")} {WorkVisit.Plain(by.Number)}",
        DoerKind.Applicant => visit.In("de aanvrager", "the applicant"),
        DoerKind.Lawyer => visit.In("de advocaat", "the lawyer"),
        DoerKind.Guardian => visit.In("de voogd", "the guardian"),
        DoerKind.PartnerSystem => visit.In("een ketenpartner", "a partner"),
        DoerKind.Clock => visit.In("van rechtswege, vastgesteld door de klok", "by operation of law, observed by the clock"),
    };

    /// <summary>For which purpose something was done.</summary>
    public static Text NameOf(Purpose purpose) => purpose switch
    {
        Purpose.Registration => new("registratie", "registration"),
        Purpose.Procedure => new("procedure", "procedure"),
        Purpose.Reception => new("opvang", "reception"),
        Purpose.Housing => new("huisvesting", "housing"),
        Purpose.Participation => new("participatie", "participation"),
        Purpose.Return => new("terugkeer", "return"),
        Purpose.Family => new("gezin", "family"),
        Purpose.Supervision => new("toezicht", "supervision"),
        Purpose.Care => new("zorg", "care"),
        Purpose.Records => new("gegevensbeheer", "records"),
        Purpose.Statistics => new("statistiek", "statistics"),
        Purpose.Policy => new("landenbeleid", "country policy"),
    };

    // The log keeps the power by which somebody acted. Where several functions have that power it does not tell them apart, and neither does this.
    private static string FunctionOf(WorkVisit visit, Doer by) => Function.All.Where(each => by.Role != OfficialRoles.None && each.Role == by.Role).ToList() switch
    {
        [var only] => visit.In(only.Dutch, only.English),
        [_, ..] => visit.In(Parties.NameOf(Enum.GetValues<Party>().First(each => Parties.RoleOf(each) == by.Role))),
        [] => visit.In("ambtenaar", "official"),
    };
}
