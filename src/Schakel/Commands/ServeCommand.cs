using System.CommandLine;
using NodaTime;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Desks;
using Schakel.Store.Rows;
using Schakel.Web;

namespace Schakel.Commands;

/// <summary><c>schakel serve</c>: the chain over the web, on the calendar's own date.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5080;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("serve", "Serves the chain over HTTP: the interface described at /api/v1/openapi.json. Ctrl-C stops it.");
        var data = new Option<string>("--data") { Description = "The data folder; made when there is none.", DefaultValueFactory = _ => VerifyCommand.DefaultFolder };
        var port = NumberOption.Create("--port", DefaultPort, 1, 65535, "Port on this machine, 127.0.0.1.");
        var postgres = new Option<string?>("--postgres") { Description = "Connection string of PostgreSQL, when the data are there; the folder then has keys and anchors." };
        var issuer = new Option<string?>("--issuer") { Description = "Who signs the tokens (OpenID Connect). Without it example clients with a known secret are served, for this machine only." };
        command.Options.Add(data);
        command.Options.Add(port);
        command.Options.Add(postgres);
        var client = new Option<string>("--client-id") { Description = "As which client the pages are known to the issuer.", DefaultValueFactory = _ => "schakel" };
        var secret = new Option<string?>("--client-secret-file") { Description = "File with the secret of that client; without it PKCE protects it alone." };
        command.Options.Add(issuer);
        command.Options.Add(client);
        command.Options.Add(secret);
        command.SetAction(parsed => CommandLine.Guard(() => Run(
            new StorePlace(parsed.GetValue(data)!, parsed.GetValue(postgres)), parsed.GetValue(port), parsed.GetValue(issuer), parsed.GetValue(client)!, parsed.GetValue(secret))));
        return command;
    }

    private static int Run(StorePlace place, int port, string? issuer, string client, string? secretFile)
    {
        if (issuer is not null && !Uri.TryCreate(issuer, UriKind.Absolute, out _))
        {
            throw new ArgumentException($"--issuer: `{issuer}` is no address; give one such as https://login.example.nl/.");
        }
        var clock = new Calendar(TimeProvider.System);
        using var store = ChainStore.Open(place, new DeskSettings(_ => Regimes.Dossier2026, clock, TimeProvider.System) { StepsOf = ChainSteps.Of });
        var app = ChainWeb.Build(store, clock, new WebSettings(_ => Regimes.Dossier2026, place.Folder)
        {
            Url = new Uri(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Issuer = issuer is null ? null : new Uri(issuer),
            KeysFolder = place.KeysFolder,
            ClientId = client,
            ClientSecret = secretFile is null ? null : File.ReadAllText(secretFile).Trim(),
        });
        Console.WriteLine($"Serving {place.Folder} at http://127.0.0.1:{port}/api/v1 (description: /api/v1/openapi.json). Ctrl-C stops.");
        if (issuer is null)
        {
            Console.WriteLine("Tokens: example clients with a known secret, at /oauth2/token. Pages: example people, at /aanmelden. For real use give --issuer.");
        }
        try
        {
            app.Run();
        }
        catch (IOException e) when (e is not StoreFaultException)
        {
            Console.Error.WriteLine($"schakel: {e.Message}");
            return CommandLine.Failed;
        }
        return CommandLine.Done;
    }

    /// <summary>The date in Amsterdam.</summary>
    private sealed class Calendar(TimeProvider time) : IChainClock
    {
        private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

        public Day Today
        {
            get
            {
                var date = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Amsterdam).Date;
                return Day.Of(date.Year, date.Month, date.Day);
            }
        }
    }
}
