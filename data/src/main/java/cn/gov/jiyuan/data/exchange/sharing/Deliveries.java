package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files for those whose grant is one of files (批量交付). */
@Component
class Deliveries {
    private static final Set<String> FORMATS = Set.of("CSV", "XLSX");

    private final DeliveryStore store;
    private final GrantKeeper grants;
    private final LongJobs jobs;
    private final Cases cases;
    private final Audit audit;
    private final Clock clock;

    Deliveries(DeliveryStore store, GrantKeeper grants, LongJobs jobs, Cases cases, Audit audit, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.jobs = jobs;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID request(Actor actor, UUID grantId, String format, String purpose) {
        Grant grant = grants.own(actor, grantId);
        if (grant.mode() != ShareRequest.Mode.FILE) {
            throw new Fault(SharingError.WRONG_MODE, grant.mode().label());
        }
        if (grant.expiredAt(clock.instant())) {
            throw new Fault(SharingError.EXPIRED, grant.resourceName());
        }
        if (grant.state() != Grant.State.ACTIVE) {
            throw new Fault(SharingError.SUSPENDED, grant.state().label());
        }
        if (!FORMATS.contains(format)) {
            throw Fault.at("/format", SharingError.MISSING, "格式");
        }
        if (purpose.isBlank() || purpose.length() > 200) {
            throw Fault.at("/purpose", SharingError.MISSING, "事由");
        }
        UUID id = Ids.next();
        String day = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        String serial = cases.nextNumber("JF" + day, 5);
        store.insert(id, serial, grant, format, purpose.strip(), actor.name(), clock.instant());
        jobs.submit(DeliveryWork.KIND, "批量交付 " + serial + "：" + grant.resourceName(), actor, id.toString());
        audit.record(
                actor,
                new AuditEvent(
                        "exchange.delivery.request",
                        "exchange.delivery",
                        id.toString(),
                        "申请批量交付 " + serial + "：" + grant.resourceName() + "，事由“" + purpose.strip() + "”",
                        Map.of("grant", grantId.toString(), "format", format)));
        return id;
    }

    /** The file, for the unit it was made for; each taking is noted. */
    @Transactional
    public UUID take(Actor actor, UUID id) {
        DeliveryStore.Delivery delivery = store.find(id)
                .filter(found -> found.unitId().equals(actor.unitId()))
                .orElseThrow(() -> new Fault(SharingError.UNKNOWN));
        UUID file = delivery.fileId();
        if (file == null) {
            throw new Fault(SharingError.NOT_SERVED);
        }
        audit.record(
                actor,
                new AuditEvent(
                        "exchange.delivery.take",
                        "exchange.delivery",
                        id.toString(),
                        "下载了批量交付 " + delivery.serial(),
                        Map.of("digest", String.valueOf(delivery.digest()))));
        return file;
    }
}
