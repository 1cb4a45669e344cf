using Schakel.Chain.Registration;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.PortalPages;

public sealed class BornTests
{
    [Theory]
    [InlineData("1983-07-21", "21 juli 1983")]
    [InlineData("1983-07", "juli 1983")]
    [InlineData("1983", "1983")]
    public void A_date_of_birth_is_told_as_far_as_it_is_known(string known, string told)
    {
        Assert.True(PartialDate.TryParse(known, out var date));
        Assert.Equal(told, new Speech(PortalLanguage.Official).Born(date));
    }
}
