using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Reception;

/// <summary>What one kind of site admits, and for how long (regels van een opvangmodaliteit).</summary>
/// <param name="Modality">The kind.</param>
/// <param name="Norm">Dossier code or article that says so.</param>
/// <param name="Who">Who may stay there.</param>
/// <param name="Limit">The limit of a stay there; absent when it lasts as long as the stage it belongs to.</param>
/// <param name="IsTarget">The limit is a target of policy, not a norm that a longer stay breaks.</param>
public sealed record ModalityRule(Modality Modality, string Norm, Text Who, LimitedStay? Limit = null, bool IsTarget = false);

/// <summary>
/// Every kind of site with its admission rule and its limit (opvangmodaliteiten; norms 9.2). Admission is refused where a stay would be
/// void: nobody is kept at an enforcement site without a measure, and no child at a freedom-restricting one. Elsewhere a person whom the
/// site is not for is admitted on an emergency ground only, and the breach recorded. A stay beyond its limit is a breach, noted when it ends.
/// </summary>
public static class Modalities
{
    /// <summary>Norm that is broken when someone stays at a kind of site that is not for them.</summary>
    public const string Norm = "site-modality";

    /// <summary>An enforcement site without a measure.</summary>
    public static readonly Refusal OnlyByMeasure = new(
        "modality.only-by-measure", "Rva 10, HTL",
        "Op een handhaving- en toezichtlocatie verblijft alleen wie daar bij maatregel is geplaatst, zolang die loopt.",
        "Only someone placed there by a measure stays at an enforcement and supervision site, while that measure runs.");

    /// <summary>Sober reception outside tracks 1 and 2.</summary>
    public static readonly Refusal OnlyLowChance = new(
        "modality.only-tracks-one-and-two", "PBL",
        "Een procesbeschikbaarheidslocatie is alleen voor zaken in spoor 1 en spoor 2.",
        "A process availability site is only for cases in tracks 1 and 2.");

    /// <summary>The freedom-restricting site, for someone with children or with a permit.</summary>
    public static readonly Refusal OnlyDepartingAdults = new(
        "modality.only-departing-adults", "VBL",
        "Een vrijheidsbeperkende locatie is alleen voor volwassenen zonder minderjarigen die Nederland moeten verlaten.",
        "A freedom-restricting site is only for adults without minors who must leave the country.");

    /// <summary>The freedom-restricting site, for someone whose claim or appeal runs, or who need not leave for another reason.</summary>
    public static readonly Refusal OnlyWithDutyToDepart = new(
        "modality.only-with-duty-to-depart", "Vw 56",
        "Op een vrijheidsbeperkende locatie verblijft alleen wie Nederland nu moet verlaten; deze persoon hoeft dat niet.",
        "Only someone who must leave the country now stays at a freedom-restricting site; this person need not.");

    /// <summary>A site for those with a right to reception, after a refusal ended it.</summary>
    public static readonly Refusal OnlyWithRight = new(
        "modality.only-with-right", "Rva 5",
        "Op deze locatie wordt alleen iemand geplaatst die recht op opvang heeft; na de afwijzing is dat recht voorbij.",
        "Only someone with a right to reception is placed at this site; after the refusal that right is over.");

    /// <summary>A family site without children, or with a permit.</summary>
    public static readonly Refusal OnlyFamilies = new(
        "modality.only-families", "GL",
        "Een gezinslocatie is alleen voor gezinnen met minderjarigen zonder verblijfsvergunning.",
        "A family site is only for families with minors who hold no permit.");

    /// <summary>A site for minors, for someone else.</summary>
    public static readonly Refusal OnlyMinorsAlone = new(
        "modality.only-minors-alone", "AMV",
        "Een amv-locatie is alleen voor alleenstaande minderjarigen.",
        "A minors' site is only for unaccompanied minors.");

    /// <summary>Transit site or host family without a permit.</summary>
    public static readonly Refusal OnlyPermitHolders = new(
        "modality.only-permit-holders", "HAR",
        "Een doorstroomlocatie of logeerregeling is alleen voor wie een verblijfsvergunning heeft.",
        "A transit site or host family is only for permit holders.");

    /// <summary>The hotel scheme without a municipality that will house the person: it is lodging in the future municipality.</summary>
    public static readonly Refusal OnlyLinked = new(
        "modality.only-linked", "HAR",
        "De hotel- en accommodatieregeling is alleen voor wie een verblijfsvergunning heeft en aan een gemeente is gekoppeld.",
        "The hotel and accommodation scheme is only for permit holders who are linked to a municipality.");

