#include "config.h"

#include "yz-application.h"

#include "yz-window.h"

struct _YzApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (YzApplication, yz_application, ADW_TYPE_APPLICATION)

static void
yz_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (yz_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
yz_application_class_init (YzApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = yz_application_activate;
}

static void
yz_application_init (YzApplication *self) {}

YzApplication *
yz_application_new (void)
{
  return g_object_new (YZ_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path", "/org/yizhan/Yizhan",
                       NULL);
}
