#include "config.h"

#include "yz-window.h"

#include "yz-stations-page.h"

struct _YzWindow
{
  AdwApplicationWindow parent_instance;

  YzStationsPage *stations_page;
};

G_DEFINE_FINAL_TYPE (YzWindow, yz_window, ADW_TYPE_APPLICATION_WINDOW)

static void
yz_window_class_init (YzWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (YZ_TYPE_STATIONS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YzWindow, stations_page);
}

static void
yz_window_init (YzWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

YzWindow *
yz_window_new (GtkApplication *application)
{
  return g_object_new (YZ_TYPE_WINDOW, "application", application, NULL);
}
