/* What belongs on one line: ranges of time, dates, numbers with their unit, telephone numbers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YZ_WORD_JOINER 0x2060

typedef struct _YzNoBreak YzNoBreak;

/**
 * yz_no_break_new:
 *
 * Returns: (transfer full): immutable, may be shared between threads
 */
YzNoBreak *yz_no_break_new (void);

void yz_no_break_free (YzNoBreak *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzNoBreak, yz_no_break_free)

/**
 * yz_no_break_join:
 *
 * Joins their characters with U+2060. This is for finding out where lines break; what is printed has no such
 * characters, so that it can be found in a PDF.
 *
 * Returns: (transfer full): the text with what has to stay together joined
 */
char *yz_no_break_join (const YzNoBreak *self, const char *text);

/**
 * yz_no_break_join_all:
 *
 * Appends @text to @joined, with U+2060 between all its characters.
 */
void yz_no_break_join_all (GString *joined, const char *text);

/**
 * yz_no_break_is_hours:
 *
 * Returns: whether @text tells times and is no sentence: 周一至周五 8:30–12:00、14:00–18:00；周六休息
 */
gboolean yz_no_break_is_hours (const YzNoBreak *self, const char *text);

G_END_DECLS
