using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Schakel.Norms.Tests;

/// <summary>Whoever changes a parameter of these rooms sees an answer change.</summary>
public sealed class EveryParameterMattersTests
{
    private static readonly string[] Rooms = ["Reception", "Participation", "Housing", "Return", "Family", "Steering"];
    private static readonly string[] OtherValues = ["0", "1", "2", "5", "40", "300", "0.3", "0.9", "true", "false"];

    private static readonly ImmutableArray<(string Id, string Facts)> Questions =
    [
        ("municipal-site-limit", """{"placed": "2024-01-10"}"""),
        .. Each("reception-right", "ending", ["further-appeal-refused", "medical-stay-ended", "moratorium-withdrawn", "reports-missed", "not-arrived-after-referral", "not-arrived-after-transfer"], """ "on": "2024-01-10" """),
        .. Each("stay-limit", "form", ["central", "enforcement", "closed-family", "hotel"], """ "placed": "2024-01-10" """),
        .. Each("reporting-duty", "group", ["applicant", "status-holder", "austere"], """ "reported": "2024-01-10" """),
        ("minimum-standards", """{"lodged": "2026-07-01"}"""),
        ("work-access", """{"lodged": "2023-01-10", "permitRequested": "2024-01-10"}"""),
        ("work-access", """{"lodged": "2023-01-10", "artist": true}"""),
        ("allowance", """{"on": "2024-01-10", "adults": 1, "children": 1}"""),
        ("allowance", """{"on": "2024-01-10", "adults": 2, "children": 1}"""),
        ("allowance", """{"on": "2024-01-10", "adults": 2, "children": 2}"""),
        ("own-contribution", """{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 100, "weeksWorked": 10}"""),
        ("own-contribution", """{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 500, "weeksWorked": 10}"""),
        ("own-contribution", """{"on": "2024-01-10", "adults": 1, "children": 0, "labour": 0, "assets": 7600}"""),
        ("own-contribution", """{"on": "2024-01-10", "adults": 2, "children": 0, "labour": 0, "assets": 15200}"""),
        ("own-contribution", """{"on": "2024-01-10", "adults": 2, "children": 1, "labour": 9000}"""),
        ("citizen-number", """{"receivedSince": "2024-01-10"}"""),
        ("housing-term", """{"granted": "2024-01-10"}"""),
        ("municipal-task-half-year", """{"firstDay": "2024-01-01"}"""),
        ("dispersal-task", """{"starts": "2024-02-01", "municipalities": [{"population": 7, "score": 0.5}, {"population": 9, "score": -0.5}]}"""),
        ("dispersal-places", """{"on": "2024-02-01", "places": 100, "opens": "2025-01-01", "closes": "2030-12-31"}"""),
        ("dispersal-places", """{"on": "2024-02-01", "places": 100, "opens": "2025-01-01", "closes": "2030-12-31", "secondRound": true}"""),
        ("departure-period", """{"notified": "2024-01-10"}"""),
        ("departure-period", """{"notified": "2024-01-10", "withheld": true}"""),
        ("supervised-stay", """{"from": "2024-01-10"}"""),
        .. Each("detention", "ground", ["return", "pending-application", "asylum", "public-order", "border", "transfer"], """ "from": "2024-01-10" """),
        .. Each("detention", "ground", ["return", "public-order"], """ "from": "2024-01-10", "notCooperating": true """),
        .. Each("detention", "ground", ["pending-application", "asylum"], """ "from": "2024-01-10", "intentionIssued": true, "appealPending": true """),
        ("detention", """{"from": "2024-01-10", "ground": "return", "minorsInFamily": true}"""),
        ("detention", """{"from": "2024-01-10", "ground": "return", "unaccompaniedMinor": true}"""),
        ("detention", """{"from": "2024-01-10", "ground": "return", "noProspectSince": "2024-02-01"}"""),
        ("detention-review", """{"detained": "2024-01-10", "received": "2024-01-10", "closed": "2024-01-10", "followUpReceived": "2024-01-10", "ruled": "2024-01-10"}"""),
        .. Each("entry-ban", "ground", ["ordinary", "short-overstay", "short-sentence", "long-sentence", "serious-threat", "national-security"], """ "departed": "2024-01-10" """),
        ("no-fault-minor", """{"lodged": "2024-01-10", "born": "2010-01-10"}"""),
        ("medical-postponement", """{"granted": "2024-01-10", "papersAsked": "2024-01-10"}"""),
        ("medical-postponement", """{"granted": "2024-01-10", "admittedUntil": "2024-02-01"}"""),
        ("medical-postponement", """{"granted": "2024-01-10", "advisedMonths": 24}"""),
        ("family-window", """{"permitNotified": "2024-01-10"}"""),
        ("family-decision-period", """{"requested": "2024-01-10"}"""),
        ("family-decision-period", """{"requested": "2026-01-10"}"""),
        ("family-conditions", """{"permitNotified": "2026-07-01", "subsidiary": true, "tie": "adult-child"}"""),
        ("family-arrival", """{"visaGranted": "2024-01-10", "collected": "2024-01-10", "arrived": "2024-01-10"}"""),
        ("development-aid", """{"arrived": "2024-01-10", "dacCountry": true}"""),
        ("development-aid", """{"arrived": "2024-01-10", "dacCountry": true, "finallyRefused": "2024-02-10"}"""),
        ("development-aid-ceiling", """{"on": "2024-01-10", "cost": 50, "aid": 100}"""),
        ("places-paid", """{"on": "2024-01-10", "occupied": 10}"""),
        ("temporary-protection", """{"on": "2024-01-10"}"""),
        ("temporary-protection", """{"on": "2024-01-10", "thirdCountryNational": true}"""),
        ("resettlement", """{"year": 2024}"""),
        ("return-border-procedure", """{"rightToRemainEnded": "2026-09-01"}"""),
        ("guardians", """{"on": "2026-07-01", "children": 500}"""),
        ("guardians", """{"on": "2026-07-01", "children": 500, "manyApplications": true}"""),
        ("solidarity", """{"on": "2026-07-01", "key": 0.05, "relocated": 100}"""),
        ("eu-key", """{"on": "2026-07-01", "persons": 100, "states": [{"population": 1, "gdp": 3, "density": 5}, {"population": 3, "gdp": 2, "density": 50}]}"""),
    ];

