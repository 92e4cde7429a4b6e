package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of held pages. Only who began an application, or in whose name, holds anything with it. */
final class HeldPageStore {
    private static final String FIELDS = "onestop.held_page.fields";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    HeldPageStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void put(UUID application, UUID person, String page, String json, OffsetDateTime at) {
        jdbc.sql("""
                        insert into onestop.held_page (application_id, person_id, page, fields_sealed, held_at)
                        select id, ?, ?, ?, ? from onestop.application where id = ? and (agent_id = ? or applicant_id = ?)
                        on conflict (application_id, person_id, page)
                        do update set fields_sealed = excluded.fields_sealed, held_at = excluded.held_at
                        """)
                .params(person, page, cipher.seal(FIELDS, application, json), at, application, person, person)
                .update();
    }

    Optional<String> find(UUID application, UUID person, String page) {
        return jdbc.sql("select fields_sealed from onestop.held_page where application_id = ? and person_id = ?"
                        + " and page = ?")
                .params(application, person, page)
                .query((row, n) -> cipher.open(FIELDS, application, row.getBytes(1)))
                .optional();
    }

    void delete(UUID application, UUID person, String page) {
        jdbc.sql("delete from onestop.held_page where application_id = ? and person_id = ? and page = ?")
                .params(application, person, page)
                .update();
    }
}
