package cn.gov.jiyuan.contracts.registers;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The death of a person was recorded (身故). Whoever pays, licenses or invites this person stops.
 *
 * @param personId id in the register, the party id where the platform knows the person
 * @param source house code of the department that reported it
 */
public record PersonDied(UUID personId, LocalDate diedOn, String source) {
    public static final String TOPIC = "registers.person.dead";
}
