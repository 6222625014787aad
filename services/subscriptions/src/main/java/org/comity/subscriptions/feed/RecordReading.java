package org.comity.subscriptions.feed;

import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * What a desk reads of a record now: {@code Reading} in openapi/internal.yaml.
 *
 * @param tag changes when something changes that the desk sees
 */
public record RecordReading(DeliveryDesk desk, String tag, Delivered record) {}
