using Schakel.Norms.Family;
using Schakel.Norms.Housing;
using Schakel.Norms.Participation;
using Schakel.Norms.Reception;
using Schakel.Norms.Return;
using Schakel.Norms.Steering;
using Schakel.Testing;

namespace Schakel.Norms.Tests;

/// <summary>What the simulation asks millions of times costs no memory.</summary>
public sealed class SilentFormulaTests
{
    private static readonly Law Law = Regimes.January2024;
    private static readonly Day Today = Day.Of(2024, 1, 10);

    public static TheoryData<string, Func<int>> Formulas => new()
    {
        { "municipal site", static () => Number((ref NoTrace trace) => MunicipalSite.LastDay(Law, Today, ref trace)) },
        { "right to reception", static () => Number((ref NoTrace trace) => ReceptionRight.LastDay(Law, ReceptionEnding.MoratoriumWithdrawn, Today, ref trace)) },
        { "stay limit", static () => Number((ref NoTrace trace) => StayLimit.LastDay(Law, LimitedStay.Hotel, Today, ref trace)) },
        { "access to work", static () => Number((ref NoTrace trace) => WorkAccess.FirstDay(Law, Today, ref trace)) },
        { "housing term", static () => Number((ref NoTrace trace) => HousingTerm.Of(Law, Today, ref trace).MoveBy) },
        { "municipal task", static () => Number((ref NoTrace trace) => new(MunicipalTask.Persons(Law, 18_750, 72_000, 17_811_291, ref trace))) },
        { "departure period", static () => Number((ref NoTrace trace) => DeparturePeriod.LastDay(Law, Today, true, Today, ref trace)) },
        { "supervised stay", static () => Number((ref NoTrace trace) => SupervisedStay.LastDay(Law, Today, ref trace)) },
        { "detention", static () => Number((ref NoTrace trace) => Detention.LastDay(Law, Today, DetentionGround.Return, true, true, ref trace)) },
        { "family window", static () => Number((ref NoTrace trace) => FamilyWindow.LastDay(Law, Today, ref trace)) },
        { "family decision", static () => Number((ref NoTrace trace) => FamilyDecisionPeriod.LastDay(Law, Today, ref trace)) },
        { "family wait", static () => Number((ref NoTrace trace) => FamilyConditions.FirstDay(Law, Today, true, ref trace)) },
        { "development aid", static () => Number((ref NoTrace trace) => DevelopmentAid.LastDay(Law, Today, true, null, ref trace)!.Value) },
    };

    private delegate Day Formula(ref NoTrace trace);

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Without_a_trace_no_byte_is_allocated(string formula, Func<int> ask)
    {
        Assert.True(ask() != 0, formula);
        Allocation.AssertNone(() => () =>
        {
            for (var time = 0; time < 100; time++)
            {
                _ = ask();
            }
        });
    }

    private static int Number(Formula formula)
    {
        var trace = default(NoTrace);
        return formula(ref trace).Number;
    }
}
