package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.bulletins.content.Attachment;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.file.FileBounds;
import org.comity.bulletins.file.FileTurns;
import org.comity.bulletins.file.SealedFiles;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.record.Seen;

/**
 * The files of a bulletin: added to what is worked on and removed from it by its desk, and read by who reads the bulletin.
 *
 * <p>Rules.
 */
@Singleton
public class BulletinAttachments {

    private final Bulletins bulletins;
    private final BulletinService service;
    private final BulletinReceipts receipts;
    private final SealedFiles files;

    BulletinAttachments(Bulletins bulletins, BulletinService service, BulletinReceipts receipts, SealedFiles files) {
        this.bulletins = bulletins;
        this.service = service;
        this.receipts = receipts;
        this.files = files;
    }

    /**
     * Refuses who may not add a file to this bulletin now, before anybody looks at the file.
     *
     * @throws org.comity.kernel.problem.ProblemException as an edit does, and 422 where it has as many as it may
     */
    @Transactional
    public void requireRoom(RecordVersion version) {
        requireRoom(service.workedOn(version));
    }

    private static void requireRoom(DraftBulletin content) {
        if (content.attachments().size() >= FileBounds.MOST_FILES) {
            throw KernelProblem.INVALID_VALUES.at(
                    "/file", "A bulletin has at most " + FileBounds.MOST_FILES + " attachments.");
        }
    }

    /** Adds a file to what is worked on. */
    @Transactional
    public Reply add(RecordVersion version, SealedFiles.SealedFile file) {
        Reply attached = service.attach(version, content -> {
            requireRoom(content);
            files.add(
                    version.id(),
                    bulletins.records().find(version.id()).header().originator(),
                    file);
            return content.attaching(Stream.concat(content.attachments().stream(), Stream.of(file.attachment()))
                    .toList());
        });
        String address = BulletinResource.PATH + "/" + version.id() + "/attachments/"
                + file.attachment().id();
        return new Reply(201, address, attached.etag(), attached.json());
    }

    /** Removes a file from what is worked on; readers of what is published keep it until the next version is cleared. */
    @Transactional
    public Reply remove(RecordVersion version, UUID id) {
        return service.attach(version, content -> {
            if (content.attachment(id).isEmpty()) {
                throw gone();
            }
            List<Attachment> left = content.attachments().stream()
                    .filter(file -> !file.id().equals(id))
                    .toList();
            return content.attaching(left);
        });
    }

    /**
     * A file of a bulletin that the caller sees: of the version that readers have, or for its desk of the next one.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 where the bulletin is hidden, or has no such file
     */
    @Transactional
    public FileTurns.OpenedFile read(UUID bulletin, UUID id) {
        Seen<BulletinEntity, BulletinFileEntity> seen = bulletins.records().find(bulletin);
        Attachment attachment = Bulletins.content(seen)
                .attachment(id)
                .or(() -> seen.ownFile().flatMap(BulletinFileEntity::next).flatMap(next -> next.attachment(id)))
                .orElseThrow(BulletinAttachments::gone);
        byte[] bytes = files.read(bulletin, attachment).orElseThrow(BulletinAttachments::gone);
        receipts.opened(seen.header());
        return new FileTurns.OpenedFile(attachment, bytes);
    }

    private static RuntimeException gone() {
        return KernelProblem.NOT_FOUND.because("There is no attachment of this id.");
    }
}
