using CsCheck;
using Schakel.Chain.Registration;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Registration;

public sealed class VNumberTests
{
    private static readonly Gen<int> Serials = Gen.Int[0, VNumber.MostSynthetic - 1];

    [Fact]
    public void A_synthetic_number_has_ten_digits_and_begins_with_nine() =>
        Serials.Sample(serial => Assert.Matches("^9[0-9]{9}$", VNumber.Synthetic(serial).ToString()));

    [Fact]
    public void What_is_written_reads_back() => Serials.Sample(serial =>
    {
        Assert.Equal(VNumberFault.None, VNumber.Parse(VNumber.Synthetic(serial).ToString(), out var read));
        Assert.Equal(VNumber.Synthetic(serial), read);
        Assert.True(VNumber.TryParse(read.Formatted, out var formatted));
        Assert.Equal(read, formatted);
    });

    [Fact]
    public void One_wrong_digit_is_found() =>
        Gen.Select(Serials, Gen.Int[0, 9], Gen.Int[1, 9]).Sample((serial, place, more) =>
        {
            var digits = VNumber.Synthetic(serial).ToString().ToCharArray();
            digits[place] = (char)('0' + ((digits[place] - '0' + more) % 10));
            Assert.Equal(VNumberFault.WrongCheckDigits, VNumber.Parse(new string(digits), out _));
        });

    [Fact]
    public void Two_neighbours_that_changed_places_are_found() =>
        Gen.Select(Serials, Gen.Int[0, 8]).Sample((serial, place) =>
        {
            var digits = VNumber.Synthetic(serial).ToString().ToCharArray();
            if (digits[place] != digits[place + 1])
            {
                (digits[place], digits[place + 1]) = (digits[place + 1], digits[place]);
                Assert.Equal(VNumberFault.WrongCheckDigits, VNumber.Parse(new string(digits), out _));
            }
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("900000001")]
    [InlineData("90000000111")]
    [InlineData("90000000x1")]
    [InlineData("９０００００００１１")]
    public void Ten_digits_are_ten_digits(string? text) => Assert.Equal(VNumberFault.NotTenDigits, VNumber.Parse(text, out _));

    [Fact]
    public void It_is_shown_in_groups() => Assert.Equal("900.000.0083", VNumber.Synthetic(0).Formatted);

    private static Given Identified() => AnAdult().Arrived("2024-01-15").Identified("2024-01-15");

    private static AssignVNumber Give(string number) => new(Officials.Police, number);

    [Fact]
    public void Whoever_is_identified_gets_a_number() =>
        Identified().When(Give("900.000.0083"), "2024-01-15").Then(new VNumberAssigned(VNumber.Synthetic(0)));

    [Fact]
    public void A_wrong_check_digit_is_refused() =>
        Identified().When(Give("9000000084"), "2024-01-15").ThenRefused("v-number.wrong-check-digits");

    [Fact]
    public void Nine_digits_are_refused() => Identified().When(Give("900000008"), "2024-01-15").ThenRefused("v-number.not-ten-digits");

    [Fact]
    public void Nobody_has_two() => Identified().Happened("2024-01-15", new VNumberAssigned(VNumber.Synthetic(0)))
        .When(Give("9000000083"), "2024-01-16").ThenRefused("v-number.already-assigned");

    [Fact]
    public void The_number_follows_identification() =>
        AnAdult().Arrived("2024-01-15").When(Give("9000000083"), "2024-01-15").ThenRefused("identification.missing");
}
