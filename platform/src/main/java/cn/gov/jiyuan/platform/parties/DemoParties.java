package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.code.MobileNumber;
import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.instance.Instance;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Citizens, firms and officials of the demonstration. */
@Component
final class DemoParties implements DemoSource {
    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final PersonColumns columns;
    private final Units units;
    private final Clock clock;

    DemoParties(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            PersonalCipher cipher,
            Units units,
            Clock clock) {
        this.units = units;
        this.dataSource = dataSource;
        this.transactions = new TransactionTemplate(transactions);
        this.columns = new PersonColumns(cipher);
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return "自然人、法人和公务人员";
    }

    @Override
    public boolean suits(Instance.Level level) {
        return true;
    }

    @Override
    public void load(Progress progress) {
        progress.total(DemoPopulation.CITIZENS + DemoPopulation.FIRMS + DemoPopulation.OFFICIALS);
        transactions.executeWithoutResult(status -> {
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            for (String table : new String[] {"person", "legal_entity", "post", "representation"}) {
                jdbc.update("delete from parties." + table + " where is_demo");
            }
            citizens(progress);
            firms(progress);
            officials(progress);
        });
    }

    private void citizens(Progress progress) {
        Instant now = clock.instant();
        try (BulkWriter out = new BulkWriter(dataSource, """
                parties.person (id, name_sealed, name_blind, name_masked, id_sealed, id_blind, id_masked, phone_sealed,
                phone_blind, phone_masked, address_sealed, gender, household_area_code, real_level, registered_at, is_demo)
                """)) {
            for (int i = 0; i < DemoPopulation.CITIZENS; i++) {
                write(out, DemoPopulation.citizen(i), i % 10 == 1 ? 2 : 4, now);
                if (i % 1000 == 999) {
                    progress.advance(1000);
                }
            }
            write(out, DemoPopulation.child(), 1, now);
            out.end();
        }
    }

    private void write(BulkWriter out, DemoPopulation.Citizen citizen, int realLevel, Instant now) {
        UUID id = citizen.id();
        String number = citizen.idNumber().value();
        String phone = citizen.phone();
        out.row(
                id,
                columns.seal(PersonColumns.NAME, id, citizen.name()),
                columns.blindName(citizen.name()),
                PersonalNames.masked(citizen.name()),
                columns.seal(PersonColumns.ID, id, number),
                columns.blindId(number),
                citizen.idNumber().masked(),
                columns.sealIfPresent(PersonColumns.PHONE, id, phone),
                columns.blindPhone(phone),
                phone.isEmpty() ? "" : MobileNumber.parse(phone).masked(),
                columns.seal(PersonColumns.ADDRESS, id, citizen.address()),
                citizen.idNumber().gender().code(),
                citizen.villageCode(),
                realLevel,
                now,
                true);
    }

    private void firms(Progress progress) {
        try (BulkWriter out = new BulkWriter(dataSource, """
                parties.legal_entity (id, uscc, name, kind, representative_id, representative, address, area_code,
                registered_on, is_demo)
                """)) {
            for (int i = 0; i < DemoPopulation.FIRMS; i++) {
                DemoPopulation.Firm firm = DemoPopulation.firm(i);
                out.row(
                        firm.id(),
                        firm.uscc().value(),
                        firm.name(),
                        firm.kind(),
                        firm.representative().id(),
                        firm.representative().name(),
                        firm.address(),
                        firm.areaCode(),
                        firm.registeredOn(),
                        true);
            }
            out.end();
        }
        progress.advance(DemoPopulation.FIRMS);
    }

    private void officials(Progress progress) {
        LocalDate since = LocalDate.now(clock).minusYears(5);
        try (BulkWriter out = new BulkWriter(
                dataSource,
                "parties.post (id, person_id, official_name, unit_id, title, roles, valid_from, is_demo)")) {
            for (DemoStaff.Official official : DemoStaff.all()) {
                if (units.byCode(official.unit()).isEmpty()) {
                    continue;
                }
                out.row(
                        id("post:" + official.login()),
                        official.id(),
                        official.name(),
                        Unit.idOf(official.unit()),
                        official.title(),
                        official.roles(),
                        since,
                        true);
            }
            out.end();
        }
        progress.advance(DemoPopulation.OFFICIALS);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("demo:" + name).getBytes(StandardCharsets.UTF_8));
    }
}
