package cn.gov.jiyuan.platform.cases;

import static cn.gov.jiyuan.platform.cases.People.APPLICANT;
import static cn.gov.jiyuan.platform.cases.People.APPROVER;
import static cn.gov.jiyuan.platform.cases.People.CLERK;
import static cn.gov.jiyuan.platform.cases.People.EXPERT;
import static cn.gov.jiyuan.platform.cases.People.REVIEWER;
import static cn.gov.jiyuan.platform.cases.People.STRANGER;
import static cn.gov.jiyuan.platform.cases.People.colleague;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who finds which work where. */
class InboxTest {
    private final Office office = new Office();
    private final Inbox inbox = office.engine.inbox();

    @Test
    void claimable_work_shows_to_the_role_in_the_unit_and_to_nobody_else() {
        UUID id = office.aSubmittedCase();
        assertThat(found(CLERK, Inbox.View.CLAIMABLE)).containsExactly(id);
        assertThat(found(REVIEWER, Inbox.View.CLAIMABLE)).isEmpty();
        assertThat(found(STRANGER, Inbox.View.CLAIMABLE)).isEmpty();
        office.tasks.claim(CLERK, office.task(id, TaskKind.HANDLE).id());
        assertThat(found(CLERK, Inbox.View.CLAIMABLE)).isEmpty();
        assertThat(found(CLERK, Inbox.View.MINE)).containsExactly(id);
        office.act(CLERK, id, "accept", ActionInput.opinion("齐全"));
        assertThat(found(CLERK, Inbox.View.MINE)).isEmpty();
        assertThat(found(CLERK, Inbox.View.DONE)).containsExactly(id);
    }

    @Test
    void a_copy_shows_to_its_reader() {
        UUID id = office.anAcceptedCase();
        office.tasks.copy(REVIEWER, id, List.of(colleague(EXPERT)), "请阅");
        assertThat(found(EXPERT, Inbox.View.COPIES)).containsExactly(id);
        assertThat(inbox.counts(EXPERT)).containsEntry(Inbox.View.COPIES, 1);
        office.tasks.read(EXPERT, office.task(id, TaskKind.COPY).id(), "");
        assertThat(inbox.counts(EXPERT)).containsEntry(Inbox.View.COPIES, 0);
        assertThat(found(EXPERT, Inbox.View.COPIES)).containsExactly(id);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        List<UUID> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            opened.add(i % 2 == 0 ? office.anAcceptedCase() : office.aSubmittedCase());
            office.later(java.time.Duration.ofHours(30));
        }
        List<UUID> seen = new ArrayList<>();
        String after = null;
        do {
            Inbox.Page<Inbox.Item> page =
                    inbox.items(People.JACK_OF_ALL, Inbox.View.CLAIMABLE, Inbox.Filter.NONE, after, 2);
            page.items().forEach(item -> seen.add(item.caseId()));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(inbox.cases(CLERK, LicenceCases.ID, Inbox.CaseFilter.NONE, null, 3)
                        .items())
                .extracting(CaseView::id)
                .containsExactly(opened.get(6), opened.get(5), opened.get(4));
        assertThat(inbox.cases(STRANGER, LicenceCases.ID, Inbox.CaseFilter.NONE, null, 3)
                        .items())
                .isEmpty();
        assertThat(inbox.cases(CLERK, LicenceCases.ID, new Inbox.CaseFilter("review", "食品"), null, 9)
                        .items())
                .hasSize(4);
        assertThat(inbox.ofApplicant(APPLICANT.personId(), null, 50).items()).hasSize(7);
    }

    @Test
    void my_day_counts_what_is_late_and_what_is_due() {
        office.on(2023, 3, 6, 9, 0);
        UUID id = office.aProposedCase();
        office.tasks.claim(APPROVER, office.task(id, TaskKind.HANDLE).id());
        office.on(2023, 3, 9, 9, 0);
        assertThat(inbox.myDay(APPROVER)).isEqualTo(new Inbox.MyDay(1, 0, 0, 0, 0, 0, 0, 0));
        office.on(2023, 3, 10, 9, 0);
        assertThat(inbox.myDay(APPROVER).soon()).isEqualTo(1);
        office.on(2023, 3, 13, 9, 0);
        assertThat(inbox.myDay(APPROVER).today()).isEqualTo(1);
        office.on(2023, 3, 14, 9, 0);
        assertThat(inbox.myDay(APPROVER).overdue()).isEqualTo(1);
        Inbox.Item item = inbox.items(APPROVER, Inbox.View.MINE, Inbox.Filter.NONE, null, 10)
                .items()
                .getFirst();
        assertThat(item.isLate(office.now)).isTrue();
        assertThat(item.stateLabel()).isEqualTo("待决定");
    }

    @Test
    void a_list_by_deadline_is_whole_and_counted() {
        office.on(2023, 3, 6, 9, 0);
        UUID early = office.aProposedCase();
        office.on(2023, 3, 9, 9, 0);
        UUID late = office.aProposedCase();
        office.on(2023, 3, 13, 9, 0);
        assertThat(due(Inbox.Due.TODAY)).containsExactly(early);
        assertThat(due(Inbox.Due.SOON)).containsExactly(late);
        office.on(2023, 3, 14, 9, 0);
        assertThat(due(Inbox.Due.OVERDUE)).containsExactly(early);
        assertThat(inbox.due(APPROVER, Inbox.View.CLAIMABLE))
                .containsEntry(Inbox.Due.OVERDUE, 1)
                .containsEntry(Inbox.Due.TODAY, 0)
                .containsEntry(Inbox.Due.WAITING, 0);
        assertThat(inbox.due(APPROVER, Inbox.View.DONE)).isEmpty();
    }

    private List<UUID> due(Inbox.Due due) {
        return inbox.items(APPROVER, Inbox.View.CLAIMABLE, new Inbox.Filter(null, null, due), null, 50).items().stream()
                .map(Inbox.Item::caseId)
                .toList();
    }

    private List<UUID> found(cn.gov.jiyuan.kernel.actor.Actor actor, Inbox.View view) {
        return inbox.items(actor, view, Inbox.Filter.NONE, null, 50).items().stream()
                .map(Inbox.Item::caseId)
                .toList();
    }
}
