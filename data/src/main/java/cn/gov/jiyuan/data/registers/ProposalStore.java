package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Proposals to merge and split; the number and content of what is split off are sealed. */
@Component
final class ProposalStore {
    private static final String SEALED = "registers.proposal.detail";
    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    ProposalStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * A proposal.
     *
     * @param kind MERGE or SPLIT @param other null for a split
     * @param outcome mapping of the merger, or the subject that was split off
     */
    record Proposal(
            UUID id,
            String kind,
            String subjectKind,
            UUID kept,
            @Nullable UUID other,
            String keptLabel,
            String otherLabel,
            String reason,
            String state,
            Instant proposedAt,
            UUID proposedBy,
            String proposedName,
            @Nullable UUID unitId,
            @Nullable Instant decidedAt,
            @Nullable String decidedName,
            @Nullable String note,
            @Nullable UUID outcome) {}

    /** What is split off. */
    record Detail(String number, Map<String, String> fields) {}

    void insert(Proposal one, @Nullable Detail detail) {
        byte[] sealed = detail == null
                ? null
                : cipher.seal(SEALED, one.id(), JsonMapper.shared().writeValueAsString(detail));
        jdbc.sql("""
                        insert into registers.proposal (id, kind, subject_kind, kept, other, kept_label, other_label,
                               detail_sealed, reason, state, proposed_at, proposed_by, proposed_name, unit_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(one.id())
                .param(one.kind())
                .param(one.subjectKind())
                .param(one.kept())
                .param(one.other())
                .param(one.keptLabel())
                .param(one.otherLabel())
                .param(sealed)
                .param(one.reason())
                .param(one.state())
                .param(one.proposedAt().atOffset(ZoneOffset.UTC))
                .param(one.proposedBy())
                .param(one.proposedName())
                .param(one.unitId())
                .update();
    }

    Detail detail(UUID id) {
        byte[] sealed = jdbc.sql("select detail_sealed from registers.proposal where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        return JsonMapper.shared().readValue(cipher.open(SEALED, id, sealed), Detail.class);
    }

    Optional<Proposal> find(UUID id) {
        return one("where id = ?", id);
    }

    Optional<Proposal> lock(UUID id) {
        return one("where id = ? for update", id);
    }

    private Optional<Proposal> one(String condition, UUID id) {
        return jdbc.sql("select * from registers.proposal " + condition)
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Proposals that are open, about any of these. */
    List<Proposal> about(List<UUID> subjects) {
        UUID[] all = subjects.toArray(UUID[]::new);
        return jdbc.sql("select * from registers.proposal where (kept = any (?) or other = any (?)) and state = 'OPEN'"
                        + " order by proposed_at limit 50")
                .params(all, all)
                .query((row, n) -> read(row))
                .list();
    }

    void decide(UUID id, String state, Instant at, String by, String note, @Nullable UUID outcome) {
        jdbc.sql("update registers.proposal set state = ?, decided_at = ?, decided_name = ?, note = ?, outcome = ?"
                        + " where id = ?")
                .param(state)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(by)
                .param(note)
                .param(outcome)
                .param(id)
                .update();
    }

    private static Proposal read(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject_kind"),
                row.getObject("kept", UUID.class),
                row.getObject("other", UUID.class),
                row.getString("kept_label"),
                row.getString("other_label"),
                row.getString("reason"),
                row.getString("state"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_name"),
                row.getObject("unit_id", UUID.class),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_name"),
                row.getString("note"),
                row.getObject("outcome", UUID.class));
    }
}
