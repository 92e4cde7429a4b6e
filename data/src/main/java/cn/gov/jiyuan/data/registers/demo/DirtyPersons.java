package cn.gov.jiyuan.data.registers.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;

/**
 * Three departments' records of the same people (演示人口数源), each in the department's own columns and with its own dirt:
 * missing and wrong identity numbers, codes of before 2005, typing errors, homonyms, stale addresses and telephones, people
 * who died or moved, and people recorded twice. Computed from numbers alone, in constant memory, for any size.
 */
public final class DirtyPersons {
    /** One department's database. */
    public enum Source {
        POLICE("police", 900, "jlbh,sfzh,xm,xb,csrq,lxdh,zz,qhdm,hyzk,swrq,gxsj"),
        LABOUR("labour", 600, "baz001,aac002,aac003,aac004,aac006,aae005,aae006,aab301,aac017,aae036"),
        HEALTH(
                "health",
                500,
                "record_no,id_card,name,sex,birthday,mobile,address,area,marriage,death_date,modify_time");

        private final String code;
        private final int perMille;
        private final String header;

        Source(String code, int perMille, String header) {
            this.code = code;
            this.perMille = perMille;
            this.header = header;
        }

        /** House code of the department, also the name of the source in the pipeline. */
        public String code() {
            return code;
        }

        /** Names of its columns. */
        public List<String> columns() {
            return List.of(header.split(","));
        }
    }

    /** Rows of the three sources together for a thousand people. */
    private static final int ROWS_PER_THOUSAND = 2_040;

    private static final int TWICE = 20;
    private final LocalDate today;
    private final long people;

    private DirtyPersons(long people, LocalDate today) {
        this.people = people;
        this.today = today;
    }

    /** As many people as make about so many rows. */
    public static DirtyPersons ofRows(long rows, LocalDate today) {
        return new DirtyPersons(Math.max(1, rows * 1000 / ROWS_PER_THOUSAND), today);
    }

    public long people() {
        return people;
    }

    /** The person behind a record, which no pipeline is told: by this, matching is judged. */
    public static long truthOf(long record) {
        return Stirring.truthOf(record);
    }

    /** The same in the SQL of the hub. @param column of record numbers */
    public static String truthSql(String column) {
        return Stirring.truthSql(column);
    }

