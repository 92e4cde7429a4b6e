package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The engine put together from what it stands on; the application does it once, tests do it where they need it. */
public final class CasesEngine {
    private final Cases cases;
    private final Tasks tasks;
    private final Inbox inbox;
    private final CaseImport imports;
    private final CaseWatch watch;
    private final FlowableProcesses processes;

    /**
     * What the engine stands on.
     *
     * @param calendar the legal calendar in force; asked each time, because it changes when a year's notice comes
     */
    public record Ground(
            DataSource dataSource,
            TransactionOperations transactions,
            Access access,
            Audit audit,
            Feed feed,
            PersonalCipher cipher,
            Supplier<LegalCalendar> calendar,
            Clock clock) {}

    public CasesEngine(
            Ground ground,
            Collection<CaseType> caseTypes,
            Collection<? extends CaseTerms> terms,
            Collection<? extends CaseEffects> effects) {
        this(ground, caseTypes, () -> terms, () -> effects);
    }

    /** With terms and effects asked for when first needed, because they may themselves need the engine. */
    CasesEngine(
            Ground ground,
            Collection<CaseType> caseTypes,
            Supplier<Collection<? extends CaseTerms>> terms,
            Supplier<Collection<? extends CaseEffects>> effects) {
        JdbcTemplate jdbc = new JdbcTemplate(ground.dataSource());
        CaseTypes types = new CaseTypes(caseTypes);
        CaseHooks hooks = new CaseHooks(terms, effects);
        DocketStore store = new DocketStore(jdbc, ground.cipher());
        CaseReader reader = new CaseReader(types, hooks, store, new EvidenceStore(jdbc), ground.access());
        CaseNews news = new CaseNews(ground.audit(), ground.feed());
        processes = new FlowableProcesses(
                SingletonSupplier.of(() -> BpmnEngine.start(ground.dataSource(), manager(ground))),
                types,
                ground.transactions(),
                ground.audit());
        CaseEngine engine = new CaseEngine(
                types,
                hooks,
                store,
                reader,
                news,
                processes,
                ground.transactions(),
                ground.cipher(),
                ground.calendar(),
                ground.clock());
        cases = engine;
        inbox = new InboxDesk(new InboxStore(jdbc, types), types, ground.access(), ground.clock());
        watch = new CaseWatchStore(jdbc, types);
        imports = new BulkCaseImport(
                types,
                hooks,
                new BulkCaseStore(ground.dataSource(), ground.cipher()),
                ground.transactions(),
                ground.audit(),
                ground.feed(),
                ground.calendar());
        tasks = new TaskDesk(
                engine,
                types,
                store,
                reader,
                news,
                processes,
                ground.transactions(),
                ground.access(),
                ground.calendar(),
                ground.clock());
    }

    private static PlatformTransactionManager manager(Ground ground) {
        if (ground.transactions() instanceof TransactionTemplate template && template.getTransactionManager() != null) {
            return template.getTransactionManager();
        }
        throw new IllegalStateException("Processes need a TransactionTemplate with its transaction manager");
    }

    public Processes processes() {
        return processes;
    }

    public Cases cases() {
        return cases;
    }

    public Inbox inbox() {
        return inbox;
    }

    public CaseImport imports() {
        return imports;
    }

    public CaseWatch watch() {
        return watch;
    }

    public Tasks tasks() {
        return tasks;
    }
}
