/*
 * What stands for a line of a stocktake in a list's model: the line itself is another record whenever the sheet was
 * read again, and a list whose items change loses its place, and the focus.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_COUNT_ITEM (yz_count_item_get_type ())
G_DECLARE_FINAL_TYPE (YzCountItem, yz_count_item, YZ, COUNT_ITEM, GObject)

/**
 * YzCountItem:
 * @index: of the line in its sheet
 * @row: (nullable) (unowned): that shows it
 */
struct _YzCountItem
{
  GObject parent_instance;

  guint index;
  GtkWidget *row;
};

/**
 * yz_count_items_set:
 * @items: (element-type YzCountItem): a list's model
 * @indexes: (element-type guint): of the lines that it shall have
 *
 * Changes as little as it can.
 */
void yz_count_items_set (GListStore *items, GArray *indexes);

G_END_DECLS
