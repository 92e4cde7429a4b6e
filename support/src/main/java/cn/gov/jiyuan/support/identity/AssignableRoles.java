package cn.gov.jiyuan.support.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The roles that a post can give; nobody is appointed citizen or system. */
@Component
final class AssignableRoles {
    private static final Set<String> NOT_OF_POSTS = Set.of("anonymous", "citizen", "enterprise", "official", "system");

    private final Map<String, String> names = new LinkedHashMap<>();

    AssignableRoles() {
        try (InputStream in = AssignableRoles.class.getResourceAsStream("/access/roles.json")) {
            JsonMapper.shared()
                    .readTree(Objects.requireNonNull(in))
                    .path("roles")
                    .forEach(role -> names.put(
                            role.path("id").asString(), role.path("name").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.keySet().removeAll(NOT_OF_POSTS);
    }

    /** Ids with their names, in their order. */
    Map<String, String> names() {
        return names;
    }

    boolean contains(Set<String> roles) {
        return names.keySet().containsAll(roles);
    }
}
