#include "config.h"

#include "yz-sentence.h"

#include <string.h>

typedef struct
{
  const YzSentencePart *parts;
  guint n_parts;
  YzSentenceForm form;
  GString *text;
  gboolean bold;
} Sentence;

static const char *
find_value (const Sentence *self, const char *name, gsize length)
{
  for (guint i = 0; i < self->n_parts; i++)
    if (strlen (self->parts[i].name) == length && strncmp (self->parts[i].name, name, length) == 0)
      return self->parts[i].value != NULL && *self->parts[i].value != '\0' ? self->parts[i].value : NULL;
  return NULL;
}

static void
append (Sentence *self, const char *text, gssize length)
{
  g_autofree char *escaped = self->form == YZ_SENTENCE_MARKUP ? g_markup_escape_text (text, length) : NULL;

  if (escaped != NULL)
    g_string_append (self->text, escaped);
  else
    g_string_append_len (self->text, text, length);
}

static void
append_star (Sentence *self)
{
  if (self->form == YZ_SENTENCE_MARKUP)
    g_string_append (self->text, self->bold ? "</b>" : "<b>");
  self->bold = !self->bold;
}

/* Returns: the first of @stops from @begin on, @end if there is none */
static const char *
find_any (const char *begin, const char *end, const char *stops)
{
  while (begin < end && strchr (stops, *begin) == NULL)
    begin++;
  return begin;
}

/* Whether every part that is named between @begin and @end is there. */
static gboolean
is_whole (const Sentence *self, const char *begin, const char *end)
{
  for (const char *brace = find_any (begin, end, "{"); brace < end; brace = find_any (brace + 1, end, "{"))
    {
      const char *close = find_any (brace, end, "}");

      if (find_value (self, brace + 1, (gsize) (close - brace - 1)) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* What has no brackets. */
static void
append_run (Sentence *self, const char *begin, const char *end)
{
  while (begin < end)
    {
      const char *stop = find_any (begin, end, "{*");

      append (self, begin, stop - begin);
      begin = stop;
      if (begin < end && *begin == '*')
        {
          append_star (self);
          begin++;
        }
      else if (begin < end)
        {
          const char *close = find_any (begin, end, "}");
          const char *value = find_value (self, begin + 1, (gsize) (close - begin - 1));

          append (self, value != NULL ? value : "", -1);
          begin = MIN (close + 1, end);
        }
    }
}

/* What stands between two brackets: the first of the choices whose parts are there. */
static void
append_choice (Sentence *self, const char *begin, const char *end)
{
  while (begin <= end)
    {
      const char *bar = find_any (begin, end, "|");

      if (is_whole (self, begin, bar))
        {
          append_run (self, begin, bar);
          return;
        }
      begin = bar + 1;
    }
}

char *
yz_sentence_make (const char *pattern, const YzSentencePart *parts, guint n_parts, YzSentenceForm form)
{
  Sentence self = { parts, n_parts, form, g_string_new (NULL), FALSE };
  const char *end = pattern + strlen (pattern);

  for (const char *p = pattern; p < end;)
    {
      const char *open = find_any (p, end, "[");
      const char *close = find_any (open, end, "]");

      append_run (&self, p, open);
      if (open < end)
        append_choice (&self, open + 1, close);
      p = MIN (close + 1, end);
    }
  if (self.bold)
    append_star (&self);
  return g_string_free (self.text, FALSE);
}
