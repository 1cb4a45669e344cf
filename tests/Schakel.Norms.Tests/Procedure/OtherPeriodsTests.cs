using System.Text.Json;

namespace Schakel.Norms.Tests.Procedure;

public sealed class OtherPeriodsTests
{
    [Theory]
    [InlineData("decision-moratorium", """{"assessed": "2023-08-31"}""", "reviewBy", "2024-02-29")]
    [InlineData("departure-moratorium", """{"published": "2024-02-29"}""", "lastDay", "2025-02-28")]
    [InlineData("renewal-period", """{"received": "2024-01-14"}""", "lastDay", "2024-07-14")] // A Sunday stays.
    [InlineData("renewal-period", """{"received": "2024-01-14", "inquiry": true}""", "lastDay", "2025-01-14")]
    public void Each_ends_on_its_day(string id, string facts, string name, string expected)
    {
        var answer = NormComputation.Find(id).Compute(Regimes.January2024, JsonElement.Parse(facts));
        Assert.Equal(expected, answer.Result.GetProperty(name).GetString());
        Assert.NotEmpty(answer.Grounds.Norms);
        Assert.NotEmpty(answer.Grounds.Sentences);
    }
}
