namespace Schakel.Norms.Registration;

/// <summary>To whom the wish for asylum was expressed, and how busy it was (registratie).</summary>
public enum RegistrationAuthority
{
    /// <summary>To the minister, the border guard or who supervises foreign nationals: three working days.</summary>
    Competent = 0,

    /// <summary>To another authority: six working days.</summary>
    Other = 1,

    /// <summary>Very many apply at the same time: ten working days.</summary>
    ManyApplications = 2,
}

/// <summary>Periods that begin with the wish for asylum or its lodging (registratietermijnen).</summary>
public static partial class RegistrationPeriods
{
    /// <summary>To register, for the competent authorities.</summary>
    public static readonly Norm<ProcedureDayCount> Competent = InWorkingDays(
        "competent", new("Registratie van de asielwens", "Registration of the wish for asylum"), NormStatus.Verified, 3);

    /// <summary>To register, where another authority was addressed.</summary>
    public static readonly Norm<ProcedureDayCount> Other = InWorkingDays(
        "other-authority", new("Registratie na doorverwijzing", "Registration after referral"), NormStatus.Verified, 6);

    /// <summary>To register, when very many apply at the same time.</summary>
    public static readonly Norm<ProcedureDayCount> ManyApplications = InWorkingDays(
        "many-applications", new("Registratie bij zeer veel aanvragen", "Registration with very many applications"), NormStatus.Unverified, 10);

    /// <summary>To inform in writing about reception, from lodging.</summary>
    public static readonly Norm<CalendarDays> Information = new(
        "registration.information",
        new("Informatie over de opvang", "Information about reception"),
        "REG-6",
        new(Acts.ReceptionProvisions, "2(3)–(4)", "Reception Conditions Directive 5."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<CalendarDays>(Day.Of(2015, 7, 20), new(15))));

    /// <summary>To give the document that proves the status of applicant (W-document), from lodging.</summary>
    public static readonly Norm<CalendarDays> Document = new(
        "registration.document",
        new("W-document", "Document of an applicant"),
        "REG-7",
        new(Acts.ReceptionDirective, "6(1)"),
        NormStatus.Unverified,
        PactTransition.UntilProcedures(
            new NormVersion<CalendarDays>(Day.Of(2015, 7, 20), new(3)), "The directive was repealed; what replaces it is not in the dossier."));

    /// <summary>Last day, inclusive, to register a wish for asylum, in working days.</summary>
    /// <remarks>Made on Friday 12 January 2024 to the police: Wednesday 17 January 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="made">The day the wish was expressed, not counted; it governs.</param>
    /// <param name="authority">To whom, and how busy it was.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The period is not in force on that day.</exception>
    public static Day RegisterBy<TTrace>(Law law, Day made, RegistrationAuthority authority, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var norm = authority switch
        {
            RegistrationAuthority.Competent => Competent,
            RegistrationAuthority.Other => Other,
            RegistrationAuthority.ManyApplications => ManyApplications,
        };
        var days = law.On(made, norm, ref trace);
        var last = made;
        for (var count = 0; count < days.Count; count++)
        {
            last = law.Calendar.OnOrAfter(last.PlusDays(1));
        }

        if (TTrace.Records)
        {
            Tell(norm, made, authority, days.Count, last, ref trace);
        }

        return last;
    }

    /// <summary>Last day, inclusive, to inform about reception; set by ministerial regulation, so no day moves (ATW 5).</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day the application was lodged; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The period is not in force on that day.</exception>
    public static Day InformBy<TTrace>(Law law, Day lodged, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, lodged, Information, ref trace);

    /// <summary>Last day, inclusive, to give the document; set by a directive, so no day moves.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day the application was lodged; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The period is not in force on that day.</exception>
    public static Day DocumentBy<TTrace>(Law law, Day lodged, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, lodged, Document, ref trace);

    private static Norm<ProcedureDayCount> InWorkingDays(string part, Text title, NormStatus status, int days) => new(
        $"registration.{part}",
        title,
        "REG-2",
        new(Acts.AliensDecree, "3.107b", "Working days; Asylum Procedures Directive 6."),
        status,
        PactTransition.UntilProcedures(
            new NormVersion<ProcedureDayCount>(Day.Of(2015, 7, 20), new(days)), "The Pact has its own term: ask `pact-registration`."));
}
