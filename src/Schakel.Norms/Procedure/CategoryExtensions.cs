namespace Schakel.Norms.Procedure;

/// <summary>The general extensions of the decision period by policy rule: WBV 2022/22, 2023/3 and 2023/26 (categoriale verlengingen).</summary>
/// <remarks>
/// The day that governs is the day of lodging. Each table says what holds for applications lodged from its versions' first days on;
/// what was known on which day is kept, because a ruling or a change of policy speaks for the past.
/// </remarks>
public static class CategoryExtensions
{
    private static readonly Citation First = new(Acts.AsylumGuidelines, "WBV 2022/22", "In force 27-09-2022, for periods not yet expired that day.");
    private static readonly Citation Second = new(Acts.AsylumGuidelines, "WBV 2023/3", "Announced 03-02-2023, for applications lodged in 2023.");
    private static readonly Citation Third = new(Acts.AsylumGuidelines, "WBV 2023/26", "In force 01-01-2024, for applications lodged in 2024.");
    private static readonly Citation Reference = new(
        Acts.AsylumGuidelines,
        "WBV 2022/22",
        "Referred by the Council of State on 08-11-2023; CJEU 08-05-2025, C-662/23: only a sudden rise qualifies, not backlog or lack of staff. "
        + "Taken as of no effect; the final ruling was not found.");

    private static readonly Citation Allowed = new(
        Acts.AsylumGuidelines, "WBV 2023/3", "Allowed by Rb. Den Haag 12-12-2023; the Council of State referred questions on 10-07-2024; final ruling not found.");

    private static readonly Citation Withdrawn = new(
        Acts.AsylumGuidelines, "IND policy of June 2025", "Six months again for open applications lodged from 01-01-2024; the day in June is not known.");

    private static readonly Citation Annulled = new(
        Acts.AsylumGuidelines, "WBV 2023/26", "Held unlawful by several courts, among them RBDHA:2024:20290 (December 2024; day not verified) and RBDHA:2025:2500.");

    private static readonly Day RulesBegin = Day.Of(2015, 7, 20);
    private static readonly Day FirstInForce = Day.Of(2022, 9, 27);

    /// <summary>The extensions as announced.</summary>
    public static readonly Norm<ExtensionRule> AsAnnounced = new(
        "decision-period.category-extension-as-announced",
        new("Algemene verlenging, zoals aangekondigd", "General extension, as announced"),
        "WBV-1",
        First,
        NormStatus.Verified,
        FirstRule(),
        SecondRule(),
        ThirdRule());

    /// <summary>The extensions as the immigration service applied them.</summary>
    public static readonly Norm<ExtensionRule> AsApplied = new(
        "decision-period.category-extension-as-applied",
        new("Algemene verlenging, zoals toegepast door de IND", "General extension, as applied by the immigration service"),
        "WBV-5",
        First,
        NormStatus.Verified,
        FirstRule(),
        SecondRule(),
        ThirdRule() with { KnownUntil = Day.Of(2025, 5, 31) },
        new(Day.Of(2024, 1, 1), new(0)) { KnownOn = Day.Of(2025, 6, 1), Citation = Withdrawn, Status = NormStatus.Unverified });

    /// <summary>The extensions as courts held.</summary>
    public static readonly Norm<ExtensionRule> AsHeld = new(
        "decision-period.category-extension-as-held",
        new("Algemene verlenging, zoals rechters oordeelden", "General extension, as courts held"),
        "WBV-1",
        First,
        NormStatus.Unverified,
        FirstRule() with { KnownUntil = Day.Of(2023, 11, 7) },
        new(RulesBegin, new(0)) { Until = Day.Of(2022, 12, 31), KnownOn = Day.Of(2023, 11, 8), Citation = Reference },
        SecondRule() with { Citation = Allowed },
        ThirdRule() with { KnownUntil = Day.Of(2024, 12, 30) },
        new(Day.Of(2024, 1, 1), new(0)) { KnownOn = Day.Of(2024, 12, 31), Citation = Annulled });

    /// <summary>The table for one way of taking the extensions.</summary>
    /// <param name="taken">Which way.</param>
    /// <returns>The norm, or null for <see cref="CategoryExtension.None"/>.</returns>
    public static Norm<ExtensionRule>? Of(CategoryExtension taken) => taken switch
    {
        CategoryExtension.None => null,
        CategoryExtension.AsAnnounced => AsAnnounced,
        CategoryExtension.AsApplied => AsApplied,
        CategoryExtension.AsHeld => AsHeld,
    };

    private static NormVersion<ExtensionRule> FirstRule() =>
        new(RulesBegin, new(9, FirstInForce)) { Until = Day.Of(2022, 12, 31), KnownOn = FirstInForce, Citation = First };

    private static NormVersion<ExtensionRule> SecondRule() =>
        new(Day.Of(2023, 1, 1), new(9)) { Until = Day.Of(2023, 12, 31), KnownOn = Day.Of(2023, 2, 3), Citation = Second };

    private static NormVersion<ExtensionRule> ThirdRule() =>
        new(Day.Of(2024, 1, 1), new(9)) { Until = Day.Of(2024, 12, 31), Citation = Third };
}
