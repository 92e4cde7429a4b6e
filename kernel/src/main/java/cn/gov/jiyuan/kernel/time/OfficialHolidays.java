package cn.gov.jiyuan.kernel.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the yearly notices from {@code holidays.txt}, one line per year and holiday. */
final class OfficialHolidays {
    private OfficialHolidays() {}

    static NavigableMap<Integer, List<CalendarDay>> load() {
        var years = new TreeMap<Integer, List<CalendarDay>>();
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OfficialHolidays.class.getResourceAsStream("holidays.txt")),
                StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> read(line, years));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return years;
    }

    private static void read(String line, NavigableMap<Integer, List<CalendarDay>> years) {
        String[] words = line.split(" ", -1);
        int year = Integer.parseInt(words[0]);
        List<CalendarDay> days = years.computeIfAbsent(year, y -> new ArrayList<>());
        DayKind kind = DayKind.HOLIDAY;
        for (String word : List.of(words).subList(2, words.length)) {
            switch (word) {
                case "休" -> kind = DayKind.HOLIDAY;
                case "班" -> kind = DayKind.MAKE_UP_WORKDAY;
                default -> {
                    DayKind its = kind;
                    dates(year, word).forEach(date -> days.add(new CalendarDay(date, its, words[1])));
                }
            }
        }
    }

    private static Stream<LocalDate> dates(int year, String span) {
        int tilde = span.indexOf('~');
        LocalDate from = date(year, tilde < 0 ? span : span.substring(0, tilde));
        LocalDate to = date(year, span.substring(tilde + 1));
        return from.datesUntil(to.plusDays(1));
    }

    private static LocalDate date(int year, String text) {
        return LocalDate.parse(text.length() == 5 ? year + "-" + text : text);
    }
}
