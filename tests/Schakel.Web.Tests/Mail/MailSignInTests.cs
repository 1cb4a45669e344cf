using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Outbox;

namespace Schakel.Web.Mail;

/// <summary>At a server that asks a password one signs in, over TLS or not at all, and the password is told to nobody else.</summary>
public sealed class MailSignInTests
{
    private const string Password = "zeer geheim: 7";

    [Fact]
    public async Task Whom_the_server_knows_sends_over_TLS_and_the_password_is_not_heard_in_the_clear()
    {
        using var certificate = Postbox.OwnCertificate();
        await using var post = new Postbox(certificate: certificate, user: ("keten", Password));
        await using var server = await ServerAsync(post, Password);
        await TellAsync(server);

        await post.TakesAsync(1);

        Assert.Equal("amal@example.nl", Assert.Single(post.Taken).To.ToString());
        Assert.Contains("STARTTLS", post.HeardInTheClear);
        Assert.DoesNotContain(post.HeardInTheClear, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, Password)] // It offers no TLS.
    [InlineData(true, "een ander")]
    public async Task Without_TLS_or_with_another_password_nothing_is_sent_and_notices_wait(bool isEncrypted, string password)
    {
        using var certificate = Postbox.OwnCertificate();
        await using var post = new Postbox(certificate: isEncrypted ? certificate : null, user: ("keten", Password));
        await using var server = await ServerAsync(post, password);
        await TellAsync(server);

        await Until.TrueAsync(() => post.HeardInTheClear.Count(line => line.StartsWith("EHLO", StringComparison.Ordinal)) > 2, () => "It was not tried again.");

        Assert.Equal((0, 1), (post.Offered, server.App.Services.GetRequiredService<MailQueue>().CountOf(NoticeState.Waiting)));
        Assert.DoesNotContain(post.HeardInTheClear, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_stands_in_no_text_that_could_be_logged() =>
        Assert.DoesNotContain(Password, new MailSettings("localhost", 587, "berichten@example.nl") { SignIn = new("keten", Password) }.ToString(), StringComparison.Ordinal);

    private static async Task<ChainServer> ServerAsync(Postbox post, string password)
    {
        var server = new ChainServer
        {
            Settings = settings => settings with
            {
                Mail = new("127.0.0.1", post.Port, "berichten@example.nl")
                {
                    SignIn = new("keten", password),
                    Trusts = (_, certificate, _, _) => certificate?.Subject == "CN=postbox",
                    Every = TimeSpan.FromMilliseconds(20),
                    FirstWait = TimeSpan.FromMilliseconds(40),
                    LongestWait = TimeSpan.FromMilliseconds(80),
                },
            },
        };
        await server.InitializeAsync();
        return server;
    }

    // Somebody who gave an address gets a letter.
    private static async Task TellAsync(ChainServer server)
    {
        await server.OpenSiteAsync(8651, 5, "asielzoekerscentrum");
        var file = await server.ArriveAsync(day: "2025-01-15");
        await server.DoneAsync(file, "voorkeuren", "aanvrager", """{"brieventaal": "nld", "herinneringDagen": 7, "emailadres": "amal@example.nl"}""", number: file);
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", """{"datum": "2025-10-01", "opvanglocatie": 8651, "opvangvorm": "asielzoekerscentrum"}""");
    }
}
