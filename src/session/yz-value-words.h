/* A value as a person reads it. */
#pragma once

#include "yz-hours.h"
#include "yz-store.h"

G_BEGIN_DECLS

/**
 * yz_value_to_words:
 * @store: (nullable): where the records stand that the value refers to
 * @value: (nullable): a value of @field
 * @reveal: whether personal data is shown in full
 *
 * Unlike yz_field_format() nothing that reads this back gets the value again: records are called by their titles,
 * a map says what is there and, in brackets, in which state, opening hours are a sentence, and personal data is masked.
 *
 * Returns: (transfer full): never %NULL, "" for an empty field
 */
char *yz_value_to_words (YzStore *store, const YzField *field, GVariant *value, gboolean reveal);

/**
 * yz_record_to_words:
 * @reveal: whether a personal name is shown in full
 *
 * Returns: (transfer full): what @record is called, masked where its name is personal
 */
char *yz_record_to_words (YzRecord *record, gboolean reveal);

/**
 * yz_distance_to_words:
 *
 * Returns: (transfer full): "85 m", from a kilometre on "1.2 km"
 */
char *yz_distance_to_words (double metres);

/**
 * yz_hours_to_words:
 *
 * Returns: (transfer full): opening hours in the language of the screen
 */
char *yz_hours_to_words (YzHours *hours);

G_END_DECLS
