namespace Schakel.Web;

/// <summary>Behind a proxy that ends the encryption: believed only where an address for others is set.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Cookies_are_for_encrypted_connections_when_the_proxy_says_that_it_is_one()
    {
        Assert.Contains("; secure", await FirstCookieAsync(new("https://keten.example.nl"), "https"), StringComparison.Ordinal);
        Assert.DoesNotContain("; secure", await FirstCookieAsync(new("https://keten.example.nl"), "http"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_for_others_nobody_is_believed() =>
        Assert.DoesNotContain("; secure", await FirstCookieAsync(null, "https"), StringComparison.Ordinal);

    private static async Task<string> FirstCookieAsync(Uri? address, string scheme)
    {
        await using var server = new ChainServer { Settings = settings => settings with { PublicAddress = address } };
        await server.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/aanmelden");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        using var answer = await server.Client.SendAsync(request);
        return string.Join(Environment.NewLine, answer.Headers.GetValues("Set-Cookie"));
    }
}
