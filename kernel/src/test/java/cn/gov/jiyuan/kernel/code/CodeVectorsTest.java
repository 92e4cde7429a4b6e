package cn.gov.jiyuan.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real codes and the samples of the standards. */
class CodeVectorsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(strings = {"419001199003070015", "410881198506120021", "419001201808150047", "11010519491231002X"})
    void identityNumbersOfTheSamplesAreValid(String text) {
        assertThat(CitizenId.check(text, TODAY).valid()).isTrue();
        assertThat(CitizenId.parse(text, TODAY).value()).isEqualTo(text);
    }

    @Test
    void anIdentityNumberTellsBirthAndSexAndHidesItself() {
        CitizenId id = CitizenId.parse(" 11010519491231002x ", TODAY);

        assertThat(id.birth()).isEqualTo("1949-12-31");
        assertThat(id.gender()).isEqualTo(Gender.FEMALE);
        assertThat(id.ageOn(LocalDate.of(2026, 12, 30))).isEqualTo(76);
        assertThat(id.ageOn(LocalDate.of(2026, 12, 31))).isEqualTo(77);
        assertThat(id.masked()).isEqualTo("110***********002X");
        assertThat(id.toString()).isEqualTo(id.masked());
    }

    @Test
    void mostPeopleOfJiyuanCarryThePrefixOfItsOldCode() {
        CitizenId id = CitizenId.parse("410881198506120021", TODAY);

        assertThat(id.areaPrefix()).isEqualTo("410881");
    }

    @Test
    void anOldNumberOfFifteenDigitsBecomesOneOfEighteen() {
        assertThat(CitizenId.parse("110105491231002", TODAY).value()).isEqualTo("11010519491231002X");
        assertThat(CitizenId.check("110105491231002", TODAY).checks())
                .extracting(CodeCheck.Rule::name)
                .contains("旧号升位");
    }

    @Test
    void aBirthThatNeverWasOrIsStillToComeIsRefused() {
        String future = CitizenId.of("419001", LocalDate.of(2030, 1, 1), 1).value();

        assertThat(CitizenId.check("419001199002300010", TODAY).reason()).isEqualTo("第 7 至 14 位不是真实的日期");
        assertThat(CitizenId.check(future, TODAY).reason()).isEqualTo("出生日期晚于今天");
    }

    @Test
    void aRefusalNamesTheReasonAndDoesNotTellTheNumber() {
        assertThatThrownBy(() -> CitizenId.parse("419001199003070016", TODAY))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(KernelError.BAD_CODE);
                    assertThat(fault.arguments()).containsExactly("公民身份号码", "419***********0016", "校验位不符，号码可能有误写或颠倒");
                    assertThat(fault.getMessage()).doesNotContain("19900307");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11419001MB1A0001XQ",
                "11419001MB1A00028Q",
                "11419001MB1A00036K",
                "9144030071526726XG",
                "91330106673959654P",
                "11100000000013338W",
                "11110000000021135M"
            })
    void realCreditCodesAreValid(String text) {
        assertThat(Uscc.check(text).checks()).allMatch(CodeCheck.Rule::passed);
        assertThat(Uscc.parse(text.toLowerCase(java.util.Locale.ROOT)).value()).isEqualTo(text);
    }

    @Test
    void aCreditCodeTellsItsParts() {
        Uscc code = Uscc.parse("91330106673959654P");

        assertThat(code.categoryLabel()).isEqualTo("企业");
        assertThat(code.areaPrefix()).isEqualTo("330106");
        assertThat(code.organisationCode().hyphenated()).isEqualTo("67395965-4");
    }

    @Test
    void theOrganisationCodeOfThePlanIsValid() {
        assertThat(OrganisationCode.of("00569194").value()).isEqualTo("005691947");
        assertThat(OrganisationCode.parse("00569194-7").value()).isEqualTo("005691947");
        assertThat(OrganisationCode.check("005691948").valid()).isFalse();
    }

    @Test
    void itemCodesHaveTwelveThirtyOneAndThirtyThreePlaces() {
        var implementation = ItemImplementationCode.of(
                Uscc.parse("11419001MB1A00028Q"), 4, ItemCatalogueCode.of("00", "01", "31", 13, 0));

        assertThat(implementation.value()).isEqualTo("11419001MB1A00028Q4000131013000");
    }

    @Test
    void theRealItemCodeOfJiningIsValid() {
        ItemImplementationCode code = ItemImplementationCode.parse("11370800MB285591843370117002011");

        assertThat(code.level()).isEqualTo(3);
        assertThat(code.catalogue().value()).isEqualTo("370117002011");
        assertThat(code.catalogue().subItem()).isEqualTo("011");
        assertThat(ItemHandlingCode.of(code, 7).value()).hasSize(33).endsWith("07");
        assertThat(ItemHandlingCode.of(code, 7).sequence()).isEqualTo(7);
    }

    @Test
    void anItemCodeNamesThePlaceThatIsWrong() {
        assertThat(ItemImplementationCode.check("11370800MB285591848370117002011")
                        .reason())
                .isEqualTo("第 19 位行使层级应为 1 至 7");
        assertThat(ItemCatalogueCode.check("511A01380000").reason()).contains("旧编码");
        assertThat(ItemCatalogueCode.check("511Z07001006").valid()).isFalse();
        assertThat(ItemHandlingCode.check("11370800MB28559184337011700201100").reason())
                .isEqualTo("末两位应为 01 至 99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S",
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
                "1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3",
                "1.2.156.3005.2.11100000MB0341032Y002.11419001MB1A00028Q.2022000000000000123A.001.K"
            })
    void realLicenceIdentifiersAreValidAndPrintBack(String text) {
        assertThat(LicenceIdentifier.parse(text).text()).isEqualTo(text);
        assertThat(LicenceIdentifier.parse(text.substring("1.2.156.3005.2.".length()))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void theSampleOfIso7064HasItsCheckCharacter() {
        assertThat(CheckCharacters.mod37And36("A12425GABC1234002")).isEqualTo('M');
    }

    @Test
    void aChangedLicenceGetsTheNextVersion() {
        LicenceIdentifier first =
                LicenceIdentifier.parse("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U");

        assertThat(first.nextVersion().text()).endsWith(".20230000403.002.S");
        assertThat(first.nextVersion().isSameLicence(first)).isTrue();
    }

    @Test
    void aMobileNumberIsReadWithItsCountryAndShownMasked() {
        assertThat(MobileNumber.parse("+86 138-1234-5678").value()).isEqualTo("13812345678");
        assertThat(MobileNumber.parse("13812345678").masked()).isEqualTo("138****5678");
        assertThat(MobileNumber.check("12812345678").valid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.2.156.3005.2.", "....", "419001", "１２３", "🙂🙂🙂🙂🙂🙂🙂🙂🙂", "\u0000"})
    void noiseIsRefusedByEveryKindWithAReason(String noise) {
        for (CodeKind kind : CodeKind.values()) {
            CodeCheck check = kind.check(noise, TODAY);
            assertThat(check.valid()).isFalse();
            assertThat(check.reason()).isNotBlank();
            assertThat(kind.shown(noise)).isNotNull();
        }
    }
}
