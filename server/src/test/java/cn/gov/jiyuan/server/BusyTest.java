package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More people at once than the database has connections: whoever waits too long is told so and loses nothing. */
class BusyTest extends ServerTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final String TYPED = "天坛路 17 号二楼";

    @Autowired
    private DataSource dataSource;

    @Test
    void whatWasTypedStaysOnThePageAndIsTakenTheNextTime() throws Exception {
        Applicant owner = anEnterpriseOwner();
        UUID application = owner.starts();
        owner.answersUpTo(application, "premises");
        String page = "/apply/" + application + "/premises";
        Map<String, List<String>> typed = new LinkedHashMap<>(owner.answers().get("premises"));
        typed.put("premises", List.of(TYPED));
        typed.put("_csrf", List.of(owner.browser().token()));
        Browser reader = someoneAs("citizen");
        Browser program = someoneAs("clerk");

        List<CompletableFuture<Answer>> answers;
        try (Crowd crowd = new Crowd(dataSource)) {
            answers = List.of(
                    CompletableFuture.supplyAsync(() -> owner.browser().postFrom(page, page, typed), crowd::run),
                    CompletableFuture.supplyAsync(() -> reader.get("/my?tab=drafts"), crowd::run),
                    CompletableFuture.supplyAsync(() -> program.getJson("/api/session"), crowd::run));
            answers.forEach(CompletableFuture::join);
        }

        Answer form = answers.getFirst().join();
        assertThat(form.status()).isEqualTo(503);
        assertThat(form.header("Retry-After")).isEqualTo("10");
        assertThat(form.text()).contains("现在办理的人较多").contains("不用重新填写").contains("再次提交");
        Map<String, List<String>> kept = hidden(form, page);
        assertThat(kept).containsEntry("premises", List.of(TYPED)).containsKey("town");

        Answer taken = owner.browser().post(page, kept);
        assertThat(taken.path()).isEqualTo("/apply/" + application + "/business");
        assertThat(owner.browser().get(page).body()).contains(TYPED);

        Answer read = answers.get(1).join();
        assertThat(read.status()).isEqualTo(503);
        assertThat(read.body()).contains("href=\"/my?tab=drafts\">再试一次</a>");

        Answer problem = answers.get(2).join();
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.header("Retry-After")).isEqualTo("10");
        assertThat(problem.json().path("code").asString()).isEqualTo("database.busy");
        assertThat(problem.json().path("detail").asString()).contains("较多").contains("都在");
    }

    @Test
    void aFormOfAnotherSiteIsNotOfferedForSending() throws Exception {
        Browser citizen = someoneAs("citizen");
        String token = citizen.token();
        Answer answer;
        try (Crowd crowd = new Crowd(dataSource)) {
            answer = citizen.postOnce(
                    "/identity/capacity", Map.of("capacity", List.of("SELF"), "_csrf", List.of(token)));
        }
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).doesNotContain("再次提交");
    }

    private static Map<String, List<String>> hidden(Answer page, String target) {
        String form = page.body().substring(page.body().indexOf("<form action=\"" + target + "\""));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
        while (field.find()) {
            if (!field.group(1).equals("_csrf")) {
                fields.put(field.group(1), List.of(field.group(2)));
            }
        }
        return fields;
    }

    /** So many threads that hold a connection, or wait for one, that nobody else comes to the turn. */
    private static final class Crowd implements AutoCloseable {
        private static final int PEOPLE = 40;
        private static final int HOLDERS = 9;

        private final CountDownLatch goHome = new CountDownLatch(1);
        private final CountDownLatch holding = new CountDownLatch(HOLDERS);
        private final List<Thread> people = new ArrayList<>();

        Crowd(DataSource dataSource) throws InterruptedException {
            for (int i = 0; i < PEOPLE; i++) {
                people.add(Thread.ofVirtual().start(() -> hold(dataSource)));
            }
            assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();
        }

        private void hold(DataSource dataSource) {
            while (goHome.getCount() > 0) {
                try (Connection connection = dataSource.getConnection()) {
                    holding.countDown();
                    goHome.await();
                } catch (SQLException waitedInVain) {
                    // Nobody came to the turn, as it should be; join the line again.
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        void run(Runnable request) {
            Thread.ofVirtual().start(request);
        }

        @Override
        public void close() throws InterruptedException {
            goHome.countDown();
            for (Thread one : people) {
                one.join();
            }
        }
    }
}
