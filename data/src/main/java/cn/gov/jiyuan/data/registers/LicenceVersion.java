package cn.gov.jiyuan.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What held about an electronic licence for a time (证照版本). What stands on its face stays with the system that issued it.
 *
 * @param to first day on which it held no more; null while it holds
 * @param holderShown name of the holder, of a person masked
 * @param holderKind PERSON or LEGAL
 * @param entry number of the entry of the feed that told it
 */
record LicenceVersion(
        UUID licenceId,
        int version,
        LocalDate from,
        @Nullable LocalDate to,
        String identifier,
        String number,
        String typeCode,
        String typeName,
        UUID holderId,
        String holderShown,
        String holderKind,
        UUID unitId,
        String unitName,
        LocalDate issuedOn,
        LocalDate startsOn,
        LocalDate endsOn,
        String state,
        String topic,
        long entry,
        Instant recordedAt) {
    /** Titles of the fields that may change, in the order of the page. */
    static final Map<String, String> TITLES = titles();

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("number", "证照编号");
        titles.put("identifier", "证照标识");
        titles.put("typeName", "证照类型");
        titles.put("holderShown", "持证主体");
        titles.put("unitName", "颁发机构");
        titles.put("issuedOn", "颁发日期");
        titles.put("startsOn", "有效期起");
        titles.put("endsOn", "有效期止");
        titles.put("state", "登记状态");
        return titles;
    }

    static String title(String field) {
        return Objects.requireNonNull(TITLES.get(field), field);
    }

    String get(String field) {
        return switch (field) {
            case "number" -> number;
            case "identifier" -> identifier;
            case "typeName" -> typeName;
            case "holderShown" -> holderShown;
            case "unitName" -> unitName;
            case "issuedOn" -> issuedOn.toString();
            case "startsOn" -> startsOn.toString();
            case "endsOn" -> endsOn.toString();
            case "state" -> state;
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** Names of the fields in which the two differ. */
    List<String> differences(LicenceVersion other) {
        List<String> found = new ArrayList<>();
        for (String field : TITLES.keySet()) {
            if (!Objects.equals(get(field), other.get(field))) {
                found.add(field);
            }
        }
        return found;
    }
}
