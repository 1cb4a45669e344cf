using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>Why another lawyer took over (reden overname).</summary>
public enum LawyerChangeReason
{
    /// <summary>The client asked for it (eigen verzoek).</summary>
    ClientsWish = 0,
    /// <summary>The lawyer can no longer do it (verhinderd).</summary>
    Unavailable,
    /// <summary>Interests of clients clash (tegenstrijdig belang).</summary>
    ConflictOfInterest,
}

/// <summary>Name the lawyer that was assigned (advocaat aanwijzen).</summary>
/// <param name="By">Officer of the legal aid board.</param>
/// <param name="Lawyer">Number of the lawyer.</param>
public sealed record NameLawyer(Official By, int Lawyer) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.LegalAidOfficer;
}

/// <summary>Let another lawyer take over (overname van de zaak).</summary>
/// <param name="By">Officer of the legal aid board.</param>
/// <param name="Lawyer">Number of the new lawyer.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeLawyer(Official By, int Lawyer, LawyerChangeReason Reason) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.LegalAidOfficer;
}

/// <summary>Withdraw the assignment of a lawyer (toevoeging intrekken; Wrb 33).</summary>
/// <param name="By">Officer of the legal aid board.</param>
public sealed record WithdrawLawyer(Official By) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.LegalAidOfficer;
}

/// <summary>The lawyer was named (advocaat aangewezen).</summary>
/// <param name="Lawyer">Number of the lawyer.</param>
[EventName("lawyer-named", 1)]
public sealed record LawyerNamed([Category(DataCategory.Procedure)] int Lawyer) : FamilyEvent;

/// <summary>Another lawyer took over (zaak overgenomen).</summary>
/// <param name="Lawyer">Number of the new lawyer.</param>
/// <param name="Reason">Why.</param>
[EventName("lawyer-changed", 1)]
public sealed record LawyerChanged(
    [Category(DataCategory.Procedure)] int Lawyer,
    [Category(DataCategory.Procedure)] LawyerChangeReason Reason) : FamilyEvent;

/// <summary>The assignment of a lawyer was withdrawn (toevoeging ingetrokken).</summary>
[EventName("lawyer-withdrawn", 1)]
public sealed record LawyerWithdrawn : FamilyEvent;

/// <summary>
/// Which lawyer stands by someone (rechtsbijstand): the same one from the first procedure to the last, unless there is a reason. The
/// assignment itself is in <see cref="Guidance.LegalAid"/>.
/// </summary>
public static class Counsel
{
    /// <summary>No lawyer was assigned.</summary>
    public static readonly Refusal NoneAssigned = new(
        "lawyer.none-assigned", "REG-5",
        "Er is geen rechtsbijstand toegevoegd.",
        "No legal aid has been assigned.");

    /// <summary>No lawyer was named.</summary>
    public static readonly Refusal NoneNamed = new(
        "lawyer.none-named", "fact",
        "Er is nog geen advocaat aangewezen.",
        "No lawyer has been named yet.");

    /// <summary>This one already.</summary>
    public static readonly Refusal AlreadyNamed = new(
        "lawyer.already-named", "fact",
        "Deze advocaat staat deze persoon al bij.",
        "This lawyer stands by this person already.");

    /// <summary>Another one stands by.</summary>
    public static readonly Refusal SameThroughout = new(
        "lawyer.same-throughout", "REG-5",
        "Een andere advocaat staat deze persoon bij, en blijft dat doen; een overname vraagt een reden.",
        "Another lawyer stands by this person and goes on doing so; a change needs a reason.");

    /// <summary>Nothing runs in which a lawyer could help.</summary>
    public static readonly Refusal FileClosed = new(
        "lawyer.file-closed", "Wrb 12",
        "Op dit dossier loopt niets meer waarin een advocaat kan bijstaan.",
        "Nothing runs on this file any more in which a lawyer could help.");

    /// <summary>Nobody is in detention without a lawyer.</summary>
    public static readonly Refusal Detained = new(
        "lawyer.detained", "Vw 100",
        "Deze persoon zit in bewaring en blijft niet zonder advocaat; laat een andere advocaat de zaak overnemen.",
        "This person is in detention and does not stay without a lawyer; let another lawyer take over.");

    internal static Decision Decide(CaseFile file, NameLawyer command, Law law, Day today) =>
        file.Guidance.LawyerFor == 0 ? NoneAssigned
        : file.Circle.Lawyer == command.Lawyer ? AlreadyNamed
        : file.Circle.Lawyer is not null ? SameThroughout
        : !HasCause(file, law, today) ? FileClosed
        : new LawyerNamed(command.Lawyer);

    internal static Decision Decide(CaseFile file, ChangeLawyer command, Law law, Day today) =>
        file.Circle.Lawyer is null ? NoneNamed
        : file.Circle.Lawyer == command.Lawyer ? AlreadyNamed
        : !HasCause(file, law, today) ? FileClosed
        : new LawyerChanged(command.Lawyer, command.Reason);

    internal static Decision Withdraw(CaseFile file) =>
        file.Guidance.LawyerFor == 0 ? NoneAssigned
        : file.Return.Detention is not null ? Detained
        : new LawyerWithdrawn();

    /// <summary>Something runs, or can still be lodged: a claim, an appeal, family reunification, return, detention.</summary>
    internal static bool HasCause(CaseFile file, Law law, Day today) =>
        file.Procedure.Open is not null || file.Procedure.AppealPending || file.Family.Pending || file.Return.IsOpen
        || file.Return.Detention is not null || Appeals.IsProtected(file, law, today);
}
