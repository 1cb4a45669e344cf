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

    /// <summary>Moves the chain's date, and looks at the terms when it has; absent where the date follows the calendar.</summary>
    public IChainTime? Time { get; init; }

    /// <summary>Real time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Requests that a caller may do at once.</summary>
    public int MostAtOnce { get; init; } = 200;

    /// <summary>Requests a second that a caller may do in the long run.</summary>
    public int MostPerSecond { get; init; } = 100;
}
