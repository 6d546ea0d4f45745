package io.opintosandbox.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what was given, over the profile, over the defaults, by kind. Errors: {@link BadSetting} that names the setting
 * and says what it must be.
 */
record Values(Map<Setting, String> all) {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    Optional<String> optional(Setting setting) {
        return Optional.ofNullable(all.get(setting)).filter(value -> !value.isBlank());
    }

    String text(Setting setting) {
        var value = all.get(setting);
        if (value != null) {
            return value;
        }
        var ofProfile = setting == Setting.PROFILE
                ? Optional.<String>empty()
                : Profile.named(text(Setting.PROFILE))
                        .orElseThrow(() -> choice(Setting.PROFILE))
                        .value(setting);
        return ofProfile.or(setting::fallback).orElseThrow();
    }

    int number(Setting setting, int least, int most) {
        try {
            var number = Integer.parseInt(text(setting));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number out of range is
        }
        throw bad(setting, "a whole number from " + least + " to " + most);
    }

    Duration duration(Setting setting, Duration least) {
        try {
            var duration = Duration.parse(text(setting));
            if (duration.compareTo(least) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // answered below, as one that is too short is
        }
        throw bad(
                setting,
                "an ISO 8601 duration, for example PT2S or PT15M" + (least.isZero() ? "" : ", and at least " + least));
    }

    boolean flag(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(setting, "true or false");
        };
    }

    String oneOf(Setting setting) {
        var value = text(setting);
        if (!List.of(setting.placeholder().split("\\|")).contains(value)) {
            throw choice(setting);
        }
        return value;
    }

    BadSetting choice(Setting setting) {
        return bad(setting, "one of " + setting.placeholder().replace("|", ", "));
    }

    BadSetting bad(Setting setting, String wanted) {
        return new BadSetting(setting.flag() + " (" + setting.variable() + ") is '" + text(setting) + "', but must be "
                + wanted + ".");
    }
}
