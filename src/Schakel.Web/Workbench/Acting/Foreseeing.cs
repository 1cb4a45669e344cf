using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Acting;

/// <summary>
/// What would follow from all that an act asks (gevolgen vooraf): each command on its file, and what goes with it on sites and households,
/// decided in the order of the desk. So a site that is full refuses here, and not only when one confirms.
/// </summary>
internal static class Foreseeing
{
    /// <summary>What would follow, or why it would be refused.</summary>
    /// <param name="subject">The file, or the policy on a country, from which it is done.</param>
    /// <param name="offer">What is done.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="on">The day it is done.</param>
    public static (ActPreview? Preview, Refusal? Refusal) Of(IActSubject subject, ActOffer offer, ImmutableArray<Addressed> commands, Day on)
    {
        var visit = subject.Visit;
        var services = visit.Http.RequestServices;
        var law = services.GetRequiredService<WebSettings>().LawOn(on);
        var beside = new Beside(services.GetRequiredService<ChainStore>(), on);
        ActPreview? whole = null;
        foreach (var (stream, asked) in commands)
        {
            if (asked is MergeInto merge)
            {
                return OfMerge(subject, merge, law, on);
            }
            var command = asked;
            // Of another member is shown only what who acts may see there; the desk decides all of them together.
            var view = stream == subject.Sight.Stream ? subject : services.GetRequiredService<CaseViews>().Open(visit, stream.Number);
            if (view is null)
            {
                continue;
            }
            var (one, refusal) = view.Foresee(command, law, on);
            if (refusal is not null)
            {
                return (one, refusal);
            }
            if (view is CaseView file)
            {
                var (breaches, no) = beside.Of(new(stream.Number), file.File, (CaseCommand)command);
                if (no is not null)
                {
                    return (one, no);
                }
                one = one! with { Breaches = [.. one.Breaches.Union(breaches)] };
            }
            whole = whole is null ? one : new(
                [.. whole.Records, .. one!.Records], [.. whole.Breaches.Union(one.Breaches)], [.. whole.Breaks.Union(one.Breaks)], [.. whole.Terms.Union(one.Terms)], [.. whole.Steps.Union(one.Steps)])
            { Fits = [.. whole.Fits.Union(one.Fits)], Clashes = [.. whole.Clashes.Union(one.Clashes)] };
        }
        // A household that moves together leaves nobody behind.
        return (offer.OfHousehold && whole is not null ? whole with { Breaks = [.. whole.Breaks.Where(each => each.Breaks != MoveBreaks.Household)] }
            : whole ?? new([offer.Name], [], [], [], []), null);
    }

    // Two files of one person: what stands on the one that goes on decides whether the other may rest, so that both are looked at, and both are told.
    private static (ActPreview? Preview, Refusal? Refusal) OfMerge(IActSubject subject, MergeInto merge, Law law, Day on)
    {
        var visit = subject.Visit;
        if (merge.Surviving.Value == subject.Sight.Stream.Number)
        {
            return (null, FileMerges.SameFile);
        }
        if (visit.Http.RequestServices.GetRequiredService<CaseViews>().Open(visit, merge.Surviving.Value) is not { } surviving)
        {
            return (new([new("Opgegaan in een ander dossier", "Merged into another file")], [], [], [], []), null); // The desk says what is wrong with it.
        }
        var (resting, refusal) = subject.Foresee(merge with { There = Standing.Of(surviving.File) }, law, on);
        if (refusal is not null)
        {
            return (null, refusal);
        }
        var (there, no) = surviving.Foresee(new AbsorbFile(merge.By, new(subject.Sight.Stream.Number), merge.Ground), law, on);
        if (no is not null)
        {
            return (null, no);
        }
        var (own, other) = (WorkVisit.Plain(subject.Sight.Stream.Number), WorkVisit.Plain(merge.Surviving.Value));
        Text In(string number, Text what) => new($"Zaak {number}: {what.Dutch}", $"Case {number}: {what.English}");
        return (resting! with
        {
            Records = [.. resting.Records.Select(each => In(own, each)), .. there!.Records.Select(each => In(other, each))],
            Breaches = [.. resting.Breaches.Union(there.Breaches)],
            Terms = [.. resting.Terms.Select(each => In(own, each)), .. there.Terms.Select(each => In(other, each))],
            Steps = [.. resting.Steps.Select(each => In(own, each)), .. there.Steps.Select(each => In(other, each))],
            Clashes =
            [
                new($"Zaak {own} rust: wat er nog te doen was, gebeurt alleen nog in zaak {other}, voor zover het daar ook staat", $"Case {own} rests: what was to be done happens in case {other} only, as far as it stands there too"),
                new("Niets wordt verplaatst of gewist; splitsen kan later", "Nothing is moved or erased; splitting is possible later"),
            ],
        }, null);
    }

    /// <summary>Sites and households as they would be after the commands so far: a site with one place takes in one member.</summary>
    private sealed class Beside(ChainStore store, Day on)
    {
        private readonly Dictionary<StreamId, object> _states = [];

        public (ImmutableArray<string> Breaches, Refusal? Refusal) Of(PersonId person, CaseFile file, CaseCommand command)
        {
            var breaches = ImmutableArray.CreateBuilder<string>();
            foreach (var (stream, companion) in Companions.Of(person, file, command))
            {
                if (companion is CaseCommand)
                {
                    continue; // What is asked of another file may not be seen from here.
                }
                var state = _states.TryGetValue(stream, out var kept) ? kept : FileState.Read(store, stream).State;
                var decision = companion is SiteCommand ofSite ? Decider.Decide((Site)state, ofSite, on) : Decider.Decide((Household)state, (HouseholdCommand)companion, on);
                if (decision.Refusal is { } refusal)
                {
                    return ([], refusal);
                }
                _states[stream] = decision.Events.Aggregate(state, (was, happened) => Histories.After(was, happened, on));
                breaches.AddRange(decision.Events.OfType<BreachRecorded>().Select(each => each.Norm));
            }
            return (breaches.ToImmutable(), null);
        }
    }
}
