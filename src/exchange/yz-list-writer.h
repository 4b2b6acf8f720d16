/*
 * Writing lists through OGR. The file is written beside its place under another name and takes its place only when
 * it is complete. Blocking; for worker threads.
 */
#pragma once

#include "yz-exchange-error.h"
#include "yz-position.h"

G_BEGIN_DECLS

typedef enum
{
  YZ_LIST_FORMAT_CSV, /* UTF-8 with a byte order mark, so that Excel shows Chinese */
  YZ_LIST_FORMAT_XLSX,
  YZ_LIST_FORMAT_ODS,
  YZ_LIST_FORMAT_GEOJSON,
  YZ_LIST_FORMAT_GEOPACKAGE,
  YZ_LIST_FORMAT_KML,
} YzListFormat;

#define YZ_N_LIST_FORMATS 6

/**
 * yz_list_format_get_ending:
 *
 * Returns: (transfer none): of file names, ".xlsx"
 */
const char *yz_list_format_get_ending (YzListFormat format);

/**
 * yz_list_format_from_path:
 *
 * Returns: whether the ending of @path says a format
 */
gboolean yz_list_format_from_path (const char *path, YzListFormat *format);

typedef enum
{
  YZ_LIST_TEXT,
  YZ_LIST_INTEGER,
  YZ_LIST_REAL,
  YZ_LIST_DATE, /* YYYY-MM-DD */
} YzListType;

/**
 * YzListColumn:
 * @heading: made unique by the writer
 * @type: of its cells, where the format knows types; a cell that is none of it is left empty
 */
typedef struct
{
  char *heading;
  YzListType type;
} YzListColumn;

typedef struct _YzListWriter YzListWriter;

/**
 * yz_list_writer_new:
 * @path: of the file to make or to replace
 * @name: of the sheet or layer
 * @columns: (array length=n_columns): copied
 * @title: the column that names a row on a map, for KML
 *
 * Returns: (transfer full) (nullable): %NULL with %YZ_EXCHANGE_ERROR_WRITE
 */
YzListWriter *yz_list_writer_new (const char *path, YzListFormat format, const char *name,
                                    const YzListColumn *columns, guint n_columns, guint title, GError **error);

/**
 * yz_list_writer_add:
 * @cells: (array): a text for each column, never %NULL
 * @point: (nullable): in degrees, for formats with geometries
 *
 * In CSV a text that a spreadsheet would take for a formula gets an apostrophe in front, which our reader takes away.
 */
gboolean yz_list_writer_add (YzListWriter *writer, const char *const *cells, const YzPosition *point,
                              GError **error);

/**
 * yz_list_writer_finish:
 *
 * Completes the file and puts it in its place.
 */
gboolean yz_list_writer_finish (YzListWriter *writer, GError **error);

/**
 * yz_list_writer_free:
 *
 * Leaves nothing behind if the file was not finished.
 */
void yz_list_writer_free (YzListWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzListWriter, yz_list_writer_free)

G_END_DECLS
