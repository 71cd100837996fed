package org.goldenbridge.centre.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A space as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A room of a centre, a hall that can be divided, or a part of one.", examples = """
                {"id": "0199a3c4-7d12-7a3b-8c9d-0e1f2a3b4c5d", "centreId": "beijing", "withdrawn": false,
                 "code": "music-hall", "name": {"en": "Music hall"}, "kind": "music-hall", "capacity": 40,
                 "setUpMinutes": 15, "clearingMinutes": 15, "divisible": false,
                 "cells": ["0199a3c4-7d13-7b00-9000-000000000001"]}""")
record SpaceView(
        @NotNull UUID id,
        @NotNull String centreId,

        @Schema(description = "Whether it is no longer in use.")
        boolean withdrawn,

        @NotNull String code,
        @NotNull LocalizedText name,
        @NotNull SpaceKind kind,
        int capacity,
        int setUpMinutes,
        int clearingMinutes,
        boolean divisible,

        @Schema(description = "The hall that it is a part of.") @Nullable
        UUID partOf,

        @Schema(
                description = "What a session in it claims. Two spaces that share a cell cannot be used at the "
                        + "same time: a divided hall is made of the cells of its parts.")
        @NotNull
        List<UUID> cells) {
    static SpaceView of(Space space, ReaderLanguage reader) {
        return new SpaceView(
                space.id,
                space.centreId,
                space.withdrawn,
                space.code,
                reader.of(space.name),
                space.kind,
                space.capacity,
                space.setUpMinutes,
                space.clearingMinutes,
                space.divisible,
                space.partOf,
                space.cells());
    }
}
