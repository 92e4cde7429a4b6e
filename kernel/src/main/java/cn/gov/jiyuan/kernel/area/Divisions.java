package cn.gov.jiyuan.kernel.area;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The divisions of 济源 by the statistical codes of 2023: the city, 5 subdistricts, 11 towns, 557 villages. */
public final class Divisions {
    private static final Divisions JIYUAN = new Divisions(load());

    private final NavigableMap<AreaCode, Division> byCode;
    private final Map<AreaCode, List<Division>> byParent;

    private Divisions(NavigableMap<AreaCode, Division> byCode) {
        this.byCode = Collections.unmodifiableNavigableMap(byCode);
        this.byParent = byCode.values().stream()
                .collect(Collectors.groupingBy(d -> d.code().parent().orElseThrow()));
    }

    public static Divisions jiyuan() {
        return JIYUAN;
    }

    private static NavigableMap<AreaCode, Division> load() {
        var found = new TreeMap<AreaCode, Division>();
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Divisions.class.getResourceAsStream("jiyuan.txt")), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int blank = line.indexOf(' ');
                var code = new AreaCode(line.substring(0, blank));
                found.put(code, new Division(code, line.substring(blank + 1), DivisionKind.of(code)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The city itself. */
    public Division root() {
        return get(AreaCode.JIYUAN);
    }

    /** All, in the order of their codes, the city first. */
    public Collection<Division> all() {
        return byCode.values();
    }

    /** The subdistricts and towns. */
    public List<Division> towns() {
        return children(AreaCode.JIYUAN);
    }

    /** The divisions directly below, in the order of their codes. */
    public List<Division> children(AreaCode code) {
        return Collections.unmodifiableList(byParent.getOrDefault(code, List.of()));
    }

    public Optional<Division> find(AreaCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws Fault {@code kernel.unknown-area} */
    public Division get(AreaCode code) {
        return find(code).orElseThrow(() -> new Fault(KernelError.UNKNOWN_AREA, code.value()));
    }

    /** The name with those of the divisions above it: 济源市沁园街道东马蓬居民委员会. */
    public String fullName(AreaCode code) {
        String above =
                code.parent().filter(byCode::containsKey).map(this::fullName).orElse("");
        return above + get(code).name();
    }
}
