using System.Collections.Frozen;
using System.Reflection;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Partners;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Web.Access;
using static Schakel.Chain.DataCategory;

namespace Schakel.Web.Outbox;

// That something happened tells what it is about: the name of a type says as much as its fields. So a type has the categories of its
// fields, and one that has no field of a person has those named here: of its room, or of itself where the room says too little.

/// <summary>What kinds of personal data the mere name of an event tells (gegevenscategorieën van een gebeurtenis).</summary>
public static class NotifiedCategories
{
    // Behind walls (red lines 5 and 6): whoever may not read one of these is not told that there was something of it.
    private static readonly FrozenSet<DataCategory> Walled = FrozenSet.Create(Claim, Medical, Vulnerability, DataCategory.Incidents);

    // What every function reads, and what therefore makes nothing theirs.
    private static readonly FrozenSet<DataCategory> Everybodys = FrozenSet.Create(DataCategory.Identity, Contact);

    /// <summary>Every category: what nobody in the chain reads alone, and is told to no subscriber.</summary>
    private static readonly DataCategory[] Everything = Enum.GetValues<DataCategory>();

    private static readonly FrozenDictionary<Type, DataCategory[]> OfItself = new Dictionary<Type, DataCategory[]>
    {
        [typeof(HealthIntakeHeld)] = [Medical],
        [typeof(TuberculosisScreened)] = [Medical],
        [typeof(TreatmentBegun)] = [Medical],
        [typeof(TreatmentEnded)] = [Medical],
        [typeof(MedicalDeferralRequested)] = [DataCategory.Return, Medical],
        [typeof(NeedsAssessed)] = [Vulnerability],
        [typeof(AgeAssessmentConsented)] = [Procedure, Vulnerability],
        [typeof(PresenceRegistered)] = [Reception, DataCategory.Incidents], // Of reception alone: a register of presence is not reused for policing.
        [typeof(ReceptionExplained)] = [Reception],
        [typeof(AllowanceStarted)] = [Reception],
        [typeof(GuardianAppointed)] = [Family],
        [typeof(DepartureTalkHeld)] = [DataCategory.Return],
        [typeof(ProcedureExplained)] = [Procedure],
        [typeof(ApplicantPrepared)] = [Procedure],
        [typeof(ApplicantDocumentIssued)] = [Procedure],
        [typeof(ResidenceDocumentHandedOver)] = [Procedure],
        [typeof(HousingInterviewHeld)] = [Housing],
        [typeof(QuestionAsked)] = Enum.GetValues<DataCategory>(), // Whom somebody asks something is told to nobody else: all walls.
        [typeof(QuestionAnswered)] = Enum.GetValues<DataCategory>(),
        [typeof(CapacityStated)] = Enum.GetValues<DataCategory>(), // How somebody manages is told to no subscriber.
        [typeof(CapacityWithdrawn)] = Enum.GetValues<DataCategory>(),
        [typeof(CapacityJudged)] = Enum.GetValues<DataCategory>(),
        [typeof(PlacementStated)] = Enum.GetValues<DataCategory>(), // What matters for where somebody stays tells of health and faith.
        [typeof(PlacementWithdrawn)] = Enum.GetValues<DataCategory>(),
        [typeof(PlacementFactsJudged)] = Enum.GetValues<DataCategory>(),
        [typeof(LawyerWithdrawn)] = [Procedure],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, FrozenSet<DataCategory>> ByType =
        EventCatalogue.Types.ToFrozenDictionary(type => type, type => CategoriesOf(type).ToFrozenSet());

    /// <summary>The categories of what such an event tells.</summary>
    /// <param name="type">A type of event.</param>
    /// <returns>Categories; none for what is about no person.</returns>
    public static FrozenSet<DataCategory> Of(Type type) => ByType[type];

    /// <summary>
    /// Whether a function may be told that such things happen: it may read all of the event's categories behind a wall, and at least one of
    /// its others, leaving out who someone is, which every function reads.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="type">A type of event.</param>
    public static bool MayKnow(Function function, Type type) => MayKnow(function.MayRead, type);

    /// <summary>The same for whoever may read some categories.</summary>
    /// <param name="mayRead">Whether a category may be read.</param>
    /// <param name="type">A type of event.</param>
    public static bool MayKnow(Func<DataCategory, bool> mayRead, Type type)
    {
        var categories = Of(type);
        var own = categories.Except(Everybodys).Except(Walled).ToList();
        return categories.Intersect(Walled).All(mayRead)
            && (own.Count > 0 ? own.Exists(each => mayRead(each)) : categories.All(mayRead));
    }

    /// <summary>The room of a type of event.</summary>
    /// <param name="type">A type of event.</param>
    public static EventRoom RoomOf(Type type) => type.Namespace!.Split('.')[^1] switch
    {
        nameof(EventRoom.Registration) => EventRoom.Registration,
        nameof(EventRoom.Procedure) => EventRoom.Procedure,
        nameof(EventRoom.Reception) => EventRoom.Reception,
        nameof(EventRoom.Participation) => EventRoom.Participation,
        nameof(EventRoom.Housing) => EventRoom.Housing,
        nameof(EventRoom.Return) => EventRoom.Return,
        nameof(EventRoom.Family) => EventRoom.Family,
        nameof(EventRoom.Guidance) => EventRoom.Guidance,
        nameof(EventRoom.Partners) => EventRoom.Partners,
        nameof(EventRoom.Records) => EventRoom.Records,
        nameof(EventRoom.Policy) => EventRoom.Policy,
        _ => EventRoom.Breaches,
    };

    private static IEnumerable<DataCategory> CategoriesOf(Type type)
    {
        if (OfItself.TryGetValue(type, out var own))
        {
            return own;
        }
        var ofFields = type.GetConstructors().SelectMany(each => each.GetParameters()).Select(each => each.GetCustomAttribute<CategoryAttribute>()?.Category)
            .Concat(type.GetProperties().Select(each => each.GetCustomAttribute<CategoryAttribute>()?.Category))
            .Where(category => category is not (null or None)).Select(category => category!.Value).Distinct().ToList();
        if (ofFields.Count > 0)
        {
            return ofFields;
        }
        return type.IsSubclassOf(typeof(SiteEvent)) || type.IsSubclassOf(typeof(PolicyEvent)) ? [] : RoomOf(type) switch
        {
            EventRoom.Registration or EventRoom.Procedure => [Procedure],
            EventRoom.Reception => [Reception],
            EventRoom.Participation or EventRoom.Guidance => [Participation],
            EventRoom.Housing => [Housing],
            EventRoom.Return => [DataCategory.Return],
            EventRoom.Family => [Family],
            // Which partner shared what, an event of this room without fields of a person does not say: it is between those two.
            EventRoom.Partners or EventRoom.Records or EventRoom.Breaches or EventRoom.Policy => Everything, // All walls: for nobody.
        };
    }
}

/// <summary>Where in the chain an event belongs (ruimte).</summary>
public enum EventRoom
{
    /// <summary>Arrival, identity.</summary>
    Registration = 0,
    /// <summary>From application to permit.</summary>
    Procedure,
    /// <summary>Stay and sites.</summary>
    Reception,
    /// <summary>Work, activities.</summary>
    Participation,
    /// <summary>Municipality and home.</summary>
    Housing,
    /// <summary>Return and detention.</summary>
    Return,
    /// <summary>Who belongs together.</summary>
    Family,
    /// <summary>Legal aid, care, settling.</summary>
    Guidance,
    /// <summary>Between partners.</summary>
    Partners,
    /// <summary>The files themselves.</summary>
    Records,
    /// <summary>Norms that were broken.</summary>
    Breaches,
    /// <summary>The policy on countries.</summary>
    Policy,
}
