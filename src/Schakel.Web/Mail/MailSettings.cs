namespace Schakel.Web.Mail;

/// <summary>Through which server notices go by e-mail (inrichting van e-mail). Without it none is sent, and the pages say so.</summary>
/// <param name="Host">Name of the server (SMTP). What is sent to it is encrypted when it offers that.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">The address in whose name is sent.</param>
public sealed record MailSettings(string Host, int Port, string From)
{
    /// <summary>Times that a notice is tried before it is given up: with the waits below some three days.</summary>
    public int MostAttempts { get; init; } = 80;

    /// <summary>Wait after the first failure; it doubles each time.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long the server may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often it is looked whether there is something to tell.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait after a number of failures.</summary>
    /// <param name="failures">Failures so far, from 1.</param>
    public TimeSpan WaitAfter(int failures) => TimeSpan.FromTicks((long)Math.Min(LongestWait.Ticks, FirstWait.Ticks * Math.Pow(2, Math.Min(failures, 40) - 1)));
}
