package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.documents.Fonts;
import cn.gov.jiyuan.platform.documents.PdfDocuments;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.forms.Forms;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.portal.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The system on a real database with the shipped item in force, a clock that can be set, and a record of what it told others. */
final class ItemsFixture implements AutoCloseable {
    static final String CODE = "11419001MB1A00028Q3000131013000";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Unit MARKET = new Unit(
            Unit.idOf("market"),
            "market",
            "市场监管局",
            "济源产城融合示范区市场监督管理局",
            Unit.Kind.DEPARTMENT,
            3,
            "419001",
            "11419001MB1A00028Q",
            null);
    static final ItemRules RULES = () -> LegalTerm.workdays(1);
    static final Actor STEWARD = official("王编制", "steward");
    static final Actor REVIEWER = official("赵科长", "approver");
    static final Actor LAWYER = official("钱法制", "lawyer");
    static final Actor PUBLISHER = official("李发布", "publisher");

    private static final AnnotationConfigApplicationContext SHARED = shared();

    final TestDatabase database = TestPostgres.fresh();
    final List<AuditEvent> audited = new ArrayList<>();
    final List<Feed.Change> fed = new ArrayList<>();
    final SettableClock clock = new SettableClock();
    final ItemStore store = new ItemStore(database.jdbc());
    final ItemCatalogue items = new ItemsInForce(store, clock);
    final Stewardship stewardship;
    final ItemStanding standing;
    private RowScope scope = new RowScope.All();

    ItemsFixture() {
        Forms forms = SHARED.getBean(Forms.class);
        Audit audit = new RecordingAudit();
        Feed feed = new RecordingFeed();
        stewardship = new Stewardship(
                store,
                new OpinionStore(database.jdbc()),
                forms,
                RULES,
                new ScopedAccess(),
                audit,
                feed,
                SHARED.getBean(Texts.class),
                clock);
        standing = new ItemStanding(
                new StandingStore(database.jdbc()), store, stewardship, noMatters(database.jdbc()), audit, feed, clock);
        new ReferenceItems(store, new ReferenceUnits(), forms, RULES, audit, feed, database.transactions(), clock)
                .afterSingletonsInstantiated();
    }

    /** Loads the demo catalogue for the 60 units. */
    void loadDemo() {
        new DemoCatalogue(
                        new DemoItemWriter(database.dataSource()),
                        new ReferenceUnits(),
                        SHARED.getBean(Forms.class),
                        RULES,
                        new RecordingAudit(),
                        new RecordingFeed(),
                        database.transactions(),
                        clock)
                .load(new SilentProgress());
    }

    /** How many shipped items stand under a theme. */
    static int shippedOn(String topic) {
        return (int) ReferenceItems.all().values().stream()
                .filter(item -> ItemStore.allTopics(item.content().topics()).contains(topic))
                .count();
    }

    ItemPages pages() {
        return new ItemPages(items, store, new StandingStore(database.jdbc()), sheets(), usage(), clock);
    }

    ItemListPages lists() {
        return new ItemListPages(store, new OneUnit());
    }

    MaterialSheets sheets() {
        Fonts fonts = Fonts.find(Path.of("/nowhere"));
        return new MaterialSheets(
                SHARED.getBean(Forms.class), fonts, new PdfDocuments(fonts), "https://jiyuan.example");
    }

    UsageCount usage() {
        return new UsageCount(
                new UsageStore(database.jdbc()),
                new StaticListableBeanFactory().getBeanProvider(LegalCalendar.class),
                database.transactions(),
                clock);
    }

    private static UnderWayStore noMatters(JdbcClient jdbc) {
        return new UnderWayStore(jdbc, new StaticListableBeanFactory().getBeanProvider(CaseType.class));
    }

