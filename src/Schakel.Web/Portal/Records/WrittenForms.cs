using Schakel.Chain.Partners;
using Schakel.Chain.Records;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.Portal.Records;

/// <summary>Asking something, and having something corrected (vraag, rectificatie): in one's own words, for one reader.</summary>
public static class WrittenForms
{
    private const int MostCharacters = 1000;

    /// <summary>Ask a partner something.</summary>
    public static PortalForm Question { get; } = new("vraag", "question", "ask-question",
        [
            new("aan", FieldKind.Choice, "question.to") { Options = [.. Enum.GetValues<Addressee>().Select(each => (each.ToString(), $"question.{Kebab.Of(each)}"))] },
            new("vraag", FieldKind.Words, "question.text") { Help = "question.text-help", Most = MostCharacters },
        ],
        answers => new AskQuestion(Enum.Parse<Addressee>(answers["aan"]), answers["vraag"]))
    {
        Before = ["common.no-consequence"],
    };

    /// <summary>Ask to correct what is recorded.</summary>
    public static PortalForm Correction { get; } = new("verbeteren", "correct", "request-correction",
        [
            new("wat", FieldKind.Choice, "correct.what") { Options = [.. Enum.GetValues<CorrectionSubject>().Select(each => (each.ToString(), $"correct.{Kebab.Of(each)}"))] },
            new("tekst", FieldKind.Words, "correct.text") { Help = "correct.text-help", Most = MostCharacters },
        ],
        answers => new RequestCorrection(Enum.Parse<CorrectionSubject>(answers["wat"]), answers["tekst"]));
}
