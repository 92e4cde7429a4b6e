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
 * Three departments' records of the same firms (演示法人数源), each in the department's own columns and with its own dirt:
 * missing and wrong unified codes, old registration and tax numbers, codes of the area of before 2005, names of before a
 * change, typing errors, shops of one name, stale addresses, firms struck off that others still keep, and branches entered
 * twice. Computed from numbers alone, in constant memory, for any size.
 */
public final class DirtyFirms {
    /** One department's database. */
    public enum Source {
        MARKET(
                "market",
                950,
                "pripid,uniscid,regno,entname,enttype,lerep,lerepcerno,estdate,regcap,industryco,opscope,dom,domdistrict,"
                        + "tel,regstate,s_ext_timestamp"),
        TAX(
                "tax",
                850,
                "djxh,shxydm,nsrsbh,nsrmc,djzclx_dm,fddbrxm,fddbrsfzjhm,kyslrq,zczb,hy_dm,jyfw,scjydz,scjydz_xzqhsz_dm,"
                        + "scjydlxdh,nsrzt_dm,xgrq"),
        INSURANCE("labour", 600, "aab001,aab998,aab003,aab004,aab013,aac002,aae005,aae006,aab301,aab051,aae036");

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

    /** Rows of the three sources together for a thousand firms. */
    private static final int ROWS_PER_THOUSAND = 2_430;

    private static final int TWICE = 12;
    /** For a firm there are three people, any of whom may own several. */
    private static final int PEOPLE = 3;

    private final LocalDate today;
    private final long firms;

    private DirtyFirms(long firms, LocalDate today) {
        this.firms = firms;
        this.today = today;
    }

    /** As many firms as make about so many rows. */
    public static DirtyFirms ofRows(long rows, LocalDate today) {
        return new DirtyFirms(Math.max(1, rows * 1000 / ROWS_PER_THOUSAND), today);
    }

    public long firms() {
        return firms;
    }

    /** The firm behind a record, which no pipeline is told: by this, matching is judged. */
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
        StringBuilder line = new StringBuilder(320);
        long rows = 0;
        for (long number = 0; number < firms; number++) {
            if (!Mix.happens(source.perMille, number, 1100 + source.ordinal())) {
                continue;
            }
            TrueFirm firm = TrueFirm.of(number, firms * PEOPLE, today);
            int copies = Mix.happens(TWICE, number, 2100 + source.ordinal()) ? 2 : 1;
            for (int copy = 0; copy < copies; copy++, rows++) {
                line.setLength(0);
                new Line(firm, source, copy).write(line);
                reader.accept(line);
            }
        }
        return rows;
    }

    /** One record of one firm in one source. */
    private final class Line {
        private final TrueFirm firm;
        private final Source source;
        private final long subject;
        private final LocalDateTime updated;

        Line(TrueFirm firm, Source source, int copy) {
            this.firm = firm;
            this.source = source;
            this.subject = Stirring.subject(firm.number(), source.ordinal(), copy);
            LocalDateTime at = today.atStartOfDay().minusMinutes(Mix.below(3_600_000, subject, 160));
            this.updated = happens(2, 161) ? at.plusYears(9) : at;
        }

        private boolean happens(int perMille, int question) {
            return Mix.happens(perMille, subject, question);
        }

        private int below(int bound, int question) {
            return Mix.below(bound, subject, question);
        }

        void write(StringBuilder line) {
            boolean stale = updated.toLocalDate().isBefore(firm.movedOn()) && happens(700, 162);
            TruePerson.Home home = stale ? firm.former() : firm.home();
            line.append(Stirring.record(subject)).append(',');
            line.append(code()).append(',');
            line.append(oldCode()).append(',');
            line.append(name()).append(',');
            if (source != Source.INSURANCE) {
                line.append(
                                source == Source.MARKET
                                        ? firm.kind().market()
                                        : firm.kind().tax())
                        .append(',');
            }
            line.append(representative()).append(',');
            line.append(happens(40, 163) ? "" : firm.owner().idNumber()).append(',');
            if (source == Source.INSURANCE) {
                line.append(phone()).append(',');
                line.append(address(home)).append(',').append(region(home)).append(',');
                line.append(ended() ? "3" : "1").append(',');
            } else {
                line.append(founded()).append(',');
                line.append(firm.capital() == 0 || happens(30, 164) ? "" : firm.capital() / 10_000 + ".000000")
                        .append(',');
                line.append(
                                source == Source.MARKET
                                        ? firm.trade().industry()
                                        : firm.trade().industry().substring(1))
                        .append(',');
                line.append(happens(60, 165) ? "" : firm.trade().scope()).append(',');
                line.append(address(home)).append(',').append(region(home)).append(',');
                line.append(phone()).append(',');
                line.append(state()).append(',');
            }
            line.append(updated.toLocalDate()).append(' ');
            two(line, updated.getHour()).append(':');
            two(line, updated.getMinute()).append(":00");
        }

