package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.cases.CaseImport;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.documents.Fonts;
import cn.gov.jiyuan.platform.documents.PdfDocuments;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.Forms;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Three years of matters: 100,000 of the twelve complete items with their applications and licences, 30,000 of them of
 * the item of the guided tour. Two lanes write at once, each its own items in order, so that the same day always gives
 * the same data.
 */
@Component
final class DemoMatters implements DemoSource {
    static final int FOOD = 30_000;
    static final int EARLIER = 800;
    private static final int FILED = 2_000;
    private static final int FILED_OF_OTHERS = 150;
    private static final int PORTION = 500;

    /** What share of the matters each item has, by the beginning of its name; lane by lane. */
    private static final List<Map<String, Integer>> LANES = List.of(
            shares(
                    "食品经营许可", FOOD,
                    "公共场所卫生许可", 7_000,
                    "道路普通货物运输", 4_000,
                    "残疾人证", 3_000,
                    "劳务派遣", 2_500,
                    "建筑工程施工许可", 2_000,
                    "出版物零售", 1_500),
            shares(
                    "个体工商户设立登记", 18_000,
                    "内资公司设立登记", 12_000,
                    "新生儿户口登记", 12_000,
                    "高龄津贴", 7_000,
                    "医疗机构执业登记", 1_000));

    static final int COUNT = LANES.stream()
            .flatMap(lane -> lane.values().stream())
            .mapToInt(Integer::intValue)
            .sum();
    private static final long SEED = 20_260_331L;

    private final ItemCatalogue items;
    private final Units units;
    private final Forms forms;
    private final FileStore files;
    private final PdfDocuments pdf;
    private final Fonts fonts;
    private final CaseImport imports;
    private final Cases cases;
    private final Licences licences;
    private final LicenceFaces faces;
    private final DemoDesk desk;
    private final DemoApplications applications;
    private final TransactionTemplate transactions;
    private final ObjectProvider<LegalCalendar> calendar;
    private final Clock clock;

    DemoMatters(
            ItemCatalogue items,
            Units units,
            Forms forms,
            FileStore files,
            PdfDocuments pdf,
            Fonts fonts,
            CaseImport imports,
            Cases cases,
            Licences licences,
            LicenceFaces faces,
            DemoDesk desk,
            DataSource dataSource,
            PersonalCipher cipher,
            PlatformTransactionManager transactions,
            ObjectProvider<LegalCalendar> calendar,
            Clock clock) {
        this.items = items;
        this.units = units;
        this.forms = forms;
        this.files = files;
        this.pdf = pdf;
        this.fonts = fonts;
        this.imports = imports;
        this.cases = cases;
        this.licences = licences;
        this.faces = faces;
        this.desk = desk;
        this.applications = new DemoApplications(dataSource, cipher);
        this.transactions = new TransactionTemplate(transactions);
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 50;
    }

