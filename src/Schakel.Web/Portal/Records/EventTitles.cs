using System.Collections.Frozen;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Records;

/// <summary>
/// What an event without a letter is called for the person it is about (naam van een gebeurtenis), in plain words that the text files have in
/// every language. What was a step on the way is told as that step, done; what is alike, and differs for officials only, has one text. The
/// official name stands with the event's own fields.
/// </summary>
public static class EventTitles
{
    private const string Step = "step.";
    private const string Letter = "letter.";

    // What is not named here has a letter of its own name.
    private const string Table = """
        absconding-notified=event|absence-permitted=event|absorbed-file-released=event.file-linked|accepted-in-facility=event.facility|activity-joined=step.join-activity
        address-registered=step.register-address|adequate-reception-established=step.establish-adequate-reception|admitted-on-emergency-ground=step.place-in-reception
        age-assessment-asked=event|age-assessment-consented=step.consent-to-age-assessment|age-assessment-received=step.give-age-finding|age-decided=step.decide-age|age-doubted=event
        allowance-started=step.start-allowance|appeal-ruled=step.rule-on-appeal|applicant-document-issued=step.issue-applicant-document|applicant-prepared=step.prepare-applicant
        application-decided=step.decide-application|application-withdrawn=where.now.withdrawn|assisted-return-cancelled=step.cancel-assisted-return
        assisted-return-granted=step.grant-assisted-return|assisted-return-requested=step.request-assisted-return|broad-intake-held=step.hold-broad-intake|capacity-judged=step.assess-needs
        capacity-stated=step.state-capacity|capacity-withdrawn=step.withdraw-capacity|composition-recorded=step.record-composition|contract-signed=step.sign-contract
        contribution-assessed=event|correction-decided=step.decide-correction|court-hearing-held=step.hold-court-hearing|court-hearing-planned=event
        court-notified-of-detention=step.notify-court-of-detention|decision-ordered=event|decision-period-resumed=step.resume-decision-period|decision-period-suspended=event
        default-notice-received=step.give-default-notice|departed=where.now.departed|departure-talk-held=event|detention-appealed=step.appeal-detention|detention-ended=step.release
        detention-extended=event|detention-heard=step.hear-detention|detention-imposed=event|detention-reviewed=step.rule-on-detention|document-examined=event
        document-reviewed=step.review-document|document-validity-recorded=event.document-examined|dublin-reply-received=step.reply-to-dublin-request|dublin-request-lapsed=event
        enrolled-in-school=step.enrol-in-school|entry-deferred=where.now.border|entry-granted=event|entry-visas-collected=step.collect-entry-visas|entry-visas-granted=event
        facility-left=event.facility|family-arrival-reported=step.report-family-arrival|family-link-claimed=event|family-link-ended=event|family-link-established=step.establish-link
        family-travel-announced=step.announce-family-travel|file-absorbed=event.file-linked|file-linked=event|file-merged-into=where.now.merged|file-restored=event.record-corrected
        file-taken-over=event|flight-cancelled=event|flight-planned=event|further-appeal-lodged=step.lodge-further-appeal|further-appeal-ruled=step.rule-on-further-appeal
        general-procedure-lengthened=event|guardian-changed=event|guardianship-ended=event|handover-answered=event.handover|handover-revoked=event.handover|hardship-tested=event
        health-document-reviewed=step.review-health-document|health-document-supplied=letter.document-supplied|health-document-taken-back=letter.document-taken-back
        health-intake-held=step.hold-health-intake|heard-on-withdrawal=step.hear-on-withdrawal|hearing-advice-given=step.advise-on-hearing|hold-lifted=event.internal|hold-placed=event.internal
        home-accepted=step.accept-home|home-refusal-decided=step.decide-on-home-refusal|home-refused=step.refuse-home|household-changed=event|household-joined=event.household-changed
        household-left=event.household-changed|household-member-corrected=event.record-corrected|housing-interview-held=step.hold-housing-interview|identity-corrected=event.record-corrected
        identity-recorded=step.record-identity|incident-recorded=event.incident|incident-reported=event.incident|indefinite-permit-decided=step.decide-indefinite-permit
        indefinite-permit-requested=step.request-indefinite-permit|integration-duty-notified=step.notify-integration-duty|integration-plan-adopted=step.adopt-integration-plan
        interim-relief-requested=step.request-interim-relief|interim-relief-ruled=step.rule-on-interim-relief|interview-absence-judged=step.judge-interview-absence
        interview-wishes-stated=step.state-interview-wishes|lapse-observed=event|lawyer-changed=event|lawyer-named=step.name-lawyer|lawyer-withdrawn=event
        left-with-unknown-destination=where.now.gone|lessons-begun=step.begin-lessons|measure-imposed=event|measure-reviewed=event|medical-deferral-decided=step.decide-medical-deferral
        medical-deferral-ended=event|medical-deferral-requested=step.request-medical-deferral|medical-opinion-given=step.give-medical-opinion|moratorium-applied=event|moratorium-lifted=event
        move-weighed=event|nationality-confirmed=event|needs-assessed=step.assess-needs|needs-recorded=step.assess-needs|new-decision-term-set=event|no-fault-advised=step.advise-on-no-fault
        no-fault-decided=step.decide-no-fault|no-fault-requested=step.request-no-fault-permit|non-arrival-recorded=event|partner-referred=event|peer-review-asked=event.internal
        peer-review-given=event.internal|penalty-paid=step.pay-penalty|permit-expired=where.now.permit-over|permit-given-up=event|permit-withdrawn=where.now.permit-over
        person-redirected=event|place-accepted=step.accept-place|place-refused=step.refuse-place|placed-on-emergency-ground=step.place-in-reception
        placement-facts-judged=event.move-weighed|placement-stated=step.state-placement|placement-withdrawn=step.withdraw-placement|pre-registered=where.now.pre-registered
        pre-registration-cancelled=step.cancel-pre-registration|preferences-chosen=step.choose-preferences|presence-registered=event|presented-to-country=event
        procedure-explained=step.explain-procedure|reception-ended=step.close-stay|reception-exclusion-established=event|reception-explained=step.explain-reception|record-corrected=event
        referral-completed=event.partner-referred|referred-to-extended-procedure=event|referred-to-facility=event.facility|registration-interview-held=step.hold-registration-interview
        renewal-decided=step.decide-renewal|renewal-requested=step.request-renewal|report-missed=event|residence-document-handed-over=step.hand-over-residence-document
        resident-registered=step.register-resident|responsibility-transfer-offered=event.handover|responsibility-transfer-requested=event.handover|restriction-extended=event.supervision-imposed
        return-counsellor-assigned=step.assign-return-counsellor|return-file-opened=step.open-return-file|reunification-documents-asked=event
        reunification-documents-received=step.receive-reunification-documents|reunification-notice-received=step.give-reunification-notice|social-assistance-granted=event
        social-guidance-begun=step.begin-social-guidance|supervision-imposed=event|supervision-lifted=event|support-begun=step.begin-support|support-ended=step.end-support
        take-back-agreed=event|team-assigned=event.internal|tie-research-begun=event|tie-research-concluded=step.conclude-tie-research|track-proposed=event|transferred-to-state=step.transfer-to-state
        travel-document-expired=event|travel-document-received=step.issue-travel-document|travel-document-refused=event|travel-document-requested=event|treatment-begun=event
        treatment-ended=event|trusted-helper-dismissed=step.dismiss-trusted-helper|trusted-helper-named=step.name-trusted-helper|tuberculosis-screened=step.screen-for-tuberculosis
        unlinked-from-municipality=event|volunteer-declaration-issued=event|volunteering-ended=step.end-volunteering|volunteering-started=step.start-volunteering|withdrawal-abandoned=event
        withdrawal-intended=event|withdrawal-talk-held=step.hold-withdrawal-talk|withdrawal-view-submitted=step.submit-withdrawal-view|work-ended=step.end-work|work-permit-issued=event
        work-started=step.start-work
        """;

    private static readonly FrozenDictionary<string, string> Keys = Table.Split(['\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1] == "event" ? $"event.{pair[0]}" : pair[1]);

    /// <summary>The events that stand in the table.</summary>
    public static IEnumerable<string> Named => Keys.Keys;

    /// <summary>Key of the text that says what happened; null for an event that is in nobody's file.</summary>
    /// <param name="name">Stored name of the event.</param>
    public static string? KeyOf(string name) => Keys.TryGetValue(name, out var key) ? key : Speech.Knows(Letter + name) ? Letter + name : null;

    /// <summary>The text names a step, which is now done.</summary>
    /// <param name="key">The key.</param>
    public static bool IsStep(string key) => key.StartsWith(Step, StringComparison.Ordinal);
}
