/* Pinyin without tones, ü written v. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No character has more readings. */
#define YZ_PINYIN_MAX_READINGS 8

/**
 * yz_pinyin_get:
 * @readings: (out) (array length=YZ_PINYIN_MAX_READINGS): static texts
 *
 * Returns: how many readings @c has, 0 for what is no Chinese character
 */
guint yz_pinyin_get (gunichar c, const char **readings);

/**
 * yz_pinyin_find:
 * @length: of @text
 * @n_found: (out): how many syllables begin with @text
 *
 * Returns: (transfer none) (nullable) (array length=n_found): the syllables that begin with @text, in alphabetical
 *   order: if @text is one itself, it is the first
 */
const char *const *yz_pinyin_find (const char *text, gsize length, guint *n_found);

/**
 * yz_pinyin_split:
 * @text: letters a to z
 * @max: at most that many ways
 *
 * Every way to read @text as syllables and initials, fewest parts first: "tangx" is "tang x", "xian" is "xian" and
 * "xi an". The last part may be the beginning of a syllable.
 *
 * Returns: (transfer full) (element-type utf8): the ways, parts separated by spaces
 */
GPtrArray *yz_pinyin_split (const char *text, guint max);

G_END_DECLS
