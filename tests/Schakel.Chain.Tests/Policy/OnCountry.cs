using System.Collections.Immutable;
using Schakel.Chain.Policy;
using Schakel.Chain.Registration;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Policy;

/// <summary>The history of the policy on a country.</summary>
internal sealed class OnCountry
{
    private readonly Law _law = Regimes.January2024;

    public static CountryCode Sudan { get; } = Registration.IdentityTests.Country("SDN");

    public CountryPolicy Policy { get; private set; } = CountryPolicy.None;

    public OnCountry Happened(string on, params PolicyEvent[] events)
    {
        foreach (var happened in events)
        {
            Shown.Events[happened.GetType()] = true;
            Policy = Decider.Evolve(Policy, happened, Date(on));
        }
        return this;
    }

    public Scenario When(PolicyCommand command, string on)
    {
        var policy = Policy;
        return GivenStream.OfStream(command, act => Decider.Decide(policy, (PolicyCommand)act, _law, Date(on)));
    }

    public IEnumerable<(Moratorium Moratorium, Day LastDay)> Observable(string on) => ReviewLapses.On(Policy, _law, Date(on));

    public ImmutableArray<PolicyStep> AheadOn(string on) => PolicySteps.Of(Policy, _law, Date(on));
}
