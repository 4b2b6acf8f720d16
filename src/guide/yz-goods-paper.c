#include "config.h"

#include "yz-goods-paper.h"

static void
line_free (gpointer data)
{
  YzGoodsLine *line = data;

  g_free (line->id);
  g_free (line->code);
  g_free (line->item);
  g_free (line->unit);
  g_free (line->lot);
  g_free (line->expiry);
  g_free (line->place);
  g_free (line->note);
  g_free (line->scan);
  g_free (line);
}

static void
group_free (gpointer data)
{
  YzGoodsGroup *group = data;

  g_free (group->name);
  g_free (group->note);
  g_ptr_array_unref (group->lines);
  g_free (group);
}

YzGoodsPaper *
yz_goods_paper_new (const char *id, const char *place)
{
  YzGoodsPaper *self = g_new0 (YzGoodsPaper, 1);

  self->id = g_strdup (id);
  self->place = g_strdup (place);
  self->cap_fen = -1;
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
yz_goods_paper_free (YzGoodsPaper *self)
{
  g_free (self->id);
  g_free (self->number);
  g_free (self->place);
  g_free (self->where);
  g_free (self->target);
  g_free (self->at);
  g_free (self->due);
  g_free (self->reason);
  for (guint i = 0; i < G_N_ELEMENTS (self->people); i++)
    g_free (self->people[i]);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

YzGoodsGroup *
yz_goods_paper_add_group (YzGoodsPaper *self, const char *name, const char *note)
{
  YzGoodsGroup *group = g_new0 (YzGoodsGroup, 1);

  group->name = g_strdup (name);
  group->note = g_strdup (note);
  group->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (self->groups, group);
  return group;
}

YzGoodsLine *
yz_goods_group_add_line (YzGoodsGroup *self, const char *item, const char *unit)
{
  YzGoodsLine *line = g_new0 (YzGoodsLine, 1);

  line->item = g_strdup (item);
  line->unit = g_strdup (unit);
  line->arrived = -1;
  line->value_fen = -1;
  g_ptr_array_add (self->lines, line);
  return line;
}

GPtrArray *
yz_goods_paper_list_lines (const YzGoodsPaper *self)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < self->groups->len; i++)
    g_ptr_array_extend (lines, ((YzGoodsGroup *) g_ptr_array_index (self->groups, i))->lines, NULL, NULL);
  return lines;
}

gboolean
yz_goods_line_is_usable (const YzGoodsLine *self)
{
  return !self->recalled && (self->expiry == NULL || self->days_left >= 0);
}

gint64
yz_goods_line_get_value (const YzGoodsLine *self)
{
  return MAX (self->value_fen, 0) * self->quantity;
}
