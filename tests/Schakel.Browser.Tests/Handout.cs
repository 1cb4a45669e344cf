using System.Globalization;

namespace Schakel.Browser;

/// <summary>
/// Hands out files (uitdeling): no test is given the file of a household of which another was given one. So they may run in any order, and at
/// the same time, in one demonstration.
/// </summary>
public sealed class Handout(RunningChain chain) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<long> _given = [];

    /// <summary>The first of these that nobody has, and that fits.</summary>
    /// <param name="candidates">Numbers of files.</param>
    /// <param name="fits">What it has to be; asked only of those that nobody has.</param>
    public async Task<long> TakeAsync(IEnumerable<long> candidates, Func<long, Task<bool>>? fits = null)
    {
        var seen = 0;
        foreach (var file in candidates)
        {
            seen++;
            if (await TryTakeAsync(file, fits))
            {
                return file;
            }
        }
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"None of {seen} files fits: the demonstration is too small for this test."));
    }

    /// <summary>Takes this one, unless another test has it or it does not fit.</summary>
    public async Task<bool> TryTakeAsync(long file, Func<long, Task<bool>>? fits = null)
    {
        await _turn.WaitAsync();
        try
        {
            var household = (await chain.ReadAsync($"/zaken/{file.ToString(CultureInfo.InvariantCulture)}", "coa-medewerker"))["gezin"]?["huishouden"]?.GetValue<long>() ?? -file;
            return !_given.Contains(household) && (fits is null || await fits(file)) && _given.Add(household);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
