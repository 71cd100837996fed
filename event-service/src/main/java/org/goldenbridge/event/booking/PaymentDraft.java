package org.goldenbridge.event.booking;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a booking is paid. */
@Schema(description = "Whether a booking is paid.", examples = "{\"paid\": true}")
record PaymentDraft(@NotNull Boolean paid) {}
