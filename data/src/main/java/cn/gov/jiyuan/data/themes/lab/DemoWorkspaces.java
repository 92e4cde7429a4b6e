package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.platform.parties.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A workspace of the data manager with a view shared with two towns, and one that waits for his approval. */
@Component
class DemoWorkspaces implements DemoSource {
    private static final int AFTER_THEMES = 81;
    private final WorkspaceStore workspaces;
    private final SharedViewStore views;
    private final Clock clock;

    DemoWorkspaces(WorkspaceStore workspaces, SharedViewStore views, Clock clock) {
        this.workspaces = workspaces;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_THEMES;
    }

    @Override
    public String name() {
        return "DemoWorkspaces";
    }

    @Override
    public String title() {
        return "分析空间";
    }

    @Override
    @Transactional
    public void load(Progress progress) {
        progress.total(2);
        workspaces.removeDemo();
        Workspace open = space("datamanager", "渠道和时限分析", "为窗口设置和掌上办优化提供依据", Masking.MASKED);
        workspaces.insert(open, true);
        workspaces.decide(
                open.id(), Workspace.State.OPEN, "用途明确，同意", official("leader").name(), clock.instant());
        views.insert(view(open), true);
        progress.advance(1);
        workspaces.insert(space("datasteward", "市场监管办件分析", "分析食品许可办理时长", Masking.AGGREGATE), true);
        progress.advance(1);
    }

    private static DemoStaff.Official official(String login) {
        return DemoStaff.all().stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private Workspace space(String login, String title, String purpose, Masking masking) {
        DemoStaff.Official owner = official(login);
        LocalDate today = LocalDate.now(clock);
        return new Workspace(
                id(title),
                title,
                purpose,
                List.of("dwd.service_matter", "dwd.service_review", "dws.service_figure"),
                masking,
                today,
                today.plusMonths(6),
                Workspace.State.REQUESTED,
                null,
                Unit.idOf(owner.unit()),
                owner.id(),
                owner.name(),
                made(),
                null);
    }

    private SharedView view(Workspace space) {
        QuerySpec query = new QuerySpec(
                "dwd.service_matter",
                List.of("channel"),
                List.of(new QuerySpec.Measure(QuerySpec.Function.COUNT, null)),
                List.of(),
                null);
        return new SharedView(
                id("各渠道办件"),
                space.id(),
                "各渠道办件",
                SharedView.Chart.BAR,
                query,
                space.masking(),
                List.of(Unit.idOf("kejing"), Unit.idOf("market")),
                space.ownerId(),
                space.ownerName(),
                space.unitId(),
                made());
    }

    private Instant made() {
        return clock.instant();
    }

    private static UUID id(String title) {
        return UUID.nameUUIDFromBytes(("themes.demo:" + title).getBytes(StandardCharsets.UTF_8));
    }
}
