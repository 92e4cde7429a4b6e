package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.platform.cases.CaseFacts;
import cn.gov.jiyuan.platform.cases.CaseWatch;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often the clocks of a matter were stopped (特别程序) or prolonged; matters without are no rows. */
@Component
final class PauseReader implements RowReader {
    private static final String TYPE = "onestop.matter";
    private static final int PORTION = 500;
    private final CaseWatch watch;

    PauseReader(CaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public String id() {
        return "pauses";
    }

    @Override
    public void all(Consumer<@Nullable Object[]> reader) {
        @Nullable UUID after = null;
        List<UUID> portion;
        do {
            portion = watch.ids(TYPE, after, PORTION);
            read(portion, reader);
            after = portion.isEmpty() ? after : portion.getLast();
        } while (portion.size() == PORTION);
    }

    @Override
    public void some(Collection<String> keys, Consumer<@Nullable Object[]> reader) {
        read(keys.stream().map(UUID::fromString).toList(), reader);
    }

    private void read(Collection<UUID> ids, Consumer<@Nullable Object[]> reader) {
        for (CaseFacts facts : watch.facts(ids)) {
            long pauses = changes(facts, false);
            long prolongations = changes(facts, true);
            if (pauses + prolongations > 0) {
                reader.accept(new @Nullable Object[] {facts.id().toString(), pauses, prolongations});
            }
        }
    }

    /** Several clocks stop at the same moment: the one that was moved most often tells. */
    private static long changes(CaseFacts facts, boolean prolongation) {
        return facts.clocks().stream()
                .mapToLong(clock -> clock.changes().stream()
                        .filter(change -> change.prolongation() == prolongation)
                        .count())
                .max()
                .orElse(0);
    }
}
