/* Small text helpers that GLib 2.74 lacks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yz_set_str:
 * @target: (inout): an owned string or %NULL
 *
 * Replaces @target by a copy of @value.
 *
 * Returns: whether the text changed, for the "notify only on change" of a setter
 */
gboolean yz_set_str (char **target, const char *value);

/**
 * yz_text_fold:
 * @text: (nullable): UTF-8, also invalid
 *
 * The form in which headings, names and addresses are compared: full width to half width (NFKC), lower case,
 * every kind of space and dash unified, no space at the ends, runs of space as one.
 *
 * Returns: (transfer full): never %NULL
 */
char *yz_text_fold (const char *text);

/**
 * YZ_DEFINE_REGEX:
 * @get_name: of the static function that it defines, which returns the expression
 * @pattern: a literal without mistakes
 *
 * An expression that is compiled at its first use, on whichever thread that is, and kept: compiling costs a hundred
 * times what matching a cell does.
 */
#define YZ_DEFINE_REGEX(get_name, pattern)                                                                   \
  static GRegex *get_name (void)                                                                             \
  {                                                                                                          \
    static GRegex *compiled;                                                                                 \
    if (g_once_init_enter (&compiled))                                                                       \
      {                                                                                                      \
        GRegex *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);                                    \
        g_once_init_leave (&compiled, regex);                                                                \
      }                                                                                                      \
    return compiled;                                                                                         \
  }

/**
 * yz_text_is_han:
 *
 * Returns: whether @c is a Chinese character (any plane, without punctuation)
 */
gboolean yz_text_is_han (gunichar c);

G_END_DECLS
