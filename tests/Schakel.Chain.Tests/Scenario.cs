using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Chain.Tests;

/// <summary>What the scenarios that ran have shown: the tests of completeness, and docs/guards.md, are made from it.</summary>
internal static class Shown
{
    public static ConcurrentDictionary<Type, bool> Accepted { get; } = new();

    public static ConcurrentDictionary<(string Command, string Code), bool> Refused { get; } = new();

    /// <summary>Acts of an official that were shown to be refused to the clock, and to a function without the power.</summary>
    public static ConcurrentDictionary<Type, bool> OnlyTheEmpowered { get; } = new();

    public static ConcurrentDictionary<Type, bool> Events { get; } = new();

    public static ConcurrentDictionary<(string Command, string Norm), bool> Breaches { get; } = new();

    /// <summary>Which events a command led to.</summary>
    public static ConcurrentDictionary<(Type Command, Type Event), bool> Written { get; } = new();

    /// <summary>Every file as it stood when a scenario asked something of it, and the command that was accepted then, if one was.</summary>
    public static ConcurrentQueue<Moment> Moments { get; } = new();

    /// <summary>Every command that a scenario gave to a household or a site, with what came of it.</summary>
    public static ConcurrentQueue<StreamAct> StreamActs { get; } = new();

    internal sealed record StreamAct(Command Command, Decision Decided, Func<Command, Decision> Decide);

    internal sealed record Moment(CaseFile File, Household Household, Law Law, Day On, CaseCommand Command, bool Accepted);
}

/// <summary>Given these events, when this command, then these events, or this refusal.</summary>
internal sealed class Scenario
{
    private readonly Command _command;
    private readonly Func<Command, Decision> _decide;
    private readonly Decision _decision;

    public Scenario(Command command, Func<Command, Decision> decide)
    {
        _command = command;
        _decide = decide;
        _decision = decide(command);
    }

    /// <summary>Code of the refusal, for a test that compares many; null when accepted.</summary>
    public string? Refused => _decision.Refusal?.Code;

    public void Then(params ChainEvent[] expected)
    {
        Assert.True(_decision.Refusal is null, $"{_command} is refused: {_decision.Refusal?.Code} ({_decision.Refusal?.English})");
        Assert.Equal(expected, _decision.Events);
        Shown.Accepted[_command.GetType()] = true;
        foreach (var happened in expected)
        {
            Shown.Events[happened.GetType()] = true;
            Shown.Written[(_command.GetType(), happened.GetType())] = true;
            if (happened is BreachRecorded breach)
            {
                Shown.Breaches[(_command.GetType().Name, breach.Norm)] = true;
            }
        }
        AssertOnlyTheEmpowered();
    }

    public void ThenRefused(string code)
    {
        Assert.True(_decision.Refusal is not null, $"{_command} is accepted: {string.Join(", ", _decision.Events)}");
        Assert.Equal(code, _decision.Refusal.Code);
        Shown.Refused[(_command.GetType().Name, code)] = true;
    }

    public void ThenRefused(string code, string boundary)
    {
        ThenRefused(code);
        Assert.Equal(boundary, _decision.Refusal?.Boundary?.ToString());
        Assert.Contains(boundary, _decision.Refusal?.Dutch, StringComparison.Ordinal);
        Assert.Contains(boundary, _decision.Refusal?.English, StringComparison.Ordinal);
    }

    /// <summary>Every accepted act of an official is refused to the clock, and to a function without the power.</summary>
    private void AssertOnlyTheEmpowered()
    {
        if (_command is not IOfficialAct { ByLaw: false } act)
        {
            return;
        }
        Assert.Equal("act.no-official", _decide(As(Official.Clock)).Refusal?.Code);
        Shown.Refused[("every official act", "act.no-official")] = true;
        Assert.Equal("act.not-empowered", _decide(As(new(1, (OfficialRoles)(1 << 20)))).Refusal?.Code);
        Shown.Refused[("every official act", "act.not-empowered")] = true;
        Assert.NotEqual(OfficialRoles.None, act.Empowered);
        Shown.OnlyTheEmpowered[_command.GetType()] = true;
    }

