/* What the commands on records share. */
#pragma once

#include "yz-cli.h"

G_BEGIN_DECLS

/**
 * yz_cli_format_value:
 * @value: (nullable): of @field
 * @reveal: whether personal data is shown in full
 *
 * Returns: (transfer full): its text, as `set` takes it; of a reference the title of what it refers to
 */
char *yz_cli_format_value (YzStore *store, const YzField *field, GVariant *value, gboolean reveal);

/* The same of the record's field at @index. */
char *yz_cli_format_field (YzStore *store, YzRecord *record, guint index, gboolean reveal);

/**
 * yz_cli_append_object:
 *
 * Appends a record as a JSON object with every field, also the empty ones: a script can rely on each name.
 */
void yz_cli_append_object (GString *out, YzRecord *record);

/**
 * yz_cli_find_record:
 * @store: (out): the opened workspace
 * @record: (out): the record that "KIND ID" names
 *
 * Returns: %YZ_CLI_DONE, or the exit status after saying what is wrong
 */
int yz_cli_find_record (YzCli *cli, const char *kind_name, const char *id, YzStore **store, YzRecord **record);

G_END_DECLS
