package cn.gov.jiyuan.kernel.quantity;

/** Writes amounts in capitals (大写金额) as 支付结算办法, 附件一, prescribes for bills and receipts. */
final class MoneyCapitals {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿", "亿亿"};

    private MoneyCapitals() {}

    static String of(long fen) {
        if (fen < 0) {
            return "负" + of(Math.negateExact(fen));
        }
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cent = (int) (fen % 10);
        String whole = yuan == 0 ? "" : integer(yuan) + "元";
        String rest = (jiao == 0 ? "" : digit(jiao) + "角") + (cent == 0 ? "" : digit(cent) + "分");
        if (rest.isEmpty()) {
            return (whole.isEmpty() ? "零元" : whole) + "整";
        }
        String zero = jiao == 0 && yuan > 0 ? "零" : "";
        return whole + zero + rest + (cent == 0 ? "整" : "");
    }

    private static String integer(long yuan) {
        var text = new StringBuilder();
        boolean zero = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int four = (int) (yuan / power(group) % 10_000);
            if (four == 0) {
                zero = !text.isEmpty();
                continue;
            }
            text.append(zero || !text.isEmpty() && four < 1000 ? "零" : "")
                    .append(four(four))
                    .append(GROUPS[group]);
            zero = false;
        }
        return text.toString();
    }

    private static long power(int group) {
        long power = 1;
        for (int i = 0; i < group; i++) {
            power *= 10_000;
        }
        return power;
    }

    private static String four(int number) {
        var text = new StringBuilder();
        boolean zero = false;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                zero = !text.isEmpty();
                continue;
            }
            text.append(zero ? "零" : "").append(digit(digit)).append(PLACES[place]);
            zero = false;
        }
        return text.toString();
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
