#include "config.h"

#include "yz-stock-rows.h"

struct _YzStockRow
{
  GObject parent_instance;

  YzStockFigures *figures;
  guint index;
};

G_DEFINE_FINAL_TYPE (YzStockRow, yz_stock_row, G_TYPE_OBJECT)

static void
yz_stock_row_finalize (GObject *object)
{
  g_clear_pointer (&YZ_STOCK_ROW (object)->figures, yz_stock_figures_unref);

  G_OBJECT_CLASS (yz_stock_row_parent_class)->finalize (object);
}

static void
yz_stock_row_class_init (YzStockRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_stock_row_finalize;
}

static void
yz_stock_row_init (YzStockRow *self)
{
}

const YzStockFigure *
yz_stock_row_get_figure (YzStockRow *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_ROW (self), NULL);
  return g_ptr_array_index (self->figures->rows, self->index);
}

const YzStockFigures *
yz_stock_row_get_figures (YzStockRow *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_ROW (self), NULL);
  return self->figures;
}

struct _YzStockRows
{
  GObject parent_instance;

  YzStockFigures *figures; /* nullable */
  YzStockFilter filter;
  GArray *shown; /* guint: indexes in the figures */
};

static GType
get_item_type (GListModel *model)
{
  return YZ_TYPE_STOCK_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return YZ_STOCK_ROWS (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  YzStockRows *self = YZ_STOCK_ROWS (model);
  YzStockRow *row;

  if (position >= self->shown->len)
    return NULL;
  row = g_object_new (YZ_TYPE_STOCK_ROW, NULL);
  row->figures = yz_stock_figures_ref (self->figures);
  row->index = g_array_index (self->shown, guint, position);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (YzStockRows, yz_stock_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
passes (const YzStockFigure *figure, YzStockFilter filter)
{
  switch (filter)
    {
    case YZ_STOCK_ENDING:
      return figure->expiring > 0 || figure->expired > 0 || figure->recalled > 0;
    case YZ_STOCK_LACKING:
      return figure->state >= YZ_STOCK_LOW;
    case YZ_STOCK_ALL:
    default:
      return TRUE;
    }
}

static void
choose (YzStockRows *self)
{
  guint before = self->shown->len;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; self->figures != NULL && i < self->figures->rows->len; i++)
    if (passes (g_ptr_array_index (self->figures->rows, i), self->filter))
      g_array_append_val (self->shown, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown->len);
}

static void
yz_stock_rows_finalize (GObject *object)
{
  YzStockRows *self = YZ_STOCK_ROWS (object);

  g_clear_pointer (&self->figures, yz_stock_figures_unref);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (yz_stock_rows_parent_class)->finalize (object);
}

static void
yz_stock_rows_class_init (YzStockRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_stock_rows_finalize;
}

static void
yz_stock_rows_init (YzStockRows *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

YzStockRows *
yz_stock_rows_new (void)
{
  return g_object_new (YZ_TYPE_STOCK_ROWS, NULL);
}

void
yz_stock_rows_set_figures (YzStockRows *self, YzStockFigures *figures)
{
  g_return_if_fail (YZ_IS_STOCK_ROWS (self));

  if (figures != NULL)
    yz_stock_figures_ref (figures);
  g_clear_pointer (&self->figures, yz_stock_figures_unref);
  self->figures = figures;
  choose (self);
}

void
yz_stock_rows_set_filter (YzStockRows *self, YzStockFilter filter)
{
  g_return_if_fail (YZ_IS_STOCK_ROWS (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  choose (self);
}

guint
yz_stock_rows_count (YzStockRows *self, YzStockFilter filter)
{
  guint n = 0;

  g_return_val_if_fail (YZ_IS_STOCK_ROWS (self), 0);

  for (guint i = 0; self->figures != NULL && i < self->figures->rows->len; i++)
    n += passes (g_ptr_array_index (self->figures->rows, i), filter);
  return n;
}
