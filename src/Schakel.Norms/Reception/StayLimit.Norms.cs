namespace Schakel.Norms.Reception;

/// <content>The limits per form of reception; those of other rooms stand there (<see cref="MunicipalSite"/>, <see cref="Return.SupervisedStay"/>).</content>
public static partial class StayLimit
{
    /// <summary>Stay at the central reception site (centrale ontvangstlocatie, col): a target.</summary>
    public static readonly Norm<CalendarDays> Central = new(
        "stay-limit.central",
        new("Verblijf in de centrale ontvangstlocatie, streeftijd", "Stay at the central reception site, target"),
        "COL",
        new(Acts.None, "Streeftijd van het COA", "Three to ten days; the longest is entered."),
        NormStatus.Unverified,
        new NormVersion<CalendarDays>(Day.Of(2010, 7, 1), new(10)));

    /// <summary>Stay at an enforcement and supervision site (handhaving- en toezichtlocatie, htl): usual.</summary>
    public static readonly Norm<Weeks> Enforcement = new(
        "stay-limit.enforcement",
        new("Verblijf in de handhaving- en toezichtlocatie, gebruikelijk", "Stay at the enforcement and supervision site, usual"),
        "HTL",
        new(Acts.ReceptionProvisions, "10", "Usual length; the term itself was not verified."),
        NormStatus.Unverified,
        new NormVersion<Weeks>(Day.Of(2020, 2, 1), new(3)));

    /// <summary>Stay in the closed family facility (gesloten gezinsvoorziening, ggv).</summary>
    public static readonly Norm<Weeks> ClosedFamily = new(
        "stay-limit.closed-family",
        new("Verblijf in de gesloten gezinsvoorziening", "Stay in the closed family facility"),
        "GGV",
        new(Acts.SupervisionGuidelines, "A5/2.4"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2014, 10, 1), new(2)));

    /// <summary>Stay of a status holder under the hotel scheme (hotel- en accommodatieregeling, har).</summary>
    public static readonly Norm<Months> Hotel = new(
        "stay-limit.hotel",
        new("Verblijf onder de hotel- en accommodatieregeling", "Stay under the hotel and accommodation scheme"),
        "HAR",
        new(Acts.None, "Hotel- en accommodatieregeling", "The term was not verified."),
        NormStatus.Unverified,
        new NormVersion<Months>(Day.Of(2021, 8, 1), new(6)));

    /// <summary>Time to place a family in the closed facility (plaatsing in de ggv).</summary>
    public static readonly Norm<CalendarDays> ClosedFamilyPlacement = new(
        "stay-limit.closed-family-placement",
        new("Plaatsing van een gezin in de gesloten gezinsvoorziening", "Placement of a family in the closed facility"),
        "DET-9",
        new(Acts.SupervisionGuidelines, "A5/2.4"),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(2014, 10, 1), new(5)));
}
