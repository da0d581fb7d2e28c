package org.auleos.toolbox.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.auleos.api.policy.Capability;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.TypeArguments;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Tool;
import org.jspecify.annotations.Nullable;

/** A tool with everything about it that can be worked out before it is called. Immutable. */
record CompiledTool(
        Tool<Record, Record> tool,
        Codec<Record> input,
        Codec<Record> output,
        Optional<Undoable> reversible,
        Optional<Probe<Record>> probe,
        List<Template> permissions) {

    /** The tool's other half, and the form of its mementos. */
    record Undoable(Reversible<Record, Record> tool, Codec<Record> memento) {}

    @SuppressWarnings("unchecked") // the codecs are made of the very type arguments
    static CompiledTool of(Spec spec, Tool<?, ?> tool) {
        List<Class<?>> types = arguments(tool, Tool.class)
                .orElseThrow(() -> new IllegalArgumentException(
                        tool.getClass().getName() + ": expected it to implement Tool<In, Out> itself"));
        Codec<Record> input = codec(types.get(0));
        return new CompiledTool(
                (Tool<Record, Record>) tool,
                input,
                codec(types.get(1)),
                reversible(tool),
                tool instanceof Probe<?> probe ? Optional.of((Probe<Record>) probe) : Optional.empty(),
                templates(spec, input));
    }

    @SuppressWarnings("unchecked") // as above
    private static Optional<Undoable> reversible(Tool<?, ?> tool) {
        Optional<List<Class<?>>> types = arguments(tool, Reversible.class);
        return types.map(found -> new Undoable((Reversible<Record, Record>) tool, codec(found.get(1))));
    }

    private static Optional<List<Class<?>>> arguments(Object tool, Class<?> generic) {
        return TypeArguments.of(tool.getClass(), generic);
    }

    @SuppressWarnings("unchecked") // Tool asks for records
    private static Codec<Record> codec(Class<?> type) {
        return (Codec<Record>) Codec.of(type);
    }

    private static List<Template> templates(Spec spec, Codec<Record> input) {
        @Nullable Json properties = input.schema().members().get("properties");
        Json.Obj members = properties instanceof Json.Obj object ? object : Json.empty();
        return spec.permissions().stream()
                .map(text -> Template.of(text, members.members().keySet()))
                .toList();
    }

    /** What a call with that input needs. Throws {@code IllegalArgumentException} when a value makes no capability. */
    List<Capability> required(Json.Obj in, UnaryOperator<String> paths) {
        if (permissions.isEmpty()) {
            return List.of();
        }
        List<Capability> required = new ArrayList<>();
        for (Template template : permissions) {
            template.expand(in, paths, required);
        }
        return required;
    }
}
