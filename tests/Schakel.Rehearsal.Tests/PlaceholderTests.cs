namespace Schakel.Rehearsal.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Builds() => Assert.True(typeof(PlaceholderTests).IsPublic);
}
