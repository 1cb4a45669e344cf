namespace Schakel.Rehearsal.Calibration;

/// <summary>Linear equations with a symmetric positive matrix (Cholesky).</summary>
internal static class Symmetric
{
    /// <summary>Solves matrix · x = right. The ridge makes every matrix of a fit positive.</summary>
    /// <exception cref="ArgumentException">The matrix is not positive definite.</exception>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        var lower = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }

                if (i == j && !(sum > 0))
                {
                    throw new ArgumentException("The matrix is not positive definite.", nameof(matrix));
                }

                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }
        }

        var x = new double[n];
        for (var i = 0; i < n; i++)
        {
            x[i] = right[i];
            for (var k = 0; k < i; k++)
            {
                x[i] -= lower[i, k] * x[k];
            }

            x[i] /= lower[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                x[i] -= lower[k, i] * x[k];
            }

            x[i] /= lower[i, i];
        }

        return x;
    }
}
