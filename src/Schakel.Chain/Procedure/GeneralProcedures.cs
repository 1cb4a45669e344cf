using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Make the general procedure longer (algemene asielprocedure verlengen): announced beforehand (AA+), or on a ground that came up in it.</summary>
/// <param name="By">Hearing or decision officer.</param>
/// <param name="Variant">How long it becomes.</param>
public sealed record LengthenGeneralProcedure(Official By, ProcedureVariant Variant) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;
}

/// <summary>The general procedure was made longer (verlengd).</summary>
/// <param name="Variant">How long it became.</param>
/// <param name="By">Who decided.</param>
[EventName("general-procedure-lengthened", 1)]
public sealed record GeneralProcedureLengthened(
    [Category(DataCategory.Procedure)] ProcedureVariant Variant,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>On which day of the general procedure a case is (proceduredag).</summary>
/// <param name="Number">Which day, from 1; the last one that counted, on a day that does not.</param>
/// <param name="Of">How many days there are.</param>
/// <param name="Step">What that day is for.</param>
/// <param name="LastDay">The last day of the procedure.</param>
/// <param name="IsOver">The last day is over.</param>
public readonly record struct ProcedureDayOf(int Number, int Of, ProcedureStep Step, Day LastDay, bool IsOver);

/// <summary>The days of the general procedure, for a case file (dagen van de algemene asielprocedure; Vb 3.110–3.115).</summary>
/// <remarks>A step after its day is valid and late. A decision after the last day is no longer one in the general procedure (Vw 69(2)).</remarks>
public static class GeneralProcedures
{
    /// <summary>Norm that a step after its day breaks.</summary>
    internal const string NormId = "general-procedure";

    /// <summary>The variant that gives most time.</summary>
    internal const ProcedureVariant Longest = ProcedureVariant.Extended20;

    /// <summary>No general procedure runs.</summary>
    public static readonly Refusal NotRunning = new(
        "general-procedure.not-running", NormId,
        "Verlengen kan alleen in spoor 4, zolang de zaak niet naar de verlengde asielprocedure is verwezen.",
        "Making it longer is possible only in track 4, as long as the case has not been referred to the extended procedure.");

    /// <summary>Announcing comes before the first day, extending after it.</summary>
    public static readonly Refusal WrongMoment = new(
        "general-procedure.wrong-moment", NormId,
        "De verlenging vooraf (AA+) wordt vóór het nader gehoor aangekondigd; de andere verlengingen volgen erna.",
        "The longer procedure (AA+) is announced before the interview; the other extensions come after it.");

    /// <summary>Nothing would become longer.</summary>
    public static readonly Refusal NotLonger = new(
        "general-procedure.not-longer", NormId,
        "Deze variant maakt de procedure niet langer dan zij al is.",
        "This variant makes the procedure no longer than it is.");

    /// <summary>The last day is over.</summary>
    public static readonly Refusal Over = new(
        "general-procedure.over", NormId,
        "De algemene asielprocedure eindigde op {0} en kan niet meer worden verlengd.",
        "The general procedure ended on {0} and cannot be made longer any more.");

    internal static Decision Decide(CaseFile file, LengthenGeneralProcedure command, Law law, Day today)
    {
        if (file.Procedure.Open is not { } application)
        {
            return Applications.NoneOpen;
        }
        if (!Decisions.IsInGeneralProcedure(application))
        {
            return NotRunning;
        }
        var announced = command.Variant == ProcedureVariant.Nine;
        if (announced != (application.InterviewedOn is null))
        {
            return WrongMoment;
        }
        var lengthened = application with { Variant = command.Variant };
        return LastDay(file, application, law) is { } last && today > last ? Over.On(last)
            : LastDay(file, lengthened, law) <= LastDay(file, application, law)
                || command.Variant == application.Variant ? NotLonger
            : new GeneralProcedureLengthened(command.Variant, command.By);
    }

    /// <summary>The last day of the general procedure; absent where it does not run, or before its first day.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="application">The application.</param>
    /// <param name="law">The law.</param>
    /// <exception cref="NotInForceException">The procedure was not in force on its first day.</exception>
    public static Day? LastDay(CaseFile file, ApplicationState application, Law law)
    {
        var none = default(NoTrace);
        return DayOne(application) is { } first
            ? GeneralProcedure.Days(law, first, Border.CentreOf(file), application.Variant, ref none)[^1] : null;
    }

    /// <summary>On which day of the general procedure a case is; absent where it does not run, or before its first day.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="NotInForceException">The procedure was not in force on its first day.</exception>
    public static ProcedureDayOf? DayOn(CaseFile file, Law law, Day today)
    {
        if (file.Procedure.Open is not { } application || DayOne(application) is not { } first)
        {
            return null;
        }
        var none = default(NoTrace);
        var days = GeneralProcedure.Days(law, first, Border.CentreOf(file), application.Variant, ref none);
        var number = 0;
        while (number < days.Length && days[number] <= today)
        {
            number++;
        }
        var steps = GeneralProcedure.Steps(law, first, application.Variant, ref none);
        return number == 0 ? null : new(number, days.Length, steps[Math.Min(number, steps.Length) - 1], days[^1], today > days[^1]);
    }

    /// <summary>The breach when a step comes after the last day for it; null when it is in time, or no general procedure runs.</summary>
    internal static BreachRecorded? Late(CaseFile file, ApplicationState application, ProcedureStep step, Law law, Day today) =>
        LastDayFor(file, application, step, law) is { } last && today > last ? new(NormId, last) : null;

    /// <summary>The last day for a step; absent where no general procedure runs, or before its first day.</summary>
    internal static Day? LastDayFor(CaseFile file, ApplicationState application, ProcedureStep step, Law law)
    {
        if (DayOne(application) is not { } first)
        {
            return null;
        }
        var none = default(NoTrace);
        var days = GeneralProcedure.Days(law, first, Border.CentreOf(file), application.Variant, ref none);
        var due = GeneralProcedure.Steps(law, first, application.Variant, ref none).LastIndexOf(step);

        // A law on paper may put a step after the procedure's end: it is due on the last day then.
        return due < 0 || due >= days.Length ? days[^1] : days[due];
    }

    private static Day? DayOne(ApplicationState application) =>
        Decisions.IsInGeneralProcedure(application) ? application.InterviewedOn : null;
}
