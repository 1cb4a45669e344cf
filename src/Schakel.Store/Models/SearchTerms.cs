using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Schakel.Chain;
using Schakel.Chain.Registration;

namespace Schakel.Store.Models;

/// <summary>Turns what a person is found by into keyed hashes (zoektermen). The key stands with the other keys, apart from the data.</summary>
internal sealed class SearchTerms
{
    private const string FileName = "search.key";
    private readonly byte[] _key;
    private readonly Lazy<FrozenDictionary<long, CountryCode>> _countries;

    /// <summary>Makes terms with a key.</summary>
    /// <param name="key">The key.</param>
    public SearchTerms(byte[] key)
    {
        _key = key;
        _countries = new(HashCountries);
    }

    /// <summary>Which terms there are, and what is counted, by number; with other ones the models are rebuilt.</summary>
    public const int Version = 4;

    /// <summary>The key in a folder of keys; made where there is none. With another key the models are rebuilt.</summary>
    public static (SearchTerms Terms, bool Made) In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path))
        {
            return (new(File.ReadAllBytes(path)), false);
        }
        var made = RandomNumberGenerator.GetBytes(32);
        DurableFile.Write(path, made, onlyForOwner: true);
        return (new(made), true);
    }

    /// <summary>All terms of a file.</summary>
    public IReadOnlyList<long> Of(CaseFile file)
    {
        var registration = file.Registration;
        var terms = new List<long>();
        if (registration.VNumber is { } number)
        {
            terms.Add(OfNumber(number));
        }
        if (registration.Identity is { } identity)
        {
            foreach (var word in Words(identity.Names.Family, identity.Names.Given))
            {
                terms.Add(OfWord(word));
                terms.Add(OfSound(word));
            }
            terms.Add(OfBirth(identity.Born));
            if (identity.Nationality != CountryCode.Unknown)
            {
                terms.Add(OfCountry(identity.Nationality));
            }
        }
        else if (registration.Household.Value > 0)
        {
            terms.Add(OfBirth(PartialDate.Of(registration.Born)));
        }
        return terms;
    }

    /// <summary>Words of names.</summary>
    public static IEnumerable<string> Words(params string?[] names) => names.SelectMany(NameFolding.Words).Distinct();

    public long OfNumber(VNumber number) => Hash("v:" + number);

    public long OfWord(string word) => Hash("n:" + word);

    public long OfSound(string word) => Hash("s:" + NameFolding.Sound(word));

    public long OfBirth(PartialDate born) => Hash("d:" + born);

    /// <summary>Of the policy on a country people are counted by it, never listed.</summary>
    public long OfCountry(CountryCode country) => Hash("c:" + country);

    /// <summary>The countries by their terms: all codes there can be, hashed once.</summary>
    public FrozenDictionary<long, CountryCode> Countries => _countries.Value;

    private FrozenDictionary<long, CountryCode> HashCountries()
    {
        var all = new Dictionary<long, CountryCode>();
        for (var number = 1; CountryCode.WithNumber(number) is { } country; number++)
        {
            all[OfCountry(country)] = country;
        }
        return all.ToFrozenDictionary();
    }

    private long Hash(string term)
    {
        var bytes = Encoding.UTF8.GetBytes(term);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, bytes, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
