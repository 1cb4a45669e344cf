using System.Text.Json;
using Schakel.Catalogue;
using Schakel.Norms;

namespace Schakel.Commands;

/// <content>The same for programs.</content>
internal sealed partial class NormsListing
{
    /// <summary>Writes the law, all its norms and all computations as one object.</summary>
    public void WriteAll(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("regime", law.Regime);
        writer.WriteString("known_on", law.KnownOn.ToString());
        writer.WriteString("law", law.Hash);
        writer.WriteStartArray("norms");
        foreach (var norm in NormCatalogue.All)
        {
            Write(writer, norm);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("computations");
        foreach (var computation in NormComputation.All)
        {
            Write(writer, computation);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a norm or a computation as one object.</summary>
    public void Write(Utf8JsonWriter writer, object subject)
    {
        if (subject is Norm norm)
        {
            Write(writer, norm);
        }
        else
        {
            Write(writer, (NormComputation)subject);
        }
    }

    private void Write(Utf8JsonWriter writer, Norm norm)
    {
        writer.WriteStartObject();
        WriteHead(writer, norm.Id, norm.Title, NormRooms.Of(norm));
        writer.WriteString("dossier", norm.Dossier);
        writer.WriteString("unit", norm.Unit);
        writer.WriteString("accepts", norm.Accepts);
        writer.WriteStartArray("versions");
        foreach (var version in law.VersionsOf(norm.Id))
        {
            var citation = version.Citation ?? norm.Citation;
            writer.WriteStartObject();
            writer.WriteString("from", version.From.ToString());
            if (version.Until is { } until)
            {
                writer.WriteString("until", until.ToString());
            }

            writer.WriteString("known_on", version.KnownOn.ToString());
            writer.WritePropertyName("value");
            version.WriteValue(writer);
            writer.WriteString("bwb_id", citation.BwbId);
            writer.WriteString("article", citation.Article);
            if (citation.Note.Length > 0)
            {
                writer.WriteString("note", citation.Note);
            }

            writer.WriteString("status", NameOf(version.Status ?? norm.Status));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, NormComputation computation)
    {
        writer.WriteStartObject();
        WriteHead(writer, computation.Id, computation.Title, NormRooms.Of(computation));
        writer.WriteStartArray("facts");
        foreach (var fact in computation.Facts)
        {
            writer.WriteStartObject();
            writer.WriteString("name", fact.Name);
            writer.WriteBoolean("required", fact.IsRequired);
            writer.WriteString("form", fact.Form);
            Write(writer, "meaning", fact.Meaning);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("result");
        foreach (var name in WorkedExamples.ResultsOf(computation))
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter writer, string id, Text title, string room)
    {
        writer.WriteString("id", id);
        Write(writer, "title", title);
        writer.WriteString("room", room);
    }

    private static void Write(Utf8JsonWriter writer, string name, Text words)
    {
        writer.WriteStartObject(name);
        writer.WriteString("nl", words.Dutch);
        writer.WriteString("en", words.English);
        writer.WriteEndObject();
    }
}
