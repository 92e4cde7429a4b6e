package cn.gov.jiyuan.platform.audit;

import java.nio.charset.StandardCharsets;

/** A fact at its place: the lane and gapless number in it, and the transaction that wrote it. */
record Event(Place place, Fact fact) {

    /**
     * The one byte form (规范形式) over which MAC and chain are computed: JSON, keys sorted, no blanks, UTF-8 (the manner of
     * RFC 8785).
     */
    byte[] canonical() {
        CanonicalJson json = new CanonicalJson(512 + fact.detail().length())
                .text("acting_as", fact.actingAs())
                .text("action", fact.action())
                .text("actor_id", fact.actorId())
                .text("actor_name", fact.actorName())
                .text("at", fact.at())
                .raw("detail", fact.detail())
                .number("era", place.era())
                .number("lane", place.lane())
                .number("lane_no", place.laneNo())
                .text("principal_id", fact.principalId())
                .text("principal_name", fact.principalName())
                .text("subject_id", fact.subjectId())
                .text("subject_type", fact.subjectType())
                .text("summary", fact.summary())
                .text("unit_id", fact.unitId())
                .text("unit_name", fact.unitName())
                .number("xid", place.xid());
        return json.end().getBytes(StandardCharsets.UTF_8);
    }
}
