package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.platform.federation.Batch;
import cn.gov.jiyuan.platform.federation.BatchTaker;
import cn.gov.jiyuan.platform.federation.ExchangeRow;
import cn.gov.jiyuan.platform.federation.ExchangeRow.Operation;
import cn.gov.jiyuan.platform.federation.Peer;
import cn.gov.jiyuan.platform.instance.Instance.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lists what peers publish (省级资源、下级资源) in the directory, beside our own resources and marked as theirs. */
@Component
final class ForeignResources implements BatchTaker {
    private static final int LONGEST_NAME = 200;

    private final DirectoryStore directory;

    ForeignResources(DirectoryStore directory) {
        this.directory = directory;
    }

    /** The code under which a resource of a peer is listed here. */
    static String codeOf(String peer, String code) {
        return peer + "." + code;
    }

    /** The id by which a unit of a peer is known here; it is in no register of ours. */
    static UUID unitOf(String peer, String unit) {
        return UUID.nameUUIDFromBytes(("unit:" + peer + ":" + unit).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String recordType() {
        return ResourceCard.TYPE;
    }

    @Override
    public List<Returned> take(Peer from, Batch batch) {
        List<Returned> refused = new ArrayList<>();
        for (ExchangeRow row : batch.rows()) {
            if (row.operation() == Operation.D) {
                directory.withdraw(codeOf(from.code(), row.recordId()), from.name() + "已停用或者注销");
            } else {
                list(from, row).ifPresent(refused::add);
            }
        }
        return refused;
    }

    private Optional<Returned> list(Peer from, ExchangeRow row) {
        ResourceCard card;
        try {
            card = JsonMapper.shared().readValue(row.content(), ResourceCard.class);
        } catch (JacksonException e) {
            return Optional.of(new Returned(row.rowGuid(), "BAD_CONTENT", "目录内容不合格式：" + e.getOriginalMessage()));
        }
        String wrong = wrong(card, row);
        if (wrong != null) {
            return Optional.of(new Returned(row.rowGuid(), "BAD_RESOURCE", wrong));
        }
        directory.putForeign(
                new Entry(
                        Entry.idOf(codeOf(from.code(), card.code())),
                        codeOf(from.code(), card.code()),
                        card.version(),
                        card.name(),
                        unitOf(from.code(), card.unitCode()),
                        card.unitName(),
                        card.sharing(),
                        card.condition(),
                        card.refusalBasis(),
                        card.items(),
                        null,
                        true,
                        new Entry.Origin(from.code(), from.name(), card.code()),
                        card.demo()),
                card,
                from.level() == Level.PROVINCE ? "PROVINCE" : "CITY");
        return Optional.empty();
    }

    /** What is wrong with it by the rules of the compilation guide; null if nothing. */
    private static @Nullable String wrong(ResourceCard card, ExchangeRow row) {
        if (!row.recordId().equals(card.code()) || !card.code().matches("\\d{1,12}/\\d{1,12}")) {
            return "信息资源代码不合规则，或者与记录标识不一致。";
        }
        if (blank(card.name())
                || card.name().length() > LONGEST_NAME
                || blank(card.unitCode())
                || blank(card.unitName())) {
            return "资源名称、提供部门不能为空，名称不超过 " + LONGEST_NAME + " 字。";
        }
        if (card.summary() == null || card.sharing() == null || card.cycle() == null || card.publishedOn() == null) {
            return "摘要、共享类型、更新周期、发布日期缺项。";
        }
        if (card.sharing() == SharingType.NONE && blank(card.refusalBasis())) {
            return "不予共享的资源没有列明依据。";
        }
        if (card.items() == null || card.items().isEmpty()) {
            return "没有信息项。";
        }
        Set<String> names = new HashSet<>();
        for (SharedItem item : card.items()) {
            if (item.name() == null || !item.name().matches("[a-z][a-z0-9_]{0,62}") || !names.add(item.name())) {
                return "信息项英文名“" + item.name() + "”不合规则或者重复。";
            }
        }
        return null;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
