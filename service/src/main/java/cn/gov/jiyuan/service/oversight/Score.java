package cn.gov.jiyuan.service.oversight;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The score of a unit over a period (效能分): E = 100 − cards − share overdue × weight + bonus for speed. The bonus is the
 * share of the promised days that was not needed, of the most that can be had.
 */
record Score(
        CardStore.Sum cards, Tally tally, BigDecimal overdueCost, BigDecimal bonus, BigDecimal value, String formula) {
    static Score of(CardStore.Sum cards, Tally tally, BigDecimal weight, BigDecimal mostBonus) {
        BigDecimal overdue = tally.decided() == 0 ? BigDecimal.ZERO : share(tally.late(), tally.decided(), weight);
        long saved = Math.max(0, tally.promisedDays() - tally.usedDays());
        BigDecimal bonus = tally.promisedDays() == 0 ? BigDecimal.ZERO : share(saved, tally.promisedDays(), mostBonus);
        BigDecimal value = BigDecimal.valueOf(100)
                .subtract(cards.score())
                .subtract(overdue)
                .add(bonus)
                .setScale(2, RoundingMode.HALF_UP);
        String formula = "100 − 牌扣分 " + plain(cards.score()) + "（黄牌 " + cards.yellow() + "、红牌 " + cards.red() + "）"
                + " − 超期扣分 " + plain(overdue) + "（超期 " + tally.late() + "/" + tally.decided() + " × "
                + plain(weight) + "）"
                + " + 提速奖励 " + plain(bonus) + "（承诺 " + tally.promisedDays() + " 日，用 " + tally.usedDays() + " 日，上限 "
                + plain(mostBonus) + "）"
                + " = " + plain(value);
        return new Score(cards, tally, overdue, bonus, value, formula);
    }

    private static BigDecimal share(long part, long whole, BigDecimal of) {
        return BigDecimal.valueOf(part).multiply(of).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
