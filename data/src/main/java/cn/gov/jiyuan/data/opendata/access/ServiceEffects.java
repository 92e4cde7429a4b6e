package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.messages.Messages;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes what an answer changed and tells whoever asked. */
final class ServiceEffects implements CaseEffects {
    private static final Set<String> SILENT = Set.of("apply", "register", "agree");

    private final String type;
    private final ServiceStore.Table table;
    private final ServiceStore store;
    private final Messages messages;
    private final String link;

    ServiceEffects(String type, ServiceStore.Table table, ServiceStore store, Messages messages, String link) {
        this.type = type;
        this.table = table;
        this.store = store;
        this.messages = messages;
        this.link = link;
    }

    @Override
    public String caseType() {
        return type;
    }

    @Override
    public Result after(Transition transition) {
        String action = transition.action().id();
        UUID id = transition.matter().id();
        String reason = transition.input().reason();
        String words = SILENT.contains(action)
                ? ""
                : reason.isBlank() ? transition.input().opinion() : reason;
        store.moved(
                table,
                id,
                transition.matter().state(),
                words,
                transition.matter().dueAt(),
                transition.at(),
                !SILENT.contains(action));
        ServiceStore.Told told = store.told(table, id);
        if (!SILENT.contains(action) && told.party() != null) {
            messages.send(told.party(), type + "." + action, List.of(told.title(), words), link);
        }
        return Result.NONE;
    }
}
