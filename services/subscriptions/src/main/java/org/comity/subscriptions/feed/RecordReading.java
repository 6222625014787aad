package org.comity.subscriptions.feed;

import java.util.UUID;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * What a desk reads of a record now: {@code Reading} in openapi/internal.yaml.
 *
 * @param subject what was asked for: the record, or a part of it
 * @param tag changes when something changes that the desk sees
 */
public record RecordReading(UUID subject, DeliveryDesk desk, String tag, Delivered record) {}
