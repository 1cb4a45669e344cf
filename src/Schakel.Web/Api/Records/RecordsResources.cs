using System.Collections.Immutable;
using Schakel.Chain.Records;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Records;

/// <summary>Commands of the room Records as resources (gegevensbeheer): corrections and merges.</summary>
public static class RecordsResources
{
    /// <summary>The table.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        CommandResource.For<CorrectRecord>(Purpose.Records, "correcties",
            "Corrigeert een gebeurtenis met een nieuwe.", "Correct an event of this file by a new one."),
        CommandResource.For<RequestCorrection>(Purpose.Procedure, "correctieverzoeken",
            "Vraagt om verbetering van wat is vastgelegd.", "Ask to correct what is recorded.") with { OpenTo = ["aanvrager", "advocaat", "voogd"] },
        CommandResource.For<DecideCorrection>(Purpose.Records, "correctiebesluiten",
            "Beslist op een verzoek om verbetering; zonder grond is het toegekend.", "Decide on a request to correct; without a ground it is granted."),
        CommandResource.For<ReviewDocument>(Purpose.Procedure, "documentbeoordelingen",
            "Legt vast wat er met een aangeleverd document gebeurde.", "Record what came of a document that was supplied."),
        CommandResource.For<TakeBackDocument>(Purpose.Procedure, "documentterugnames",
            "Neemt een document terug dat bij vergissing is gestuurd.", "Take back a document that was sent by mistake.") with { OpenTo = ["aanvrager", "advocaat", "voogd"] },
        CommandResource.For<MergeInto>(Purpose.Records, "samenvoegingen",
            "Laat deze zaak opgaan in een andere zaak van dezelfde persoon.", "Let another file go on for this one."),
        CommandResource.For<RestoreFile>(Purpose.Records, "splitsingen",
            "Maakt een verkeerde samenvoeging ongedaan.", "Make this file live again after a wrong merge."),
    ];
}
