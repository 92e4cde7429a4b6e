package cn.gov.jiyuan.platform.audit;

import java.util.Comparator;

/**
 * Where an event stands. Events are chained in the order of era, transaction and number; one transaction uses one lane,
 * so that this order is total.
 */
record Place(int era, long xid, int lane, long laneNo) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::era).thenComparingLong(Place::xid).thenComparingLong(Place::laneNo);

    static final Place BEFORE_ALL = new Place(0, 0, 0, 0);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** How the event is named to people. */
    String id() {
        return lane + "-" + laneNo;
    }
}
