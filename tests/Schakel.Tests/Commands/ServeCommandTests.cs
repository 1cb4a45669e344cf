namespace Schakel.Tests.Commands;

/// <summary><c>schakel serve</c>, as far as it refuses to begin.</summary>
[Collection(TheConsole.Name)]
public sealed class ServeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schakel-serve-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
