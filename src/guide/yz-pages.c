#include "config.h"

#include "yz-pages.h"

#include "yz-flow-private.h"
#include "yz-guide-error.h"

#include <glib/gi18n-lib.h>

#define LARGE_SCALE 1.3

struct _YzPages
{
  GObject parent_instance;
  YzDocument *document;
  YzPagesOptions options;
  YzTypesetter *typesetter;
  YzFlow *flow;
  GPtrArray *pages;
  GHashTable *page_of; /* anchor → page number */
  GArray *outline;
  gboolean complete;
};

G_DEFINE_FINAL_TYPE (YzPages, yz_pages, G_TYPE_OBJECT)

static void
yz_pages_finalize (GObject *object)
{
  YzPages *self = YZ_PAGES (object);

  g_clear_pointer (&self->flow, yz_flow_free);
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->page_of);
  g_array_unref (self->outline);
  g_clear_pointer (&self->typesetter, yz_typesetter_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (yz_pages_parent_class)->finalize (object);
}

static void
yz_pages_class_init (YzPagesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_pages_finalize;
}

static void
yz_pages_init (YzPages *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_page_free);
  self->page_of = g_hash_table_new (g_str_hash, g_str_equal); /* the blocks own the anchors */
  self->outline = g_array_new (FALSE, FALSE, sizeof (YzOutlineEntry));
}

YzPages *
yz_pages_new (YzDocument *document, const YzPagesOptions *options, GError **error)
{
  double scale = options->paper->base * (options->large ? LARGE_SCALE : 1);
  g_autoptr (YzPages) self = g_object_new (YZ_TYPE_PAGES, NULL);

  self->typesetter = yz_typesetter_new (options->language, scale, error);
  if (self->typesetter == NULL)
    return NULL;
  self->document = g_object_ref (document);
  self->options = *options;
  self->flow = yz_flow_new (document, options->paper, self->typesetter);
  return g_steal_pointer (&self);
}

/* --- making ------------------------------------------------------------------------------------------------------- */

static void
register_anchors (YzPages *self, const YzPage *page)
{
  for (guint i = 0; i < page->placements->len; i++)
    {
      YzBlock *block = g_array_index (page->placements, YzPlacement, i).block;
      const char *anchor = yz_block_get_anchor (block);
      YzOutlineEntry entry = { yz_block_get_outline_title (block), anchor, yz_block_get_outline_level (block) };

      if (anchor == NULL)
        continue;
      g_hash_table_insert (self->page_of, (gpointer) anchor, GUINT_TO_POINTER (self->pages->len));
      if (entry.title != NULL)
        g_array_append_val (self->outline, entry);
    }
}

gboolean
yz_pages_make_next (YzPages *self)
{
  YzPage *page = self->complete ? NULL : yz_flow_next (self->flow);

  if (page == NULL)
    {
      self->complete = TRUE;
      return FALSE;
    }
  g_ptr_array_add (self->pages, page);
  register_anchors (self, page);
  return TRUE;
}

gboolean
yz_pages_make_all (YzPages *self, GCancellable *cancellable, GError **error)
{
  while (yz_pages_make_next (self))
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;

  if (self->pages->len > 0)
    return TRUE;
  g_set_error_literal (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_EMPTY,
                       _ ("There is nothing to print: no station is in this choice"));
  return FALSE;
}

gboolean
yz_pages_is_complete (YzPages *self)
{
  return self->complete;
}

YzDocument *
yz_pages_get_document (YzPages *self)
{
  return self->document;
}

const YzPaper *
yz_pages_get_paper (YzPages *self)
{
  return self->options.paper;
}

YzTypesetter *
yz_pages_get_typesetter (YzPages *self)
{
  return self->typesetter;
}

guint
yz_pages_get_n (YzPages *self)
{
  return self->pages->len;
}

static const YzPage *
get_page (YzPages *self, guint index)
{
  return g_ptr_array_index (self->pages, index);
}

void
yz_pages_get_size (YzPages *self, guint index, double *width, double *height)
{
  const YzPage *page = get_page (self, index);

  *width = self->options.paper->width * page->section->panels;
  *height = page->height;
}

guint
yz_pages_get_panels (YzPages *self, guint index)
{
  return get_page (self, index)->section->panels;
}

guint
yz_pages_get_page_of (YzPages *self, const char *anchor)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->page_of, anchor));
}

const GArray *
yz_pages_get_outline (YzPages *self)
{
  return self->outline;
}

/* --- drawing ------------------------------------------------------------------------------------------------------ */

static const YzType running_type = { .size = 7.4, .ink = YZ_INK_SECOND };
static const YzType letter_number_type = { .size = 10.5 };
static const YzType number_type = { .size = 8, .bold = TRUE };

#define RUNNING_GAP 6.0 /* between the two running lines, millimetres */

static char *
number_text (YzPages *self, guint index)
{
  YzPrintLanguage language = self->options.language;
  guint n = self->pages->len;
  g_autofree char *chinese = NULL, *english = NULL;

  if (!self->complete)
    return yz_print_say_number (language, index + 1, "第 %u 页", "Page %u", "Page %u");
  chinese = g_strdup_printf ("第 %u 页 · 共 %u 页", index + 1, n);
  english = g_strdup_printf ("Page %u of %u", index + 1, n);
  return yz_print_say_both (language, chinese, english);
}

