using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms;

/// <summary>A fact that a computation asks for (gevraagd feit): its name, its form and what it means.</summary>
public abstract class Fact
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private protected Fact(string name, string form, Text meaning, bool isRequired) =>
        (Name, Form, Meaning, IsRequired) = (name, form, meaning, isRequired);

    /// <summary>Name in JSON, camelCase.</summary>
    public string Name { get; }

    /// <summary>What is accepted: <c>yyyy-mm-dd</c>, <c>0 to 9</c>, <c>land / schiphol</c>.</summary>
    public string Form { get; }

    /// <summary>What to give, as it follows "give": <c>the date the application was lodged</c>.</summary>
    public Text Meaning { get; }

    /// <summary>Whether the computation needs it.</summary>
    public bool IsRequired { get; }

    /// <summary>A date in the years 1900 to 2199.</summary>
    /// <param name="name">Name in JSON.</param>
    /// <param name="meaning">What to give.</param>
    /// <param name="required">Whether it is needed.</param>
    /// <returns>The fact.</returns>
    public static Fact<Day> Date(string name, Text meaning, bool required = true) =>
        new(name, "yyyy-mm-dd", meaning, required, static (JsonElement json, out Day day) => TryDate(json, out day))
        {
            Limit = static day => day.Year is >= FirstYear and <= LastYear
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"lies outside the years {FirstYear} to {LastYear}"),
        };

    /// <summary>A whole number within bounds.</summary>
    /// <param name="name">Name in JSON.</param>
    /// <param name="meaning">What to give.</param>
    /// <param name="minimum">Lowest number accepted.</param>
    /// <param name="maximum">Highest number accepted.</param>
    /// <param name="required">Whether it is needed.</param>
    /// <returns>The fact.</returns>
    public static Fact<int> WholeNumber(string name, Text meaning, int minimum, int maximum, bool required = true) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"),
        meaning,
        required,
        (JsonElement json, out int number) =>
        {
            number = 0;
            return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out number) && number >= minimum && number <= maximum;
        });

    /// <summary>A number with decimals within bounds.</summary>
    /// <param name="name">Name in JSON.</param>
    /// <param name="meaning">What to give.</param>
    /// <param name="minimum">Lowest number accepted.</param>
    /// <param name="maximum">Highest number accepted.</param>
    /// <param name="required">Whether it is needed.</param>
    /// <returns>The fact.</returns>
    public static Fact<decimal> Number(string name, Text meaning, decimal minimum, decimal maximum, bool required = true) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"),
        meaning,
        required,
        (JsonElement json, out decimal number) =>
        {
            number = 0;
            return json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out number) && number >= minimum && number <= maximum;
        });

    /// <summary>Yes or no.</summary>
    /// <param name="name">Name in JSON.</param>
    /// <param name="meaning">What to give.</param>
    /// <param name="required">Whether it is needed.</param>
    /// <returns>The fact.</returns>
    public static Fact<bool> YesOrNo(string name, Text meaning, bool required = true) => new(
        name,
        "true / false",
        meaning,
        required,
        static (JsonElement json, out bool yes) =>
        {
            yes = json.ValueKind == JsonValueKind.True;
            return json.ValueKind is JsonValueKind.True or JsonValueKind.False;
        });

    /// <summary>One of a few named choices.</summary>
    /// <typeparam name="T">The type chosen from.</typeparam>
    /// <param name="name">Name in JSON.</param>
    /// <param name="meaning">What to give.</param>
    /// <param name="choices">Every choice with its name in JSON.</param>
    /// <param name="required">Whether it is needed.</param>
    /// <returns>The fact.</returns>
    public static Fact<T> Choice<T>(string name, Text meaning, ImmutableArray<(string Name, T Value)> choices, bool required = true) => new(
        name,
        string.Join(" / ", choices.Select(choice => choice.Name)),
        meaning,
        required,
        (JsonElement json, out T value) =>
        {
            foreach (var choice in choices)
            {
                if (json.ValueKind == JsonValueKind.String && json.ValueEquals(choice.Name))
                {
                    value = choice.Value;
                    return true;
                }
            }

            value = default!;
            return false;
        });

    /// <summary>A list of things read one by one.</summary>
    /// <typeparam name="T">The type of each thing.</typeparam>
    /// <param name="name">Name in JSON.</param>
    /// <param name="meaning">What to give.</param>
    /// <param name="form">What one thing looks like.</param>
    /// <param name="maximum">Most things accepted.</param>
    /// <param name="read">Reads one thing.</param>
    /// <param name="required">Whether it is needed.</param>
    /// <returns>The fact.</returns>
    public static Fact<ImmutableArray<T>> List<T>(string name, Text meaning, string form, int maximum, FactReader<T> read, bool required = true) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"a list of at most {maximum} of {form}"),
        meaning,
        required,
        (JsonElement json, out ImmutableArray<T> list) =>
        {
            list = [];
            if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > maximum)
            {
                return false;
            }

            var things = ImmutableArray.CreateBuilder<T>(json.GetArrayLength());
            foreach (var item in json.EnumerateArray())
            {
                if (!read(item, out var thing))
                {
                    return false;
                }

                things.Add(thing);
            }

            list = things.MoveToImmutable();
            return true;
        });

    /// <summary>Reads a date from JSON text.</summary>
    /// <param name="json">A JSON value.</param>
    /// <param name="day">The day.</param>
    /// <returns>Whether it was a day that exists, as yyyy-mm-dd.</returns>
    public static bool TryDate(JsonElement json, out Day day)
    {
        day = default;
        return json.ValueKind == JsonValueKind.String && Day.TryParse(json.GetString(), out day);
    }
}

/// <summary>Reads a fact from JSON and checks its range.</summary>
/// <typeparam name="T">Its type.</typeparam>
/// <param name="json">A JSON value.</param>
/// <param name="value">The fact.</param>
/// <returns>Whether the JSON was accepted.</returns>
public delegate bool FactReader<T>(JsonElement json, out T value);

/// <summary>A fact that a computation asks for, with its type.</summary>
/// <typeparam name="T">The type of the fact.</typeparam>
public sealed class Fact<T> : Fact
{
    /// <summary>Declares a fact that <see cref="Fact"/> has no ready form for.</summary>
    /// <param name="name">Name in JSON.</param>
    /// <param name="form">What is accepted.</param>
    /// <param name="meaning">What to give.</param>
    /// <param name="required">Whether it is needed.</param>
    /// <param name="read">Reads it.</param>
    public Fact(string name, string form, Text meaning, bool required, FactReader<T> read)
        : base(name, form, meaning, required) => Read = read;

    /// <summary>Says what is wrong with a value that reads well; null when nothing is.</summary>
    public Func<T, string?>? Limit { get; init; }

    internal FactReader<T> Read { get; }
}