        private static StringBuilder two(StringBuilder line, int value) {
            return line.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
        }

        /** Of a thousand: missing, wrong check character, O for 0, two exchanged, the area of before 2005, untidy. */
        private String code() {
            String code = firm.code();
            if (code == null) {
                return "";
            }
            int dirt = below(1000, 166);
            int missing = source == Source.MARKET ? 8 : source == Source.TAX ? 30 : 110;
            if (dirt < missing) {
                return "";
            }
            if (dirt < missing + 12) {
                char right = code.charAt(17);
                return code.substring(0, 17) + (right == 'A' ? 'B' : 'A');
            }
            if (dirt < missing + 18) {
                return code.replace('0', 'O');
            }
            if (dirt < missing + 23) {
                int at = 9 + below(6, 167);
                return code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
            }
            if (dirt < missing + 30) {
                return code.substring(0, 2) + "410881" + code.substring(8);
            }
            return dirt < missing + 60 ? " " + code.toLowerCase(java.util.Locale.ROOT) : code;
        }

        /** The market's registration number; the tax number of 15 characters; the organisation code as it is printed. */
        private String oldCode() {
            String organisation = firm.organisation();
            return switch (source) {
                case MARKET -> happens(80, 168) ? "" : firm.oldNumber();
                case TAX -> firm.oldNumber().isEmpty() || happens(150, 169) ? "" : "410881" + organisation;
                case INSURANCE -> happens(250, 170) ? "" : organisation.substring(0, 8) + "-" + organisation.charAt(8);
            };
        }

        private String name() {
            boolean old = updated.toLocalDate().isBefore(firm.renamedOn()) && happens(800, 171);
            String name = old ? firm.formerName() : firm.name();
            int dirt = below(1000, 172);
            if (dirt < 3) {
                return "";
            }
            if (dirt < 6) {
                return "TEST";
            }
            if (dirt < 18) {
                return name.substring(0, 4) + "某佳嘉宏鸿欣".charAt(below(6, 173)) + name.substring(5);
            }
            if (dirt < 60) {
                return name.replace("有限公司", "有限责任公司");
            }
            if (dirt < 90) {
                return "河南省" + name;
            }
            if (dirt < 120) {
                return name.substring(3);
            }
            return dirt < 140 ? name.substring(0, 3) + "　" + name.substring(3) : name;
        }

        private String representative() {
            String name = firm.owner().name();
            int dirt = below(1000, 174);
            if (dirt < 10) {
                return "";
            }
            return dirt < 18 ? name.substring(0, name.length() - 1) + "某伟芳军丽燕".charAt(below(6, 175)) : name;
        }

        private String founded() {
            LocalDate day = firm.foundedOn();
            int dirt = below(1000, 176);
            if (dirt < 3) {
                return "1900-02-30";
            }
            if (dirt < 18) {
                day = day.plusDays(1 + below(300, 177));
            }
            return source == Source.MARKET ? day.toString() : day.toString().replace("-", "");
        }

        private String phone() {
            int dirt = below(1000, 178);
            if (dirt < 120) {
                return "";
            }
            if (dirt < 220) {
                return String.valueOf(13_900_000_000L + Mix.below(90_000_000, subject, 179));
            }
            return dirt < 260 ? "+86-" + firm.phone() : String.valueOf(firm.phone());
        }

        private boolean ended() {
            LocalDate end = firm.endedOn();
            return end != null && end.isBefore(updated.toLocalDate()) && happens(850, 180);
        }

        private String state() {
            boolean revoked = Mix.happens(200, firm.number(), 181);
            return source == Source.MARKET
                    ? !ended() ? "1" : revoked ? "2" : "3"
                    : !ended() ? happens(30, 182) ? "05" : "03" : "07";
        }

        private String address(TruePerson.Home home) {
            String address = home.address();
            return switch (below(20, 183)) {
                case 0 -> address.substring(3);
                case 1 -> address.replace("号", "");
                case 2 -> "河南省" + address;
                case 3 -> happens(300, 184) ? "" : address;
                default -> address;
            };
        }

        private String region(TruePerson.Home home) {
            if (happens(10, 185)) {
                return "419001999999";
            }
            String code = String.valueOf(home.code());
            return happens(source == Source.TAX ? 300 : 60, 186) ? "410881" + code.substring(6) : code;
        }
    }
}
