using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Partners;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Documents;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Cases;

/// <summary>A step that lies ahead, as a page shows it (vervolgstap).</summary>
/// <param name="Step">The step.</param>
/// <param name="Status">How it stands today.</param>
/// <param name="Act">With what who looks can take it; absent when it is another's.</param>
public sealed record ShownStep(NextStep Step, WorklistStatus Status, ActOffer? Act);

/// <summary>A term that runs, with what gave its day (termijn).</summary>
/// <param name="Term">The term.</param>
/// <param name="Grounds">The facts, the norms and each step that moved the day.</param>
public sealed record ShownTerm(RunningTerm Term, ImmutableArray<Text> Grounds);

/// <summary>A member of the household (gezinslid).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Role">Role in the household.</param>
/// <param name="Who">Who it is, when the file may be opened; null when it may not.</param>
public sealed record ShownMember(long Person, FamilyRole Role, ShownPerson? Who);

/// <summary>A file as one page shows it (zaak): all of it went through the gate.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Sight">What they see.</param>
/// <param name="Household">The household, for what is computed; who are in it is shown by <paramref name="Members"/> alone.</param>
/// <param name="Members">The other members; empty when they may not be seen.</param>
/// <param name="Law">The law of today.</param>
public sealed record CaseView(WorkVisit Visit, Sight Sight, Household Household, ImmutableArray<ShownMember> Members, Law Law) : IActSubject
{
    private readonly Lazy<WayAhead> _way = new(() => WayAhead.Of(Sight.State.File, Household, Law, Visit.Today));
    private readonly Lazy<ImmutableArray<ActOffer>> _offers = new(() =>
        [.. ActOffer.For(Visit.Caller.Function).Where(each => each.Fits(Sight.State.File.Presence) && (!each.OfHousehold || Household.Members.Length > 1))]);

    /// <summary>Number of the file.</summary>
    public long Person => Sight.Stream.Number;

    /// <summary>The file.</summary>
    public CaseFile File => Sight.State.File;

    /// <summary>Number of its last event.</summary>
    public int Version => Sight.State.Version;

    /// <summary>Who it is, as far as one may know.</summary>
    public ShownPerson Who => Sight.MayRead(DataCategory.Identity) ? Worklists.Named(File) : ShownPerson.None;

    /// <summary>What who looks may do here.</summary>
    public ImmutableArray<ActOffer> Offers => _offers.Value;

    /// <summary>The steps of one's own function, the most pressing first; for a lawyer or guardian all.</summary>
    public IEnumerable<ShownStep> Steps => _way.Value.Steps.Concat(_way.Value.MayDo).Where(Visit.MaySee)
        .Select(step => new ShownStep(step, StatusOf(step), OfferFor(step)))
        .OrderBy(each => each.Step.Type.Force == StepForce.Due ? each.Status == WorklistStatus.Waiting ? 1 : 0 : each.Status == WorklistStatus.Waiting ? 3 : 2)
        .ThenBy(each => each.Step.Lapses is null).ThenBy(each => each.Step.LastDay?.Number ?? int.MaxValue);

    /// <summary>The terms that run, of what who looks may read, the first to end first.</summary>
    public IEnumerable<RunningTerm> Running => _way.Value.Terms.Where(each => Sight.MayRead(EventCategories.OfDeclared(each.Code))).OrderBy(each => each.LastDay.Number);

    /// <summary>Those terms, with what gave each its day: that is told to who reads the procedure, in which most terms begin.</summary>
    public IEnumerable<ShownTerm> Terms => Running.Select(term =>
    {
        if (!Sight.MayRead(DataCategory.Procedure))
        {
            return new ShownTerm(term, []);
        }
        var grounds = term.Type.Explain(File, Household, Law).Grounds;
        return new ShownTerm(term, [.. grounds.Steps.Select(each => each.Words), .. grounds.Sentences]);
    });

    /// <summary>What the person is entitled to, of what who looks may read; nothing for who may not read reception.</summary>
    public IEnumerable<Entitlement> Entitlements =>
        Sight.MayRead(DataCategory.Reception) ? _way.Value.Entitlements.Where(each => Sight.MayRead(EventCategories.OfDeclared(each.Code))) : [];

    /// <summary>What happened, the latest first.</summary>
    /// <param name="after">Only what happened after this version.</param>
    public IEnumerable<Happening> Timeline(int after = 0) => Happenings.Of(Visit, Sight, after);

    /// <summary>The facts of the file, by room.</summary>
    public IEnumerable<(Room Room, string Label, string Value)> Facts => CaseFacts.Of(this);

    /// <summary>The act by which a step is taken: the household's, where a family does it together; null when it is not one's own.</summary>
    /// <param name="step">The step.</param>
    public ActOffer? OfferFor(NextStep step) => TogetherWith(step.Type.Command) ?? AloneFor(step);

    /// <summary>The act by which a step is taken for this person alone; null when it is not one's own.</summary>
    /// <param name="step">The step.</param>
    public ActOffer? AloneFor(NextStep step) => Offers.FirstOrDefault(each => each.Shape == step.Type.Command);

