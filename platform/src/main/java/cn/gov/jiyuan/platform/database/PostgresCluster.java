package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The data directory of one server: made once, whole or not at all, then started and stopped. */
record PostgresCluster(Path data, Path log, PostgresBinaries binaries, Guard guard) {
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** The version file that initdb writes last but one; a data directory without it was never finished. */
    boolean exists() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    /**
     * Makes the data directory with both roles and the database in it. The character type is the builtin C.UTF-8: with
     * "C" the trigram index silently drops every Chinese character.
     */
    void create(PostgresAccess access, boolean durable) throws IOException {
        Path half = data.resolveSibling("data.unfinished");
        Path password = data.resolveSibling("password.txt");
        Folders.delete(half);
        try {
            Folders.writeSecret(password, access.adminPassword().getBytes(StandardCharsets.US_ASCII));
            Files.createDirectory(
                    half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            guard.own(half);
            guard.own(password);
            List<String> initdb = new ArrayList<>(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + half,
                    "--username=" + PostgresAccess.ADMIN,
                    "--pwfile=" + password,
                    "--auth-host=scram-sha-256",
                    "--auth-local=reject",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C.UTF-8",
                    "--data-checksums"));
            if (!durable) {
                initdb.add("--no-sync");
            }
            run(initdb, "");
            // The password is drawn by chance and not by a person: digesting it 4,096 times would only slow each
            // connection.
            run(List.of(binaries.program("postgres"), "--single", "-D", half.toString(), "template1"), """
                    SET scram_iterations = 16
                    CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
                    CREATE DATABASE %3$s OWNER %1$s
                    """.formatted(
                            PostgresAccess.USER, access.password(), PostgresAccess.DATABASE));
            Folders.moveUnlessThere(half, data);
        } finally {
            Files.deleteIfExists(password);
            Folders.delete(half);
        }
    }

    /** Hands the data over after a restore, or when the machine came to allow other ways to start. */
    void own() throws IOException {
        guard.own(data);
    }

    /** Stops a server that outlived its process, so that the data directory is free. */
    void stopOrphan() throws IOException {
        if (!Files.exists(data.resolve("postmaster.pid"))) {
            return;
        }
        long id = PostmasterFile.read(data).processId();
        if (ProcessHandle.of(id).isEmpty()) {
            return;
        }
        if (!commandLine(id).contains(data.toString())) {
            // Another program has got the number of our dead server, as happens in containers; PostgreSQL would refuse.
            Files.delete(data.resolve("postmaster.pid"));
        } else {
            run(
                    List.of(binaries.program("pg_ctl"), "stop", "-m", "fast", "-w", "-t", "120", "-D", data.toString()),
                    "");
        }
    }

    /**
     * Starts the server as a child of this process. Sessions of a server that was killed may hold its memory for a moment;
     * then it tries again.
     */
    PostgresProcess start(int port, Map<String, String> settings) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(port, settings);
            } catch (Fault e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("shared memory block")) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private PostgresProcess startOnce(int port, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", data.toString(), "-p", String.valueOf(port)));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Files.createDirectories(log);
        guard.own(log);
        ProcessBuilder builder = prepared(guard.bound(command));
        Path output = log.resolve("postgres-start.log");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return PostgresProcess.started(builder, this, output);
    }

    /** Runs one of the programs to its end. */
    void run(List<String> command, String input) throws IOException {
        Process process =
                prepared(guard.once(command)).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Fault(DatabaseError.START_FAILED, output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static ProcessBuilder prepared(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        return builder;
    }

    private static String commandLine(long processId) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(processId), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }
}
