#include "config.h"

#include "yz-heading.h"

#define RULE_GAP 1.6 /* from the text to the rule, millimetres of A4's type */
#define BAR_WIDTH 0.9
#define BAR_GAP 4.5
#define FACTS_GAP 2.5

static const YzType heading_type = { .size = 13, .bold = TRUE };
static const YzType note_type = { .size = 7.4, .ink = YZ_INK_SECOND };
static const YzType title_type = { .size = 30, .bold = TRUE, .leading = 12 };
static const YzType fact_type = { .size = 10.5, .bold = TRUE, .leading = 5 };
static const YzType detail_type = { .size = 8.2, .ink = YZ_INK_SECOND, .leading = 4.2 };

/* --- of a section ------------------------------------------------------------------------------------------------- */

#define YZ_TYPE_HEADING (yz_heading_get_type ())
G_DECLARE_FINAL_TYPE (YzHeading, yz_heading, YZ, HEADING, YzBlock)

struct _YzHeading
{
  YzBlock parent_instance;
  char *text;
  char *note;
};

G_DEFINE_FINAL_TYPE (YzHeading, yz_heading, YZ_TYPE_BLOCK)

/* The note stands beside the heading where both fit on one line, otherwise below it. */
static gboolean
note_is_beside (YzHeading *self, YzTypesetter *typesetter, double width)
{
  return self->note != NULL && yz_typesetter_measure (typesetter, &heading_type, self->text) + BAR_GAP +
                                   yz_typesetter_measure (typesetter, &note_type, self->note) <=
                                 width;
}

static double
heading_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  YzHeading *self = YZ_HEADING (block);
  g_autoptr (YzText) text = yz_typesetter_set (typesetter, &heading_type, self->text, width);
  double height = text->height + 2 * RULE_GAP * yz_typesetter_get_scale (typesetter);

  if (self->note != NULL && !note_is_beside (self, typesetter, width))
    {
      g_autoptr (YzText) note = yz_typesetter_set (typesetter, &note_type, self->note, width);

      height += note->height;
    }
  return height;
}

static void
heading_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzHeading *self = YZ_HEADING (block);
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double gap = RULE_GAP * yz_typesetter_get_scale (typesetter);
  g_autoptr (YzText) text = yz_typesetter_set (typesetter, &heading_type, self->text, area->width);
  g_autoptr (YzText) note = NULL;

  yz_canvas_show (canvas, text, area->x, area->y);
  yz_canvas_rule (canvas, area->x, area->y + area->height - gap, area->width, 0.3, YZ_INK_BLACK);
  if (self->note == NULL)
    return;
  note = yz_typesetter_set (typesetter, &note_type, self->note, area->width);
  if (note_is_beside (self, typesetter, area->width))
    yz_canvas_show (canvas, note, area->x + area->width - note->width, area->y + text->baseline - note->baseline);
  else
    yz_canvas_show (canvas, note, area->x, area->y + text->height);
}

static void
yz_heading_finalize (GObject *object)
{
  g_free (YZ_HEADING (object)->text);
  g_free (YZ_HEADING (object)->note);
  G_OBJECT_CLASS (yz_heading_parent_class)->finalize (object);
}

static void
yz_heading_class_init (YzHeadingClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_heading_finalize;
  YZ_BLOCK_CLASS (class)->measure = heading_measure;
  YZ_BLOCK_CLASS (class)->draw = heading_draw;
}

static void
yz_heading_init (YzHeading *self)
{
}

YzBlock *
yz_heading_new (const char *text, const char *note)
{
  YzHeading *self = g_object_new (YZ_TYPE_HEADING, NULL);

  self->text = g_strdup (text);
  self->note = g_strdup (note);
  yz_block_set_keep (YZ_BLOCK (self), TRUE);
  yz_block_set_space (YZ_BLOCK (self), 5);
  return YZ_BLOCK (self);
}

/* --- of a page ---------------------------------------------------------------------------------------------------- */

#define YZ_TYPE_PAGE_TITLE (yz_page_title_get_type ())
G_DECLARE_FINAL_TYPE (YzPageTitle, yz_page_title, YZ, PAGE_TITLE, YzBlock)

struct _YzPageTitle
{
  YzBlock parent_instance;
  char *text;
  char *fact;
  char *detail;
};

