#include "config.h"

#include "yz-stock-chooser.h"

#include "yz-finder.h"
#include "yz-kinds.h"
#include "yz-place.h"
#include "yz-text.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

/* Of each kind: who wants another one types its name. */
#define MAX_FOUND 60

struct _YzStockChooser
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *search_entry;
  GtkWidget *nothing_label;
  GtkFlattenListModel *found;

  YzSession *session;
  char *subject;
  char *title;
  char *name_of;
  char *icon_name;
  gboolean has_all;
  YzStore *store; /* that is searched */
  YzFinder *finders[2];
};

G_DEFINE_FINAL_TYPE (YzStockChooser, yz_stock_chooser, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SESSION = 1,
  PROP_SUBJECT,
  PROP_TITLE,
  PROP_NAME_OF,
  PROP_ICON_NAME,
  PROP_HAS_ALL,
} YzStockChooserProperty;

static GParamSpec *properties[PROP_HAS_ALL + 1];
static guint chosen_signal;

/* --- what there is to choose from --------------------------------------------------------------------------------- */

static gboolean
is_about_items (YzStockChooser *self)
{
  return g_strcmp0 (self->subject, "items") == 0;
}

static void
on_answered (YzStockChooser *self)
{
  gtk_widget_set_visible (self->nothing_label, g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

static void
drop_finders (YzStockChooser *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->finders); i++)
    {
      if (self->finders[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->finders[i], self);
      g_clear_object (&self->finders[i]);
    }
  g_clear_object (&self->store);
}

static void
make_finders (YzStockChooser *self)
{
  const YzKind *const kinds[] = { is_about_items (self) ? &yz_item_kind : &yz_place_kind, &yz_station_kind };
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  YzStore *store = yz_session_get_store (self->session);

  if (self->store == store)
    return;
  drop_finders (self);
  self->store = g_object_ref (store);
  for (guint i = 0; i < (is_about_items (self) ? 1 : 2); i++)
    {
      self->finders[i] = yz_finder_new (self->session, kinds[i]);
      g_list_store_append (lists, yz_finder_get_list (self->finders[i]));
      g_signal_connect_object (self->finders[i], "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
    }
  gtk_flatten_list_model_set_model (self->found, G_LIST_MODEL (lists));
}

/* A station as a whole is found as a station. */
static void
narrow_places (YzStockChooser *self, YzQuery *query)
{
  static const YzPlaceType types[] = { YZ_PLACE_WAREHOUSE, YZ_PLACE_SHELF, YZ_PLACE_SLOT, YZ_PLACE_CAMPAIGN };
  guint n_types = g_strcmp0 (self->subject, "places") == 0 ? G_N_ELEMENTS (types) : 1;
  GVariantBuilder nicks;

  g_variant_builder_init (&nicks, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < n_types; i++)
    g_variant_builder_add (&nicks, "s", yz_place_type_get_nick (types[i]));
  yz_query_add (query, "type", YZ_COMPARE_IN, g_variant_builder_end (&nicks));
}

static void
ask (YzStockChooser *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  for (guint i = 0; i < G_N_ELEMENTS (self->finders) && self->finders[i] != NULL; i++)
    {
      const YzKind *kind = i > 0 ? &yz_station_kind : is_about_items (self) ? &yz_item_kind : &yz_place_kind;
      g_autoptr (YzQuery) query = yz_query_new (kind);

      if (kind == &yz_place_kind)
        narrow_places (self, query);
      if (*text != '\0')
        yz_query_set_search (query, text);
      else
        yz_query_set_order (query, kind->title_field, FALSE);
      yz_query_set_limit (query, MAX_FOUND);
      yz_finder_ask (self->finders[i], query);
    }
}

static void
on_opened (YzStockChooser *self)
{
  if (self->session == NULL || yz_session_get_store (self->session) == NULL)
    return;
  make_finders (self);
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  ask (self);
}

/* --- choosing ----------------------------------------------------------------------------------------------------- */

static void
choose (YzStockChooser *self, YzRecord *record)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, chosen_signal, 0, record);
}

static void
on_activated (YzStockChooser *self, guint position)
{
  g_autoptr (YzRecord) record = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (record != NULL)
    choose (self, record);
}

