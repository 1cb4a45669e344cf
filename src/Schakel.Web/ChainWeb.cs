using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Schakel.Store;
using Schakel.Store.Anchors;
using Schakel.Store.Documents;
using Schakel.Store.Models;
using Schakel.Store.Watching;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Api.Family;
using Schakel.Web.Api.Policy;
using Schakel.Web.Api.Records;
using Schakel.Web.Api.Registration;
using Schakel.Web.Mail;
using Schakel.Web.Moments;
using Schakel.Web.Nightly;
using Schakel.Web.Outbox;
using Schakel.Web.Portal;
using Schakel.Web.SignIn;
using Schakel.Web.Workbench;

namespace Schakel.Web;

/// <summary>The web application (webtoepassing): the same for <c>schakel serve</c> and for the demonstration.</summary>
public static class ChainWeb
{
    /// <summary>Largest body that is read, in bytes.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Builds the application; the caller runs it, and closes the store after it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">The chain's date.</param>
    /// <param name="settings">How it is set up.</param>
    public static WebApplication Build(ChainStore store, IChainClock clock, WebSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Production,
            Args = ["--hostBuilder:reloadConfigOnChange=false"], // Else the whole folder it was started in is watched, however much is in it.
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.WebHost.UseUrls(settings.Url.ToString());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // The folder of keys is closed to others; that its files are not sealed besides is known.
        builder.Services.AddSingleton(store).AddSingleton(clock).AddSingleton(settings).AddSingleton(settings.Clock);
        builder.Services.AddChainWeb(settings);
        var app = builder.Build();
        app.UseChainWeb();
        return app;
    }

    /// <summary>Adds what the application needs, to a builder of one's own.</summary>
    /// <param name="services">The services; store, clock and settings stand there as singletons.</param>
    /// <param name="settings">How it is set up.</param>
    public static IServiceCollection AddChainWeb(this IServiceCollection services, WebSettings settings)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions));
        services.AddChainProblems().AddExceptionHandler<FaultPage>().AddExceptionHandler<Faulting>();
        services.AddChainAccess(settings);
        services.AddChainLimits(settings);
        services.AddSingleton(_ => new LookLog(Path.Combine(settings.Folder, "inzagen"), settings.KeysFolder, settings.Clock));
        services.AddHostedService(provider => provider.GetRequiredService<LookLog>());
        services.AddSingleton(of => new LookSignals(of.GetRequiredService<LookLog>(), new SignalShelf(Path.Combine(settings.Folder, "inzagesignalen"))));
        services.AddSingleton<ClientIndex>().AddSingleton<Gate>().AddSingleton<ExamplePeople>();
        services.AddSingleton(new OneTimeCodes(settings.Clock));
        services.AddSingleton(of => new FreeMoments(Path.Combine(settings.Folder, "gehoordagen"), of.GetRequiredService<ChainStore>()));
        services.AddHostedService<ModelService>().AddHostedService<AnchorService>().AddHostedService<DocumentService>();
        if (settings.Time is null)
        {
            services.AddHostedService<TermWatchService>(); // Time that is moved has a watch of its own.
        }
        services.AddHostedService<OutboxService>().AddHostedService<FreeMomentService>();
        if (settings.Mail is not null)
        {
            services.AddSingleton(_ => new MailQueue(Path.Combine(settings.Folder, "berichten")));
            services.AddSingleton(of => new NoticeFinder(of.GetRequiredService<ChainStore>(), of.GetRequiredService<Gate>(), settings.LawOn));
            services.AddHostedService<MailService>();
        }
        if (settings.Expect is not null)
        {
            services.AddHostedService<ExpectationService>();
        }
        services.AddSingleton(of => new Reading(of.GetRequiredService<Gate>(), of.GetRequiredService<LookLog>()));
        services.AddSingleton(of => new AheadOf(of.GetRequiredService<Reading>(), of.GetRequiredService<ChainStore>(), settings, of.GetRequiredService<IChainClock>()));
        services.AddSingleton(of => new Openings(of.GetRequiredService<ChainStore>(), of.GetRequiredService<IChainClock>()));
        services.AddChainDescription();
        services.AddCors(cors => cors.AddPolicy(ApiDescription.OpenToAll, policy => policy.AllowAnyOrigin().WithMethods("GET").WithExposedHeaders(ApiVersion.Header)));
        services.AddOutputCache();
        services.AddPortal();
        services.AddWorkbench();
        return services;
    }

    /// <summary>Puts the interface on the routes; everything asks a token, but for its description.</summary>
    /// <param name="app">The application.</param>
    public static void UseChainWeb(this WebApplication app)
    {
        if (app.Services.GetRequiredService<WebSettings>().PublicAddress is { } address)
        {
            // Others reach it through a proxy on this machine: who asks, and over what, is what the proxy says. Only this machine is believed, one step back.
            app.UseForwardedHeaders(new()
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
                AllowedHosts = [address.Authority, address.Host],
            });
        }
        app.UseAnswerHeaders();
        app.UseChainProblems();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOutputCache();
        app.UsePortalNotices();
        app.UseReadableForms();
        app.MapChainDescription();
        app.MapApi();
        app.MapPortal();
        app.MapWorkbench();
        app.MapSignIn(app.Services.GetRequiredService<WebSettings>());
    }

    private static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ApiVersion.Root);
        api.MapFiles();
        api.MapDocuments();
        api.MapAhead();
        api.MapTerms();
        api.MapSearch();
        api.MapSites();
        api.MapCountries();
        api.MapLooks();
        api.MapSignals();
        api.MapFigures();
        api.MapLaw();
        api.MapClock();
        api.MapSubscriptions();
        Openings.Map(api);
        HouseholdActEndpoints.Map(api);
        api.MapCommands();
    }
}
