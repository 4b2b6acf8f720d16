/* The columns of a list that is made of records: headings, and a record's texts in them. */
#pragma once

#include "yz-datum.h"
#include "yz-record.h"
#include "yz-list-writer.h"
#include "yz-word-list.h"

G_BEGIN_DECLS

/**
 * YzExportFlags:
 * @YZ_EXPORT_FIELD_NAMES: the names of the fields as headings instead of their translated titles
 * @YZ_EXPORT_UNMASKED: telephones and names in full
 */
typedef enum
{
  YZ_EXPORT_NONE = 0,
  YZ_EXPORT_FIELD_NAMES = 1 << 0,
  YZ_EXPORT_UNMASKED = 1 << 1,
} YzExportFlags;

/**
 * YzTitleFunc:
 *
 * Returns: (transfer full) (nullable): what a list calls a record that another one refers to
 */
typedef char *(*YzTitleFunc) (const char *kind_name, const char *id, gpointer user_data);

typedef struct _YzRecordColumns YzRecordColumns;

/**
 * yz_record_columns_new:
 * @fields: (nullable): names in their order; %NULL for all that are not internal
 * @datum: of positions; the headings of longitude and latitude say it
 * @words: (transfer none): names of services
 *
 * The datum that positions once came in is left out, so that nobody takes it for that of the list.
 *
 * Returns: (transfer full)
 */
YzRecordColumns *yz_record_columns_new (const YzKind *kind, const char *const *fields, YzDatum datum,
                                        YzExportFlags flags, const YzWordList *words, YzTitleFunc get_title,
                                        gpointer user_data);
void             yz_record_columns_free (YzRecordColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzRecordColumns, yz_record_columns_free)

/**
 * yz_record_columns_get:
 * @n_columns: (out): how many
 *
 * Returns: (transfer none) (array length=n_columns): headings and types
 */
const YzListColumn *yz_record_columns_get (const YzRecordColumns *columns, guint *n_columns);

/**
 * yz_record_columns_get_title:
 *
 * Returns: the column that names a record, 0 if it is not among them
 */
guint yz_record_columns_get_title (const YzRecordColumns *columns);

/**
 * yz_record_columns_format:
 * @cells: (array): filled with a text for each column, to be freed by the caller
 * @point: (out): in the datum of the list
 *
 * Returns: whether the record has a position
 */
gboolean yz_record_columns_format (const YzRecordColumns *columns, YzRecord *record, char **cells, YzPosition *point);

G_END_DECLS