    [Fact]
    public void A_changed_parameter_changes_an_answer()
    {
        var asEnacted = Questions.Select(question => Answered(Regimes.Dossier2026, question)).ToArray();
        var idle = OfTheRooms().Where(id => !Matters(id, asEnacted)).ToArray();
        Assert.Empty(idle);
    }

    [Fact]
    public void The_rooms_hold_norms() => Assert.True(OfTheRooms().Length > 80);

    private static bool Matters(string id, string?[] asEnacted) =>
        OtherValues.Any(value => Changed(id, value) is { } law
            && Questions.Where((question, index) => Answered(law, question) != asEnacted[index]).Any());

    private static Law? Changed(string id, string value)
    {
        try
        {
            return Regimes.Dossier2026.With(id, JsonElement.Parse(value));
        }
        catch (InvalidNormValueException)
        {
            return null; // A switch takes no number, and a number no switch.
        }
    }

    private static string Answered(Law law, (string Id, string Facts) question) =>
        NormComputation.Find(question.Id).Compute(law, JsonElement.Parse(question.Facts)).Result.GetRawText();

    private static string[] OfTheRooms() =>
    [
        .. typeof(Norm).Assembly.GetTypes()
            .Where(type => Rooms.Any(room => type.Namespace == "Schakel.Norms." + room) && !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType.IsSubclassOf(typeof(Norm)))
            .Select(field => ((Norm)field.GetValue(null)!).Id),
    ];

    private static IEnumerable<(string Id, string Facts)> Each(string id, string fact, string[] values, string others) =>
        values.Select(value => (id, $$"""{"{{fact}}": "{{value}}", {{others}}}"""));
}
