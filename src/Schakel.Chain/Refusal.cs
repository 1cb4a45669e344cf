using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>
/// Why a command is not carried out (weigering): a value, never an exception. Each rule that forbids is declared once, as a static
/// refusal beside the subject it guards; where a date decides, <see cref="On"/> gives a copy that names it.
/// </summary>
public sealed class Refusal
{
    private const string BoundaryMark = "{0}";
    private readonly string _dutch;
    private readonly string _english;

    /// <summary>Declares a rule that forbids.</summary>
    /// <param name="code">Stable code: subject, full stop, reason, in kebab case.</param>
    /// <param name="norm">Id of the norm, article of law, dossier code or red line that forbids; <c>fact</c> when only the facts do.</param>
    /// <param name="dutch">Sentence in Dutch; <c>{0}</c> stands for the date that decides, if any.</param>
    /// <param name="english">Sentence in English, likewise.</param>
    public Refusal(string code, string norm, string dutch, string english)
        : this(code, norm, dutch, english, null, null)
    {
    }

    private Refusal(string code, string norm, string dutch, string english, Day? boundary, PersonId? person)
    {
        Code = code;
        Norm = norm;
        _dutch = dutch;
        _english = english;
        Boundary = boundary;
        Person = person;
    }

    /// <summary>Stable code, such as <c>interview.rest-period-runs</c>.</summary>
    public string Code { get; }

    /// <summary>What forbids: the id of a norm, an article, a dossier code, a red line, or <c>fact</c>.</summary>
    public string Norm { get; }

    /// <summary>The date that decides, when there is one.</summary>
    public Day? Boundary { get; }

    /// <summary>
    /// The person it is about or points to, when that is not the one acted on: the member of a household who is refused, the file that
    /// goes on after a merge. The sentences do not name them: whoever shows the refusal knows what the reader may see.
    /// </summary>
    public PersonId? Person { get; }

    /// <summary>What a person is told in Dutch, the date filled in.</summary>
    public string Dutch => Fill(_dutch);

    /// <summary>What a person is told in English, the date filled in.</summary>
    public string English => Fill(_english);

    /// <summary>The same refusal, naming the date that decides (first or last day, as the sentence says).</summary>
    /// <param name="boundary">That date.</param>
    public Refusal On(Day boundary) => new(Code, Norm, _dutch, _english, boundary, Person);

    /// <summary>The same refusal, naming the person it is about or points to.</summary>
    /// <param name="person">That person.</param>
    public Refusal About(PersonId person) => new(Code, Norm, _dutch, _english, Boundary, person);

    private string Fill(string sentence) => Boundary is { } day
        ? sentence.Replace(BoundaryMark, day.ToString(), StringComparison.Ordinal)
        : sentence;
}
