package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.ResourceItem;

/**
 * An item of a resource in the directory (信息项).
 *
 * @param name column of the dataset @param title as people read it @param type letter of the data type
 * @param key identifies a row @param personal tells something about a person
 * @param level grade, 1 to 6
 */
record SharedItem(String name, String title, String type, boolean key, boolean personal, int level) {
    static SharedItem of(ResourceItem item) {
        return new SharedItem(item.name(), item.title(), item.type(), item.key(), item.personal(), item.level());
    }
}
