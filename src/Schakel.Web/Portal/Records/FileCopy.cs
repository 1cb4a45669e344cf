using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Web.Api;
using Schakel.Web.Documents;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Speaking;
using Schakel.Web.Workbench;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Portal.Records;

/// <summary>
/// A copy of one's own file to take away (kopie van het dossier; AVG 15(3)), or of a client's for who stands by them, as far as they read it: for a machine,
/// and for people. Both hold the same: how it stands, what was handed in with proof of when, all that happened, and who looked. The one for people is in
/// Dutch, the only official text.
/// </summary>
internal static class FileCopy
{
    // As the interface writes it: whoever reads the one reads the other.
    private static readonly JsonSerializerOptions AsInterface = new(ApiJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>For a machine.</summary>
    public static IResult ForMachines(CaseVisit visit, ImmutableArray<OthersLook> looks)
    {
        visit.Http.Response.Headers.ContentDisposition = "attachment; filename=\"dossier.json\"";
        return Results.Text(Content(visit, looks).ToJsonString(ApiJson.Options), "application/json", System.Text.Encoding.UTF8);
    }

    /// <summary>For people, as PDF.</summary>
    public static IResult ForPeople(CaseVisit visit, ImmutableArray<OthersLook> looks)
    {
        visit.Http.Response.Headers.ContentDisposition = "attachment; filename=\"dossier.pdf\"";
        return Results.Bytes(Paper.Make(visit.IsApplicant ? "Kopie van uw dossier" : "Kopie van het dossier van uw cliënt", "De partners in de asielketen", visit.Today, paper => Write(paper, visit, looks)), "application/pdf");
    }

    private static JsonObject Content(CaseVisit visit, ImmutableArray<OthersLook> looks) => new()
    {
        ["gemaaktOpDatum"] = visit.Today.ToString(),
        ["zaak"] = Node(FileAnswer.Of(visit.Sight, visit.Law)),
        ["gebeurtenissen"] = Node(visit.History.Select(each => EventAnswer.Of(each, visit.Sight)).Where(each => each is not null).ToArray()),
        ["ingediend"] = new JsonArray([.. HandedIn(visit).Select(each => new JsonObject
        {
            ["kenmerk"] = Receipt.ReferenceOf(each),
            ["datum"] = each.Envelope.OccurredOn.ToString(),
            ["vastgelegdOp"] = each.Envelope.RecordedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["soort"] = each.Envelope.Name,
            ["door"] = Words.OfValue(each.Envelope.Doer.Kind),
            ["controlegetal"] = Convert.ToHexStringLower(each.Envelope.Hash.Span),
        })]),
        ["inzagen"] = new JsonArray([.. looks.Select(each => new JsonObject { ["datum"] = each.On.ToString(), ["functie"] = each.Who.Dutch, ["doel"] = each.What.Dutch, ["keren"] = each.Times })]),
    };

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, AsInterface);

    private static void Write(Paper paper, CaseVisit visit, ImmutableArray<OthersLook> looks)
    {
        var speech = new Speech(PortalLanguage.Official);
        paper.Say(visit.IsApplicant
            ? $"Gemaakt op {speech.ShortDate(visit.Today)}. U hebt recht op deze kopie (Algemene verordening gegevensbescherming, artikel 15, derde lid)."
            : $"Gemaakt op {speech.ShortDate(visit.Today)} voor {visit.Caller?.Function.Dutch ?? "wie de cliënt bijstaat"}, met wat die van deze zaak mag lezen. Waar ‘u’ staat, is de cliënt bedoeld.");
        if (visit.IsDemonstration)
        {
            paper.Say("Dit is een demonstratie. Alle mensen en dossiers zijn verzonnen.");
        }
        paper.Say("Woorden in een ander schrift dan het Latijnse, Griekse of Cyrillische staan alleen in het bestand voor een computer.");
        paper.Heading(visit.IsApplicant ? "Hoe uw zaak staat" : "Hoe de zaak staat");
        paper.Fact("Zaaknummer", visit.Number.ToString(CultureInfo.InvariantCulture));
        Put(paper, Node(FileAnswer.Of(visit.Sight, visit.Law)) as JsonObject ?? [], 0);
        var handed = HandedIn(visit).ToList();
        paper.Heading($"Wat is ingediend ({handed.Count})");
        paper.Say("Het kenmerk en het controlegetal (SHA-256) bewijzen dat dit op dat moment is vastgelegd: ze staan ook in het logboek van de keten.");
        foreach (var each in handed)
        {
            var (day, time) = ClockTime.Of(each.Envelope.RecordedAt);
            paper.Subheading($"{speech.ShortDate(each.Envelope.OccurredOn)}: {TitleOf(each, LetterOf(each, visit), speech)}");
            paper.Fact("Kenmerk", Receipt.ReferenceOf(each));
            paper.Fact("Vastgelegd", $"{speech.ShortDate(day)}, {speech.Time(time)} (Nederlandse tijd)");
            paper.Fact("Door", speech.Say($"file.by.{Kebab.Of(each.Envelope.Doer.Kind)}"));
            paper.Fact("Controlegetal", Convert.ToHexStringLower(each.Envelope.Hash.Span));
        }
        paper.Heading($"Wat er is gebeurd ({visit.History.Count})");
        foreach (var each in visit.History.Reverse())
        {
            Happened(paper, each, visit, speech);
        }
        paper.Heading(visit.IsApplicant ? "Wie uw dossier bekeek" : "Wie het dossier bekeek");
        if (looks.IsEmpty)
        {
            paper.Say(visit.IsApplicant ? "Niemand anders dan u." : "Niemand anders dan de cliënt.");
        }
        foreach (var look in looks)
        {
            paper.Fact(speech.ShortDate(look.On), $"{look.Who.Dutch}, {look.What.Dutch}, {look.Times} keer");
        }
    }