    /// <summary>A clinic without a clinical ground.</summary>
    public static readonly Refusal OnlyOnClinicalGround = new(
        "modality.only-on-clinical-ground", "VELDZICHT",
        "In Veldzicht verblijft alleen wie daar volgens een zorgverlener klinisch behandeld moet worden, zolang dat nodig is.",
        "Only someone who needs clinical treatment there, as a health worker found, stays at Veldzicht, for as long as it is needed.");

    /// <summary>Process reception without a procedure.</summary>
    public static readonly Refusal OnlyInProcedure = new(
        "modality.only-in-procedure", "POL",
        "Een procesopvanglocatie is alleen voor mensen van wie de aanvraag nog loopt.",
        "A process reception site is only for someone whose application still runs.");

    /// <summary>Intensive guidance without a need for it.</summary>
    public static readonly Refusal OnlyForNeed = new(
        "modality.only-for-need", "IBO",
        "Intensief begeleidende opvang is alleen voor wie die begeleiding nodig heeft.",
        "Intensive guidance is only for someone who needs it.");

    /// <summary>The rules, one for each kind, in the order of <see cref="Modality"/>.</summary>
    public static ImmutableArray<ModalityRule> All { get; } =
    [
        new(Modality.CentralReception, "COL", new("wie aankomt", "those who arrive"), LimitedStay.Central, IsTarget: true),
        new(Modality.ProcessReception, "POL", new("wie de aanvraag loopt", "those whose application runs")),
        new(Modality.Regular, "AZC", new("wie recht op opvang heeft", "those with a right to reception")),
        new(Modality.Emergency, "NO", new("wie recht op opvang heeft, zo kort mogelijk", "those with a right to reception, as briefly as can be")),
        new(Modality.Municipal, "TGO", new("wie recht op opvang heeft, een week en twee dagen", "those with a right to reception, a week and two days"), LimitedStay.Municipal),
        new(Modality.ProcessAvailability, "PBL", new("spoor 1 en spoor 2", "tracks 1 and 2")),
        new(Modality.FreedomRestricting, "VBL", new("volwassenen die moeten vertrekken", "adults who must depart"), LimitedStay.Supervised),
        new(Modality.FamilySite, "GL", new("gezinnen met minderjarigen zonder vergunning", "families with minors and no permit")),
        new(Modality.Enforcement, "HTL", new("wie bij maatregel is geplaatst", "those placed by a measure"), LimitedStay.Enforcement),
        new(Modality.IntensiveGuidance, "IBO", new("wie intensieve begeleiding nodig heeft", "those who need intensive guidance")),
        new(Modality.Minors, "AMV", new("alleenstaande minderjarigen", "unaccompanied minors")),
        new(Modality.Transit, "HAR", new("vergunninghouders die op een woning wachten", "permit holders who await a home")),
        new(Modality.External, "HAR", new("vergunninghouders", "permit holders")),
        new(Modality.HotelScheme, "HAR", new("vergunninghouders in hun toekomstige gemeente", "permit holders in their future municipality"), LimitedStay.Hotel),
        new(Modality.Clinic, "VELDZICHT", new("wie klinisch behandeld moet worden, zolang dat nodig is", "those who need clinical treatment, for as long as they do")),
    ];

    /// <summary>The rule of a kind of site.</summary>
    /// <param name="modality">The kind.</param>
    public static ModalityRule Of(Modality modality) => All[(int)modality];

