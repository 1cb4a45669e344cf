using System.CommandLine;
using NodaTime;
using Schakel.Chain.Guidance;
using Schakel.Demonstration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Desks;
using Schakel.Store.Rows;
using Schakel.Web;
using Schakel.Web.Access;
using Schakel.Web.Mail;
using Schakel.Web.Portal.Calling;

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
        var key = new Option<string?>("--client-key-file") { Description = "File with a private key (PEM; RSA of 2048 bits or more, or P-256) with which that client signs who it is (private_key_jwt), instead of a secret." };
        var keyId = new Option<string?>("--client-key-id") { Description = "Name of that key at the issuer (kid)." };
        var claims = new Option<string[]>("--claim") { Description = "How the issuer calls a claim, such as functie=role or nummer=employee_number; may be given more than once.", DefaultValueFactory = _ => [] };
        var acr = new Option<string[]>("--acr") { Description = "A level of assurance that is enough, the first of which is asked for; without it the substantial and high ones of eIDAS and eHerkenning.", DefaultValueFactory = _ => [] };
        foreach (var option in (Option[])[key, keyId, claims, acr])
        {
            command.Options.Add(option);
        }
        var address = new Option<string?>("--address") { Description = "Where others reach this application, such as https://keten.example.nl: it stands in messages to subscribers, and a proxy on this machine is believed about who asks (X-Forwarded-For, -Proto, -Host)." };
        var sender = new Option<string?>("--sender") { Description = "Number of the organisation that sends those messages (OIN), twenty digits." };
        var smtp = new Option<string?>("--smtp") { Description = "Server by which people are told by e-mail that there is something on their page, as name:port. Without it none is sent, and the pages say so." };
        var from = new Option<string?>("--mail-from") { Description = "Address in whose name those e-mails are sent; with --smtp." };
        var contacts = new Option<string?>("--contacts") { Description = "File (JSON) with telephone numbers and hours of organisations and of desks of reception locations, as people see them on their pages. Without it the pages say that there are none." };
        var smtpUser = new Option<string?>("--smtp-user") { Description = "Name with which one signs in at that server, always over TLS; with --smtp-password-file." };
        var smtpPassword = new Option<string?>("--smtp-password-file") { Description = "File with the password of that name, on one line." };
        foreach (var option in (Option[])[contacts, smtp, from, smtpUser, smtpPassword])
        {
            command.Options.Add(option);
        }
        command.Options.Add(issuer);
        command.Options.Add(client);
        command.Options.Add(secret);
        command.Options.Add(address);
        command.Options.Add(sender);
        command.SetAction(parsed => CommandLine.Guard(() => Run(
            new StorePlace(parsed.GetValue(data)!, parsed.GetValue(postgres)), parsed.GetValue(port), parsed.GetValue(issuer),
            new(parsed.GetValue(client)!, parsed.GetValue(secret), parsed.GetValue(key), parsed.GetValue(keyId), parsed.GetValue(claims)!, parsed.GetValue(acr)!), parsed.GetValue(address), parsed.GetValue(sender), MailIn(parsed.GetValue(smtp), parsed.GetValue(from), UserIn(parsed.GetValue(smtpUser), parsed.GetValue(smtpPassword))), parsed.GetValue(contacts))));
        return command;
    }

    private static int Run(StorePlace place, int port, string? issuer, ClientOptions client, string? address, string? sender, MailSettings? mail, string? contacts)
    {
        if (address is not null && (!Uri.TryCreate(address, UriKind.Absolute, out var reached) || reached.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"--address: `{address}` is no https address; give one such as https://keten.example.nl.");
        }
        if (sender is not null && (sender.Length != 20 || !sender.All(char.IsAsciiDigit)))
        {
            throw new ArgumentException($"--sender: `{sender}` is no OIN; it has twenty digits.");
        }
        if (issuer is not null && !Uri.TryCreate(issuer, UriKind.Absolute, out _))
        {
            throw new ArgumentException($"--issuer: `{issuer}` is no address; give one such as https://login.example.nl/.");
        }
        var claims = ClaimsIn(client.Claims);
        var book = contacts is null ? ContactBook.None : ContactFile.Read(contacts);
        var clock = new Calendar(TimeProvider.System);
        if (DemonstrationState.IsIn(place.Folder))
        {
            throw new ArgumentException($"--data: '{place.Folder}' holds a demonstration, whose date does not follow the calendar. `schakel demo --data {place.Folder}` serves it.");
        }
        var law = LawInUse.In(place.Folder);
        using var store = Open(place, new DeskSettings(law, clock, TimeProvider.System) { StepsOf = ChainSteps.Of });
        var settings = new WebSettings(law, place.Folder)
        {
            Url = new Uri(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Issuer = issuer is null ? null : new Uri(issuer),
            KeysFolder = place.KeysFolder,
            Expect = NightlyExpectations.Of(place),
            ClientId = client.Id,
            ClientSecret = client.SecretFile is null ? null : File.ReadAllText(client.SecretFile).Trim(),
            ClientKey = client.KeyFile is null ? null : File.ReadAllText(client.KeyFile),
            ClientKeyId = client.KeyId,
            ClaimNames = claims,
            Assurance = client.Acr,
            PublicAddress = address is null ? null : new Uri(address),
            Mail = mail,
            Contacts = book,
        };
        var app = ChainWeb.Build(store, clock, sender is null ? settings : settings with { Sender = sender });
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

    private static ChainStore Open(StorePlace place, DeskSettings settings)
    {
        using var progress = new ProgressLine("making the rows of older data anew");
        return ChainStore.Open(place, settings with { MakingRows = progress.Tell });
    }

    /// <summary>Reads through which server e-mail goes; null when it is not said.</summary>
    /// <param name="smtp">The server, as name:port.</param>
    /// <param name="from">In whose name.</param>
    /// <param name="user">As whom one signs in.</param>
    /// <exception cref="ArgumentException">One is missing, or written otherwise.</exception>
    private static MailSettings? MailIn(string? smtp, string? from, MailUser? user)
    {
        if (smtp is null && from is null)
        {
            return user is null ? null : throw new ArgumentException("--smtp-user: there is no server to sign in at; give --smtp and --mail-from too.");
        }
        if (smtp?.Split(':') is not [{ Length: > 0 } host, var port] || !int.TryParse(port, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
        {
            throw new ArgumentException($"--smtp: `{smtp}` is no server; give one such as smtp.example.nl:587, together with --mail-from.");
        }
        return from is not null && PreferenceSteps.IsAddress(from) ? new(host, number, from) { SignIn = user }
            : throw new ArgumentException($"--mail-from: `{from}` is no e-mail address; give one such as berichten@example.nl, together with --smtp.");
    }

    /// <summary>Reads as whom one signs in at the server; null when it is not said.</summary>
    /// <param name="name">The name.</param>
    /// <param name="file">File with the password.</param>
    /// <exception cref="ArgumentException">One is missing, or there is no password of one line in the file.</exception>
    private static MailUser? UserIn(string? name, string? file)
    {
        if (string.IsNullOrWhiteSpace(name) || file is null)
        {
            return name is null && file is null ? null
                : throw new ArgumentException(file is null ? "--smtp-password-file: it is missing; give the file with the password of --smtp-user." : "--smtp-user: it is missing; give the name of which --smtp-password-file holds the password.");
        }
        if (!File.Exists(file))
        {
            throw new ArgumentException($"--smtp-password-file: there is no file '{file}'.");
        }
        var password = File.ReadAllText(file).TrimEnd('\r', '\n');
        return password.Length > 0 && !password.Any(char.IsControl) ? new(name, password)
            : throw new ArgumentException($"--smtp-password-file: '{file}' {(password.Length == 0 ? "is empty" : "holds more than one line")}; it holds the password and nothing else.");
    }

    /// <summary>Reads how the issuer calls our claims.</summary>
    /// <param name="given">Each our name, an equals sign and the issuer's.</param>
    /// <exception cref="ArgumentException">One is written otherwise, twice, or no claim of ours.</exception>
    private static Dictionary<string, string> ClaimsIn(IEnumerable<string> given)
    {
        string[] ours = [Caller.FunctionClaim, Caller.NumberClaim, Caller.ClientClaim, Caller.SiteClaim, Caller.MunicipalityClaim, Caller.TeamClaim, Caller.NameClaim];
        var names = new Dictionary<string, string>();
        foreach (var each in given)
        {
            if (each.Split('=', 2) is not [var own, { Length: > 0 } theirs] || !ours.Contains(own) || !names.TryAdd(own, theirs))
            {
                throw new ArgumentException($"--claim: `{each}` is not written as {ours[0]}=name, once for each of: {string.Join(", ", ours)}.");
            }
        }
        return names;
    }

    /// <summary>As which client the pages are known to the issuer (client), and what it says there.</summary>
    private sealed record ClientOptions(string Id, string? SecretFile, string? KeyFile, string? KeyId, string[] Claims, string[] Acr);

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
