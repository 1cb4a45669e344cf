using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Web.Access;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Records;
using Schakel.Web.Portal.Speaking;
using Schakel.Web.Workbench.Countries;

namespace Schakel.Web.PortalPages;

/// <summary>Whatever the chain can tell an applicant has a text of its own: with that each language has it, which the tests of the text files see to.</summary>
public sealed class ApplicantWordsTests
{
    [Fact]
    public void Every_event_of_somebodys_file_has_words()
    {
        var events = EventCatalogue.Types.Where(each => !each.IsAssignableTo(typeof(SiteEvent)) && !each.IsAssignableTo(typeof(PolicyEvent)) && !each.IsAssignableTo(typeof(HouseholdEvent)))
            .Select(each => EventCatalogue.Of(each).Name).ToList();
        Assert.DoesNotContain(events, each => EventTitles.KeyOf(each) is not { } key || !Speech.Knows(key));
        Assert.Empty(EventTitles.Named.Except(EventCatalogue.Types.Select(each => EventCatalogue.Of(each).Name)));
        Assert.All(events, each => Assert.Empty(TextFile.Placeholders(new Speech(PortalLanguage.Official).Find(EventTitles.KeyOf(each)!).Words)));
    }

    [Fact]
    public void Everybody_who_can_open_a_file_and_every_purpose_of_theirs_has_words()
    {
        var lookers = Function.All.Where(each => each.Reach is not Reach.None and not Reach.Own).ToList();
        Assert.DoesNotContain(lookers, each => OthersLook.KeyOf(each.Code) is null);
        Assert.DoesNotContain(lookers.SelectMany(each => each.Duties).Select(each => each.Purpose).Distinct(), each => OthersLook.KeyOf(each) is null);
    }

    [Fact]
    public void Every_country_that_has_a_name_for_officials_has_one_for_applicants() =>
        Assert.DoesNotContain(CountryNames.Codes, code => !CountryCode.TryParse(code, out var country) || CodeNames.KeyOf(country) is null);

    [Fact]
    public void Languages_of_the_synthetic_nation_have_names()
    {
        Assert.All((string[])["ara", "ary", "arq", "tir", "tur", "som", "prs", "fas"], code => Assert.True(LanguageCode.TryParse(code, out var language) && CodeNames.KeyOf(language) is not null, code));
        Assert.Equal(("speech.pes", "speech.ara"), (CodeNames.KeyOf(Language("fas")), CodeNames.KeyOf(Language("arq"))));
        Assert.Null(CodeNames.KeyOf(Language("zzz")));
    }

    [Fact] // The page of guards is made by the tests of the chain: it says which command meets which refusal.
    public void Every_refusal_that_a_form_can_lead_to_has_words()
    {
        var sent = DoList.Forms.Select(form => StepType.All.Single(each => each.Code == form.Step).Command.Name).Append(nameof(PreRegister)).ToHashSet();
        var met = File.ReadLines(Path.Combine(Root, "docs", "guards.md")).Select(line => line.Split('|')).Where(each => each.Length > 4 && each[1].Contains('`', StringComparison.Ordinal))
            .Where(each => each[3].Split(',', StringSplitOptions.TrimEntries).Any(sent.Contains)).Select(each => each[1].Trim(' ', '`')).ToList();
        Assert.True(met.Count > 45, $"only {met.Count}");
        Assert.DoesNotContain(met, code => RefusalWords.KeyOf(code) is not { } key || !Speech.Knows(key));
        Assert.DoesNotContain(TextFile.Of(PortalLanguage.Official).Texts.Keys.Where(each => each.StartsWith("refusal.", StringComparison.Ordinal)),
            key => key is not ("refusal.not-stated" or "refusal.interview-choice.no-place") && // Said by the form itself, and by whoever keeps the free days.
                 !met.Contains(key["refusal.".Length..]));
    }

    private static LanguageCode Language(string code) => LanguageCode.TryParse(code, out var language) ? language : default;

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }
            return folder;
        }
    }
}
