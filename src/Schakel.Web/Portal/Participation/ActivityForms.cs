using Schakel.Chain.Participation;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.Portal.Participation;

/// <summary>Joining in and volunteering (meedoen, vrijwilligerswerk).</summary>
public static class ActivityForms
{
    private static readonly ActivityKinds[] Kinds =
        [ActivityKinds.Sport, ActivityKinds.Creative, ActivityKinds.Training, ActivityKinds.Chores, ActivityKinds.Neighbourhood];

    /// <summary>Join an activity.</summary>
    public static PortalForm Join { get; } = new("meedoen", "activity", "join-activity",
        [new("activiteit", FieldKind.Choice, "activity.which") { Options = [.. Kinds.Select(each => (each.ToString(), $"activity.{Kebab.Of(each)}"))] }],
        answers => new JoinActivity(Enum.Parse<ActivityKinds>(answers["activiteit"])))
    {
        Before = ["common.no-duty"],
    };

    /// <summary>Begin to volunteer.</summary>
    public static PortalForm Volunteer { get; } = new("vrijwilligerswerk", "volunteer", "start-volunteering", [], _ => new StartVolunteering())
    {
        Send = "volunteer.send",
    };
}
