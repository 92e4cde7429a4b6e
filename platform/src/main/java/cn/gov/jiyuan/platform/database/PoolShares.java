package cn.gov.jiyuan.platform.database;

/**
 * How the connections of a pool are shared out (连接配额).
 *
 * @param line for whoever has none yet, in the order of coming
 * @param background set aside for {@link Background} work that has none yet
 * @param second for threads that hold one and need another
 * @param third for threads that hold two
 */
record PoolShares(int line, int background, int second, int third) {
    static final int SMALLEST_POOL = 4;

    static PoolShares of(int pool) {
        if (pool < SMALLEST_POOL) {
            throw new IllegalArgumentException("a pool of " + pool);
        }
        int some = Math.max(1, pool / 5);
        return new PoolShares(pool - 2 * some - 1, some, some, 1);
    }
}
