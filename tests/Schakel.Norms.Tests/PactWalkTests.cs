using System.Collections.Frozen;

namespace Schakel.Norms.Tests;

/// <summary>Every norm under every regime on the day after the procedures regulation applies, and on the day after the management regulation does.</summary>
public sealed class PactWalkTests
{
    /// <summary>First days on which the regulations of the Pact had begun and Dublin III had, or had not, ended.</summary>
    public static TheoryData<string, string> Days => new()
    {
        { "january-2022", "2026-06-13" },
        { "january-2022", "2026-07-02" },
        { "january-2024", "2026-06-13" },
        { "january-2024", "2026-07-02" },
        { "dossier-2026", "2026-06-13" },
        { "dossier-2026", "2026-07-02" },
    };

    // What the Pact leaves alone: the General Terms Act, administrative law, return, housing, dispersal, work, money, what is paid and counted.
    private static readonly string[] Untouched =
    [
        "allowance.", "court-order.", "court-ruling.", "default-notice.", "departure-period.", "detention-review.", "detention.family", "detention.no-prospect", "detention.pending-application",
        "detention.return", "detention.unaccompanied-minor", "development-aid.", "dispersal-act.", "entry-ban.", "family-arrival.", "general-terms-act.",
        "medical-postponement.", "municipal-task.", "own-contribution.", "penalty-amount.", "penalty-decision.", "reception-funding.", "stay-limit.", "supervised-stay.",
        "temporary-protection.",
    ];

    // What was read in the texts of the Pact itself.
    private static readonly string[] OfThePact = ["ammr-reply.", "ammr-request.", "ammr-transfer.", "apr-decision.", "pact-appeal."];

    private static readonly FrozenSet<string> Ended = FrozenSet.ToFrozenSet(
    [
        "decision-consequences.late-applicant", "minor-safeguards.further-data", "minor-safeguards.interview-age",
        "simplified-procedure.decision-by", "simplified-procedure.decision-from", "simplified-procedure.intention", "simplified-procedure.interview",
        "simplified-procedure.view", "subsequent-procedure.data-by", "subsequent-procedure.extended-12", "subsequent-procedure.extended-14",
        "subsequent-procedure.extended-20", "subsequent-procedure.intention-by", "subsequent-procedure.ordinary", "subsequent-procedure.view-by",
        "decision-period.second-extension", "general-procedure.announced", "general-procedure.announced-corrections-by",
        "general-procedure.announced-intention-by", "general-procedure.announced-interview-by", "general-procedure.announced-view-by",
        "general-procedure.corrections-by", "general-procedure.extended-12", "general-procedure.extended-14", "general-procedure.extended-20",
        "general-procedure.intention-by", "general-procedure.interview-by", "general-procedure.ordinary", "general-procedure.view-by",
        "appeal-period.ordinary", "appeal-period.short", "one-day-test.decision", "one-day-test.view", "out-of-consideration.contact",
        "registration.competent", "registration.document", "registration.many-applications", "registration.other-authority", "rest-period.length",
        "rest-period.minors", "ruling-period.ordinary", "ruling-period.short", "view-period.asylum-detained", "view-period.dublin",
        "view-period.dublin-detained", "view-period.extended", "view-period.withdrawal",
    ]);

    private static readonly string[] EndedWithDublin = ["dublin-request.", "dublin-reply.", "dublin-transfer.", "dublin-departure."];

    [Theory]
    [MemberData(nameof(Days))]
    public void A_norm_of_a_day_is_the_version_of_that_day_or_a_refusal_that_names_norm_and_day(string regime, string on)
    {
        var (law, day) = (Regimes.Find(regime), Asking.At(on));
        Assert.All(NormCatalogue.All, norm =>
        {
            if (Holding(law, norm.Id, day) is { } version)
            {
                Assert.True(version.From <= day && !(version.Until < day), $"{norm.Id}: {version.From} – {version.Until} is no version of {day}.");
                return;
            }

            var refused = Assert.ThrowsAny<NotInForceException>(() => On(law, norm, day));
            Assert.StartsWith($"{norm.Id}: no version in force on {on}; ", refused.Message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("2026-06-13")]
    [InlineData("2026-07-02")]
    public void Under_the_Pact_no_norm_of_the_old_procedure_still_reads_as_verified(string on)
    {
        var (law, day) = (Regimes.Dossier2026, Asking.At(on));
        var verified = NormCatalogue.All.Where(norm =>
            !Begins(norm.Id, Untouched) && !Begins(norm.Id, OfThePact)
            && Holding(law, norm.Id, day) is { } version && (version.Status ?? norm.Status) == NormStatus.Verified);
        Assert.Empty(verified.Select(norm => norm.Id));
    }

    [Theory]
    [InlineData("2026-06-13", false)]
    [InlineData("2026-07-02", true)]
    public void What_the_dossier_gives_no_value_for_ends_and_nothing_else_does(string on, bool dublinEnded)
    {
        var day = Asking.At(on);
        var before = Asking.At("2026-06-11");
        var ended = NormCatalogue.All.Select(norm => norm.Id).Where(id =>
            Holding(Regimes.Dossier2026, id, before) is not null && Holding(Regimes.Dossier2026, id, day) is null);
        var dublin = NormCatalogue.All.Select(norm => norm.Id).Where(id => dublinEnded && Begins(id, EndedWithDublin));
        Assert.Equal(Ended.Concat(dublin).Order(StringComparer.Ordinal), ended.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_ended_says_what_to_ask_instead_or_why_nothing_can_be_asked() =>
        Assert.All(NormCatalogue.All.Where(norm => Ended.Contains(norm.Id) || Begins(norm.Id, EndedWithDublin)), norm =>
        {
            var refused = Assert.ThrowsAny<NoLongerInForceException>(() => On(Regimes.Dossier2026, norm, Asking.At("2026-07-02")));
            Assert.Matches(@"; the last one ended on 2026-06-(11|30)\. .+\.$", refused.Message);
        });

    [Theory]
    [InlineData("january-2022")]
    [InlineData("january-2024")]
    public void Who_asks_what_was_known_before_the_Pact_was_published_meets_none_of_it(string regime)
    {
        var law = Regimes.Find(regime);
        Assert.All(Ended.Where(id => law.VersionsOf(id).Count > 0), id => Assert.NotNull(Holding(law, id, Asking.At("2026-07-02"))));
        Assert.DoesNotContain(
            NormCatalogue.All,
            norm => law.VersionsOf(norm.Id).Any(version => (version.Citation ?? norm.Citation).BwbId is Acts.ProceduresRegulation or Acts.MigrationManagementRegulation));
    }

    private static bool Begins(string id, string[] heads) => heads.Any(head => id.StartsWith(head, StringComparison.Ordinal));

    private static NormVersion? Holding(Law law, string id, Day day) =>
        law.VersionsOf(id).SingleOrDefault(version => version.From <= day && !(version.Until < day));

    private static void On(Law law, Norm norm, Day day)
    {
        var versions = typeof(Law).GetMethods().Single(method => method is { Name: nameof(Law.VersionsOf), IsGenericMethod: true });
        var list = versions.MakeGenericMethod(norm.GetType().GetGenericArguments()[0]).Invoke(law, [norm])!;
        try
        {
            _ = list.GetType().GetMethod("At")!.Invoke(list, [day]);
        }
        catch (System.Reflection.TargetInvocationException e)
        {
            throw e.InnerException!;
        }
    }
}
