package org.auleos.tools.log.internal.format;

import org.auleos.tools.log.internal.record.Level;

/** Lines that open with a level's letter glued to month and day: {@code W0102 15:04:05.678901 1234 file.go:12] message}. */
final class LetterLog implements Format {

    private final Stamp stamp = new Stamp();
    private final StampResolver resolver;

    LetterLog(StampResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public String name() {
        return "glog";
    }

    @Override
    public boolean read(String line, Head head) {
        Level level = Levels.ofLetter(Digits.charAt(line, 0));
        int digits = Digits.run(line, 1, 9);
        if (level == null || (digits != 4 && digits != 8)) {
            return false;
        }
        stamp.clear();
        int year = digits == 8 ? (int) Digits.number(line, 1, 4) : Stamp.UNSET;
        int day = digits - 3;
        boolean date = stamp.setDate(year, Digits.two(line, day), Digits.two(line, day + 2));
        int clock = date ? ClockScanner.scan(line, Atoms.skipSpaces(line, digits + 1), stamp) : -1;
        int close = clock < 0 ? -1 : line.indexOf("] ", clock);
        if (close < 0 || close > clock + 160) {
            return false;
        }
        head.level = level;
        head.time = resolver.resolve(stamp);
        int pid = Atoms.skipSpaces(line, clock);
        int pidDigits = Digits.run(line, pid, 9);
        head.pid = pidDigits > 0 ? (int) Digits.number(line, pid, pidDigits) : -1;
        int file = line.lastIndexOf(' ', close) + 1;
        int colon = line.indexOf(':', file);
        head.process = line.substring(file, colon > file && colon < close ? colon : close);
        head.message = line.substring(close + 2);
        return true;
    }
}
