package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.area.AreaCode;
import cn.gov.jiyuan.kernel.area.Division;
import cn.gov.jiyuan.kernel.area.Divisions;
import cn.gov.jiyuan.kernel.error.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of space (自然资源和空间地理基础库): the 573 divisions from the city down to the village, what lies in each, and
 * the standard addresses. It keeps no coordinates that nobody surveyed.
 */
@Component
@Transactional(readOnly = true)
class Space {
    private static final int SHOWN = 20;
    /** Code of the city until 2005; old records still bear it. */
    private static final String FORMER = "410881";

    private final SpaceStore store;
    private final AddressStore addresses;

    Space(SpaceStore store, AddressStore addresses) {
        this.store = store;
        this.addresses = addresses;
    }

    /** A division in a list, with how much of each register lies in it. */
    record Line(String code, String name, String kind, long divisions, long addresses, long persons, long legals) {}

    /** @param former its code until 2005 */
    record Place(
            String code,
            String twelveDigits,
            String former,
            String name,
            String fullName,
            String kind,
            List<Step> above,
            Line counts,
            List<Line> children,
            List<AddressLine> addresses) {}

    record Step(String code, String name) {}

    record AddressLine(UUID id, String standard) {}

    /** A standard address with what is registered there. @param firms those in force, at most 20 */
    record AddressPage(
            UUID id,
            String standard,
            List<Part> parts,
            String areaCode,
            String areaName,
            long persons,
            List<SpaceStore.Firm> firms) {}

    record Part(String title, String value) {}

    /** @throws Fault {@code registers.unknown-area} */
    Place place(String asked) {
        String code = asked.startsWith(FORMER) ? AreaCode.JIYUAN.value() + asked.substring(FORMER.length()) : asked;
        Division here = found(code).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_AREA, asked));
        String value = here.code().value();
        List<Division> children = Divisions.jiyuan().children(here.code());
        int length = children.isEmpty()
                ? value.length()
                : children.getFirst().code().value().length();
        Map<String, SpaceStore.Counts> counts = store.counts(value, length);
        List<Line> lines = children.stream().map(child -> line(child, counts)).toList();
        return new Place(
                value,
                here.code().twelveDigits(),
                FORMER + here.code().twelveDigits().substring(FORMER.length()),
                here.name(),
                Divisions.jiyuan().fullName(here.code()),
                here.kind().label(),
                above(here),
                line(here, store.counts(value, value.length())),
                lines,
                store.addresses(value, SHOWN));
    }

    private static Optional<Division> found(String code) {
        if (!code.matches("[0-9]{6}|[0-9]{9}|[0-9]{12}")) {
            return Optional.empty();
        }
        String plain = code.replaceFirst("^([0-9]{6})000000$", "$1").replaceFirst("^([0-9]{9})000$", "$1");
        return Divisions.jiyuan().all().stream()
                .filter(one -> one.code().value().equals(plain))
                .findFirst();
    }

    private static Line line(Division division, Map<String, SpaceStore.Counts> counts) {
        String code = division.code().value();
        SpaceStore.Counts here = counts.getOrDefault(code, SpaceStore.Counts.NONE);
        long below = Divisions.jiyuan().all().stream()
                .filter(one -> one.code().value().startsWith(code)
                        && !one.code().value().equals(code))
                .count();
        return new Line(
                code, division.name(), division.kind().label(), below, here.addresses(), here.persons(), here.legals());
    }

    private static List<Step> above(Division division) {
        List<Step> steps = new ArrayList<>();
        Optional<AreaCode> up = division.code().parent();
        while (up.isPresent()) {
            Optional<Division> one = Divisions.jiyuan().find(up.get());
            one.ifPresent(found -> steps.addFirst(new Step(found.code().value(), found.name())));
            up = one.flatMap(found -> found.code().parent());
        }
        return steps;
    }

    AddressPage address(UUID id) {
        AddressStore.Row row = addresses.find(id).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_ADDRESS));
        AddressText text = row.text();
        List<Part> parts = new ArrayList<>();
        add(parts, "乡镇街道", text.town());
        add(parts, "村社区", text.village());
        add(parts, "街路巷", text.road());
        add(parts, "门牌号", text.door());
        add(parts, "楼栋", text.building());
        add(parts, "单元", text.unit());
        add(parts, "户室", text.room());
        return new AddressPage(
                id,
                row.standard(),
                parts,
                text.areaCode(),
                found(text.areaCode())
                        .map(one -> Divisions.jiyuan().fullName(one.code()))
                        .orElse(""),
                store.livingAt(id),
                store.firmsAt(id, SHOWN));
    }

    private static void add(List<Part> parts, String title, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parts.add(new Part(title, value));
        }
    }
}
