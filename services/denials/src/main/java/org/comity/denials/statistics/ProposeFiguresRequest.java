package org.comity.denials.statistics;

import jakarta.validation.constraints.NotNull;

/**
 * Which year's figures are proposed.
 *
 * @param year of the decisions, over in UTC
 */
record ProposeFiguresRequest(
        @NotNull(message = "This is missing.") Integer year) {}
