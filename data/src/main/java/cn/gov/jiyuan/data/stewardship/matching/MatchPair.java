package cn.gov.jiyuan.data.stewardship.matching;

import java.util.UUID;

/** Two records of a dataset that may be one (匹配对), named by their keys. */
record MatchPair(
        UUID id, String dataset, UUID unitId, String left, String right, double score, State state, int version) {
    enum State {
        MERGED("已合并"),
        WAITING("待人工判断"),
        SEPARATE("判为不同"),
        UNDONE("已拆分");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
