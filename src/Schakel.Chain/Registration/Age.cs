using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>Age and majority (leeftijd): of age from the eighteenth birthday (BW 1:233).</summary>
public static class Age
{
    private const int Majority = 18;

    /// <summary>The first day of age: the eighteenth birthday.</summary>
    /// <param name="born">Date of birth.</param>
    public static Day ComesOfAge(Day born) => born.PlusYears(Majority);

    /// <summary>Whether someone is a minor on that day; the eighteenth birthday itself is the first day of age.</summary>
    /// <param name="born">Date of birth.</param>
    /// <param name="day">The day asked about.</param>
    public static bool IsMinor(Day born, Day day) => day < born.PlusYears(Majority);
}
