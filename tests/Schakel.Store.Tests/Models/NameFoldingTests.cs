namespace Schakel.Store.Models;

/// <summary>Names across scripts and spellings.</summary>
public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("Müller-Özdemir", "muller ozdemir")]
    [InlineData("D'Angelo  Łukasz", "dangelo lukasz")]
    [InlineData("الأحمد", "ahmd")]
    [InlineData("al-Hassan", "hassan")]
    [InlineData("Ольга Щукина", "olga shukina")]
    [InlineData("ሰላም", "selam")]
    [InlineData("İbrahim", "ibrahim")]
    [InlineData(null, "")]
    public void Words_are_latin_letters_without_marks_and_case(string? name, string words) => Assert.Equal(words, string.Join(' ', NameFolding.Words(name)));

    [Theory]
    [InlineData("Mohammed", "Muhamad", "Mohamed", "محمد", "Мухаммад", "Mehmed")]
    [InlineData("Yusuf", "Yousef", "Youssouf", "يوسف", "Юсуф")]
    [InlineData("Khaled", "Kaled", "خالد")]
    [InlineData("Abdulkadir", "Abdelkader", "عبدالقادر")]
    [InlineData("Tesfaye", "Tesfay", "ተስፋዬ")]
    [InlineData("Chukwu", "Shukwu")]
    public void Spellings_of_one_name_sound_the_same(params string[] names)
    {
        var sounds = names.Select(name => NameFolding.Sound(Assert.Single(NameFolding.Words(name)))).Distinct();

        Assert.Single(sounds);
    }

    [Theory]
    [InlineData("Mohammed", "Mustafa")]
    [InlineData("Khaled", "Walid")]
    [InlineData("Ali", "Ahmed")]
    [InlineData("Sara", "Samira")]
    public void Other_names_sound_otherwise(string one, string other) =>
        Assert.NotEqual(NameFolding.Sound(NameFolding.Words(one)[0]), NameFolding.Sound(NameFolding.Words(other)[0]));
}
