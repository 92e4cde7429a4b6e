package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.search.Search;
import cn.gov.jiyuan.platform.search.SearchDocument;
import cn.gov.jiyuan.platform.search.SearchHit;
import cn.gov.jiyuan.platform.search.SearchSource;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The search over the catalogue of 2,760 items, against PostgreSQL over the same documents: its full text as it comes,
 * its full text over pairs of characters (as nothing in it cuts Chinese into words), and pg_trgm. Each question is put to
 * all in turn. Rank counts on the first page of ten.
 */
final class SearchBench implements Benchmark {
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final int PAGE = 10;
    private static final String ITEM = "item";

    /** Titles on the first page, best first. */
    private interface Engine {
        List<String> titles(String question);
    }

    /** What one engine gave for all questions. */
    private static final class Results {
        final List<Double> micros = new ArrayList<>();
        double cpuMicros;
        final Map<String, List<Double>> ranks = new LinkedHashMap<>();

        double mean(String group) {
            return ranks.getOrDefault(group, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.NaN);
        }

        double millis(double part) {
            List<Double> sorted = new ArrayList<>(micros);
            Collections.sort(sorted);
            return sorted.get((int) Math.ceil(part * sorted.size()) - 1) / 1e3;
        }
    }

    @Override
    public void run(PrintStream out) throws Exception {
        try (RunningContext context = new RunningContext()) {
            DemoSources.load(context.beans(DemoSource.class), "DemoCatalogue");
            Search search = context.bean(Search.class);
            awaitIndex(search);
            context.calm();
            JdbcTemplate jdbc = new JdbcTemplate(context.dataSource());
            Set<String> titles = fill(context, jdbc);
            Map<String, Engine> engines = engines(search, jdbc);
            out.printf(
                    "%nsearch: %,d items; %s%n",
                    jdbc.queryForObject("select count(*) from bench.item", Long.class), BenchDatabase.durability(jdbc));
            Map<String, Results> results = ask(engines, titles, out);
            print(out, results);
        }
    }

