using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Store.Acts;
using Day = Schakel.Norms.Day;

namespace Schakel.Store.Models;

/// <summary>Lives of people, with steps left out and put off at random: what is refused then is part of life.</summary>
internal static class RandomLives
{
    private static readonly Official Police = TestStore.Police;
    private static readonly Official Reception = TestStore.Reception;
    private static readonly Official Hearing = new(21, OfficialRoles.HearingOfficer);
    private static readonly Official Deciding = new(22, OfficialRoles.DecisionOfficer);
    private static readonly Official Returning = new(23, OfficialRoles.ReturnOfficer);
    private static readonly Official Housing = new(24, OfficialRoles.HousingOfficer);
    private static readonly Official Court = new(25, OfficialRoles.Judge);
    private static readonly Official Detaining = new(26, OfficialRoles.DetainingAuthority);
    private static readonly string[] Names = ["Mohammed", "Özdemir", "Ольга", "الأحمد", "ሰላም", "de Vries"];

    /// <summary>Acts of all lives, in order of day.</summary>
    public static IReadOnlyList<(Day On, Act Act)> Acts(int seed, int persons)
    {
        var random = new SeededRandom(seed);
        var acts = new List<(Day On, StreamId To, Command Command)>();
        var start = TestStore.Date("2024-01-10");
        for (var site = 1; site <= 3; site++)
        {
            acts.Add((start, TestStore.SiteOf(site), new OpenSite(Reception, 4 * persons, Modality.Regular)));
        }
        for (var person = 1; person <= persons; person++)
        {
            var on = start.PlusDays(random.Below(60));
            var planned = on;
            foreach (var (after, command) in random.Below(2) == 0 ? Granted(person, on, random) : Refused(person, on, random))
            {
                // An interview is held on the day it was planned for, which is a Wednesday.
                on = command is HoldInterview or MissInterview && planned > on ? planned : on.PlusDays(after + random.Below(4));
                if (random.Below(25) > 0)
                {
                    var made = command switch
                    {
                        PlanInterview plan => plan with { InterviewOn = planned = Wednesday(on) },
                        MoveInterview move => move with { InterviewOn = planned = Wednesday(on) },
                        _ => command,
                    };
                    acts.Add((on, TestStore.File(person), made));
                }
            }
        }
        acts.Add((start.PlusDays(100), TestStore.SiteOf(1), new ResizeSite(Reception, 5 * persons)));
        return [.. acts.OrderBy(act => act.On.Number).Select((act, i) =>
            (act.On, new Act(ActKey.Of(seed, i), Doer.Of(Reception), Purpose.Procedure, act.Command is HoldInterview ? act.On : act.On.PlusDays(i % 9 == 0 ? -1 : 0), [new(act.To, act.Command)])))];
    }

    private static Day Wednesday(Day on) => on.PlusDays(14 + ((3 - (int)on.DayOfWeek + 7) % 7));

    private static IEnumerable<(int After, Command Command)> Registered(int person, Day start, SeededRandom random)
    {
        var born = Day.Of(1960 + random.Below(40), 1 + random.Below(12), 1 + random.Below(28));
        yield return (0, new RegisterArrival(new(100 + (person / 2)), born, person % 2 == 0 ? FamilyRole.Main : FamilyRole.Partner, new(1), AtBorder: false));
        yield return (0, new PlacePerson(Reception, new(1), Modality.Regular));
        yield return (1, new IdentifyPerson(Police, new(1), HoldsTravelDocument: random.Below(4) == 0));
        yield return (0, new RecordIdentity(Police, new(new(Names[random.Below(Names.Length)], Names[random.Below(Names.Length)]), PartialDate.Of(born), default, default), IdentitySource.Stated));
        yield return (0, new AssignVNumber(Police, VNumber.Synthetic(person).ToString()));
        yield return (1, new LodgeApplication(1));
        yield return (1, new HoldRegistrationInterview(Hearing));
        yield return (1, new ConfirmTrack(Deciding, Track.General, 0));
        yield return (3, new MovePerson(Reception, new(2), Modality.Regular));
        _ = start;
    }

    private static IEnumerable<(int After, Command Command)> Heard(Day start, SeededRandom random)
    {
        yield return (20, new PlanInterview(Hearing, start.PlusDays(90)) { Place = new(new(3), null, 540) });
        yield return (10, new MoveInterview(Hearing, start.PlusDays(100), MoveCause.Applicant));
        if (random.Below(3) == 0)
        {
            yield return (60, new MissInterview(NoShowCause.Illness));
            yield return (1, new PlanInterview(Hearing, start.PlusDays(130)));
        }
        yield return (30, new HoldInterview(Hearing));
        yield return (1, new SubmitCorrections());
    }

    private static IEnumerable<(int After, Command Command)> Granted(int person, Day start, SeededRandom random) =>
    [
        .. Registered(person, start, random), .. Heard(start, random),
        (2, new DecideApplication(Deciding, DecisionOutcome.GrantSubsidiary)),
        (0, new IssuePermit(Deciding, 60)),
        (8, new LinkToMunicipality(Reception, new(363))),
        (20, new OfferHome(Housing, new(363))),
        (3, new AcceptHome()),
        (20, new MoveIntoHome(new(363))),
        (0, new EndReception(Reception, ReceptionEnd.Housed)),
    ];

    private static IEnumerable<(int After, Command Command)> Refused(int person, Day start, SeededRandom random) =>
    [
        .. Registered(person, start, random), .. Heard(start, random),
        (1, new ReferToExtendedProcedure(Deciding)),
        (20, new IssueIntention(Deciding)),
        (20, new SubmitView()),
        (5, new DecideApplication(Deciding, DecisionOutcome.Unfounded) { Ground = DecisionGround.NoGroundForPermit }),
        (9, new LodgeAppeal()),
        (10, new PlanCourtHearing(Court, start.PlusDays(300))),
        (90, new RuleOnAppeal(Court, random.Below(3) == 0)),
        (40, new OpenReturnFile(Returning)),
        (1, new AssignReturnCounsellor(Returning, Returning)),
        (2, new HoldDepartureTalk(Returning)),
        (2, new RequestTravelDocument(Returning)),
        (20, random.Below(3) == 0 ? new RecordUnknownDeparture(Reception, FromReception: true) : new HoldDepartureTalk(Returning)),
        (20, new ReceiveTravelDocument()),
        (20, new Detain(Detaining, DetentionBasis.Removal, DetentionGrounds.EvadedSupervision | DetentionGrounds.WillNotLeave, LesserMeansFail: true, WeightyInterest: false)),
        (9, new Depart(Returning, DepartureKind.Forced)),
    ];

    /// <summary>Draws from a seed, the same everywhere.</summary>
    internal sealed class SeededRandom(int seed)
    {
        private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15);

        public int Below(int limit)
        {
            _state = unchecked((_state * 6364136223846793005) + 1442695040888963407);
            return (int)((_state >> 33) % (ulong)limit);
        }
    }
}
