using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Store.Models;

/// <summary>
/// How many the policy on a country is about (reikwijdte van landenbeleid): counts only, exact, for whoever suppresses what is small before
/// showing it. Behind the checkpoint, as nationality is known by keyed hashes alone.
/// </summary>
/// <param name="OpenFiles">Files of that nationality in which something lies ahead, the person here or gone with unknown destination.</param>
/// <param name="RunningTerms">Those in which a decision period runs.</param>
/// <param name="WaitingTerms">Those among them to which a decision moratorium was applied that lasts.</param>
/// <param name="DeferredDepartures">Files to which a departure moratorium was applied that lasts.</param>
public readonly record struct CountryReach(long OpenFiles, long RunningTerms, long WaitingTerms, long DeferredDepartures)
{
    /// <summary>Counts.</summary>
    /// <param name="models">The models.</param>
    /// <param name="view">The rows.</param>
    /// <param name="country">The country.</param>
    /// <param name="today">The chain's day.</param>
    public static CountryReach Of(ReadModels models, ModelView view, CountryCode country, Day today)
    {
        var term = models.Terms.OfCountry(country);
        var (day, here, gone) = (today.Number, (int)Presences.Here, (int)Presences.Gone);
        var (decide, waits, deferred) = (DecisionSteps.Decide.Code, ConductSteps.LiftDecisionMoratorium.Code, ConductSteps.LiftDepartureMoratorium.Code);
        var persons = view.SearchTerms.Where(row => row.Term == term).Select(row => row.Person);
        var files = view.Files.Where(row => persons.Contains(row.Person) && (row.Presence == here || row.Presence == gone));
        var steps = view.Steps;
        var running = files.Where(row => steps.Any(step => step.Person == row.Person && step.Code == decide && step.LastDay != null));
        return new(
            files.LongCount(row => steps.Any(step => step.Person == row.Person)),
            running.LongCount(),
            running.LongCount(row => steps.Any(step => step.Person == row.Person && step.Code == waits && step.Until >= day)),
            files.LongCount(row => steps.Any(step => step.Person == row.Person && step.Code == deferred && step.Until >= day)));
    }
}
