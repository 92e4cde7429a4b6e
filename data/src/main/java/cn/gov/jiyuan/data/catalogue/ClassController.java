package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tree of classes, and a patrol at once. */
@RestController
@RequestMapping("/api/catalogue")
class ClassController {
    private final ClassStore store;
    private final Patrol patrol;
    private final CensusReminders reminders;
    private final Audit audit;
    private final TransactionTemplate transactions;

    ClassController(
            ClassStore store, Patrol patrol, CensusReminders reminders, Audit audit, TransactionTemplate transactions) {
        this.store = store;
        this.patrol = patrol;
        this.reminders = reminders;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A class to be added or renamed. */
    record NewClass(
            @Nullable String code,
            @Nullable String name,
            @Nullable String unitCode) {}

    /** What patrol and reminders found. */
    record Looked(int looked, int yellow, int red, int reminded) {}

    @GetMapping("/classes")
    @Permitted("catalogue.resource.read")
    List<ClassStore.ResourceClass> classes() {
        return store.all();
    }

    /** Adds a class as the province hands it down, or renames it. */
    @PostMapping("/classes")
    @Permitted("catalogue.class.keep")
    ClassStore.ResourceClass put(Actor actor, @RequestBody NewClass wanted) {
        String code = Objects.requireNonNullElse(wanted.code(), "");
        String name = Objects.requireNonNullElse(wanted.name(), "").strip();
        String parent = parent(code);
        if (!code.matches("[123]\\d*") || parent == null || name.isEmpty()) {
            throw Fault.at("/code", CatalogueError.CLASS_FORM, code);
        }
        int above = store.find(parent)
                .orElseThrow(() -> Fault.at("/code", CatalogueError.CLASS_FORM, code))
                .level();
        ClassStore.ResourceClass one = new ClassStore.ResourceClass(code, parent, above + 1, name, wanted.unitCode());
        transactions.executeWithoutResult(status -> {
            store.put(one);
            audit.record(
                    actor, new AuditEvent("catalogue.class", "class", code, "维护信息资源分类：" + code + " " + name, Map.of()));
        });
        return one;
    }

    /** A class has one digit, its item two more, the directory three more, a subdirectory any number. */
    private static @Nullable String parent(String code) {
        return switch (code.length()) {
            case 3 -> code.substring(0, 1);
            case 6 -> code.substring(0, 3);
            case 0, 1, 2, 4, 5 -> null;
            default -> code.substring(0, 6);
        };
    }

    /** Looks at all cycles and census terms now; the same happens every day by itself. */
    @PostMapping("/patrols")
    @Permitted("catalogue.patrol.run")
    Looked patrol(Actor actor) {
        Patrol.Outcome outcome = patrol.all();
        int reminded = reminders.remindAll();
        transactions.executeWithoutResult(status -> audit.record(
                actor,
                new AuditEvent(
                        "catalogue.patrol",
                        "catalogue.patrol",
                        "all",
                        "立即巡检：查看 " + outcome.looked() + " 条，黄灯 " + outcome.yellow() + "，红灯 " + outcome.red() + "，普查催办 "
                                + reminded + " 份",
                        Map.of("looked", outcome.looked()))));
        return new Looked(outcome.looked(), outcome.yellow(), outcome.red(), reminded);
    }
}