    private static void Happened(Paper paper, RecordedEvent recorded, CaseVisit visit, Speech speech)
    {
        var letter = LetterOf(recorded, visit);
        paper.Subheading($"{speech.ShortDate(recorded.Envelope.OccurredOn)}: {TitleOf(recorded, letter, speech)}");
        paper.Say(speech.Say($"file.by.{Kebab.Of(recorded.Envelope.Doer.Kind)}"));
        if (letter is not null)
        {
            paper.Say(speech.Say($"{letter.Key}.text", [.. letter.Put]));
            foreach (var line in WhereAndWhen.Of(visit, letter))
            {
                paper.Say(speech.Put(line));
            }
        }
        if (EventAnswer.Of(recorded, visit.Sight)?.Gegevens is { } fields)
        {
            Put(paper, fields, 1);
        }
    }

    // What the person or who stands by them did, the latest first.
    private static IEnumerable<RecordedEvent> HandedIn(CaseVisit visit) =>
        visit.History.Where(each => each.Envelope.Doer.Kind is DoerKind.Applicant or DoerKind.Lawyer or DoerKind.Guardian).Reverse();

    // Its text may tell what a field tells: of an event that is partly shielded there is none.
    private static Letter? LetterOf(RecordedEvent recorded, CaseVisit visit) => EventAnswer.Of(recorded, visit.Sight) is { Afgeschermd: false } ? Letter.Of(recorded) : null;

    private static string TitleOf(RecordedEvent recorded, Letter? letter, Speech speech) =>
        letter is not null ? speech.Say(letter.Key)
        : recorded.Event is Chain.Records.LapseObserved lapse && Speech.Knows($"step.{lapse.Step}") ? speech.Say("file.lapse", ("step", new Key($"step.{lapse.Step}")))
        : EventNames.Of(recorded.Envelope.Name).Dutch;

    private static void Put(Paper paper, JsonObject fields, int depth)
    {
        foreach (var (name, value) in fields)
        {
            switch (value)
            {
                case JsonObject inner:
                    paper.Fact(Label(name), "", depth);
                    Put(paper, inner, depth + 1);
                    break;
                case JsonArray many:
                    Put(paper, many, name, depth);
                    break;
                case JsonValue one:
                    paper.Fact(Label(name), CodesInWords.ValueOf(name, one, english: false), depth);
                    break;
            }
        }
    }

    private static void Put(Paper paper, JsonArray many, string name, int depth)
    {
        for (var at = 0; at < many.Count; at++)
        {
            var numbered = $"{Label(name)} {at + 1}";
            if (many[at] is JsonObject inner)
            {
                paper.Fact(numbered, "", depth);
                Put(paper, inner, depth + 1);
            }
            else if (many[at] is { } one)
            {
                paper.Fact(numbered, CodesInWords.ValueOf(name, one, english: false), depth);
            }
        }
    }

    private static string Label(string name) => CodesInWords.LabelOf(name, english: false);
}
