#include "config.h"

#include "yz-count-item.h"

G_DEFINE_FINAL_TYPE (YzCountItem, yz_count_item, G_TYPE_OBJECT)

static void
yz_count_item_class_init (YzCountItemClass *klass)
{
}

static void
yz_count_item_init (YzCountItem *self)
{
}

static guint
count_common (GListStore *items, GArray *indexes)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (items)), indexes->len), common = 0;

  while (common < n)
    {
      g_autoptr (YzCountItem) item = g_list_model_get_item (G_LIST_MODEL (items), common);

      if (item->index != g_array_index (indexes, guint, common))
        break;
      common++;
    }
  return common;
}

void
yz_count_items_set (GListStore *items, GArray *indexes)
{
  guint common = count_common (items, indexes), n_items = g_list_model_get_n_items (G_LIST_MODEL (items));
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = common; i < indexes->len; i++)
    {
      YzCountItem *item = g_object_new (YZ_TYPE_COUNT_ITEM, NULL);

      item->index = g_array_index (indexes, guint, i);
      g_ptr_array_add (added, item);
    }
  if (n_items > common || added->len > 0)
    g_list_store_splice (items, common, n_items - common, added->pdata, added->len);
}
