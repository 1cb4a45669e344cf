namespace Schakel.Norms.Reception;

/// <summary>What a right to reception rests on (grondslag van de opvang), Rva 2–3.</summary>
public enum ReceptionBasis
{
    /// <summary>An applicant (asielzoeker), while the procedure or a suspensive appeal runs, the transfer to another state included.</summary>
    Applicant,

    /// <summary>An unaccompanied minor (amv), whatever the stage.</summary>
    UnaccompaniedMinor,

    /// <summary>Stay on medical grounds, granted (artikel 64).</summary>
    MedicalStay,

    /// <summary>Only a request for stay on medical grounds.</summary>
    MedicalRequest,

    /// <summary>A decision or departure moratorium.</summary>
    Moratorium,

    /// <summary>A status holder who waits for a home (vergunninghouder).</summary>
    StatusHolder,

    /// <summary>A resettled refugee (uitgenodigde vluchteling).</summary>
    InvitedRefugee,

    /// <summary>A family member with an entry visa for reunification (mvv nareis).</summary>
    FamilyMember,
}

/// <summary>Why reception is due or not (uitkomst).</summary>
public enum EntitlementReason
{
    /// <summary>It is due.</summary>
    Due,

    /// <summary>Sufficient means of one's own (voldoende middelen).</summary>
    SufficientMeans,

    /// <summary>A citizen of the Union, the European Economic Area or Switzerland.</summary>
    UnionCitizen,

    /// <summary>An undesirable alien, or an entry ban without lawful stay.</summary>
    Banned,

    /// <summary>A request for stay on medical grounds gives no right by itself.</summary>
    OnlyMedicalRequest,
}

/// <summary>Who has a right to reception (recht op opvang), Rva 2–4.</summary>
public static class Entitlement
{
    private static readonly Rule Excluded = new(
        "reception-right.excluded",
        new("Geen recht op opvang", "No right to reception"),
        new(Acts.ReceptionProvisions, "2, 4(3)"));

    /// <summary>Whether reception is due, and why not.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="basis">What the right would rest on.</param>
    /// <param name="sufficientMeans">Whether the household has means above the limit of the Participation Act.</param>
    /// <param name="unionCitizen">Citizen of the Union, the European Economic Area or Switzerland.</param>
    /// <param name="banned">Undesirable alien, or an entry ban without lawful stay.</param>
    /// <param name="trace">Receives the rule and the sentence when it is not due.</param>
    /// <returns>The reason; <see cref="EntitlementReason.Due"/> when it is due.</returns>
    public static EntitlementReason Of<TTrace>(ReceptionBasis basis, bool sufficientMeans, bool unionCitizen, bool banned, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var reason = basis switch
        {
            ReceptionBasis.MedicalRequest => EntitlementReason.OnlyMedicalRequest,
            _ when unionCitizen => EntitlementReason.UnionCitizen,
            _ when banned => EntitlementReason.Banned,
            ReceptionBasis.UnaccompaniedMinor => EntitlementReason.Due,
            _ when sufficientMeans => EntitlementReason.SufficientMeans,
            _ => EntitlementReason.Due,
        };
        if (TTrace.Records && reason != EntitlementReason.Due)
        {
            trace.Apply(Excluded);
            trace.Say(InWords(reason));
        }

        return reason;
    }

    private static Text InWords(EntitlementReason reason) => reason switch
    {
        EntitlementReason.Due => new("Er is recht op opvang.", "Reception is due."),
        EntitlementReason.SufficientMeans => new(
            "Geen recht op opvang: er zijn voldoende middelen.", "Reception is not due: there are sufficient means."),
        EntitlementReason.UnionCitizen => new(
            "Geen recht op opvang voor burgers van de Unie, de EER of Zwitserland.",
            "Reception is not due to citizens of the Union, the European Economic Area or Switzerland."),
        EntitlementReason.Banned => new(
            "Geen recht op opvang: ongewenst vreemdeling, of een inreisverbod zonder rechtmatig verblijf.",
            "Reception is not due: undesirable alien, or an entry ban without lawful stay."),
        EntitlementReason.OnlyMedicalRequest => new(
            "Een verzoek om artikel 64 geeft op zichzelf geen recht op opvang.",
            "A request for stay on medical grounds gives no right to reception by itself."),
    };
}
