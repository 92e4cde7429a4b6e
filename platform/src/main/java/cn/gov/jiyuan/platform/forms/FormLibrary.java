package cn.gov.jiyuan.platform.forms;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** All form files on the class path. An older version stays in a file of its own, {@code <form>-1.json}. */
@Component
final class FormLibrary implements Forms {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, TreeMap<Integer, FormDefinition>> forms = new HashMap<>();

    FormLibrary() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.json")) {
                add(read(String.valueOf(file.getFilename()), file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormDefinition read(String name, Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return new FormReader(name).read(JSON.readTree(in));
        } catch (JacksonException e) {
            throw Fault.caused(e, FormsError.DEFINITION, name, "/", e.getOriginalMessage());
        }
    }

    private void add(FormDefinition form) {
        FormDefinition twin =
                forms.computeIfAbsent(form.id(), id -> new TreeMap<>()).put(form.version(), form);
        if (twin != null) {
            throw new Fault(FormsError.DEFINITION, form.id(), "/version", "第 " + form.version() + " 版出现了两次");
        }
    }

    @Override
    public FormDefinition latest(String id) {
        return known(id).lastEntry().getValue();
    }

    @Override
    public FormDefinition find(String id, int version) {
        @Nullable FormDefinition form = known(id).get(version);
        if (form == null) {
            throw new Fault(FormsError.UNKNOWN, id + " v" + version);
        }
        return form;
    }

    @Override
    public boolean exists(String id) {
        return forms.containsKey(id);
    }

    private TreeMap<Integer, FormDefinition> known(String id) {
        return Optional.ofNullable(forms.get(id)).orElseThrow(() -> new Fault(FormsError.UNKNOWN, id));
    }
}
