using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>The border procedure: what lies ahead (grensprocedure).</summary>
public static class BorderSteps
{
    /// <summary>Defer entry.</summary>
    public static readonly StepType Defer = new(
        "defer-entry", "border-procedure", Party.BorderGuard, typeof(DeferEntry), StepForce.Optional,
        "De toegang uitstellen", "Defer entry");

    /// <summary>Grant entry.</summary>
    public static readonly StepType Grant = new(
        "grant-entry", "border-procedure", Party.BorderGuard, typeof(GrantEntry), StepForce.Due,
        "Toegang verlenen, of de grensdetentie anders beëindigen", "Grant entry, or end border detention otherwise");

    /// <summary>Entry by operation of law.</summary>
    public static readonly StepType Enter = new(
        "enter-by-law", "border-procedure", Party.OperationOfLaw, typeof(GrantEntry), StepForce.ByLaw,
        "Toegang van rechtswege: de grensprocedure is voorbij", "Entry by operation of law: the border procedure is over");

    /// <summary>The border procedure.</summary>
    public static readonly TermType BorderTerm = new(
        "border-procedure", "border-procedure", "Grensprocedure", "Border procedure",
        (file, _, law, ref trace) => file.Procedure.Border is { EnteredOn: null } border ? Border.LastDay(border, law, ref trace) : null);

    internal static void Add(Outlook ahead, CaseFile file, Household household, Law law)
    {
        if (file.Registration.AtBorder && file.Procedure is { Border: null, Decision: null } && file.Procedure.Open is null or { Track: Track.None })
        {
            if (!Age.IsMinor(file.Registration.Born, Since(file)) && !household.HasMinorOn(Since(file)))
            {
                ahead.Add(Defer);
            }
            return;
        }
        if (file.Procedure.Border is not { EnteredOn: null } border)
        {
            return;
        }
        var last = Border.LastDay(border, law);
        var refused = Border.RefusedInTime(file, last) is not null;
        ahead.Run(BorderTerm, border.DeferredOn, last);
        ahead.Add(new NextStep(Grant, null, Border.ReleaseBy(file, law)) { Norm = refused ? "detention" : Grant.Norm, Lapses = refused ? null : Enter });
        if (!refused)
        {
            ahead.Add(new NextStep(Enter, last.PlusDays(1), null));
        }
    }

    // Whoever is a minor on arrival is not held at the border; that they come of age in the registration phase changes nothing.
    private static Day Since(CaseFile file) => file.Registration.ArrivedOn ?? file.Registration.Born;
}
