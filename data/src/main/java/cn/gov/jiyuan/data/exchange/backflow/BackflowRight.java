package cn.gov.jiyuan.data.exchange.backflow;

import cn.gov.jiyuan.platform.hub.DataType;
import java.util.List;
import java.util.UUID;

/** What was granted to us by another installation (回流授权). @param unitCode house code of the unit that asked */
public record BackflowRight(UUID request, String resourceName, String unitCode, List<Item> items) {
    public BackflowRight {
        items = List.copyOf(items);
    }

    /**
     * One item that is given.
     *
     * @param key identifies a row @param personal tells something about a person
     * @param masked comes masked, so that its form is not that of the item
     */
    public record Item(String name, String title, DataType type, boolean key, boolean personal, boolean masked) {}
}
