using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Norms;
using Schakel.Norms.Housing;
using Schakel.Rehearsal.Data;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Housing;

namespace Schakel.Web.Workbench.Figures;

/// <summary>A municipality under supervision (gemeente onder toezicht); what would tell of few people is absent.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Task">Task of the half-year; absent when the national number is not known.</param>
/// <param name="Housed">People housed in the half-year.</param>
/// <param name="Balance">Still to house, what was carried over included; negative is ahead.</param>
/// <param name="Rung">Rung after the last half-year that is over.</param>
/// <param name="RungNow">The rung if the half-year ended today.</param>
public sealed record SupervisedMunicipality(Municipality Municipality, int? Task, long? Housed, int? Balance, SupervisionStep? Rung, SupervisionStep? RungNow)
{
    /// <summary>The numbers may be told.</summary>
    public bool IsTold => Housed is not null;
}

/// <summary>A province as its supervisor sees it (provincie onder toezicht): numbers only.</summary>
/// <param name="Province">The province; null as long as none is chosen.</param>
/// <param name="HalfYear">First day of the half-year.</param>
/// <param name="Since">First day of the half-year from which the chain counts.</param>
/// <param name="National">The national task; null when it is not known here.</param>
/// <param name="Municipalities">Its municipalities, by name.</param>
/// <param name="Ladder">The rule by which a rung follows.</param>
/// <param name="CountedAt">When it was counted.</param>
public sealed record ProvinceView(
    Province? Province, Day HalfYear, Day Since, NationalTask? National, ImmutableArray<SupervisedMunicipality> Municipalities, AppliedNorm Ladder, DateTimeOffset CountedAt);

/// <summary>The housing task of municipalities by province, which stands for some minutes (taakstelling per provincie).</summary>
/// <param name="store">The store.</param>
/// <param name="settings">The law of a day.</param>
/// <param name="time">Real time.</param>
public sealed class ProvincialFigures(ChainStore store, WebSettings settings, TimeProvider time)
{
    private readonly Standing<(string? Province, Day Today), ProvinceView> _counted = new(time);

    /// <summary>How the municipalities of a province stand.</summary>
    /// <param name="province">The province; null for none.</param>
    /// <param name="today">The chain's date.</param>
    public ProvinceView Of(Province? province, Day today)
    {
        var (view, at) = _counted.Of((province?.Code, today), () => Count(province, today));
        return view with { CountedAt = at };
    }

    private ProvinceView Count(Province? province, Day today)
    {
        using var view = store.Models.Look();
        var (half, taken) = (NationalTask.HalfYearOf(today), ModelQuestions.HalfYearsOf(view, CounterKind.HomesTakenIn));
        var since = taken.Keys.Select(each => (Day?)each.HalfYear).Min() is { } first && first < half ? first : half;
        var ours = Municipalities.All.Where(each => each.Province == province?.Code).ToList();
        var balances = ours.ConvertAll(each => HousingBalance.Of(each, settings.LawOn, settings.Scale, since, today, on => taken.GetValueOrDefault((each.Number, on))));
        var housed = (int)HousingTaskState.Housed;
        var everHoused = view.HousingTasks.Where(row => row.State == housed && row.Municipality != null).GroupBy(row => row.Municipality!.Value)
            .Select(of => new { of.Key, Count = of.LongCount() }).ToDictionary(of => of.Key, of => of.Count);
        var told = Told([.. ours.Select((each, i) => (each.Name, balances[i].Housed, balances[i].HousedBefore, everHoused.GetValueOrDefault(each.Number)))]);
        return new(province, half, since, NationalTask.Of(settings.LawOn(half), half) is { } task ? task with { Scale = settings.Scale } : null, [.. ours.Select((each, i) => Shown(each, balances[i], told[i]))], LadderIn(settings.LawOn(half)), default);
    }

    /// <summary>
    /// Which municipalities may be told. How many were housed in this half-year is a part of all who were ever housed there, which other figures
    /// tell, and what is still to be housed tells how many were housed before: none of these parts may be of fewer than five.
    /// </summary>
    /// <param name="counts">By municipality: housed in this half-year, in the ones before, and ever.</param>
    internal static bool[] Told(IReadOnlyList<(string Name, long Housed, long Before, long Ever)> counts)
    {
        var shown = Suppressed.Of([.. counts.Select(each => (each.Name, each.Housed))]);
        return [.. counts.Select((each, i) => shown.Counts[i].Count is not null && Suppressed.One(each.Before) is not null && Suppressed.One(Math.Abs(each.Ever - each.Housed)) is not null)];
    }

    private static SupervisedMunicipality Shown(Municipality municipality, HousingBalance balance, bool told) => told
        ? new(municipality, balance.Task, balance.Housed, balance.Balance, balance.Rung, balance.RungNow) : new(municipality, balance.Task, null, null, null, null);

    private static AppliedNorm LadderIn(Law law)
    {
        var trace = new GroundsTrace(law);
        SupervisionLadder.Next(SupervisionStep.None, 0, agreementsKept: false, ref trace);
        return trace.ToGrounds().Norms[0];
    }
}

/// <summary>The page of who supervises the municipalities of a province (toezicht door de provincie).</summary>
internal static class ProvincePages
{
    public const string Field = "provincie";

    public static IResult Show(WorkVisit visit)
    {
        if (!OwnPages.SeesFigures(visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        // Whoever supervises a province supervises it tomorrow as well.
        var asked = visit.Http.Request.Query[Field].ToString();
        var province = Of(asked) ?? Of(visit.Http.Request.Cookies[Field]);
        if (Of(asked) is { } chosen)
        {
            KeptChoice.Keep(visit.Http, Field, chosen.Code, WorkPaths.Worklist);
        }
        return WorkAnswers.Page<ProvincePage>(visit, (nameof(ProvincePage.View), visit.Http.RequestServices.GetRequiredService<ProvincialFigures>().Of(province, visit.Today)));
    }

    private static Province? Of(string? code) => Municipalities.AllProvinces.FirstOrDefault(each => each.Code == code);
}
