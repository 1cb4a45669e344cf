namespace Schakel.Norms.Return;

/// <content>The parameters of detention.</content>
public static partial class Detention
{
    /// <summary>Detention for return (vreemdelingenbewaring, Vw 59).</summary>
    public static readonly Norm<Months> Return = new(
        "detention.return",
        new("Bewaring met het oog op terugkeer, ten hoogste", "Detention for return, at most"),
        "DET-3",
        new(Acts.AliensAct, "59(5)"),
        NormStatus.Verified,
        new NormVersion<Months>(ReturnDirectiveApplies, new(6)));

    /// <summary>Extension for who does not cooperate or whose papers are lacking.</summary>
    public static readonly Norm<Months> ReturnExtension = new(
        "detention.return-extension",
        new("Verlenging van de bewaring bij niet meewerken of ontbrekende papieren", "Extension of detention for not cooperating or lacking papers"),
        "DET-3",
        new(Acts.AliensAct, "59(6)"),
        NormStatus.Verified,
        new NormVersion<Months>(ReturnDirectiveApplies, new(12)));

    /// <summary>Detention for return while a regular application is pending.</summary>
    public static readonly Norm<Weeks> PendingApplication = new(
        "detention.pending-application",
        new("Bewaring tijdens een reguliere aanvraag, ten hoogste", "Detention during a regular application, at most"),
        "DET-4",
        new(Acts.AliensAct, "59(4)"),
        NormStatus.Verified,
        new NormVersion<Weeks>(ReturnDirectiveApplies, new(4)));

    /// <summary>The same once an intention to refuse was issued (voornemen).</summary>
    public static readonly Norm<Weeks> PendingApplicationIntention = new(
        "detention.pending-application-intention",
        new("Bewaring tijdens een reguliere aanvraag na een voornemen, ten hoogste", "Detention during a regular application after an intention, at most"),
        "DET-4",
        new(Acts.AliensAct, "59(4)"),
        NormStatus.Verified,
        new NormVersion<Weeks>(ReturnDirectiveApplies, new(6)));

    /// <summary>Detention of an applicant for identity, data, absconding or delay (Vw 59b(1)(a)–(c)).</summary>
    public static readonly Norm<Weeks> Asylum = new(
        "detention.asylum",
        new("Bewaring tijdens de asielprocedure, ten hoogste", "Detention during the asylum procedure, at most"),
        "DET-5",
        new(Acts.AliensAct, "59b(2)", "Read in the text of 2015; the paragraph was not checked."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Weeks>(DirectivesApply, new(4))));

    /// <summary>The same once an intention to refuse was issued (voornemen).</summary>
    public static readonly Norm<Weeks> AsylumIntention = new(
        "detention.asylum-intention",
        new("Bewaring tijdens de asielprocedure na een voornemen, ten hoogste", "Detention during the asylum procedure after an intention, at most"),
        "DET-5",
        new(Acts.AliensAct, "59b(2)", "Read in the text of 2015; the paragraph was not checked."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Weeks>(DirectivesApply, new(6))));

    /// <summary>Extension while an appeal is pending (Vw 8(h)).</summary>
    public static readonly Norm<Months> AsylumAppeal = new(
        "detention.asylum-appeal",
        new("Verlenging van de bewaring tijdens het beroep", "Extension of detention during the appeal"),
        "DET-5",
        new(Acts.AliensAct, "59b(3)", "Read in the text of 2015; the paragraph was not checked."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Months>(DirectivesApply, new(3))));

    /// <summary>Detention of an applicant for public order (Vw 59b(1)(d)).</summary>
    public static readonly Norm<Months> PublicOrder = new(
        "detention.public-order",
        new("Bewaring van een asielzoeker om de openbare orde, ten hoogste", "Detention of an applicant for public order, at most"),
        "DET-5",
        new(Acts.AliensAct, "59b(4)", "Read in the text of 2015; the paragraph was not checked."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Months>(DirectivesApply, new(6))));

    /// <summary>Extension for public order, when the case is complex and the interest weighty.</summary>
    public static readonly Norm<Months> PublicOrderExtension = new(
        "detention.public-order-extension",
        new("Verlenging van de bewaring om de openbare orde", "Extension of detention for public order"),
        "DET-5",
        new(Acts.AliensAct, "59b(5)", "Read in the text of 2015; the paragraph was not checked."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Months>(DirectivesApply, new(9))));

    /// <summary>Detention at the border during the border procedure (Vw 3, 6).</summary>
    public static readonly Norm<Weeks> Border = new(
        "detention.border",
        new("Grensdetentie tijdens de grensprocedure, ten hoogste", "Border detention during the border procedure, at most"),
        "DET-7",
        new(Acts.AliensAct, "3(7), 6(3)"),
        NormStatus.Verified,
        new NormVersion<Weeks>(DirectivesApply, new(4)),
        PactTerm.Version(PactTerm.ProceduresApply, new Weeks(12)) with
        {
            Status = NormStatus.Unverified,
            Citation = new(Acts.ProceduresRegulation, "43-45, 51", "As long as the border procedure of the Pact at most (dossier B-BRD-1)."),
        });

    /// <summary>Detention of who is to be transferred to another member state, from the acceptance (Dublin).</summary>
    public static readonly Norm<Weeks> Transfer = new(
        "detention.transfer",
        new("Bewaring tot de overdracht aan een andere lidstaat, ten hoogste", "Detention until transfer to another member state, at most"),
        "DET-6",
        new(Acts.DublinRegulation, "28(3)", "Vw 59a."),
        NormStatus.Unverified,
        new NormVersion<Weeks>(Day.Of(2014, 1, 1), new(6)),
        PactTerm.Version(PactTerm.ManagementApplies, new Weeks(5)) with { Citation = new(Acts.MigrationManagementRegulation, "45", "Dossier B-DUB-7.") });

    /// <summary>Detention of a family with minors (gezin met minderjarigen): only if removal is expected within this time.</summary>
    public static readonly Norm<Weeks> Family = new(
        "detention.family",
        new("Bewaring van een gezin met minderjarigen, ten hoogste", "Detention of a family with minors, at most"),
        "DET-9",
        new(Acts.SupervisionGuidelines, "A5/2.4", "Read in the text of 2015."),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2010, 1, 1), new(2)));

    /// <summary>Detention of an unaccompanied minor (amv): only if departure is expected within this time.</summary>
    public static readonly Norm<CalendarDays> Minor = new(
        "detention.unaccompanied-minor",
        new("Bewaring van een alleenstaande minderjarige, ten hoogste", "Detention of an unaccompanied minor, at most"),
        "DET-10",
        new(Acts.SupervisionGuidelines, "A5/2.4", "Read in the text of 2015; longer for a suspect or convict of a crime."),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(2010, 1, 1), new(14)));

    /// <summary>Time that is left for release once no reasonable prospect of removal remains (geen redelijk vooruitzicht op verwijdering): none, it follows at once.</summary>
    public static readonly Norm<CalendarDays> NoProspect = new(
        "detention.no-prospect",
        new("Opheffing van de bewaring als redelijk vooruitzicht op verwijdering ontbreekt, binnen", "Release when no reasonable prospect of removal remains, within"),
        "DET-2",
        new(Acts.ReturnDirective, "15(4)", "Vw 59c. The directive says: immediately; a term of no days is how that is computed here."),
        NormStatus.Unverified,
        new NormVersion<CalendarDays>(ReturnDirectiveApplies, new(0)));

    private static Day ReturnDirectiveApplies => Day.Of(2011, 12, 31);

    private static Day DirectivesApply => Day.Of(2015, 7, 20);
}
