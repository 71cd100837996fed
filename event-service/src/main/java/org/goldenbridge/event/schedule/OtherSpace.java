package org.goldenbridge.event.schedule;

import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;

/** Another space that could be had at the same time. */
public record OtherSpace(UUID id, LocalizedText name, int capacity) {}
