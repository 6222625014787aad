package org.comity.portal.denial;

import java.util.List;
import java.util.Optional;
import org.comity.portal.api.DenialContent;

/** The list of what is to be said, and what has been. */
final class TaskList {

    private TaskList() {}

    /** Tasks under one heading. */
    public record Group(String title, List<Task> tasks) {}

    /**
     * One task.
     *
     * @param href where it is done; empty when it cannot be yet
     * @param tag whether the status calls for something
     */
    public record Task(String name, String text, String hint, String href, String status, boolean tag) {

        /** Cannot be done yet. */
        public boolean isLater() {
            return href.isEmpty();
        }
    }

    /**
     * The tasks of a draft.
     *
     * @param base where its steps are; empty before there is a draft
     */
    static List<Group> of(DraftSteps steps, Optional<String> base, DenialContent content, Words words) {
        DenialTexts texts = words.denial;
        return List.of(
                new Group(
                        texts.groupWhat(),
                        List.of(
                                task(
                                        steps,
                                        "decision",
                                        texts.taskDecision(),
                                        texts.taskDecisionHint(),
                                        base,
                                        content,
                                        texts),
                                task(steps, "items", texts.taskItems(), texts.taskItemsHint(), base, content, texts))),
                new Group(
                        texts.groupWhom(),
                        List.of(
                                task(
                                        steps,
                                        "parties",
                                        texts.taskParties(),
                                        texts.taskPartiesHint(),
                                        base,
                                        content,
                                        texts),
                                task(
                                        steps,
                                        "end-use",
                                        texts.taskEndUse(),
                                        texts.taskEndUseHint(),
                                        base,
                                        content,
                                        texts),
                                task(
                                        steps,
                                        "reasons",
                                        texts.taskReasons(),
                                        texts.taskReasonsHint(),
                                        base,
                                        content,
                                        texts))),
                new Group(
                        texts.groupWho(),
                        List.of(
                                task(
                                        steps,
                                        "release",
                                        texts.taskRelease(),
                                        texts.taskReleaseHint(),
                                        base,
                                        content,
                                        texts),
                                task(steps, "annex", texts.taskAnnex(), texts.taskAnnexHint(), base, content, texts))),
                new Group(texts.groupSubmit(), List.of(check(base, texts))));
    }

    private static Task task(
            DraftSteps steps,
            String path,
            String text,
            String hint,
            Optional<String> base,
            DenialContent content,
            DenialTexts texts) {
        Step step = steps.at(path);
        boolean first = step.equals(steps.first());
        String href = base.map(it -> it + "/" + path).orElse(first ? "/denials/new/" + path : "");
        if (href.isEmpty()) {
            return new Task(path, text, hint, "", texts.taskLater(), false);
        }
        if (DraftSteps.isDone(step, content)) {
            String status = step.isSeveral() ? texts.taskCount(step.count(content)) : texts.taskDone();
            return new Task(path, text, hint, href, status, false);
        }
        return step instanceof AnnexStep
                ? new Task(path, text, hint, href, texts.taskOptional(), false)
                : new Task(path, text, hint, href, texts.taskToDo(), true);
    }

    private static Task check(Optional<String> base, DenialTexts texts) {
        return base.map(it -> new Task(
                        "check", texts.taskCheck(), texts.taskCheckHint(), it + "/check", texts.taskToDo(), true))
                .orElseGet(() ->
                        new Task("check", texts.taskCheck(), texts.taskCheckHint(), "", texts.taskLater(), false));
    }
}
