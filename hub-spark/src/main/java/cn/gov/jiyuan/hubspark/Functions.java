package cn.gov.jiyuan.hubspark;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** Makes the functions of declarations known to a session. */
final class Functions {
    private static final ConcurrentHashMap<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private Functions() {}

    static void register(SparkSession session) {
        UDFRegistration udf = session.udf();
        udf.register("clean_text", (UDF1<String, String>) Cleaning::text, DataTypes.StringType);
        udf.register("clean_code", (UDF1<String, String>) Cleaning::code, DataTypes.StringType);
        udf.register("clean_date", (UDF1<String, LocalDate>) Cleaning::date, DataTypes.DateType);
        udf.register("clean_moment", (UDF1<String, LocalDateTime>) Cleaning::moment, DataTypes.TimestampNTZType);
        udf.register("clean_mobile", (UDF1<String, Long>) Cleaning::mobile, DataTypes.LongType);
        udf.register("clean_area", (UDF1<String, Long>) Cleaning::area, DataTypes.LongType);
        udf.register("whole", (UDF1<String, Long>) Cleaning::whole, DataTypes.LongType);
        udf.register("citizen_key", (UDF1<String, Long>) Cleaning::citizenKey, DataTypes.LongType);
        udf.register("citizen_number", (UDF1<Long, String>) Cleaning::citizenNumber, DataTypes.StringType);
        udf.register("citizen_birth", (UDF1<Long, Long>) Cleaning::citizenBirth, DataTypes.LongType);
        udf.register("citizen_gender", (UDF1<Long, Long>) Cleaning::citizenGender, DataTypes.LongType);
        udf.register("valid_uscc", (UDF1<String, Boolean>) Cleaning::uscc, DataTypes.BooleanType);
        udf.register("day_number", (UDF1<LocalDate, Long>) Cleaning::dayNumber, DataTypes.LongType);
        udf.register("text_matches", (UDF2<String, String, Boolean>) Functions::matches, DataTypes.BooleanType);
    }

    /** A declaration has few patterns. */
    static @Nullable Boolean matches(@Nullable String text, @Nullable String pattern) {
        if (text == null || pattern == null) {
            return null;
        }
        return PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches();
    }
}
