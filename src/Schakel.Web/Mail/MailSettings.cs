using System.Net.Security;
using MailKit.Security;

namespace Schakel.Web.Mail;

/// <summary>As whom one signs in at the server (aanmelding bij de server). The password stands in no text of it.</summary>
/// <param name="name">The name.</param>
/// <param name="password">The password.</param>
public sealed class MailUser(string name, string password)
{
    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>The password.</summary>
    public string Password => password;

    /// <summary>The name alone.</summary>
    public override string ToString() => name;
}

/// <summary>Through which server notices go by e-mail (inrichting van e-mail). Without it none is sent, and the pages say so.</summary>
/// <param name="Host">Name of the server (SMTP). What is sent to it is encrypted when it offers that, and nothing is sent in the clear when one signs in.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">The address in whose name is sent.</param>
public sealed record MailSettings(string Host, int Port, string From)
{
    private const int PortOfTls = 465; // RFC 8314: encrypted from the first byte.

    /// <summary>As whom one signs in; absent at a server that asks nothing.</summary>
    public MailUser? SignIn { get; init; }

    /// <summary>How what is sent is encrypted: a password never goes in the clear.</summary>
    internal SecureSocketOptions Security => Port == PortOfTls ? SecureSocketOptions.SslOnConnect : SignIn is null ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;

    /// <summary>Who else may be the server than whom this machine trusts; for tests.</summary>
    internal RemoteCertificateValidationCallback? Trusts { get; init; }

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
