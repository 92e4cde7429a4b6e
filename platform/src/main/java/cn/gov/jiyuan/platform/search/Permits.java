package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns the access policy of this moment into a filter, so that totals and suggestions know only what the actor may see. */
final class Permits {
    private final Access access;

    Permits(Access access) {
        this.access = access;
    }

    Query filter(Actor actor, IndexReader reader) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(term(Fields.OPEN, "yes"), Occur.SHOULD);
        for (String permission : permissions(reader)) {
            Query reach = reach(access.rows(actor, permission));
            if (reach != null) {
                any.add(
                        new BooleanQuery.Builder()
                                .add(term(Fields.PERMISSION, permission), Occur.FILTER)
                                .add(reach, Occur.FILTER)
                                .build(),
                        Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static @Nullable Query reach(RowScope scope) {
        return switch (scope) {
            case RowScope.All all -> MatchAllDocsQuery.INSTANCE;
            case RowScope.None none -> null;
            case RowScope.Units units -> new TermInSetQuery(Fields.ROW_UNIT, bytes(units.unitIds()));
            case RowScope.Owner owner -> term(Fields.ROW_OWNER, owner.partyId().toString());
            case RowScope.Areas areas -> prefixes(areas.prefixes());
        };
    }

    private static Query prefixes(Set<String> prefixes) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        prefixes.forEach(p -> any.add(new PrefixQuery(new Term(Fields.ROW_AREA, p)), Occur.SHOULD));
        return any.build();
    }

    private static List<BytesRef> bytes(Collection<?> values) {
        return values.stream().map(v -> new BytesRef(v.toString())).toList();
    }

    /** The permissions that documents of the index ask for; a handful. */
    private static Set<String> permissions(IndexReader reader) throws IOException {
        Set<String> permissions = new TreeSet<>();
        var terms = MultiTerms.getTerms(reader, Fields.PERMISSION);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                permissions.add(term.utf8ToString());
            }
        }
        return permissions;
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
