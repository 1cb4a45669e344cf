using Schakel.Norms;

namespace Schakel.Web.Workbench.Work;

/// <summary>Somebody with a day that matters (persoon met een dag).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Day">The day; null when there is none.</param>
/// <param name="Step">The step it is about; null when it is none.</param>
public sealed record DatedPerson(long Person, ShownPerson Who, Day? Day, Text? Step);