G_DEFINE_FINAL_TYPE (YzPageTitle, yz_page_title, YZ_TYPE_BLOCK)

/* The title and its facts, set for a width: side by side, or one below the other where that is narrow. */
typedef struct
{
  YzText *title;
  YzText *fact;
  YzText *detail;
  double facts_x;
  double facts_y;
  double facts_height;
  double height;
} TitleLayout;

static void
title_layout_clear (TitleLayout *layout)
{
  g_clear_pointer (&layout->title, yz_text_free);
  g_clear_pointer (&layout->fact, yz_text_free);
  g_clear_pointer (&layout->detail, yz_text_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TitleLayout, title_layout_clear)

static void
lay_out_title (YzPageTitle *self, YzTypesetter *typesetter, double width, TitleLayout *layout)
{
  double scale = yz_typesetter_get_scale (typesetter), room, bar = (BAR_GAP + BAR_WIDTH + FACTS_GAP) * scale;
  gboolean beside;

  layout->title = yz_typesetter_fit (typesetter, &title_type, self->text, width, title_type.size / 2);
  layout->height = layout->title->height;
  if (self->fact == NULL && self->detail == NULL)
    return;

  room = width - layout->title->width - bar;
  beside = room > width / 3;
  if (!beside)
    room = width - bar + BAR_GAP * scale;
  layout->facts_x = width - room;
  layout->facts_y = beside ? 0 : layout->title->height + 1;
  if (self->fact != NULL)
    layout->fact = yz_typesetter_set (typesetter, &fact_type, self->fact, room);
  if (self->detail != NULL)
    layout->detail = yz_typesetter_set (typesetter, &detail_type, self->detail, room);
  layout->facts_height = (layout->fact != NULL ? layout->fact->height : 0) +
                         (layout->detail != NULL ? layout->detail->height : 0);
  layout->facts_height = MAX (layout->facts_height, 10 * scale);
  layout->height = MAX (layout->height, layout->facts_y + layout->facts_height);
}

static double
page_title_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  g_auto (TitleLayout) layout = { NULL };

  lay_out_title (YZ_PAGE_TITLE (block), typesetter, width, &layout);
  return layout.height + 3 * yz_typesetter_get_scale (typesetter);
}

static void
page_title_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  YzTypesetter *typesetter = yz_canvas_get_typesetter (canvas);
  double scale = yz_typesetter_get_scale (typesetter), x, y;
  g_auto (TitleLayout) layout = { NULL };

  lay_out_title (YZ_PAGE_TITLE (block), typesetter, area->width, &layout);
  yz_canvas_show (canvas, layout.title, area->x, area->y);
  if (layout.facts_height <= 0)
    return;
  x = area->x + layout.facts_x;
  y = area->y + layout.facts_y;
  yz_canvas_fill (canvas, &(YzRect){ x - (FACTS_GAP + BAR_WIDTH) * scale, y + 1, BAR_WIDTH, layout.facts_height },
                  YZ_INK_RED);
  if (layout.fact != NULL)
    {
      yz_canvas_show (canvas, layout.fact, x, y + 0.6);
      y += layout.fact->height;
    }
  if (layout.detail != NULL)
    yz_canvas_show (canvas, layout.detail, x, y + 0.6);
}

static void
yz_page_title_finalize (GObject *object)
{
  YzPageTitle *self = YZ_PAGE_TITLE (object);

  g_free (self->text);
  g_free (self->fact);
  g_free (self->detail);
  G_OBJECT_CLASS (yz_page_title_parent_class)->finalize (object);
}

static void
yz_page_title_class_init (YzPageTitleClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_page_title_finalize;
  YZ_BLOCK_CLASS (class)->measure = page_title_measure;
  YZ_BLOCK_CLASS (class)->draw = page_title_draw;
}

static void
yz_page_title_init (YzPageTitle *self)
{
}

YzBlock *
yz_page_title_new (const char *text, const char *fact, const char *detail)
{
  YzPageTitle *self = g_object_new (YZ_TYPE_PAGE_TITLE, NULL);

  self->text = g_strdup (text);
  self->fact = g_strdup (fact);
  self->detail = g_strdup (detail);
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_ACROSS);
  yz_block_set_keep (YZ_BLOCK (self), TRUE);
  return YZ_BLOCK (self);
}
