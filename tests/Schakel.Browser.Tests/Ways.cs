namespace Schakel.Browser;

/// <summary>In which language and on what a journey is made (manieren): one way in a short run, all of them in a long one.</summary>
public static class Ways
{
    /// <summary>A journey of an applicant: in Dutch and in Arabic, at a desk and on a phone.</summary>
    /// <param name="language">Its language in a short run.</param>
    /// <param name="device">Its device in a short run.</param>
    public static TheoryData<string, string> OfApplicants(string language, string device) => Of(language, device, [("nl", "phone"), ("nl", "desktop"), ("ar", "phone"), ("ar", "desktop")]);

    /// <summary>A journey of who works in the chain: in Dutch at a desk and on a phone.</summary>
    public static TheoryData<string, string> OfOfficials() => Of("nl", "desktop", [("nl", "desktop"), ("nl", "phone")]);

    /// <summary>The same, and in English.</summary>
    public static TheoryData<string, string> OfOfficialsAndInEnglish() => Of("nl", "desktop", [("nl", "desktop"), ("nl", "phone"), ("en", "desktop")]);

    /// <summary>A device by its name.</summary>
    /// <param name="name">The name.</param>
    public static Device DeviceOf(string name) => Device.Both.Single(each => each.Name == name);

    private static TheoryData<string, string> Of(string language, string device, (string Language, string Device)[] all)
    {
        var ways = new TheoryData<string, string>();
        foreach (var each in Round.IsLong ? all : [(language, device)])
        {
            ways.Add(each.Item1, each.Item2);
        }
        return ways;
    }
}
