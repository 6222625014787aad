package org.comity.system.portal;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** For tests that are the steps of one journey: after one that fails, those that follow from it are skipped. */
final class OneAfterAnother implements ExecutionCondition, TestWatcher {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(OneAfterAnother.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Object failed = context.getTestMethod().isPresent() ? store(context).get("failed") : null;
        return failed == null
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled("after the failure of " + failed);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        store(context).put("failed", context.getDisplayName());
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getParent().orElseThrow().getStore(OWN);
    }
}