/* Running lines repeat what stands on a page: one that is wider than @room ends with an ellipsis. */
static YzText *
set_running_line (YzCanvas *canvas, const YzType *type, const char *text, double room)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  YzText *set = yz_typesetter_set (typesetter, type, text, 0);
  glong n = g_utf8_strlen (text, -1);

  while (set->width > room && n > 1)
    {
      g_autofree char *start = NULL, *shorter = NULL;

      n = MIN (n - 1, (glong) (n * room / set->width));
      start = g_utf8_substring (text, 0, MAX (n, 1));
      shorter = g_strconcat (start, "…", NULL);
      yz_text_free (set);
      set = yz_typesetter_set (typesetter, type, shorter, 0);
    }
  return set;
}

/* The middle of the lines stands at @middle; @end has the right of way. */
static void
draw_running_lines (YzCanvas *canvas, const char *start, const YzType *end_type, const char *end, const YzRect *line,
                    double middle)
{
  double room = line->width;

  if (end != NULL)
    {
      g_autoptr (YzText) set = set_running_line (canvas, end_type, end, room);

      yz_canvas_show (canvas, set, line->x + line->width - set->width, middle - set->height / 2);
      room -= set->width + RUNNING_GAP;
    }
  if (start != NULL && room > 0)
    {
      g_autoptr (YzText) set = set_running_line (canvas, &running_type, start, room);

      yz_canvas_show (canvas, set, line->x, middle - set->height / 2);
    }
}

static void
draw_frame (YzPages *self, guint index, YzCanvas *canvas)
{
  const YzPaper *paper = self->options.paper;
  const YzPage *page = get_page (self, index);
  const YzRect line = { paper->margin, 0, paper->width * page->section->panels - 2 * paper->margin, 0 };
  double foot = page->height - paper->foot;
  const char *head = page->section->head != NULL ? page->section->head : yz_document_get_head_start (self->document);
  g_autofree char *number = number_text (self, index);

  draw_running_lines (canvas, head, &running_type, yz_document_get_head_end (self->document), &line, paper->head - 2.8);
  yz_canvas_rule (canvas, line.x, paper->head, line.width, 0.3, YZ_INK_BLACK);

  yz_canvas_rule (canvas, line.x, foot, line.width, 0.3, YZ_INK_BLACK);
  draw_running_lines (canvas, yz_document_get_foot (self->document), &number_type, number, &line, foot + 3);
}

/* Returns how many pages of the same section come before that one. */
static guint
count_before (YzPages *self, guint index)
{
  const YzSection *section = get_page (self, index)->section;
  guint n = 0;

  while (n < index && get_page (self, index - n - 1)->section == section)
    n++;
  return n;
}

/* Letters count their own pages, from the second on, below the slip at its foot: "— 2 —" */
static void
draw_letter_number (YzPages *self, guint index, YzCanvas *canvas)
{
  const YzPaper *paper = self->options.paper;
  guint before = count_before (self, index);
  g_autofree char *number = NULL;
  g_autoptr (YzText) text = NULL;

  if (before == 0)
    return;
  number = g_strdup_printf ("— %u —", before + 1);
  text = yz_typesetter_set (yz_canvas_get_typesetter (canvas), &letter_number_type, number, 0);
  yz_canvas_show (canvas, text, (paper->width - text->width) / 2,
                  get_page (self, index)->height - paper->foot + 3 - text->height / 2);
}

static void
draw_placement (YzCanvas *canvas, const YzPlacement *placement)
{
  cairo_t *cr = yz_canvas_get_cairo (canvas);
  YzRect area = placement->area;

  if (yz_block_get_changed (placement->block))
    yz_canvas_fill (canvas, &(YzRect){ area.x - 3, area.y, 1, area.height }, YZ_INK_BLACK);

  cairo_save (cr);
  if (placement->scale < 1)
    {
      cairo_translate (cr, area.x, area.y);
      cairo_scale (cr, placement->scale, placement->scale);
      area = (YzRect){ 0, 0, area.width / placement->scale, area.height / placement->scale };
    }
  yz_block_draw (placement->block, canvas, &area);
  cairo_restore (cr);
}

static guint
find_page (const char *anchor, gpointer data)
{
  return yz_pages_get_page_of (data, anchor);
}

static void
draw_on (YzPages *self, guint index, YzCanvas *canvas)
{
  const YzPage *page = get_page (self, index);

  yz_canvas_set_finder (canvas, find_page, self);
  if (!page->section->bare)
    draw_frame (self, index, canvas);
  else if (page->section->numbered)
    draw_letter_number (self, index, canvas);
  for (guint i = 0; i < page->placements->len; i++)
    draw_placement (canvas, &g_array_index (page->placements, YzPlacement, i));
}

gboolean
yz_pages_draw (YzPages *self, guint index, cairo_t *cr, gboolean tagged, GError **error)
{
  YzCanvasFlags flags = (self->options.grey ? YZ_CANVAS_GREY : 0) | (tagged ? YZ_CANVAS_TAGGED : 0);
  g_autoptr (YzCanvas) canvas = yz_canvas_new (cr, self->typesetter, flags);

  draw_on (self, index, canvas);
  return yz_canvas_check (canvas, error);
}

GPtrArray *
yz_pages_collect (YzPages *self, guint index)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (YzCanvas) canvas = yz_canvas_new (cr, self->typesetter, YZ_CANVAS_PLAIN);

  yz_canvas_keep_marks (canvas);
  draw_on (self, index, canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return yz_canvas_take_marks (canvas);
}
