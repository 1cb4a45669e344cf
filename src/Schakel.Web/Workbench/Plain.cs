using System.Collections.Concurrent;
using System.Text;


namespace Schakel.Web.Workbench;

/// <summary>
/// The words of the interface as people read them (leesbare woorden): <c>gehoorDatum</c> is Gehoordatum, <c>PlannedFor</c> Planned for. One
/// table of words serves interface and pages, so that a label and a field have one name.
/// </summary>
public static class Plain
{
    private static readonly ConcurrentDictionary<(string, bool), string> Known = [];

    /// <summary>A field, as a label.</summary>
    /// <param name="member">Name in the code.</param>
    /// <param name="english">In English.</param>
    public static string Field(string member, bool english) =>
        Known.GetOrAdd((member, english), each => Sentence(each.Item2 ? Split(each.Item1) : Dutch(Api.Words.Find(each.Item1) ?? each.Item1)));

    /// <summary>A field by its word in the interface: Dutch in Dutch, and the name behind it in English.</summary>
    /// <param name="word">The word.</param>
    /// <param name="english">In English.</param>
    public static string Word(string word, bool english) => english && Api.Words.MemberOf(word) is { } member ? Field(member, true) : Sentence(Dutch(word));

    /// <summary>A value of an enumeration.</summary>
    /// <param name="value">The value.</param>
    /// <param name="english">In English.</param>
    public static string Value(Enum value, bool english) => english ? Split(value.ToString()) : Api.Words.OfValue(value).Replace('-', ' ');

    /// <summary>The flags that are set, one after another; nothing for zero.</summary>
    /// <param name="value">A value of an enumeration of flags.</param>
    /// <param name="english">In English.</param>
    public static string Flags(Enum value, bool english) => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) == 0 ? ""
        : string.Join(", ", english ? value.ToString().Split(", ").Select(Split) : Api.Words.OfFlags(value).Select(each => each.Replace('-', ' ')));

    /// <summary>A name in kebab case, as words.</summary>
    /// <param name="name">The name.</param>
    public static string Kebab(string name) => Sentence(name.Replace('-', ' '));

    /// <summary>A room of a file.</summary>
    /// <param name="type">A type of command, event or state in it.</param>
    public static Room RoomOf(Type type) => type.Namespace is { } space && Enum.TryParse<Room>(space[(space.LastIndexOf('.') + 1)..], out var room) ? room : Room.Records;

    /// <summary>The same words with a capital.</summary>
    /// <param name="words">The words.</param>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    // A day's name ends in Datum: gehoorDatum is one word, opDatum and vanDatum are best without it.
    private static string Dutch(string word) => word switch
    {
        "opDatum" => "op",
        "vanDatum" => "vanaf",
        "totDatum" => "tot",
        "totEnMetDatum" => "tot en met",
        _ => Split(word.EndsWith("Datum", StringComparison.Ordinal) ? word[..^5] + "datum" : word),
    };

    /// <summary>A name in the code as words, in small letters.</summary>
    /// <param name="name">The name.</param>
    public static string Words(string name) => Split(name);

    private static string Split(string name)
    {
        var words = new StringBuilder(name.Length + 6);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}

/// <summary>The rooms of a file (kamers), in the order in which a person walks through them.</summary>
public enum Room
{
    /// <summary>Registration (registratie).</summary>
    Registration = 0,
    /// <summary>The procedure (procedure).</summary>
    Procedure,
    /// <summary>Reception (opvang).</summary>
    Reception,
    /// <summary>Guidance and care (begeleiding).</summary>
    Guidance,
    /// <summary>Work and activities (participatie).</summary>
    Participation,
    /// <summary>A home (huisvesting).</summary>
    Housing,
    /// <summary>Return (terugkeer).</summary>
    Return,
    /// <summary>Family (gezin).</summary>
    Family,
    /// <summary>Between partners (ketenpartners).</summary>
    Partners,
    /// <summary>The records themselves (gegevensbeheer).</summary>
    Records,
}

/// <summary>Names of the rooms (namen van kamers).</summary>
public static class Rooms
{
    /// <summary>What people call a room.</summary>
    /// <param name="room">The room.</param>
    public static Norms.Text NameOf(Room room) => room switch
    {
        Room.Registration => new("Registratie", "Registration"),
        Room.Procedure => new("Procedure", "Procedure"),
        Room.Reception => new("Opvang", "Reception"),
        Room.Guidance => new("Begeleiding en zorg", "Guidance and care"),
        Room.Participation => new("Werk en activiteiten", "Work and activities"),
        Room.Housing => new("Huisvesting", "Housing"),
        Room.Return => new("Terugkeer", "Return"),
        Room.Family => new("Gezin", "Family"),
        Room.Partners => new("Ketenpartners", "Partners"),
        Room.Records => new("Gegevensbeheer", "Records"),
    };
}
