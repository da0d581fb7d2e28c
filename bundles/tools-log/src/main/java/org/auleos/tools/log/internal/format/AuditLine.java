package org.auleos.tools.log.internal.format;

/** Lines of the Linux audit daemon: {@code type=AVC msg=audit(1709979301.123:45): avc: denied …}. */
final class AuditLine implements Format {

    private static final String MARK = " msg=audit(";

    private final StampScanner stamps = new StampScanner();
    private final StampResolver resolver;

    AuditLine(StampResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public String name() {
        return "audit log";
    }

    @Override
    public boolean read(String line, Head head) {
        int mark = line.indexOf(MARK);
        int type = mark < 0 ? -1 : line.lastIndexOf("type=", mark);
        int stamp = mark + MARK.length();
        int end = type < 0 ? -1 : stamps.scan(line, stamp);
        int close = end < 0 ? -1 : line.indexOf("):", end);
        if (close < 0 || close > end + 20) {
            return false;
        }
        head.time = resolver.resolve(stamps.stamp());
        head.process = line.substring(type + "type=".length(), mark);
        head.message = line.substring(Atoms.skipSpaces(line, close + 2));
        return true;
    }
}
