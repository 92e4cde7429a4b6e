package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.platform.hub.DataType;
import java.util.List;

/**
 * What differs between the engines that can run a pipeline (方言). One declaration is compiled for any of them; DuckDB is the
 * one that is built.
 *
 * <p>Every dialect offers these functions to declarations: {@code clean_text}, {@code clean_code}, {@code clean_date}, {@code
 * clean_moment}, {@code clean_mobile}, {@code clean_area}, {@code citizen_key}, {@code citizen_number}, {@code
 * citizen_birth}, {@code citizen_gender}, {@code valid_uscc}, {@code whole} and {@code text_matches}.
 */
public interface Dialect {
    /** Statements that define the functions above, run before the others. */
    List<String> prelude();

    /** Minutes since 1970 of a point in time, an integer. */
    String minutes(String moment);

    /** The value that stands beside the greatest rank; rows whose value or rank is null do not count. */
    String valueAtGreatest(String value, String rank);

    /** A digest of 64 bits, null for null. */
    String digest(String value);

    /** Which of so many buckets a key belongs to; null for null. */
    String bucket(String key, DataType type, int buckets);

    /** A key for a thing that has none, from a text that tells it apart; never equal to a real one. */
    String substitute(String text, DataType type);

    /** The bits of one integer moved up. */
    String shifted(String value, int bits);

    /** Or of all. */
    String anyBits(String value);

    String type(DataType type);

    /**
     * Rows written to files, one folder for each value of {@code bucket}.
     *
     * @param part begins the names of the files
     */
    String writeByBucket(String select, String folder, String part);

    /** Rows written to one file. */
    String write(String select, String file);

    /** A relation of the files that match, without the column {@code bucket}. */
    String read(String files);
}