/* Enter takes the first of what was found. */
static void
on_entry_activated (YzStockChooser *self)
{
  on_activated (self, 0);
}

static void
on_all_clicked (YzStockChooser *self)
{
  choose (self, NULL);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static char *
dup_second_line (YzStockChooser *self, YzRecord *record)
{
  const YzKind *kind = yz_record_get_kind (record);

  if (kind == &yz_item_kind)
    return g_strdup (yz_record_get_text (record, "spec"));
  if (kind == &yz_station_kind)
    return g_strdup (yz_record_get_text (record, "address"));
  return yz_value_to_words (self->store, yz_kind_find_field (kind, "type"), yz_record_get (record, "type"), FALSE);
}

static void
set_up_row (YzStockChooser *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, NULL));
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, "yz-second"));
  gtk_list_item_set_child (item, box);
}

static void
bind_row (YzStockChooser *self, GtkListItem *item)
{
  YzRecord *record = gtk_list_item_get_item (item);
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  g_autofree char *text = dup_second_line (self, record);

  gtk_label_set_label (GTK_LABEL (first), yz_record_get_title (record));
  gtk_label_set_label (GTK_LABEL (second), text);
  gtk_widget_set_visible (second, text != NULL);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
update_name (YzStockChooser *self)
{
  /* Translators: what a control is for and what it shows, read out */
  g_autofree char *name =
    g_strdup_printf (_ ("%s: %s"), self->name_of != NULL ? self->name_of : "", self->title != NULL ? self->title : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
yz_stock_chooser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStockChooser *self = YZ_STOCK_CHOOSER (object);

  switch ((YzStockChooserProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, self->subject);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NAME_OF:
      g_value_set_string (value, self->name_of);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_HAS_ALL:
      g_value_set_boolean (value, self->has_all);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_stock_chooser_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockChooser *self = YZ_STOCK_CHOOSER (object);
  gboolean changed = FALSE;

  switch ((YzStockChooserProperty) prop_id)
    {
    case PROP_SESSION:
      changed = g_set_object (&self->session, g_value_get_object (value));
      break;
    case PROP_SUBJECT:
      changed = yz_set_str (&self->subject, g_value_get_string (value));
      break;
    case PROP_TITLE:
      changed = yz_set_str (&self->title, g_value_get_string (value));
      break;
    case PROP_NAME_OF:
      changed = yz_set_str (&self->name_of, g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      changed = yz_set_str (&self->icon_name, g_value_get_string (value));
      break;
    case PROP_HAS_ALL:
      changed = self->has_all != g_value_get_boolean (value);
      self->has_all = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  if (changed)
    g_object_notify_by_pspec (object, pspec);
  update_name (self);
}

static gboolean
yz_stock_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YZ_STOCK_CHOOSER (widget)->button));
}

static void
yz_stock_chooser_dispose (GObject *object)
{
  YzStockChooser *self = YZ_STOCK_CHOOSER (object);

  drop_finders (self);
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_stock_chooser_parent_class)->dispose (object);
}

static void
yz_stock_chooser_finalize (GObject *object)
{
  YzStockChooser *self = YZ_STOCK_CHOOSER (object);

  g_free (self->subject);
  g_free (self->title);
  g_free (self->name_of);
  g_free (self->icon_name);

  G_OBJECT_CLASS (yz_stock_chooser_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION, flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_NAME_OF] = g_param_spec_string ("name-of", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_HAS_ALL] = g_param_spec_boolean ("has-all", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  chosen_signal = g_signal_new ("chosen", YZ_TYPE_STOCK_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                YZ_TYPE_RECORD);
}

static void
yz_stock_chooser_class_init (YzStockChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_stock_chooser_get_property;
  object_class->set_property = yz_stock_chooser_set_property;
  object_class->dispose = yz_stock_chooser_dispose;
  object_class->finalize = yz_stock_chooser_finalize;
  widget_class->grab_focus = yz_stock_chooser_grab_focus;
  install_properties (object_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStockChooser, button);
  gtk_widget_class_bind_template_child (widget_class, YzStockChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, YzStockChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStockChooser, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockChooser, found);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  yz_widgets_bind_text_closures (widget_class);
}

static void
yz_stock_chooser_init (YzStockChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
