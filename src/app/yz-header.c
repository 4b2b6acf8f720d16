#include "config.h"

#include "yz-header.h"

#include "yz-text.h"
#include "yz-undo-buttons.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>

struct _YzHeader
{
  GtkWidget parent_instance;

  YzSession *session;
  YzStations *stations;
  char *page;
  char *title;
  GBindingGroup *stations_bindings;

  GtkSearchEntry *search_entry;
};

G_DEFINE_FINAL_TYPE (YzHeader, yz_header, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SESSION = 1,
  PROP_STATIONS,
  PROP_PAGE,
  PROP_TITLE,
} YzHeaderProperty;

static GParamSpec *properties[PROP_TITLE + 1];

/* Bound in the template: while nothing narrows the list one figure is enough. */
static char *
count_text (YzHeader *self, guint shown, guint total)
{
  if (shown == total)
    return g_strdup_printf ("%u", total);
  /* Translators: how many stations are shown of how many */
  return g_strdup_printf (_ ("%u of %u"), shown, total);
}

/* Bound in the template: search and view switch are the Stations page's. */
static gboolean
is_stations (YzHeader *self, const char *page)
{
  return page == NULL || g_str_equal (page, "stations");
}

static gboolean
hint_is_visible (YzHeader *self, const char *text, gboolean focused)
{
  return !focused && (text == NULL || *text == '\0');
}

static void
on_search_changed (YzHeader *self)
{
  if (self->stations != NULL)
    g_object_set (self->stations, "search", gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), NULL);
}

/* To set the text that stands there already would empty the entry first, and that it announces at once as a search. */
static gboolean
pass_other_text (GBinding *binding, const GValue *search, GValue *text, gpointer data)
{
  g_value_copy (search, text);
  return g_strcmp0 (g_value_get_string (search), gtk_editable_get_text (GTK_EDITABLE (data))) != 0;
}

static void
on_search_activated (YzHeader *self)
{
  YzRecordList *list = self->stations != NULL ? yz_listing_get_list (YZ_LISTING (self->stations)) : NULL;

  if (list != NULL && g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    yz_listing_select_row (YZ_LISTING (self->stations), yz_record_list_get_row (list, 0));
}

static void
on_search_stopped (YzHeader *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-list", NULL);
}

static void
yz_header_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzHeader *self = YZ_HEADER (object);

  switch ((YzHeaderProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_STATIONS:
      g_value_set_object (value, self->stations);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_header_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzHeader *self = YZ_HEADER (object);

  switch ((YzHeaderProperty) prop_id)
    {
    case PROP_SESSION:
      if (g_set_object (&self->session, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_STATIONS:
      if (g_set_object (&self->stations, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      g_binding_group_set_source (self->stations_bindings, self->stations);
      break;
    case PROP_PAGE:
      if (yz_set_str (&self->page, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TITLE:
      if (yz_set_str (&self->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_header_dispose (GObject *object)
{
  YzHeader *self = YZ_HEADER (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->stations_bindings);
  g_clear_object (&self->session);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_header_parent_class)->dispose (object);
}

static void
yz_header_finalize (GObject *object)
{
  g_clear_pointer (&YZ_HEADER (object)->page, g_free);
  g_clear_pointer (&YZ_HEADER (object)->title, g_free);

  G_OBJECT_CLASS (yz_header_parent_class)->finalize (object);
}

static void
yz_header_class_init (YzHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_header_get_property;
  object_class->set_property = yz_header_set_property;
  object_class->dispose = yz_header_dispose;
  object_class->finalize = yz_header_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION, writable);
  properties[PROP_STATIONS] = g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS, writable);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, writable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_UNDO_BUTTONS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-header.ui");
  gtk_widget_class_bind_template_child (widget_class, YzHeader, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, count_text);
  gtk_widget_class_bind_template_callback (widget_class, hint_is_visible);
  gtk_widget_class_bind_template_callback (widget_class, is_stations);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
yz_header_init (YzHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->stations_bindings = g_binding_group_new ();
  /* only this way round: what is typed reaches the search a moment later, see on_search_changed() */
  g_binding_group_bind_full (self->stations_bindings, "search", self->search_entry, "text", G_BINDING_SYNC_CREATE,
                             pass_other_text, NULL, self->search_entry, NULL);
}

void
yz_header_focus_search (YzHeader *self)
{
  g_return_if_fail (YZ_IS_HEADER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
