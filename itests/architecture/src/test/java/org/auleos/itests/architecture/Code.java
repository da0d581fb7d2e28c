package org.auleos.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled production code. */
final class Code {

    static final JavaClasses PRODUCT = new ClassFileImporter()
            .importPaths(Repository.products().stream()
                    .map(module -> module.resolve("target/classes"))
                    .toList());

    private Code() {}

    /** The part of the system a class belongs to: what follows {@code org.auleos.}, up to the root of its bundle. */
    static String part(JavaClass type) {
        String[] names = type.getPackageName().split("\\.", -1);
        boolean twoWords = names.length > 3 && (names[2].equals("tools") || names[2].equals("store"));
        return twoWords ? names[2] + "." + names[3] : names[2];
    }
}
