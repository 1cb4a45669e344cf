using System.Text.Json.Nodes;
using Schakel.Norms;

namespace Schakel.Web.Workbench;

public sealed class CodesInWordsTests
{
    [Theory]
    [InlineData("nationaliteit", "SYR", "Syrië", "Syria")]
    [InlineData("land", "ERI", "Eritrea", "Eritrea")]
    [InlineData("taal", "tir", "Tigrinya", "Tigrinya")]
    [InlineData("taal", "ara", "Arabisch", "Arabic")]
    [InlineData("taal", "qaa", "qaa", "qaa")] // Nobody gave it a name: its code is better than nothing.
    public void A_country_and_a_language_are_called_by_their_name(string field, string code, string dutch, string english) =>
        Assert.Equal(new Text(dutch, english), CodesInWords.Of(field, JsonValue.Create(code)));

    [Theory]
    [InlineData(780, "13:00")]
    [InlineData(545, "09:05")]
    public void A_minute_of_the_day_is_a_time(int minute, string time) => Assert.Equal(new Text(time, time), CodesInWords.Of("minuut", JsonValue.Create(minute)));

    [Fact]
    public void What_is_no_code_stays_as_it_is()
    {
        Assert.Null(CodesInWords.Of("familienaam", JsonValue.Create("SYR")));
        Assert.Null(CodesInWords.Of("aantal", JsonValue.Create(780)));
    }
}
