package cn.gov.jiyuan.platform.portal;

/** Guards redirects: only paths of this site. */
public final class LocalPath {
    private LocalPath() {}

    /** The path itself if it stays on this site, otherwise the first page. */
    public static String orHome(String path) {
        boolean local = path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
        return local ? path : "/";
    }
}
