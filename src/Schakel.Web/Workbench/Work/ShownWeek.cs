using Schakel.Norms;

namespace Schakel.Web.Workbench.Work;

/// <summary>A count of a week (aantal per week).</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Count">How many; absent when so few that they are not told.</param>
public sealed record ShownWeek(Day Monday, long? Count);
