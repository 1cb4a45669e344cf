using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Schakel.Web.SignIn;

/// <summary>For whom a code is: an applicant, or the lawyer of a file (voor wie).</summary>
/// <param name="Function">Code of the function.</param>
/// <param name="File">Number of the file.</param>
public readonly record struct CodeHolder(string Function, long File);

/// <summary>
/// One-time codes by which an applicant or lawyer signs in with a case number (eenmalige codes). A code serves once, for ten minutes; after
/// five wrong ones nothing is accepted for that number for a quarter of an hour. Whether a number exists shows in no answer and in no time.
/// </summary>
/// <param name="clock">Real time.</param>
public sealed class OneTimeCodes(TimeProvider clock)
{
    /// <summary>How long a code serves.</summary>
    public static readonly TimeSpan Serves = TimeSpan.FromMinutes(10);

    /// <summary>How long nothing is accepted after too many wrong codes.</summary>
    public static readonly TimeSpan Rests = TimeSpan.FromMinutes(15);

    /// <summary>Wrong codes before that.</summary>
    public const int MostWrong = 5;

    private const int MostKept = 100_000;
    private const int Digits = 8;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32); // Of this process: a code does not outlive it.
    private readonly Lock _turn = new();
    private readonly Dictionary<CodeHolder, (byte[]? Hash, DateTimeOffset Until, int Wrong, DateTimeOffset WrongUntil)> _codes = [];

    /// <summary>Makes a code; an earlier one for the same holder no longer serves.</summary>
    /// <param name="holder">For whom.</param>
    /// <returns>Eight digits.</returns>
    public string Make(CodeHolder holder)
    {
        var code = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        lock (_turn)
        {
            Forget();
            var there = _codes.GetValueOrDefault(holder);
            _codes[holder] = (HashOf(holder, code), clock.GetUtcNow() + Serves, there.Wrong, there.WrongUntil);
        }
        return code;
    }

    /// <summary>Takes a code: true once, when it is the one that was made and still serves.</summary>
    /// <param name="holder">Who says to have it.</param>
    /// <param name="code">The code, spaces allowed.</param>
    public bool Take(CodeHolder holder, string? code)
    {
        var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit).Take(Digits + 1)]);
        var given = HashOf(holder, digits);
        var now = clock.GetUtcNow();
        lock (_turn)
        {
            Forget();
            var there = _codes.GetValueOrDefault(holder);
            var wrong = there.WrongUntil > now ? there.Wrong : 0;
            // Compared in constant time, also with nothing: an unknown number takes as long as a known one.
            var equal = CryptographicOperations.FixedTimeEquals(given, there.Hash ?? _key);
            if (equal && there.Hash is not null && there.Until > now && wrong < MostWrong)
            {
                _codes.Remove(holder);
                return true;
            }
            _codes[holder] = (there.Hash, there.Until, wrong + 1, wrong + 1 >= MostWrong && wrong < MostWrong || there.WrongUntil <= now ? now + Rests : there.WrongUntil);
            return false;
        }
    }

    private byte[] HashOf(CodeHolder holder, string code) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{holder.Function}/{holder.File}/{code}")));

    // What serves no more is forgotten; when somebody fills the memory, all is, which costs people a new code and nothing else.
    private void Forget()
    {
        if (_codes.Count < MostKept)
        {
            return;
        }
        var now = clock.GetUtcNow();
        foreach (var (holder, _) in _codes.Where(each => each.Value.Until <= now && each.Value.WrongUntil <= now).ToList())
        {
            _codes.Remove(holder);
        }
        if (_codes.Count >= MostKept)
        {
            _codes.Clear();
        }
    }
}
