package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.area.AreaCode;
import cn.gov.jiyuan.kernel.area.Division;
import cn.gov.jiyuan.kernel.area.Divisions;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address taken apart (地址分段, GB/T 23705): levels of the hierarchy from the town down to the room, each empty where the
 * text says nothing.
 *
 * @param town name of the town or subdistrict
 * @param village short name of the village or community
 * @param road road, lane or estate
 * @param sound the road as it is read, without tones
 */
record AddressText(
        String areaCode,
        String town,
        String village,
        String road,
        String sound,
        String door,
        String building,
        String unit,
        String room) {
    private static final Pattern ABOVE = Pattern.compile("^(中国)?(河南省)?(济源市|济源示范区|济源产城融合示范区|济源)?");
    private static final Pattern BUILDING = Pattern.compile("([0-9A-Z]+)(号楼|栋|幢|座)");
    private static final Pattern UNIT = Pattern.compile("([0-9]+)单元");
    private static final Pattern ROOM = Pattern.compile("([0-9]{1,5})(室|户|房)?$");
    private static final Pattern DOOR = Pattern.compile("([0-9]+)(?:号院|号|院|$)(?:附([0-9]+)号?)?");
    private static final Transliterator READ = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private static final String NUMERALS = "零一二三四五六七八九";

    /** Reads what people write: full width, spaces, Chinese numerals before 号, with or without the levels above. */
    static AddressText of(String written) {
        String rest = ABOVE.matcher(plain(written)).replaceFirst("");
        Division town = first(rest, Divisions.jiyuan().towns(), AddressText::townName);
        if (town != null) {
            rest = after(rest, townName(town));
        }
        Division village = village(rest, town);
        if (village != null) {
            rest = after(rest, shortened(village)).replaceFirst("^(居民委员会|村民委员会|居委会|村委会|社区|村)", "");
            town = Divisions.jiyuan()
                    .find(village.code().parent().orElseThrow())
                    .orElse(town);
        }
        Matcher building = BUILDING.matcher(rest);
        String block = building.find() ? building.group(1) : "";
        String head = block.isEmpty() ? rest : rest.substring(0, building.start());
        String tail = block.isEmpty() ? "" : rest.substring(building.end());
        Matcher entrance = UNIT.matcher(tail);
        String unit = entrance.find() ? entrance.group(1) : "";
        String last = unit.isEmpty() ? tail : tail.substring(entrance.end());
        Matcher room = ROOM.matcher(last);
        Matcher door = DOOR.matcher(head);
        boolean numbered = door.find();
        String road = (numbered ? head.substring(0, door.start()) : head).replaceFirst("(小区|家属院|院)$", "$1");
        String number = !numbered ? "" : door.group(1) + (door.group(2) == null ? "" : "附" + door.group(2));
        return new AddressText(
                village != null
                        ? village.code().value()
                        : town != null ? town.code().value() : "",
                town == null ? "" : town.name(),
                village == null ? "" : shortened(village),
                road,
                sound(road),
                number,
                block,
                unit,
                room.find() ? room.group(1) : "");
    }

    /** Enough to tell one place from another. */
    boolean usable() {
        return (!road.isEmpty() || !village.isEmpty()) && !(door.isEmpty() && building.isEmpty());
    }

    /** As the register writes it. */
    String standard() {
        return "济源市" + town + village + road
                + (door.isEmpty() ? "" : door.contains("附") ? door.replace("附", "号附") + "号" : door + "号")
                + (building.isEmpty() ? "" : building + "号楼")
                + (unit.isEmpty() ? "" : unit + "单元")
                + (room.isEmpty() ? "" : room + "室");
    }

    /**
     * How likely both mean one place, 0 to 1. A level that only one of them tells costs little, one on which they disagree
     * costs nearly all; roads are compared by characters and, for slips of the ear, by sound.
     */
    double similarity(AddressText other) {
        double number = level(door, other.door, 0.75, 0);
        return number
                * level(town, other.town, 0.98, 0.3)
                * level(village, other.village, 0.98, 0.3)
                * level(building, other.building, 0.7, 0)
                * level(unit, other.unit, 0.8, 0)
                * level(room, other.room, 0.8, 0)
                * roads(other);
    }

    private double roads(AddressText other) {
        if (road.equals(other.road)) {
            return 1;
        }
        if (road.isEmpty() || other.road.isEmpty()) {
            return 0.6;
        }
        double written = 1 - (double) distance(road, other.road) / Math.max(road.length(), other.road.length());
        double heard = sound.equals(other.sound) ? 0.95 : 0;
        return Math.max(written, heard);
    }

    private static double level(String one, String other, double missing, double different) {
        if (one.equals(other)) {
            return 1;
        }
        return one.isEmpty() || other.isEmpty() ? missing : different;
    }

    /** Edit distance in characters. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? corner : corner + 1;
                row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[other.length()];
    }

    private static String plain(String written) {
        String narrow = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z},，.。、;；()（）\\-#]", "")
                .toUpperCase(java.util.Locale.ROOT);
        return Pattern.compile("([零一二三四五六七八九十百]+)(?=号|栋|幢|单元|室)")
                .matcher(narrow)
                .replaceAll(found -> String.valueOf(number(found.group(1))));
    }

    private static int number(String han) {
        int sum = 0;
        int digit = 0;
        for (char c : han.toCharArray()) {
            int value = NUMERALS.indexOf(c);
            if (value >= 0) {
                digit = digit * (sum == 0 && digit > 0 ? 10 : 1) + value;
            } else {
                sum += Math.max(1, digit) * (c == '百' ? 100 : 10);
                digit = 0;
            }
        }
        return sum + digit;
    }

    private static String sound(String road) {
        return road.isEmpty() ? "" : READ.transliterate(road).replaceAll("[^a-z0-9]", "");
    }

    private static @Nullable Division first(
            String rest, List<Division> choices, java.util.function.Function<Division, String> name) {
        return choices.stream()
                .filter(one -> rest.startsWith(name.apply(one)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Division village(String rest, @Nullable Division town) {
        List<Division> choices = town == null
                ? Divisions.jiyuan().all().stream()
                        .filter(one -> one.code().value().length() == 12)
                        .toList()
                : Divisions.jiyuan().children(new AreaCode(town.code().value()));
        return choices.stream()
                .filter(one -> rest.startsWith(shortened(one)) && shortened(one).length() > 1)
                .max(java.util.Comparator.comparingInt(one -> shortened(one).length()))
                .orElse(null);
    }

    private static String townName(Division town) {
        return town.name();
    }

    private static String shortened(Division village) {
        return village.shortName().replaceFirst("(.)(社区|村)$", "$1");
    }

    private static String after(String rest, String name) {
        return rest.substring(name.length());
    }
}
