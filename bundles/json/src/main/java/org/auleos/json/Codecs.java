package org.auleos.json;

/** The compiled codecs, one a type; they live as long as the type's class. */
final class Codecs {

    private static final ClassValue<FormCodec> CODECS = new ClassValue<>() {
        @Override
        protected FormCodec computeValue(Class<?> type) {
            return new FormCodec(new FormCompiler().form(type));
        }
    };

    private static final ClassValue<EventFamily> FAMILIES = new ClassValue<>() {
        @Override
        protected EventFamily computeValue(Class<?> type) {
            return EventFamily.of(type);
        }
    };

    private Codecs() {}

    @SuppressWarnings("unchecked") // the form was compiled for that very type
    static <T> Codec<T> of(Class<T> type) {
        return (Codec<T>) CODECS.get(type);
    }

    @SuppressWarnings("unchecked") // the cases are those of that very interface
    static <T> Family<T> family(Class<T> sealed) {
        return (Family<T>) FAMILIES.get(sealed);
    }

    /** A form as a codec. */
    private record FormCodec(Form form, Json.Obj schema) implements Codec<Object> {

        FormCodec(Form form) {
            this(form, form.schema());
        }

        @Override
        public Object read(Json json) {
            try {
                return form.read(json, Form.Mode.STRICT);
            } catch (Mismatch e) {
                throw e.exception();
            }
        }

        @Override
        public Json write(Object value) {
            return form.write(value);
        }
    }
}
