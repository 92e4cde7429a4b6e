package cn.gov.jiyuan.data.opendata.operation;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.data.opendata.release.PersonalWords;
import cn.gov.jiyuan.data.opendata.release.Sources;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.messages.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products of public data: registered, called, billed, stopped. */
@Service("opendata.Products")
public class Products {
    private static final int LONGEST = 500;

    private final OperationStore store;
    private final Sources sources;
    private final Cases cases;
    private final Messages messages;
    private final Audit audit;
    private final Clock clock;

    Products(OperationStore store, Sources sources, Cases cases, Messages messages, Audit audit, Clock clock) {
        this.store = store;
        this.sources = sources;
        this.cases = cases;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param fen price of a call; not asked for products of public interest */
    public record Form(
            UUID grant,
            String title,
            String scene,
            String processing,
            List<String> resources,
            List<DataProduct.Field> fields,
            boolean publicInterest,
            long fen) {
        /** What a program left out is empty, and refused where it is needed. */
        public Form {
            grant = Objects.requireNonNullElse(grant, new UUID(0, 0));
            resources = Objects.requireNonNullElse(resources, List.of());
            fields = Objects.requireNonNullElse(fields, List.of());
        }
    }

    @Transactional
    public DataProduct register(Actor actor, Form form) {
        OperationGrant grant =
                store.grant(form.grant()).orElseThrow(() -> new Fault(OpendataError.UNKNOWN, form.grant()));
        LocalDate today = LocalDate.now(clock);
        if (!grant.state().equals("signed") || today.isBefore(grant.starts()) || today.isAfter(grant.ends())) {
            throw new Fault(OpendataError.GRANT_NOT_SIGNED, grant.number(), grant.stateLabel());
        }
        checkSources(grant, form);
        checkFields(form);
        DataProduct product = new DataProduct(
                Ids.next(),
                cases.nextNumber("SJCP419001" + today.getYear(), 5),
                grant.id(),
                typed("/title", form.title()),
                typed("/scene", form.scene()),
                typed("/processing", form.processing()),
                form.resources(),
                form.fields(),
                form.publicInterest(),
                form.publicInterest() ? 0 : Math.max(0, form.fen()),
                "SUPPLIED",
                null,
                "",
                grant.demo());
        store.insert(product, today, clock.instant());
        record(actor, "opendata.product.register", product, "登记数据产品“" + product.title() + "”，" + product.price());
        return product;
    }

    private void checkSources(OperationGrant grant, Form form) {
        if (form.resources().isEmpty()) {
            throw Fault.at("/resources", OpendataError.NO_SOURCE);
        }
        for (String code : form.resources()) {
            if (!grant.resources().contains(code)) {
                throw Fault.at("/resources", OpendataError.BEYOND_GRANT, code, grant.number());
            }
            Resource resource = sources.resource(code)
                    .orElseThrow(() -> Fault.at("/resources", OpendataError.UNKNOWN_RESOURCE, code));
            if (resource.open() == OpenType.NONE) {
                throw Fault.at(
                        "/resources",
                        OpendataError.NOT_OPEN,
                        resource.name(),
                        resource.open().label());
            }
        }
    }

    /** What tells who somebody is: said so, so called, or a personal item of a source under its own name. */
    private void checkFields(Form form) {
        if (form.fields().isEmpty()) {
            throw Fault.at("/fields", OpendataError.NO_COLUMNS);
        }
        Map<String, ResourceItem> personal = form.resources().stream()
                .flatMap(code -> sources.resource(code).stream())
                .flatMap(resource -> resource.items().stream())
                .filter(ResourceItem::personal)
                .collect(Collectors.toMap(ResourceItem::name, item -> item, (one, other) -> one));
        List<String> offending = form.fields().stream()
                .filter(field ->
                        field.personal() || PersonalWords.identify(field.title()) || personal.containsKey(field.name()))
                .map(field -> field.title() + "（" + field.name() + "）")
                .toList();
        if (!offending.isEmpty()) {
            throw Fault.at("/fields", OpendataError.PERSONAL_PRODUCT, String.join("、", offending));
        }
    }

    private static String typed(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Fault.at(pointer, OpendataError.EMPTY);
        }
        if (text.length() > LONGEST) {
            throw Fault.at(pointer, OpendataError.TOO_LONG, LONGEST);
        }
        return text.strip();
    }

