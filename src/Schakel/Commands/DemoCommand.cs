using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Schakel.Demonstration;
using Schakel.Store;

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
            new DemonstrationRequest(parsed.GetValue(data)!, parsed.GetValue(scale) ?? DefaultScale, parsed.GetValue(seed)),
            parsed.GetValue(scale), parsed.GetValue(reset), parsed.GetValue(build) ? null : parsed.GetValue(port))));
        return command;
    }

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
                Serve(demonstration, number, interrupt.Token);
            }
        }
        return CommandLine.Done;
    }

    private static T WithProgress<T>(Func<Action<double>, T> work)
    {
        using var progress = new ProgressLine("building");
        return work(progress.Tell);
    }

    private static void Tell(BuildReport built)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Built in {built.Took.TotalSeconds:0.0} s: {built.Files:N0} files, {built.OpenFiles:N0} of them open; {built.Events:N0} events; {built.Sites:N0} sites."));
        if (built.RefusedSteps > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{built.RefusedSteps:N0} steps of the two years were refused by the case file, and are not in it."));
        }
    }

    // One page that says that it runs, and as whom. The API takes its place where it is built in.
    private static void Serve(LiveDemonstration demonstration, int port, CancellationToken stop)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/"));
        try
        {
            listener.Start();
        }
        catch (HttpListenerException e)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"--port {port}: it cannot be served on: {e.Message}"), e);
        }
        using var stopping = stop.Register(listener.Stop);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Serving http://localhost:{port}/ ; Ctrl-C ends it, and `schakel advance` moves its time while it does not run."));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var asked = listener.GetContext();
                asked.Response.ContentType = "application/json";
                asked.Response.Close(Encoding.UTF8.GetBytes(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{{\"today\":\"{demonstration.Time.Today}\",\"events\":{demonstration.Store.Log.Position},\"scale\":{demonstration.Scale},\"synthetic\":true}}\n")), willBlock: false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!stop.IsCancellationRequested)
                {
                    Debug.WriteLine(e.Message); // Whoever asked went away.
                }
            }
        }
    }
}
