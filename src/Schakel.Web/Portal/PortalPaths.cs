using Schakel.Web.SignIn;

namespace Schakel.Web.Portal;

/// <summary>Addresses of the portal (adressen). No number of a person stands in any.</summary>
public static class PortalPaths
{
    /// <summary>Begin.</summary>
    public const string Home = "/";

    /// <summary>Where am I (waar sta ik).</summary>
    public const string Where = "/mijn-zaak";

    /// <summary>How long (hoe lang).</summary>
    public const string HowLong = "/mijn-zaak/hoe-lang";

    /// <summary>Rights and duties (rechten en plichten).</summary>
    public const string Rights = "/mijn-zaak/rechten";

    /// <summary>Own contribution (eigen bijdrage).</summary>
    public const string Contribution = "/mijn-zaak/rechten/eigen-bijdrage";

    /// <summary>Do it myself (zelf regelen).</summary>
    public const string Do = "/mijn-zaak/regelen";

    /// <summary>Messages (berichten).</summary>
    public const string Messages = "/mijn-zaak/berichten";

    /// <summary>Appointments and last days for the calendar of a phone (agendabestand).</summary>
    public const string Calendar = "/mijn-zaak/berichten/agenda.ics";

    /// <summary>My file (dossier).</summary>
    public const string File = "/mijn-zaak/dossier";

    /// <summary>A copy of it for a machine (kopie).</summary>
    public const string Copy = "/mijn-zaak/dossier/kopie.json";

    /// <summary>A copy of it for people, as PDF.</summary>
    public const string CopyPdf = "/mijn-zaak/dossier/kopie.pdf";

    /// <summary>Contents of one's own documents (eigen documenten); the number follows.</summary>
    public const string Documents = "/mijn-zaak/dossier/documenten";

    /// <summary>Register in advance (vooraanmelding).</summary>
    public const string PreRegister = "/vooraf-aanmelden";

    /// <summary>Help (hulp).</summary>
    public const string Help = "/hulp";

    /// <summary>Accessibility (toegankelijkheid).</summary>
    public const string Accessibility = "/toegankelijkheid";
}

/// <summary>Where one signs in and out (aanmelden en afmelden).</summary>
public static class SignInPaths
{
    /// <summary>Sign in as an applicant; <c>terug</c> says where to go after it.</summary>
    public const string SignIn = "/mijn-zaak/aanmelden";

    /// <summary>Sign in, for everybody.</summary>
    public const string Everybody = Sessions.Path;

    /// <summary>Takes case number and code.</summary>
    public const string Code = Sessions.Path + "/code";

    /// <summary>Gives a code in the demonstration.</summary>
    public const string ExampleCode = Sessions.Path + "/voorbeeldcode";

    /// <summary>Sign out.</summary>
    public const string SignOut = "/afmelden";

    /// <summary>Sign in at the issuer, and come back.</summary>
    /// <param name="path">A path of this site.</param>
    public static string AtIssuer(string path) => $"{Sessions.Path}/organisatie?{Sessions.ReturnParameter}={Uri.EscapeDataString(path)}";

    /// <summary>Sign in, and come back.</summary>
    /// <param name="path">A path of this site.</param>
    public static string AndBack(string path) => $"{SignIn}?terug={Uri.EscapeDataString(path)}";
}
