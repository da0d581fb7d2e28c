package org.auleos.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/**
 * Doubles as ECMAScript writes them (ECMA-262, Number::toString), which RFC 8785 asks for. One deviation: a whole number
 * of 2^63 or more is written with an exponent, since our reader refuses whole numbers beyond 64 bits.
 */
final class EcmaNumber {

    /** Below this, one digit may be enough where the JDK's algorithm always gives two. */
    private static final double COARSE = 1e-320;

    private static final double BEYOND_LONG = 0x1p63;

    private EcmaNumber() {}

    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        String text = magnitude(Math.abs(value));
        return value < 0 ? "-" + text : text;
    }

    private static String magnitude(double value) {
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (point > 21 || point <= -6 || value >= BEYOND_LONG) {
            return exponential(digits, point - 1);
        } else if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        } else if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length());
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String exponential(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }

    /** The shortest decimal that reads back as this value; Jackson's algorithm, as the JDK's before 19 is not shortest. */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(NumberOutput.toString(value, true));
        if (value >= COARSE) {
            return decimal;
        }
        BigDecimal one = decimal.round(new java.math.MathContext(1));
        return one.doubleValue() == value ? one : decimal;
    }
}
