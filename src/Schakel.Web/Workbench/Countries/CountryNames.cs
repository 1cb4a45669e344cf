using System.Collections.Frozen;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Web.Workbench.Countries;

/// <summary>What people call a country (naam van een land): those from which people come most; of another one its code is its name.</summary>
public static class CountryNames
{
    private const string Table = """
        AFG=Afghanistan|AGO=Angola|ALB=Albanië/Albania|ARM=Armenië/Armenia|AZE=Azerbeidzjan/Azerbaijan|BDI=Burundi|BGD=Bangladesh|BLR=Belarus|BFA=Burkina Faso|BIH=Bosnië en Herzegovina/Bosnia and Herzegovina
        BRA=Brazilië/Brazil|CHN=China|CIV=Ivoorkust/Ivory Coast|CMR=Kameroen/Cameroon|COD=Congo (Democratische Republiek)/Congo (Democratic Republic)|COL=Colombia|CUB=Cuba|DZA=Algerije/Algeria
        EGY=Egypte/Egypt|ERI=Eritrea|ETH=Ethiopië/Ethiopia|GEO=Georgië/Georgia|GHA=Ghana|GIN=Guinee/Guinea|GMB=Gambia|HTI=Haïti/Haiti|IND=India|IRN=Iran|IRQ=Irak/Iraq|JAM=Jamaica|JOR=Jordanië/Jordan
        KAZ=Kazachstan/Kazakhstan|KEN=Kenia/Kenya|KGZ=Kirgizië/Kyrgyzstan|LBN=Libanon/Lebanon|LBR=Liberia|LBY=Libië/Libya|LKA=Sri Lanka|MAR=Marokko/Morocco|MDA=Moldavië/Moldova|MKD=Noord-Macedonië/North Macedonia
        MLI=Mali|MMR=Myanmar|MNG=Mongolië/Mongolia|NER=Niger|NGA=Nigeria|NIC=Nicaragua|NPL=Nepal|PAK=Pakistan|PER=Peru|PSE=Palestijnse gebieden/Palestinian territories|RUS=Rusland/Russia|RWA=Rwanda
        SDN=Sudan|SEN=Senegal|SLE=Sierra Leone|SLV=El Salvador|SOM=Somalië/Somalia|SRB=Servië/Serbia|SSD=Zuid-Sudan/South Sudan|SUR=Suriname|SYR=Syrië/Syria|TCD=Tsjaad/Chad|TGO=Togo|TJK=Tadzjikistan/Tajikistan
        TUN=Tunesië/Tunisia|TUR=Turkije/Türkiye|UGA=Oeganda/Uganda|UKR=Oekraïne/Ukraine|UZB=Oezbekistan/Uzbekistan|VEN=Venezuela|VNM=Vietnam|XKX=Kosovo|XXA=staatloos/stateless|XXX=onbekend/not known|YEM=Jemen/Yemen|ZWE=Zimbabwe
        """;

    private static readonly FrozenDictionary<string, Text> Known = Table.Split(['\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1].Split('/') is [var dutch, var english] ? new Text(dutch, english) : new Text(pair[1], pair[1]));

    /// <summary>The codes that have a name here, for a list to choose from.</summary>
    public static IEnumerable<string> Codes => Known.Keys.Order(StringComparer.Ordinal);

    /// <summary>What people call a country.</summary>
    /// <param name="country">The country.</param>
    public static Text Of(CountryCode country) => Known.TryGetValue(country.ToString(), out var name) ? name : new(country.ToString(), country.ToString());
}
