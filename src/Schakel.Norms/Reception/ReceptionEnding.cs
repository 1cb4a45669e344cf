using System.Collections.Immutable;

namespace Schakel.Norms.Reception;

/// <summary>What ends a right to reception (einde van het recht op opvang), Rva 4–7.</summary>
/// <remarks>The clock ends no one's reception: the day is computed, the decision is a named person's.</remarks>
public enum ReceptionEnding
{
    /// <summary>The departure period lapsed after a refusal; the day given is its last day.</summary>
    DepartureDue,

    /// <summary>Further appeal refused, or its interim relief (hoger beroep); the day given is that of the ruling.</summary>
    FurtherAppealRefused,

    /// <summary>The stay on medical grounds (art. 64) ended.</summary>
    MedicalStayEnded,

    /// <summary>The decision or departure moratorium was withdrawn.</summary>
    MoratoriumWithdrawn,

    /// <summary>Two reports to the police were missed; the day given is that of the first.</summary>
    ReportsMissed,

    /// <summary>An unaccompanied minor turned eighteen; the day given is the birthday.</summary>
    EighteenthBirthday,

    /// <summary>Not arrived at the site after referral.</summary>
    NotArrivedAfterReferral,

    /// <summary>Not arrived at the new site after a transfer.</summary>
    NotArrivedAfterTransfer,

    /// <summary>Undesirable alien, or a heavy entry ban: at once.</summary>
    Banned,

    /// <summary>A suitable home can be had, or was refused (status holder).</summary>
    HomeAvailable,

    /// <summary>An unaccompanied minor left under supervision, or another reception took over (Nidos).</summary>
    TakenOver,
}

/// <summary>Names of the endings.</summary>
internal static class ReceptionEndings
{
    /// <summary>Every ending with its name in JSON.</summary>
    internal static readonly ImmutableArray<(string Name, ReceptionEnding Ending)> Names =
        [.. Enum.GetValues<ReceptionEnding>().Select(ending => (NameOf(ending), ending))];

    /// <summary>Name in JSON.</summary>
    internal static string NameOf(ReceptionEnding ending) => ending switch
    {
        ReceptionEnding.DepartureDue => "departure-due",
        ReceptionEnding.FurtherAppealRefused => "further-appeal-refused",
        ReceptionEnding.MedicalStayEnded => "medical-stay-ended",
        ReceptionEnding.MoratoriumWithdrawn => "moratorium-withdrawn",
        ReceptionEnding.ReportsMissed => "reports-missed",
        ReceptionEnding.EighteenthBirthday => "eighteenth-birthday",
        ReceptionEnding.NotArrivedAfterReferral => "not-arrived-after-referral",
        ReceptionEnding.NotArrivedAfterTransfer => "not-arrived-after-transfer",
        ReceptionEnding.Banned => "banned",
        ReceptionEnding.HomeAvailable => "home-available",
        ReceptionEnding.TakenOver => "taken-over",
    };
}
