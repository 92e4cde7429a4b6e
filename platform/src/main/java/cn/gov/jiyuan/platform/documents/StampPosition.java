package cn.gov.jiyuan.platform.documents;

/**
 * Where a seal is put.
 *
 * @param page counted from 0
 * @param x of the seal's centre, in millimetres from the left
 * @param y of the seal's centre, in millimetres from the top
 */
public record StampPosition(int page, double x, double y) {}
