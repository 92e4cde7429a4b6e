package cn.gov.jiyuan.platform.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL programs are started on this machine. PostgreSQL refuses to run as root, so root starts it in a user
 * namespace without rights or, where those are closed, as "nobody". {@code setpriv --pdeathsig INT} makes the server
 * shut down cleanly when our process dies, even by kill -9.
 */
enum Guard {
    PLAIN,
    PLAIN_DYING_WITH_PARENT,
    USER_NAMESPACE,
    NOBODY;

    private static final String NOBODY_ID = "65534";

    static Guard ofThisMachine() {
        boolean setpriv = works("setpriv", "--pdeathsig", "INT", "--", "true");
        if (!System.getProperty("user.name").equals("root")) {
            return setpriv ? PLAIN_DYING_WITH_PARENT : PLAIN;
        }
        return works("unshare", "-U", "--", "setpriv", "--pdeathsig", "INT", "--", "true") ? USER_NAMESPACE : NOBODY;
    }

    /** The command line that runs a program which lives as long as our process at most. */
    List<String> bound(List<String> command) {
        return with(
                switch (this) {
                    case PLAIN -> List.of();
                    case PLAIN_DYING_WITH_PARENT -> List.of("setpriv", "--pdeathsig", "INT", "--");
                    case USER_NAMESPACE -> List.of("unshare", "-U", "--", "setpriv", "--pdeathsig", "INT", "--");
                    case NOBODY ->
                        List.of(
                                "setpriv",
                                "--reuid=" + NOBODY_ID,
                                "--regid=" + NOBODY_ID,
                                "--clear-groups",
                                "--pdeathsig",
                                "INT",
                                "--");
                },
                command);
    }

    /** The command line that runs a program to its end. */
    List<String> once(List<String> command) {
        return with(
                switch (this) {
                    case PLAIN, PLAIN_DYING_WITH_PARENT -> List.of();
                    case USER_NAMESPACE -> List.of("unshare", "-U", "--");
                    case NOBODY ->
                        List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups", "--");
                },
                command);
    }

    /** Hands a folder to the user under whom the server will run. */
    void own(Path folder) throws IOException {
        if (this != NOBODY || Integer.valueOf(65534).equals(Files.getAttribute(folder, "unix:uid"))) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                return visitFile(directory, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", 65534, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Lets the user under whom the server will run pass from a folder of ours to those below it, without reading them. */
    void letThrough(Path root, Path... folders) throws IOException {
        if (this != NOBODY) {
            return;
        }
        for (Path folder : folders) {
            for (Path step = folder; step != null && step.startsWith(root); step = step.getParent()) {
                Files.setAttribute(step, "unix:gid", 65534);
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(step);
                permissions.add(PosixFilePermission.GROUP_EXECUTE);
                Files.setPosixFilePermissions(step, permissions);
            }
        }
    }

    private static List<String> with(List<String> guard, List<String> command) {
        List<String> whole = new ArrayList<>(guard);
        whole.addAll(command);
        return whole;
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
