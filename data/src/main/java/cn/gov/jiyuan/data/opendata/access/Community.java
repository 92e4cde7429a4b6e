package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people wish to have opened (数据需求征集) and what they made of data (利用成果). */
@Service("opendata.Community")
public class Community {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST = 1000;
    private static final int SHOWN = 200;
    private static final List<String> KINDS = List.of("应用", "小程序", "网站", "研究报告", "可视化", "其他");

    private final ServiceStore store;
    private final Opener opener;
    private final Clock clock;

    Community(ServiceStore store, Opener opener, Clock clock) {
        this.store = store;
        this.opener = opener;
        this.clock = clock;
    }

    public record Wish(
            UUID id, String number, String title, String detail, String state, Instant sent, int votes, String answer) {
        public boolean isOpen() {
            return state.equals("collecting");
        }

        public String stateLabel() {
            return ServiceTypes.wish().state(state).label();
        }
    }

    public record Reuse(
            UUID id,
            String number,
            String title,
            String kind,
            String description,
            String link,
            List<UUID> datasets,
            String state,
            Instant sent) {}

    public static List<String> kinds() {
        return KINDS;
    }

    @Transactional
    public Wish wish(Actor actor, String title, String detail) {
        String what = Opener.typed("/title", title, LONGEST_TITLE);
        String why = Opener.typed("/detail", detail, LONGEST);
        Opener.Opened opened = opener.open(
                actor,
                ServiceTypes.WISH,
                "XQ",
                "数据需求：" + what,
                ServiceTypes.BUREAU,
                Map.of("title", what, "detail", why),
                false);
        Wish wish = new Wish(opened.id(), opened.number(), what, why, "collecting", clock.instant(), 0, "");
        store.insert(wish, actor.principalId(), false);
        store.vote(wish.id(), actor.principalId(), clock.instant());
        return wish;
    }

    /** One vote a party; a second one changes nothing. */
    @Transactional
    public boolean vote(Actor actor, UUID id) {
        Wish wish = store.wish(id).orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
        if (!wish.isOpen()) {
            throw new Fault(OpendataError.WRONG_STATE, wish.title());
        }
        return store.vote(id, actor.principalId(), clock.instant());
    }

    @Transactional(readOnly = true)
    public List<Wish> wishes() {
        return store.wishes(SHOWN);
    }

    /** @param link where it can be seen; only web addresses */
    @Transactional
    public Reuse offer(Actor actor, String title, String kind, String description, String link, List<UUID> datasets) {
        String name = Opener.typed("/title", title, LONGEST_TITLE);
        String words = Opener.typed("/description", description, LONGEST);
        String address = link.strip();
        if (!KINDS.contains(kind)) {
            throw Fault.at("/kind", OpendataError.BAD_CHOICE, kind);
        }
        if (!address.isEmpty() && !address.matches("https?://[^\\s\"<>]{3,300}")) {
            throw Fault.at("/link", OpendataError.BAD_CHOICE, "网址");
        }
        if (datasets.isEmpty()) {
            throw Fault.at("/datasets", OpendataError.EMPTY);
        }
        Opener.Opened opened = opener.open(
                actor,
                ServiceTypes.REUSE,
                "CG",
                "利用成果：" + name,
                ServiceTypes.BUREAU,
                Map.of("title", name, "kind", kind, "description", words, "link", address),
                false);
        Reuse reuse = new Reuse(
                opened.id(), opened.number(), name, kind, words, address, datasets, "moderating", clock.instant());
        store.insert(reuse, actor.principalId(), false);
        return reuse;
    }

    @Transactional(readOnly = true)
    public List<Reuse> shown() {
        return store.shown(SHOWN);
    }
}
