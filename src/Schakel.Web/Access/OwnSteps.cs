using System.Collections.Frozen;
using Schakel.Chain;
using Schakel.Chain.Partners;
using Schakel.Norms;
using Schakel.Web.Api;
using Schakel.Web.Api.Records;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Access;

/// <summary>
/// Which steps are a function's own work (eigen stappen): those it takes itself, and of which it may read what they tell. Several functions act
/// for one party: of the court's steps the clerk plans the hearing and the judge rules. What is known of a step before its file is read stands
/// here, so that lists, counts and files say the same.
/// </summary>
public static class OwnSteps
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Codes =
        Function.All.ToFrozenDictionary(each => each.Code, each => StepType.All.Where(type => Takes(each, type)).Select(type => type.Code).ToFrozenSet());

    private static readonly FrozenDictionary<string, StepType> Types = StepType.All.ToFrozenDictionary(each => each.Code);

    private static readonly FrozenSet<string> OnlyChoose = Function.All.Where(function => PartiesOf(function) is { Count: > 0 } parties
        && StepType.All.Where(type => parties.Contains((int)type.Party) && Codes[function.Code].Contains(type.Code)).ToList() is { Count: > 0 } own
        && own.TrueForAll(type => type.Force != StepForce.Due)).Select(each => each.Code).ToFrozenSet();

    /// <summary>Codes of the kinds of step that a function takes, and may know of, whoever's turn it is.</summary>
    /// <param name="function">The function.</param>
    public static FrozenSet<string> Of(Function function) => Codes[function.Code];

    /// <summary>Whose steps stand in a function's worklist: numbers of parties; none for whoever has no work on files.</summary>
    /// <param name="function">The function.</param>
    public static IReadOnlyList<int> PartiesOf(Function function) => function.Role == OfficialRoles.None || function.Reach is Reach.None or Reach.Own ? []
        // A lawyer and a guardian see what the person may do too: a remedy has its last day there.
        : [.. Enum.GetValues<Party>().Where(party => Parties.RoleOf(party) == function.Role || (party == Party.Applicant && function.Code is "advocaat" or "voogd")).Select(party => (int)party)];

    /// <summary>Whether nothing that a function does is ever due: then its choices are its work, such as planning a hearing.</summary>
    /// <param name="function">The function.</param>
    public static bool AreAllChoices(Function function) => OnlyChoose.Contains(function.Code);

    /// <summary>Whether a function may know that a step of this kind is open: it reads what the step tells. What one party asks of another, the one that is asked knows.</summary>
    /// <param name="function">The function.</param>
    /// <param name="type">The kind of step.</param>
    public static bool MayRead(Function function, StepType type) =>
        function.MayRead(EventCategories.OfDeclared(type.Code)) || type.Command.IsAssignableTo(typeof(PartnersCommand)) || type == QuestionSteps.Answer;

    // Who decides on a deferral of departure reads nothing of a return file, and knows that the decision is theirs to take: their purpose is the step's.
    private static bool Takes(Function function, StepType type) => CommandTable.All.Append(DocumentEndpoints.Supply)
        .Any(each => each.Command == type.Command && each.IsOpenTo(function) && (MayRead(function, type) || CategoryOf(each.Purpose) == EventCategories.OfDeclared(type.Code)));

    private static DataCategory CategoryOf(Purpose purpose) => purpose switch
    {
        Purpose.Return => DataCategory.Return,
        Purpose.Reception => DataCategory.Reception,
        Purpose.Housing => DataCategory.Housing,
        Purpose.Participation => DataCategory.Participation,
        Purpose.Family => DataCategory.Family,
        Purpose.Registration => DataCategory.Identity,
        Purpose.Procedure => DataCategory.Procedure,
        Purpose.Care => DataCategory.Medical,
        Purpose.Supervision or Purpose.Records or Purpose.Statistics or Purpose.Policy => DataCategory.None,
    };

    /// <summary>What a step waits for, where a function may know of it; else that it waits for somebody else. Null when it waits for nothing.</summary>
    /// <param name="function">The function.</param>
    /// <param name="code">Code of the step that comes first.</param>
    public static Text? WaitsFor(Function function, string? code) => code is null ? null : NameOf(function, code) ?? new("een stap van een ander", "a step of another");

    /// <summary>What a step is, where a function may know of it; null otherwise.</summary>
    /// <param name="function">The function.</param>
    /// <param name="code">Its code; null when there is none.</param>
    public static Text? NameOf(Function function, string? code) => code is not null && Types.TryGetValue(code, out var type) && (MayRead(function, type) || Of(function).Contains(code)) ? type.Name : null;
}
