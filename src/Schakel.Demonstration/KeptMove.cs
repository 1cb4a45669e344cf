using System.Collections.Immutable;
using System.Text.Json;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;

namespace Schakel.Demonstration;

// It is written with the new date, in one file: a day that passed under a key is in the move's count, or did not pass.

/// <summary>A move of the chain's date under a key (bewaarde verschuiving): what is answered when it is asked again.</summary>
/// <param name="Key">The key.</param>
/// <param name="Days">How many days were asked.</param>
/// <param name="Passed">How many of them passed.</param>
/// <param name="From">The day it was.</param>
/// <param name="Today">The day it became.</param>
/// <param name="Acts">Acts done meanwhile.</param>
/// <param name="Refused">Acts that were refused.</param>
/// <param name="Redrawn">How often what happens next was drawn anew.</param>
/// <param name="ByClock">Lapses that were recorded.</param>
/// <param name="AlreadyByClock">Steps of the clock that stood there already.</param>
public sealed record KeptMove(ActKey Key, int Days, int Passed, Day From, Day Today, int Acts, int Refused, int Redrawn, int ByClock, int AlreadyByClock)
{
    /// <summary>How many are kept: whoever asks again does so soon.</summary>
    public const int Most = 100;

    /// <summary>What is told of it.</summary>
    public AdvanceReport Report => new(From, Today, Acts, Refused, [], Redrawn, ByClock, AlreadyByClock);

    /// <summary>These moves with this one as it is now, the latest last.</summary>
    /// <param name="moves">Those that are kept.</param>
    internal ImmutableArray<KeptMove> Among(ImmutableArray<KeptMove> moves) => [.. moves.Where(each => each.Key != Key).TakeLast(Most - 1), this];

    internal static KeptMove Read(JsonElement json) => new(
        ActKey.TryParse(json.GetProperty("key").GetString(), out var key) ? key : throw new FormatException("A move has no key."),
        Number(json, "days"), Number(json, "passed"), DayOf(json, "from"), DayOf(json, "today"),
        Number(json, "acts"), Number(json, "refused"), Number(json, "redrawn"), Number(json, "byClock"), Number(json, "alreadyByClock"));

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("key", Key.ToString());
        json.WriteNumber("days", Days);
        json.WriteNumber("passed", Passed);
        json.WriteString("from", From.ToString());
        json.WriteString("today", Today.ToString());
        json.WriteNumber("acts", Acts);
        json.WriteNumber("refused", Refused);
        json.WriteNumber("redrawn", Redrawn);
        json.WriteNumber("byClock", ByClock);
        json.WriteNumber("alreadyByClock", AlreadyByClock);
        json.WriteEndObject();
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static Day DayOf(JsonElement json, string name) =>
        Day.TryParse(json.GetProperty(name).GetString(), out var day) ? day : throw new FormatException($"A move has no day '{name}'.");
}
