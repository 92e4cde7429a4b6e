package cn.gov.jiyuan.contracts.registers;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The registers of persons and legal entities for other systems (基础库查询). Ids never change; old numbers still find them. */
public interface Registers {
    /** The person who bears or ever bore this number. */
    Optional<UUID> person(CitizenId number);

    /** The legal entity that bears or ever bore this code. */
    Optional<UUID> legal(Uscc code);

    /** The id that stands for this one today, after mergers. */
    UUID standing(UUID subject);

    /** Whether the person lived on a day, as far as the register knows. */
    boolean isAlive(UUID person, LocalDate on);
}
