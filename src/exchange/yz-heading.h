/* Headings of lists: the form in which they are compared, and which of them anybody knows. */
#pragma once

#include "yz-kind.h"

G_BEGIN_DECLS

/**
 * yz_heading_fold:
 *
 * The form in which headings are compared: full width as half width, traditional characters as simplified ones,
 * without spaces, line breaks, marks and brackets with what is in them.
 *
 * Returns: (transfer full): "开放时间" for " 開放 時間\n（节假日除外）*"
 */
char *yz_heading_fold (const char *heading);

/**
 * yz_heading_get_bracketed:
 *
 * Returns: (transfer full) (nullable): what stands in the first brackets, folded the same way
 */
char *yz_heading_get_bracketed (const char *heading);

/* Every word that is a heading of any field, a service's name, or what lists commonly have besides ("序号"). */
typedef struct _YzHeadings YzHeadings;

/**
 * yz_headings_new:
 *
 * Returns: (transfer full): the words of every kind, in English and as translated
 */
YzHeadings *yz_headings_new (void);
void        yz_headings_free (YzHeadings *headings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzHeadings, yz_headings_free)

/**
 * yz_headings_contain:
 *
 * Returns: whether @text is such a word, or ends with one
 */
gboolean yz_headings_contain (const YzHeadings *headings, const char *text);

/**
 * yz_heading_is_value:
 *
 * Returns: whether @text has the look of a value: a number, a date, a telephone, or too long for a heading
 */
gboolean yz_heading_is_value (const char *text);

/**
 * yz_heading_matches_field:
 * @folded: see yz_heading_fold()
 *
 * Returns: 1 for a name, title or synonym of @field, less where @folded only ends with one, 0 for another heading
 */
double yz_heading_matches_field (const char *folded, const YzField *field);

G_END_DECLS