    /** A new price from a day on; calls before keep theirs. */
    @Transactional
    public DataProduct price(Actor actor, UUID id, LocalDate from, long fen) {
        LocalDate today = LocalDate.now(clock);
        DataProduct product = get(id, today);
        if (product.publicInterest() || fen < 0 || from.isBefore(today)) {
            throw Fault.at("/fen", OpendataError.BAD_CHOICE, fen);
        }
        store.price(id, from, fen);
        record(actor, "opendata.product.price", product, "自 " + from + " 起每次 " + fen + " 分");
        return get(id, today);
    }

    /** Counts and prices one call. @throws Fault {@code opendata.stopped} if it is not supplied any more */
    @Transactional
    public ProductUse use(Actor actor, UUID id, String purpose) {
        DataProduct product = get(id, LocalDate.now(clock));
        if (!product.isSupplied()) {
            throw new Fault(OpendataError.STOPPED, product.title(), product.stopReason());
        }
        if (actor.actingAs() != ActingAs.ENTERPRISE && !actor.isOfficial()) {
            throw new Fault(OpendataError.NOT_AN_ENTERPRISE);
        }
        ProductUse use = new ProductUse(
                Ids.next(),
                id,
                actor.isOfficial() && actor.unitId() != null ? actor.unitId() : actor.principalId(),
                actor.isOfficial() && actor.unitName() != null ? actor.unitName() : actor.principalName(),
                clock.instant(),
                product.fen(),
                typed("/purpose", purpose));
        store.insert(use, false);
        return use;
    }

    @Transactional(readOnly = true)
    public Bill bill(Actor actor, UUID id, YearMonth month) {
        DataProduct product = find(id);
        return Bill.of(
                product.title(),
                month.atDay(1),
                month.atEndOfMonth(),
                store.lines(id, user(actor), start(month), start(month.plusMonths(1))));
    }

    /** The calls behind a bill, one by one. @param after the last of the page before */
    @Transactional(readOnly = true)
    public List<ProductUse> calls(Actor actor, UUID id, YearMonth month, @Nullable UUID after) {
        return store.uses(find(id).id(), user(actor), start(month), start(month.plusMonths(1)), after, 500);
    }

    /** What one user owes in a month; the calls are listed as records of the product, user and month. */
    public record Owed(UUID user, String userName, long calls, long fen) {}

    /** @param prices from the first day on @param fen sum over all users */
    public record Account(
            DataProduct product, String grantNumber, List<Price> prices, List<Owed> users, long calls, long fen) {}

    /** A price of a call from a day on. */
    public record Price(LocalDate from, long fen) {}

    /** A product with its prices and what each user owes for a month. */
    @Transactional(readOnly = true)
    public Account account(UUID id, YearMonth month) {
        DataProduct product = find(id);
        List<Owed> owed = store.owed(id, start(month), start(month.plusMonths(1)));
        return new Account(
                product,
                store.grant(product.grantId()).map(OperationGrant::number).orElse(""),
                store.prices(id),
                owed,
                owed.stream().mapToLong(Owed::calls).sum(),
                owed.stream().mapToLong(Owed::fen).sum());
    }

    private static UUID user(Actor actor) {
        return actor.isOfficial() && actor.unitId() != null ? actor.unitId() : actor.principalId();
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
    }

    @Transactional(readOnly = true)
    public List<DataProduct> all() {
        return store.products(LocalDate.now(clock));
    }

    private DataProduct find(UUID id) {
        return all().stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
    }

    private DataProduct get(UUID id, LocalDate today) {
        return store.product(id, today).orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
    }

    /** Stops what is made of a resource, in the caller's transaction. */
    void stopFrom(String resource, String reason) {
        store.suppliedFrom(resource, LocalDate.now(clock)).forEach(product -> stop(product, reason));
    }

    void stopUnder(UUID grant, String reason) {
        store.suppliedUnder(grant, LocalDate.now(clock)).forEach(product -> stop(product, reason));
    }

    private void stop(DataProduct product, String reason) {
        store.stop(product.id(), reason, clock.instant());
        record(Actor.SYSTEM, "opendata.product.stop", product, "停供数据产品“" + product.title() + "”：" + reason);
        for (UUID user : store.users(product.id())) {
            messages.send(user, "opendata.product.stopped", List.of(product.title(), reason), "/open/products");
        }
    }

    private void record(Actor actor, String action, DataProduct product, String summary) {
        audit.record(
                actor,
                new AuditEvent(
                        action,
                        "opendata.product",
                        product.id().toString(),
                        summary,
                        Map.of("registration", product.registration())));
    }
}
