using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Calendars;
using Schakel.Web.Workbench.Cases;
using Schakel.Web.Workbench.Clients;
using Schakel.Web.Workbench.Countries;
using Schakel.Web.Workbench.Courts;
using Schakel.Web.Workbench.Figures;
using Schakel.Web.Workbench.Finding;
using Schakel.Web.Workbench.Housing;
using Schakel.Web.Workbench.Moments;
using Schakel.Web.Workbench.Reception;
using Schakel.Web.Workbench.Registration;
using Schakel.Web.Workbench.Returning;
using Schakel.Web.Workbench.Rulings;
using Schakel.Web.Workbench.Signals;
using Schakel.Web.Workbench.Supporting;
using Schakel.Web.Workbench.Taking;
using Schakel.Web.Workbench.Together;
using Schakel.Web.Workbench.Tour;
using Schakel.Web.Workbench.Views;
using Schakel.Web.Workbench.Wards;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench;

/// <summary>The pages of the workbench (werkplek): each is one question, or one command, and markup.</summary>
internal static class WorkbenchEndpoints
{
    public static void AddWorkbench(this IServiceCollection services) => services
        .AddSingleton<Worklists>().AddSingleton<News>().AddSingleton<CaseViews>().AddSingleton<Finder>().AddSingleton<Doubles>().AddSingleton<ArrivalsToday>().AddSingleton<AnnouncedMoves>().AddSingleton<Agenda>().AddSingleton<DetentionDays>().AddSingleton<HomesToFind>()
        .AddSingleton<CountryReaches>().AddSingleton<ReturnTrack>().AddSingleton<ReturnCaseloads>().AddSingleton<MunicipalFigures>().AddSingleton<ProvincialFigures>().AddSingleton<OwnRulings>()
        .AddSingleton(of => new ViewShelf(Path.Combine(of.GetRequiredService<WebSettings>().Folder, "weergaven")))
        .AddSingleton(of => new TakingShelf(Path.Combine(of.GetRequiredService<WebSettings>().Folder, "opgepakt")))
        .AddSingleton(of => new PlacesShelf(Path.Combine(of.GetRequiredService<WebSettings>().Folder, "plekken"))).AddHostedService<FirstReading>();

