package org.auleos.itests.architecture;

import static java.util.stream.Collectors.groupingBy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The rules of the house style that only the sources show. */
final class SourceRulesTest {

    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 40;
    private static final int CONSTRUCTOR_PARAMETERS = 6;
    private static final Pattern SKIPPING = Pattern.compile(
            "@Disabled|@Ignore|@EnabledIf|@EnabledOn|@EnabledFor|\\bAssumptions\\b|\\bassume(True|False|That)\\(");
    private static final Pattern SLEEPING = Pattern.compile("\\bThread\\.sleep\\(|TimeUnit\\.[A-Z]+\\.sleep\\(");
    private static final Pattern NAMES = Pattern.compile(".*(Impl|Manager|Utils?|Helpers?)|I[A-Z][a-z].*");

    @Test
    void filesAreShort() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path source : Repository.sources()) {
            long lines = Files.readAllLines(source).size();
            if (lines > FILE_LINES) {
                violations.add(Repository.named(source) + " has " + lines + " lines, allowed are " + FILE_LINES);
            }
        }

        Suppressions.check("file-lines", violations);
    }

    @Test
    void methodsAreShort() throws IOException {
        List<String> violations = new ArrayList<>();
        scan((unit, positions, type, method) -> {
            long lines = line(unit, positions.getEndPosition(unit, method))
                    - line(unit, positions.getStartPosition(unit, method))
                    + 1;
            if (lines > METHOD_LINES) {
                violations.add(Repository.named(Path.of(unit.getSourceFile().toUri())) + "#" + method.getName()
                        + " has " + lines + " lines, allowed are " + METHOD_LINES);
            }
        });

        Suppressions.check("method-lines", violations);
    }

    @Test
    void constructorsTakeFewParameters() throws IOException {
        List<String> violations = new ArrayList<>();
        scan((unit, positions, type, method) -> {
            int parameters = method.getParameters().size();
            boolean constructor = method.getReturnType() == null && type.getKind() != Tree.Kind.RECORD;
            if (constructor && parameters > CONSTRUCTOR_PARAMETERS) {
                violations.add(Repository.named(Path.of(unit.getSourceFile().toUri())) + " has a constructor with "
                        + parameters + " parameters, allowed are " + CONSTRUCTOR_PARAMETERS);
            }
        });

        Suppressions.check("constructor-parameters", violations);
    }

    @Test
    void typesAreNamedByWhatTheyAre() {
        List<String> violations = Repository.sources().stream()
                .filter(source -> NAMES.matcher(simpleName(source)).matches())
                .map(source -> Repository.named(source) + " says nothing by its name")
                .toList();

        Suppressions.check("names", violations);
    }

    @Test
    void everyPackageIsDescribedAndNullMarked() throws IOException {
        Map<Path, List<Path>> packages = Repository.sources().stream().collect(groupingBy(source -> parent(source)));
        List<String> violations = new ArrayList<>();
        for (Path folder : packages.keySet()) {
            Path described = folder.resolve("package-info.java");
            Path main = Path.of(described.toString().replace("/src/test/java/", "/src/main/java/"));
            if (!marked(described) && !marked(main)) {
                violations.add(Repository.named(folder) + " has no package-info.java with @NullMarked");
            }
        }

        Suppressions.check("package-info", violations);
    }

    @Test
    void noTestIsSkipped() throws IOException {
        Suppressions.check("skipped-tests", lines(SKIPPING, "may skip a test"));
    }

    @Test
    void noTestSleeps() throws IOException {
        Suppressions.check("sleeps", lines(SLEEPING, "sleeps in a test"));
    }

    private static List<String> lines(Pattern forbidden, String what) throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path source : Repository.sources()) {
            boolean itself = source.endsWith("SourceRulesTest.java");
            if (Repository.isTest(source)
                    && !itself
                    && forbidden.matcher(Files.readString(source)).find()) {
                violations.add(Repository.named(source) + " " + what);
            }
        }
        return violations;
    }

    private static boolean marked(Path described) throws IOException {
        return Files.exists(described) && Files.readString(described).contains("@NullMarked");
    }

    private static Path parent(Path source) {
        return Objects.requireNonNull(source.getParent());
    }

    private static String simpleName(Path source) {
        return Objects.requireNonNull(source.getFileName()).toString().replace(".java", "");
    }

    private interface Visit {
        void method(CompilationUnitTree unit, SourcePositions positions, ClassTree type, MethodTree method);
    }

    private static void scan(Visit visit) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, null, null, files.getJavaFileObjectsFromPaths(Repository.sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(unit, positions, visit).scan(unit, null);
            }
        }
    }

    private static long line(CompilationUnitTree unit, long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    /** Walks the methods and constructors somebody wrote. */
    private static final class Methods extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Visit visit;

        Methods(CompilationUnitTree unit, SourcePositions positions, Visit visit) {
            this.unit = unit;
            this.positions = positions;
            this.visit = visit;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (positions.getEndPosition(unit, method) >= 0
                    && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type) {
                visit.method(unit, positions, type, method);
            }
            return super.visitMethod(method, null);
        }
    }
}
