using System.Collections.Immutable;
using System.Globalization;

namespace Schakel.Norms.Procedure;

/// <content>Standing still, the maximum, and what is told about the facts.</content>
public static partial class DecisionPeriod
{
    private static Term Suspended<TTrace>(Term term, in DecisionPeriodFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (facts.Suspensions.IsDefaultOrEmpty)
        {
            return term;
        }

        var free = term.Started.PlusDays(1); // First day that has not stood still yet.
        foreach (var suspension in facts.Suspensions.Sort(static (one, other) => one.From.CompareTo(other.From)))
        {
            if (suspension.Until < suspension.From)
            {
                throw new FactException(Id, "suspensions", $"has a suspension from {suspension.From} until {suspension.Until}, which ends before it begins");
            }

            term = term.Suspended(Day.Later(suspension.From, free), suspension.Until, suspension.Rule, ref trace);
            free = Day.Later(free, suspension.Until.PlusDays(1));
        }

        return term;
    }

    private static Day AtMost<TTrace>(Law law, Term term, Term basic, Day lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (term.ProlongedTo == term.LastDay || !law.Has(lodged, Maximum))
        {
            return term.LastDay; // A moratorium has its own maximum; before the directive there was none.
        }

        var maximum = lodged.PlusMonths(law.On(lodged, Maximum, ref trace).Count);
        return term.LastDayAtMost(Day.Later(maximum, basic.LastDay), Maximum, ref trace);
    }

    private static Day OnWorkingDay<TTrace>(Law law, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var moved = law.Calendar.OnOrAfter(last);
        if (TTrace.Records && moved != last)
        {
            var (from, to) = (Text.Of(last), Text.Of(moved));
            trace.Step(TermStepKind.Rolled, moved, new(
                $"{EndsOnWorkingDay.Title.Dutch}: de laatste dag schuift van {from.Dutch} naar {to.Dutch}.",
                $"{EndsOnWorkingDay.Title.English}: the last day moves from {from.English} to {to.English}."));
        }

        return moved;
    }

    private static void Tell<TTrace>(in DecisionPeriodFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        trace.Fact("lodged", facts.Lodged.ToString());
        trace.Fact("extension", NameOf(facts.Extension));
        Tell("individualExtensionMonths", facts.IndividualExtensionMonths, ref trace);
        Tell("secondExtensionMonths", facts.SecondExtensionMonths, ref trace);
        Tell("moratoriumUntil", facts.MoratoriumUntil, ref trace);
        Tell("dublinResponsibleSince", facts.DublinResponsibleSince, ref trace);
        Tell("temporaryProtectionUntil", facts.TemporaryProtectionUntil, ref trace);
        var suspensions = facts.Suspensions.IsDefault ? ImmutableArray<Suspension>.Empty : facts.Suspensions;
        if (suspensions.Length > 0)
        {
            trace.Fact("suspensions", string.Join("; ", suspensions.Select(one => $"{one.From}/{one.Until} {NameOf(one.Ground)}")));
        }
    }

    private static void Tell<TTrace>(string name, int months, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (months > 0)
        {
            trace.Fact(name, months.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Tell<TTrace>(string name, Day? day, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (day is { } given)
        {
            trace.Fact(name, given.ToString());
        }
    }

    private static string NameOf(CategoryExtension extension) => extension switch
    {
        CategoryExtension.None => "none",
        CategoryExtension.AsAnnounced => "wbv-as-announced",
        CategoryExtension.AsApplied => "wbv-as-applied",
        CategoryExtension.AsHeld => "wbv-as-held",
    };

    private static string NameOf(SuspensionGround ground) => ground switch
    {
        SuspensionGround.Unspecified => "unspecified",
        SuspensionGround.Completion => "completion",
        SuspensionGround.InformationFromAbroad => "information-from-abroad",
        SuspensionGround.Consent => "consent",
        SuspensionGround.AttributedDelay => "attributed-delay",
        SuspensionGround.ForceMajeure => "force-majeure",
    };
}
