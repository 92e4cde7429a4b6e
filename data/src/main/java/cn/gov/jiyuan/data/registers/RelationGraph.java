package cn.gov.jiyuan.data.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is tied to whom (关系图), up to three hops from a subject. */
@Component
@Transactional(readOnly = true)
class RelationGraph {
    private static final int DEEPEST = 3;
    private static final int EDGES = 500;
    private final RelationGraphStore store;
    private final SubjectStore subjects;
    private final Clock clock;

    RelationGraph(RelationGraphStore store, SubjectStore subjects, Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** @param hops how far from the subject asked about */
    record Node(UUID id, String kind, String label, int hops) {}

    /** @param cut more is tied to these than is shown */
    record Picture(List<Node> nodes, List<RelationGraphStore.Edge> edges, boolean cut) {}

    Picture around(UUID id, int hops) {
        LocalDate today = LocalDate.now(clock);
        UUID root = subjects.root(id);
        Map<UUID, Integer> distance = new LinkedHashMap<>(Map.of(root, 0));
        Set<RelationGraphStore.Edge> edges = new LinkedHashSet<>();
        List<UUID> border = List.of(root);
        boolean cut = false;
        for (int hop = 1; hop <= Math.clamp(hops, 1, DEEPEST) && !border.isEmpty(); hop++) {
            List<UUID> asked = hop == 1 ? subjects.family(root) : border;
            List<RelationGraphStore.Edge> found = store.around(asked, today, EDGES + 1);
            cut |= found.size() > EDGES;
            List<UUID> next = new ArrayList<>();
            for (RelationGraphStore.Edge edge : found.subList(0, Math.min(EDGES, found.size()))) {
                RelationGraphStore.Edge standing = new RelationGraphStore.Edge(
                        subjects.root(edge.from()), subjects.root(edge.to()), edge.kind(), edge.label());
                edges.add(standing);
                for (UUID end : List.of(standing.from(), standing.to())) {
                    if (distance.putIfAbsent(end, hop) == null) {
                        next.add(end);
                    }
                }
            }
            border = next;
        }
        Map<UUID, RelationGraphStore.Node> names = new LinkedHashMap<>();
        store.nodes(List.copyOf(distance.keySet())).forEach(node -> names.put(node.id(), node));
        List<Node> nodes = new ArrayList<>();
        distance.forEach((one, far) -> {
            RelationGraphStore.Node named =
                    names.getOrDefault(one, new RelationGraphStore.Node(one, "PERSON", "（基础库未收录）"));
            nodes.add(new Node(one, named.kind(), named.label(), far));
        });
        return new Picture(nodes, List.copyOf(edges), cut);
    }
}
