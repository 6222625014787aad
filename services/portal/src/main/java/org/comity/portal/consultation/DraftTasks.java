package org.comity.portal.consultation;

import java.util.ArrayList;
import java.util.List;
import org.comity.portal.api.ConsultationCodes.Type;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.page.Page;

/** The list of what is to be said, and what has been. */
final class DraftTasks {

    private final DraftTexts texts;
    private final String base;

    private DraftTasks(DraftTexts texts, String base) {
        this.texts = texts;
        this.base = base;
    }

    /** Tasks under one heading. */
    public record Group(String title, List<Task> tasks) {}

    /**
     * One task.
     *
     * @param tag whether the status calls for something
     */
    public record Task(String name, String text, String hint, String href, String status, boolean tag) {}

    /** The tasks of a draft whose steps are there. */
    static List<Group> of(ConsultationContent draft, String base, Page page) {
        return new DraftTasks(page.texts(DraftTexts.class), base).groups(draft, page);
    }

    private List<Group> groups(ConsultationContent draft, Page page) {
        ConsultationContent.Transaction transaction = draft.transaction();
        List<Task> whom = new ArrayList<>();
        whom.add(several(
                "states",
                texts.taskStates(),
                texts.taskStatesHint(),
                draft.consultedStates().size()));
        for (ConsultationContent.Consulted it : draft.consultedStates()) {
            int cited = it.denialRefs().size();
            String text = texts.taskCite(page.country(it.state()));
            whom.add(
                    cited == 0 && draft.type() != Type.NO_UNDERCUT
                            ? task("states/" + it.state(), text, texts.taskCiteHint(), texts.optional(), false)
                            : several("states/" + it.state(), text, texts.taskCiteHint(), cited));
        }
        boolean own = draft.internalRef() != null || draft.nationalAnnex() != null;
        return List.of(
                new Group(
                        texts.groupAsk(),
                        List.of(
                                once("type", texts.taskType(), texts.taskTypeHint(), draft.type() != null),
                                once(
                                        "question",
                                        texts.taskQuestion(),
                                        texts.taskQuestionHint(),
                                        draft.question() != null))),
                new Group(
                        texts.groupTransaction(),
                        List.of(
                                several(
                                        "items",
                                        texts.taskItems(),
                                        texts.taskItemsHint(),
                                        transaction.items().size()),
                                several(
                                        "parties",
                                        texts.taskParties(),
                                        texts.taskPartiesHint(),
                                        transaction.parties().size()),
                                once(
                                        "transaction",
                                        texts.taskTransaction(),
                                        texts.taskTransactionHint(),
                                        transaction.destination() != null))),
                new Group(texts.groupWhom(), whom),
                new Group(
                        texts.groupSend(),
                        List.of(
                                task(
                                        "own",
                                        texts.taskOwn(),
                                        texts.taskOwnHint(),
                                        own ? texts.done() : texts.optional(),
                                        false),
                                task("check", texts.taskCheck(), texts.taskCheckHint(), texts.toDo(), true))));
    }

    private Task once(String path, String text, String hint, boolean done) {
        return task(path, text, hint, done ? texts.done() : texts.toDo(), !done);
    }

    private Task several(String path, String text, String hint, int count) {
        return task(path, text, hint, count > 0 ? texts.count(count) : texts.toDo(), count == 0);
    }

    private Task task(String path, String text, String hint, String status, boolean tag) {
        return new Task(path.replace('/', '-'), text, hint, base + "/" + path, status, tag);
    }
}