    private Command As(Official official)
    {
        var clone = _command.GetType().GetMethod("<Clone>$")?.Invoke(_command, null);
        var copy = Assert.IsAssignableFrom<Command>(clone);
        copy.GetType().GetProperty(nameof(IOfficialAct.By), BindingFlags.Public | BindingFlags.Instance)?.SetValue(copy, official);
        return copy;
    }
}

/// <summary>The history of a person, told in the words of the chain.</summary>
internal sealed class Given
{
    private readonly List<(Day On, ChainEvent Happened)> _events = [];
    private Household _household = Household.Empty;
    private Law _law = Regimes.January2024;
    private readonly Day _born;
    private readonly FamilyRole _role;

    private Given(string born, FamilyRole role) => (_born, _role) = (Date(born), role);

    public static PersonId Person { get; } = new(7);

    public static HouseholdId Home { get; } = new(3);

    public static CentreId TerApel { get; } = new(1);

    public static Given AnAdult() => new("1990-05-01", FamilyRole.Main);

    public static Given AChild() => new("2015-05-01", FamilyRole.Child);

    public static Given AnUnaccompaniedMinor() => new("2008-05-01", FamilyRole.UnaccompaniedMinor);

    public static Day Date(string iso) => Day.TryParse(iso, out var day) ? day : throw new ArgumentException($"{iso} is no day.");

    public Given Happened(string on, params ChainEvent[] events)
    {
        foreach (var happened in events)
        {
            Shown.Events[happened.GetType()] = true;
            _events.Add((Date(on), happened));
        }
        return this;
    }

    public Given Under(Law law)
    {
        _law = law;
        return this;
    }

    public Given WithAChild() => WithRelative(new(8), FamilyRole.Child, "2016-01-01");

    public Given WithRelative(PersonId person, FamilyRole role, string born)
    {
        var joined = new HouseholdJoined(person, role, Date(born), false);
        _household = Decider.Evolve(_household, joined);
        return this;
    }

    /// <summary>With a tie between two members that was stated, and not established.</summary>
    public Given WithClaimedLink(PersonId person, FamilyLink link, PersonId to)
    {
        _household = Decider.Evolve(_household, new FamilyLinkClaimed(person, link, to));
        return this;
    }

    public Given WithEntryVisas(int relatives)
    {
        _household = Decider.Evolve(_household, new EntryVisasGranted(relatives));
        return this;
    }

    /// <summary>With another value for a norm, on paper.</summary>
    public Given UnderLawWith(string norm, string value)
    {
        _law = _law.With(norm, System.Text.Json.JsonElement.Parse(value));
        return this;
    }

    public Given Arrived(string on, bool atBorder = false) => Happened(on, new PersonArrived(
        Home, _born, _role, Route.Asylum, TerApel, atBorder));

    public Given Identified(string on, bool holdsTravelDocument = false) => Happened(on, new PersonIdentified(
        IdentifyingAuthority.AliensPolice, TerApel, holdsTravelDocument));

    public Given Lodged(string on) => Arrived(on).Identified(on).Happened(on, new ApplicationLodged(1));

    public Given InTrack(Track track, string on) =>
        Happened(on, new RegistrationInterviewHeld(), new TrackConfirmed(track, 0, Officials.Hearing));

    public Given Interviewed(string on) => Happened(on, new InterviewPlanned(Date(on)), new InterviewHeld());

    public Given Extended(string on) => Happened(on, new ReferredToExtendedProcedure());

    public Given Intended(string on) => Happened(on, new IntentionIssued(Officials.Deciding));

    public Given Viewed(string on) => Happened(on, new ViewSubmitted(true));

    public Given Decided(DecisionOutcome outcome, string on, bool inGeneralProcedure = false) =>
        Happened(on, new ApplicationDecided(outcome, inGeneralProcedure, Officials.Deciding));

    public Given Placed(string on, Modality modality = Modality.Regular) => Happened(on, new PersonPlaced(new(5), modality));

    /// <summary>What lies ahead on a day, as the file shows it.</summary>
    public WayAhead AheadOn(string on) => WayAhead.Of(File(), _household, _law, Date(on));

    /// <summary>A term of the file with its receipt.</summary>
    public (Day? LastDay, Grounds Grounds) Explained(TermType term) => term.Explain(File(), _household, _law);

