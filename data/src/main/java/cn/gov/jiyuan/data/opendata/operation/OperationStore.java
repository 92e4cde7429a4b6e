package cn.gov.jiyuan.data.opendata.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Grants, products and their use. */
@Component("opendata.OperationStore")
final class OperationStore {
    private static final String PRODUCT = "select p.*, coalesce((select r.fen from opendata.product_price r"
            + " where r.product_id = p.id and r.starts_on <= :today order by r.starts_on desc limit 1), 0) as fen"
            + " from opendata.product p";

    private final JdbcClient jdbc;

    OperationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OperationGrant grant, Instant at) {
        jdbc.sql("insert into opendata.operation_grant (id, number, operator_id, operator_name, scope, resource_codes,"
                        + " security, revenue, starts_on, ends_on, state, publicity_to, created_at, is_demo)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .params(Arrays.asList(
                        grant.id(),
                        grant.number(),
                        grant.operatorId(),
                        grant.operatorName(),
                        grant.scope(),
                        grant.resources().toArray(String[]::new),
                        grant.security(),
                        grant.revenue(),
                        grant.starts(),
                        grant.ends(),
                        grant.state(),
                        grant.publicityTo(),
                        at.atOffset(ZoneOffset.UTC),
                        grant.demo()))
                .update();
    }

    void moved(UUID grant, String state, @Nullable LocalDate publicityTo, @Nullable Instant signed) {
        jdbc.sql("update opendata.operation_grant set state = ?, publicity_to = coalesce(?, publicity_to),"
                        + " signed_at = coalesce(?, signed_at) where id = ?")
                .params(Arrays.asList(
                        state, publicityTo, signed == null ? null : signed.atOffset(ZoneOffset.UTC), grant))
                .update();
    }

    Optional<OperationGrant> grant(UUID id) {
        return jdbc.sql("select * from opendata.operation_grant where id = ?")
                .param(id)
                .query((row, n) -> grant(row))
                .optional();
    }

    /** What the public may see: from the publicity on. */
    List<OperationGrant> publicGrants() {
        return jdbc.sql("select * from opendata.operation_grant where state in ('publicised', 'signed')"
                        + " order by created_at desc limit 200")
                .query((row, n) -> grant(row))
                .list();
    }

    List<OperationGrant> over(LocalDate today) {
        return jdbc.sql("select * from opendata.operation_grant where state = 'signed' and ends_on < ? limit 100")
                .param(today)
                .query((row, n) -> grant(row))
                .list();
    }

    void insert(DataProduct product, LocalDate from, Instant at) {
        jdbc.sql(
                        "insert into opendata.product (id, registration, grant_id, title, scene, processing, resource_codes,"
                                + " fields, public_interest, state, registered_at, is_demo) values (?,?,?,?,?,?,?,?::jsonb,?,?,?,?)")
                .params(
                        product.id(),
                        product.registration(),
                        product.grantId(),
                        product.title(),
                        product.scene(),
                        product.processing(),
                        product.resources().toArray(String[]::new),
                        JsonMapper.shared().writeValueAsString(product.fields()),
                        product.publicInterest(),
                        product.state(),
                        at.atOffset(ZoneOffset.UTC),
                        product.demo())
                .update();
        price(product.id(), from, product.fen());
    }

    void price(UUID product, LocalDate from, long fen) {
        jdbc.sql("insert into opendata.product_price (product_id, starts_on, fen) values (?,?,?)"
                        + " on conflict (product_id, starts_on) do update set fen = excluded.fen")
                .params(product, from, fen)
                .update();
    }

    Optional<DataProduct> product(UUID id, LocalDate today) {
        return jdbc.sql(PRODUCT + " where p.id = :id for update of p")
                .param("today", today)
                .param("id", id)
                .query((row, n) -> product(row))
                .optional();
    }

    List<DataProduct> products(LocalDate today) {
        return jdbc.sql(PRODUCT + " order by p.registered_at desc limit 200")
                .param("today", today)
                .query((row, n) -> product(row))
                .list();
    }

    List<DataProduct> suppliedFrom(String resource, LocalDate today) {
        return jdbc.sql(PRODUCT + " where p.state = 'SUPPLIED' and :resource = any (p.resource_codes)")
                .param("today", today)
                .param("resource", resource)
                .query((row, n) -> product(row))
                .list();
    }

    List<DataProduct> suppliedUnder(UUID grant, LocalDate today) {
        return jdbc.sql(PRODUCT + " where p.state = 'SUPPLIED' and p.grant_id = :grant")
                .param("today", today)
                .param("grant", grant)
                .query((row, n) -> product(row))
                .list();
    }

    List<DataProduct> productsUnder(UUID grant, LocalDate today) {
        return jdbc.sql(PRODUCT + " where p.grant_id = :grant order by p.registered_at desc limit 200")
                .param("today", today)
                .param("grant", grant)
                .query((row, n) -> product(row))
                .list();
    }

    List<Products.Price> prices(UUID product) {
        return jdbc.sql(
                        "select starts_on, fen from opendata.product_price where product_id = ? order by starts_on desc")
                .param(product)
                .query((row, n) -> new Products.Price(row.getObject("starts_on", LocalDate.class), row.getLong("fen")))
                .list();
    }

    /** Of each user in a period, who owes most first. */
    List<Products.Owed> owed(UUID product, Instant from, Instant to) {
        return jdbc.sql("select user_id, max(user_name) as name, count(*) as calls, sum(fen) as fen"
                        + " from opendata.product_use where product_id = ? and at >= ? and at < ?"
                        + " group by user_id order by sum(fen) desc, count(*) desc limit 500")
                .params(product, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Products.Owed(
                        row.getObject("user_id", UUID.class),
                        row.getString("name"),
                        row.getLong("calls"),
                        row.getLong("fen")))
                .list();
    }

    void stop(UUID product, String reason, Instant at) {
        jdbc.sql("update opendata.product set state = 'STOPPED', stopped_at = ?, stop_reason = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), reason, product)
                .update();
    }

    void insert(ProductUse use, boolean demo) {
        jdbc.sql("insert into opendata.product_use (id, product_id, user_id, user_name, at, fen, purpose, is_demo)"
                        + " values (?,?,?,?,?,?,?,?)")
                .params(
                        use.id(),
                        use.product(),
                        use.user(),
                        use.userName(),
                        use.at().atOffset(ZoneOffset.UTC),
                        use.fen(),
                        use.purpose(),
                        demo)
                .update();
    }

    List<UUID> users(UUID product) {
        return jdbc.sql("select distinct user_id from opendata.product_use where product_id = ?")
                .param(product)
                .query(UUID.class)
                .list();
    }

    /** Calls of a period, in order. */
    List<ProductUse> uses(UUID product, UUID user, Instant from, Instant to, @Nullable UUID after, int limit) {
        return jdbc.sql("select * from opendata.product_use where product_id = :product and user_id = :user"
                        + " and at >= :from and at < :to and (cast(:after as uuid) is null or id > :after)"
                        + " order by id limit :limit")
                .param("product", product)
                .param("user", user)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new ProductUse(
                        row.getObject("id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getString("user_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("fen"),
                        row.getString("purpose")))
                .list();
    }

    /** Sums by price. */
    List<Bill.Line> lines(UUID product, UUID user, Instant from, Instant to) {
        return jdbc.sql("select fen, count(*), count(*) * fen from opendata.product_use where product_id = ?"
                        + " and user_id = ? and at >= ? and at < ? group by fen order by fen")
                .params(product, user, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Bill.Line(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private static OperationGrant grant(ResultSet row) throws SQLException {
        return new OperationGrant(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("operator_id", UUID.class),
                row.getString("operator_name"),
                row.getString("scope"),
                List.of((String[]) row.getArray("resource_codes").getArray()),
                row.getString("security"),
                row.getString("revenue"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("state"),
                row.getObject("publicity_to", LocalDate.class),
                row.getBoolean("is_demo"));
    }

    private static DataProduct product(ResultSet row) throws SQLException {
        OffsetDateTime stopped = row.getObject("stopped_at", OffsetDateTime.class);
        return new DataProduct(
                row.getObject("id", UUID.class),
                row.getString("registration"),
                row.getObject("grant_id", UUID.class),
                row.getString("title"),
                row.getString("scene"),
                row.getString("processing"),
                List.of((String[]) row.getArray("resource_codes").getArray()),
                JsonMapper.shared().readValue(row.getString("fields"), new TypeReference<List<DataProduct.Field>>() {}),
                row.getBoolean("public_interest"),
                row.getLong("fen"),
                row.getString("state"),
                stopped == null ? null : stopped.toInstant(),
                row.getString("stop_reason"),
                row.getBoolean("is_demo"));
    }
}
