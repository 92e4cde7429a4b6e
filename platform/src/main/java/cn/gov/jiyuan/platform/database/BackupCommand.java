package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.platform.database.JiyuanHome.Part;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ./jiyuan backup FILE}. */
public final class BackupCommand implements Command {
    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(List<String> arguments, JiyuanHome home, PrintStream out) throws Exception {
        if (arguments.size() != 1) {
            out.println("用法：./jiyuan backup 文件名.tar.gz");
            return 2;
        }
        Path file = Path.of(arguments.getFirst());
        boolean external = DatabaseProperties.ofEnvironment().external();
        BackupManifest manifest = new Backup(home, external).write(file);
        out.println("备份完成：%s，%d 个文件，原始大小 %s，压缩后 %s。"
                .formatted(
                        file.toAbsolutePath().normalize(),
                        manifest.entries().size(),
                        megabytes(manifest.size()),
                        megabytes(Files.size(file))));
        for (Part part : Part.values()) {
            if (home.outside(part)) {
                out.println("其中包括数据目录之外的 " + home.place(part) + "；恢复时放入新的数据目录，请相应调整设置。");
            }
        }
        if (external) {
            out.println("本平台使用外部数据库：以上仅含文件与密钥，数据库的备份由其管理单位负责。");
        }
        out.println("备份内含密钥和口令，仅限本用户读取，请妥善保管。");
        return 0;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
