using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Procedure;

namespace Schakel.Web.Portal.Registration;

/// <summary>
/// Registering in advance (digitale vooraanmelding): voluntary, without signing in, with save and return. It opens no file, starts no term
/// and gives nobody a place in a line.
/// </summary>
internal static class PreRegistration
{
    private const string SaveStep = "bewaren";
    private const string ReturnStep = "terugkeren";
    private const string CodeField = "code";
    private const string Language = "taal";
    private const string Persons = "personen";
    private const string Interpreter = "tolk";
    private const string Children = "kinderen";
    private const string Alone = "alleen";
    private const string Care = "zorg";
    private const string Reach = "bereik";
    private const int MostTries = 5;

    /// <summary>What is asked.</summary>
    public static ImmutableArray<Field> Fields { get; } =
    [
        new(Language, FieldKind.Choice, "pre.language") { Options = [.. InterviewForms.Spoken.Where(each => each.Value != "und")] },
        new(Persons, FieldKind.Number, "pre.persons") { Help = "pre.persons-help", Least = 1, Most = PreRegistrations.MostPersons, Bounds = "pre.persons-range" },
        YesOrNo(Interpreter, "pre.interpreter") with { Heading = "pre.more" },
        new(Children, FieldKind.Number, "pre.children") { IsOptional = true, Most = PreRegistrations.MostPersons, Bounds = "pre.children-range" },
        YesOrNo(Alone, "pre.alone") with { Help = "pre.alone-help" },
        YesOrNo(Care, "pre.care") with { Help = "pre.care-help" },
        new(Reach, FieldKind.Line, "pre.reach") { Help = "pre.reach-help", IsOptional = true, Most = PreRegistrations.MostReach },
    ];

    /// <summary>What a heading says of the questions below it.</summary>
    public const string MoreText = "pre.more-text";

    /// <summary>The empty form.</summary>
    public static IResult Show(Visit visit) => Page(visit, FormState.Asking, Answers.None);

    /// <summary>What was sent.</summary>
    public static async Task<IResult> TakeAsync(Visit visit)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Http.RequestAborted).ConfigureAwait(false);
        var answers = Answers.Of(form, Fields);
        var drafts = visit.Http.RequestServices.GetRequiredService<Drafts>();
        var code = TypedText.Cut(form[CodeField].ToString());
        if (!await Sending.IsOursAsync(visit.Http).ConfigureAwait(false))
        {
            return Page(visit, FormState.Again, answers);
        }
        var step = form["stap"].ToString();
        if (step == ReturnStep)
        {
            return drafts.Find(code) is { } kept
                ? Page(visit, FormState.Asking, answers with { ByName = answers.ByName.SetItems(kept.Where(each => answers.ByName.ContainsKey(each.Key))) }, ("Code", code))
                : Page(visit, FormState.Asking, answers, ("IsUnknownCode", true));
        }
        if (step == SaveStep)
        {
            return drafts.Keep(answers.ByName) is { } given ? Page(visit, FormState.Asking, answers, ("Saved", given)) : Page(visit, FormState.Asking, answers);
        }
        var faults = Faults(answers);
        return !faults.IsEmpty ? Page(visit, FormState.Asking, answers, ("Faults", faults), ("Code", code))
            : step == "wijzigen" ? Page(visit, FormState.Asking, answers, ("Code", code))
            : step != "versturen" ? Page(visit, FormState.Checking, answers, ("Code", code))
            : await DoAsync(visit, answers, drafts, code).ConfigureAwait(false);
    }

    // A number that was never used, given to whoever is first; the other takes the next.
    private static async Task<IResult> DoAsync(Visit visit, Answers answers, Drafts drafts, string code)
    {
        var store = visit.Http.RequestServices.GetRequiredService<ChainStore>();
        var command = CommandOf(answers);
        for (var i = 0; i < MostTries; i++)
        {
            if (await store.FirstAnswerAsync(answers.Key).ConfigureAwait(false) is ActResult.Accepted before)
            {
                return Done(visit, answers, before);
            }
            var stream = new StreamId(StreamKind.CaseFile, await store.HighestNumberAsync(StreamKind.CaseFile).ConfigureAwait(false) + 1);
            var act = new Act(answers.Key, new Doer(DoerKind.Applicant, stream.Number, OfficialRoles.None), Store.Acts.Purpose.Registration, visit.Today, [new(stream, command)])
            {
                Expected = [new(stream, 0)],
            };
            switch (await store.Desk.DoAsync(act, visit.Http.RequestAborted).ConfigureAwait(false))
            {
                case ActResult.Accepted accepted:
                    drafts.Drop(code);
                    return Done(visit, answers, accepted);
                case ActResult.Refused refused:
                    return Page(visit, FormState.Asking, answers with { Key = ActKey.New() }, ("Refusal", refused.Refusal));
            }
        }
        return PortalAnswers.Notice(visit, "fault", StatusCodes.Status503ServiceUnavailable);
    }

    private static Field YesOrNo(string name, string label) => new(name, FieldKind.Choice, label) { Options = [("ja", "common.yes"), ("nee", "common.no")], IsOptional = true };

    private static bool? Said(string answer) => answer.Length == 0 ? null : answer == "ja";

    private static ImmutableDictionary<string, Fault> Faults(Answers answers)
    {
        var faults = answers.Faults(Fields);
        return Numbers.Read(answers[Children]) is { } children && Numbers.Read(answers[Persons]) is { } persons && !PreRegistrations.Fits(children, persons, Said(answers[Alone]) == true)
            ? faults.SetItem(Children, new("pre.children-range")) : faults;
    }

    private static PreRegister CommandOf(Answers answers)
    {
        _ = LanguageCode.TryParse(answers[Language], out var language);
        return new(PreRegistrationChannel.Self, language, Numbers.Read(answers[Persons]) ?? 1)
        {
            NeedsInterpreter = Said(answers[Interpreter]),
            Children = Numbers.Read(answers[Children]),
            MinorAlone = Said(answers[Alone]),
            NeedsCare = Said(answers[Care]),
            Reach = answers[Reach],
        };
    }

    private static IResult Done(Visit visit, Answers answers, ActResult.Accepted accepted) =>
        Page(visit, FormState.Done, answers, ("Number", accepted.Versions.Single(each => each.Stream.Kind == StreamKind.CaseFile).Stream.Number));

    private static IResult Page(Visit visit, FormState state, Answers answers, params (string Name, object? Value)[] more) =>
        PortalAnswers.Page<PreRegistrationPage>(visit, [("State", state), ("Answers", answers), .. more]);
}
