package org.comity.bulletins.file;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.bulletins.content.Attachment;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.secret.SealingKeys;
import org.comity.kernel.sql.Sql;

/**
 * The files of bulletins, encrypted. Each is bound to its bulletin and to its id, so that a row that is put in the place of
 * another opens nothing. The service does not start without a key.
 *
 * <p>Rules.
 */
@Startup
@Singleton
public class SealedFiles {

    private final Sql sql;
    private final SealingKeys keys;
    private final Clock clock;

    SealedFiles(Sql sql, FileConfig config, Clock clock) {
        this.sql = sql;
        this.keys =
                SealingKeys.of("comity.bulletins.attachment-keys", config.keys().orElse(List.of()));
        this.clock = clock;
    }

    /** A file under its seal, with what is said of it. */
    public record SealedFile(Attachment attachment, byte[] sealed) {}

    /** Encrypts a file of this bulletin. */
    public SealedFile sealed(UUID bulletin, UUID id, String name, FileCleaner.CleanFile file) {
        return new SealedFile(
                new Attachment(id, name, file.kind().mediaType(), file.bytes().length, sha256(file.bytes())),
                keys.encrypt(file.bytes(), bulletin, id));
    }

    /** Keeps a file. */
    public void add(UUID bulletin, StateCode originator, SealedFile file) {
        sql.into("attachment")
                .with("id", file.attachment().id(), "bulletin_id", bulletin)
                .with("originator_state", originator, "added_at", clock.instant())
                .with("sealed", file.sealed())
                .run();
    }

    /** Keeps these files of a bulletin, and no other. */
    public void keep(UUID bulletin, List<UUID> ids) {
        sql.of("delete from attachment where bulletin_id = :bulletin and not (id = any (:ids))")
                .with("bulletin", bulletin, "ids", ids.toArray(UUID[]::new))
                .run();
    }

    private record Row(byte[] sealed) {}

    /**
     * The bytes of a file, as the wall lets the caller have it.
     *
     * @throws IllegalStateException where they are not those that were kept
     */
    public Optional<byte[]> read(UUID bulletin, Attachment attachment) {
        return sql.of("select sealed from attachment where id = :id and bulletin_id = :bulletin")
                .with("id", attachment.id(), "bulletin", bulletin)
                .first(Row.class)
                .map(row -> {
                    byte[] file = keys.decrypt(row.sealed(), bulletin, attachment.id());
                    if (!sha256(file).equals(attachment.sha256())) {
                        throw new IllegalStateException("an attachment is not the file that was kept");
                    }
                    return file;
                });
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
