package org.comity.bulletins.content;

import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * An item that a bulletin is about.
 *
 * @param controlCode a control-list entry such as 5A001.f.2
 */
public record BulletinItem(
        @PlainText(max = 20) @Nullable String controlCode,
        @PlainText(max = 2000) @Nullable String description) {}
