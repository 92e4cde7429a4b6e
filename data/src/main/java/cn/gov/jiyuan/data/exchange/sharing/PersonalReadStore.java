package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.exchange.PersonalReads;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at a person's data inside the platform; kept under the blind index of the number. */
@Component
class PersonalReadStore implements PersonalReads {
    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final Units units;
    private final Clock clock;

    PersonalReadStore(JdbcClient jdbc, PersonalCipher cipher, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.units = units;
        this.clock = clock;
    }

    /** One reading. */
    record Read(UUID id, Instant at, String unitName, String what, String purpose) {}

    @Override
    @Transactional
    public void read(Actor actor, CitizenId number, String what, String purpose) {
        UUID unit = actor.unitId();
        jdbc.sql("""
                        insert into exchange.person_read (id, blind, at, unit_id, unit_name, reader_id, what, purpose)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.next())
                .param(cipher.blind("id-number", number.value()))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(unit)
                .param(unit == null ? "本平台" : units.get(unit).name())
                .param(actor.personId())
                .param(what)
                .param(purpose)
                .update();
    }

    /** The newest first. */
    List<Read> of(byte[] blind, @Nullable Instant before, int limit) {
        return jdbc.sql("""
                        select id, at, unit_name, what, purpose from exchange.person_read
                         where blind = ? and at < ? order by at desc, id desc limit ?
                        """)
                .param(blind)
                .param(
                        before == null
                                ? OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                                : before.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query((row, n) -> new Read(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("unit_name"),
                        row.getString("what"),
                        row.getString("purpose")))
                .list();
    }
}
