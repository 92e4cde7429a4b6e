package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.portal.KeptForm;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an agent typed into a page that was refused because of his power (暂存页): not part of the applicant's draft, and
 * shown to nobody but himself when he may go on.
 */
@Component
class HeldPages {
    private final HeldPageStore store;
    private final Clock clock;

    HeldPages(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.store = new HeldPageStore(jdbc, cipher);
        this.clock = clock;
    }

    @Transactional
    public void hold(Actor actor, UUID application, String page, Map<String, List<String>> typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        fields.remove("_csrf");
        fields.remove("seen");
        store.put(
                application,
                actor.personId(),
                page,
                JsonMapper.shared().writeValueAsString(fields),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    Optional<KeptForm> of(Actor actor, UUID application, String page, String target) {
        return store.find(application, actor.personId(), page)
                .map(json -> JsonMapper.shared().readValue(json, Fields.class))
                .map(fields -> new KeptForm(target, target, fields, List.of()));
    }

    @Transactional
    public void release(Actor actor, UUID application, String page) {
        store.delete(application, actor.personId(), page);
    }

    private static final class Fields extends LinkedHashMap<String, List<String>> {
        private static final long serialVersionUID = 1;
    }
}
