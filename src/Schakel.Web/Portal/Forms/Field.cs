using System.Collections.Immutable;
using Schakel.Rehearsal.Data;

namespace Schakel.Web.Portal.Forms;

/// <summary>How a question is answered (soort veld).</summary>
public enum FieldKind
{
    /// <summary>One of some answers.</summary>
    Choice = 0,
    /// <summary>A few words.</summary>
    Line,
    /// <summary>A whole number.</summary>
    Number,
    /// <summary>A tick: I know, I agree.</summary>
    Tick,
    /// <summary>Some sentences.</summary>
    Words,
    /// <summary>A day.</summary>
    Day,
    /// <summary>A file.</summary>
    File,
    /// <summary>A municipality, by its name.</summary>
    Municipality,
}

/// <summary>A question on a form (veld).</summary>
/// <param name="Name">Name in the form.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Label">Key of the question.</param>
public sealed record Field(string Name, FieldKind Kind, string Label)
{
    /// <summary>Key of a hint; absent when none is needed.</summary>
    public string? Help { get; init; }

    /// <summary>The answers to choose from, with their keys.</summary>
    public ImmutableArray<(string Value, string Key)> Options { get; init; } = [];

    /// <summary>Values for the words of an answer to choose from; none for most.</summary>
    public Func<string, (string Name, object? Value)[]> Put { get; init; } = _ => [];

    /// <summary>Key of a heading above it: where another part of the form begins; absent otherwise.</summary>
    public string? Heading { get; init; }

    /// <summary>It may stay empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Most characters, or the largest number.</summary>
    public int Most { get; init; } = 100;

    /// <summary>The smallest number.</summary>
    public int Least { get; init; }

    /// <summary>A number of euros, perhaps with cents; empty is none.</summary>
    public bool IsAmount { get; init; }

    /// <summary>Key of the words for a number out of bounds.</summary>
    public string Bounds { get; init; } = "error.number";

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    /// <param name="answer">The answer, trimmed.</param>
    public Fault? FaultIn(string answer) => Kind switch
    {
        FieldKind.Tick when answer != "ja" => answer.Length == 0 && IsOptional ? null : new("error.confirm"),
        FieldKind.Municipality when answer.Length == 0 => IsOptional ? null : new("error.fill"),
        FieldKind.Municipality when Municipalities.Find(answer) is null => new("error.municipality"),
        FieldKind.Choice when Options.All(each => each.Value != answer) => answer.Length == 0 && IsOptional ? null : new("error.choose"),
        FieldKind.Line or FieldKind.Words when answer.Length == 0 && !IsOptional => new("error.fill"),
        FieldKind.Line or FieldKind.Words when answer.Length > Most => new("error.too-long", Most),
        FieldKind.Day when answer.Length == 0 && IsOptional => null,
        FieldKind.Day when !Norms.Day.TryParse(answer, out _) => new("error.day"),
        FieldKind.Number when IsAmount && answer.Length == 0 => null,
        FieldKind.Number when IsAmount => Numbers.ReadAmount(answer) is { } amount && amount <= Most ? null : new(Bounds, Most),
        FieldKind.Number when answer.Length == 0 && IsOptional => null,
        FieldKind.Number when Numbers.Read(answer) is not { } number || number < Least || number > Most => new(Bounds, Most),
        _ => null,
    };

    /// <summary>The answer as it is shown again; a key where it is one of the answers to choose from.</summary>
    /// <param name="answer">The answer.</param>
    public object Shown(string answer)
    {
        foreach (var (value, key) in Options)
        {
            if (value == answer)
            {
                return new Speaking.Key(key);
            }
        }
        return Kind == FieldKind.Day && Norms.Day.TryParse(answer, out var day) ? day : answer;
    }
}

/// <summary>What is wrong with an answer (fout).</summary>
/// <param name="Key">Key of the words.</param>
/// <param name="Most">The bound in them, when there is one.</param>
public sealed record Fault(string Key, int? Most = null)
{
    /// <summary>The values of the words.</summary>
    public (string Name, object? Value)[] Put => [("count", Most), ("most", Most)];
}
