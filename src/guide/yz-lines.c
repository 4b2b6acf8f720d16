/*
 * Pango breaks the lines, of a text with U+2060 between all characters that belong together. It divides them all the
 * same where nothing else is left; whether it had to is asked of the layout, so that a wish never does more harm than
 * good.
 */
#include "config.h"

#include "yz-lines.h"

#include <string.h>

#define SHORTEST 3 /* characters of a last line */
#define MOST_SHRINKING 0.96

typedef struct
{
  const YzNoBreak *no_break;
  PangoLayout *layout;
  int width;
  YzLinesSet set;
  gpointer data;
} Breaker;

static void
set_text (const Breaker *breaker, const char *text)
{
  breaker->set (breaker->layout, text, breaker->data);
}

static int
natural_width (const Breaker *breaker, const char *text)
{
  PangoRectangle box;

  pango_layout_set_width (breaker->layout, -1);
  set_text (breaker, text);
  pango_layout_get_extents (breaker->layout, NULL, &box);
  return box.width;
}

/* --- what stays together ------------------------------------------------------------------------------------------ */

/* Past the next ；, or before the next line feed. */
static const char *
end_of_clause (const char *clause)
{
  const char *p = clause;

  while (*p != '\0' && *p != '\n')
    {
      const gunichar character = g_utf8_get_char (p);

      p = g_utf8_next_char (p);
      if (character == ';' || character == 0xff1b)
        break;
    }
  return p;
}

/* Hours are read up to the ；: a clause of them that fits on a line is not divided. */
static char *
join_clause (const Breaker *breaker, const char *clause)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  if (natural_width (breaker, clause) > breaker->width)
    return yz_no_break_join (breaker->no_break, clause);
  yz_no_break_join_all (joined, clause);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
join (const Breaker *breaker, const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  if (!yz_no_break_is_hours (breaker->no_break, text))
    return yz_no_break_join (breaker->no_break, text);
  for (const char *p = text, *end; *p != '\0'; p = end)
    {
      g_autofree char *clause = NULL, *together = NULL;

      end = end_of_clause (p);
      clause = g_strndup (p, end - p);
      together = join_clause (breaker, clause);
      g_string_append (joined, together);
      while (*end == '\n' || *end == ' ')
        g_string_append_c (joined, *end++);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* How often a line ends where no line may end. */
static guint
count_forced (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, NULL);
  guint n = 0;

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

      n += !line->is_paragraph_start &&
           !attributes[g_utf8_pointer_to_offset (text, text + line->start_index)].is_line_break;
    }
  return n;
}

/* --- the last line ------------------------------------------------------------------------------------------------ */

/* Characters that are read. */
static guint
line_length (PangoLayout *layout, const PangoLayoutLine *line)
{
  const char *start = pango_layout_get_text (layout) + line->start_index;
  guint length = 0;

  for (const char *p = start; p < start + line->length; p = g_utf8_next_char (p))
    length += g_unichar_isalnum (g_utf8_get_char (p));
  return length;
}

/* Whether a paragraph of several lines ends in one that is too short. A line that the writer ended is as long as the
 * writer wanted it. */
static gboolean
has_short_end (PangoLayout *layout)
{
  const int n = pango_layout_get_line_count (layout);

  for (int i = 1; i < n; i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      gboolean last = i + 1 == n || pango_layout_get_line_readonly (layout, i + 1)->is_paragraph_start;

      if (last && !line->is_paragraph_start && line_length (layout, line) < SHORTEST)
        return TRUE;
    }
  return FALSE;
}

/* Where the last few characters of a paragraph begin. */
static const char *
start_of_tail (const char *start, const char *end)
{
  const char *p = end;

  for (guint n = 0; p > start && n < SHORTEST;)
    {
      p = g_utf8_prev_char (p);
      n += g_unichar_isalnum (g_utf8_get_char (p));
    }
  return p;
}

/* The last few characters of each paragraph, which is joined already, joined with each other. */
static char *
join_ends (const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *tail = start_of_tail (paragraphs[i], paragraphs[i] + strlen (paragraphs[i]));

      if (i > 0)
        g_string_append_c (joined, '\n');
      g_string_append_len (joined, paragraphs[i], tail - paragraphs[i]);
      yz_no_break_join_all (joined, tail);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
apply_size (PangoLayout *layout, int size)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_absolute_size (font, size);
  pango_layout_set_font_description (layout, font);
}

/* Pulls the few characters up by shrinking, or sends others down to them. Returns the shrinking. */
static double
mend_ends (const Breaker *breaker)
{
  PangoLayout *layout = breaker->layout;
  const int size = pango_font_description_get_size (pango_layout_get_font_description (layout));
  g_autofree char *text = NULL, *joined = NULL;
  guint n_forced;

  if (!has_short_end (layout))
    return 1;
  for (double shrink = 0.99; shrink >= MOST_SHRINKING - 1e-9; shrink -= 0.01)
    {
      apply_size (layout, (int) (size * shrink));
      if (!has_short_end (layout))
        return shrink;
    }
  apply_size (layout, size);
  n_forced = count_forced (layout);
  text = g_strdup (pango_layout_get_text (layout));
  joined = join_ends (text);
  set_text (breaker, joined);
  if (count_forced (layout) > n_forced)
    set_text (breaker, text);
  return 1;
}

/* --- lines -------------------------------------------------------------------------------------------------------- */

static void
append_unjoined (GString *lines, const char *start, const char *end)
{
  while (end > start && end[-1] == ' ')
    end--;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) != YZ_WORD_JOINER)
      g_string_append_len (lines, p, g_utf8_next_char (p) - p);
}

char *
yz_lines_break (const YzNoBreak *no_break, PangoLayout *layout, const char *text, int width, gboolean loose,
                YzLinesSet set, gpointer data, double *shrink)
{
  const Breaker breaker = { no_break, layout, width, set, data };
  g_autofree char *joined = loose ? g_strdup (text) : join (&breaker, text);
  g_autoptr (GString) lines = g_string_new (NULL);

  set_text (&breaker, joined);
  pango_layout_set_wrap (layout, loose ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width);
  *shrink = loose ? 1 : mend_ends (&breaker);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      const char *start = pango_layout_get_text (layout) + line->start_index;

      if (i > 0)
        g_string_append_c (lines, '\n');
      append_unjoined (lines, start, start + line->length);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}
