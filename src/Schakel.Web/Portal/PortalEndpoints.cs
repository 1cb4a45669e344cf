using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Rehearsal.Live;
using Schakel.Web.Access;
using Schakel.Web.Api;
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
    // As the interface writes it: whoever reads the one reads the other.
    private static readonly JsonSerializerOptions AsInterface = new(ApiJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void MapPortal(this IEndpointRouteBuilder app)
    {
        StyleSheet.Map(app);
        // Whoever works in the chain begins at the workbench.
        app.MapPage(PortalPaths.Home, visit => visit.Caller is { Function.Reach: not Reach.Own } ? Results.Redirect(WorkPaths.Worklist) : PortalAnswers.Page<HomePage>(visit));
        app.MapPage(PortalPaths.PreRegister, PreRegistration.Show);
        app.MapFormPost(PortalPaths.PreRegister, PreRegistration.TakeAsync);
        app.MapPage(PortalPaths.Help, visit => PortalAnswers.Page<HelpPage>(visit));
        app.MapPage(PortalPaths.Accessibility, visit => PortalAnswers.Page<AccessibilityPage>(visit));
        app.MapPage(SignInPaths.SignIn, visit => PortalAnswers.Page<SignInPage>(visit, ("Back", LocalAddress.Of(visit.Http.Request.Query[Sessions.ReturnParameter]))));
        app.MapCasePage(PortalPaths.Where, visit => PortalAnswers.Page<WherePage>(visit, ("IsWhole", IsWhole(visit))));
        app.MapCasePage(PortalPaths.HowLong, visit => PortalAnswers.Page<HowLongPage>(visit, ("Made", MadeFor(visit))));
        app.MapCasePage(PortalPaths.Rights, visit => PortalAnswers.Page<RightsPage>(visit));
        app.MapCasePage(PortalPaths.Contribution, visit => PortalAnswers.Page<ContributionPage>(visit));
        app.MapCasePost(PortalPaths.Contribution, Contribution);
        app.MapCasePage(PortalPaths.Messages, visit => PortalAnswers.Page<MessagesPage>(visit, ("Number", PageOf(visit))));
        app.MapCasePage(PortalPaths.Calendar, CalendarFile.Give);
        app.MapCasePage(PortalPaths.File, visit => PortalAnswers.Page<FilePage>(visit, ("IsWhole", IsWhole(visit)), ("Looks", LooksOf(visit))));
        app.MapCasePage(PortalPaths.Copy, Copy);
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

    private static IResult Copy(CaseVisit visit)
    {
        var copy = new JsonObject
        {
            ["gemaaktOpDatum"] = visit.Today.ToString(),
            ["zaak"] = Node(FileAnswer.Of(visit.Sight, visit.Law)),
            ["gebeurtenissen"] = Node(visit.History.Select(each => EventAnswer.Of(each, visit.Sight)).Where(each => each is not null).ToArray()),
            ["inzagen"] = new JsonArray([.. LooksOf(visit).Select(each => new JsonObject { ["datum"] = each.On.ToString(), ["functie"] = each.Who, ["doel"] = LookPurposes.NameOf(each.Purpose).Dutch, ["keren"] = each.Times })]),
        };
        visit.Http.Response.Headers.ContentDisposition = "attachment; filename=\"dossier.json\"";
        return Results.Text(copy.ToJsonString(ApiJson.Options), "application/json", System.Text.Encoding.UTF8);
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, AsInterface);
}
