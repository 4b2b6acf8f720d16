#include "config.h"

#include "yz-block.h"

#include "yz-text.h"

typedef struct
{
  YzBlock *continued;
  char *anchor;
  char *outline_title;
  char *record;
  double space;
  YzPrintLanguage measured_language;
  double measured_scale;
  double measured_width;
  double measured_height;
  YzBlockFlow flow;
  guint outline_level;
  guint keep : 1;
  guint new_page : 1;
  guint changed : 1;
} YzBlockPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YzBlock, yz_block, G_TYPE_OBJECT)

static YzBlockPrivate *
priv (YzBlock *self)
{
  return yz_block_get_instance_private (self);
}

static void
yz_block_finalize (GObject *object)
{
  YzBlockPrivate *data = priv (YZ_BLOCK (object));

  g_clear_object (&data->continued);
  g_free (data->anchor);
  g_free (data->outline_title);
  g_free (data->record);
  G_OBJECT_CLASS (yz_block_parent_class)->finalize (object);
}

static void
yz_block_class_init (YzBlockClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_block_finalize;
}

static void
yz_block_init (YzBlock *self)
{
}

double
yz_block_measure (YzBlock *self, YzTypesetter *typesetter, double width)
{
  YzBlockPrivate *data = priv (self);
  const YzPrintLanguage language = yz_typesetter_get_language (typesetter);
  const double scale = yz_typesetter_get_scale (typesetter);

  /* columns are tried out before they are filled */
  if (data->measured_width != width || data->measured_scale != scale || data->measured_language != language)
    {
      data->measured_height = YZ_BLOCK_GET_CLASS (self)->measure (self, typesetter, width);
      data->measured_language = language;
      data->measured_scale = scale;
      data->measured_width = width;
    }
  return data->measured_height;
}

void
yz_block_draw (YzBlock *self, YzCanvas *canvas, const YzRect *area)
{
  YzBlockPrivate *data = priv (self);

  if (data->anchor != NULL)
    yz_canvas_add_anchor (canvas, data->anchor, area->x, area->y);
  if (data->record != NULL)
    yz_canvas_add_mark (canvas, YZ_MARK_RECORD, area, data->record);
  YZ_BLOCK_GET_CLASS (self)->draw (self, canvas, area);
}

gboolean
yz_block_split (YzBlock *self, YzTypesetter *typesetter, double width, double height, YzBlock **first, YzBlock **rest)
{
  YzBlockClass *class = YZ_BLOCK_GET_CLASS (self);

  return class->split != NULL && class->split (self, typesetter, width, height, first, rest);
}

void
yz_block_set_flow (YzBlock *self, YzBlockFlow flow)
{
  priv (self)->flow = flow;
}

YzBlockFlow
yz_block_get_flow (YzBlock *self)
{
  return priv (self)->flow;
}

void
yz_block_set_space (YzBlock *self, double above)
{
  priv (self)->space = above;
}

double
yz_block_get_space (YzBlock *self)
{
  return priv (self)->space;
}

void
yz_block_set_keep (YzBlock *self, gboolean keep)
{
  priv (self)->keep = keep;
}

gboolean
yz_block_get_keep (YzBlock *self)
{
  return priv (self)->keep;
}

void
yz_block_set_new_page (YzBlock *self, gboolean new_page)
{
  priv (self)->new_page = new_page;
}

gboolean
yz_block_get_new_page (YzBlock *self)
{
  return priv (self)->new_page;
}

void
yz_block_set_continued (YzBlock *self, YzBlock *heading)
{
  g_set_object (&priv (self)->continued, heading);
}

YzBlock *
yz_block_get_continued (YzBlock *self)
{
  return priv (self)->continued;
}

void
yz_block_set_anchor (YzBlock *self, const char *anchor, const char *title, guint level)
{
  YzBlockPrivate *data = priv (self);

  yz_set_str (&data->anchor, anchor);
  yz_set_str (&data->outline_title, title);
  data->outline_level = level;
}

const char *
yz_block_get_anchor (YzBlock *self)
{
  return priv (self)->anchor;
}

const char *
yz_block_get_outline_title (YzBlock *self)
{
  return priv (self)->outline_title;
}

guint
yz_block_get_outline_level (YzBlock *self)
{
  return priv (self)->outline_level;
}

void
yz_block_set_record (YzBlock *self, const char *id)
{
  yz_set_str (&priv (self)->record, id);
}

void
yz_block_set_changed (YzBlock *self, gboolean changed)
{
  priv (self)->changed = changed;
}

gboolean
yz_block_get_changed (YzBlock *self)
{
  return priv (self)->changed;
}
