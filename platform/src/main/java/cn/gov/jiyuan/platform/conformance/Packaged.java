package cn.gov.jiyuan.platform.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the build packed for this page. */
final class Packaged {
    private Packaged() {}

    static List<Standard> standards() {
        return read("standards.json", new TypeReference<>() {});
    }

    static List<Target> targets() {
        return read("targets.json", new TypeReference<>() {});
    }

    static ScenarioRun run() {
        return read("scenarios.json", new TypeReference<>() {});
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = Packaged.class.getResourceAsStream("/conformance/" + name)) {
            if (in == null) {
                throw new IllegalStateException("conformance/" + name + " is not packaged");
            }
            return JsonMapper.shared().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
