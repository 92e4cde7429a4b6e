package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.MobileNumber;
import cn.gov.jiyuan.kernel.error.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a person on a day (人口信息), in clear: only for code that keeps or compares it.
 *
 * @param gender code of GB/T 2261.1, empty if unknown
 * @param areaCode where the person lives, empty if unknown
 * @param marital code of GB/T 2261.2, empty if unknown
 */
record PersonFacts(
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable LocalDate birth,
        String gender,
        @Nullable String phone,
        @Nullable String address,
        @Nullable UUID addrId,
        String areaCode,
        String marital,
        @Nullable LocalDate diedOn) {
    /** Fields that a department may change, in the order of the page. */
    static final List<String> FIELDS =
            List.of("name", "idNumber", "gender", "birth", "phone", "address", "areaCode", "marital", "diedOn");

    static final PersonFacts NOTHING = new PersonFacts(null, null, null, "", null, null, null, "", "", null);

    @Nullable
    String get(String field) {
        return switch (field) {
            case "name" -> name;
            case "idNumber" -> idNumber;
            case "gender" -> gender;
            case "birth" -> text(birth);
            case "phone" -> phone;
            case "address" -> address;
            case "areaCode" -> areaCode;
            case "marital" -> marital;
            case "diedOn" -> text(diedOn);
            default -> throw new Fault(RegistersError.UNKNOWN_FIELD, field);
        };
    }

    /** With one field changed; a new number also tells gender and day of birth. */
    PersonFacts with(String field, String value, LocalDate today) {
        String v = value.strip();
        return switch (field) {
            case "name" ->
                new PersonFacts(
                        demanded(field, v), idNumber, birth, gender, phone, address, addrId, areaCode, marital, diedOn);
            case "idNumber" -> withNumber(CitizenId.parse(v, today));
            case "gender" ->
                new PersonFacts(name, idNumber, birth, v, phone, address, addrId, areaCode, marital, diedOn);
            case "birth" ->
                new PersonFacts(
                        name, idNumber, day(field, v), gender, phone, address, addrId, areaCode, marital, diedOn);
            case "phone" ->
                new PersonFacts(
                        name,
                        idNumber,
                        birth,
                        gender,
                        v.isEmpty() ? null : MobileNumber.parse(v).value(),
                        address,
                        addrId,
                        areaCode,
                        marital,
                        diedOn);
            case "address" ->
                new PersonFacts(
                        name, idNumber, birth, gender, phone, v.isEmpty() ? null : v, null, areaCode, marital, diedOn);
            case "areaCode" ->
                new PersonFacts(name, idNumber, birth, gender, phone, address, addrId, v, marital, diedOn);
            case "marital" ->
                new PersonFacts(name, idNumber, birth, gender, phone, address, addrId, areaCode, v, diedOn);
            default -> throw new Fault(RegistersError.UNKNOWN_FIELD, field);
        };
    }

    private PersonFacts withNumber(CitizenId number) {
        return new PersonFacts(
                name,
                number.value(),
                number.birth(),
                number.gender().code(),
                phone,
                address,
                addrId,
                areaCode,
                marital,
                diedOn);
    }

    PersonFacts dead(LocalDate on) {
        return new PersonFacts(name, idNumber, birth, gender, phone, address, addrId, areaCode, marital, on);
    }

    PersonFacts at(@Nullable UUID standardAddress) {
        return new PersonFacts(
                name, idNumber, birth, gender, phone, address, standardAddress, areaCode, marital, diedOn);
    }

    private static String demanded(String field, String value) {
        if (value.isEmpty() || value.length() > 100) {
            throw Fault.at("/fields/" + field, RegistersError.BAD_VALUE, field, "不能为空");
        }
        return value;
    }

    private static LocalDate day(String field, String value) {
        try {
            return LocalDate.parse(value);
        } catch (java.time.format.DateTimeParseException e) {
            throw Fault.at("/fields/" + field, RegistersError.BAD_VALUE, field, "应为 2021-06-01 这样的日期");
        }
    }

    /** Names of the fields in which the two differ. */
    List<String> differences(PersonFacts other) {
        List<String> found = new ArrayList<>();
        for (String field : FIELDS) {
            if (!Objects.equals(get(field), other.get(field))) {
                found.add(field);
            }
        }
        return found;
    }

    /** All in one text, by which a change is noticed. */
    String whole() {
        StringBuilder text = new StringBuilder();
        FIELDS.forEach(
                field -> text.append(Objects.requireNonNullElse(get(field), "")).append('\u001f'));
        return text.toString();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