    /// <summary>The day by which this person must be free, as the file shows it.</summary>
    public Day? ReleaseBy() => DetentionMaximum.ReleaseBy(File(), _household, _law);

    /// <summary>The right to reception, as the file shows it.</summary>
    public RightToReception RightOn(string on) => RightToReception.Of(File(), _household, _law, Date(on));

    /// <summary>What a move would break, as the file shows it.</summary>
    public ImmutableArray<MoveConsequence> BreaksOn(string on, MovePerson move) => MoveConsequences.Of(File(), _household, move, Date(on));

    /// <summary>What an announced move would break, as the file shows it.</summary>
    public ImmutableArray<MoveConsequence> BreaksOn(string on, AnnounceMove move) => MoveConsequences.Of(File(), _household, move, Date(on));

    /// <summary>What a command asks of household and sites, as the file shows it.</summary>
    public ImmutableArray<Addressed> Companions(CaseCommand command) => Chain.Companions.Of(Person, File(), command);

    /// <summary>The file as it stands.</summary>
    public CaseFile Now() => File();

    public Scenario When(CaseCommand command, string on)
    {
        var file = File();
        var scenario = new Scenario(command, act => Decider.Decide(file, _household, (CaseCommand)act, _law, Date(on)));
        Shown.Moments.Enqueue(new(file, _household, _law, Date(on), command, scenario.Refused is null));
        return scenario;
    }

    /// <summary>Decided with the policy on the person's country beside it, as the store does.</summary>
    public Scenario When(CountryPolicy policy, CaseCommand command, string on)
    {
        var file = File();
        return new(command, act => Decider.Decide(file, _household, policy, (CaseCommand)act, _law, Date(on)));
    }

    /// <summary>The file as it stands.</summary>
    public CaseFile File() => _events.Aggregate(CaseFile.Unopened, (file, next) => Decider.Evolve(file, next.Happened, next.On));
}

/// <summary>Histories of households and sites, which need no dates.</summary>
internal static class GivenStream
{
    public static Scenario When(this ImmutableArray<HouseholdEvent> history, HouseholdCommand command, string on)
    {
        var household = Household.Empty;
        foreach (var happened in history)
        {
            Shown.Events[happened.GetType()] = true;
            household = Decider.Evolve(household, happened);
        }
        return OfStream(command, act => Decider.Decide(household, (HouseholdCommand)act, Given.Date(on)));
    }

    public static Scenario When(this ImmutableArray<SiteEvent> history, SiteCommand command, string on = "2024-06-01")
    {
        var site = Site.Unopened;
        foreach (var happened in history)
        {
            Shown.Events[happened.GetType()] = true;
            site = Decider.Evolve(site, happened);
        }
        return OfStream(command, act => Decider.Decide(site, (SiteCommand)act, Given.Date(on)));
    }

    internal static Scenario OfStream(Command command, Func<Command, Decision> decide)
    {
        Shown.StreamActs.Enqueue(new(command, decide(command), decide));
        return new(command, decide);
    }
}

/// <summary>Officials of each function.</summary>
internal static class Officials
{
    public static Official Police { get; } = new(11, OfficialRoles.AliensPolice);

    public static Official BorderGuard { get; } = new(12, OfficialRoles.BorderGuard);

    public static Official Hearing { get; } = new(13, OfficialRoles.HearingOfficer);

    public static Official Deciding { get; } = new(14, OfficialRoles.DecisionOfficer);

    public static Official Reception { get; } = new(15, OfficialRoles.ReceptionOfficer);

    public static Official Housing { get; } = new(16, OfficialRoles.HousingOfficer);

    public static Official Returning { get; } = new(17, OfficialRoles.ReturnOfficer);

    public static Official Detaining { get; } = new(18, OfficialRoles.DetainingAuthority);

    public static Official Judge { get; } = new(19, OfficialRoles.Judge);

    public static Official Labour { get; } = new(20, OfficialRoles.LabourOfficer);

    public static Official Records { get; } = new(21, OfficialRoles.RecordsOfficer);

    public static Official Policy { get; } = new(22, OfficialRoles.PolicyOfficer);
}
