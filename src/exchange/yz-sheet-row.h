/* One row of a list as values of a kind's fields, with what there is to say about its cells. */
#pragma once

#include "yz-exchange-error.h"
#include "yz-position.h"
#include "yz-record.h"

G_BEGIN_DECLS

/**
 * YzFindingLevel:
 * @YZ_FINDING_NOTE: taken over, and worth knowing
 * @YZ_FINDING_WARNING: not taken over, or only in part; the rest of the row is
 * @YZ_FINDING_ERROR: the row is refused
 */
typedef enum
{
  YZ_FINDING_NOTE,
  YZ_FINDING_WARNING,
  YZ_FINDING_ERROR,
} YzFindingLevel;

/**
 * YzFinding:
 * @column: of the list; %G_MAXUINT if it concerns the whole row
 * @message: a translated sentence that names the column
 */
typedef struct
{
  YzFindingLevel level;
  guint column;
  char *message;
} YzFinding;

/**
 * YzRowPresence:
 * @YZ_ROW_ABSENT: no column goes into the field
 * @YZ_ROW_EMPTY: all its cells are empty
 * @YZ_ROW_UNREAD: its cells could not be read: the field stays as it is
 * @YZ_ROW_VALUE: the value is what the row says
 * @YZ_ROW_ELEMENTS: the value holds elements to add, @removed those to take away; others stay
 */
typedef enum
{
  YZ_ROW_ABSENT,
  YZ_ROW_EMPTY,
  YZ_ROW_UNREAD,
  YZ_ROW_VALUE,
  YZ_ROW_ELEMENTS,
} YzRowPresence;

/**
 * YzSheetRow:
 * @kind: of the record that the row describes
 * @values: (array): for each field its value, or %NULL
 * @removed: (array): for each field the elements to take away, or %NULL
 * @presence: (array): for each field a #YzRowPresence
 * @findings: (element-type YzFinding) (nullable): in the order of the columns
 */
typedef struct
{
  const YzKind *kind;
  GVariant **values;
  GVariant **removed;
  guint8 *presence;
  GPtrArray *findings;
} YzSheetRow;

/**
 * yz_sheet_row_new:
 *
 * Returns: (transfer full): a row that says nothing about a record of @kind
 */
YzSheetRow *yz_sheet_row_new (const YzKind *kind);
void        yz_sheet_row_free (YzSheetRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzSheetRow, yz_sheet_row_free)

/**
 * yz_sheet_row_clear:
 *
 * Empties @row for the next one.
 */
void yz_sheet_row_clear (YzSheetRow *row);

/* What the row says of a field; %NULL where it says nothing, and FALSE where it has no position. */
GVariant   *yz_sheet_row_get (const YzSheetRow *row, const char *field);
const char *yz_sheet_row_get_text (const YzSheetRow *row, const char *field);
gboolean    yz_sheet_row_get_position (const YzSheetRow *row, YzPosition *position);

/**
 * yz_sheet_row_set:
 * @value: (nullable): a floating reference is taken
 */
void yz_sheet_row_set (YzSheetRow *row, const YzField *field, YzRowPresence presence, GVariant *value);

/**
 * yz_sheet_row_add_finding:
 * @column: of the list; %G_MAXUINT if it concerns the whole row
 * @format: a translated sentence that names the column
 */
void yz_sheet_row_add_finding (YzSheetRow *row, YzFindingLevel level, guint column, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/**
 * yz_sheet_row_get_refusal:
 *
 * Returns: (transfer none) (nullable): the message of the first error, %NULL if the row is not refused
 */
const char *yz_sheet_row_get_refusal (const YzSheetRow *row);

/**
 * yz_sheet_row_merge:
 * @before: the record as it is
 * @clear_empty: whether an empty cell empties its field
 *
 * What becomes of a record by the row. Only fields with a column are touched. A masked number or name that fits the
 * one that is known, a position within half a metre, and hours text that is the same leave theirs (and what was made
 * of them) alone.
 *
 * Returns: (transfer full): a copy with the row's values
 */
YzRecord *yz_sheet_row_merge (const YzSheetRow *row, YzRecord *before, gboolean clear_empty);

/**
 * yz_sheet_row_make:
 * @blank: what every new record begins with
 * @id: of the record
 *
 * Returns: (transfer full): as yz_sheet_row_merge(), a new record
 */
YzRecord *yz_sheet_row_make (const YzSheetRow *row, YzRecord *blank, const char *id, gboolean clear_empty);

/**
 * yz_sheet_row_fill:
 *
 * As yz_sheet_row_merge(), but only fields that are empty in @before are set, and lists and maps gain what is new; a
 * different name becomes another name. This is what merging a duplicate does.
 */
YzRecord *yz_sheet_row_fill (const YzSheetRow *row, YzRecord *before);

G_END_DECLS
