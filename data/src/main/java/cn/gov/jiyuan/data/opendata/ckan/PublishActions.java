package cn.gov.jiyuan.data.opendata.ckan;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.data.opendata.access.ApiKeys;
import cn.gov.jiyuan.data.opendata.access.CallGate;
import cn.gov.jiyuan.data.opendata.release.Registration;
import cn.gov.jiyuan.data.opendata.release.Theme;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.parties.Units;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The actions that write. They make and change drafts only: what is published goes through review, whoever asks. */
@Component("opendata.PublishActions")
final class PublishActions {
    private static final Set<String> ACTIONS = Set.of(
            "package_create",
            "package_update",
            "package_patch",
            "package_delete",
            "resource_create",
            "resource_update",
            "resource_patch",
            "resource_delete");
    private static final String REGISTER = "opendata.dataset.register";

    private final Registration registration;
    private final CallGate gate;
    private final Parties parties;
    private final Units units;
    private final Access access;
    private final Clock clock;

    PublishActions(Registration registration, CallGate gate, Parties parties, Units units, Access access, Clock clock) {
        this.registration = registration;
        this.gate = gate;
        this.parties = parties;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    boolean knows(String action) {
        return ACTIONS.contains(action);
    }

    @Nullable
    Object answer(String action, Parameters parameters, CkanView view, HttpServletRequest request) {
        Actor steward = steward(request);
        return switch (action) {
            case "package_create" -> create(steward, parameters, view);
            case "package_update", "package_patch" -> change(steward, parameters, view);
            case "package_delete" -> throw CkanFault.notAuthorized("已发布的数据集由大数据局下线或者撤回，不能通过接口删除。");
            default ->
                throw CkanFault.invalid("resource", "文件由平台在审核发布时从目录挂接的数据生成，不接收上传。请用 package_create 登记，文件会随版本发布。");
        };
    }

    /** The official behind the key, in the post in which he may register. */
    private Actor steward(HttpServletRequest request) {
        ApiKeys.Key key =
                gate.key(request).orElseThrow(() -> CkanFault.notAuthorized("Access denied: API key required"));
        LocalDate today = LocalDate.now(clock);
        for (Post post : parties.posts(key.party(), today)) {
            Actor actor = actor(post);
            if (access.may(actor, REGISTER)) {
                return actor;
            }
        }
        throw CkanFault.notAuthorized("Access denied: 密钥的持有人不是部门数据管理员");
    }

    private Actor actor(Post post) {
        Set<String> roles = new HashSet<>(post.roles());
        roles.add("official");
        UUID person = post.personId();
        String unit = units.get(post.unitId()).name();
        return new Actor(
                person,
                post.officialName(),
                ActingAs.OFFICIAL,
                person,
                post.officialName(),
                post.unitId(),
                unit,
                roles,
                4);
    }

    private Object create(Actor steward, Parameters parameters, CkanView view) {
        String resource = extra(parameters, "resource_code");
        if (resource.isBlank()) {
            throw CkanFault.invalid("resource_code", "Missing value：请在 extras 中给出信息资源代码 resource_code");
        }
        Registration.Registered registered = registration.register(
                steward,
                new Registration.Form(
                        resource,
                        extra(parameters, "access_rights").equals(OpenType.CONDITIONAL.name())
                                ? OpenType.CONDITIONAL
                                : OpenType.UNCONDITIONAL,
                        parameters.text("title", ""),
                        parameters.text("notes", ""),
                        theme(parameters),
                        parameters.list("tags"),
                        columns(parameters),
                        null,
                        null));
        return view.dataset(registration.draft(steward, registered.identifier()), null);
    }

    private static List<String> columns(Parameters parameters) {
        String columns = extra(parameters, "columns");
        return columns.isBlank() ? List.of() : List.of(columns.strip().split("\\s*,\\s*", -1));
    }

    private Object change(Actor steward, Parameters parameters, CkanView view) {
        String id = parameters.required(parameters.has("id") ? "id" : "name");
        registration.describe(
                steward, id, parameters.text("title", ""), parameters.text("notes", ""), parameters.list("tags"));
        return view.dataset(registration.draft(steward, id), null);
    }

    private static Theme theme(Parameters parameters) {
        for (String group : parameters.list("groups")) {
            for (Theme theme : Theme.values()) {
                if (theme.name().equals(group.toUpperCase(Locale.ROOT))) {
                    return theme;
                }
            }
        }
        return Theme.GOVERNMENT;
    }

    /** A value of its own name, or of CKAN's list of extras. */
    private static String extra(Parameters parameters, String name) {
        JsonNode extras = parameters.tree("extras");
        if (extras != null && extras.isArray()) {
            for (JsonNode extra : extras) {
                if (extra.path("key").asString("").equals(name)) {
                    return extra.path("value").asString("");
                }
            }
        }
        return parameters.text(name, "");
    }
}
