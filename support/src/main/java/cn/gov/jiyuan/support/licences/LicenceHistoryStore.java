package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.contracts.licences.LicenceChanged;
import cn.gov.jiyuan.contracts.licences.Licences.HistoricLicence;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.LicenceIdentifier;
import cn.gov.jiyuan.kernel.code.LicenceTypeCode;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes licences of earlier times into the register (存量登记): rows, numbers and identifiers, but no files. */
@Component
final class LicenceHistoryStore {
    private static final int PORTION = 500;

    private final DataSource dataSource;
    private final LicenceStore store;
    private final LicenceTypes types;
    private final Units units;
    private final Audit audit;
    private final Feed feed;
    private final TransactionTemplate transactions;

    LicenceHistoryStore(
            DataSource dataSource,
            PersonalCipher cipher,
            LicenceTypes types,
            Units units,
            Audit audit,
            Feed feed,
            PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        this.store = new LicenceStore(JdbcClient.create(dataSource), cipher);
        this.types = types;
        this.units = units;
        this.audit = audit;
        this.feed = feed;
        this.transactions = new TransactionTemplate(transactions);
    }

    long record(Stream<HistoricLicence> licences) {
        long count = 0;
        Iterator<HistoricLicence> source = licences.iterator();
        while (source.hasNext()) {
            List<HistoricLicence> portion = new ArrayList<>(PORTION);
            while (source.hasNext() && portion.size() < PORTION) {
                portion.add(source.next());
            }
            transactions.executeWithoutResult(status -> write(portion));
            count += portion.size();
        }
        return count;
    }

    private void write(List<HistoricLicence> portion) {
        List<LicenceStore.Row> rows = rows(portion);
        try (BulkWriter out = new BulkWriter(dataSource, LicenceStore.COLUMNS)) {
            rows.forEach(row -> out.row(store.columns(row)));
            out.end();
        }
        LicenceStore.Row first = rows.getFirst();
        audit.record(
                Actor.SYSTEM,
                new AuditEvent(
                        "licences.record",
                        "licence",
                        first.id().toString(),
                        "登记存量证照 " + rows.size() + " 份",
                        Map.of("from", first.number(), "to", rows.getLast().number(), "count", rows.size())));
        feed.appendAll(rows.stream()
                .map(row -> new Feed.Change(
                        LicenceChanged.RECORDED,
                        row.id().toString(),
                        1,
                        new LicenceChanged(row.id(), row.identifier(), row.typeCode(), row.holderId())))
                .toList());
    }

    /** Numbers run by type in the order of the portion. */
    private List<LicenceStore.Row> rows(List<HistoricLicence> portion) {
        Map<String, Long> counts = portion.stream()
                .collect(Collectors.groupingBy(HistoricLicence::typeCode, TreeMap::new, Collectors.counting()));
        Map<String, Long> next = new TreeMap<>();
        counts.forEach((type, count) -> next.put(type, store.nextSerials(type, count.intValue())));
        return portion.stream()
                .map(licence -> row(licence, next.merge(licence.typeCode(), 1L, Long::sum) - 1))
                .toList();
    }

    private LicenceStore.Row row(HistoricLicence old, long running) {
        LicenceType type = types.get(old.typeCode());
        Unit unit = units.get(old.unitId());
        LicenceNumber number = LicenceNumber.of(type, unit, old.issuedOn(), running);
        LicenceIdentifier identifier =
                LicenceIdentifier.of(LicenceTypeCode.parse(type.code()), Uscc.parse(unit.uscc()), number.serial());
        boolean organisation = old.holderCodeType().equals("001");
        return new LicenceStore.Row(
                old.id(),
                identifier.text(),
                old.typeCode(),
                number.printed(),
                old.caseId(),
                old.unitId(),
                old.holderId(),
                old.holderName(),
                organisation ? old.holderName() : old.holderName().charAt(0) + "**",
                old.holderCode(),
                old.holderCodeType(),
                LicenceRegister.face(number, old.surface(), old.validTo()),
                old.issuedOn(),
                old.validFrom(),
                old.validTo(),
                old.state(),
                1,
                null,
                null,
                null,
                "419001000",
                old.demo());
    }

    long removeDemo() {
        Integer removed = transactions.execute(status -> store.removeDemo());
        return removed == null ? 0 : removed;
    }
}
