using System.Net;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Store.Log;
using Schakel.Web.Workbench.Acting;

namespace Schakel.Web.EveryForm;

/// <summary>
/// Every form of an act on files, households, sites and policies, with whatever somebody may type: nothing fails, nothing typed becomes
/// a part of the page or is lost, and nothing is recorded but what may be.
/// </summary>
public sealed class WorkbenchActFormTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Ground = "toelichting";
    private const string Day = "datum";
    private const string ForgedNumber = "31-02-19xx"; // For what is hidden in a form: no key, no version.
    private static readonly bool Long = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    /// <summary>The page as it was opened last.</summary>
    private Reply Page { get; set; } = null!;

    [Fact]
    public async Task Whatever_is_typed_in_the_form_of_an_act_nothing_fails_and_nothing_is_lost()
    {
        var subjects = new ActSubjects(server);
        await subjects.OpenFirstSiteAsync();
        var (forms, recorded, words) = (0, 0, 0);
        var seen = new HashSet<(Type, bool)>();
        foreach (var form in OfferedForm.All.Where(each => Long || seen.Add((each.Offer.Shape, each.Offer.OfHousehold))))
        {
            forms++;
            var fields = Flat(ActField.Of(form.Offer.Shape), "").ToDictionary(each => each.Name, each => each.Field);
            var subject = await subjects.OfAsync(form);
            // In a short run every other kind, by turns, and one of them in one's own words.
            foreach (var (turn, typed) in Typed.All.Index().Where(each => Long || (each.Index + forms) % 2 == 0))
            {
                var page = await OpenedAsync(subject, form.Offer, fields);
                var done = await EverywhereAsync(subject, page, fields, typed) ? 0
                    : Long || turn == forms % Typed.All.Count ? await InOnesOwnWordsAsync(subject, form.Kind, page, fields, typed) : null;
                if (done is { } told)
                {
                    (recorded, words) = (recorded + 1, words + told);
                    subject.Dispose();
                    subject = await subjects.OfAsync(form); // The next one finds everything as it was.
                }
            }
            subject.Dispose();
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{forms} forms: {recorded} acts recorded, {words} answers in one's own words.");
        Assert.True(forms > 150 && recorded > 10 && words > 0, $"{forms} forms, {recorded} acts, {words} answers: too few to tell anything.");
    }

    // All questions answered with it: what is no free text makes the answer a wrong one, and where all is free text the day does. Whether it was recorded.
    private async Task<bool> EverywhereAsync(ActSubject subject, IReadOnlyList<ShownField> page, Dictionary<string, ActField> fields, Typed typed)
    {
        var before = server.Store.Log.Position;
        var strict = fields.Values.Any(each => each.Asking is not (Asking.Group or Asking.Text) || Is<VNumber>(each) || Is<CountryCode>(each) || Is<LanguageCode>(each));
        var answers = page.Select(each => (each.Name, Value: each.Name == Day && strict ? "" : typed.Text)).ToList();
        var reply = await subject.Who.SendAsync(subject.Path, Page, [.. answers, ("verder", "bevestigen")]);
        var where = $"{subject.Path}, {typed.Kind} everywhere";
        Typed.IsHarmless(reply, where);
        if (typed.Text.Length > 0 || fields.Any(each => each.Value is { IsRequired: true, Asking: not Asking.Group } && !Is<TargetGroups>(each.Value) && !each.Key.Contains('.', StringComparison.Ordinal))) // No group at all is an answer.
        {
            Assert.True(reply.Status == HttpStatusCode.BadRequest, $"{where}: {(int)reply.Status}");
        }
        if (reply.Status == HttpStatusCode.Found)
        {
            return true;
        }
        Assert.True(reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{where}: {(int)reply.Status}");
        NothingIsRecorded(before, where);
        IsKept(reply, subject.Path, where, OfTyped(answers, page, typed));
        return false;
    }

    // What is asked in one's own words answered with it, and the explanation; all else is right. How many answers were recorded as typed; null when it may not be done.
    private async Task<int?> InOnesOwnWordsAsync(ActSubject subject, StreamKind kind, IReadOnlyList<ShownField> page, Dictionary<string, ActField> fields, Typed typed)
    {
        var before = server.Store.Log.Position;
        var answers = page.Select(each => (each.Name, Value: each.Name == Ground ? typed.Kind == "huge" ? "" : typed.Text : each.Name == Day ? typed.On : fields.TryGetValue(each.Name, out var field) ? RightFor(field, each, typed) : "")).ToList();
        var inWords = OfTyped(answers, page, typed);
        var where = $"{subject.Path}, {typed.Kind} in one's own words";
        var looked = await subject.Who.SendAsync(subject.Path, Page, [.. answers, ("verder", "bekijken")]);
        Typed.IsHarmless(looked, where);
        NothingIsRecorded(before, where + ", looked at");
        // What is hidden in the form is sent by whoever sends it, too.
        var forged = await subject.Who.SendAsync(subject.Path, Page, [.. answers, ("verder", "bevestigen"), (ActForm.KeyField, ForgedNumber), (ActForm.SeenField, typed.Text)]);
        Typed.IsHarmless(forged, where + ", versions too");
        Assert.True(forged.Status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{where}, versions too: {(int)forged.Status}");
        NothingIsRecorded(before, where + ", versions too");
        var changed = await subject.Who.SendAsync(subject.Path, Page, [.. answers, ("verder", "wijzigen")]);
        Typed.IsHarmless(changed, where + ", to change it");
        IsKept(changed, subject.Path, where + ", to change it", inWords);
        var reply = await subject.Who.SendAsync(subject.Path, Page, [.. answers, ("verder", "bevestigen")]);
        Typed.IsHarmless(reply, where);
        var events = Typed.RecordedAfter(server, before);
        if (reply.Status != HttpStatusCode.Found)
        {
            Assert.True(reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{where}: {(int)reply.Status}");
            NothingIsRecorded(before, where);
            IsKept(reply, subject.Path, where, inWords);
            return null;
        }
        if (events.Count == 0)
        {
            return null; // It was recorded already, and changes nothing.
        }
        await IsRecordedAsTypedAsync(subject, kind, reply, events, typed, where);
        var own = answers.Count(each => each.Name != Ground && typed.Text.Length > 0 && each.Value == typed.Text);
        var told = string.Join('\n', events.Select(each => each.Event!.ToString()));
        Assert.True(own == 0 || told.Contains(typed.Kept, StringComparison.Ordinal), $"{where}: it is not recorded as typed: {told}");
        return own + (typed.Kind == "huge" ? 0 : 1);
    }

    private static async Task IsRecordedAsTypedAsync(ActSubject subject, StreamKind kind, Reply reply, IReadOnlyList<RecordedEvent> events, Typed typed, string where)
    {
        if (typed.Kind != "huge")
        {
            // What goes with it elsewhere has none.
            Assert.All(events.Where(each => each.Envelope.Stream.Kind == kind), each => Assert.Equal(typed.Kept.Length == 0 ? null : typed.Kept, each.Envelope.Ground));
        }
        var after = await subject.Who.GetAsync(reply.Location!.Split('#')[0]);
        Typed.IsHarmless(after, where + ", and then the page");
        Assert.True(after.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{where}, and then the page: {(int)after.Status}"); // Not found, when the act ended the work of this function.
    }

    private void NothingIsRecorded(long before, string where) => Assert.True(Typed.RecordedAfter(server, before).Count == 0, $"{where}: something was recorded.");

    private static List<(string Name, string Kept)> OfTyped(List<(string Name, string Value)> answers, IReadOnlyList<ShownField> page, Typed typed) =>
        [.. answers.Where(each => each.Value.Length > 0 && each.Value == typed.Text && page.Any(one => one.Name == each.Name && one.IsTyped)).Select(each => (each.Name, typed.Kept))];

    private static void IsKept(Reply reply, string path, string where, IReadOnlyList<(string Name, string Kept)> typed)
    {
        var page = ShownForm.Of(reply, path).ToDictionary(each => each.Name, each => each.Value);
        foreach (var (name, kept) in typed)
        {
            Assert.True(page.TryGetValue(name, out var value) && value == kept, $"{where}: {name} was typed and is gone from the page; there stands: {value}");
        }
    }

    private async Task<IReadOnlyList<ShownField>> OpenedAsync(ActSubject subject, ActOffer offer, Dictionary<string, ActField> fields)
    {
        Page = await subject.Who.GetAsync(subject.Path);
        Assert.True(Page.Status == HttpStatusCode.OK, $"{subject.Who.Caller.Function.Code} does not get the form {subject.Path}: {(int)Page.Status} {Page.Location}");
        var shown = ShownForm.Of(Page, subject.Path);
        var missing = fields.Where(each => each.Value.Asking != Asking.Group).Select(each => each.Key).Except(shown.Select(each => each.Name)).ToList();
        Assert.True(missing.Count == 0, $"{offer.Path}: the form does not ask {string.Join(", ", missing)}.");
        return shown;
    }

    private static IEnumerable<(string Name, ActField Field)> Flat(IEnumerable<ActField> fields, string prefix) => fields.SelectMany(each => Flat(each.Parts, $"{prefix}{each.Name}.").Prepend((prefix + each.Name, each)));

    private static string RightFor(ActField field, ShownField shown, Typed typed) => field.Asking switch
    {
        _ when shown.Choices.Count > 0 => shown.Choices[0],
        Asking.Day => typed.Day,
        Asking.PartialDate => "1990-05",
        Asking.Number => typed.Number,
        _ when Is<VNumber>(field) => VNumber.Synthetic(9).ToString(),
        _ when Is<CountryCode>(field) => "SYR",
        _ when Is<LanguageCode>(field) => "ara",
        _ => typed.Text,
    };

    private static bool Is<T>(ActField field) => (Nullable.GetUnderlyingType(field.Type) ?? field.Type) == typeof(T);
}
