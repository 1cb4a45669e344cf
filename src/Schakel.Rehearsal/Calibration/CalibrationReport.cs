namespace Schakel.Rehearsal.Calibration;
/// <summary>tmp</summary>
public static class CalibrationReport
{
    /// <summary>tmp</summary>
    public static string Text(CalibrationOutcome outcome) => outcome.DataHash;
}
