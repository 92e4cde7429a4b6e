package cn.gov.jiyuan.platform.documents;

/** A colour of the screen space sRGB, each part 0–255. */
public record Colour(int red, int green, int blue) {
    public static final Colour BLACK = new Colour(0, 0, 0);
    /** The red of heads and seals. */
    public static final Colour SEAL_RED = new Colour(0xD9, 0x1A, 0x1A);
    /** 济水青 of the house. */
    public static final Colour WATER = new Colour(0x0F, 0x5C, 0x6E);

    public static final Colour GREY = new Colour(0x5B, 0x66, 0x69);
}
