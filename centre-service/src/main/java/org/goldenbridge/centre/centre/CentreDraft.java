package org.goldenbridge.centre.centre;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.centre.address.Country;
import org.goldenbridge.platform.geo.Located;
import org.goldenbridge.platform.geo.WholePoint;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ShortText;
import org.jspecify.annotations.Nullable;

/** A centre as it is opened or edited: the whole of it each time. */
@Schema(description = "A centre as it is opened or edited; an edit replaces the whole of it.", examples = """
                {"id": "beijing",
                 "name": {"en": "National Cultural Centre in Beijing", "zh-Hans": "北京国家文化中心"},
                 "address": {"en": "21st Century complex, Chaoyang district", "zh-Hans": "朝阳区21世纪大厦"},
                 "city": {"en": "Beijing", "fr": "Pékin", "zh-Hans": "北京"},
                 "country": "CN", "postalCode": "100020", "latitude": 39.9219, "longitude": 116.4551,
                 "access": {"stepFree": true, "transport": {"en": "Metro line 10, Liangmaqiao"}}, "zone": "Asia/Shanghai", "areaSquareMetres": 620, "openedOn": "2025-09-02",
                 "contact": {"phone": "+86 10 5555 0142", "email": "beijing@example.org"}}""")
@WholePoint
record CentreDraft(
        @Schema(
                description = "The centre's own word, for addresses and group paths. It never changes.",
                examples = "beijing")
        @NotNull
        @Size(max = 40)
        @Pattern(
                regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                message = "must be lower-case letters and digits, with single hyphens between")
        String id,

        @NotNull @ShortText LocalizedText name,
        @NotNull @ShortText(max = 1000) LocalizedText address,
        @NotNull @ShortText LocalizedText city,
        @NotNull Country country,

        @Schema(description = "Postal code.", examples = "75004") @Size(min = 1, max = 20) @Nullable
        String postalCode,

        @Schema(
                description = "Degrees north (WGS 84); with longitude.",
                minimum = "-90",
                maximum = "90",
                examples = "48.853")
        @Nullable
        Double latitude,

        @Schema(
                description = "Degrees east (WGS 84); with latitude.",
                minimum = "-180",
                maximum = "180",
                examples = "2.349")
        @Nullable
        Double longitude,

        @Valid @Nullable Access access,

        @NotNull Zone zone,

        @Schema(description = "Floor area.") @Min(1) @Max(1_000_000) @Nullable
        Integer areaSquareMetres,

        @Schema(description = "The day it opened, or will open.") @Nullable
        LocalDate openedOn,

        @Valid @Nullable Contact contact)
        implements Located {}
