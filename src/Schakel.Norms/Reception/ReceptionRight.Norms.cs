namespace Schakel.Norms.Reception;

/// <content>The parameters of the right to reception.</content>
public static partial class ReceptionRight
{
    /// <summary>Reception after further appeal was refused (na afwijzing van hoger beroep).</summary>
    public static readonly Norm<Weeks> AfterFurtherAppeal = new(
        "reception-right.after-further-appeal",
        new("Opvang na afgewezen hoger beroep", "Reception after refused further appeal"),
        "APP-9",
        new(Acts.ReceptionProvisions, "5", "Only with interim relief asked for within the departure period."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Weeks>(RegulationApplies, new(4))));

    /// <summary>Reception after a stay on medical grounds (na artikel 64).</summary>
    public static readonly Norm<Weeks> AfterMedicalStay = new(
        "reception-right.after-medical-stay",
        new("Opvang na verblijf op medische gronden (artikel 64)", "Reception after a stay on medical grounds (article 64)"),
        "REC-6",
        new(Acts.ReceptionProvisions, "7"),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Weeks>(RegulationApplies, new(4))));

    /// <summary>Reception after a moratorium (na intrekking van een moratorium).</summary>
    public static readonly Norm<Weeks> AfterMoratorium = new(
        "reception-right.after-moratorium",
        new("Opvang na intrekking van een moratorium", "Reception after a moratorium was withdrawn"),
        "REC-6",
        new(Acts.ReceptionProvisions, "7"),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Weeks>(RegulationApplies, new(4))));

    /// <summary>Reception after the first of two missed reports (na gemiste meldingen).</summary>
    public static readonly Norm<Weeks> AfterMissedReport = new(
        "reception-right.after-missed-report",
        new("Opvang na de eerste van twee gemiste meldingen bij de politie", "Reception after the first of two missed reports to the police"),
        "REC-6",
        new(Acts.ReceptionProvisions, "7"),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Weeks>(RegulationApplies, new(2))));

    /// <summary>Time to arrive after referral (aankomst na verwijzing).</summary>
    public static readonly Norm<Hours> ArrivalAfterReferral = new(
        "reception-right.arrival-after-referral",
        new("Aankomst na verwijzing", "Arrival after referral"),
        "REC-2",
        new(Acts.ReceptionProvisions, "4(3)"),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Hours>(RegulationApplies, new(24))));

    /// <summary>Time to arrive after a transfer (aankomst na overplaatsing).</summary>
    public static readonly Norm<Hours> ArrivalAfterTransfer = new(
        "reception-right.arrival-after-transfer",
        new("Aankomst na overplaatsing", "Arrival after a transfer"),
        "REC-6",
        new(Acts.ReceptionProvisions, "7"),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Hours>(RegulationApplies, new(48))));

    private static readonly Rule AtOnce = new(
        "reception-right.at-once",
        new("Het recht op opvang eindigt op de dag zelf", "The right to reception ends on the day itself"),
        new(Acts.ReceptionProvisions, "5, 6, 7"));

    private static readonly Rule FromTheWish = new(
        "reception-right.start",
        new("Opvang vanaf de wens om asiel te vragen, voor wie onvoldoende middelen heeft", "Reception from the wish to apply for asylum, for who lacks means"),
        new(Acts.ReceptionProvisions, "2, 3"));

    private static Day RegulationApplies => Day.Of(2005, 2, 1);
}