    /**
     * Writes one source as CSV in UTF-8.
     *
     * @return rows without the header
     */
    public long write(Source source, Path file) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.append(source.header).append('\n');
            return each(source, line -> {
                try {
                    out.append(line).append('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tells the records of one source as lines of CSV, none of whose values needs quoting.
     *
     * @return their number
     */
    public long each(Source source, Consumer<CharSequence> reader) {
        StringBuilder line = new StringBuilder(256);
        long rows = 0;
        for (long number = 0; number < people; number++) {
            if (!Mix.happens(source.perMille, number, 1000 + source.ordinal())) {
                continue;
            }
            TruePerson person = TruePerson.of(number, today);
            int copies = Mix.happens(TWICE, number, 2000 + source.ordinal()) ? 2 : 1;
            for (int copy = 0; copy < copies; copy++, rows++) {
                line.setLength(0);
                new Line(person, source, copy).write(line);
                reader.accept(line);
            }
        }
        return rows;
    }

    /** One record of one person in one source. */
    private final class Line {
        private final TruePerson person;
        private final Source source;
        private final long subject;
        private final LocalDateTime updated;

        Line(TruePerson person, Source source, int copy) {
            this.person = person;
            this.source = source;
            this.subject = Stirring.subject(person.number(), source.ordinal(), copy);
            LocalDateTime at = today.atStartOfDay().minusMinutes(Mix.below(3_600_000, subject, 60));
            this.updated = happens(2, 61) ? at.plusYears(9) : at;
        }

        private boolean happens(int perMille, int question) {
            return Mix.happens(perMille, subject, question);
        }

        private int below(int bound, int question) {
            return Mix.below(bound, subject, question);
        }

        void write(StringBuilder line) {
            boolean stale = updated.toLocalDate().isBefore(person.movedOn()) && Mix.happens(600, person.number(), 62);
            TruePerson.Home home = stale ? person.former() : person.home();
            line.append(Stirring.record(subject)).append(',');
            line.append(idNumber()).append(',');
            line.append(name()).append(',');
            line.append(gender()).append(',');
            line.append(birth()).append(',');
            line.append(phone(stale)).append(',');
            line.append(address(home)).append(',');
            line.append(region(home)).append(',');
            line.append(happens(30, 70) ? "" : String.valueOf(person.married())).append(',');
            if (source != Source.LABOUR) {
                boolean told =
                        person.diedOn() != null && person.diedOn().isBefore(updated.toLocalDate()) && happens(950, 71);
                line.append(told ? String.valueOf(person.diedOn()) : "").append(',');
            }
            line.append(updated.toLocalDate()).append(' ');
            two(line, updated.getHour()).append(':');
            two(line, updated.getMinute()).append(":00");
        }

        private static StringBuilder two(StringBuilder line, int value) {
            return line.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
        }

        private String idNumber() {
            String id = person.idNumber();
            int dirt = below(1000, 63);
            if (dirt < 10) {
                return "";
            }
            if (dirt < 25) {
                char right = id.charAt(17);
                return id.substring(0, 17) + (right == 'X' ? '0' : (char) ('0' + (right - '0' + 3) % 10));
            }
            if (dirt < 30) {
                return id.substring(0, 17);
            }
            if (dirt < 60) {
                return " " + id.replace('X', 'x');
            }
            if (dirt < 65) {
                int at = 8 + below(8, 64);
                return id.substring(0, at) + id.charAt(at + 1) + id.charAt(at) + id.substring(at + 2);
            }
            return id;
        }

        private String name() {
            String name = person.name();
            int dirt = below(1000, 65);
            if (dirt < 3) {
                return "";
            }
            if (dirt < 6) {
                return "ZHANG SAN";
            }
            if (dirt < 14) {
                return name.substring(0, 1) + "　" + name.substring(1);
            }
            if (dirt < 20) {
                return name.substring(0, name.length() - 1) + "某伟芳军丽燕".charAt(below(6, 66));
            }
            return name;
        }

        private String gender() {
            boolean male = happens(4, 67) != person.male();
            return switch (source) {
                case POLICE -> male ? "1" : "2";
                case LABOUR -> male ? "男" : "女";
                case HEALTH -> male ? "M" : "F";
            };
        }

        private String birth() {
            LocalDate birth = person.birth();
            int dirt = below(1000, 68);
            if (dirt < 2) {
                return "1900-02-30";
            }
            if (dirt < 8) {
                birth = birth.plusDays(1 + below(300, 69));
            }
            return switch (source) {
                case POLICE -> birth.toString().replace("-", "");
                case LABOUR -> birth.toString();
                case HEALTH -> birth.toString().replace('-', '/');
            };
        }

        private String phone(boolean stale) {
            long phone = stale ? person.formerPhone() : person.phone();
            int dirt = below(1000, 72);
            if (dirt < 80) {
                return "";
            }
            if (dirt < 110) {
                return String.valueOf(phone / 1000);
            }
            return dirt < 150 ? "+86-" + phone : String.valueOf(phone);
        }

        private String address(TruePerson.Home home) {
            String address = home.address();
            return switch (below(20, 73)) {
                case 0 -> address.substring(3);
                case 1 -> address.replace("号", "");
                case 2 -> "河南省" + address;
                case 3 -> happens(300, 74) ? "" : address;
                default -> address;
            };
        }

        private String region(TruePerson.Home home) {
            if (happens(10, 75)) {
                return "419001999999";
            }
            String code = String.valueOf(home.code());
            return happens(source == Source.LABOUR ? 250 : 60, 76) ? "410881" + code.substring(6) : code;
        }
    }
}
