using System.Text.Json;

namespace Schakel.Norms.Tests;

/// <summary>Puts a question to the law as anyone would: facts as JSON in, the result as JSON out.</summary>
internal static class Asking
{
    /// <summary>A day from yyyy-mm-dd.</summary>
    internal static Day At(string text) => Day.TryParse(text, out var day) ? day : throw new ArgumentException($"`{text}` is not a day.", nameof(text));

    /// <summary>The whole answer.</summary>
    internal static Answer Ask(string computation, string facts, string regime = "january-2024") =>
        NormComputation.Find(computation).Compute(Regimes.Find(regime), JsonElement.Parse(facts));

    /// <summary>One day of the result.</summary>
    internal static Day DayOf(string computation, string name, string facts, string regime = "january-2024") =>
        At(Ask(computation, facts, regime).Result.GetProperty(name).GetString()!);

    /// <summary>The message of a refusal.</summary>
    internal static string Refused(string computation, string facts, string regime = "january-2024") =>
        Assert.ThrowsAny<NormException>(() => Ask(computation, facts, regime)).Message;

    /// <summary>The same law with another value for one norm.</summary>
    internal static Law With(string id, string value, string regime = "january-2024") =>
        Regimes.Find(regime).With(id, JsonElement.Parse(value));
}
