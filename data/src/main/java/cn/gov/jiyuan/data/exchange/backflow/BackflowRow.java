package cn.gov.jiyuan.data.exchange.backflow;

import cn.gov.jiyuan.data.exchange.backflow.BackflowRight.Item;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a row that came, item by item, and says what is wrong with it. */
final class BackflowRow {
    private static final Set<String> ID_NUMBERS = Set.of("id_no", "id_number", "idno");
    private static final Set<String> USCCS = Set.of("uscc", "credit_code");

    private final BackflowRight right;
    private final String area;
    private final LocalDate today;

    /** @param area rows of other areas are not ours to keep */
    BackflowRow(BackflowRight right, String area, LocalDate today) {
        this.right = right;
        this.area = area;
        this.today = today;
    }

    /** Why a row is not accepted. */
    static final class Refused extends Exception {
        private final String type;

        Refused(String type, String message) {
            super(message);
            this.type = type;
        }

        String type() {
            return type;
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }

    /** Values in the order of the items. */
    List<@Nullable Object> read(JsonNode values) throws Refused {
        for (String name : values.propertyNames()) {
            if (right.items().stream().noneMatch(item -> item.name().equals(name))) {
                throw new Refused("NOT_GRANTED", "信息项 " + name + " 不在授权之内，拒收。");
            }
        }
        List<@Nullable Object> read = new ArrayList<>();
        for (Item item : right.items()) {
            read.add(read(item, values.path(item.name())));
        }
        return read;
    }

    private @Nullable Object read(Item item, JsonNode node) throws Refused {
        String text =
                node.isNull() || node.isMissingNode() ? "" : node.asString().strip();
        if (text.isEmpty()) {
            if (item.key()) {
                throw new Refused("MISSING_KEY", "“" + item.title() + "”是标识项，不能为空。");
            }
            return null;
        }
        if (item.masked()) {
            return text;
        }
        demandOurs(item, text);
        demandCode(item, text);
        try {
            return typed(item.type(), text);
        } catch (NumberFormatException | DateTimeException e) {
            throw new Refused(
                    "BAD_VALUE", "“" + item.title() + "”应为" + item.type().label() + "，来的不是。");
        }
    }

    private void demandOurs(Item item, String text) throws Refused {
        boolean place = item.name().equals("area_code") || item.name().endsWith("_area_code");
        if (place && !text.startsWith(area)) {
            throw new Refused("FOREIGN_AREA", "“" + item.title() + "”" + text + " 不属于 " + area + "，外地数据不落本地。");
        }
    }

    private void demandCode(Item item, String text) throws Refused {
        try {
            if (ID_NUMBERS.contains(item.name())) {
                CitizenId.parse(text, today);
            } else if (USCCS.contains(item.name())) {
                Uscc.parse(text);
            }
        } catch (Fault fault) {
            throw new Refused("BAD_CODE", "“" + item.title() + "”不符合编码规则（校验位、区划或者日期不对）。");
        }
    }

    static Object typed(DataType type, String text) {
        return switch (type) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
            case MOMENT -> LocalDateTime.parse(text);
            case FLAG -> flag(text);
        };
    }

    private static Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new NumberFormatException(text);
        }
        return Boolean.valueOf(text);
    }
}
