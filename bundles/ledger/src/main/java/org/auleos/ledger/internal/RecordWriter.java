package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Provenance;

/** Encodes drafts on the threads of those who append. Thread-safe. */
final class RecordWriter {

    /** Bytes of the header before its texts. */
    static final int FIXED = 112;

    static final int PAYLOAD_LIMIT = 1 << 20;

    private static final int TEXT_LIMIT = 0xffff;
    private static final ThreadLocal<Hashes> HASHES = ThreadLocal.withInitial(Hashes::new);

    private final String node;
    private final byte[] nodeBytes;
    private final long epoch;

    RecordWriter(String node, long epoch) {
        this.node = node;
        this.nodeBytes = node.getBytes(UTF_8);
        this.epoch = epoch;
    }

    /** Throws {@code TOO_LARGE} naming what is. */
    Encoded write(Draft draft) {
        byte[] payload = draft.payload();
        if (payload.length > PAYLOAD_LIMIT) {
            throw tooLarge(draft, "payload", payload.length, PAYLOAD_LIMIT);
        }
        List<byte[]> texts = texts(draft);
        int headerBytes = FIXED + Short.BYTES * (texts.size() + 1);
        for (byte[] text : texts) {
            headerBytes += text.length;
        }
        byte[] payloadHash = HASHES.get().of(payload, 0, payload.length);
        byte[] bytes = new byte[headerBytes + payload.length + Hashes.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        fixed(buffer, draft, headerBytes, payloadHash);
        texts(buffer, texts, draft.provenance().taint().size());
        buffer.put(payload);
        return new Encoded(draft, node, epoch, payloadHash, bytes, headerBytes);
    }

    private void fixed(ByteBuffer buffer, Draft draft, int headerBytes, byte[] payloadHash) {
        buffer.position(Hashes.BYTES);
        buffer.putShort((short) Encoded.FORMAT).putShort((short) 0).putInt(headerBytes);
        buffer.position(Encoded.NANOS + Integer.BYTES);
        buffer.putInt(draft.version()).putLong(epoch);
        buffer.putLong(draft.provenance().cause());
        buffer.put(payloadHash);
    }

    private static void texts(ByteBuffer buffer, List<byte[]> texts, int labels) {
        for (int i = 0; i < texts.size(); i++) {
            if (i == texts.size() - labels) {
                buffer.putShort((short) labels);
            }
            buffer.putShort((short) texts.get(i).length).put(texts.get(i));
        }
        if (labels == 0) {
            buffer.putShort((short) 0);
        }
    }

    private List<byte[]> texts(Draft draft) {
        Provenance from = draft.provenance();
        List<byte[]> texts = new ArrayList<>(11 + from.taint().size());
        texts.add(nodeBytes);
        texts.add(text(draft, "type", draft.type()));
        texts.add(text(draft, "tenant", from.tenant()));
        texts.add(text(draft, "actor", from.actor()));
        texts.add(text(draft, "onBehalfOf", from.onBehalfOf()));
        texts.add(text(draft, "door", from.origin().door()));
        texts.add(text(draft, "address", from.origin().address()));
        texts.add(text(draft, "run", from.run()));
        texts.add(text(draft, "unit", from.unit()));
        texts.add(text(draft, "account", from.account()));
        texts.add(text(draft, "why", draft.why()));
        if (from.taint().size() > TEXT_LIMIT) {
            throw tooLarge(draft, "taint", from.taint().size(), TEXT_LIMIT);
        }
        if (!from.taint().isEmpty()) { // seldom, and a stream costs a tenth of a record
            from.taint().stream().sorted().forEach(label -> texts.add(text(draft, "taint", label)));
        }
        return texts;
    }

    private static byte[] text(Draft draft, String what, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        if (bytes.length > TEXT_LIMIT) {
            throw tooLarge(draft, what, bytes.length, TEXT_LIMIT);
        }
        return bytes;
    }

    private static LedgerException tooLarge(Draft draft, String what, int size, int limit) {
        return new LedgerException(
                Code.TOO_LARGE,
                what + " of a " + draft.type() + " has " + size + " bytes, at most " + limit
                        + " are taken; put it into an artifact and name that by hash");
    }
}
