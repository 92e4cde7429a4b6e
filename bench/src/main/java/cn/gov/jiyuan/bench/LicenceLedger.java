package cn.gov.jiyuan.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what people were told with what is there: each acknowledged step once, a step in doubt at most once, nothing
 * else, and nothing half done. It reads the tables, because half a state is just what no page would show.
 */
public final class LicenceLedger {
    private static final Map<String, String> STATE_AFTER = Map.of(
            "submit", "submitted",
            "accept", "review",
            "review", "decision",
            "grant", "granted",
            "issue", "ready",
            "deliver", "delivered");

    private final JdbcClient jdbc;

    public LicenceLedger(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Implementation code of the food business licence that the software ships. */
    public String itemCode() {
        return jdbc.sql("select code from items.item where basic_code = '000131013000' and not is_demo")
                .query(String.class)
                .single();
    }

    /** What is wrong with one story, in words; empty if all is well. */
    public List<String> complaints(LicenceStory story) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        String draft = story.draft();
        if (draft == null) {
            return complaints;
        }
        expect(complaints, "application", 1, number("select count(*) from onestop.application where id = ?", draft));
        List<UUID> opened = jdbc.sql("select id from cases.matter where open_key = ?")
                .param("application:" + draft)
                .query(UUID.class)
                .list();
        String known = story.caseId();
        if (known != null && !opened.equals(List.of(UUID.fromString(known)))) {
            complaints.add("acknowledged case " + known + ", but there is " + opened);
        } else if (known == null && opened.size() > (story.inDoubt().equals("submit") ? 1 : 0)) {
            complaints.add("never submitted, but there is " + opened);
        }
        answers(complaints, story, draft, opened);
        if (opened.size() == 1) {
            matter(complaints, story, opened.getFirst());
        }
        return complaints.stream().map(line -> line + " — draft " + draft).toList();
    }

    /** What was typed in is shown again. */
    private static void answers(List<String> complaints, LicenceStory story, String draft, List<UUID> opened)
            throws IOException, InterruptedException {
        if (!story.answered().contains("premises")) {
            return;
        }
        String path = opened.size() == 1 ? "/my/matters/" + opened.getFirst() : "/apply/" + draft + "/premises";
        Visitor.Answer page = story.cast().owner().get(path);
        if (page.status() != 200 || !page.body().contains(story.token())) {
            complaints.add("page premises was saved, but " + path + " (" + page.status() + ") does not show it");
        }
    }

    private void matter(List<String> complaints, LicenceStory story, UUID id) throws IOException, InterruptedException {
        List<String> moves = jdbc.sql(
                        "select action from cases.step where case_id = ? and action <> 'task.attach' order by sequence")
                .param(id)
                .query(String.class)
                .list();
        // Opening a matter and submitting it are one transaction.
        if (moves.size() < 2 || !moves.get(1).equals("submit")) {
            complaints.add("opened, but not submitted: " + moves);
            return;
        }
        List<String> actions = moves.subList(2, moves.size());
        List<String> atMost = new ArrayList<>(story.acted());
        if (LicenceStory.ACTIONS.contains(story.inDoubt())) {
            atMost.add(story.inDoubt());
        }
        if (!actions.equals(story.acted()) && !actions.equals(atMost)) {
            complaints.add(
                    "acknowledged " + story.acted() + ", in doubt “" + story.inDoubt() + "”, but done " + actions);
        }
        String last = actions.isEmpty() ? "submit" : actions.getLast();
        String state = jdbc.sql("select state from cases.matter where id = ?")
                .param(id)
                .query(String.class)
                .single();
        if (!state.equals(STATE_AFTER.get(last))) {
            complaints.add("state " + state + " after " + last);
        }
        half(complaints, id, actions);
        files(complaints, story, id);
    }

    /** All that belongs to a step came with it. */
    private void half(List<String> complaints, UUID id, List<String> actions) {
        long letters = actions.stream()
                .filter(action -> action.equals("accept") || action.equals("grant"))
                .count();
        int licences = actions.contains("issue") ? 1 : 0;
        int live = actions.contains("deliver") ? 0 : 1;
        String text = id.toString();
        expect(complaints, "gapless steps", 1, number("""
                select count(*) from cases.matter m where id = ? and sequence =
                    (select count(*) from cases.step s where s.case_id = m.id) and sequence =
                    (select max(s.sequence) from cases.step s where s.case_id = m.id)
                """, text));
        expect(complaints, "live tasks", live, number("""
                select count(*) from cases.task t join cases.matter m on m.id = t.case_id and m.state = t.state
                 where t.case_id = ? and t.status = 'OPEN'
                """, text));
        expect(
                complaints,
                "materials",
                3,
                number("select count(*) from cases.evidence where case_id = ? and source = 'UPLOADED'", text));
        expect(
                complaints,
                "letters",
                letters,
                number("select count(*) from cases.evidence where case_id = ? and kind = 'notice'", text));
        expect(
                complaints,
                "licences",
                licences,
                number("select count(*) from licences.licence where case_id = ?", text));
        expect(
                complaints,
                "licences in the file",
                licences,
                number("select count(*) from cases.evidence where case_id = ? and kind = 'licence'", text));
        long steps = jdbc.sql("select count(*) from cases.step where case_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        long audited = jdbc.sql("select count(*) from audit.event where subject_type = 'case' and subject_id = ?")
                .param(text)
                .query(Long.class)
                .single();
        expect(complaints, "audit events", steps, audited);
    }

    /** Every file that the matter names can be read. */
    private void files(List<String> complaints, LicenceStory story, UUID id) throws IOException, InterruptedException {
        List<UUID> files = jdbc.sql("select file_id from cases.evidence where case_id = ? and file_id is not null")
                .param(id)
                .query(UUID.class)
                .list();
        for (UUID file : files) {
            String path = "/api/onestop/matters/" + id + "/files/" + file;
            Visitor.Answer answer = story.cast().clerk().get(path);
            if (answer.status() != 200 || answer.body().isEmpty()) {
                complaints.add("file " + file + " answers " + answer.status());
            }
        }
    }

    /** Numbers of matters, which are promised to be without gaps. */
    public List<String> numberGaps() {
        List<Integer> serials = jdbc.sql("""
                        select right(number, 5)::int from cases.matter
                         where type = 'onestop.matter' and not is_demo and number is not null
                         order by left(number, -5), 1
                        """).query(Integer.class).list();
        for (int i = 1; i < serials.size(); i++) {
            int expected = serials.get(i - 1) + 1;
            if (serials.get(i) != expected && serials.get(i) != 1) {
                return List.of("serial numbers are not without gaps: "
                        + serials.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            }
        }
        return List.of();
    }

    private long number(String sql, String id) {
        return jdbc.sql(sql).param(UUID.fromString(id)).query(Long.class).single();
    }

    private static void expect(List<String> complaints, String what, long expected, long found) {
        if (expected != found) {
            complaints.add(what + ": expected " + expected + ", found " + found);
        }
    }
}
