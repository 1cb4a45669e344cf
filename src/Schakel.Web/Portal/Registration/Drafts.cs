using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Schakel.Web.Portal.Registration;

/// <summary>
/// Half a form, kept until somebody goes on (bewaard concept). It is sealed under the code that its owner was given and that is written
/// down nowhere here: whoever holds the disk can read none. After thirty days, or when the form was sent, it is gone.
/// </summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="time">Real time.</param>
internal sealed class Drafts(string folder, TimeProvider time)
{
    public const int Days = 30;
    private const string Letters = "23456789BCDFGHJKMNPQRSTVWXYZ"; // None that are read as another, and no vowels.
    private const int CodeLength = 12;
    private const int MostKept = 50_000;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Keeps answers.</summary>
    /// <returns>The code; null when there is no room.</returns>
    public string? Keep(IReadOnlyDictionary<string, string> answers)
    {
        Directory.CreateDirectory(folder);
        Forget();
        if (Directory.EnumerateFiles(folder).Take(MostKept).Count() == MostKept)
        {
            return null;
        }
        var code = RandomNumberGenerator.GetString(Letters, CodeLength);
        var plain = JsonSerializer.SerializeToUtf8Bytes(answers);
        var (name, key) = Split(code);
        var sealedDraft = new byte[NonceSize + TagSize + plain.Length];
        var nonce = sealedDraft.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(nonce, plain, sealedDraft.AsSpan(NonceSize + TagSize), sealedDraft.AsSpan(NonceSize, TagSize));
        File.WriteAllBytes(Path.Combine(folder, name), sealedDraft);
        return string.Join('-', code.Chunk(4).Select(part => new string(part)));
    }

    /// <summary>The answers under a code; null when there are none, or no more.</summary>
    public Dictionary<string, string>? Find(string code)
    {
        if (PathOf(code) is not { } path || !File.Exists(path) || IsOld(path))
        {
            return null;
        }
        var sealedDraft = File.ReadAllBytes(path);
        var plain = new byte[sealedDraft.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(Split(Clean(code)).Key, TagSize);
        cipher.Decrypt(sealedDraft.AsSpan(0, NonceSize), sealedDraft.AsSpan(NonceSize + TagSize), sealedDraft.AsSpan(NonceSize, TagSize), plain);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(plain);
    }

    /// <summary>Throws a draft away: it was sent.</summary>
    public void Drop(string code)
    {
        if (PathOf(code) is { } path)
        {
            File.Delete(path);
        }
    }

    private string? PathOf(string code) => Clean(code) is { Length: CodeLength } clean ? Path.Combine(folder, Split(clean).Name) : null;

    private static string Clean(string code) => new([.. code.ToUpperInvariant().Where(letter => Letters.Contains(letter, StringComparison.Ordinal))]);

    // Name and key come from the code, neither from the other.
    private static (string Name, byte[] Key) Split(string code)
    {
        var both = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(code), 64, info: "schakel/concept"u8.ToArray());
        return (Convert.ToHexStringLower(both.AsSpan(32)), both[..32]);
    }

    private bool IsOld(string path) => time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) > TimeSpan.FromDays(Days);

    private void Forget()
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(IsOld).ToList())
        {
            File.Delete(path);
        }
    }
}
