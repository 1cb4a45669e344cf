using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Mail;
using Schakel.Web.Nightly;
using Schakel.Web.Outbox;
using Schakel.Web.Portal.Calling;

namespace Schakel.Web;

/// <summary>How the web application is set up (inrichting).</summary>
/// <param name="LawOn">The law under which a day is answered.</param>
/// <param name="Folder">Where the log of readings is kept.</param>
public sealed record WebSettings(Func<Day, Law> LawOn, string Folder)
{
    /// <summary>Where Kestrel listens: this machine only, unless said otherwise. Port 0 is a free one.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:5080");

    /// <summary>Who signs the tokens; without it this application does, for the example clients.</summary>
    public Uri? Issuer { get; init; }

    /// <summary>Where the keys of sessions and of the log of looks are: kept and backed up apart from the data.</summary>
    public string KeysFolder { get; init; } = Path.Combine(Folder, "keys");

    /// <summary>As which client the pages are known to the issuer.</summary>
    public string ClientId { get; init; } = "schakel";

    /// <summary>Secret of that client; absent for a public client, which PKCE protects alone.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Key with which that client signs who it is (private_key_jwt), as PEM: an RSA key or one on the curve P-256; it takes the place of a secret.</summary>
    public string? ClientKey { get; init; }

    /// <summary>Name of that key at the issuer (kid); absent when it has one key of this client.</summary>
    public string? ClientKeyId { get; init; }

    /// <summary>How the issuer calls what we call by the names in <see cref="Access.Caller"/>, by our name; what is not here has our name there too.</summary>
    public IReadOnlyDictionary<string, string> ClaimNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Levels of assurance (acr) that are enough, the first of which is asked for; without them those of eIDAS and eHerkenning that are substantial or high.</summary>
    public IReadOnlyList<string> Assurance { get; init; } = [];

    /// <summary>Makes the expectations of a day, every night; absent where nobody does.</summary>
    public MakeExpectations? Expect { get; init; }

    /// <summary>Moves the chain's date, and looks at the terms when it has; absent where the date follows the calendar.</summary>
    public IChainTime? Time { get; init; }

    /// <summary>Real time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How what happens is delivered to subscribers.</summary>
    public OutboxSettings Outbox { get; init; } = new();

    /// <summary>Through which server people are told by e-mail that there is something on their page; absent where none is sent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Whom people can call, and when; empty where nobody filled it in, and the pages say so.</summary>
    public ContactBook Contacts { get; init; } = ContactBook.None;

    /// <summary>Number of the organisation that sends (OIN), in the messages to subscribers; without it one of an example.</summary>
    public string Sender { get; init; } = "00000000000000000000";

    /// <summary>Where others reach this application: the address in messages to subscribers; without it where it listens.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Whether subscribers on this machine are delivered to: where no issuer of real tokens is named, which is a laptop or the demonstration.</summary>
    public bool AllowsLoopbackReceivers => Issuer is null;

    /// <summary>Most rows of a worklist in a file for other programs: each costs opening a file of a person, and a record in the log of looks.</summary>
    public int MostRowsInFile { get; init; } = 10_000;

    /// <summary>Size of the chain against the nation: one, and less in a demonstration.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Requests that a caller may do at once.</summary>
    public int MostAtOnce { get; init; } = 200;

    /// <summary>Requests a second that a caller may do in the long run.</summary>
    public int MostPerSecond { get; init; } = 100;
}
