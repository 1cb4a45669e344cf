using System.Collections.Immutable;
using Schakel.Chain.Participation;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Participation;

/// <summary>Commands of the room Participation as resources (participatie): work and activities.</summary>
public static class ParticipationResources
{
    /// <summary>The table.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        CommandResource.For<AssessContribution>(Purpose.Participation, "eigen-bijdragen",
            "Stelt de eigen bijdrage over een maand vast.", "Assess the own contribution of a household for a month."),
        CommandResource.For<EndVolunteering>(Purpose.Participation, "vrijwilligerswerk-eindes",
            "Legt vast dat vrijwilligerswerk eindigt.", "End volunteering.") with { OpenTo = ["aanvrager", "coa-medewerker"] },
        CommandResource.For<EndWork>(Purpose.Participation, "werkeindes",
            "Legt vast dat werk eindigt.", "End paid work.") with { OpenTo = ["aanvrager", "coa-medewerker", "uwv-medewerker"] },
        CommandResource.For<IssueVolunteerDeclaration>(Purpose.Participation, "vrijwilligersverklaringen",
            "Geeft een vrijwilligersverklaring af.", "Issue a declaration that work is volunteering."),
        CommandResource.For<IssueWorkPermit>(Purpose.Participation, "tewerkstellingsvergunningen",
            "Geeft een tewerkstellingsvergunning af.", "Issue a work permit to an employer for this applicant."),
        CommandResource.For<JoinActivity>(Purpose.Participation, "activiteiten",
            "Doet mee aan een activiteit.", "Join an activity.") with { OpenTo = ["aanvrager", "coa-medewerker"] },
        CommandResource.For<StartVolunteering>(Purpose.Participation, "vrijwilligerswerken",
            "Begint vrijwilligerswerk.", "Begin volunteering.") with { OpenTo = ["aanvrager", "coa-medewerker"] },
        CommandResource.For<StartWork>(Purpose.Participation, "werkaanvangen",
            "Begint betaald werk.", "Begin paid work.") with { OpenTo = ["aanvrager", "coa-medewerker", "uwv-medewerker"] },
    ];
}
