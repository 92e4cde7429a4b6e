package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.audit.AuditVerifier.Anchor;
import cn.gov.jiyuan.platform.audit.AuditVerifier.Kind;
import cn.gov.jiyuan.platform.audit.AuditVerifier.Report;
import cn.gov.jiyuan.platform.keys.KeyVault;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One walk along the chain: links, events and checkpoints side by side, each read once and in order. */
final class Walk implements AutoCloseable {
    private final Cursor<Link> links;
    private final Cursor<Signed> events;
    private final Checkpoints checkpoints;
    private final KeyVault vault;
    private final @Nullable Anchor anchor;
    private final Findings findings;
    private Link last = Link.BEFORE_ALL;
    private long eventCount;
    private boolean anchorMet;

    private record Signed(Event event, byte[] mac) {}

    Walk(Connection connection, KeyVault vault, @Nullable Anchor anchor, Findings findings) throws SQLException {
        this.vault = vault;
        this.anchor = anchor;
        this.findings = findings;
        this.anchorMet = anchor == null || anchor.position() == 0;
        links = new Cursor<>(
                connection,
                "select position, era, xid::text as tx, lane, lane_no, hash from audit.link order by position",
                ChainStore::link);
        events = new Cursor<>(
                connection,
                "select " + ChainStore.columns("e.") + " from audit.event e order by e.era, e.xid, e.lane_no",
                row -> new Signed(EventStore.read(row), row.getBytes("mac")));
        checkpoints = new Checkpoints(connection, vault, findings);
    }

    Report toTheEnd() throws SQLException {
        for (Link link = links.present(); link != null; link = links.present()) {
            follow(link);
            checkpoints.pass(link);
            meetAnchor(link);
            last = link;
            links.advance();
        }
        while (events.present() != null) {
            takeEvent();
        }
        checkpoints.end(last.position());
        if (!anchorMet && anchor != null) {
            findings.add(Kind.ANCHOR, "第 " + anchor.position() + " 位", "外部留存的链值所在位置已不存在，链尾被截去");
        }
        Anchor head = new Anchor(last.position(), HexFormat.of().formatHex(last.hash()));
        return new Report(eventCount, last.position(), checkpoints.count(), head, findings.kept(), findings.count());
    }

    private void follow(Link link) throws SQLException {
        String at = "第 " + link.position() + " 位（事件 " + link.place().id() + "）";
        if (link.position() != last.position() + 1) {
            findings.add(Kind.DELETED, at, "链上缺少第 %d 位至第 %d 位".formatted(last.position() + 1, link.position() - 1));
        }
        if (link.place().compareTo(last.place()) <= 0) {
            findings.add(Kind.REORDERED, at, "链上次序与写入次序不符");
            return;
        }
        skipTo(link);
        Signed signed = events.present();
        if (signed == null || signed.event().place().compareTo(link.place()) != 0) {
            findings.add(Kind.DELETED, at, "链上有此事件，事件表中已无");
            return;
        }
        byte[] canonical = takeEvent();
        if (!MessageDigest.isEqual(Chain.next(last.hash(), canonical), link.hash())) {
            findings.add(Kind.CHAIN, at, "链值与事件内容不符");
        }
    }

    /** Events that stand before this link but are not linked themselves were slipped in. */
    private void skipTo(Link link) throws SQLException {
        for (Signed signed = events.present();
                signed != null && signed.event().place().compareTo(link.place()) < 0;
                signed = events.present()) {
            findings.add(Kind.INSERTED, "事件 " + signed.event().place().id(), "位于已封存的范围内，却不在链上");
            takeEvent();
        }
    }

    private byte[] takeEvent() throws SQLException {
        Signed signed = events.present();
        if (signed == null) {
            throw new IllegalStateException("no event");
        }
        byte[] canonical = signed.event().canonical();
        if (!MessageDigest.isEqual(vault.mac(KeyVault.AUDIT, canonical), signed.mac())) {
            Fact fact = signed.event().fact();
            findings.add(
                    Kind.CHANGED,
                    "事件 " + signed.event().place().id(),
                    "内容与其校验码不符（%s，%s %s）".formatted(fact.at(), fact.action(), fact.subjectId()));
        }
        eventCount++;
        events.advance();
        return canonical;
    }

    private void meetAnchor(Link link) {
        if (anchor != null && link.position() == anchor.position()) {
            anchorMet = true;
            if (!HexFormat.of().formatHex(link.hash()).equals(anchor.hash())) {
                findings.add(Kind.ANCHOR, "第 " + link.position() + " 位", "链值与外部留存的不同，此位之前曾被整体重写");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        links.close();
        events.close();
        checkpoints.close();
    }
}
