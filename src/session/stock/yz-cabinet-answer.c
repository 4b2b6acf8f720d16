#include "config.h"

#include "yz-cabinet-answer.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-pickups.h"
#include "yz-value-text.h"

void
yz_cabinet_answer_free (gpointer data)
{
  YzCabinetAnswer *self = data;

  g_clear_pointer (&self->cabinets, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->view, yz_cabinet_view_free);
  g_clear_pointer (&self->pickups, g_ptr_array_unref);
  g_free (self);
}

static gboolean
add_name (YzCabinetAnswer *self, YzStore *store, YzRecord *cabinet, gboolean with_station, GError **error)
{
  g_autoptr (YzRecord)
    station = yz_store_load (store, &yz_station_kind, yz_record_get_text (cabinet, "station"), error);

  if (station == NULL)
    return FALSE;
  g_ptr_array_add (self->names, with_station ? g_strdup_printf ("%s · %s", yz_record_get_title (cabinet),
                                                                yz_record_get_title (station))
                                             : g_strdup (yz_record_get_title (cabinet)));
  return TRUE;
}

static guint
find_index (YzCabinetAnswer *self, const char *id)
{
  for (guint i = 0; i < self->cabinets->len; i++)
    if (g_str_equal (yz_record_get_id (g_ptr_array_index (self->cabinets, i)), id))
      return i;
  return 0;
}

/* A round fills what is not full; what is out of order, or for nothing, it passes by. */
static gboolean
wants_filling (const YzSlot *slot)
{
  return slot->state != YZ_SLOT_BROKEN && slot->capacity > 0 && slot->there - slot->unusable < slot->capacity &&
         (slot->state == YZ_SLOT_LOW || slot->state == YZ_SLOT_EMPTY || slot->state == YZ_SLOT_EXPIRED);
}

static gboolean
read_chosen (YzCabinetAnswer *self, YzStore *store, gint64 now, GError **error)
{
  const char *id = yz_record_get_id (g_ptr_array_index (self->cabinets, self->index));

  self->view = yz_cabinet_read (store, id, now, error);
  self->pickups = self->view != NULL ? yz_pickup_list_open (store, id, error) : NULL;
  if (self->pickups == NULL)
    return FALSE;
  for (guint i = 0; i < self->pickups->len; i++)
    if (yz_record_get_integer (g_ptr_array_index (self->pickups, i), "expires") <= now)
      self->n_late++;
  for (guint i = 0; i < self->view->slots->len; i++)
    if (wants_filling (yz_cabinet_view_get_slot (self->view, i)))
      self->n_to_fill++;
  return TRUE;
}

/* Of a place that is no station there are no cabinets. */
static GPtrArray *
list_cabinets (YzStore *store, const YzInventoryScope *scope, GError **error)
{
  if (scope->place != NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return yz_cabinet_list (store, scope->station, error);
}

gpointer
yz_cabinet_answer_read (YzStore *store, const YzInventoryScope *scope, GVariant *wish, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (YzCabinetAnswer) self = g_new0 (YzCabinetAnswer, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cabinets = list_cabinets (store, scope, error);
  if (self->cabinets == NULL)
    return NULL;
  for (guint i = 0; i < self->cabinets->len; i++)
    if (!add_name (self, store, g_ptr_array_index (self->cabinets, i), scope->station == NULL, error))
      return NULL;
  if (self->cabinets->len == 0)
    return g_steal_pointer (&self);
  self->index = find_index (self, wish != NULL ? g_variant_get_string (wish, NULL) : "");
  return read_chosen (self, store, scope->now, error) ? g_steal_pointer (&self) : NULL;
}

/* --- words -------------------------------------------------------------------------------------------------------- */

char *
yz_slot_dup_title (const YzSlot *slot)
{
  const char *name = yz_record_get_title (slot->place);

  if (slot->item == NULL)
    return g_strdup (name);
  if (slot->capacity > 0)
    return g_strdup_printf ("%s · %s %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, name, yz_record_get_title (slot->item),
                            slot->there, slot->capacity);
  return g_strdup_printf ("%s · %s %" G_GINT64_FORMAT, name, yz_record_get_title (slot->item), slot->there);
}

static char *
dup_touched (const YzSlot *slot)
{
  g_autoptr (GDateTime) time = yz_office_time (slot->touched);

  return g_date_time_format (time, "%m-%d %H:%M");
}

static void
add_part (GString *text, const char *part)
{
  g_string_append_printf (text, " · %s", part);
}

char *
yz_slot_dup_summary (const YzSlot *slot, guint32 today)
{
  GString *text = g_string_new (yz_slot_state_get_title (slot->state));
  g_autofree char *expiry = yz_value_format_day (slot->expiry);
  const char *reason = yz_record_get_text (slot->place, "state_reason");

  if (reason != NULL)
    add_part (text, reason);
  if (slot->unusable > 0)
    {
      /* Translators: how many have expired or were recalled */
      g_autofree char *part = g_strdup_printf (_ ("take out %d"), (int) slot->unusable);

      add_part (text, part);
    }
  if (slot->reserved > 0)
    {
      g_autofree char *part = g_strdup_printf (_ ("%d reserved"), (int) slot->reserved);

      add_part (text, part);
    }
  if (expiry != NULL)
    {
      g_autofree char *part = g_strdup_printf (_ ("the first expire on %s"), expiry);

      add_part (text, part);
    }
  if (slot->touched != 0)
    {
      g_autofree char *when = dup_touched (slot);
      g_autofree char *part = g_strdup_printf (_ ("last touched on %s"), when);

      add_part (text, part);
    }
  return g_string_free (text, FALSE);
}

char *
yz_slot_dup_description (const YzSlot *slot, guint32 today)
{
  g_autofree char *title = yz_slot_dup_title (slot);
  g_autofree char *summary = yz_slot_dup_summary (slot, today);

  return g_strdup_printf ("%s\n%s", title, summary);
}
