using Microsoft.Extensions.Options;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Gateway.Tests.Identity;

public sealed class PasswordTests
{
    private static readonly Account Account = new(Door.Login, Door.Park, Door.Person, null, Sample: false, default);

    [Fact]
    public void A_hash_is_pbkdf2_with_sha512_and_at_least_210000_iterations()
    {
        // Identity's format 3: a marker, the PRF (2 is HMAC-SHA512) and the iterations, each four bytes big-endian.
        var bytes = Convert.FromBase64String(New(210_000).Hash(Door.Password));

        Assert.Equal(1, bytes[0]);
        Assert.Equal(2u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)));
        Assert.Equal(210_000u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)));
    }

    [Fact]
    public void A_hash_of_fewer_iterations_is_right_but_made_anew()
    {
        var old = Account with { PasswordHash = New(210_000).Hash(Door.Password) };

        Assert.Equal(PasswordCheck.RightButHashedWeakly, New(220_000).Check(old, Door.Password));
    }

    [Fact]
    public void Nobodys_password_is_compared_too_and_is_wrong()
    {
        Assert.Equal(PasswordCheck.Wrong, New(210_000).Check(null, Door.Password));
        Assert.Equal(PasswordCheck.Wrong, New(210_000).Check(Account, Door.Password));
    }

    [Theory]
    [InlineData("eleven char", false)]
    [InlineData("twelve chars", true)]
    [InlineData("汉字汉字汉字汉字汉字汉字", true)]
    [InlineData("panzhihua.officer-a!", false)]
    public void The_default_profile_asks_for_length_alone(string password, bool good) =>
        Assert.Equal(good, PasswordProfile.Asvs.Fault(Door.Login, password) is null);

    [Theory]
    [InlineData(nameof(IdentitySettings.PasswordIterations), 100_000)]
    [InlineData(nameof(IdentitySettings.AttemptsPerAccount), 0)]
    public void Settings_below_the_floor_are_refused_at_start(string setting, int value)
    {
        var settings = new IdentitySettings();
        typeof(IdentitySettings).GetProperty(setting)!.SetValue(settings, value);

        Assert.NotEmpty(settings.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(settings)));
    }

    private static Passwords New(int iterations) => new(Options.Create(new IdentitySettings { PasswordIterations = iterations }));
}
