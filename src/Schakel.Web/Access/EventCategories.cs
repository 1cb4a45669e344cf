using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;

namespace Schakel.Web.Access;

/// <summary>
/// What the bare fact tells (categorie van het feit zelf): that a health intake was held, is about health, also when the event has no field.
/// Such an event, term or right is of the category of its room, unless it stands here.
/// </summary>
public static class EventCategories
{
    private static readonly FrozenDictionary<Type, DataCategory> Own = new Dictionary<Type, DataCategory>
    {
        [typeof(TuberculosisScreened)] = DataCategory.Medical,
        [typeof(HealthIntakeHeld)] = DataCategory.Medical,
        [typeof(TreatmentBegun)] = DataCategory.Medical,
        [typeof(TreatmentEnded)] = DataCategory.Medical,
        [typeof(NeedsAssessed)] = DataCategory.Vulnerability,
        [typeof(PlacementWithdrawn)] = DataCategory.Vulnerability,
        [typeof(CapacityWithdrawn)] = DataCategory.Vulnerability,
        [typeof(ReceptionExplained)] = DataCategory.Reception,
        [typeof(AllowanceStarted)] = DataCategory.Reception,
        [typeof(GuardianAppointed)] = DataCategory.Family,
        [typeof(DepartureTalkHeld)] = DataCategory.Return,
        [typeof(EnrolledInSchool)] = DataCategory.Participation,
        [typeof(LessonsBegun)] = DataCategory.Participation,
        [typeof(IntegrationDutyNotified)] = DataCategory.Participation,
        [typeof(BroadIntakeHeld)] = DataCategory.Participation,
        [typeof(IntegrationPlanAdopted)] = DataCategory.Participation,
        [typeof(SocialGuidanceBegun)] = DataCategory.Participation,
        [typeof(SocialAssistanceGranted)] = DataCategory.Participation,
        [typeof(ResidentRegistered)] = DataCategory.Housing,
        [typeof(AddressRegistered)] = DataCategory.Housing,
        [typeof(HousingInterviewHeld)] = DataCategory.Housing,
        [typeof(LawyerWithdrawn)] = DataCategory.Procedure,
        [typeof(PreRegistrationCancelled)] = DataCategory.Contact,
        [typeof(BreachRecorded)] = DataCategory.Procedure,
        // Whoever supplies a document wants protection, or care: that they did is as much as what.
        [typeof(DocumentSupplied)] = DataCategory.Claim,
        [typeof(DocumentReviewed)] = DataCategory.Claim,
        [typeof(DocumentTakenBack)] = DataCategory.Claim,
        [typeof(HealthDocumentSupplied)] = DataCategory.Medical,
        [typeof(HealthDocumentReviewed)] = DataCategory.Medical,
        [typeof(HealthDocumentTakenBack)] = DataCategory.Medical,
        [typeof(HoldPlaced)] = DataCategory.Claim, // That there is a sign of danger or exclusion is as bad as which.
        [typeof(HoldLifted)] = DataCategory.Claim,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, DataCategory> OfRoom = new Dictionary<string, DataCategory>
    {
        ["Registration"] = DataCategory.Identity,
        ["Procedure"] = DataCategory.Procedure,
        ["Reception"] = DataCategory.Reception,
        ["Participation"] = DataCategory.Participation,
        ["Housing"] = DataCategory.Housing,
        ["Return"] = DataCategory.Return,
        ["Family"] = DataCategory.Family,
        ["Partners"] = DataCategory.Vulnerability,
        ["Records"] = DataCategory.Procedure,
    }.ToFrozenDictionary();

    // The room Guidance goes beside several others: by subject.
    private static readonly FrozenDictionary<string, DataCategory> OfSubject = new Dictionary<string, DataCategory>
    {
        ["Care"] = DataCategory.Medical,
        ["Capacity"] = DataCategory.Vulnerability,
        ["Preference"] = DataCategory.Contact,
        ["LegalAid"] = DataCategory.Procedure,
        ["Integration"] = DataCategory.Participation,
        ["Settling"] = DataCategory.Participation,
    }.ToFrozenDictionary();

    // A step, term or right that tells another thing than its room, as the event that follows from it does.
    private static readonly FrozenDictionary<string, DataCategory> OfOne = new Dictionary<string, DataCategory>
    {
        [CareSteps.ExplainTheReception.Code] = DataCategory.Reception,
        [CareSteps.InformationTerm.Code] = DataCategory.Reception,
        [CareSteps.Pay.Code] = DataCategory.Reception,
        [CareSteps.Assess.Code] = DataCategory.Vulnerability,
        [CareSteps.Appoint.Code] = DataCategory.Family,
        [CareSteps.Guardian.Code] = DataCategory.Family,
        [LegalAidSteps.Advise.Code] = DataCategory.Vulnerability,
        [IntegrationSteps.Talk.Code] = DataCategory.Return,
        [CircleSteps.Name.Code] = DataCategory.Procedure,
        [CircleSteps.Change.Code] = DataCategory.Procedure,
        [DeferralSteps.Opinion.Code] = DataCategory.Medical,
        [DocumentSteps.Review.Code] = DataCategory.Claim,
        [DocumentSteps.ReviewOfHealth.Code] = DataCategory.Medical,
    }.ToFrozenDictionary();

    private static readonly ConcurrentDictionary<Type, FrozenSet<DataCategory>> Whole = [];

    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, DataCategory>> Parts = [];

    private static readonly Lazy<FrozenDictionary<string, DataCategory>> Declared = new(Read);

    /// <summary>The category of the fact itself; none for a site's or a country's, which is about nobody.</summary>
    /// <param name="happened">Type of the event.</param>
    public static DataCategory Of(Type happened) =>
        happened.IsAssignableTo(typeof(SiteEvent)) || happened.IsAssignableTo(typeof(PolicyEvent)) ? DataCategory.None
        : Own.TryGetValue(happened, out var own) ? own
        : OfRoom.TryGetValue(RoomOf(happened), out var room) ? room
        : DataCategory.Procedure; // Of the room Guidance what is not named above explains and prepares the procedure.

    /// <summary>Whether the fact itself asks more than its fields do: then it is seen only by whoever may read this category.</summary>
    /// <param name="happened">Type of the event.</param>
    public static DataCategory Beyond(Type happened) => Own.GetValueOrDefault(happened, DataCategory.None);

    /// <summary>All that an event can tell: the categories of its fields, and of the fact itself where that stands here or there is no field.</summary>
    /// <param name="happened">Type of the event.</param>
    public static FrozenSet<DataCategory> AllOf(Type happened) => Whole.GetOrAdd(happened, static type =>
    {
        DataCategory[] told = [.. FieldsOf(type).SelectMany(each => Within(each.Property.PropertyType).Values.Prepend(each.Category)).Append(Beyond(type)).Where(each => each != DataCategory.None)];
        return (told.Length > 0 ? told : [Of(type)]).ToFrozenSet();
    });

    /// <summary>The fields of an event with their categories, those of the constructor first.</summary>
    /// <param name="happened">Type of the event.</param>
    public static IEnumerable<(PropertyInfo Property, DataCategory Category)> FieldsOf(Type happened) =>
        happened.GetConstructors().MaxBy(each => each.GetParameters().Length)!.GetParameters()
            .Select(each => (Property: happened.GetProperty(each.Name!)!, each.GetCustomAttribute<CategoryAttribute>()?.Category))
            .Concat(happened.GetProperties().Where(each => each.GetCustomAttribute<CategoryAttribute>() is not null && each.SetMethod is not null)
                .Select(each => (Property: each, each.GetCustomAttribute<CategoryAttribute>()?.Category)))
            .Where(each => each.Category is not null).DistinctBy(each => each.Property.Name).Select(each => (each.Property, each.Category!.Value));

    /// <summary>Parts of a field that are of a category of their own, by name: nationality within who somebody is.</summary>
    /// <param name="field">Type of the field.</param>
    public static FrozenDictionary<string, DataCategory> Within(Type field) => Parts.GetOrAdd(Nullable.GetUnderlyingType(field) ?? field, static type =>
        type.GetConstructors().SelectMany(each => each.GetParameters()).Where(each => each.GetCustomAttribute<CategoryAttribute>() is not null)
            .ToFrozenDictionary(each => each.Name!, each => each.GetCustomAttribute<CategoryAttribute>()!.Category));

    /// <summary>The category of a kind of term, step or right: of the room that declares it, unless it is named here.</summary>
    /// <param name="code">Its code.</param>
    public static DataCategory OfDeclared(string code) => Declared.Value.GetValueOrDefault(code, DataCategory.Claim);

    private static string RoomOf(Type type) => type.Namespace?.Split('.')[^1] ?? "";

    private static FrozenDictionary<string, DataCategory> Read()
    {
        var categories = new Dictionary<string, DataCategory>();
        foreach (var type in typeof(StepType).Assembly.GetTypes())
        {
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
                .Where(field => field.FieldType == typeof(TermType) || field.FieldType == typeof(EntitlementType) || field.FieldType == typeof(StepType)))
            {
                var code = CodeOf(field.GetValue(null));
                categories[code] = OfOne.TryGetValue(code, out var own) ? own : RoomOf(type) == "Guidance"
                    ? OfSubject.First(each => type.Name.StartsWith(each.Key, StringComparison.Ordinal)).Value : OfRoom[RoomOf(type)];
            }
        }
        return categories.ToFrozenDictionary();
    }

    private static string CodeOf(object? declared) => declared switch
    {
        TermType term => term.Code,
        EntitlementType entitlement => entitlement.Code,
        StepType step => step.Code,
        _ => "",
    };
}
