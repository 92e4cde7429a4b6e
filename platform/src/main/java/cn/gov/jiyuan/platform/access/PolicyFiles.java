package cn.gov.jiyuan.platform.access;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the policy that the house ships: {@code access/<module>.json} of every module, each declaring its permissions
 * and which roles hold them with which reach.
 */
final class PolicyFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Role(String id, String name) {}

    record Declared(String id, String title) {}

    record Granted(String role, String permission, Reach reach) {}

    record File(List<Role> roles, List<Declared> permissions, List<Granted> grants) {
        File {
            roles = roles == null ? List.of() : roles;
            permissions = permissions == null ? List.of() : permissions;
            grants = grants == null ? List.of() : grants;
        }
    }

    private PolicyFiles() {}

    static File read() {
        List<Role> roles = new ArrayList<>();
        List<Declared> permissions = new ArrayList<>();
        List<Granted> grants = new ArrayList<>();
        for (Resource resource : resources()) {
            File file = read(resource);
            roles.addAll(file.roles());
            permissions.addAll(file.permissions());
            grants.addAll(file.grants());
        }
        return checked(new File(roles, permissions, grants));
    }

    private static File checked(File file) {
        Set<String> roles = new HashSet<>();
        Set<String> permissions = new HashSet<>();
        for (Role role : file.roles()) {
            if (!roles.add(role.id())) {
                throw new Fault(AccessError.POLICY, "角色重复：" + role.id());
            }
        }
        for (Declared permission : file.permissions()) {
            if (!permissions.add(permission.id())) {
                throw new Fault(AccessError.POLICY, "权限重复：" + permission.id());
            }
        }
        for (Granted grant : file.grants()) {
            if (!roles.contains(grant.role()) || !permissions.contains(grant.permission())) {
                throw new Fault(AccessError.POLICY, "授权引用了未声明的角色或权限：" + grant);
            }
        }
        return file;
    }

    private static File read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return JSON.readValue(in, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(resource.getDescription(), e);
        }
    }

    private static List<Resource> resources() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:access/*.json");
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(r -> String.valueOf(r.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
