package cn.gov.jiyuan.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumberingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private final TestDatabase database = TestPostgres.fresh();
    private final Numbering numbering = new Numbering(database.jdbc());

    @BeforeEach
    void register() {
        numbering.register("market", "acceptance", "济市监受〔{year}〕{number} 号");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void numbersStartAtOneEachYear() {
        assertThat(next(DAY)).isEqualTo("济市监受〔2026〕1 号");
        assertThat(next(DAY)).isEqualTo("济市监受〔2026〕2 号");
        assertThat(next(DAY.plusYears(1))).isEqualTo("济市监受〔2027〕1 号");
    }

    @Test
    void aNumberOfAFailedTransactionIsGivenToTheNext() {
        database.transactions().executeWithoutResult(status -> {
            numbering.next("market", "acceptance", DAY);
            status.setRollbackOnly();
        });
        assertThat(next(DAY)).isEqualTo("济市监受〔2026〕1 号");
    }

    @Test
    void manyAtOnceLeaveNoGapAndNoDouble() throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(() -> next(DAY));
        }
        List<String> numbers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var number : threads.invokeAll(calls)) {
                numbers.add(number.get());
            }
        }
        assertThat(numbers).doesNotHaveDuplicates().contains("济市监受〔2026〕1 号", "济市监受〔2026〕40 号");
    }

    @Test
    void anUnregisteredSeriesIsRefused() {
        SealedDocumentTest.assertFault(() -> numbering.next("market", "nothing", DAY), DocumentsError.UNKNOWN_SERIES);
    }

    private String next(LocalDate day) {
        return database.transactions().execute(status -> numbering.next("market", "acceptance", day));
    }
}
