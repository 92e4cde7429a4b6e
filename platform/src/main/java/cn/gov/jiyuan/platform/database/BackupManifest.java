package cn.gov.jiyuan.platform.database;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The list of what a backup holds, one line per file: SHA-256, size in bytes, name. */
record BackupManifest(List<Entry> entries) {
    private static final String HEAD = "jiyuan-backup 1";

    BackupManifest {
        entries = List.copyOf(entries);
    }

    record Entry(String digest, long size, String name) {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static BackupManifest parse(String text) throws IOException {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
            throw new IOException("unknown format");
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int first = line.indexOf(' ');
            int second = line.indexOf(' ', first + 1);
            if (first < 0 || second < 0) {
                throw new IOException("unreadable line: " + line);
            }
            entries.add(new Entry(
                    line.substring(0, first),
                    Long.parseLong(line.substring(first + 1, second)),
                    line.substring(second + 1)));
        }
        return new BackupManifest(entries);
    }

    String text() {
        return HEAD + "\n"
                + entries.stream()
                        .map(entry -> entry.digest() + " " + entry.size() + " " + entry.name() + "\n")
                        .collect(Collectors.joining());
    }

    long size() {
        return entries.stream().mapToLong(Entry::size).sum();
    }

    boolean holds(String folder) {
        return entries.stream().anyMatch(entry -> entry.name().startsWith(folder + "/"));
    }

    /** @throws IOException naming the first file that differs, is missing or too many */
    void compare(BackupManifest found) throws IOException {
        Map<String, Entry> rest = new TreeMap<>();
        found.entries.forEach(entry -> rest.put(entry.name(), entry));
        for (Entry entry : entries) {
            if (!entry.equals(rest.remove(entry.name()))) {
                throw new IOException(entry.name());
            }
        }
        if (!rest.isEmpty()) {
            throw new IOException(rest.keySet().iterator().next());
        }
    }
}
