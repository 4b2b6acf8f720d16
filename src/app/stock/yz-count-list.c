#include "config.h"

#include "yz-count-list.h"

#include "yz-count-item.h"
#include "yz-count-row.h"
#include "yz-widgets.h"

struct _YzCountList
{
  GtkWidget parent_instance;

  GtkListView *view;
  GtkSingleSelection *selection;
  GListStore *items;

  YzStocktakeDesk *desk;
};

G_DEFINE_FINAL_TYPE (YzCountList, yz_count_list, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DESK = 1,
  PROP_INDEX,
} YzCountListProperty;

static GParamSpec *properties[PROP_INDEX + 1];

static void
show (YzCountList *self, YzCountItem *item)
{
  const YzStocktakeSheet *sheet = yz_stocktake_desk_get_sheet (self->desk);

  if (item->row != NULL && item->index < sheet->lines->len)
    yz_count_row_show (YZ_COUNT_ROW (item->row), sheet, item->index);
}

static void
on_row_setup (YzCountList *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (YZ_TYPE_COUNT_ROW, NULL));
}

static void
on_row_bind (YzCountList *self, GtkListItem *item)
{
  YzCountItem *line = gtk_list_item_get_item (item);

  line->row = gtk_list_item_get_child (item);
  show (self, line);
}

static void
on_row_unbind (YzCountList *self, GtkListItem *item)
{
  YZ_COUNT_ITEM (gtk_list_item_get_item (item))->row = NULL;
}

static void
on_selected (YzCountList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}

static void
on_desk_changed (YzCountList *self)
{
  guint n = yz_stocktake_desk_get_sheet (self->desk)->lines->len;
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (indexes, i);
  yz_count_items_set (self->items, indexes);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YzCountItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      show (self, item);
    }
}

static void
set_desk (YzCountList *self, YzStocktakeDesk *desk)
{
  if (!g_set_object (&self->desk, desk) || desk == NULL)
    return;
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  if (yz_stocktake_desk_get_sheet (desk) != NULL)
    on_desk_changed (self);
}

static void
set_index (YzCountList *self, guint index)
{
  if (index >= g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return;
  gtk_single_selection_set_selected (self->selection, index);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", index);
}

static void
yz_count_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzCountList *self = YZ_COUNT_LIST (object);

  switch ((YzCountListProperty) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_INDEX:
      g_value_set_uint (value, gtk_single_selection_get_selected (self->selection));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_count_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((YzCountListProperty) prop_id)
    {
    case PROP_DESK:
      set_desk (YZ_COUNT_LIST (object), g_value_get_object (value));
      break;
    case PROP_INDEX:
      set_index (YZ_COUNT_LIST (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_count_list_dispose (GObject *object)
{
  YzCountList *self = YZ_COUNT_LIST (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yz_count_list_parent_class)->dispose (object);
}

static void
yz_count_list_class_init (YzCountListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_count_list_get_property;
  object_class->set_property = yz_count_list_set_property;
  object_class->dispose = yz_count_list_dispose;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, YZ_TYPE_STOCKTAKE_DESK, flags);
  properties[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_COUNT_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-count-list.ui");
  gtk_widget_class_bind_template_child (widget_class, YzCountList, view);
  gtk_widget_class_bind_template_child (widget_class, YzCountList, selection);
  gtk_widget_class_bind_template_child (widget_class, YzCountList, items);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
yz_count_list_init (YzCountList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