    private static Map<String, Results> ask(Map<String, Engine> engines, Set<String> titles, PrintStream out)
            throws Exception {
        Map<String, List<Questions.Question>> sets = new LinkedHashMap<>();
        sets.put("held out", Questions.heldOut());
        sets.put("known", Questions.known());
        Map<String, Results> results = new LinkedHashMap<>();
        engines.keySet().forEach(name -> results.put(name, new Results()));
        sets.forEach((set, questions) -> {
            List<Questions.Question> answerable = questions.stream()
                    .filter(question -> titles.stream().anyMatch(question::answeredBy))
                    .toList();
            out.printf(
                    "  %s: %d labelled questions, %d of which have an answer among the items and count%n",
                    set, questions.size(), answerable.size());
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (Questions.Question question : answerable) {
                    for (Map.Entry<String, Engine> engine : engines.entrySet()) {
                        ask(
                                question,
                                set,
                                engine.getValue(),
                                round,
                                Objects.requireNonNull(results.get(engine.getKey())));
                    }
                }
            }
        });
        return results;
    }

    private static void ask(Questions.Question question, String set, Engine engine, int round, Results results) {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        List<String> titles = engine.titles(question.text());
        if (round < 0) {
            return;
        }
        results.micros.add((System.nanoTime() - begun) / 1e3);
        results.cpuMicros += (threads.getCurrentThreadCpuTime() - cpu) / 1e3;
        if (round == 0) {
            double rank = question.reciprocalRank(titles);
            for (String group : List.of(set, set + " " + question.category())) {
                results.ranks.computeIfAbsent(group, name -> new ArrayList<>()).add(rank);
            }
        }
    }

    private static void print(PrintStream out, Map<String, Results> all) {
        out.printf("  %-34s %8s %8s %14s %10s %10s%n", "", "p50 ms", "p99 ms", "CPU µs/query*", "held out", "known");
        all.forEach((name, results) -> out.printf(
                Locale.ROOT,
                "  %-34s %8.2f %8.2f %14.0f %10.3f %10.3f%n",
                name,
                results.millis(0.5),
                results.millis(0.99),
                results.cpuMicros / results.micros.size(),
                results.mean("held out"),
                results.mean("known")));
        out.println("  * of the asking thread; that of the database server comes on top of the peers'");
        out.println("  mean reciprocal rank by kind of question:");
        Set<String> groups = new TreeSet<>();
        all.values().forEach(results -> groups.addAll(results.ranks.keySet()));
        for (String group : groups) {
            if (group.indexOf(' ') > 0 && !group.equals("held out")) {
                String line = all.values().stream()
                        .map(results -> String.format(Locale.ROOT, "%10.3f", results.mean(group)))
                        .collect(Collectors.joining());
                out.printf(
                        "  %-20s n=%-4d%s%n",
                        group,
                        all.values()
                                .iterator()
                                .next()
                                .ranks
                                .getOrDefault(group, List.of())
                                .size(),
                        line);
            }
        }
    }

    private static Map<String, Engine> engines(Search search, JdbcTemplate jdbc) {
        Map<String, Engine> engines = new LinkedHashMap<>();
        engines.put(
                "ours",
                question -> search.query(Actor.ANONYMOUS, question, Set.of(ITEM), 1).hits().stream()
                        .map(SearchHit::plainTitle)
                        .toList());
        engines.put(
                "PostgreSQL full text, as it comes",
                question -> jdbc.queryForList(
                        "select title from bench.item, plainto_tsquery('simple', ?) q where plain @@ q"
                                + " order by ts_rank_cd(plain, q) desc, id limit " + PAGE,
                        String.class,
                        question));
        engines.put(
                "PostgreSQL full text, pairs",
                question -> jdbc.queryForList(
                        "select title from bench.item, to_tsquery('simple', ?) q where pairs @@ q"
                                + " order by ts_rank(pairs, q) desc, id limit " + PAGE,
                        String.class,
                        String.join(" | ", pairs(question))));
        engines.put(
                "pg_trgm",
                question -> jdbc.queryForList(
                        "select title from bench.item order by ? <<-> title limit " + PAGE, String.class, question));
        return engines;
    }

    /** The same documents, with the same fields that the search has, weighted as full text search can. */
    private static Set<String> fill(RunningContext context, JdbcTemplate jdbc) {
        jdbc.execute("create extension if not exists pg_trgm");
        jdbc.execute("create schema bench");
        jdbc.execute("create table bench.item (id bigint generated always as identity primary key, title text not null,"
                + " plain tsvector not null, pairs tsvector not null)");
        Set<String> titles = new LinkedHashSet<>();
        for (SearchSource source : context.beans(SearchSource.class)) {
            if (source.kinds().containsKey(ITEM)) {
                source.all(document -> {
                    titles.add(document.title());
                    insert(jdbc, document);
                });
            }
        }
        jdbc.execute("create index on bench.item using gin (plain)");
        jdbc.execute("create index on bench.item using gin (pairs)");
        jdbc.execute("create index on bench.item using gist (title gist_trgm_ops (siglen = 64))");
        jdbc.execute("vacuum analyze bench.item");
        return titles;
    }

    private static void insert(JdbcTemplate jdbc, SearchDocument document) {
        String others = String.join(" ", document.aliases()) + " " + String.join(" ", document.keywords());
        jdbc.update(
                "insert into bench.item (title, plain, pairs) values (?,"
                        + " setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'B')"
                        + " || setweight(to_tsvector('simple', ?), 'D'),"
                        + " setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'B')"
                        + " || setweight(to_tsvector('simple', ?), 'D'))",
                document.title(),
                document.title(),
                others,
                document.text(),
                String.join(" ", pairs(document.title())),
                String.join(" ", pairs(others)),
                String.join(" ", pairs(document.text())));
    }

    /** Neighbouring letters; a lone one stands for itself. */
    private static List<String> pairs(String text) {
        List<String> pairs = new ArrayList<>();
        for (String run : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            for (int i = 0; i + 1 < run.length(); i++) {
                pairs.add(run.substring(i, i + 2));
            }
            if (run.length() == 1) {
                pairs.add(run);
            }
        }
        return pairs;
    }

    /** The index follows the feed; it is complete when nothing more comes. */
    private static void awaitIndex(Search search) throws InterruptedException {
        long before = -1;
        long now = 0;
        while (now == 0 || now != before) {
            before = now;
            Thread.sleep(5_000);
            now = search.query(Actor.ANONYMOUS, "许可", Set.of(ITEM), 1).total();
        }
    }
}
