package cn.gov.jiyuan.contracts.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the register knows about a legal entity changed (法人变更). */
public record LegalChanged(UUID legalId, int version, LocalDate from, List<String> fields) {
    public static final String TOPIC = "registers.legal.changed";
}
