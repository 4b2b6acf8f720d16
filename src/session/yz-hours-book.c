#include "config.h"

#include "yz-hours-book.h"

typedef struct
{
  char *text;
  YzHours *hours;
  gboolean round_the_clock;
  YzHoursState state;
  gint64 evaluated_at; /* of @state; no instant is negative */
} Entry;

struct _YzHoursBook
{
  GArray *entries;
  GHashTable *by_text; /* text → index */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->text, g_free);
  g_clear_pointer (&entry->hours, yz_hours_unref);
}

static void
append_entry (YzHoursBook *self, const char *text)
{
  Entry entry = { .text = g_strdup (text), .state = YZ_HOURS_UNKNOWN, .evaluated_at = -1 };

  entry.hours = text != NULL ? yz_hours_parse (text, NULL, NULL) : NULL;
  entry.round_the_clock = yz_station_is_round_the_clock (entry.hours);
  g_array_append_val (self->entries, entry);
}

YzHoursBook *
yz_hours_book_new (void)
{
  YzHoursBook *self = g_new0 (YzHoursBook, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  append_entry (self, NULL);
  return self;
}

void
yz_hours_book_free (YzHoursBook *self)
{
  g_hash_table_unref (self->by_text);
  g_array_unref (self->entries);
  g_free (self);
}

guint
yz_hours_book_enter (YzHoursBook *self, const char *text)
{
  guint index;

  g_return_val_if_fail (self != NULL, YZ_HOURS_BOOK_UNKNOWN);

  if (text == NULL)
    return YZ_HOURS_BOOK_UNKNOWN;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_text, text));
  if (index != 0)
    return index;

  index = self->entries->len;
  append_entry (self, text);
  g_hash_table_insert (self->by_text, g_array_index (self->entries, Entry, index).text, GUINT_TO_POINTER (index));
  return index;
}

YzHours *
yz_hours_book_get_hours (YzHoursBook *self, guint entry)
{
  g_return_val_if_fail (entry < self->entries->len, NULL);
  return g_array_index (self->entries, Entry, entry).hours;
}

YzHoursState
yz_hours_book_get_state (YzHoursBook *self, guint entry, gint64 at)
{
  Entry *found;

  g_return_val_if_fail (entry < self->entries->len, YZ_HOURS_UNKNOWN);

  found = &g_array_index (self->entries, Entry, entry);
  if (found->hours != NULL && found->evaluated_at != at)
    {
      found->state = yz_hours_get_status (found->hours, NULL, at).state;
      found->evaluated_at = at;
    }
  return found->state;
}

gboolean
yz_hours_book_is_round_the_clock (YzHoursBook *self, guint entry)
{
  g_return_val_if_fail (entry < self->entries->len, FALSE);
  return g_array_index (self->entries, Entry, entry).round_the_clock;
}
