using Schakel.Chain;

namespace Schakel.Store.Acts;

/// <summary>Why an act as a whole is refused (weigering van een handeling).</summary>
public static class ActRefusals
{
    /// <summary>The day lies after today.</summary>
    public static readonly Refusal InTheFuture = new(
        "act.in-the-future", "fact",
        "De dag van de handeling ligt na vandaag ({0}).",
        "The day of the act lies after today ({0}).");

    /// <summary>The key was used for something else.</summary>
    public static readonly Refusal KeyUsedOtherwise = new(
        "act.key-used-otherwise", "fact",
        "Deze sleutel is al gebruikt voor een handeling met een andere inhoud. Gebruik een nieuwe sleutel.",
        "This key was used for an act with another content. Use a new key.");

    /// <summary>Nothing to do.</summary>
    public static readonly Refusal Empty = new(
        "act.empty", "fact",
        "De handeling bevat geen opdracht.",
        "The act holds no command.");

    /// <summary>Too much to do.</summary>
    public static readonly Refusal TooLarge = new(
        "act.too-large", "fact",
        "De handeling bevat meer dan 1.000 opdrachten; deel haar op.",
        "The act holds more than 1,000 commands; split it.");

    /// <summary>A ground of a length that is a document.</summary>
    public static readonly Refusal GroundTooLong = new(
        "act.ground-too-long", "fact",
        "De grond is langer dan 500 tekens; zet een toelichting in het dossierstuk.",
        "The ground is longer than 500 characters; an explanation belongs in the document.");

    /// <summary>The address and the command do not fit.</summary>
    public static readonly Refusal WrongAddress = new(
        "act.wrong-address", "fact",
        "Deze opdracht hoort niet bij dit adres: een dossieropdracht gaat naar een dossier, een locatieopdracht naar een locatie.",
        "This command does not fit its address: a command on a file goes to a file, one on a site to a site.");

    /// <summary>Half of something.</summary>
    public static readonly Refusal Companion = new(
        "act.companion-alone", "fact",
        "Deze opdracht hoort bij een opdracht op een dossier en wordt daarmee vanzelf uitgevoerd; los kan zij niet.",
        "This command goes with a command on a file and is carried out with it; it cannot be given alone.");

    /// <summary>A number of two files.</summary>
    public static readonly Refusal NumberOfAnother = new(
        "v-number.of-another-file", "fact",
        "Een V-nummer hoort bij één persoon, en een ander dossier heeft dit nummer al. Is het dezelfde persoon, voeg de dossiers dan samen; zo niet, controleer het nummer.",
        "A V-number is one person's, and another file has this number already. If it is the same person, merge the files; if not, check the number.");

    /// <summary>The key of the person was erased.</summary>
    public static readonly Refusal Erased = new(
        "file.erased", "fact",
        "De inhoud van dit dossier is gewist.",
        "The content of this file has been erased.");
}
