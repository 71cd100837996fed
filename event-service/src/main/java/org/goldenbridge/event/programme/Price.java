package org.goldenbridge.event.programme;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a place costs. It is shown, and paid at the desk.
 *
 * @param amount in units of the currency, for one place
 * @param currency ISO 4217
 */
@Schema(
        description = "What a place costs, to be paid at the desk.",
        examples = "{\"amount\": 80, \"currency\": \"CNY\"}")
public record Price(
        @Schema(description = "For one place.", examples = "80")
        @NotNull
        @DecimalMin("0")
        @Digits(integer = 8, fraction = 2)
        BigDecimal amount,

        @Schema(description = "ISO 4217.", examples = "CNY")
        @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code such as EUR")
        @CurrencyCode
        String currency) {

    /** Whether a place costs nothing: an amount of 0 is another way to say so. */
    public boolean costsNothing() {
        return amount.signum() == 0;
    }
}
