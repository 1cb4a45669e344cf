using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Schakel.Norms;

namespace Schakel.Commands;

/// <summary>Questions as text: JSON read strictly, and what is wrong with it said in a sentence.</summary>
internal static class QuestionText
{
    private const int MostBytes = 16 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Opens a file of questions, or standard input for <c>-</c>.</summary>
    /// <exception cref="UnreadableQuestionException">There is no such file, or it cannot be read.</exception>
    public static Stream Open(string path, StandardStreams streams)
    {
        if (path == "-")
        {
            return streams.Input();
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableQuestionException(path, "there is no such file; give a file with facts, or - for standard input");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableQuestionException(path, $"cannot be read ({e.Message})");
        }
    }

    /// <summary>Reads one JSON value from a file, or from standard input for <c>-</c>.</summary>
    /// <exception cref="UnreadableQuestionException">It is absent, too large, not UTF-8 or not JSON.</exception>
    public static JsonElement Read(string path, StandardStreams streams)
    {
        using var stream = Open(path, streams);
        using var whole = new MemoryStream();
        var part = new byte[1 << 16];
        for (int read; (read = stream.Read(part)) > 0;)
        {
            whole.Write(part.AsSpan(0, read));
            if (whole.Length > MostBytes)
            {
                throw new UnreadableQuestionException(path, "is larger than 16 MB; give the facts of one question");
            }
        }

        return TryParse(whole.GetBuffer().AsSpan(0, (int)whole.Length), out var json) is { } complaint
            ? throw new UnreadableQuestionException(path == "-" ? "standard input" : path, complaint)
            : json;
    }

    /// <summary>Parses one JSON value.</summary>
    /// <returns>What is wrong, as it follows the name of the source; null when nothing is.</returns>
    public static string? TryParse(ReadOnlySpan<byte> utf8, out JsonElement json)
    {
        json = default;
        if (utf8.StartsWith(ByteOrderMark))
        {
            utf8 = utf8[ByteOrderMark.Length..];
        }

        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
        {
            return "is empty; give a JSON object";
        }

        if (!Utf8.IsValid(utf8))
        {
            return "is not UTF-8; save it as UTF-8";
        }

        try
        {
            json = JsonElement.Parse(utf8);
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}, ") : "";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"is not valid JSON: cut off or malformed at {line}byte {(e.BytePositionInLine ?? 0) + 1}");
        }

        // An escape may name half of a character, which no text can hold; reading it later would fail where nobody can name it.
        return utf8.IndexOf("\\u"u8) >= 0 && !HoldsText(json) ? "holds an escape (\\u…) that is half a character" : null;
    }

    private static bool HoldsText(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString() is not null,
                JsonValueKind.Array => json.EnumerateArray().All(HoldsText),
                JsonValueKind.Object => json.EnumerateObject().All(property => property.Name is not null && HoldsText(property.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>A question that cannot be read (onleesbare vraag): the file is absent, or its text is not JSON.</summary>
/// <param name="source">The file or option.</param>
/// <param name="complaint">What is wrong and what to do, without the full stop.</param>
internal sealed class UnreadableQuestionException(string source, string complaint)
    : NormException(source, $"{source}: {complaint}.");
