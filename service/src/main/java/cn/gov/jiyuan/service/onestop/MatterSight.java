package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.AccessError;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.TaskStatus;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees what is personal in a matter in full (查看个人信息): whoever has it in hand at the moment, and whoever handles such
 * matters and states a purpose, which goes on record. 个人信息保护法第六条、第五十五条。
 */
@Service
class MatterSight {
    private final Cases cases;
    private final Access access;
    private final Audit audit;

    MatterSight(Cases cases, Access access, Audit audit) {
        this.cases = cases;
        this.access = access;
        this.audit = audit;
    }

    /** Has he a task of it that is not done yet? */
    boolean inHand(Actor actor, CaseView matter) {
        return matter.closedAt() == null
                && mayAsk(actor, matter)
                && cases.read(Actor.SYSTEM, matter.id()).tasks().stream()
                        .filter(task -> task.status() == TaskStatus.OPEN)
                        .anyMatch(task ->
                                task.assignee() != null && task.assignee().id().equals(actor.personId()));
    }

    boolean mayAsk(Actor actor, CaseView matter) {
        return Stream.of("onestop.matter.accept", "onestop.matter.review", "onestop.matter.decide")
                .anyMatch(permission -> access.rows(actor, permission).covers(matter.unitId(), null, null));
    }

    /** Notes that he reads it in full, and why. */
    @Transactional
    void disclose(Actor actor, CaseView matter, String purpose) {
        if (!mayAsk(actor, matter)) {
            throw new Fault(AccessError.FORBIDDEN, "查看个人信息");
        }
        if (purpose.isBlank()) {
            throw Fault.at("/purpose", OnestopError.PURPOSE);
        }
        audit.record(
                actor,
                new AuditEvent(
                        "onestop.matter.disclosed",
                        "case",
                        matter.id().toString(),
                        "查看办件 " + matter.number() + " 中个人信息的完整内容",
                        Map.of("purpose", purpose.strip())));
    }
}
