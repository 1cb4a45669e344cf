using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Schakel.Commands;

/// <summary>Options that take a number between two limits, and say so of any other text.</summary>
internal static class NumberOption
{
    /// <summary>An option with a value when it is not given.</summary>
    public static Option<T> Create<T>(string name, T standard, T least, T most, string description)
        where T : struct, INumber<T> =>
        new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description} ({least}–{most})"),
            DefaultValueFactory = _ => standard,
            CustomParser = given => Read(given, name, least, most) ?? standard,
        };

    /// <summary>An option without one.</summary>
    public static Option<T?> Optional<T>(string name, T least, T most, string description)
        where T : struct, INumber<T> =>
        new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description} ({least}–{most})"),
            CustomParser = given => Read(given, name, least, most),
        };

    private static T? Read<T>(ArgumentResult given, string name, T least, T most)
        where T : struct, INumber<T>
    {
        var text = given.Tokens[^1].Value;
        if (!T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            var kind = typeof(T) == typeof(double) ? "a number" : "a whole number";
            given.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {text}; it must be {kind} from {least} to {most}."));
            return null;
        }

        if (value >= least && value <= most)
        {
            return value;
        }

        given.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must lie between {least} and {most}."));
        return null;
    }
}
