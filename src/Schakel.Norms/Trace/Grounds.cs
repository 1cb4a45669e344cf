using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Schakel.Norms;

/// <summary>A norm that an answer rests on (toegepaste norm).</summary>
/// <param name="Norm">Id of the norm or rule.</param>
/// <param name="Title">Its name.</param>
/// <param name="Citation">Where the applied version stands.</param>
/// <param name="Version">First day in force of the version applied; null for a rule.</param>
/// <param name="Value">The value in words; null for a rule.</param>
/// <param name="ValueJson">The value as JSON; null for a rule.</param>
/// <param name="Unit">The unit; null for a rule.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="OnPaper">Whether a measure put the value there.</param>
public sealed record AppliedNorm(
    string Norm, Text Title, Citation Citation, Day? Version, Text? Value, string? ValueJson, string? Unit, NormStatus Status, bool OnPaper);

/// <summary>A fact that an answer rests on (gebruikt feit).</summary>
/// <param name="Name">Name of the fact.</param>
/// <param name="Value">Its value.</param>
public sealed record UsedFact(string Name, string Value);

/// <summary>A step that led to an answer (stap).</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Day">The day it led to.</param>
/// <param name="Words">The step in a sentence.</param>
public sealed record TracedStep(TermStepKind Kind, Day Day, Text Words);

/// <summary>The grounds of an answer (gronden): a receipt that lets anyone recompute it and check its sources.</summary>
/// <param name="LawHash">Hash of the law it was computed under.</param>
/// <param name="Regime">Name of the regime.</param>
/// <param name="Norms">Norms and rules applied, in order of first use.</param>
/// <param name="Facts">Facts used, in order of first use.</param>
/// <param name="Steps">Steps taken, in order.</param>
/// <param name="Sentences">The explanation, a sentence each.</param>
public sealed record Grounds(
    string LawHash,
    string Regime,
    ImmutableArray<AppliedNorm> Norms,
    ImmutableArray<UsedFact> Facts,
    ImmutableArray<TracedStep> Steps,
    ImmutableArray<Text> Sentences)
{
    /// <summary>SHA-256 of the receipt without this hash, in lower-case hexadecimals.</summary>
    /// <returns>64 characters.</returns>
    public string ComputeHash()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteContent(writer);
            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>Writes the receipt with its hash as one JSON object.</summary>
    /// <param name="writer">Receives the object.</param>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteContent(writer);
        writer.WriteString("hash", ComputeHash());
        writer.WriteEndObject();
    }

    private void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("regime", Regime);
        writer.WriteString("law", LawHash);
        writer.WriteStartArray("norms");
        foreach (var norm in Norms)
        {
            Write(writer, norm);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("facts");
        foreach (var fact in Facts)
        {
            writer.WriteString(fact.Name, fact.Value);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("steps");
        foreach (var step in Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", NameOf(step.Kind));
            writer.WriteString("day", step.Day.ToString());
            Write(writer, step.Words);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("sentences");
        foreach (var sentence in Sentences)
        {
            writer.WriteStartObject();
            Write(writer, sentence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, AppliedNorm norm)
    {
        writer.WriteStartObject();
        writer.WriteString("id", norm.Norm);
        writer.WriteStartObject("title");
        Write(writer, norm.Title);
        writer.WriteEndObject();
        writer.WriteString("bwb_id", norm.Citation.BwbId);
        writer.WriteString("article", norm.Citation.Article);
        if (norm.Citation.Note.Length > 0)
        {
            writer.WriteString("note", norm.Citation.Note);
        }

        if (norm.Version is { } version)
        {
            writer.WriteString("version", version.ToString());
            writer.WritePropertyName("value");
            writer.WriteRawValue(norm.ValueJson!, skipInputValidation: true);
            writer.WriteString("unit", norm.Unit);
        }

        writer.WriteString("status", NameOf(norm.Status));
        if (norm.OnPaper)
        {
            writer.WriteBoolean("onPaper", true);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Text words)
    {
        writer.WriteString("nl", words.Dutch);
        writer.WriteString("en", words.English);
    }

    private static string NameOf(NormStatus status) => status switch
    {
        NormStatus.Seed => "seed",
        NormStatus.Verified => "verified",
        NormStatus.Unverified => "unverified",
    };

    private static string NameOf(TermStepKind kind) => kind switch
    {
        TermStepKind.Started => "started",
        TermStepKind.Ran => "ran",
        TermStepKind.Extended => "extended",
        TermStepKind.Suspended => "suspended",
        TermStepKind.Rolled => "rolled",
        TermStepKind.Capped => "capped",
        TermStepKind.Derived => "derived",
    };
}
