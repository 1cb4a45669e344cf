using Schakel.Norms;
using Schakel.Store;

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

    /// <summary>Moves the chain's date; absent where it follows the calendar.</summary>
    public IChainTime? Time { get; init; }

    /// <summary>Keeps the read models up, watches the terms and makes anchors; false when somebody else does.</summary>
    public bool Keeps { get; init; } = true;

    /// <summary>Real time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Requests that a caller may do at once.</summary>
    public int MostAtOnce { get; init; } = 200;

    /// <summary>Requests a second that a caller may do in the long run.</summary>
    public int MostPerSecond { get; init; } = 100;
}
