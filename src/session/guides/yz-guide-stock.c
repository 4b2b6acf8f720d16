#include "config.h"

#include "yz-guide-stock.h"

#include "yz-street-maps.h"

#include <glib/gstdio.h>

struct _YzGuideStock
{
  YzStore *store;
  YzGuideRequest *request; /* nullable: nothing is here yet */
  YzGuideContent *content;
  char *day;
  char *streets; /* the street maps and when they were written */
};

YzGuideStock *
yz_guide_stock_new (YzStore *store)
{
  YzGuideStock *self = g_atomic_rc_box_new0 (YzGuideStock);

  self->store = g_object_ref (store);
  return self;
}

YzGuideStock *
yz_guide_stock_ref (YzGuideStock *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
drop (YzGuideStock *self)
{
  g_clear_pointer (&self->request, yz_guide_request_free);
  g_clear_pointer (&self->content, yz_guide_content_unref);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->streets, g_free);
}

static void
stock_clear (gpointer data)
{
  YzGuideStock *self = data;

  drop (self);
  g_object_unref (self->store);
}

void
yz_guide_stock_unref (YzGuideStock *self)
{
  g_atomic_rc_box_release_full (self, stock_clear);
}

static char *
find_day (YzGuideStock *self)
{
  g_autoptr (GDateTime) now = yz_clock_get_local (yz_store_get_clock (self->store));

  return g_date_time_format (now, "%F");
}

/* The names of the street maps, and when each was written. */
static char *
find_streets (YzGuideStock *self)
{
  g_auto (GStrv) maps = yz_street_maps_list (yz_store_get_path (self->store));
  GString *streets = g_string_new (NULL);

  for (guint i = 0; maps[i] != NULL; i++)
    {
      GStatBuf info = { 0 };

      g_stat (maps[i], &info);
      g_string_append_printf (streets, "%s %" G_GINT64_FORMAT "\n", maps[i], (gint64) info.st_mtime);
    }
  return g_string_free (streets, FALSE);
}

YzGuideContent *
yz_guide_stock_take (YzGuideStock *self, const YzGuideRequest *request, GCancellable *cancellable, GError **error)
{
  g_autofree char *day = find_day (self);
  g_autofree char *streets = find_streets (self);

  if (self->request == NULL || !g_str_equal (self->day, day) || !g_str_equal (self->streets, streets) ||
      !yz_guide_request_is_of_same_content (self->request, request))
    {
      drop (self);
      self->content = yz_guide_request_load (request, self->store, YZ_GUIDE_MASKED, cancellable, error);
      if (self->content == NULL)
        return NULL;
      self->request = yz_guide_request_copy (request);
      self->day = g_steal_pointer (&day);
      self->streets = g_steal_pointer (&streets);
    }
  return yz_guide_content_ref (self->content);
}
