#include "config.h"

#include "yz-sidebar.h"

#include "yz-page-row.h"
#include "yz-recent.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>

#define WIDTH 196
#define COLLAPSED_WIDTH 56
#define FOOT_PADDING 14

struct _YzSidebar
{
  GtkWidget parent_instance;

  YzSession *session;
  YzStations *stations;
  YzStockAlarm *alarm;
  char *page;
  gboolean collapsed;
  char *state_detail;

  GtkMenuButton *workspace_button;
  GtkWidget *workspace_box;
  GMenu *recent_menu;
  GtkListBox *pages;
};

G_DEFINE_FINAL_TYPE (YzSidebar, yz_sidebar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SESSION = 1,
  PROP_STATIONS,
  PROP_ALARM,
  PROP_PAGE,
  PROP_COLLAPSED,
  PROP_STATE_DETAIL,
} YzSidebarProperty;

static GParamSpec *properties[PROP_STATE_DETAIL + 1];

static void
update_state (YzSidebar *self)
{
  guint total = 0;

  if (self->stations != NULL)
    g_object_get (self->stations, "total", &total, NULL);
  g_free (self->state_detail);
  self->state_detail = g_strdup_printf (ngettext ("%u station here", "%u stations here", total), total);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE_DETAIL]);
}

/* The menu is made when it is opened: other windows open workspaces too. */
static void
create_menu (GtkMenuButton *button, gpointer data)
{
  yz_recent_fill_menu (YZ_SIDEBAR (data)->recent_menu);
}

static void
select_page (YzSidebar *self)
{
  for (guint i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->pages, (int) i);

      if (row == NULL)
        return;
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), self->page) == 0)
        gtk_list_box_select_row (self->pages, row);
    }
}

static void
on_page_activated (YzSidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
yz_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzSidebar *self = YZ_SIDEBAR (object);

  switch ((YzSidebarProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_STATIONS:
      g_value_set_object (value, self->stations);
      break;
    case PROP_ALARM:
      g_value_set_object (value, self->alarm);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_STATE_DETAIL:
      g_value_set_string (value, self->state_detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_stations (YzSidebar *self, YzStations *stations)
{
  if (!g_set_object (&self->stations, stations))
    return;
  if (stations != NULL)
    g_signal_connect_object (stations, "notify::total", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATIONS]);
}

static void
set_collapsed (YzSidebar *self, gboolean collapsed)
{
  if (self->collapsed == collapsed)
    return;
  self->collapsed = collapsed;
  yz_widgets_set_class (GTK_WIDGET (self), "collapsed", collapsed);
  gtk_widget_set_size_request (GTK_WIDGET (self), collapsed ? COLLAPSED_WIDTH : WIDTH, -1);
  /* a menu button centres its content, however much room there is */
  gtk_widget_set_size_request (self->workspace_box, collapsed ? -1 : WIDTH - 2 * FOOT_PADDING, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

static void
yz_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzSidebar *self = YZ_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (g_set_object (&self->session, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_STATIONS:
      set_stations (self, g_value_get_object (value));
      break;
    case PROP_ALARM:
      if (g_set_object (&self->alarm, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PAGE:
      if (!yz_set_str (&self->page, g_value_get_string (value)))
        break;
      select_page (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COLLAPSED:
      set_collapsed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_sidebar_dispose (GObject *object)
{
  YzSidebar *self = YZ_SIDEBAR (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_object (&self->stations);
  g_clear_object (&self->alarm);

  G_OBJECT_CLASS (yz_sidebar_parent_class)->dispose (object);
}

static void
yz_sidebar_finalize (GObject *object)
{
  g_clear_pointer (&YZ_SIDEBAR (object)->state_detail, g_free);
  g_clear_pointer (&YZ_SIDEBAR (object)->page, g_free);

  G_OBJECT_CLASS (yz_sidebar_parent_class)->finalize (object);
}

static void
yz_sidebar_class_init (YzSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_sidebar_get_property;
  object_class->set_property = yz_sidebar_set_property;
  object_class->dispose = yz_sidebar_dispose;
  object_class->finalize = yz_sidebar_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION, writable);
  properties[PROP_STATIONS] = g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS, writable);
  properties[PROP_ALARM] = g_param_spec_object ("alarm", NULL, NULL, YZ_TYPE_STOCK_ALARM, writable);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, writable);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, writable);
  properties[PROP_STATE_DETAIL] =
    g_param_spec_string ("state-detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_property_action (widget_class, "sidebar.collapsed", "collapsed");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (YZ_TYPE_PAGE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, YzSidebar, workspace_button);
  gtk_widget_class_bind_template_child (widget_class, YzSidebar, workspace_box);
  gtk_widget_class_bind_template_child (widget_class, YzSidebar, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, YzSidebar, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_page_activated);
}

static void
yz_sidebar_init (YzSidebar *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->workspace_button, create_menu, self, NULL);
  g_settings_bind (settings, "sidebar-collapsed", self, "collapsed", YZ_SETTINGS_REMEMBER);
}
