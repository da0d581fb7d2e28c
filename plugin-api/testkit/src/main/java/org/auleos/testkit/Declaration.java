package org.auleos.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.auleos.json.Json;
import org.auleos.plugin.files.Directory.Access;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolSpec;

/** The paths one call declared by the permissions of its tool, filled in from its input. Immutable. */
final class Declaration {

    private static final Pattern FILES = Pattern.compile("fs:([a-z*-]+):(.*)", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("\\{([^{}]*)}");

    /** One declared path; stars of a constant permission as a regular expression. */
    private record Declared(boolean writes, Pattern pattern) {}

    private final List<Declared> declared;

    private Declaration(List<Declared> declared) {
        this.declared = List.copyOf(declared);
    }

    /** Reads {@link ToolSpec}; a tool without it declares nothing. */
    static Declaration of(Tool<?, ?> tool, Json.Obj input, Path workspace) {
        List<Declared> all = new ArrayList<>();
        for (String permission : permissions(tool)) {
            Matcher files = FILES.matcher(permission);
            if (files.matches()) {
                boolean writes = !files.group(1).equals("read");
                paths(files.group(2), input, workspace).forEach(path -> all.add(new Declared(writes, below(path))));
            }
        }
        return new Declaration(all);
    }

    private static List<String> permissions(Tool<?, ?> tool) {
        ToolSpec spec = tool.getClass().getAnnotation(ToolSpec.class);
        return spec == null ? List.of() : List.of(spec.permissions());
    }

    private static Stream<String> paths(String pattern, Json.Obj input, Path workspace) {
        Matcher member = MEMBER.matcher(pattern);
        if (!member.find()) {
            return Stream.of(Pattern.quote(pattern)
                    .replace("**", "\\E.*\\Q")
                    .replace("*", "\\E[^/]*\\Q")
                    .replace("/\\E.*\\Q\\E", "\\E(/.*)?"));
        }
        return values(input.get(member.group(1)))
                .map(value -> Pattern.quote(workspace.resolve(value).normalize().toString()));
    }

    private static Stream<String> values(Optional<Json> json) {
        return json.stream()
                .flatMap(value -> value instanceof Json.Arr array ? array.items().stream() : Stream.of(value))
                .map(value -> value instanceof Json.Str text ? text.value() : value.text());
    }

    /** What is declared is declared with everything below. */
    private static Pattern below(String path) {
        return Pattern.compile("(?s)" + path + "(/.*)?");
    }

    boolean covers(Path path, Access access) {
        return declared.stream()
                .anyMatch(one -> (access == Access.READ || one.writes)
                        && one.pattern.matcher(path.toString()).matches());
    }
}
