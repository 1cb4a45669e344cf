using System.Reflection;
using Schakel.Rehearsal.Results;

namespace Schakel.Commands;

/// <summary>Which program this is.</summary>
internal static class About
{
    /// <summary>Version, with the commit when it was built from one.</summary>
    public static string Version { get; } =
        typeof(About).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Where the code is and under which licence.</summary>
    public static Bilingual Code { get; } = new("Schakel, broncode onder EUPL-1.2", "Schakel, source code under EUPL-1.2");
}
