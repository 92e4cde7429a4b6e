package cn.gov.jiyuan.platform.federation;

/** A peer was registered, or taken up again (节点接入): systems send it what it does not have yet. */
public record PeerJoined(String code, String name) {
    public static final String TOPIC = "federation.peer.joined";
}
