namespace Schakel.Web.Api;

/// <summary>The version of the interface (versie van de API): the full one in a header, the major one in the address.</summary>
public static class ApiVersion
{
    /// <summary>The whole version, as in the description and in the header <c>API-Version</c> of every answer.</summary>
    public const string Full = "1.0.0";

    /// <summary>Where version 1 begins.</summary>
    public const string Root = "/api/v1";

    /// <summary>The header that names the version on every answer (ADR core/version-header).</summary>
    public const string Header = "API-Version";
}
