using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Countries;

/// <summary>The policy on a country as one page shows it (landenbeleid): about no person, so open to all who work in the chain; who may make it, each act says.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Sight">What they see.</param>
/// <param name="Country">The country.</param>
/// <param name="Law">The law of today.</param>
public sealed record CountryView(WorkVisit Visit, Sight Sight, CountryCode Country, Law Law) : IActSubject
{
    /// <summary>The policy.</summary>
    public CountryPolicy Policy => Sight.State.Policy;

    /// <summary>What people call the country.</summary>
    public string Name => Visit.In(CountryNames.Of(Country));

    /// <inheritdoc/>
    public string Home => WorkPaths.Country(Country);

    /// <inheritdoc/>
    public Text HomeName => new($"Terug naar {CountryNames.Of(Country).Dutch}", $"Back to {CountryNames.Of(Country).English}");

    /// <inheritdoc/>
    public Text StepsName => new("Te doen met het beleid", "To do with the policy");

    /// <inheritdoc/>
    public ImmutableArray<ActOffer> Offers => ActOffer.On(StreamKind.Country, Visit.Caller.Function);

    /// <summary>What lies ahead with the policy, the first last day first.</summary>
    public IEnumerable<PolicyStep> Steps => PolicySteps.Of(Policy, Law, Visit.Today).OrderBy(each => each.LastDay?.Number ?? int.MaxValue);

    /// <inheritdoc/>
    public string AddressOf(ActOffer offer) => $"{Home}/doen/{offer.Path}";

    /// <inheritdoc/>
    public IEnumerable<Happening> Timeline(int after = 0) => Happenings.Of(Visit, Sight, after);

    /// <inheritdoc/>
    public (ActPreview? Preview, Refusal? Refusal) Foresee(Command command, Law law, Day on) => CountryPreview.Of(this, (PolicyCommand)command, law, on);

    /// <summary>Opens the policy on a country; null for what is no country, and for who may not see policy. Who makes policy also opens a country that has none yet.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="code">Code of the country.</param>
    public static CountryView? Open(WorkVisit visit, string code)
    {
        if (!CountryCode.TryParse(code, out var country) || country == CountryCode.Unknown)
        {
            return null;
        }
        var services = visit.Http.RequestServices;
        var stream = StreamId.Of(country);
        var sight = services.GetRequiredService<Gate>().Open(visit.Caller, stream, Looking.Of(visit.Http, services.GetRequiredService<LookLog>()));
        if (sight is null && visit.Caller.Function.Role == OfficialRoles.PolicyOfficer && FileState.Read(services.GetRequiredService<ChainStore>(), stream) is { Version: 0 } none)
        {
            sight = new(visit.Caller, stream, none, visit.Caller.Function.MainPurpose, []);
        }
        return sight is null ? null : new(visit, sight, country, services.GetRequiredService<WebSettings>().LawOn(visit.Today));
    }
}

/// <summary>What would follow from an act on policy (gevolgen), computed by the rules that decide it.</summary>
internal static class CountryPreview
{
    public static (ActPreview? Preview, Refusal? Refusal) Of(CountryView view, PolicyCommand command, Law law, Day on)
    {
        var policy = view.Policy;
        var decision = Decider.Decide(policy, command, law, on);
        if (decision.Refusal is { } refusal)
        {
            return (null, refusal);
        }
        var after = decision.Events.Aggregate(policy, (state, happened) => Decider.Evolve(state, happened, on));
        return (new(
            [.. decision.Events.Where(each => each is not BreachRecorded).Select(each => EventNames.Of(EventCatalogue.Of(each.GetType()).Name))],
            [.. decision.Events.OfType<BreachRecorded>().Select(each => each.Norm)],
            [], TermsOf(policy, after, view.Law), StepsOf(PolicySteps.Of(policy, view.Law, view.Visit.Today), PolicySteps.Of(after, view.Law, view.Visit.Today))), null);
    }

    private static ImmutableArray<Text> TermsOf(CountryPolicy was, CountryPolicy will, Law law)
    {
        var changes = ImmutableArray.CreateBuilder<Text>();
        foreach (var version in will.Versions.Skip(was.Versions.Length))
        {
            var from = Text.Of(version.InForceFrom);
            changes.Add(new($"Versie {version.Version} geldt vanaf {from.Dutch}, tot een volgende begint", $"Version {version.Version} holds from {from.English}, until a next one begins"));
        }
        foreach (var moratorium in will.Moratoria)
        {
            var before = was.MoratoriumOf(moratorium.Kind, moratorium.From);
            var (name, from, last) = (Moratoria.NameOf(moratorium.Kind), Text.Of(moratorium.From), Text.Of(moratorium.LastDay));
            if (before is null)
            {
                changes.Add(new($"Het {name.Dutch} geldt van {from.Dutch} tot en met {last.Dutch}", $"The {name.English} holds from {from.English} through {last.English}"));
            }
            else if (before.LastDay != moratorium.LastDay)
            {
                changes.Add(new($"Het {name.Dutch} van {from.Dutch} geldt nog tot en met {last.Dutch}", $"The {name.English} of {from.English} holds through {last.English}"));
            }
            if (moratorium.ReviewBy(law) is { } by && by != before?.ReviewBy(law))
            {
                var review = Text.Of(by);
                changes.Add(new($"Opnieuw bezien uiterlijk {review.Dutch}", $"To be assessed again by {review.English}"));
            }
            if (before is { LiftedOn: null } && moratorium.LiftedOn is not null)
            {
                changes.Add(new("Voor niemand eindigt het vanzelf: in elke zaak die eronder valt doet een beslismedewerker dat apart", "It ends for nobody by itself: in each file under it a decision officer does so apart"));
            }
        }
        return changes.ToImmutable();
    }

    private static ImmutableArray<Text> StepsOf(ImmutableArray<PolicyStep> before, ImmutableArray<PolicyStep> after)
    {
        static (string, (MoratoriumKind, Day)?, int?) KeyOf(PolicyStep step) => (step.Type.Code, step.Moratorium, step.Instruction);
        var (was, will) = (before.Select(KeyOf).ToHashSet(), after.Select(KeyOf).ToHashSet());
        return
        [
            .. after.Where(each => !was.Contains(KeyOf(each))).Select(each => new Text($"Erbij: {each.Type.Name.Dutch}", $"New: {each.Type.Name.English}")),
            .. before.Where(each => !will.Contains(KeyOf(each))).Select(each => new Text($"Van de lijst: {each.Type.Name.Dutch}", $"Off the list: {each.Type.Name.English}")),
        ];
    }
}

/// <summary>Names of moratoria (moratoria).</summary>
internal static class Moratoria
{
    /// <summary>What people call a kind.</summary>
    public static Text NameOf(MoratoriumKind kind) => kind switch
    {
        MoratoriumKind.Decision => new("besluitmoratorium", "decision moratorium"),
        MoratoriumKind.Departure => new("vertrekmoratorium", "departure moratorium"),
    };
}
