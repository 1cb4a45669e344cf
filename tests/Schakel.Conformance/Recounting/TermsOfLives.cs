using System.Text.Json;
using System.Text.Json.Nodes;
using Schakel.Norms;

namespace Schakel.Conformance.Recounting;

/// <summary>Compares the days in a log with the terms that anyone can have computed (compute), person by person.</summary>
internal sealed class TermsOfLives(Func<Day, Law> lawOn)
{
    private sealed class Life
    {
        public bool Minor;
        public bool Taken;
        public int Ordinal;
        public string Track = "";
        public Day? Lodged;
        public Day? Responsible;
        public Day? Decided;
        public Day? Permit;
        public Day? RefugeeSince;
        public bool FourWeeks;
        public Day? Accepted;
        public Day? AbscondingTold;
        public bool Checked;
    }

    private readonly Dictionary<int, Life> _lives = [];

    /// <summary>Persons of whom at least one day was compared.</summary>
    public int PersonsChecked => _lives.Values.Count(life => life.Checked);

    /// <summary>Days compared, by computation.</summary>
    public SortedDictionary<string, int> Compared { get; } = [];

    /// <summary>Days that do not agree.</summary>
    public List<string> Faults { get; } = [];

    public void See(Told told)
    {
        if (told.File == 0)
        {
            return;
        }

        if (!_lives.TryGetValue(told.File, out var life))
        {
            _lives[told.File] = life = new();
        }

        Check(told, life);
        Remember(told, life);
    }

    private void Check(Told told, Life life)
    {
        switch (told.Type)
        {
            case "interview-held" when life is { Ordinal: 1, Lodged: { } lodged, Taken: false } && life.Track == "general":
                NotBefore(told, life, Day("rest-period", "earliestFirstDay", told.Day, new() { ["lodged"] = $"{lodged}", ["unaccompaniedMinor"] = life.Minor }));
                break;
            case "default-notice-received" when life.Lodged is not null:
                NotBefore(told, life, DecisionPeriod(told.Day, life).PlusDays(1));
                break;
            case "breach-recorded" when told.Text("norm") == "decision-period":
                Equal(told, life, told.DayOr("lastDay")!.Value, DecisionPeriod(told.Day, life));
                break;
            case "breach-recorded" when told.Text("norm") == "housing-term" && life.Permit is { } granted:
                var last = told.DayOr("lastDay")!.Value;
                var terms = new[] { "linkBy", "moveBy" }.Select(name => Day("housing-term", name, told.Day, new() { ["granted"] = $"{granted}" })).ToList();
                Equal(told, life, last, terms.Contains(last) ? last : terms[1]);
                break;
            case "appeal-lodged" when life.Decided is { } notified:
                NotAfter(told, life, Day("appeal-period", "lastDay", told.Day, new() { ["notified"] = $"{notified}", ["term"] = life.FourWeeks ? "four-weeks" : "one-week" }));
                break;
            case "reunification-requested" when (life.RefugeeSince ?? life.Permit) is { } permit && !told.Fields.ContainsKey("underConditions"):
                NotAfter(told, life, Day("family-window", "lastDay", told.Day, new() { ["permitNotified"] = $"{permit}" }));
                break;
            case "transferred-to-state" when life.Accepted is not null:
                NotAfter(told, life, Transfer(told.Day, life));
                break;
            case "transfer-lapsed" when life.Accepted is not null:
                NotBefore(told, life, Transfer(told.Day, life).PlusDays(1));
                break;
            default:
                break;
        }
    }

    private static void Remember(Told told, Life life)
    {
        switch (told.Type)
        {
            case "file-taken-over":
                life.Taken = true;
                life.Ordinal = 1;
                life.Lodged = told.DayOr("dates.lodgedOn");
                life.Decided = told.DayOr("dates.decidedOn");
                life.Permit = told.Text("stage") is "awaiting-home" or "awaiting-reunification" or "housed" ? life.Decided : null;
                life.Accepted = told.DayOr("dates.acceptedOn");
                life.Minor = told.Text("role") == "unaccompanied-minor";
                break;
            case "person-arrived" when !life.Taken && life.Lodged is null:
                life.Minor = told.Text("role") == "unaccompanied-minor";
                break;
            case "application-lodged":
                (life.Ordinal, life.Lodged, life.Responsible, life.Decided, life.Taken) = (told.Number("ordinal"), told.Day, null, null, false);
                break;
            case "track-confirmed":
                life.Track = told.Text("track");
                break;
            case "dublin-reply-received":
                life.Accepted = told.True("accepted") ? told.Day : null;
                life.Responsible = told.True("accepted") ? null : told.Day;
                break;
            case "absconding-notified":
                life.AbscondingTold = told.Day;
                break;
            case "transfer-lapsed":
                (life.Responsible, life.Accepted) = (told.DayOr("responsibleSince"), null);
                break;
            case "dublin-request-lapsed":
                life.Responsible = told.DayOr("responsibleSince");
                break;
            case "application-decided":
                var outcome = told.Text("outcome");
                life.Decided = told.Day;
                life.FourWeeks = (outcome == "unfounded" && !told.True("inGeneralProcedure")) || outcome == "grant-subsidiary";
                break;
            case "permit-issued":
                life.Permit = told.Day;
                break;
            case "appeal-ruled" when told.True("upheld"):
                life.RefugeeSince = life.Permit is null ? null : told.Day;
                break;
            default:
                break;
        }
    }

    private Day DecisionPeriod(Day on, Life life)
    {
        var facts = new JsonObject { ["lodged"] = $"{life.Lodged}", ["extension"] = "wbv-as-applied" };
        if (life.Responsible is { } responsible && responsible != life.Lodged)
        {
            facts["dublinResponsibleSince"] = $"{responsible}";
        }

        return Day("decision-period", "lastDay", on, facts);
    }

    private Day Transfer(Day on, Life life)
    {
        var facts = new JsonObject { ["accepted"] = $"{life.Accepted}", ["circumstance"] = life.AbscondingTold is null ? "none" : "absconded" };
        if (life.AbscondingTold is { } told)
        {
            facts["otherStateNotified"] = $"{told}";
        }

        return Day("dublin-transfer", "lastDay", on, facts);
    }

    private Day Day(string computation, string result, Day on, JsonObject facts)
    {
        Compared[computation] = Compared.GetValueOrDefault(computation) + 1;
        var answer = NormComputation.Find(computation).Compute(lawOn(on), JsonSerializer.SerializeToElement(facts));
        return Conformance.Life.Date(answer.Result.GetProperty(result).GetString()!);
    }

    private void NotBefore(Told told, Life life, Day earliest) => Judge(told, life, told.Day >= earliest, $"not before {earliest}");

    private void NotAfter(Told told, Life life, Day last) => Judge(told, life, told.Day <= last, $"not after {last}");

    private void Equal(Told told, Life life, Day said, Day computed) => Judge(told, life, said == computed, $"says {said}, computed {computed}");

    private void Judge(Told told, Life life, bool agrees, string rule)
    {
        life.Checked = true;
        if (!agrees)
        {
            Faults.Add($"{told.Type} of person {told.File} on {told.Day}: {rule}");
        }
    }
}
