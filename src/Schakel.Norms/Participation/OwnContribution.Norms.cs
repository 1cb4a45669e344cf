namespace Schakel.Norms.Participation;

/// <content>The parameters of the own contribution.</content>
public static partial class OwnContribution
{
    private const string Participation = "BWBR0015703";

    /// <summary>Weeks in a month (omrekenfactor).</summary>
    public static readonly Norm<Factor> WeeksInMonth = Declared<Factor>("weeks-in-month", new("Weken per maand", "Weeks in a month"), "3", new(4.33m));

    /// <summary>Weekly value of housing for one person, or the first of a household (waarde onderdak).</summary>
    public static readonly Norm<Euro> FirstPerson = Declared<Euro>(
        "first-person", new("Waarde van onderdak per week, eerste persoon", "Value of housing per week, first person"), "3(b)", new(45.38m));

    /// <summary>Weekly value of housing for the second person.</summary>
    public static readonly Norm<Euro> SecondPerson = Declared<Euro>(
        "second-person", new("Waarde van onderdak per week, tweede persoon", "Value of housing per week, second person"), "3(b)", new(22.69m));

    /// <summary>Weekly value of housing for each next person.</summary>
    public static readonly Norm<Euro> NextPerson = Declared<Euro>(
        "next-person", new("Waarde van onderdak per week, volgende persoon", "Value of housing per week, each next person"), "3(b)", new(11.34m));

    /// <summary>Most that housing is worth in a month.</summary>
    public static readonly Norm<Euro> MostHousing = Declared<Euro>(
        "most-housing", new("Waarde van onderdak per maand, ten hoogste", "Value of housing per month, at most"), "3(b)", new(393.43m));

    /// <summary>Share of labour income left out (vrijlating).</summary>
    public static readonly Norm<Share> DisregardedShare = Declared<Share>(
        "disregarded-share", new("Vrijgelaten deel van het arbeidsinkomen", "Share of labour income left out"), "6", new(0.25m));

    /// <summary>Most labour income left out in a month.</summary>
    public static readonly Norm<Euro> MostDisregarded = Declared<Euro>(
        "most-disregarded", new("Vrijgelaten arbeidsinkomen per maand, ten hoogste", "Labour income left out per month, at most"), "6", new(183m));

    /// <summary>Weeks in each 52 in which an applicant's labour income is left out in part; status holders have no such limit.</summary>
    public static readonly Norm<Weeks> DisregardedWeeks = Declared<Weeks>(
        "disregarded-weeks", new("Weken vrijlating per 52 weken voor asielzoekers", "Weeks of disregard per 52 for applicants"), "6", new(24));

    /// <summary>Assets left alone, single person (vermogensgrens).</summary>
    public static readonly Norm<Euro> SingleAssets = new(
        "own-contribution.single-assets",
        new("Vermogensgrens alleenstaande", "Assets left alone, single person"),
        "PAR-6",
        new(Participation, "34(3)", "Amounts from general knowledge; the years between were not entered."),
        NormStatus.Unverified,
        new(StateOf2015, new(5_895m)),
        new(Day.Of(2024, 1, 1), new(7_575m)));

    /// <summary>Assets left alone, household (vermogensgrens).</summary>
    public static readonly Norm<Euro> HouseholdAssets = new(
        "own-contribution.household-assets",
        new("Vermogensgrens huishouden", "Assets left alone, household"),
        "PAR-6",
        new(Participation, "34(3)", "Amounts from general knowledge; the years between were not entered."),
        NormStatus.Unverified,
        new(StateOf2015, new(11_790m)),
        new(Day.Of(2024, 1, 1), new(15_150m)));

    private static Day StateOf2015 => Day.Of(2015, 1, 1);

    private static Norm<T> Declared<T>(string name, Text title, string article, T value)
        where T : INormValue<T> => new(
        "own-contribution." + name,
        title,
        "PAR-6",
        new(Acts.ContributionRegulation, article, "Read in the text of 2015; later amounts were not found."),
        NormStatus.Verified,
        new NormVersion<T>(StateOf2015, value));
}
