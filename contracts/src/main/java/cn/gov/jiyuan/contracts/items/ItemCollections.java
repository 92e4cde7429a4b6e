package cn.gov.jiyuan.contracts.items;

import java.util.List;

/** Situations of life and business with the items that belong to them (办事情景). */
public interface ItemCollections {
    /** All, in the order of the editors. */
    List<Sentence> all();

    /** @param sentence as people say it, “孩子出生了” @param path its page */
    record Sentence(String sentence, String path, Audience audience) {}
}
