package cn.gov.jiyuan.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One application for a food business licence, step by step over HTTP, from the first question to the licence. It
 * remembers what the platform acknowledged. A step without an answer is done again, as a person would do it; that it
 * then has happened only once is what {@link LicenceLedger} checks.
 */
public final class LicenceStory {
    /** Of all demo accounts. */
    public static final String PASSWORD = "Jiyuan-2026";

    static final byte[] PICTURE = picture();

    /** The officials' actions in order; an action's place is also what tells how far the matter must be. */
    static final List<String> ACTIONS = List.of("accept", "review", "grant", "issue", "deliver");

    private static final List<String> PERFORMERS = List.of("clerk", "reviewer", "approver", "approver", "clerk");

    /** The people of one story. They keep their sessions while nodes come and go. */
    public record Cast(Visitor owner, Visitor clerk, Visitor reviewer, Visitor approver) {
        /** Logs everybody in. */
        public static Cast signIn(URI node) throws IOException, InterruptedException {
            Cast cast = new Cast(new Visitor(node), new Visitor(node), new Visitor(node), new Visitor(node));
            cast.owner.signIn("owner", PASSWORD, true);
            cast.clerk.signIn("clerk", PASSWORD, false);
            cast.reviewer.signIn("reviewer", PASSWORD, false);
            cast.approver.signIn("approver", PASSWORD, false);
            return cast;
        }

        /** From now on they talk to another node. */
        public void moveTo(URI node) {
            List.of(owner, clerk, reviewer, approver).forEach(visitor -> visitor.moveTo(node));
        }

        Visitor named(String name) {
            return switch (name) {
                case "clerk" -> clerk;
                case "reviewer" -> reviewer;
                case "approver" -> approver;
                default -> owner;
            };
        }
    }

    /** A page of the form with what is filled in. */
    private record Page(String id, Map<String, String> answers) {}

    private final Cast cast;
    private final String itemCode;
    private final String token = UUID.randomUUID().toString();
    private final List<Page> pages;
    private final List<String> answered = new ArrayList<>();
    private final List<String> acted = new ArrayList<>();
    private @Nullable String draft;
    private @Nullable String caseId;
    private @Nullable String inDoubt;

    public LicenceStory(Cast cast, String itemCode) {
        this.cast = cast;
        this.itemCode = itemCode;
        this.pages = pages(token);
    }

    private static List<Page> pages(String token) {
        return List.of(
                new Page(
                        "subject",
                        Map.of("subjectKind", "company", "name", "济源市故障演练餐饮有限公司", "uscc", "91419001MA44A1B2XX")),
                new Page("premises", Map.of("town", "419001001", "premises", "宣化东街 100 号 " + token)),
                new Page("business", Map.of("businessKind", "sales")),
                new Page("items", Map.of("items", "bulk")),
                new Page("area", Map.of("area", "80", "kitchenInBasement", "false")),
                new Page("online", Map.of("onlineBusiness", "false")),
                new Page("representative", Map.of("representative", "张伟", "representativeId", "")),
                new Page("manager", Map.of("manager", "李娜", "managerPhone", "13800138000")),
                new Page("staff", Map.of()),
                new Page("contact", Map.of("contactPhone", "13900139000")),
                new Page("attachments", Map.of()),
                new Page("declaration", Map.of("truthful", "true", "noRevocation", "true")));
    }

    public boolean isOver() {
        return acted.size() == ACTIONS.size();
    }

    public @Nullable String draft() {
        return draft;
    }

    public @Nullable String caseId() {
        return caseId;
    }

    /** Unique among all stories; part of what was filled in. */
    public String token() {
        return token;
    }

    /** Pages whose saving was acknowledged. */
    List<String> answered() {
        return List.copyOf(answered);
    }

    /** Actions that were acknowledged, in order. */
    List<String> acted() {
        return List.copyOf(acted);
    }

    /** The step that was sent without an answer, empty text if there is none. */
    String inDoubt() {
        return inDoubt == null ? "" : inDoubt;
    }

    Cast cast() {
        return cast;
    }

    /** How many steps were acknowledged. */
    public int steps() {
        return (draft == null ? 0 : 1) + answered.size() + (caseId == null ? 0 : 1) + acted.size();
    }

    /**
     * Does the next step.
     *
     * @throws IOException if the platform did not answer; the step is then in doubt and is repeated next time
     * @throws IllegalStateException if it answered otherwise than with success
     */
    public void next() throws IOException, InterruptedException {
        if (draft == null) {
            begin();
        } else if (answered.size() < pages.size()) {
            answer(draft, pages.get(answered.size()));
        } else if (caseId == null) {
            submit(draft);
        } else if (!isOver()) {
            act(caseId, ACTIONS.get(acted.size()), PERFORMERS.get(acted.size()));
        }
        inDoubt = null;
    }

    private void begin() throws IOException, InterruptedException {
        inDoubt = "start";
        Visitor.Answer answer = redirect("start", cast.owner.post("/apply/" + itemCode + "/start", Map.of()));
        draft = last(answer.location());
    }

    private void answer(String id, Page page) throws IOException, InterruptedException {
        inDoubt = page.id();
        String path = "/apply/" + id + "/" + page.id();
        Visitor.Answer answer = page.id().equals("attachments")
                ? cast.owner.upload(path, List.of("subjectProof", "layout", "rules"), PICTURE)
                : cast.owner.post(path, complete(id, page));
        redirect(page.id(), answer);
        answered.add(page.id());
    }

    /** What the platform filled in itself stays. */
    private Map<String, String> complete(String id, Page page) throws IOException, InterruptedException {
        if (!page.id().equals("subject") && !page.id().equals("representative")) {
            return page.answers();
        }
        Map<String, String> answers = new java.util.HashMap<>(page.answers());
        String html = cast.owner.get("/apply/" + id + "/" + page.id()).body();
        for (String field : List.of("name", "uscc", "representative", "representativeId")) {
            String value = FormText.valueOf(html, field);
            if (!value.isEmpty()) {
                answers.put(field, value);
            }
        }
        return answers;
    }

    private void submit(String id) throws IOException, InterruptedException {
        inDoubt = "submit";
        Visitor.Answer answer = redirect("submit", cast.owner.post("/apply/" + id + "/submit", Map.of()));
        caseId = answer.location().split("/", -1)[3];
    }

    private void act(String id, String action, String performer) throws IOException, InterruptedException {
        Visitor official = cast.named(performer);
        Visitor.Answer file = official.get("/api/cases/" + id);
        require(action + ": reading the case", file.status() == 200, file);
        JsonNode matter = file.json().get("matter");
        inDoubt = action;
        Map<String, Object> body = Map.of(
                "expectedVersion",
                matter.get("version").asInt(),
                "opinion",
                "材料齐全，同意。",
                "idempotencyKey",
                token + ":" + action);
        Visitor.Answer answer = official.postJson("/api/cases/" + id + "/actions/" + action, body);
        require(action, answer.status() == 200, answer);
        acted.add(action);
    }

    private static Visitor.Answer redirect(String step, Visitor.Answer answer) {
        require(step, answer.status() == 302 && !answer.location().startsWith("/login"), answer);
        return answer;
    }

    private static void require(String step, boolean fulfilled, Visitor.Answer answer) {
        if (!fulfilled) {
            throw new IllegalStateException("step " + step + " was answered with " + answer.status() + " "
                    + answer.location() + "\n" + FormText.problem(answer.body()));
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
