using System.Collections.Frozen;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Forms;

/// <summary>
/// Why something that a person sent was not done, in their own language (weigering in eigen woorden). Every rule that can forbid what the forms
/// send has a text; the case file's own sentence is the official one.
/// </summary>
public static class RefusalWords
{
    // What a form says already about an answer, a refusal for the same reason says in the same words.
    private static readonly FrozenDictionary<string, (string Key, int? Most)> Others = new Dictionary<string, (string, int?)>
    {
        ["act.no-official"] = ("error.not-yours", null),
        ["act.not-empowered"] = ("error.not-yours", null),
        ["activity.none"] = ("error.choose", null),
        ["capacity.not-stated"] = ("refusal.not-stated", null),
        ["correction-request.empty"] = ("error.fill", null),
        ["correction-request.too-long"] = ("error.too-long", 1000),
        ["document.no-file"] = ("error.file-missing", null),
        ["document.too-long"] = ("error.too-long", 100),
        ["file.already-open"] = ("common.not-now", null),
        ["file.not-opened"] = ("common.not-now", null),
        ["interview.dialect-too-long"] = ("error.too-long", 100),
        ["person.gone"] = ("where.now.gone", null),
        ["placement.municipality-unknown"] = ("error.municipality", null),
        ["placement.not-stated"] = ("refusal.not-stated", null),
        ["pre-registration.reach-too-long"] = ("error.too-long", PreRegistrations.MostReach),
        ["pre-registration.wrong-children"] = ("pre.children-range", null),
        ["pre-registration.wrong-number"] = ("pre.persons-range", null),
        ["preferences.days"] = ("error.choose", null),
        ["question.empty"] = ("error.fill", null),
        ["question.too-long"] = ("error.too-long", 1000),
        ["support.no-consent"] = ("error.confirm", null),
        ["support.not-one"] = ("error.choose", null),
    }.ToFrozenDictionary();

    /// <summary>Key of the text; null of a refusal that nothing in the forms leads to.</summary>
    /// <param name="code">Code of the refusal.</param>
    public static string? KeyOf(string code) =>
        Others.TryGetValue(code, out var other) ? other.Key : $"refusal.{code}" is var key && Speech.Knows(key) ? key : null;

    /// <summary>The values of the text: the date that decides, and the bound.</summary>
    /// <param name="refusal">The refusal.</param>
    public static (string Name, object? Value)[] PutOf(Refusal refusal) => [("date", refusal.Boundary), ("count", Others.GetValueOrDefault(refusal.Code).Most)];
}
