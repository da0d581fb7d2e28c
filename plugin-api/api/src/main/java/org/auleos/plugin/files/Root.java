package org.auleos.plugin.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.auleos.plugin.tool.ToolException;

/** Opens the handle that every walk begins at: the one opening by path, so it is compared with the path afterwards. */
final class Root {

    private Root() {}

    @SuppressWarnings("StreamResourceLeak") // the handle is what is asked for; its owner closes it
    static SecureDirectoryStream<Path> open(Path real) throws IOException {
        if (!Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(NativeName.absolute(real));
        }
        DirectoryStream<Path> stream = Files.newDirectoryStream(real);
        if (stream instanceof SecureDirectoryStream<Path> secure && stands(secure, real)) {
            return secure;
        }
        stream.close();
        if (stream instanceof SecureDirectoryStream) {
            throw new ToolException(
                    ToolException.Code.CONFLICT, NativeName.absolute(real) + " was replaced while it was being opened");
        }
        throw new IOException(
                NativeName.absolute(real) + ": its file system offers no handles to directories, so nothing"
                        + " there can be opened without risk; expected Linux or macOS");
    }

    private static boolean stands(SecureDirectoryStream<Path> handle, Path real) throws IOException {
        Object opened = handle.getFileAttributeView(BasicFileAttributeView.class)
                .readAttributes()
                .fileKey();
        Object named = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
        return Objects.equals(opened, named) && real.toRealPath().equals(real);
    }
}
