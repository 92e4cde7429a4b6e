package cn.gov.jiyuan.platform.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns a question into a Lucene query. Order of importance: the same name, a name that begins so, the name's words,
 * aliases and text, the sound; popularity breaks near ties.
 */
final class Queries {
    private static final float EXACT = 60;
    private static final float BEGINNING = 6;
    private static final float SOUND = 0.5f;
    private static final float POPULARITY = 1.5f;
    private static final float POPULARITY_PIVOT = 100;

    private final Pinyin pinyin;

    Queries(Pinyin pinyin) {
        this.pinyin = pinyin;
    }

    /** @param share share of the terms of a wording that a document must hold, 0–1 */
    Query matching(Question question, double share) {
        List<Query> ways = new ArrayList<>();
        for (Question.Wording wording : question.wordings()) {
            if (!wording.text().isEmpty()) {
                ways.add(new BoostQuery(wording(wording.text(), share), wording.boost()));
            }
        }
        if (question.letters() != null) {
            ways.add(letters(question.letters()));
        }
        if (ways.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        return new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(ways, 0.1f), Occur.MUST)
                .add(
                        FeatureField.newSaturationQuery(Fields.FEATURE, Fields.WEIGHT, POPULARITY, POPULARITY_PIVOT),
                        Occur.SHOULD)
                .build();
    }

    private Query wording(String text, double share) {
        List<String> pairs = List.copyOf(new LinkedHashSet<>(Grams.pairs(text)));
        List<Query> must = new ArrayList<>();
        must.add(words(pairs, share));
        sound(text).ifPresent(must::add);
        if (text.length() >= 6) {
            must.add(constant(new PrefixQuery(new Term(Fields.CODE, text)), EXACT));
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(must, 0), Occur.MUST)
                .add(constant(new TermQuery(new Term(Fields.EXACT, text)), EXACT), Occur.SHOULD)
                .add(constant(new PrefixQuery(new Term(Fields.EXACT, text)), BEGINNING), Occur.SHOULD);
        for (String single : new LinkedHashSet<>(Grams.singles(text))) {
            query.add(new BoostQuery(new TermQuery(new Term(Fields.NAME_SINGLE, single)), 0.4f), Occur.SHOULD);
        }
        if (pairs.size() > 1) {
            query.add(new PhraseQuery(Fields.NAME, pairs.toArray(String[]::new)), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query words(List<String> pairs, double share) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String pair : pairs) {
            query.add(
                    new DisjunctionMaxQuery(
                            List.of(
                                    term(Fields.NAME, pair, 3),
                                    term(Fields.ALIAS, pair, 2.5f),
                                    term(Fields.NAME_SINGLE, pair, 1),
                                    term(Fields.TEXT, pair, 0.6f),
                                    term(Fields.UNIT, pair, 0.6f)),
                            0.1f),
                    Occur.SHOULD);
        }
        return query.setMinimumNumberShouldMatch((int) Math.max(1, Math.ceil(pairs.size() * share)))
                .build();
    }

    /** Characters that sound the same, typed by mistake: 营业职照. */
    private Optional<Query> sound(String text) {
        List<String> grams = new ArrayList<>();
        for (String run : Letters.runs(text)) {
            if (Letters.isHan(run.charAt(0))) {
                grams.addAll(Grams.sounds(pinyin.syllables(run)));
            }
        }
        return grams.size() < 2 ? Optional.empty() : Optional.of(sounds(grams, 1));
    }

    private static Query sounds(List<String> grams, float share) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String gram : new LinkedHashSet<>(grams)) {
            query.add(term(Fields.SOUND, gram, SOUND), Occur.SHOULD);
        }
        int count = new LinkedHashSet<>(grams).size();
        return query.setMinimumNumberShouldMatch((int) Math.max(1, Math.ceil(count * share)))
                .build();
    }

    private Query letters(String letters) {
        List<Query> ways = new ArrayList<>();
        ways.add(constant(new PrefixQuery(new Term(Fields.PINYIN, letters)), 8));
        ways.add(constant(new PrefixQuery(new Term(Fields.PINYIN_START, letters)), 14));
        if (letters.length() > 1) {
            ways.add(constant(new PrefixQuery(new Term(Fields.INITIALS, letters)), 6));
            ways.add(constant(new PrefixQuery(new Term(Fields.INITIALS_START, letters)), 10));
        }
        List<String> grams = Grams.sounds(pinyin.cut(letters));
        if (grams.size() > 1) {
            ways.add(sounds(grams, 0.6f));
        }
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static Query term(String field, String text, float boost) {
        return new BoostQuery(new TermQuery(new Term(field, text)), boost);
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
