package org.goldenbridge.catalogue.imports;

import jakarta.inject.Singleton;

/** The three steps of an import. */
@Singleton
class Steps {
    private final Planning planning;
    private final Applying applying;
    private final Undoing undoing;

    Steps(Planning planning, Applying applying, Undoing undoing) {
        this.planning = planning;
        this.applying = applying;
        this.undoing = undoing;
    }

    Step<?> of(ImportState state) {
        return switch (state) {
            case PLANNING -> planning;
            case APPLYING -> applying;
            case UNDOING -> undoing;
            default -> throw new IllegalStateException(state + " is no step");
        };
    }
}
