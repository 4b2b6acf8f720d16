/* A record to be read: its fields in words, and what refers to it. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzRecordFact:
 * @title: translated: of the field, or of the kind that refers
 * @text: its value in words, never empty
 * @symbol: (nullable): the name of the icon that the value is
 */
typedef struct
{
  char *title;
  char *text;
  char *symbol;
} YzRecordFact;

/**
 * yz_record_facts_new:
 * @reveal: whether personal data is shown in full
 *
 * Returns: (transfer full) (element-type YzRecordFact): every field that is not empty, but for the title and what the
 *   program keeps for itself, in the order of the kind's table
 */
GPtrArray *yz_record_facts_new (YzStore *store, YzRecord *record, gboolean reveal);

/**
 * yz_record_facts_new_references:
 *
 * Returns: (transfer full) (nullable) (element-type YzRecordFact): for each kind that refers to @record how many do,
 *   and the names of the first few; %NULL with a %YZ_STORE_ERROR
 */
GPtrArray *yz_record_facts_new_references (YzStore *store, YzRecord *record, GError **error);

G_END_DECLS
