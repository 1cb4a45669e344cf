using System.Text.Json;

namespace Schakel.Norms.Registration;

/// <content>The questions that anyone can put: <c>registration-term</c> and <c>lodging-duties</c>.</content>
public static partial class RegistrationPeriods
{
    private static readonly Fact<Day> MadeFact = Fact.Date("made", new("de dag waarop de asielwens is geuit", "the date the wish for asylum was expressed"));
    private static readonly Fact<Day> LodgedFact = Fact.Date("lodged", new("de dag van de aanvraag", "the date the application was lodged"));

    private static readonly Fact<RegistrationAuthority> AuthorityFact = Fact.Choice(
        "authority",
        new("bij wie de wens is geuit, en hoe druk het was", "to whom the wish was expressed, and how busy it was"),
        [
            ("competent", RegistrationAuthority.Competent),
            ("other", RegistrationAuthority.Other),
            ("many-applications", RegistrationAuthority.ManyApplications),
        ],
        required: false);

    /// <summary>Last day to register (registratietermijn).</summary>
    public static readonly NormComputation Computation = new(
        "registration-term",
        new("Registratietermijn", "Time to register"),
        [MadeFact, AuthorityFact],
        static (law, facts, result, ref trace) =>
            result.WriteString("lastDay", RegisterBy(law, facts.Get(MadeFact), facts.Find(AuthorityFact) ?? default, ref trace).ToString()));

    /// <summary>Last days to inform and to give the document (informatieplicht, W-document).</summary>
    public static readonly NormComputation LodgingComputation = new(
        "lodging-duties", new("Verplichtingen na de aanvraag", "Duties after lodging"), [LodgedFact], Duties);

    private static void Duties(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var lodged = facts.Get(LodgedFact);
        var (inform, document) = (InformBy(law, lodged, ref trace), DocumentBy(law, lodged, ref trace));
        var (informed, given) = (Text.Of(inform), Text.Of(document));
        trace.Fact(LodgedFact.Name, lodged.ToString());
        trace.Say(new(
            $"Het W-document is er uiterlijk op {given.Dutch}, de informatie over de opvang uiterlijk op {informed.Dutch}.",
            $"The applicant's document is given by {given.English}, the information about reception by {informed.English}."));
        result.WriteString("informBy", inform.ToString());
        result.WriteString("documentBy", document.ToString());
    }

    private static void Tell<TTrace>(Norm norm, Day made, RegistrationAuthority authority, int days, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        trace.Fact(MadeFact.Name, made.ToString());
        trace.Fact(AuthorityFact.Name, authority switch
        {
            RegistrationAuthority.Competent => "competent",
            RegistrationAuthority.Other => "other",
            RegistrationAuthority.ManyApplications => "many-applications",
        });
        var (from, by) = (Text.Of(made), Text.Of(last));
        var length = Text.Of(days, new("werkdag", "working day"), new("werkdagen", "working days"));
        trace.Step(TermStepKind.Started, made, new($"De termijn begint de dag na {from.Dutch}.", $"The term starts the day after {from.English}."));
        trace.Step(TermStepKind.Ran, last, new($"{norm.Title.Dutch}: {length.Dutch}, tot en met {by.Dutch}.", $"{norm.Title.English}: {length.English}, through {by.English}."));
        trace.Say(new($"De asielwens moet uiterlijk op {by.Dutch} zijn geregistreerd.", $"The wish for asylum must be registered by {by.English} at the latest."));
    }
}
