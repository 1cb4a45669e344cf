using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Reception;

/// <summary>
/// Whether someone has a right to reception (recht op opvang; dossier REC-1 to REC-6): derived from the file each time it is asked, with
/// the norm that says so. It ends nobody's reception: that is a decision of a named person (red line 3).
/// </summary>
/// <param name="IsDue">Reception is due on the day asked about.</param>
/// <param name="Basis">What the right rests on; absent when there is none.</param>
/// <param name="Through">The last day of the right, when one is known.</param>
/// <param name="Norm">Article, dossier code or norm that gives or ends it.</param>
public readonly record struct RightToReception(bool IsDue, ReceptionBasis? Basis, Day? Through, string Norm)
{
    /// <summary>The right on a day.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="household">The household, to keep families with minors in reception.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day asked about.</param>
    public static RightToReception Of(CaseFile file, Household household, Law law, Day today)
    {
        if (file.Presence is not (Presences.Here or Presences.Gone) || file.Housing.IsHoused)
        {
            return None(file.Housing.IsHoused ? "Rva 7(1)(a)" : "fact");
        }
        if (file.Reception.Circumstances.Exclusion is not null)
        {
            return None("reception-right.excluded");
        }
        if (file.Reception.Circumstances.Offer is { Accepted: false } refused)
        {
            return Until(BasisOf(file, today), Offers.ArriveBy(refused, law), today, "reception-right.arrival-after-referral");
        }
        if (file.Registration.IsUnaccompaniedMinorOn(today))
        {
            return new(true, ReceptionBasis.UnaccompaniedMinor, file.Registration.Born.PlusYears(18), "Rva 6");
        }
        if (IsGranted(file))
        {
            return file.Housing.Answer is { UnjustifiedOn: { } unjustified }
                ? Until(ReceptionBasis.StatusHolder, EndOf(law, ReceptionEnding.HomeAvailable, unjustified), today, "Rva 7(1)(a)")
                : new(true, BasisOf(file, today), null, "REC-5");
        }
        if (file.Procedure.Application is null || Appeals.ClaimOrAppealRuns(file, law, today) || InterimReliefs.KeepsReception(file)
            || file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp })
        {
            return new(true, ReceptionBasis.Applicant, null, "REC-1");
        }
        if (household.HasMinorOn(today) || Age.IsMinor(file.Registration.Born, today))
        {
            return new(true, ReceptionBasis.Applicant, null, "Rva 6");
        }
        if (Outlook.Later(InterimReliefs.ReceptionLastDay(file, law), MedicalDeferrals.ReceptionLastDay(file.Return, law)) is { } after && today <= after)
        {
            return new(true, ReceptionBasis.Applicant, after, "reception-right");
        }
        if (DepartureMoratoria.ReceptionLastDay(file, law) is { } moratorium && today <= moratorium)
        {
            return new(true, ReceptionBasis.Moratorium, moratorium, DepartureMoratoria.KeepsReception.Norm);
        }
        return Departures.PeriodLastDay(file, law) is { } last
            ? Until(ReceptionBasis.Applicant, EndOf(law, ReceptionEnding.DepartureDue, last), today, "departure-period")
            : None("Rva 5");
    }

    /// <summary>
    /// The last day of the right as far as the calendar tells, whatever the day asked about: <see cref="NextStep.UntilAnEvent"/> when only an
    /// event ends it, absent when there is none. Passing it ends nobody's reception (red line 3).
    /// </summary>
    internal static Day? LastDay(CaseFile file, Household household, Law law)
    {
        if (file.Presence is not (Presences.Here or Presences.Gone) || file.Housing.IsHoused || file.Reception.Circumstances.Exclusion is not null)
        {
            return null;
        }
        if (file.Reception.Circumstances.Offer is { Accepted: false } refused)
        {
            return Offers.ArriveBy(refused, law);
        }
        Day? alone = file.Registration.Role == FamilyRole.UnaccompaniedMinor ? Age.ComesOfAge(file.Registration.Born).PlusDays(-1) : null;
        if (IsGranted(file))
        {
            return file.Housing.Answer is { UnjustifiedOn: { } unjustified }
                ? Outlook.Later(alone, EndOf(law, ReceptionEnding.HomeAvailable, unjustified)) : NextStep.UntilAnEvent;
        }
        return file.Procedure.Application is null || file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp }
            ? NextStep.UntilAnEvent : Outlook.Later(alone, AfterRefusal(file, household, law));
    }

    /// <summary>
    /// Through which day a refusal leaves reception: a claim or a suspensive appeal, interim relief, weeks after a further appeal, a medical
    /// deferral or a departure moratorium, minors in the household, the departure period; absent when none of them does.
    /// </summary>
    internal static Day? AfterRefusal(CaseFile file, Household household, Law law)
    {
        if (InterimReliefs.KeepsReception(file) || Appeals.ClaimOrAppealThrough(file, law) == NextStep.UntilAnEvent)
        {
            return NextStep.UntilAnEvent;
        }
        var weeks = Outlook.Later(InterimReliefs.ReceptionLastDay(file, law), MedicalDeferrals.ReceptionLastDay(file.Return, law));
        return Outlook.Later(
            Outlook.Later(Appeals.ClaimOrAppealThrough(file, law), Departures.PeriodLastDay(file, law)),
            Outlook.Later(Outlook.Later(weeks, DepartureMoratoria.ReceptionLastDay(file, law)), MinorsThrough(file, household)));
    }

    /// <summary>
    /// Whether a refusal or a withdrawal ended the right: all that kept reception going after it is over. Not said where its day is not known,
    /// nor of somebody who is to be transferred, who has it until then.
    /// </summary>
    internal static bool IsOverAfterRefusal(CaseFile file, Household household, Law law, Day today) =>
        file.Procedure is { Application.Status: not ApplicationStatus.Open, Permit: null, Decision: not ({ On: null } or { Outcome: DecisionOutcome.NotTakenUp }) }
        && !IsGranted(file) && !(today <= AfterRefusal(file, household, law));

    /// <summary>The last day of minority of the youngest of a household.</summary>
    internal static Day MinorsThrough(CaseFile file, Household household)
    {
        var youngest = file.Registration.Born;
        foreach (var member in household.Members)
        {
            youngest = Day.Later(youngest, member.Born);
        }
        return Age.ComesOfAge(youngest).PlusDays(-1);
    }

    private static bool IsGranted(CaseFile file) =>
        file.Procedure.Permit is not null
        || file.Procedure is { Permits.Ended: null, Open: null, Decision: { } decision } && Decisions.IsGrant(decision.Outcome);

    private static RightToReception None(string norm) => new(false, null, null, norm);

    private static RightToReception Until(ReceptionBasis basis, Day last, Day today, string norm) =>
        today <= last ? new(true, basis, last, norm) : new(false, null, last, norm);

    private static ReceptionBasis BasisOf(CaseFile file, Day today) =>
        file.Registration.IsUnaccompaniedMinorOn(today) ? ReceptionBasis.UnaccompaniedMinor
        : file.Procedure.Permit is null ? ReceptionBasis.Applicant
        : file.Registration.Route switch
        {
            Route.FamilyReunification => ReceptionBasis.FamilyMember,
            Route.Resettlement => ReceptionBasis.InvitedRefugee,
            Route.Asylum => ReceptionBasis.StatusHolder,
        };

    private static Day EndOf(Law law, ReceptionEnding ending, Day on)
    {
        var none = default(NoTrace);
        return ReceptionRight.LastDay(law, ending, on, ref none);
    }
}
