namespace Schakel.Conformance.Recounting;

internal sealed partial class Recount
{
    private void OfPerson(Told told, PersonSoFar person)
    {
        switch (told.Type)
        {
            case "person-arrived": Arrive(told, person); break;
            case "file-taken-over": TakeOver(told, person); break;
            case "application-lodged": Lodge(told, person); break;
            case "track-confirmed": ConfirmTrack(told, person); break;
            case "referred-to-extended-procedure": person.Extended = true; break;
            case "interview-held": Interviewed(person); break;
            case "interview-missed": _months.Add("no-shows", person.First ? 1 : 0); break;
            case "application-decided": Decide(told, person); break;
            case "permit-issued": IssuePermit(person); break;
            case "default-notice-received": _months.Add("default-notices"); break;
            case "reunification-notice-received": _months.Add("default-notices", person.Relatives); break; // One for each relative.
            case "penalty-paid":
                _months.Add("penalties.euro", told.Number("euro"));
                _months.Euro("cost.total.euro", told.Number("euro"));
                break;
            case "dublin-request-lapsed": person.ResponsibleSince = told.DayOr("responsibleSince")!.Value.Number; break;
            case "dublin-transfer-requested": _months.Add("dublin.requests"); break;
            case "dublin-reply-received": _months.Add("dublin.accepted", told.True("accepted") ? 1 : 0); break;
            case "absconding-notified": _months.Add("departures.unsupervised", person.HandedOver ? 1 : 0); break;
            case "transferred-to-state": Transferred(person); break;
            case "transfer-lapsed": TransferLapsed(person); break;
            case "appeal-lodged": person.AppealPending = true; _months.Add("appeals"); break;
            case "appeal-ruled": Rule(told, person); break;
            case "person-placed": Place(told, person); break;
            case "person-moved": Move(told, person); break;
            case "reception-ended": LeaveReception(person); break;
            case "left-with-unknown-destination": Disappear(told, person); break;
            case "work-permit-issued": _months.Add("work-permits"); break;
            case "home-offered": Offer(told, person); break;
            case "moved-into-home": MoveIn(person); break;
            case "return-file-opened": OpenReturnFile(told, person); break;
            case "detention-imposed": person.Detained = true; break;
            case "detention-ended": person.Detained = false; break;
            case "departed": Depart(told, person); break;
            case "reunification-requested": person.Relatives = told.Number("relatives"); break;
            case "reunification-decided": person.Relatives = 0; break;
            default: break;
        }
    }

    // Out of track 1: from today the Netherlands has the application, and counts its age.
    private void ConfirmTrack(Told told, PersonSoFar person)
    {
        var track = TrackOf(told.Text("track"));
        person.TakenUp = person.Track != 1 || track == 1 ? person.TakenUp : person.ResponsibleSince == 0 ? _today : person.ResponsibleSince;
        person.Track = track;
    }

    private static int TrackOf(string track) => track switch
    {
        "dublin" => 1,
        "simplified" => 2,
        _ => 4,
    };

    private void Open(Told told, PersonSoFar person)
    {
        if (person.Opened)
        {
            return;
        }

        person.Opened = true;
        person.Role = told.Text("role");
        person.Made = _today;
    }

    private void Arrive(Told told, PersonSoFar person)
    {
        person.Gone = false;
        if (person.Opened)
        {
            return;
        }

        person.Route = told.Text("route");
        Open(told, person);
        person.CountsFirstYear = person.Route is "asylum" or "family-reunification";
        _months.Add("inflow.family", person.Route == "family-reunification" ? 1 : 0);
        _months.Add("inflow.resettled", person.Route == "resettlement" ? 1 : 0);
    }

