package cn.gov.jiyuan.contracts.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the register knows about a person changed (人口变更); the values are asked for by id.
 *
 * @param fields names of the fields that changed
 */
public record PersonChanged(UUID personId, int version, LocalDate from, List<String> fields) {
    public static final String TOPIC = "registers.person.changed";
}
