using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Moments;

namespace Schakel.Web.Workbench.Moments;

/// <summary>What somebody typed to publish days (ingevuld), and what is wrong with it.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
/// <param name="Places">Places of each day.</param>
/// <param name="Wrong">What is wrong; absent when nothing is.</param>
public sealed record MomentsTyped(string Centre, string From, string Through, string Places, Text? Wrong);

/// <summary>
/// Publishing free days for applicants to choose from (vrije gehoordagen), by whoever may move an interview: a centre, a stretch of days, so many
/// places on each working day of it. No places takes days back; who chose one keeps it. Nothing here is about anybody.
/// </summary>
internal static class MomentPages
{
    /// <summary>Field with the centre.</summary>
    public const string CentreField = "centrum";

    /// <summary>Field with the first day.</summary>
    public const string FromField = "van";

    /// <summary>Field with the last day.</summary>
    public const string ThroughField = "tot";

    /// <summary>Field with the places.</summary>
    public const string PlacesField = "plekken";

    private const int LongestStretch = 92;
    private const int LargestCentre = 999;

    /// <summary>Whether somebody publishes days: who may move an interview.</summary>
    public static bool Publishes(Function function) => CommandTable.All.First(each => each.Command == typeof(MoveInterview)).IsOpenTo(function);

    public static async Task<IResult> ShowAsync(WorkVisit visit) => Publishes(visit.Caller.Function)
        ? await PageAsync(visit, null, visit.Http.Request.Query["gedaan"] == "ja").ConfigureAwait(false) : WorkAnswers.Unknown(visit);

    public static async Task<IResult> TakeAsync(WorkVisit visit, IFormCollection sent)
    {
        if (!Publishes(visit.Caller.Function))
        {
            return WorkAnswers.Unknown(visit);
        }
        var typed = new MomentsTyped(In(sent, CentreField), In(sent, FromField), In(sent, ThroughField), In(sent, PlacesField), null);
        if (!await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            return await PageAsync(visit, typed with { Wrong = new("Dit formulier was verlopen. Wat u invulde staat er nog: verstuur het opnieuw.", "This form had expired. What you typed is still there: send it again.") }, false).ConfigureAwait(false);
        }
        var (days, wrong) = DaysOf(typed, visit);
        if (wrong is null && !await visit.Http.RequestServices.GetRequiredService<FreeMoments>().PublishAsync(days).ConfigureAwait(false))
        {
            wrong = new($"Er kunnen ten hoogste {FreeMoments.MostDays} dagen open staan. Neem eerst dagen terug.", $"At most {FreeMoments.MostDays} days can be open. Take days back first.");
        }
        return wrong is null ? Results.Redirect(WorkPaths.Moments + "?gedaan=ja") : await PageAsync(visit, typed with { Wrong = wrong }, false).ConfigureAwait(false);
    }

    private static (ImmutableArray<PublishedDay> Days, Text? Wrong) DaysOf(MomentsTyped typed, WorkVisit visit)
    {
        var law = visit.Http.RequestServices.GetRequiredService<WebSettings>().LawOn(visit.Today);
        if (NumberIn(typed.Centre) is not (> 0 and <= LargestCentre and var centre))
        {
            return ([], new("Kies een centrum.", "Choose a centre."));
        }
        if (!Day.TryParse(typed.From, out var from) || from <= visit.Today)
        {
            return ([], new("Kies als eerste dag een dag na vandaag.", "Choose as the first day a day after today."));
        }
        if (!Day.TryParse(typed.Through, out var through) || through < from || through - from > LongestStretch)
        {
            return ([], new($"De laatste dag is niet voor de eerste, en ten hoogste {LongestStretch} dagen later.", $"The last day is not before the first, and at most {LongestStretch} days later."));
        }
        if (NumberIn(typed.Places) is not (>= 0 and <= FreeMoments.MostPlaces and var places))
        {
            return ([], new($"Geef per dag 0 tot en met {FreeMoments.MostPlaces} plaatsen.", $"Give 0 to {FreeMoments.MostPlaces} places a day."));
        }
        var by = string.Create(CultureInfo.InvariantCulture, $"{visit.Caller.Function.Code} {visit.Caller.Number}");
        return ([.. Enumerable.Range(0, through - from + 1).Select(from.PlusDays).Where(law.Calendar.IsWorkingDay).Select(day => new PublishedDay(centre, day, places, by))], null);
    }

    private static async Task<IResult> PageAsync(WorkVisit visit, MomentsTyped? typed, bool isDone) => WorkAnswers.Page<MomentsPage>(
        visit, typed?.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, (nameof(MomentsPage.Typed), typed), (nameof(MomentsPage.IsDone), isDone),
        (nameof(MomentsPage.Days), await visit.Http.RequestServices.GetRequiredService<FreeMoments>().FromAsync(visit.Today).ConfigureAwait(false)));

    private static string In(IFormCollection sent, string name) => Acting.ActField.Cut(sent[name].ToString());

    private static int? NumberIn(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