    private void TakeOver(Told told, PersonSoFar person)
    {
        Open(told, person);
        var lodged = told.DayOr("dates.lodgedOn")?.Number ?? 0;
        person.TakenOverAt = lodged == 0 ? "" : told.Time;
        person.CountsFirstYear = lodged != 0;
        person.Made = lodged == 0 ? _today : lodged;
        person.Lodged = lodged;
        person.TakenUp = lodged;
        person.Ordinal = 1;
        person.MovesBefore = told.NumberOr("moves", 0);
        person.Relatives = told.NumberOr("relatives", 0);
        person.Decided = told.DayOr("dates.decidedOn")?.Number ?? 0;
        var stage = told.Text("stage");
        person.IsOpen = stage is "awaiting-interview" or "awaiting-decision" or "dublin-awaiting-reply" or "simplified-procedure";
        person.Track = stage switch { "dublin-awaiting-reply" or "dublin-accepted" => 1, "simplified-procedure" => 2, _ => 4 };
        person.Extended = stage is "awaiting-decision" or "awaiting-ruling";
        person.AppealPending = stage == "awaiting-ruling";
        person.ReturnFile = stage == "returning";
        if (stage is "awaiting-home" or "awaiting-reunification" or "housed")
        {
            person.HoldsPermit = true;
            person.PermitOn = person.Decided;
        }

        if (stage == "awaiting-home")
        {
            WaitForHome(person);
        }

        if (told.Fields.TryGetValue("referredBy", out var by))
        {
            _months.Add(by.GetString() switch
            {
                "aliens-police" => "return-inflow.from-police",
                "border-police" => "return-inflow.from-border",
                _ => "return-inflow.other",
            });
        }
    }

    private void Lodge(Told told, PersonSoFar person)
    {
        person.Ordinal = told.Number("ordinal");
        person.IsOpen = true;
        person.Lodged = _today;
        person.TakenUp = _today;
        person.ResponsibleSince = 0;
        person.Track = 0;
        person.Extended = false;
        person.Annulled = false;
        person.AppealPending = false;
        person.ReturnFile = false;
        _months.Add(person.Ordinal == 1 ? "inflow.first" : "inflow.subsequent");
        _months.Add("inflow.minors", person.Ordinal == 1 && person.Role == "unaccompanied-minor" ? 1 : 0);
    }

    private void Interviewed(PersonSoFar person)
    {
        _months.Add("interviews", person.First ? 1 : 0);
        _months.Ratio("wait-until-interview.weeks", _today - person.TakenUp, 1);
    }

    private void Decide(Told told, PersonSoFar person)
    {
        person.Decided = _today;
        _outcome = told.Text("outcome");
        if (person.IsOpen)
        {
            _undecided = person; // Whether it was in time stands in the next event.
        }
    }

    private void SettleDecision(bool inTime)
    {
        if (_undecided is not { } person)
        {
            return;
        }

        _undecided = null;
        person.IsOpen = false;
        var days = _today - person.TakenUp;
        var granted = _outcome.StartsWith("grant", StringComparison.Ordinal) ? 1 : 0;
        var judged = _outcome != "out-of-consideration";
        var first = person is { Ordinal: 1, Annulled: false, Gone: false };
        var kind = person.Track switch { 1 => "track1", 2 => "track2", _ => "track4" };
        _months.Add("decisions");
        _months.Add($"decisions.{kind}");
        if (judged)
        {
            _months.Ratio("grant-rate", granted, 1);
            _months.Ratio("grant-rate.eurostat", person.Track == 1 ? 0 : granted, person.Track == 1 ? 0 : 1);
            _months.Ratio("grant-rate.track4", kind == "track4" ? granted : 0, kind == "track4" ? 1 : 0);
        }

        if (!first)
        {
            return;
        }

        var part = kind == "track4" ? person.Extended ? "track4-extended" : "track4-general" : kind;
        _months.Add("decisions.first");
        _months.Ratio("lead-time.weeks", days, 1);
        _months.Ratio($"lead-time.weeks.{part}", days, 1);
        if (person.Track == 1)
        {
            return;
        }

        foreach (var series in kind == "track4" ? (string[])["decided-in-time.share", "decided-in-time.share.track4", $"decided-in-time.share.{part}"]
            : ["decided-in-time.share", "decided-in-time.share.track2"])
        {
            _months.Ratio(series, inTime ? 1 : 0, 1);
        }
    }

    private void IssuePermit(PersonSoFar person)
    {
        _months.Add("permits");
        person.HoldsPermit = true;
        person.PermitOn = _today;
        WaitForHome(person);
    }

    private void Transferred(PersonSoFar person)
    {
        _months.Add("dublin.transfers");
        _months.Add("departures.forced");
        person.AppealPending = false;
    }

