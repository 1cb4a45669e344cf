namespace Schakel.Tests.Commands;

/// <summary>What is said wrong to <c>schakel serve</c> is told before anything is served.</summary>
[Collection(TheConsole.Name)]
public sealed class ServeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schakel-serve-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("functie")]
    [InlineData("functie=")]
    [InlineData("koning=rol")]
    public async Task A_name_of_an_issuer_that_is_written_otherwise_is_told_before_anything_is_served(string claim)
    {
        var asked = await Asked.With("serve", "--data", Path.Combine(_folder, "geen"), "--claim", claim);
        Assert.Equal(2, asked.Code);
        Assert.Contains($"--claim: `{claim}`", asked.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "geen")));
    }

    [Theory]
    [InlineData("keten", null, "--smtp-password-file: it is missing")]
    [InlineData(null, "wachtwoord", "--smtp-user: it is missing")]
    [InlineData("keten", "nergens", "--smtp-password-file: there is no file")]
    [InlineData("keten", "leeg", "is empty")]
    [InlineData("keten", "regels", "holds more than one line")]
    public async Task Signing_in_at_a_mail_server_with_half_of_what_it_takes_is_refused_before_anything_is_served(string? user, string? file, string told)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "wachtwoord"), "zeer geheim\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "leeg"), "\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "regels"), "zeer geheim\nnog een", TestContext.Current.CancellationToken);
        string[] given = [.. user is null ? [] : (string[])["--smtp-user", user], .. file is null ? [] : (string[])["--smtp-password-file", Path.Combine(_folder, file)]];

        var asked = await Asked.With(["serve", "--data", Path.Combine(_folder, "geen"), "--smtp", "smtp.example.nl:587", "--mail-from", "berichten@example.nl", .. given]);

        Assert.Equal(2, asked.Code);
        Assert.Contains(told, asked.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", asked.Error + asked.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "geen")));
    }

    [Fact]
    public async Task A_name_to_sign_in_with_without_a_mail_server_is_refused()
    {
        var file = Path.Combine(_folder, "wachtwoord");
        await File.WriteAllTextAsync(file, "zeer geheim", TestContext.Current.CancellationToken);
        var asked = await Asked.With("serve", "--data", Path.Combine(_folder, "geen"), "--smtp-user", "keten", "--smtp-password-file", file);
        Assert.Equal(2, asked.Code);
        Assert.Contains("there is no server to sign in at", asked.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"organisations": {"ind": {"telephone": "bel mij", "hours": []}}}""", "`organisations.ind.telephone`: `bel mij` is no telephone number; it has 3 to 15 digits")]
    [InlineData("niets", "is no JSON")]
    [InlineData(null, "--contacts: there is no file")]
    public async Task A_file_with_telephone_numbers_that_is_not_understood_is_refused_with_field_value_and_rule(string? content, string says)
    {
        var path = Path.Combine(_folder, "nummers.json");
        if (content is not null)
        {
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        }
        var asked = await Asked.With("serve", "--data", Path.Combine(_folder, "data"), "--contacts", path);
        Assert.Equal(2, asked.Code);
        Assert.Contains(says, asked.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "data"))); // Nothing was made before it was refused.
    }
}
