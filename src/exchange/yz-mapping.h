/* Which column of a list goes into which field of a kind. A plain value of one thread. */
#pragma once

#include "yz-datum.h"
#include "yz-kind.h"
#include "yz-sheet.h"
#include "yz-word-list.h"

G_BEGIN_DECLS

/**
 * YzTarget:
 * @YZ_TARGET_IGNORE: the column is not taken over
 * @YZ_TARGET_FIELD: its cells are values of a field
 * @YZ_TARGET_PAIR: its cells hold longitude and latitude, in either order
 * @YZ_TARGET_ELEMENT: its cells say whether (and how) one service is there
 */
typedef enum
{
  YZ_TARGET_IGNORE,
  YZ_TARGET_FIELD,
  YZ_TARGET_PAIR,
  YZ_TARGET_ELEMENT,
} YzTarget;

/**
 * YzMappedColumn:
 * @target: see #YzTarget
 * @field: (nullable): of FIELD and ELEMENT
 * @key: (nullable): code of the service, of ELEMENT
 * @confidence: 1 said by the heading or by a person, 0.5 and more told by its ending or its cells, 0 not recognised
 */
typedef struct
{
  YzTarget target;
  const YzField *field;
  char *key;
  double confidence;
} YzMappedColumn;

typedef struct _YzMapping YzMapping;

/**
 * yz_mapping_new:
 *
 * Returns: (transfer full): a mapping that ignores every column
 */
YzMapping *yz_mapping_new (const YzKind *kind, guint n_columns);

/**
 * yz_mapping_guess:
 * @words: the services
 *
 * Recognises the columns of @sheet by their headings, and by their cells where the headings do not tell.
 *
 * Returns: (transfer full): what each column holds, as far as it is told
 */
YzMapping *yz_mapping_guess (const YzKind *kind, const YzSheet *sheet, const YzWordList *words);

/**
 * yz_mapping_copy:
 *
 * Returns: (transfer full): a mapping of its own
 */
YzMapping *yz_mapping_copy (const YzMapping *mapping);
void       yz_mapping_free (YzMapping *mapping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzMapping, yz_mapping_free)

/* The kind whose records the rows become, and the number of columns of the list. */
const YzKind *yz_mapping_get_kind (const YzMapping *mapping);
guint         yz_mapping_get_n_columns (const YzMapping *mapping);

/**
 * yz_mapping_get_column:
 *
 * Returns: (transfer none): what becomes of a column
 */
const YzMappedColumn *yz_mapping_get_column (const YzMapping *mapping, guint column);

/**
 * yz_mapping_set_column:
 * @field: (nullable): of FIELD and ELEMENT
 * @key: (nullable): of ELEMENT
 *
 * Corrects a column. Another column with the same target is ignored from then on, unless the field holds a list.
 */
void yz_mapping_set_column (YzMapping *mapping, guint column, YzTarget target, const YzField *field, const char *key,
                            double confidence);

/**
 * yz_mapping_set_target:
 * @name: as yz_mapping_apply_text() has it
 *
 * Corrects a column by the name of what it goes into.
 *
 * Returns: %FALSE with %YZ_EXCHANGE_ERROR_MAPPING if the kind has nothing of that name
 */
gboolean yz_mapping_set_target (YzMapping *mapping, guint column, const char *name, GError **error);

/**
 * yz_mapping_find_field:
 *
 * Returns: the first column that goes into the field of that name, or -1
 */
int yz_mapping_find_field (const YzMapping *mapping, const char *name);

/**
 * yz_mapping_find_pair:
 *
 * Returns: the column that holds both numbers of a position, or -1
 */
int yz_mapping_find_pair (const YzMapping *mapping);

/**
 * yz_mapping_get_datum:
 * @datum: (out): of the positions
 *
 * Returns: whether a heading or a person said which datum the positions are in
 */
gboolean yz_mapping_get_datum (const YzMapping *mapping, YzDatum *datum);

/* Says it, or says that nobody did: it is then told by where the positions lie. */
void yz_mapping_set_datum (YzMapping *mapping, YzDatum datum);
void yz_mapping_unset_datum (YzMapping *mapping);

/**
 * yz_mapping_apply_text:
 * @text: "heading=target,…" where a target is the name of a field, "position" for a cell with both numbers,
 *   "services.CODE" for one service, or "-" for nothing; a comma in a heading is written "\,"
 *
 * What a person typed or what was remembered. Columns that are not named stay as they are.
 *
 * Returns: %FALSE with %YZ_EXCHANGE_ERROR_MAPPING that names what is unknown
 */
gboolean yz_mapping_apply_text (YzMapping *mapping, const YzSheet *sheet, const char *text, GError **error);

/**
 * yz_mapping_to_text:
 *
 * Returns: (transfer full): what yz_mapping_apply_text() reads, of all columns with a heading
 */
char *yz_mapping_to_text (const YzMapping *mapping, const YzSheet *sheet);

/**
 * yz_mapping_get_target_name:
 *
 * Returns: (transfer full): of one column, as yz_mapping_apply_text() has it
 */
char *yz_mapping_get_target_name (const YzMapping *mapping, guint column);

/**
 * yz_mapping_fingerprint:
 *
 * Returns: (transfer full): the same for lists of @kind with the same headings
 */
char *yz_mapping_fingerprint (const YzKind *kind, const YzSheet *sheet);

G_END_DECLS
