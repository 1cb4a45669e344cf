using Schakel.Norms;
using Schakel.Web.Moments;

namespace Schakel.Commands;

/// <summary>
/// Free days for interviews in a demonstration (vrije gehoordagen), made up: three centres, four places on every working day of some months, in
/// the name of nobody. They are published when none is ahead, so that what a planner changed in the demonstration stays.
/// </summary>
internal static class SyntheticMoments
{
    /// <summary>In whose name they stand, on the planner's page too.</summary>
    public const string By = "demonstratie (verzonnen)";

    private const int Centres = 3;
    private const int Places = 4;
    private const int Days = 180;

    /// <summary>Publishes them where none is ahead.</summary>
    /// <param name="moments">Where they are kept.</param>
    /// <param name="law">The law, for working days.</param>
    /// <param name="today">The date of the demonstration.</param>
    public static void Publish(FreeMoments moments, Law law, Day today)
    {
        if (moments.HasFrom(today.PlusDays(1)))
        {
            return;
        }
        var days = Enumerable.Range(1, Days).Select(today.PlusDays).Where(law.Calendar.IsWorkingDay)
            .SelectMany(day => Enumerable.Range(1, Centres).Select(centre => new PublishedDay(centre, day, Places, By)));
#pragma warning disable VSTHRD002 // A command has no context to come back to.
        moments.PublishAsync([.. days]).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }
}