    /// <summary>The last day, inclusive, that a stay keeps to its limit; absent when there is none.</summary>
    /// <param name="law">The law.</param>
    /// <param name="modality">The kind of site.</param>
    /// <param name="since">First day at the site.</param>
    public static Day? LastDay(Law law, Modality modality, Day since)
    {
        var none = default(NoTrace);
        return LastDay(law, modality, since, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? LastDay<TTrace>(Law law, Modality modality, Day since, ref TTrace trace)
        where TTrace : struct, ITrace =>
        Of(modality).Limit is { } limit ? StayLimit.LastDay(law, limit, since, ref trace) : null;

    /// <summary>The breach of an admission on an emergency ground.</summary>
    internal static BreachRecorded Breach { get; } = new(Norm, null);

    /// <summary>
    /// Whether an emergency ground excuses that the site is not for this person. Never where liberty is limited, which would be void, and never
    /// in a clinic, whose beds are for treatment. What stood so when the file was taken over is a fact, whatever the site.
    /// </summary>
    internal static bool Excuses(CaseFile file, Modality modality, EmergencyGround? emergency) =>
        emergency switch
        {
            null => false,
            EmergencyGround.TakenOver => file.Registration.ArrivedOn is null,
            _ => modality is not (Modality.Enforcement or Modality.FreedomRestricting or Modality.Clinic),
        };

    /// <summary>Why this person may not stay at such a site; null when they may. Whether there is any right to reception is asked elsewhere.</summary>
    internal static Refusal? Against(CaseFile file, Household household, Modality modality, Law law, Day today) => modality switch
    {
        Modality.ProcessReception => file.Procedure.Open is null && !IsBeforeLodging(file) ? OnlyInProcedure : null,
        Modality.ProcessAvailability => file.Procedure.Application is { Track: Track.Dublin or Track.Simplified } ? null : OnlyLowChance,
        Modality.FreedomRestricting => file.Procedure.Permit is not null || HasMinor(file, household, today) ? OnlyDepartingAdults
            : ReturnFiles.AgainstForce(file, law, today) is not null ? OnlyWithDutyToDepart
            : null,
        Modality.FamilySite => file.Procedure.Permit is not null || !HasMinor(file, household, today) ? OnlyFamilies : null,
        Modality.Enforcement => Measures.PlacesAtEnforcement(file, today) ? null : OnlyByMeasure,
        Modality.IntensiveGuidance => (file.Reception.Circumstances.Needs & PlaceKinds.IntensiveGuidance) == 0 ? OnlyForNeed : null,
        Modality.Minors => file.Registration.IsUnaccompaniedMinorOn(today) ? null : OnlyMinorsAlone,
        Modality.Transit or Modality.External => file.Procedure.Permit is null ? OnlyPermitHolders : null,
        Modality.HotelScheme => file.Procedure.Permit is null || file.Housing.LinkedTo is null ? OnlyLinked : null,
        Modality.Clinic => HasClinicalGround(file) ? null : OnlyOnClinicalGround,
        Modality.CentralReception or Modality.Regular or Modality.Emergency or Modality.Municipal => null,
    };

    /// <summary>
    /// Why this person may not be given a place at such a site; null when they may. Sites for whoever has a right to reception take nobody in
    /// whose right a refusal ended; who is in reception already stays, and may be moved, until a named person ends it (red line 3).
    /// </summary>
    internal static Refusal? AgainstPlacing(CaseFile file, Household household, Modality modality, Law law, Day today) =>
        Against(file, household, modality, law, today)
        ?? (modality is Modality.CentralReception or Modality.Regular or Modality.Emergency or Modality.Municipal
            && RightToReception.IsOverAfterRefusal(file, household, law, today) ? OnlyWithRight : null);

    /// <summary>At a clinic without a ground for it any more: the stay has come to its end, whatever the day.</summary>
    internal static bool IsOver(CaseFile file) => file.Reception is { Site: not null, Modality: Modality.Clinic } && !HasClinicalGround(file);

    /// <summary>The breach when a stay went beyond its limit; noted when it ends. A target is no norm to break.</summary>
    internal static BreachRecorded? Overstay(ReceptionState state, Law law, Day today)
    {
        if (state.Site is null || state.Since is not { } since || Of(state.Modality) is not { Limit: { } limit, IsTarget: false })
        {
            return null;
        }
        var none = default(NoTrace);
        var last = StayLimit.LastDay(law, limit, since, ref none);
        if (limit == LimitedStay.Enforcement && state.Circumstances.Measure is { Kind: MeasureKind.EnforcementSite } measure)
        {
            last = Day.Earlier(last, measure.Through); // Whoever is still there when the measure is over is held without one.
        }
        return today <= last ? null : new(limit == LimitedStay.Municipal ? "municipal-site" : "stay-limit", last);
    }

    private static bool HasClinicalGround(CaseFile file) => (file.Reception.Circumstances.Needs & PlaceKinds.Clinical) != 0;

    private static bool IsBeforeLodging(CaseFile file) => file.Procedure.Application is null;

    private static bool HasMinor(CaseFile file, Household household, Day today) =>
        Age.IsMinor(file.Registration.Born, today) || household.HasMinorOn(today);
}
