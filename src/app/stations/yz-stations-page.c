#include "config.h"

#include "yz-stations-page.h"

struct _YzStationsPage
{
  GtkWidget parent_instance;

  GtkWidget *map;
  GtkWidget *detail;
};

G_DEFINE_FINAL_TYPE (YzStationsPage, yz_stations_page, GTK_TYPE_WIDGET)

static void
yz_stations_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (yz_stations_page_parent_class)->dispose (object);
}

static void
yz_stations_page_class_init (YzStationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_stations_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-stations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStationsPage, map);
  gtk_widget_class_bind_template_child (widget_class, YzStationsPage, detail);
}

static void
yz_stations_page_init (YzStationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