    public static void MapWorkbench(this IEndpointRouteBuilder app)
    {
        WorkAssets.Map(app);
        app.MapWork(WorkPaths.Worklist, WorklistPages.Show);
        app.MapWork(WorkPaths.WorklistCsv, WorklistPages.Csv);
        app.MapWork(WorkPaths.WorklistXlsx, WorklistPages.Xlsx);
        app.MapWork(WorkPaths.Views, visit => Task.FromResult(ViewPages.Show(visit)));
        app.MapWorkPost(WorkPaths.Views, ViewPages.TakeAsync);
        app.MapWork(WorkPaths.Live, News.Show);
        app.MapWork(WorkPaths.Help, visit => Task.FromResult(WorkAnswers.Page<WorkHelpPage>(visit)));
        app.MapWork(WorkPaths.Tour, visit => Task.FromResult(TourPages.Show(visit)));
        app.MapWorkPost(WorkPaths.Tour, (visit, _) => TourPages.SkipAsync(visit));
        app.MapWork(WorkPaths.Search, FindPages.Show);
        app.MapWorkPost(WorkPaths.Search, FindPages.FindAsync);
        app.MapWork(WorkPaths.Desk, visit => Task.FromResult(DeskPages.Show(visit)));
        app.MapWorkPost(WorkPaths.Desk, DeskPages.TakeAsync);
        app.MapWork(WorkPaths.Desk + "/vandaag", visit => Task.FromResult(DeskPages.ShowToday(visit)));
        app.MapWork(WorkPaths.Agenda, visit => Task.FromResult(AgendaPages.Show(visit)));
        app.MapWorkPost(WorkPaths.Places, AgendaPages.SayPlacesAsync);
        app.MapWork(WorkPaths.Moments, MomentPages.ShowAsync);
        app.MapWorkPost(WorkPaths.Moments, MomentPages.TakeAsync);
        app.MapWork(WorkPaths.Board, visit => Task.FromResult(AgendaPages.ShowBoard(visit)));
        app.MapWorkPost(WorkPaths.Together, BulkPages.TakeAsync);
        app.MapWorkPost(WorkPaths.Taking, TakingPages.TakeAsync);
        app.MapWork("/werk/zaken/{nummer:long:min(1)}", visit => Task.FromResult(CasePages.Show(visit, NumberIn(visit, "nummer"))));
        app.MapWork("/werk/zaken/{nummer:long:min(1)}/documenten/{document:int:min(1)}", visit => CasePages.DocumentAsync(visit, NumberIn(visit, "nummer"), (int)NumberIn(visit, "document")));
        app.MapWork("/werk/zaken/{nummer:long:min(1)}/client", visit => Task.FromResult(ClientPages.Show(visit, NumberIn(visit, "nummer"))));
        app.MapWork("/werk/zaken/{nummer:long:min(1)}/client/kopie", visit => Task.FromResult(ClientPages.Copy(visit, NumberIn(visit, "nummer"), forPeople: false)));
        app.MapWork("/werk/zaken/{nummer:long:min(1)}/client/kopie.pdf", visit => Task.FromResult(ClientPages.Copy(visit, NumberIn(visit, "nummer"), forPeople: true)));
        app.MapWork("/werk/zaken/{nummer:long:min(1)}/documenten/aanleveren", visit => Task.FromResult(SupplyPages.Show(visit, FileIn(visit))));
        app.MapWorkUpload("/werk/zaken/{nummer:long:min(1)}/documenten/aanleveren", (visit, form, file) => SupplyPages.TakeAsync(visit, form, file, FileIn(visit)));
        foreach (var (path, ofHousehold) in (ReadOnlySpan<(string, bool)>)[("doen", false), ("gezin", true)])
        {
            var pattern = $"/werk/zaken/{{nummer:long:min(1)}}/{path}/{{handeling}}";
            app.MapWork(pattern, visit => Task.FromResult(ActPages.Show(visit, FileIn(visit), ActIn(visit), ofHousehold)));
            app.MapWorkPost(pattern, (visit, form) => ActPages.TakeAsync(visit, form, FileIn(visit), ActIn(visit), ofHousehold));
        }
        const string OfHousehold = "/werk/zaken/{nummer:long:min(1)}/huishouden/{handeling}";
        app.MapWork(OfHousehold, visit => Task.FromResult(ActPages.Show(visit, HouseholdView.Open(FileIn(visit)), ActIn(visit))));
        app.MapWorkPost(OfHousehold, (visit, form) => ActPages.TakeAsync(visit, form, HouseholdView.Open(FileIn(visit)), ActIn(visit)));
        app.MapWork(WorkPaths.Countries, visit => Task.FromResult(CountryPages.List(visit)));
        app.MapWork("/werk/landen/{code:length(3)}", visit => Task.FromResult(CountryPages.Show(visit, CodeIn(visit))));
        app.MapWork("/werk/landen/{code:length(3)}/doen/{handeling}", visit => Task.FromResult(ActPages.Show(visit, CountryView.Open(visit, CodeIn(visit)), ActIn(visit))));
        app.MapWorkPost("/werk/landen/{code:length(3)}/doen/{handeling}", (visit, form) => ActPages.TakeAsync(visit, form, CountryView.Open(visit, CodeIn(visit)), ActIn(visit)));
        app.MapWork(WorkPaths.Return, visit => Task.FromResult(ReturnPages.Show(visit)));
        app.MapWork(WorkPaths.Court, visit => Task.FromResult(CourtPages.Show(visit)));
        app.MapWork(WorkPaths.Rulings, visit => Task.FromResult(RulingPages.Show(visit)));
        app.MapWork(WorkPaths.Wards, visit => Task.FromResult(WardPages.Show(visit)));
        app.MapWork(WorkPaths.Support, visit => Task.FromResult(SupportPages.Show(visit)));
        app.MapWork(WorkPaths.Figures, visit => Task.FromResult(FigurePages.Show(visit)));
        app.MapWork(WorkPaths.Signals, visit => Task.FromResult(SignalPages.List(visit)));
        app.MapWork(WorkPaths.SignalsCsv, visit => Task.FromResult(SignalPages.Csv(visit)));
        app.MapWork(WorkPaths.Signal, visit => Task.FromResult(SignalPages.Show(visit)));
        app.MapWorkPost(WorkPaths.Signal, SignalPages.TakeAsync);
        app.MapWork(WorkPaths.Province, visit => Task.FromResult(ProvincePages.Show(visit)));
        app.MapWork(WorkPaths.Sites, visit => Task.FromResult(SitePages.List(visit)));
        app.MapWork("/werk/locaties/{locatie:int:min(1)}", visit => Task.FromResult(SitePages.Show(visit, (int)NumberIn(visit, "locatie"))));
        const string OfSite = "/werk/locaties/{locatie:int:min(1)}/doen/{handeling}";
        app.MapWork(OfSite, visit => Task.FromResult(ActPages.Show(visit, SiteIn(visit), ActIn(visit))));
        app.MapWorkPost(OfSite, (visit, form) => ActPages.TakeAsync(visit, form, SiteIn(visit), ActIn(visit)));
        app.MapWork(WorkPaths.Municipality, visit => Task.FromResult(MunicipalityPages.Show(visit)));
    }

    private static long NumberIn(WorkVisit visit, string name) => long.Parse((string)visit.Http.Request.RouteValues[name]!, CultureInfo.InvariantCulture);

    private static CaseView? FileIn(WorkVisit visit) => visit.Http.RequestServices.GetRequiredService<CaseViews>().Open(visit, NumberIn(visit, "nummer"));

    private static SiteSubject? SiteIn(WorkVisit visit) => SiteSubject.Open(visit, (int)NumberIn(visit, "locatie"));

    private static string CodeIn(WorkVisit visit) => (string)visit.Http.Request.RouteValues["code"]!;

    private static string ActIn(WorkVisit visit) => (string)visit.Http.Request.RouteValues["handeling"]!;
}
