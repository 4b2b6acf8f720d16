#include "config.h"

#include "yz-guide-press-private.h"

#include "yz-output.h"

#include <math.h>

/* How long pages are laid out until pictures have their turn. */
#define STEP_US (20 * 1000)

/* A picture of 400 % on a fine screen would take hundreds of megabytes. */
#define MAX_PIXELS 20e6

static void
press_clear (gpointer data)
{
  YzGuidePress *self = data;

  g_clear_object (&self->pages);
  g_clear_pointer (&self->content, yz_guide_content_unref);
  yz_guide_request_free (self->request);
  yz_guide_stock_unref (self->stock);
}

YzGuidePress *
yz_guide_press_new (YzGuideStock *stock, const YzGuideRequest *request)
{
  YzGuidePress *self = g_atomic_rc_box_new0 (YzGuidePress);

  self->stock = yz_guide_stock_ref (stock);
  self->request = yz_guide_request_copy (request);
  return self;
}

YzGuidePress *
yz_guide_press_ref (YzGuidePress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
yz_guide_press_unref (YzGuidePress *self)
{
  g_atomic_rc_box_release_full (self, press_clear);
}

gboolean
yz_guide_press_begin (YzGuidePress *self, GCancellable *cancellable, GError **error)
{
  self->content = yz_guide_stock_take (self->stock, self->request, cancellable, error);
  if (self->content == NULL)
    return FALSE;
  self->pages = yz_guide_request_make_pages (self->request, self->content, error);
  if (self->pages == NULL)
    return FALSE;
  yz_pages_make_next (self->pages);
  return TRUE;
}

void
yz_guide_press_go_on (YzGuidePress *self, GCancellable *cancellable)
{
  gint64 end = g_get_monotonic_time () + STEP_US;

  while (yz_pages_make_next (self->pages))
    if (g_get_monotonic_time () >= end || g_cancellable_is_cancelled (cancellable))
      return;
}

guint
yz_guide_press_count (const YzGuidePress *self)
{
  if (!yz_guide_request_shows_sheets (self->request))
    return yz_pages_get_n (self->pages);
  return yz_pages_is_complete (self->pages) ? yz_sheets_count (self->pages) : 0;
}

void
yz_guide_press_get_size (const YzGuidePress *self, guint index, double *width, double *height)
{
  if (yz_guide_request_shows_sheets (self->request))
    yz_sheets_get_size (self->pages, index, width, height);
  else
    yz_pages_get_size (self->pages, index, width, height);
}

cairo_surface_t *
yz_guide_press_draw (const YzGuidePress *self, guint index, double dots)
{
  double width, height;

  yz_guide_press_get_size (self, index, &width, &height);
  dots = MIN (dots, sqrt (MAX_PIXELS / (width * height)));
  return yz_guide_request_shows_sheets (self->request) ? yz_output_sheet_image (self->pages, index, dots)
                                                       : yz_output_image (self->pages, index, dots);
}

static void
spot_free (gpointer data)
{
  YzGuideSpot *spot = data;

  g_free (spot->id);
  g_free (spot->name);
  g_free (spot);
}

static const char *
find_name (const YzGuideContent *content, const char *id)
{
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (g_str_equal (station->id, id))
        return station->name;
    }
  return NULL;
}

/* What stands on the page @page, which begins at @x on the leaf. */
static void
find_on_page (const YzGuidePress *self, guint page, double x, GPtrArray *spots)
{
  g_autoptr (GPtrArray) marks = yz_pages_collect (self->pages, page);

  for (guint i = 0; i < marks->len; i++)
    {
      const YzMark *mark = g_ptr_array_index (marks, i);
      const char *name = mark->kind == YZ_MARK_RECORD ? find_name (self->content, mark->name) : NULL;
      YzGuideSpot *spot;

      if (name == NULL)
        continue;
      spot = g_new0 (YzGuideSpot, 1);
      spot->box = mark->box;
      spot->box.x += x;
      spot->id = g_strdup (mark->name);
      spot->name = g_strdup (name);
      g_ptr_array_add (spots, spot);
    }
}

GPtrArray *
yz_guide_press_find (const YzGuidePress *self, guint index)
{
  GPtrArray *spots = g_ptr_array_new_with_free_func (spot_free);
  g_autofree guint *list = NULL;
  double x = 0;
  guint n;

  if (!yz_guide_request_shows_sheets (self->request))
    {
      find_on_page (self, index, 0, spots);
      return spots;
    }
  list = yz_sheets_list (self->pages, index, &n);
  for (guint i = 0; i < n; i++)
    {
      double width = self->request->paper->width, height;

      if (list[i] != G_MAXUINT)
        {
          find_on_page (self, list[i], x, spots);
          yz_pages_get_size (self->pages, list[i], &width, &height);
        }
      x += width;
    }
  return spots;
}
