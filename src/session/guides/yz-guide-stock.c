#include "config.h"

#include "yz-guide-stock.h"

#include "yz-map-layers.h"

#include <glib/gstdio.h>

struct _YzGuideStock
{
  YzStore *store;
  YzGuideRequest *request; /* nullable: nothing is here yet */
  YzGuideContent *content;
  char *day;
  gint64 streets; /* when the street map was written, 0 without one */
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

static gint64
find_streets (YzGuideStock *self)
{
  g_autofree char *path = yz_street_map_path_for_workspace (yz_store_get_path (self->store));
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime : 0;
}

YzGuideContent *
yz_guide_stock_take (YzGuideStock *self, const YzGuideRequest *request, GCancellable *cancellable, GError **error)
{
  g_autofree char *day = find_day (self);
  gint64 streets = find_streets (self);

  if (self->request == NULL || !g_str_equal (self->day, day) || self->streets != streets ||
      !yz_guide_request_is_of_same_content (self->request, request))
    {
      drop (self);
      self->content = yz_guide_request_load (request, self->store, YZ_GUIDE_MASKED, cancellable, error);
      if (self->content == NULL)
        return NULL;
      self->request = yz_guide_request_copy (request);
      self->day = g_steal_pointer (&day);
      self->streets = streets;
    }
  return yz_guide_content_ref (self->content);
}
