using System.Reflection;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.PortalPages;

/// <summary>On what something rests is said in Dutch words, whatever code the case file has for it.</summary>
public sealed class SourceTextTests
{
    private static readonly string[] English = ["agency", "agreement", "policy", "practice", "proposed", "quota", "and", "the", "rules", "target"];

    public static TheoryData<string> Rests =>
    [
        .. StepType.All.Select(each => each.Norm).Concat(TermType.All.Select(each => each.Norm)).Concat(EntitlementType.All.Select(each => each.Norm))
            .Concat(typeof(Refusal).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
                .Where(each => each.FieldType == typeof(Refusal)).Select(each => ((Refusal)each.GetValue(null)!).Norm))
            .Concat(NormCatalogue.All.Select(each => each.Id)).Distinct().Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Rests))]
    public void Where_something_stands_is_no_code_and_no_English(string norm)
    {
        var place = Source.Of(norm)?.Place;
        Assert.DoesNotMatch("^[A-Z0-9]+(-[0-9]+)?$|^[a-z]+([.-][a-z]+)*$|BWBR|^3[0-9]{4}[A-Z]", place ?? "");
        Assert.DoesNotContain((place ?? "").Split(' ', ';', ',', '(', ')'), word => English.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("decision-period", "Vreemdelingenwet 2000, artikel 42(1)")]
    [InlineData("dublin-transfer", "Dublinverordening 604/2013, artikel 29(1)")]
    [InlineData("border-procedure", "Vreemdelingenwet 2000, artikel 3(4), 3(7)")]
    [InlineData("view-period", "Vreemdelingenbesluit 2000, artikel 3.116(2)(a)")]
    [InlineData("work-access", "Besluit uitvoering Wet arbeid vreemdelingen, artikel 2a")]
    [InlineData("detention", "Vreemdelingenwet 2000, artikel 59, 59b")]
    [InlineData("Vw 42(4)", "Vreemdelingenwet 2000, artikel 42(4)")]
    [InlineData("Vc A3/7", "Vreemdelingencirculaire 2000, A3/7")]
    [InlineData("stay-limit.central", "Streeftijd van het COA")]
    [InlineData("site-capacity", "Regeling verstrekkingen asielzoekers 2005, artikel 9")]
    [InlineData("FAM-5", null)]
    [InlineData("red-line-7", null)]
    public void A_rule_is_told_where_it_stands_or_that_it_is_our_own(string norm, string? place) => Assert.Equal(place, Source.Of(norm)!.Place);
}
