using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench;

/// <summary>
/// For a thousand random moves of people of the rehearsal, what the workbench says beforehand is what is recorded afterwards: the events, the
/// norms that are broken, what is cut across, the terms and the steps on the list. What it says cannot be done is refused, for that reason.
/// </summary>
public sealed class RandomMovesTests
{
    private const int Thousand = 1000;
    private const int ByPage = 15; // Each fifteenth goes over the pages themselves, as somebody with a browser would do it.

    private static readonly Caller Mover = new(Function.Find("coa-medewerker")!, 731, []);

    /// <summary>What was said, or what became of it.</summary>
    private sealed record Told(string? Refused, ImmutableArray<string> Records, ImmutableArray<string> Breaches, MoveBreaks Breaks, ImmutableArray<string> Terms, ImmutableArray<string> Steps)
    {
        public static Told Refusal(string code) => new(code, [], [], MoveBreaks.None, [], []);

        public string Text => Refused is not null ? $"refused: {Refused}"
            : $"records [{string.Join(", ", Records)}] breaches [{string.Join(", ", Breaches)}] breaks [{Breaks}] terms [{string.Join("; ", Terms)}] steps [{string.Join("; ", Steps)}]";
    }

    [Fact]
    public async Task For_a_thousand_random_moves_the_consequences_previewed_equal_those_recorded_after_confirming()
    {
        await using var nation = await MovingNation.BeginAsync();
        using var officer = new Official(nation.Address, nation.Services, Mover);
        var (faults, done, refused, byPage, seen, breaches, terms, steps, later) = (new List<string>(), 0, 0, 0, MoveBreaks.None, 0, 0, 0, 0);
        for (var i = 0; done < Thousand; i++)
        {
            Assert.True(i < 4 * Thousand, $"{done} moves of {i} could be done.");
            var person = await nation.SomebodyAsync();
            var (command, on) = nation.MoveOf(Mover.Official);
            var before = nation.Open(Mover, person);
            var work = nation.WorkOf(person, Party.ReceptionAgency);
            var (said, result) = i % ByPage == 0 ? await OverThePageAsync(nation, officer, before, command, on) : await DirectlyAsync(nation, before, command, on);
            byPage += i % ByPage == 0 ? 1 : 0;
            var became = result is ActResult.Accepted accepted ? BecameOf(nation, before, work, command, accepted) : Told.Refusal(((ActResult.Refused)result).Refusal.Code);
            if (said.Text != became.Text)
            {
                faults.Add($"{person}: {command} on {on}\n  said   {said.Text}\n  became {became.Text}");
            }
            (done, refused) = became.Refused is null ? (done + 1, refused) : (done, refused + 1);
            later += became.Steps.Count(each => each.StartsWith("Verschuift: ", StringComparison.Ordinal));
            (seen, breaches, terms, steps) = (seen | became.Breaks, breaches + became.Breaches.Length, terms + became.Terms.Length, steps + became.Steps.Length);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{done} moves, {byPage} acts over the pages, {refused} refused; cut across {seen}, {breaches} breaches, {terms} terms, {steps} steps, {later} moved; {faults.Count} differ");
        Assert.True(faults.Count == 0, $"{faults.Count} differ\n" + string.Join('\n', faults.Take(5)));
        // It is no thousand times the same: everything that a move can cut across was, and each kind of consequence was met.
        Assert.Equal(Enum.GetValues<MoveBreaks>().Aggregate(MoveBreaks.None, (all, one) => all | one), seen);
        Assert.True(breaches > 20 && terms > 0 && steps > 100 && later > 0 && refused > 100 && byPage > 90, $"{breaches} breaches, {terms} terms, {steps} steps, {later} moved, {refused} refused, {byPage} over the pages");
    }

    // The same foreseeing and the same act as behind the page, without HTTP.
    private static async Task<(Told Said, ActResult Result)> DirectlyAsync(MovingNation nation, CaseView before, CaseCommand command, Day on)
    {
        var offer = before.Offers.First(each => each.Shape == command.GetType());
        var (preview, refusal) = Foreseeing.Of(before, offer, [new(MovingNation.Stream(before.Person), command)], on);
        var said = refusal is { } no ? Told.Refusal(no.Code) : new Told(
            null, [.. preview!.Records.Select(each => each.Dutch)], [.. preview.Breaches.Distinct().Order(StringComparer.Ordinal)], preview.Breaks.Aggregate(MoveBreaks.None, (all, one) => all | one.Breaks),
            [.. preview.Terms.Select(each => each.Dutch).Order(StringComparer.Ordinal)], [.. preview.Steps.Select(each => each.Dutch).Order(StringComparer.Ordinal)]);
        return (said, await nation.DoAsync(new(ActKey.New(), Mover.Doer, offer.Purpose, on, [new(MovingNation.Stream(before.Person), command)]) { Expected = [new(MovingNation.Stream(before.Person), before.Version)] }));
    }

    // Asked, looked at, confirmed; and what is said not to be possible is sent all the same.
    private static async Task<(Told Said, ActResult Result)> OverThePageAsync(MovingNation nation, Official officer, CaseView before, CaseCommand command, Day on)
    {
        var path = before.AddressOf(before.Offers.First(each => each.Shape == command.GetType()));
        (string, string)[] fields = [("datum", on.ToString()), .. FieldsOf(command)];
        var position = nation.Store.Log.Position;
        var check = await officer.SendAsync(path, await officer.GetAsync(path), [("verder", "bekijken"), .. fields]);
        Assert.True(check.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{command}: {(int)check.Status} {Official.Words(check)}");
        Assert.Equal(position, nation.Store.Log.Position);
        var code = RefusalOn(check);
        var said = code is not null ? Told.Refusal(code) : new Told(
            null, Listed(check, "<h3>Vastgelegd wordt</h3>\\s*<ul>"), [.. Regex.Matches(ListOf(check, "<ul data-gevolg=\"overschrijding\">"), "translate=\"no\">([^<]*)<").Select(each => each.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)],
            BreaksOn(check), [.. Listed(check, "<ul data-gevolg=\"termijnen\">").Order(StringComparer.Ordinal)], [.. Listed(check, "<ul data-gevolg=\"stappen\">").Order(StringComparer.Ordinal)]);
        var done = await officer.SendAsync(path, check, code is null ? [("verder", "bevestigen")] : [("verder", "bevestigen"), .. fields]);
        if (done.Status != HttpStatusCode.Found)
        {
            return (said, new ActResult.Refused(new Refusal(RefusalOn(done) ?? $"{(int)done.Status}", "", "", ""), default, 0));
        }
        var recorded = nation.Store.Log.ReadAll(position).SelectMany(page => page).ToImmutableArray();
        return (said, new ActResult.Accepted(nation.Store.Log.Position, [], [.. recorded]));
    }

    private static Told BecameOf(MovingNation nation, CaseView before, ImmutableDictionary<string, Day?> work, CaseCommand command, ActResult.Accepted accepted)
    {
        var own = accepted.Events.Where(each => each.Envelope.Stream == MovingNation.Stream(before.Person)).Select(each => each.Event!).ToList();
        var after = nation.Open(Mover, before.Person);
        var weighed = own.OfType<MoveWeighed>().FirstOrDefault();
        var broke = weighed is null ? MoveBreaks.None : weighed.Broken | (weighed.BrokeTreatment ? MoveBreaks.Treatment : MoveBreaks.None);
        if (command is AnnounceMove { DaysAhead: var ahead })
        {
            broke = AcrossOn(before.File, accepted.Events[0].Envelope.OccurredOn.PlusDays(ahead)); // Nothing is broken yet: what would be, as the file says on that day.
        }
        // Who belonged to a family and moved alone leaves somebody.
        if (command is MovePerson or AnnounceMove && FileState.Read(nation.Store, StreamId.Of(after.File.Registration.Household)).Household.Members.Length > 1)
        {
            broke |= MoveBreaks.Household;
        }
        return new(
            null, [.. own.Where(each => each is not BreachRecorded).Select(each => EventNames.Of(EventCatalogue.Of(each.GetType()).Name).Dutch)],
            [.. accepted.Events.Select(each => each.Event).OfType<BreachRecorded>().Select(each => each.Norm).Distinct().Order(StringComparer.Ordinal)], broke,
            [.. TermsOf(before, after).Order(StringComparer.Ordinal)], [.. StepsOf(work, nation.WorkOf(before.Person, Party.ReceptionAgency)).Order(StringComparer.Ordinal)]);
    }

    private static MoveBreaks AcrossOn(CaseFile file, Day on) => MoveConsequences.Of(file, Household.Empty, new AnnounceMove(Mover.Official, null, 0), on).Aggregate(MoveBreaks.None, (all, one) => all | one.Breaks);

    private static IEnumerable<string> TermsOf(CaseView before, CaseView after)
    {
        var (was, now) = (LastDays(before), LastDays(after));
        return was.Where(each => !now.ContainsKey(each.Key)).Select(each => $"{each.Key.Dutch} (tot en met {Norms.Text.Of(each.Value).Dutch}) loopt niet meer")
            .Concat(was.Where(each => now.TryGetValue(each.Key, out var day) && day != each.Value).Select(each => $"{each.Key.Dutch} gaat van {Norms.Text.Of(each.Value).Dutch} naar {Norms.Text.Of(now[each.Key]).Dutch}"))
            .Concat(now.Where(each => !was.ContainsKey(each.Key)).Select(each => $"{each.Key.Dutch} begint en loopt tot en met {Norms.Text.Of(each.Value).Dutch}"));
    }

    private static Dictionary<Text, Day> LastDays(CaseView view) => view.Terms.DistinctBy(each => each.Term.Type.Name).ToDictionary(each => each.Term.Type.Name, each => each.Term.LastDay);

    private static IEnumerable<string> StepsOf(ImmutableDictionary<string, Day?> was, ImmutableDictionary<string, Day?> now) =>
        now.Where(each => !was.ContainsKey(each.Key)).Select(each => $"Erbij: {NameOf(each.Key)}" + (each.Value is { } last ? $", uiterlijk {Norms.Text.Of(last).Dutch}" : ""))
            .Concat(was.Where(each => !now.ContainsKey(each.Key)).Select(each => $"Van de lijst: {NameOf(each.Key)}"))
            .Concat(now.Where(each => was.TryGetValue(each.Key, out var day) && day != each.Value).Select(each => (was[each.Key], each.Value) switch
            {
                ({ } before, { } after) => $"Verschuift: {NameOf(each.Key)}, uiterlijk {Norms.Text.Of(after).Dutch} in plaats van {Norms.Text.Of(before).Dutch}",
                (null, { } after) => $"Krijgt een laatste dag: {NameOf(each.Key)}, uiterlijk {Norms.Text.Of(after).Dutch}",
                ({ } before, null) => $"Heeft geen laatste dag meer: {NameOf(each.Key)}, was uiterlijk {Norms.Text.Of(before).Dutch}",
                _ => throw new System.Diagnostics.UnreachableException("Both days are absent, and so the same."),
            }));

    private static string NameOf(string code) => StepType.All.First(each => each.Code == code).Name.Dutch;

    private static IEnumerable<(string Name, string Value)> FieldsOf(CaseCommand command)
    {
        static IEnumerable<(string, string)> Present(params (string Name, object? Value)[] all) =>
            all.Where(each => each.Value is not null).Select(each => (each.Name, each.Value is Enum one ? Words.OfValue(one) : each.Value!.ToString()!));
        return command switch
        {
            MovePerson move => Present(("opvanglocatie", move.Site.Value), ("opvangvorm", move.Modality), ("grond", move.Ground), ("noodgrond", move.Emergency)),
            AnnounceMove move => Present(("opvanglocatie", move.Site?.Value), ("dagenVooruit", move.DaysAhead)),
            _ => [],
        };
    }

    private static string? RefusalOn(Reply page) => Regex.Match(page.Text, "id=\"geweigerd\".*?translate=\"no\">([^<]*)<", RegexOptions.Singleline) is { Success: true } found ? found.Groups[1].Value : null;

    private static string ListOf(Reply page, string begins) => Regex.Match(page.Text, begins + "(.*?)</ul>", RegexOptions.Singleline).Groups[1].Value;

    private static ImmutableArray<string> Listed(Reply page, string begins) => [.. Regex.Matches(ListOf(page, begins), "<li>([^<]*)</li>").Select(each => WebUtility.HtmlDecode(each.Groups[1].Value))];

    // The page tells it in words: each kind of thing by how its sentence begins.
    private static MoveBreaks BreaksOn(Reply page)
    {
        var words = WebUtility.HtmlDecode(ListOf(page, "<ul data-gevolg=\"doorkruist\">"));
        (string Begins, MoveBreaks One)[] all =
        [
            ("Er is een gehoor", MoveBreaks.Interview), ("Een kind gaat hier naar school", MoveBreaks.School), ("Er loopt een medische", MoveBreaks.Treatment), ("Deze persoon werkt", MoveBreaks.Job),
            ("De voogd werkt", MoveBreaks.Guardian), ("Deze persoon doet hier vrijwilligerswerk", MoveBreaks.Volunteering), ("Deze persoon hoort bij een gezin", MoveBreaks.Household),
        ];
        var told = all.Where(each => words.Contains(each.Begins, StringComparison.Ordinal)).Aggregate(MoveBreaks.None, (sum, each) => sum | each.One);
        Assert.Equal(Regex.Count(words, "<li>"), System.Numerics.BitOperations.PopCount((uint)told));
        return told;
    }
}
