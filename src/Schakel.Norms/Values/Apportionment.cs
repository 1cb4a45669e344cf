using System.Collections.Immutable;

namespace Schakel.Norms;

/// <summary>Rounding that keeps the total (verdeling met grootste resten): whole things over weights.</summary>
internal static class Apportionment
{
    /// <summary>Things per weight, which add up to the total; equal remainders go to the weight that stands first.</summary>
    /// <param name="weights">Weights, none negative.</param>
    /// <param name="total">Things to give, 0 or more.</param>
    /// <returns>Things in the order of the weights; all 0 when nothing weighs anything.</returns>
    internal static ImmutableArray<int> Rounded(ReadOnlySpan<decimal> weights, int total)
    {
        var sum = 0m;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var given = new int[weights.Length];
        if (sum == 0m)
        {
            return [.. given];
        }

        var remainders = new decimal[weights.Length];
        var left = total;
        for (var index = 0; index < given.Length; index++)
        {
            var exact = total * weights[index] / sum;
            given[index] = (int)decimal.Floor(exact);
            remainders[index] = exact - given[index];
            left -= given[index];
        }

        foreach (var index in Enumerable.Range(0, given.Length).OrderByDescending(index => remainders[index]).ThenBy(index => index).Take(left))
        {
            given[index]++;
        }

        return [.. given];
    }
}
