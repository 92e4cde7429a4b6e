package cn.gov.jiyuan.platform.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How a document lies in the index. Any change here or in the word cutting needs a new {@link #ANALYSIS}. */
final class Fields {
    /** Version of the analysis; an index made by another is built anew. */
    static final int ANALYSIS = 2;

    static final String KEY = "key";
    static final String KIND = "kind";
    static final String NAME = "name";
    static final String NAME_SINGLE = "name1";
    static final String ALIAS = "alias";
    static final String TEXT = "text";
    static final String UNIT = "unit";
    static final String SOUND = "sound";
    static final String EXACT = "exact";
    static final String PINYIN = "pinyin";
    static final String PINYIN_START = "pinyin0";
    static final String INITIALS = "initials";
    static final String INITIALS_START = "initials0";
    static final String CODE = "code";
    static final String OPEN = "open";
    static final String PERMISSION = "permission";
    static final String ROW_UNIT = "rowUnit";
    static final String ROW_OWNER = "rowOwner";
    static final String ROW_AREA = "rowArea";
    static final String FEATURE = "feature";
    static final String WEIGHT = "weight";
    static final String FACET = "facet";
    static final String STORED = "stored";

    private static final int LONGEST_PINYIN = 40;
    private static final int LONGEST_INITIALS = 16;
    private static final int SHORTEST_CODE = 6;
    private static final FieldType GRAMS = new FieldType();
    private static final JsonMapper JSON = JsonMapper.shared();

    static {
        GRAMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        GRAMS.setTokenized(true);
        GRAMS.freeze();
    }

    private final Pinyin pinyin;

    Fields(Pinyin pinyin) {
        this.pinyin = pinyin;
    }

    static Term key(String kind, String id) {
        return new Term(KEY, kind + "/" + id);
    }

    static Shown stored(Document found) {
        return JSON.readValue(found.getBinaryValue(STORED).bytes, Shown.class);
    }

    Document document(SearchDocument source) {
        Document document = new Document();
        document.add(new StringField(KEY, key(source.kind(), source.id()).text(), Field.Store.NO));
        document.add(new StringField(KIND, source.kind(), Field.Store.NO));
        document.add(new SortedDocValuesField(KIND, new BytesRef(source.kind())));
        document.add(new StoredField(STORED, JSON.writeValueAsBytes(Shown.of(source))));
        document.add(new FeatureField(FEATURE, WEIGHT, (float) Math.max(source.weight(), 1e-6)));
        source.facets()
                .forEach((name, values) -> values.stream()
                        .distinct()
                        .map(value -> Facet.key(name, value))
                        .forEach(key -> {
                            document.add(new StringField(FACET, key, Field.Store.NO));
                            document.add(new SortedSetDocValuesField(FACET, new BytesRef(key)));
                        }));
        addWords(document, source);
        addNames(document, source);
        addVisibility(document, source.visibility());
        return document;
    }

    private static void addWords(Document document, SearchDocument source) {
        String title = Letters.fold(source.title());
        String plain = Letters.withoutBrackets(title);
        List<String> name = new ArrayList<>(Grams.pairs(plain));
        if (!plain.equals(title)) {
            Set<String> rest = new LinkedHashSet<>(Grams.pairs(title));
            name.forEach(rest::remove);
            name.addAll(rest);
        }
        grams(document, NAME, name);
        grams(document, NAME_SINGLE, Grams.singles(title));
        grams(document, ALIAS, pairs(source.aliases()));
        grams(document, TEXT, Grams.pairs(Letters.fold(source.text())));
        grams(document, TEXT, pairs(source.keywords()));
        if (source.unitName() != null) {
            grams(document, UNIT, Grams.pairs(Letters.fold(source.unitName())));
        }
        for (String word : source.keywords()) {
            String code = Letters.squeeze(word);
            if (code.length() >= SHORTEST_CODE && code.chars().noneMatch(c -> Letters.isHan((char) c))) {
                document.add(new StringField(CODE, code, Field.Store.NO));
            }
        }
    }

    private void addNames(Document document, SearchDocument source) {
        List<String> names = new ArrayList<>();
        names.add(source.title());
        names.addAll(source.aliases());
        Set<String> exact = new LinkedHashSet<>();
        for (String name : names) {
            exact.add(Letters.squeeze(name));
            exact.add(Letters.squeeze(Letters.withoutBrackets(Letters.fold(name))));
            addSound(document, name);
        }
        exact.forEach(key -> document.add(new StringField(EXACT, key, Field.Store.NO)));
    }

    private void addSound(Document document, String name) {
        List<String> syllables = new ArrayList<>();
        for (String run : Letters.runs(Letters.withoutBrackets(Letters.fold(name)))) {
            if (Letters.isHan(run.charAt(0))) {
                List<String> read = pinyin.syllables(run);
                grams(document, SOUND, Grams.sounds(read));
                syllables.addAll(read);
            }
        }
        for (int i = 0; i < syllables.size(); i++) {
            List<String> rest = syllables.subList(i, syllables.size());
            String letters = start(String.join("", rest), LONGEST_PINYIN);
            String initials = start(initials(rest), LONGEST_INITIALS);
            document.add(new StringField(PINYIN, letters, Field.Store.NO));
            document.add(new StringField(INITIALS, initials, Field.Store.NO));
            if (i == 0) {
                document.add(new StringField(PINYIN_START, letters, Field.Store.NO));
                document.add(new StringField(INITIALS_START, initials, Field.Store.NO));
            }
        }
    }

    private static void addVisibility(Document document, Visibility visibility) {
        switch (visibility) {
            case Visibility.Public open -> document.add(new StringField(OPEN, "yes", Field.Store.NO));
            case Visibility.Restricted row -> {
                document.add(new StringField(PERMISSION, row.permission(), Field.Store.NO));
                optional(document, ROW_UNIT, row.unitId());
                optional(document, ROW_OWNER, row.ownerId());
                optional(document, ROW_AREA, row.areaCode());
            }
        }
    }

    private static void optional(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.add(new StringField(field, value.toString(), Field.Store.NO));
        }
    }

    private static List<String> pairs(List<String> texts) {
        return texts.stream()
                .flatMap(t -> Grams.pairs(Letters.fold(t)).stream())
                .toList();
    }

    private static void grams(Document document, String field, List<String> terms) {
        if (!terms.isEmpty()) {
            document.add(new Field(field, new Terms(terms), GRAMS));
        }
    }

    private static String initials(List<String> syllables) {
        StringBuilder initials = new StringBuilder();
        syllables.forEach(s -> initials.append(s.charAt(0)));
        return initials.toString();
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
