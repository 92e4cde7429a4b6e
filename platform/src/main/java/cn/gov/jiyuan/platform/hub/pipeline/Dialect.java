package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.platform.hub.DataType;

/**
 * What differs between the engines that can run a pipeline (方言). One declaration is compiled for any of them, and gives the
 * same rows on all: no function's result depends on the order in which rows come.
 *
 * <p>Every dialect offers these functions to declarations: {@code clean_text}, {@code clean_code}, {@code clean_date}, {@code
 * clean_moment}, {@code clean_mobile}, {@code clean_area}, {@code citizen_key}, {@code citizen_number}, {@code
 * citizen_birth}, {@code citizen_gender}, {@code valid_uscc}, {@code whole}, {@code day_number} and {@code text_matches}.
 */
public interface Dialect {
    /** Minutes since 1970 of a point in time, an integer. */
    String minutes(String moment);

    /**
     * An aggregate of the greatest rank together with its value; of equal ranks the greater value counts. Rows whose value or
     * rank is null do not.
     *
     * @param type of the value
     */
    String greatest(String value, String rank, DataType type);

    /** The value in what {@link #greatest} gave. */
    String valueOf(String greatest, DataType type);

    /** The rank in what {@link #greatest} gave. */
    String rankOf(String greatest, DataType type);

    /** A digest of 64 bits, null for null; engines need not agree on it. */
    String digest(String value);

    /** Which of so many buckets a key belongs to, null for null; engines need not agree on it. */
    String bucket(String key, DataType type, int buckets);

    /** A key for a thing that has none, from a text that tells it apart; never equal to a real one and the same on all engines. */
    String substitute(String text, DataType type);

    /** The bits of one integer moved up. */
    String shifted(String value, int bits);

    /** Or of all. */
    String anyBits(String value);

    String type(DataType type);

    /** A value as text: dates as 2026-11-01, numbers in digits. */
    String text(String value);
}