    /// <summary>The act that does for all members of the household what a command does for this person; null when there is none, or nobody else.</summary>
    /// <param name="command">The type of the command.</param>
    public ActOffer? TogetherWith(Type command) => ActOffer.ForHousehold.TryGetValue(command, out var act) ? Offers.FirstOrDefault(each => each.Shape == act) : null;

    /// <summary>The documents that the person supplied, as far as who looks may see them.</summary>
    public ImmutableArray<ShownDocument> Documents => ShownDocument.Of(Sight);

    /// <summary>With what who looks can take a document back; null when they cannot.</summary>
    public ActOffer? TakesBack => Offers.FirstOrDefault(each => each.Shape == typeof(TakeBackDocument));

    /// <summary>Which question, request or document a step is about, where who looks may know; null otherwise.</summary>
    /// <param name="step">The step.</param>
    public int? NumberFor(NextStep step) => step.Type == DocumentSteps.Review || step.Type == DocumentSteps.ReviewOfHealth || WordsFor(step) is not null ? step.Number : null;

    /// <summary>What the person wrote that a step answers; null when they wrote nothing, or not to who looks.</summary>
    /// <param name="step">The step.</param>
    public string? WordsFor(NextStep step)
    {
        foreach (var recorded in Sight.State.History)
        {
            var (number, words) = recorded.Event switch
            {
                QuestionAsked asked when step.Type == QuestionSteps.Answer => (asked.Number, asked.Text),
                CorrectionRequested requested when step.Type == CorrectionSteps.Decide || step.Type == CorrectionSteps.CarryOut => (requested.Number, requested.Text),
                _ => (0, ""),
            };
            if (number > 0 && number == step.Number && Sight.MayRead(DataCategory.Correspondence, recorded.Event!))
            {
                return words;
            }
        }
        return null;
    }

    /// <inheritdoc/>
    public string Home => WorkPaths.Case(Person);

    /// <inheritdoc/>
    public Text HomeName => new("Terug naar de zaak", "Back to the file");

    /// <inheritdoc/>
    public Text StepsName => new("Uw werklijst", "Your worklist");

    /// <inheritdoc/>
    public string AddressOf(ActOffer offer) => WorkPaths.Act(Person, offer.Path, offer.OfHousehold);

    /// <inheritdoc/>
    public (ActPreview? Preview, Refusal? Refusal) Foresee(Command command, Law law, Day on) => ActPreview.Of(this, (CaseCommand)command, law, on);

    private WorklistStatus StatusOf(NextStep step) => step.WaitsFor is not null || step.Earliest > Visit.Today ? WorklistStatus.Waiting
        : step.Type.Force != StepForce.Due ? WorklistStatus.Choice
        : step.LastDay is not { } last || last - Visit.Today > Worklists.AtRiskWithin ? WorklistStatus.Due
        : last < Visit.Today ? WorklistStatus.Overdue
        : WorklistStatus.AtRisk;
}

/// <summary>Opens files for the workbench (inzien): the gate says what may be seen, and records that one looked.</summary>
/// <param name="store">The store.</param>
/// <param name="gate">The gate.</param>
/// <param name="log">The log of looks.</param>
/// <param name="worklists">Who people are.</param>
/// <param name="settings">Under which law.</param>
public sealed class CaseViews(ChainStore store, Gate gate, LookLog log, Worklists worklists, WebSettings settings)
{
    /// <summary>A file; null when it does not exist, or may not be seen.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="person">Number of the file.</param>
    public CaseView? Open(WorkVisit visit, long person)
    {
        var looking = Looking.Of(visit.Http, log);
        if (gate.Open(visit.Caller, new(StreamKind.CaseFile, person), looking) is not { } sight)
        {
            return null;
        }
        var household = FileState.Read(store, StreamId.Of(sight.State.File.Registration.Household)).Household;
        return new(visit, sight, household, MembersOf(visit, sight, household, looking), settings.LawOn(visit.Today));
    }

    private ImmutableArray<ShownMember> MembersOf(WorkVisit visit, Sight sight, Household household, Looking looking)
    {
        if (!sight.MayRead(DataCategory.Family) || household.Members.Length < 2
            || gate.Open(visit.Caller, StreamId.Of(sight.State.File.Registration.Household), looking) is not { } family || !family.MayRead(DataCategory.Family))
        {
            return [];
        }
        var others = family.State.Household.Members.Where(each => each.Person.Value != sight.Stream.Number).ToList();
        var listed = gate.Listed(visit.Caller, [.. others.Select(each => each.Person.Value)]);
        using var view = store.Models.Look();
        var rows = view.Files.Where(row => listed.Contains(row.Person)).ToDictionary(row => row.Person);
        return [.. others.Select(each => new ShownMember(each.Person.Value, each.Role, rows.TryGetValue(each.Person.Value, out var row) ? worklists.PersonOf(visit.Caller, row) : null))];
    }
}
