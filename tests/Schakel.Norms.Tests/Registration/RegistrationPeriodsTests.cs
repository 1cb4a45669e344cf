using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Registration;

public sealed class RegistrationPeriodsTests
{
    [Theory(DisplayName = "REG-2: working days, the day itself not counted")]
    [InlineData("""{"made": "2024-01-10"}""", "2024-01-15")]
    [InlineData("""{"made": "2024-01-08"}""", "2024-01-11")]
    [InlineData("""{"made": "2024-01-12"}""", "2024-01-17")]
    [InlineData("""{"made": "2024-01-13"}""", "2024-01-17")] // Made on a Saturday.
    [InlineData("""{"made": "2024-03-27"}""", "2024-04-03")] // Over Good Friday and Easter Monday.
    [InlineData("""{"made": "2024-01-10", "authority": "competent"}""", "2024-01-15")]
    [InlineData("""{"made": "2024-01-10", "authority": "other"}""", "2024-01-18")]
    [InlineData("""{"made": "2024-01-10", "authority": "many-applications"}""", "2024-01-24")]
    public void A_wish_for_asylum_is_registered_by_this_day(string facts, string last) => Assert.Equal(At(last), DayOf("registration-term", "lastDay", facts));

    [Theory(DisplayName = "REG-6, REG-7: calendar days, and no day moves")]
    [InlineData("2024-01-10", "2024-01-25", "2024-01-13")] // A Saturday stays.
    [InlineData("2023-12-10", "2023-12-25", "2023-12-13")] // Christmas Day stays.
    public void After_lodging_come_a_document_and_information(string lodged, string inform, string document)
    {
        var facts = $$"""{"lodged": "{{lodged}}"}""";
        Assert.Equal(At(inform), DayOf("lodging-duties", "informBy", facts));
        Assert.Equal(At(document), DayOf("lodging-duties", "documentBy", facts));
    }

    [Fact]
    public void The_working_days_end_with_the_directive_of_2013_once_the_Pact_is_known()
    {
        Assert.Equal(At("2026-06-16"), DayOf("registration-term", "lastDay", """{"made": "2026-06-11"}""", "dossier-2026"));
        Assert.Contains("2026-06-11", Refused("registration-term", """{"made": "2026-06-12"}""", "dossier-2026"), StringComparison.Ordinal);
        Assert.Equal(At("2026-06-17"), DayOf("registration-term", "lastDay", """{"made": "2026-06-12"}"""));
    }
}
