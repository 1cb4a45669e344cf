using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Rehearsal.Live;
using Schakel.Web.Access;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Home;
using Schakel.Web.Portal.Participation;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Reception;
using Schakel.Web.Portal.Records;
using Schakel.Web.Portal.Registration;
using Schakel.Web.SignIn;
using Schakel.Web.Workbench;

namespace Schakel.Web.Portal;

/// <summary>The pages of the portal (portaal): each is a question to the file, or one act, and markup.</summary>
internal static class PortalEndpoints
{
    public static void MapPortal(this IEndpointRouteBuilder app)
    {
        StyleSheet.Map(app);
        app.MapPage(PortalPaths.Home, Home);
        app.MapPage(PortalPaths.PreRegister, PreRegistration.Show);
        app.MapFormPost(PortalPaths.PreRegister, PreRegistration.TakeAsync);
        app.MapPage(PortalPaths.Help, visit => PortalAnswers.Page<HelpPage>(visit));
        app.MapPage(PortalPaths.Accessibility, visit => PortalAnswers.Page<AccessibilityPage>(visit));
        app.MapPage(SignInPaths.SignIn, visit => PortalAnswers.Page<SignInPage>(visit, ("Back", visit.Http.Request.Query[Sessions.ReturnParameter] is [{ Length: > 0 } asked] ? LocalAddress.Of(asked) : PortalPaths.Where),
            ("AtIssuer", visit.Http.RequestServices.GetRequiredService<WebSettings>().Issuer is not null)));
        app.MapCasePage(PortalPaths.Where, visit => PortalAnswers.Page<WherePage>(visit, ("IsWhole", IsWhole(visit))));
        app.MapCasePage(PortalPaths.HowLong, visit => PortalAnswers.Page<HowLongPage>(visit, ("Made", MadeFor(visit))));
        app.MapCasePage(PortalPaths.Rights, visit => PortalAnswers.Page<RightsPage>(visit));
        app.MapCasePage(PortalPaths.Contribution, visit => PortalAnswers.Page<ContributionPage>(visit));
        app.MapCasePost(PortalPaths.Contribution, Contribution);
        app.MapCasePage(PortalPaths.Messages, visit => PortalAnswers.Page<MessagesPage>(visit, ("Number", PageOf(visit))));
        app.MapCasePage(PortalPaths.Calendar, CalendarFile.Give);
        app.MapCasePage(PortalPaths.File, visit => PortalAnswers.Page<FilePage>(visit, ("IsWhole", IsWhole(visit)), ("Looks", LooksOf(visit))));
        app.MapCasePage(PortalPaths.Copy, visit => FileCopy.ForMachines(visit, LooksOf(visit)));
        app.MapCasePage(PortalPaths.CopyPdf, visit => FileCopy.ForPeople(visit, LooksOf(visit)));
        app.MapCaseDocument(PortalPaths.Documents + "/{document:int:min(1)}");
        app.MapCasePage(PortalPaths.Do, visit => PortalAnswers.Page<DoPage>(visit));
        foreach (var form in DoList.Forms)
        {
            app.MapCasePage(form.Path, visit => Sending.Show(visit, form));
            if (form.HasFile)
            {
                app.MapCaseUpload(form.Path, (visit, sent, file) => Sending.TakeAsync(visit, form, sent, file));
            }
            else
            {
                app.MapCasePost(form.Path, (visit, sent) => Sending.TakeAsync(visit, form, sent));
            }
        }
    }

    private static IResult Home(Visit visit)
    {
        // Whoever works in the chain begins at the workbench.
        if (visit.Caller is { Function.Reach: not Reach.Own })
        {
            return Results.Redirect(OwnPages.FirstOf(visit.Caller));
        }
        if (visit.Caller is null)
        {
            PageHeaders.ShareWindow(visit.Http);
        }
        return PortalAnswers.Page<HomePage>(visit);
    }

    private static bool IsWhole(CaseVisit visit) => visit.Http.Request.Query["alles"] == "ja";

    private static Expectations? MadeFor(CaseVisit visit) =>
        ExpectationFile.Latest(visit.Http.RequestServices.GetRequiredService<WebSettings>().Folder, visit.Today);

    private static int PageOf(CaseVisit visit) =>
        int.TryParse(visit.Http.Request.Query["bladzijde"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 10_000 ? page : 1;

    private static System.Collections.Immutable.ImmutableArray<OthersLook> LooksOf(CaseVisit visit) =>
        OthersLook.Of(visit.Http.RequestServices.GetRequiredService<LookLog>(), visit.Number);

    // Nothing is kept; a wrong answer comes back as it was typed.
    private static async Task<IResult> Contribution(CaseVisit visit, IFormCollection sent)
    {
        var answers = Answers.Of(sent, ContributionSum.Fields);
        var faults = answers.Faults(ContributionSum.Fields);
        var isOurs = await Sending.IsOursAsync(visit.Http).ConfigureAwait(false);
        return PortalAnswers.Page<ContributionPage>(visit, ("Answers", answers), ("Faults", faults),
            ("Sum", isOurs && faults.IsEmpty ? ContributionSum.Of(visit, answers) : null));
    }
}
