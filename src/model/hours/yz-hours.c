/* A value as a whole: made from its text, with what there is to say about it, shared, and asked for what it needs. */
#include "config.h"

#include "yz-hours.h"

#include "yz-hours-parser.h"

#include <string.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (yz_hours_error, yz_hours_error)

void
yz_hours_note_free (YzHoursNote *note)
{
  g_free (note->message);
  g_free (note);
}

void
yz_hours_note_add (GPtrArray *notes, YzHoursNoteKind kind, guint start, guint end, const char *message)
{
  YzHoursNote *note = g_new (YzHoursNote, 1);

  *note = (YzHoursNote){ kind, start, end, g_strdup (message) };
  g_ptr_array_add (notes, note);
}

static void
clear_rule (gpointer rule)
{
  yz_hours_rule_clear (rule);
}

static YzHours *
hours_new (const char *text)
{
  YzHours *self = g_new0 (YzHours, 1);

  g_atomic_ref_count_init (&self->references);
  self->text = g_strdup (text);
  self->rules = g_array_new (FALSE, FALSE, sizeof (YzHoursRule));
  g_array_set_clear_func (self->rules, clear_rule);
  return self;
}

static gboolean
set_first_error (GPtrArray *notes, GError **error)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const YzHoursNote *note = g_ptr_array_index (notes, i);

      if (note->kind != YZ_HOURS_NOTE_ERROR)
        continue;
      g_set_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_SYNTAX, "%s", note->message);
      return TRUE;
    }
  return FALSE;
}

/* A text that is no text at all: too long, or not UTF-8. */
static gboolean
check_text (const char *text, GPtrArray *notes, GError **error)
{
  const char *bad;

  if (strlen (text) > YZ_HOURS_MAX_BYTES)
    {
      yz_hours_note_add (notes, YZ_HOURS_NOTE_ERROR, YZ_HOURS_MAX_BYTES, strlen (text), _ ("The text is too long"));
      g_set_error (error, YZ_HOURS_ERROR, YZ_HOURS_ERROR_TOO_LONG, "%s", _ ("The text is too long"));
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, &bad))
    {
      yz_hours_note_add (notes, YZ_HOURS_NOTE_ERROR, bad - text, bad - text + 1, _ ("Not valid text"));
      return !set_first_error (notes, error);
    }
  return TRUE;
}

static gint
compare_notes (gconstpointer a, gconstpointer b)
{
  const YzHoursNote *first = *(YzHoursNote *const *) a;
  const YzHoursNote *second = *(YzHoursNote *const *) b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static YzHours *
parse_into (const char *text, GPtrArray *notes, GError **error)
{
  g_autoptr (YzHours) self = NULL;
  g_autoptr (GArray) tokens = NULL;
  YzParser parser = { .text = text, .notes = notes };

  if (!check_text (text, notes, error))
    return NULL;

  self = hours_new (text);
  tokens = yz_hours_scan (text, notes);
  parser.tokens = (const YzToken *) tokens->data;
  parser.n_tokens = tokens->len;
  yz_parser_read_rules (&parser, self->rules);
  if (parser.moment != NULL && parser.has_spans)
    yz_parser_fail (&parser, parser.moment,
                    _ ("A single time is no opening hours: write a span such as 08:00-12:00, or 08:00+"));
  yz_hours_compile (self);
  yz_hours_check_rules (self, notes);
  g_ptr_array_sort (notes, compare_notes);
  if (set_first_error (notes, error))
    return NULL;

  yz_hours_check_meaning (self, notes);
  return g_steal_pointer (&self);
}

YzHours *
yz_hours_parse (const char *text, GPtrArray **notes, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_hours_note_free);
  YzHours *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = parse_into (text, found, error);
  if (notes != NULL)
    *notes = g_steal_pointer (&found);
  return self;
}

YzHours *
yz_hours_ref (YzHours *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
yz_hours_unref (YzHours *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->rules);
  g_free (self->text);
  g_free (self);
}

const char *
yz_hours_get_text (YzHours *self)
{
  return self->text;
}

char *
yz_hours_get_rule_text (YzHours *self, int rule)
{
  const YzHoursRule *deciding;
  GString *text;
  gboolean space = FALSE;

  if (rule < 0 || (guint) rule >= self->rules->len)
    return NULL;

  deciding = &g_array_index (self->rules, YzHoursRule, rule);
  text = g_string_new (NULL);
  for (guint i = deciding->start; i < deciding->end; i++)
    {
      if (g_ascii_isspace (self->text[i]))
        {
          space = TRUE;
          continue;
        }
      if (space && text->len > 0)
        g_string_append_c (text, ' ');
      space = FALSE;
      g_string_append_c (text, self->text[i]);
    }
  return g_string_free (text, FALSE);
}

gboolean
yz_hours_is_week_stable (YzHours *self)
{
  return self->week_stable;
}

gboolean
yz_hours_uses_sun (YzHours *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (g_array_index (self->rules, YzHoursRule, i).follows_sun)
      return TRUE;
  return FALSE;
}

gboolean
yz_hours_uses_holidays (YzHours *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const YzHoursRule *rule = &g_array_index (self->rules, YzHoursRule, i);

      for (guint j = 0; rule->days != NULL && j < rule->days->len; j++)
        {
          YzHoursDaysKind kind = g_array_index (rule->days, YzHoursDays, j).kind;

          if (kind == YZ_HOURS_DAYS_PUBLIC || kind == YZ_HOURS_DAYS_SCHOOL)
            return TRUE;
        }
    }
  return FALSE;
}