    private static Map<String, Integer> shares(Object... shares) {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i += 2) {
            map.put((String) shares[i], (Integer) shares[i + 1]);
        }
        return map;
    }

    @Override
    public String title() {
        return "三年办件和证照";
    }

    @Override
    public void load(Progress progress) {
        progress.total(COUNT + EARLIER);
        imports.removeDemo(MatterType.ID);
        licences.removeDemo();
        transactions.executeWithoutResult(status -> applications.remove());
        DemoPeople people = new DemoPeople();
        Instant now = clock.instant();
        List<ItemGuide> guides = guides();
        List<List<DemoMatter.Frame>> lanes = LANES.stream()
                .map(lane -> lane.entrySet().stream()
                        .map(share -> frame(guide(guides, share.getKey()), share.getValue(), people, now))
                        .toList())
                .toList();
        DemoMatter.Frame food = lanes.getFirst().getFirst();
        licences.record(new DemoEarlierLicences(food).stream(EARLIER, SEED));
        progress.advance(EARLIER);
        if (inLanes(lanes, progress)) {
            desk.settle(food.office(), progress);
        }
    }

    /** @return false if somebody asked to stop */
    private boolean inLanes(List<List<DemoMatter.Frame>> lanes, Progress progress) {
        try (ExecutorService workers = Executors.newFixedThreadPool(lanes.size())) {
            List<Future<Boolean>> running = lanes.stream()
                    .map(lane -> workers.submit(() -> lane.stream().allMatch(frame -> matters(frame, progress))))
                    .toList();
            boolean whole = true;
            for (Future<Boolean> lane : running) {
                whole &= lane.get();
            }
            return whole;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The demonstration could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private DemoMatter.Frame frame(ItemGuide guide, int count, DemoPeople people, Instant now) {
        boolean food = count == FOOD;
        FormDefinition form = form(guide);
        Map<String, DemoFiles.Named> materials = Objects.requireNonNull(transactions.execute(status -> food
                ? DemoFiles.store(files, pdf, fonts, clock)
                : DemoFiles.store(guide, form, files, pdf, fonts, clock)));
        return new DemoMatter.Frame(
                guide,
                food ? DemoTale.food(guide.content()) : DemoTale.of(guide),
                people,
                count,
                food ? FILED : FILED_OF_OTHERS,
                food,
                form,
                faces,
                new DemoOffice(units.get(guide.unitId())),
                calendar.getIfAvailable(LegalCalendar::official),
                materials,
                now,
                clock.getZone());
    }

    /** @return false if somebody asked to stop */
    private boolean matters(DemoMatter.Frame frame, Progress progress) {
        LocalDate today = LocalDate.now(clock);
        long seed = SEED * 31 + frame.guide().code().hashCode();
        List<DemoMatter> portion = new ArrayList<>(PORTION);
        int number = 0;
        for (Map.Entry<LocalDate, Integer> day : DemoDays.spread(
                        frame.calendar(), today.minusYears(3).plusDays(1), today, frame.count())
                .entrySet()) {
            int serial = 0;
            for (Instant opened : moments(frame, day.getKey(), day.getValue())) {
                SplittableRandom random = new SplittableRandom(seed + number);
                portion.add(DemoMatter.of(frame, number, opened, number(frame, day.getKey(), today, ++serial), random));
                number++;
                if (portion.size() == PORTION) {
                    write(frame, portion, progress);
                    portion.clear();
                }
            }
            if (progress.cancelled()) {
                return false;
            }
        }
        write(frame, portion, progress);
        return true;
    }

    /** Distinct moments of one day, in order, none in the future. */
    private static Iterable<Instant> moments(DemoMatter.Frame frame, LocalDate day, int count) {
        SplittableRandom random = new SplittableRandom(
                SEED + day.toEpochDay() + frame.guide().code().hashCode());
        Instant last = frame.now().minusSeconds(60);
        TreeSet<Instant> moments = new TreeSet<>();
        while (moments.size() < count) {
            Instant drawn = frame.moments().awake(day, random);
            moments.add(drawn.isBefore(last) ? drawn : last.minusSeconds(random.nextInt(36_000)));
        }
        return moments;
    }

    /** Numbers of today come from the series, so that the next real application gets the next one. */
    private String number(DemoMatter.Frame frame, LocalDate day, LocalDate today, int serial) {
        String prefix = frame.guide().code() + day.format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
        return day.equals(today)
                ? Objects.requireNonNull(transactions.execute(status -> cases.nextNumber(prefix, 5)))
                : prefix + "%05d".formatted(serial);
    }

    private void write(DemoMatter.Frame frame, List<DemoMatter> portion, Progress progress) {
        imports.importAll(portion.stream().map(DemoMatter::history));
        List<Licences.HistoricLicence> issued = portion.stream()
                .map(DemoMatter::licence)
                .filter(Objects::nonNull)
                .toList();
        licences.record(issued.stream());
        List<Application> filed = portion.stream()
                .filter(matter -> frame.keepsForm(matter.number()) || matter.isOpen())
                .map(DemoMatter::application)
                .toList();
        transactions.executeWithoutResult(status -> applications.write(filed, frame.materials()));
        synchronized (progress) {
            progress.advance(portion.size());
        }
    }

    private List<ItemGuide> guides() {
        List<ItemGuide> found = new ArrayList<>();
        @Nullable String after = null;
        List<ItemGuide> page;
        do {
            page = items.guides(after, 500);
            page.stream()
                    .filter(guide -> guide.content().handling().formId() != null)
                    .forEach(found::add);
            after = page.isEmpty() ? after : page.getLast().code();
        } while (page.size() == 500);
        return found;
    }

    private static ItemGuide guide(List<ItemGuide> all, String name) {
        return all.stream()
                .filter(guide -> guide.name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no item " + name + " with a form"));
    }

    private FormDefinition form(ItemGuide guide) {
        return forms.latest(String.valueOf(guide.content().handling().formId()));
    }
}
