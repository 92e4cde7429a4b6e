package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.feed.Feed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/** Plays histories on dockets in memory and hands them over in portions. */
final class BulkCaseImport implements CaseImport {
    private static final int PORTION = 500;

    private final CaseTypes types;
    private final CaseHooks hooks;
    private final BulkCaseStore store;
    private final TransactionOperations transactions;
    private final Audit audit;
    private final Feed feed;
    private final Supplier<LegalCalendar> calendar;

    BulkCaseImport(
            CaseTypes types,
            CaseHooks hooks,
            BulkCaseStore store,
            TransactionOperations transactions,
            Audit audit,
            Feed feed,
            Supplier<LegalCalendar> calendar) {
        this.types = types;
        this.hooks = hooks;
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.feed = feed;
        this.calendar = calendar;
    }

    /** A history that has been played, with what goes beside the docket. */
    record Played(Docket docket, HistoricCase history, List<Audit.Past> audited, Feed.Change change) {}

    @Override
    public long importAll(Stream<HistoricCase> cases) {
        long count = 0;
        Iterator<HistoricCase> source = cases.iterator();
        while (source.hasNext()) {
            List<HistoricCase> portion = new ArrayList<>(PORTION);
            while (source.hasNext() && portion.size() < PORTION) {
                portion.add(source.next());
            }
            transactions.executeWithoutResult(
                    status -> write(portion.stream().map(this::play).toList()));
            count += portion.size();
        }
        return count;
    }

    @Override
    public long removeDemo(String type) {
        Long removed = transactions.execute(status -> store.removeDemo(type));
        return removed == null ? 0 : removed;
    }

    private Played play(HistoricCase history) {
        CaseType type = types.latest(history.opened().type());
        CaseTerms terms = hooks.terms(type);
        Docket docket = Docket.opened(
                type, history.opened(), history.openedBy(), calendar.get(), history.id(), history.openedAt());
        List<Audit.Past> audited = new ArrayList<>();
        TimelineEntry opening = docket.timeline.getLast();
        audited.add(
                new Audit.Past(opening.at(), history.openedBy(), CaseNews.event(type, docket.matter, opening, null)));
        TimelineEntry last = opening;
        for (HistoricCase.Deed deed : history.deeds()) {
            CaseAction action = type.action(deed.action())
                    .orElseThrow(() -> new Fault(CasesError.UNKNOWN_ACTION, type.name(), deed.action()));
            TimelineEntry entry = docket.act(deed.actor(), action, deed.input(), terms, deed.at());
            audited.add(new Audit.Past(
                    deed.at(), deed.actor(), CaseNews.event(type, docket.matter, entry, action.audit())));
            last = entry;
        }
        return new Played(docket, history, audited, CaseNews.change(docket.matter, last));
    }

    private void write(List<Played> portion) {
        store.copy(portion);
        audit.recordAll(portion.stream().flatMap(p -> p.audited().stream()).toList());
        feed.appendAll(portion.stream().map(Played::change).toList());
    }
}
