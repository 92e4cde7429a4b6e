package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.AccessError;
import cn.gov.jiyuan.platform.access.RowScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A search on a folder, with a policy that the test decides and a log that it can read. */
final class SearchFixture implements AutoCloseable {
    static final Pinyin PINYIN = new Pinyin();

    final List<String> asked = new ArrayList<>();
    final Map<String, RowScope> scopes = new LinkedHashMap<>();
    final IndexStore index;
    final SearchEngine search;

    SearchFixture(Path folder) {
        index = IndexStore.open(folder, new Fields(PINYIN));
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("item", "服务事项");
        kinds.put("department", "部门");
        kinds.put("case", "办件");
        search = new SearchEngine(index, PINYIN, new ScopesByPermission(), kinds, new Remembering());
    }

    void put(List<SearchDocument> documents) {
        index.apply(
                documents.stream().<SearchChange>map(SearchChange.Put::new).toList(),
                index.mark().cursor() + 1);
    }

    List<String> titles(Actor actor, String text) {
        return search.query(actor, text, Set.of(), 1).hits().stream()
                .map(SearchHit::plainTitle)
                .toList();
    }

    @Override
    public void close() {
        index.close();
    }

    /** A policy in which every official holds what the test says and all others nothing. */
    private final class ScopesByPermission implements Access {
        @Override
        public boolean may(Actor actor, String permission) {
            return !(rows(actor, permission) instanceof RowScope.None);
        }

        @Override
        public void require(Actor actor, String permission) {
            if (!may(actor, permission)) {
                throw new Fault(AccessError.FORBIDDEN, permission);
            }
        }

        @Override
        public RowScope rows(Actor actor, String permission) {
            return actor.isAnonymous() ? new RowScope.None() : scopes.getOrDefault(permission, new RowScope.None());
        }

        @Override
        public Set<String> permissions(Actor actor) {
            return actor.isAnonymous() ? Set.of() : scopes.keySet();
        }
    }

    private final class Remembering implements QueryLog {
        @Override
        public void asked(UUID queryId, String text, Set<String> kinds, long total) {
            asked.add(text);
        }

        @Override
        public void clicked(UUID queryId, String kind, String id, int position) {
            asked.add(kind + "/" + id);
        }

        @Override
        public void askRebuild() {
            asked.add("rebuild");
        }
    }
}