    private static AnnotationConfigApplicationContext shared() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(Texts.class);
        context.scan("cn.gov.jiyuan.platform.forms");
        context.refresh();
        return context;
    }

    private static Actor official(String name, String role) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Actor(
                id, name, ActingAs.OFFICIAL, id, name, MARKET.id(), MARKET.name(), Set.of("official", role), 4);
    }

    /** Lets the stewards reach no more than these rows. */
    void reach(RowScope rows) {
        scope = rows;
    }

    void inTransaction(Runnable work) {
        database.transactions().executeWithoutResult(status -> work.run());
    }

    /** A draft made from the version in force, edited. */
    ItemVersionRef aDraftWith(UnaryOperator<ItemContent> edit) {
        return database.transactions().execute(status -> {
            ItemVersionRef ref = stewardship.draft(STEWARD, CODE);
            stewardship.save(STEWARD, ref, 1, edit.apply(items.version(ref).content()), null, "修订");
            return ref;
        });
    }

    void publish(ItemVersionRef ref) {
        inTransaction(() -> stewardship.submit(STEWARD, ref));
        approve(ref);
        inTransaction(() -> stewardship.publish(PUBLISHER, ref));
    }

    /** The department's review and that of lawfulness. */
    void approve(ItemVersionRef ref) {
        inTransaction(() -> stewardship.pass(REVIEWER, ref, "同意"));
        inTransaction(() -> stewardship.clear(LAWYER, ref, null));
    }

    static ItemContent edited(ItemContent content, java.util.function.Consumer<ObjectNode> edit) {
        ObjectNode tree = (ObjectNode) ContentJson.tree(content);
        edit.accept(tree);
        return ContentJson.accept(tree);
    }

    static ItemContent withTerms(ItemContent content, LegalTerm legal, LegalTerm promise) {
        return edited(content, tree -> {
            ObjectNode terms = (ObjectNode) tree.path("terms");
            terms.set("legal", ContentJson.JSON.valueToTree(legal));
            terms.set("promise", ContentJson.JSON.valueToTree(promise));
        });
    }

    @Override
    public void close() {
        database.close();
    }

    static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T02:00:00Z");

        void set(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class RecordingAudit implements Audit {
        @Override
        public void record(Actor actor, AuditEvent event) {
            audited.add(event);
        }

        @Override
        public void recordAll(List<Past> events) {
            events.forEach(e -> audited.add(e.event()));
        }
    }

    private final class RecordingFeed implements Feed {
        @Override
        public void append(Change change) {
            fed.add(change);
        }

        @Override
        public void appendAll(List<Change> changes) {
            fed.addAll(changes);
        }

        @Override
        public long head() {
            return fed.size();
        }
    }

    private final class ScopedAccess implements Access {
        @Override
        public boolean may(Actor actor, String permission) {
            return true;
        }

        @Override
        public void require(Actor actor, String permission) {}

        @Override
        public RowScope rows(Actor actor, String permission) {
            return scope;
        }

        @Override
        public Set<String> permissions(Actor actor) {
            return Set.of();
        }
    }

    private static final class SilentProgress implements cn.gov.jiyuan.platform.jobs.Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    /** The units of the reference file, without a database. */
    private static final class ReferenceUnits implements Units {
        private final List<Unit> all = new ArrayList<>();

        ReferenceUnits() {
            try (java.io.InputStream in = Unit.class.getResourceAsStream("/parties/units.csv")) {
                String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                text.lines()
                        .skip(1)
                        .map(l -> l.split(",", -1))
                        .forEach(c -> all.add(new Unit(
                                Unit.idOf(c[0]),
                                c[0],
                                c[1],
                                c[2],
                                Unit.Kind.valueOf(c[3].toUpperCase(java.util.Locale.ROOT)),
                                Integer.parseInt(c[4]),
                                c[5],
                                c[6],
                                null)));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Unit> find(UUID id) {
            return all.stream().filter(u -> u.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Unit> byCode(String code) {
            return all.stream().filter(u -> u.code().equals(code)).findFirst();
        }

        @Override
        public Unit get(UUID id) {
            return find(id).orElseThrow();
        }

        @Override
        public List<Unit> children(UUID parentId) {
            return List.of();
        }

        @Override
        public List<Unit> offices() {
            return all;
        }
    }

    private static final class OneUnit implements Units {
        @Override
        public Optional<Unit> find(UUID id) {
            return Optional.of(MARKET).filter(u -> u.id().equals(id));
        }

        @Override
        public Optional<Unit> byCode(String code) {
            return Optional.of(MARKET).filter(u -> u.code().equals(code));
        }

        @Override
        public Unit get(UUID id) {
            return find(id).orElseThrow();
        }

        @Override
        public List<Unit> children(UUID parentId) {
            return List.of();
        }

        @Override
        public List<Unit> offices() {
            return List.of(MARKET);
        }
    }
}
