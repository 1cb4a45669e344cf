using System.Text.Json;

namespace Schakel.Norms.Registration;

/// <summary>Which of the three reasons to stay out of track 4 comes first (voorrang), when several apply.</summary>
/// <param name="First">Looked at first.</param>
/// <param name="Second">Looked at next.</param>
/// <param name="Third">Looked at last.</param>
public readonly record struct TrackOrder(TrackReason First, TrackReason Second, TrackReason Third) : INormValue<TrackOrder>
{
    private const int Length = 3;

    /// <inheritdoc/>
    public static string Unit => "order";

    /// <inheritdoc/>
    public static string Accepts =>
        "a list of `protection-in-member-state`, `other-state-responsible` and `safe-country-of-origin`, each once, first to last";

    /// <inheritdoc/>
    public Text InWords
    {
        get
        {
            var (first, second, third) = (Tracks.WordsFor(First), Tracks.WordsFor(Second), Tracks.WordsFor(Third));
            return new(
                $"{first.Dutch}, dan {second.Dutch}, dan {third.Dutch}",
                $"{first.English}, then {second.English}, then {third.English}");
        }
    }

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out TrackOrder value)
    {
        value = default;
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != Length)
        {
            return false;
        }

        Span<TrackReason> reasons = stackalloc TrackReason[Length];
        var count = 0;
        foreach (var item in json.EnumerateArray())
        {
            var reason = ReasonOf(item);
            if (reason == TrackReason.None || reasons[..count].Contains(reason))
            {
                return false;
            }

            reasons[count++] = reason;
        }

        value = new(reasons[0], reasons[1], reasons[2]);
        return true;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(Tracks.NameOf(First));
        writer.WriteStringValue(Tracks.NameOf(Second));
        writer.WriteStringValue(Tracks.NameOf(Third));
        writer.WriteEndArray();
    }

    private static TrackReason ReasonOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.String)
        {
            return TrackReason.None;
        }

        foreach (var reason in (ReadOnlySpan<TrackReason>)
            [TrackReason.ProtectionInMemberState, TrackReason.OtherStateResponsible, TrackReason.SafeCountryOfOrigin])
        {
            if (item.ValueEquals(Tracks.NameOf(reason)))
            {
                return reason;
            }
        }

        return TrackReason.None;
    }
}
