package cn.gov.jiyuan.contracts.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the register of licences knows about one changed, or it is new there (证照库变更).
 *
 * @param state name of its state
 * @param fields names of the fields that changed
 */
public record LicenceRegistered(UUID licenceId, int version, LocalDate from, String state, List<String> fields) {
    public static final String TOPIC = "registers.licence.changed";
}
