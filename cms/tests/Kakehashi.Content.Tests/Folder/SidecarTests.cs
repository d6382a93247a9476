using Kakehashi.Content.Folder;

namespace Kakehashi.Content.Tests.Folder;

public sealed class SidecarTests
{
    [Theory]
    [InlineData("図: \"水位\" #1", false, "")]
    [InlineData("", true, "")]
    [InlineData("", false, "true")]
    public void A_sidecar_read_back_says_the_same(string alt, bool decorative, string title)
    {
        var sidecar = new Sidecar(alt, decorative, title);
        var (said, problems) = Sidecar.Read("media/a.yaml", sidecar.Write(), isPicture: title.Length == 0);
        Assert.Empty(problems);
        Assert.Equal(sidecar, said);
    }
}
