namespace Schakel.Norms.Participation;

/// <content>The parameters of access to work.</content>
public static partial class WorkAccess
{
    /// <summary>Time an application must have been in treatment (wachttijd), counted from lodging.</summary>
    public static readonly Norm<Months> Wait = new(
        "work-access.wait",
        new("Wachttijd tot de arbeidsmarkt", "Wait before access to work"),
        "PAR-1",
        new(Acts.EmploymentDecree, "2a", "Employment Act 8(2); read in the text of 2015."),
        NormStatus.Verified,
        new(Day.Of(2008, 1, 1), new(6)),
        new(PactApplies, new(6)) { KnownOn = PactPublished, Status = NormStatus.Unverified, Citation = new(Acts.ReceptionDirective2024, "17(1)", "The Dutch term and its exceptions were not verified.") });

    /// <summary>Longest wait that Union law allows (uiterste wachttijd); a longer national wait gives way.</summary>
    public static readonly Norm<Months> LongestWait = new(
        "work-access.longest-wait",
        new("Langste wachttijd tot de arbeidsmarkt onder het recht van de Unie", "Longest wait before access to work under Union law"),
        "PAR-4",
        new(Acts.ReceptionDirective, "15(1)", "The older directive of 2003 allowed twelve months."),
        NormStatus.Unverified,
        new(Day.Of(2005, 2, 6), new(12)) { Citation = new("32003L0009", "11(2)") },
        new(Day.Of(2015, 7, 20), new(9)) { KnownOn = Day.Of(2013, 6, 29) },
        new(PactApplies, new(6)) { KnownOn = PactPublished, Citation = new(Acts.ReceptionDirective2024, "17(1)", "Counted from registration.") });

    /// <summary>Most weeks of work in each 52 (24-wekeneis).</summary>
    /// <remarks>Not binding since the Council of State's ruling of 29 November 2023; before it nobody knew the end.</remarks>
    public static readonly Norm<Weeks> WeeksInYear = new(
        "work-access.weeks-in-year",
        new("Weken werk per 52 weken, ten hoogste", "Weeks of work per 52 weeks, at most"),
        "PAR-2",
        new(Acts.EmploymentDecree, "2a(1)(c)"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2008, 1, 1), new(24)) { Until = Day.Of(2023, 11, 28), EndKnownOn = Day.Of(2023, 11, 29) });

    /// <summary>Most weeks of work in each 52 for artists (podiumkunstenaars).</summary>
    public static readonly Norm<Weeks> ArtistWeeksInYear = new(
        "work-access.artist-weeks-in-year",
        new("Weken werk per 52 weken voor artiesten, ten hoogste", "Weeks of work per 52 weeks for artists, at most"),
        "PAR-2",
        new(Acts.EmploymentDecree, "2a(1)(c)"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2008, 1, 1), new(14)) { Until = Day.Of(2023, 11, 28), EndKnownOn = Day.Of(2023, 11, 29) });

    /// <summary>Longest time to decide on a work permit (tewerkstellingsvergunning, twv).</summary>
    public static readonly Norm<Weeks> PermitTerm = new(
        "work-access.permit-term",
        new("Beslistermijn tewerkstellingsvergunning", "Decision period for a work permit"),
        "PAR-3",
        new(Acts.EmploymentAct, "6", "Two to five weeks; the longest is entered."),
        NormStatus.Unverified,
        new NormVersion<Weeks>(Day.Of(2008, 1, 1), new(5)));

    private static Day PactApplies => Day.Of(2026, 6, 12);

    private static Day PactPublished => Day.Of(2024, 5, 22);
}
