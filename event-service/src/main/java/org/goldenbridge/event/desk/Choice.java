package org.goldenbridge.event.desk;

import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;

/** Something of the centre that a form can name. */
record Choice(UUID id, LocalizedText name) {}
