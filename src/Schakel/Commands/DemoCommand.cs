using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Demonstration;
using Schakel.Store.Rows;
using Schakel.Store.Watching;
using Schakel.Web;
using Schakel.Web.Access;
using Schakel.Web.Moments;

namespace Schakel.Commands;

/// <summary><c>schakel demo</c>: a synthetic nation that runs, and whose time can be moved.</summary>
internal static class DemoCommand
{
    /// <summary>Where a demonstration is when nothing else is said.</summary>
    public const string DefaultFolder = "schakel-demo";

    private const double DefaultScale = 0.1;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("demo", "A synthetic nation on 10 January 2024: built when it is not there, then served. Nobody in it is real.");
        var scale = NumberOption.Optional("--scale", 0.001, 10.0, "Size against the nation when it is built: 0.1 without it.");
        var port = NumberOption.Create("--port", 5080, 0, 65_535, "Port to serve on.");
        var seed = NumberOption.Create("--seed", 1UL, ulong.MinValue, ulong.MaxValue, "Seed of every chance when it is built.");
        var data = new Option<string>("--data") { Description = "The data folder.", DefaultValueFactory = _ => DefaultFolder };
        var reset = new Option<bool>("--reset") { Description = "Begin anew: build beside the data, then swap the folders. What was there is kept under another name." };
        var build = new Option<bool>("--build-only") { Description = "Build, tell, and end." };
        foreach (var option in (Option[])[scale, port, seed, data, reset, build])
        {
            command.Options.Add(option);
        }
        command.SetAction(parsed => CommandLine.Guard(() => Run(
            Asked(parsed.GetValue(data)!, parsed.GetValue(scale) ?? DefaultScale, parsed.GetValue(seed)),
            parsed.GetValue(scale), parsed.GetValue(reset), parsed.GetValue(build) ? null : parsed.GetValue(port))));
        return command;
    }

    /// <summary>A demonstration with the chain's own next steps, and the term watch.</summary>
    internal static DemonstrationRequest Asked(string folder, double scale, ulong seed) => new(folder, scale, seed)
    {
        StepsOf = ChainSteps.Of,
        Staff = new(ExamplePeople.NumbersOf("ind-beslismedewerker"), ExamplePeople.NumbersOf("voogd"), ExamplePeople.NumbersOf("advocaat")),
        Watch = (store, clock) =>
        {
            var watch = new TermWatch(store, clock);
            return async (_, cancellation) => await watch.LookAsync(cancellation).ConfigureAwait(false) is var found ? found.ByLaw + found.Observed : 0;
        },
    };

    private static int Run(DemonstrationRequest request, double? asked, bool reset, int? port)
    {
        using var interrupt = new Interrupt();
        if (LiveDemonstration.WasInterrupted(request.Folder))
        {
            Console.WriteLine("An earlier build was ended halfway; it is thrown away and begun anew.");
        }
        if (reset)
        {
            var (built, kept) = WithProgress(tell => LiveDemonstration.Reset(request, TimeProvider.System, tell, interrupt.Token));
            Tell(built);
            if (kept is not null)
            {
                Console.WriteLine($"What was there before is in {kept}; delete it when you no longer need it.");
            }
        }
        var (demonstration, made) = WithProgress(tell => LiveDemonstration.OpenOrBuild(request, TimeProvider.System, tell, interrupt.Token));
        using (demonstration)
        {
            if (made is not null)
            {
                Tell(made);
            }
            else if (asked is { } scale && Math.Abs(scale - demonstration.Scale) > 1e-9)
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--scale {scale}: '{request.Folder}' holds a demonstration of scale {demonstration.Scale}. Add --reset to build anew, or name another folder with --data."));
            }
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Folder}: it is {demonstration.Time.Today} there; {demonstration.Store.Log.Position:N0} events. All people in it are made up."));
            if (port is { } number)
            {
                Serve(demonstration, request.Folder, number);
            }
        }
        return CommandLine.Done;
    }

    private static T WithProgress<T>(Func<Action<double>, T> work)
    {
        using var progress = new ProgressLine("making ready");
        return work(progress.Tell);
    }

    private static void Tell(BuildReport built)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Built in {built.Took.TotalSeconds:0.0} s: {built.Files:N0} files, {built.OpenFiles:N0} of them open; {built.Events:N0} events; {built.Sites:N0} sites; {built.Lapses:N0} last days had passed."));
        if (built.RefusedSteps > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{built.RefusedSteps:N0} steps of the two years were refused by the case file, and are not in it."));
        }
    }

    private static void Serve(LiveDemonstration demonstration, string folder, int port)
    {
        var store = demonstration.Store;
        var app = ChainWeb.Build(store, demonstration.Time, new WebSettings(DemonstrationLaw.On, folder)
        {
            Url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Time = demonstration.Time,
            Scale = demonstration.Scale,
            Expect = NightlyExpectations.Of(new(folder)),
            Contacts = SyntheticContacts.Of(store),
        });
        SyntheticMoments.Publish(app.Services.GetRequiredService<FreeMoments>(), DemonstrationLaw.On(demonstration.Time.Today), demonstration.Time.Today);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Examples(app.Urls.First())));
        app.Run();
    }

    private static string Examples(string url) => $$"""
        Open {{url}}/ in a browser: the portal of an applicant. At {{url}}/aanmelden you choose who you are; partners then come to {{url}}/werk. Ctrl-C stops.
        The interface is at {{url}}/api/v1 (description: {{url}}/api/v1/openapi.json).
        A token, for the function planner (the others: {{string.Join(", ", ExampleClients.All.Select(client => client.Id).Where(id => id != "planner").Take(6))}}, …):
          TOKEN=$(curl -s {{url}}/oauth2/token -d grant_type=client_credentials -d client_id=planner -d client_secret={{ExampleClients.Secret}} | sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p')
        A week passes:
          curl -s {{url}}/api/v1/ketenklok/verschuivingen -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" -d '{"dagen":7}'
        """;
}
