using System.Collections.Frozen;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Partners;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Clients;

/// <summary>
/// What only the person does (alleen de persoon zelf), and why a lawyer or guardian is not offered it. What is open to whom stands in the
/// table of commands; here stands the reason alone, and a test sees to it that each has one.
/// </summary>
public static class OnlyThePerson
{
    private static readonly Text OwnHelp = new(
        "Hoe iemand geholpen en aangesproken wil worden, zegt die persoon zelf.",
        "How somebody wants to be helped and told things, that person says.");

    private static readonly Text OwnWords = new(
        "Een vraag en het antwoord zijn tussen uw cliënt en wie de vraag krijgt; u leest ze niet. Wilt u zelf iets weten, vraag het dan rechtstreeks.",
        "A question and its answer are between your client and whoever is asked; you do not read them. If you want to know something yourself, ask directly.");

    private static readonly Text OwnHome = new(
        "Waar iemand gaat wonen, aanvaardt die persoon zelf, met het gezin. Het kan ook bij het COA of de gemeente.",
        "Where somebody goes to live is accepted by that person, with the family. It can be done with the COA or the municipality as well.");

    private static readonly Text OwnPlace = new(
        "Wat voor iemands plek telt, zegt die persoon zelf of de voogd. Het COA kan het ook vastleggen, als u het daarop wijst.",
        "What matters for somebody's place is said by that person or the guardian. The COA can record it too, when you point it out.");

    private static readonly Text OwnWork = new(
        "Werken en meedoen is een keuze van de persoon zelf. Het COA kan het vastleggen.",
        "To work or join in is the person's own choice. The COA can record it.");

    private static readonly Text OwnHelper = new(
        "Wie iemand vertrouwt of om steun vraagt, kiest die persoon zelf; wie dat is, gaat anderen niet aan.",
        "Whom somebody trusts or asks for support is that person's choice; who it is, is nobody else's business.");

    private static readonly Text OwnReturn = new(
        "Hulp bij terugkeer vraagt de persoon zelf, of met de regievoerder van DT&V: niemand vraagt dat voor een ander.",
        "Help to return is asked for by the person, or with the return counsellor: nobody asks that for somebody else.");

    private static readonly Text ByLawyer = new(
        "Dit doet de persoon zelf of de advocaat.",
        "This is done by the person or the lawyer.");

    private static readonly FrozenDictionary<Type, Text> Reasons = new Dictionary<Type, Text>
    {
        [typeof(StateCapacity)] = OwnHelp,
        [typeof(WithdrawCapacity)] = OwnHelp,
        [typeof(ChoosePreferences)] = OwnHelp,
        [typeof(AskQuestion)] = OwnWords,
        [typeof(ChooseInterviewDay)] = new(
            "Een vrije gehoordag kiest de persoon zelf. Wilt u een andere dag, vraag die dan: de planner beslist.",
            "A free day for the interview is chosen by the person. If you want another day, ask for it: the planner decides."),
        [typeof(AcceptPlace)] = OwnHome,
        [typeof(AcceptHome)] = OwnHome,
        [typeof(SignContract)] = OwnHome,
        [typeof(StatePlacement)] = OwnPlace,
        [typeof(WithdrawPlacement)] = OwnPlace,
        [typeof(StartWork)] = OwnWork,
        [typeof(EndWork)] = OwnWork,
        [typeof(StartVolunteering)] = OwnWork,
        [typeof(EndVolunteering)] = OwnWork,
        [typeof(JoinActivity)] = OwnWork,
        [typeof(NameTrustedHelper)] = OwnHelper,
        [typeof(DismissTrustedHelper)] = OwnHelper,
        [typeof(BeginSupport)] = OwnHelper,
        [typeof(EndSupport)] = OwnHelper,
        [typeof(RequestAssistedReturn)] = OwnReturn,
        [typeof(CancelAssistedReturn)] = OwnReturn,
        [typeof(AnnounceFamilyTravel)] = ByLawyer,
        [typeof(ReceiveReunificationDocuments)] = ByLawyer,
        [typeof(ReceiveReunificationNotice)] = ByLawyer,
        [typeof(EnrolInSchool)] = new("Op school inschrijven doet het gezin, de voogd of het COA.", "Enrolling in school is done by the family, the guardian or the COA."),
        [typeof(ConsentToAgeAssessment)] = new("Met een leeftijdsonderzoek stemt het kind in, of de voogd.", "To an assessment of age the child agrees, or the guardian."),
        [typeof(CancelPreRegistration)] = new("Een vooraanmelding trekt wie zich aanmeldde zelf in, of doet dat bij AVIM.", "A pre-registration is taken back by who made it, or with the aliens police."),
    }.ToFrozenDictionary();

    /// <summary>Why a function is not offered something that is open to the person; null when the person cannot do it either, or the function can.</summary>
    /// <param name="function">Who stands by the person.</param>
    /// <param name="command">The type of the command.</param>
    public static Text? Why(Function function, Type command) =>
        CommandTable.All.FirstOrDefault(each => each.Command == command) is { } resource && resource.OpenTo.Contains("aanvrager") && !resource.IsOpenTo(function)
            ? Reasons.GetValueOrDefault(command, new("Dit doet de persoon zelf.", "This is done by the person."))
            : null;

    /// <summary>Whether there is a reason of its own.</summary>
    /// <param name="command">The type of the command.</param>
    public static bool HasReason(Type command) => Reasons.ContainsKey(command);
}