    private void TransferLapsed(PersonSoFar person)
    {
        _months.Add("dublin.lapsed");
        person.AppealPending = false;
        person.HandedOver = false;
        person.IsOpen = true;
        person.Track = 1;
    }

    private void Rule(Told told, PersonSoFar person)
    {
        var upheld = told.True("upheld");
        _rulingsToday++;
        _months.Ratio("appeals.upheld-share", upheld ? 1 : 0, 1);
        _months.Ratio("appeals.wait-weeks", _today - person.Decided, 1);
        person.AppealPending = false;
        if (upheld && !person.HoldsPermit)
        {
            person.IsOpen = true;
            person.Annulled = true;
            person.Extended = true;
        }
    }

    private void Place(Told told, PersonSoFar person)
    {
        var fromBefore = person.TakenOverAt == told.Time;
        person.Moves = fromBefore ? person.MovesBefore : 0;
        person.StaySince = fromBefore ? person.Lodged : _today;
        Settle(told, person);
        person.FirstYear = person.CountsFirstYear && person.Modality != "external" && Book.CountsForOda(person.Group);
    }

    private void Move(Told told, PersonSoFar person)
    {
        Settle(told, person);
        if (person.Modality != "external")
        {
            person.Moves++;
            _months.Add("moves.total");
        }
    }

    private void Settle(Told told, PersonSoFar person)
    {
        person.Site = told.Number("site");
        person.Modality = _modalities[person.Site];
        person.AtSiteSince = _today;
        Assert.Equal(person.Modality, told.Text("modality"));
    }

    private void LeaveReception(PersonSoFar person)
    {
        var moves = person.Moves;
        var stay = _today - person.StaySince;
        person.Site = 0;
        person.FirstYear = false;
        if (moves == 0)
        {
            return;
        }

        int If(bool holds) => holds ? 1 : 0;
        switch (person.Role)
        {
            case "unaccompanied-minor":
                _months.Ratio("moves.minors.share-1", If(moves == 1), 1);
                _months.Ratio("moves.minors.share-2", If(moves == 2), 1);
                break;
            case "child":
                _months.Ratio("moves.children.share-1", If(moves == 1), 1);
                _months.Ratio("moves.children.share-2", If(moves == 2), 1);
                break;
            default:
                _months.Add("moves.adults-leaving");
                _months.Ratio("moves.mean-at-exit", moves, 1);
                _months.Ratio("stay.weeks-at-exit", stay, 1);
                _months.Ratio("moves.share-1", If(moves == 1), 1);
                _months.Ratio("moves.share-2", If(moves == 2), 1);
                _months.Ratio("moves.share-3", If(moves == 3), 1);
                _months.Ratio("moves.share-4-or-more", If(moves >= 4), 1);
                if (moves <= 6)
                {
                    _months.Ratio($"stay.weeks.moves-{moves}", stay, 1);
                }

                break;
        }
    }

    private void Disappear(Told told, PersonSoFar person)
    {
        person.Gone = true;
        person.ReturnFile = false;
        if (told.True("fromReception"))
        {
            _months.Add("unknown-departures");
            LeaveReception(person);
        }
    }

    private void Offer(Told told, PersonSoFar person)
    {
        // Offers at the first midnight were made before; relatives follow their sponsor into an existing home.
        var counted = person.First && person.Route != "family-reunification" && !(person.TakenOverAt == told.Time);
        _months.Add("workload.municipalities.homes", counted ? 1 : 0);
    }

    private void MoveIn(PersonSoFar person)
    {
        _months.Add("housed");
        _months.Ratio("housing.wait-weeks", _today - person.PermitOn, 1);
        if (person.Waiting)
        {
            person.Waiting = false;
            _housedOfTask++;
        }
    }

    // Whoever is to be transferred is handed over too, but the caseload is of those who leave the country by themselves or by force.
    private void OpenReturnFile(Told told, PersonSoFar person)
    {
        _months.Add("return-inflow.from-ind", person.TakenOverAt == told.Time ? 0 : 1);
        person.HandedOver = person.Track == 1;
        person.ReturnFile = person.Track != 1;
    }

    private void Depart(Told told, PersonSoFar person)
    {
        _months.Add($"departures.{told.Text("kind")}");
        person.ReturnFile = false;
        person.Detained = false;
    }
}
