package cn.gov.jiyuan.server.town;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A citizen with an account of his own, who may act for others and let others act for him (群众). */
public final class Neighbour {
    private final Browser browser;
    private final DemoPopulation.Citizen person;

    Neighbour(Browser browser, DemoPopulation.Citizen person) {
        this.browser = browser;
        this.person = person;
    }

    /** The human being behind an official's account. */
    public static Neighbour official(Browser browser, String account) {
        int number = DemoStaff.all().stream()
                .filter(official -> official.login().equals(account))
                .findFirst()
                .orElseThrow()
                .citizenNumber();
        return new Neighbour(browser, DemoPopulation.citizen(number));
    }

    public static Neighbour of(Browser browser, DemoPopulation.Citizen person) {
        return new Neighbour(browser, person);
    }

    public Browser browser() {
        return browser;
    }

    public DemoPopulation.Citizen person() {
        return person;
    }

    public String name() {
        return person.name();
    }

    /** Grants as the page is sent. @param item null for all items @param more further fields, name and value in turn */
    public Answer grants(Neighbour agent, String item, String from, String to, String... more) {
        Map<String, List<String>> form = new LinkedHashMap<>(Browser.form(
                "name",
                agent.name(),
                "idNumber",
                agent.person().idNumber().value(),
                "phone",
                agent.person().phone(),
                "scope",
                item == null ? "all" : "chosen",
                "from",
                from,
                "to",
                to,
                "level",
                "2"));
        if (item != null) {
            form.put("items", List.of(item));
        }
        form.putAll(Browser.form(more));
        return browser.post("/identity/delegations/new", form);
    }

    /** Grants, and the agent accepts. @return id of the delegation */
    public UUID entrusts(Neighbour agent, String item, String from, String to) {
        Answer granted = grants(agent, item, from, to);
        assertThat(granted.path()).as(granted.text()).matches("/identity/delegations/[0-9a-f-]{36}");
        UUID id = UUID.fromString(granted.path().substring(22));
        Answer accepted = agent.browser.post("/identity/delegations/" + id + "/accept");
        assertThat(accepted.text()).contains("有效");
        return id;
    }

    /** Chooses to act for whoever has the name. False if that is not offered. */
    public boolean actsFor(String name) {
        for (JsonNode choice : browser.getJson("/api/session").json().path("capacities")) {
            if (choice.path("label").asString().equals(name)) {
                String token = choice.path("token").asString();
                browser.post("/identity/capacity", "capacity", token, "next", "/my");
                return true;
            }
        }
        return false;
    }
}
