package cn.gov.jiyuan.data.stewardship.matching;

import cn.gov.jiyuan.kernel.matching.MatchModel;
import cn.gov.jiyuan.kernel.matching.Merges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Pairs and what was decided of them, step by step. */
@Component
final class MatchPairStore {
    private final JdbcClient jdbc;

    MatchPairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if the pair is known: what was decided stays */
    boolean insert(
            MatchPair pair,
            MatchModel model,
            MatchModel.Score score,
            Map<String, String> columns,
            String reason,
            Instant at) {
        boolean fresh = jdbc.sql("""
                                insert into stewardship.match_pair (id, dataset, unit_id, left_key, right_key, score, parts,
                                  columns, upper_threshold, lower_threshold, state, automatic, decided_name, reason, decided_at,
                                  version)
                                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?, '系统', ?, ?,
                                  1)
                                on conflict (dataset, left_key, right_key) do nothing
                                """)
                        .params(
                                pair.id(),
                                pair.dataset(),
                                pair.unitId(),
                                pair.left(),
                                pair.right(),
                                pair.score(),
                                JsonMapper.shared().writeValueAsString(score.parts()),
                                JsonMapper.shared().writeValueAsString(columns),
                                model.upper(),
                                model.lower(),
                                pair.state().name(),
                                pair.state() == MatchPair.State.MERGED,
                                reason,
                                at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        if (fresh) {
            keep(pair.id(), 1, pair.state(), "系统", reason, at);
        }
        return fresh;
    }

    Optional<MatchPair> lock(UUID id) {
        return jdbc.sql("select * from stewardship.match_pair where id = ? for update")
                .param(id)
                .query(MatchPairStore::pair)
                .optional();
    }

    /**
     * A pair with what it was judged by.
     *
     * @param columns field of the model to column of the dataset
     */
    record Judged(
            MatchPair pair, List<MatchModel.Part> parts, Map<String, String> columns, double upper, double lower) {}

    Optional<Judged> judged(UUID id) {
        return jdbc.sql("select * from stewardship.match_pair where id = ?")
                .param(id)
                .query((row, n) -> new Judged(
                        pair(row, n),
                        JsonMapper.shared()
                                .readValue(row.getString("parts"), new TypeReference<List<MatchModel.Part>>() {}),
                        JsonMapper.shared()
                                .readValue(row.getString("columns"), new TypeReference<Map<String, String>>() {}),
                        row.getDouble("upper_threshold"),
                        row.getDouble("lower_threshold")))
                .optional();
    }

    /** How many pairs of a dataset are in each state. */
    Map<MatchPair.State, Long> counts(String dataset) {
        Map<MatchPair.State, Long> counts = new EnumMap<>(MatchPair.State.class);
        jdbc.sql("select state, count(*) from stewardship.match_pair where dataset = ? group by state")
                .param(dataset)
                .query((row, n) -> counts.put(MatchPair.State.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    void decide(MatchPair pair, MatchPair.State state, String by, String reason, Instant at) {
        jdbc.sql("""
                        update stewardship.match_pair set state = ?, automatic = false, decided_name = ?, reason = ?,
                          decided_at = ?, version = version + 1 where id = ?
                        """)
                .params(state.name(), by, reason, at.atOffset(ZoneOffset.UTC), pair.id())
                .update();
        keep(pair.id(), pair.version() + 1, state, by, reason, at);
    }

    private void keep(UUID id, int version, MatchPair.State state, String by, String reason, Instant at) {
        jdbc.sql("""
                        insert into stewardship.match_pair_version (pair_id, version, at, by_name, state, reason)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, version, at.atOffset(ZoneOffset.UTC), by, state.name(), reason)
                .update();
    }

    List<Merges.Pair<String>> merged(String dataset) {
        return jdbc.sql("select left_key, right_key from stewardship.match_pair where dataset = ? and state = 'MERGED'")
                .param(dataset)
                .query((row, n) -> new Merges.Pair<>(row.getString(1), row.getString(2)))
                .list();
    }

    private static MatchPair pair(ResultSet row, int n) throws SQLException {
        return new MatchPair(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getObject("unit_id", UUID.class),
                row.getString("left_key"),
                row.getString("right_key"),
                row.getDouble("score"),
                MatchPair.State.valueOf(row.getString("state")),
                row.getInt("version"));
    }
}
