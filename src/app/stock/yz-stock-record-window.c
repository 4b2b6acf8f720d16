#include "config.h"

#include "yz-stock-record-window.h"

#include "yz-kinds.h"
#include "yz-record-form.h"

#include <glib/gi18n.h>

#define WIDTH 480
#define HEIGHT 620

struct _YzStockRecordWindow
{
  AdwWindow parent_instance;

  YzDraft *draft;
  YzRecordForm *form;
  gboolean done;
};

G_DEFINE_FINAL_TYPE (YzStockRecordWindow, yz_stock_record_window, ADW_TYPE_WINDOW)

static guint saved_signal;

static void
on_closed (YzStockRecordWindow *self, gboolean saved)
{
  self->done = TRUE;
  if (saved)
    g_signal_emit (self, saved_signal, 0, yz_draft_get_record (self->draft));
  gtk_window_close (GTK_WINDOW (self));
}

/* The form asks about what would be lost. */
static gboolean
yz_stock_record_window_close_request (GtkWindow *window)
{
  YzStockRecordWindow *self = YZ_STOCK_RECORD_WINDOW (window);

  if (!self->done)
    gtk_widget_activate_action (GTK_WIDGET (self->form), "form.cancel", NULL);
  /* a window that is being closed cannot be closed from there */
  return self->done ? GTK_WINDOW_CLASS (yz_stock_record_window_parent_class)->close_request (window) : TRUE;
}

static void
yz_stock_record_window_dispose (GObject *object)
{
  g_clear_object (&YZ_STOCK_RECORD_WINDOW (object)->draft);

  G_OBJECT_CLASS (yz_stock_record_window_parent_class)->dispose (object);
}

static void
yz_stock_record_window_class_init (YzStockRecordWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yz_stock_record_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = yz_stock_record_window_close_request;
  saved_signal = g_signal_new ("saved", YZ_TYPE_STOCK_RECORD_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, YZ_TYPE_RECORD);
}

static void
yz_stock_record_window_init (YzStockRecordWindow *self)
{
  self->form = g_object_new (YZ_TYPE_RECORD_FORM, "vexpand", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yz");
  gtk_widget_add_css_class (GTK_WIDGET (self), "yz-record-window");
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
yz_stock_record_window_new (GtkWindow *parent, YzSession *session, YzRecord *record, gboolean is_new)
{
  YzStockRecordWindow *self;

  g_return_val_if_fail (YZ_IS_SESSION (session) && YZ_IS_RECORD (record), NULL);

  self = g_object_new (YZ_TYPE_STOCK_RECORD_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                       _ (yz_record_get_kind (record)->title), NULL);
  self->draft = yz_draft_new (session, record, is_new);
  yz_record_form_set_draft (self->form, session, self->draft);
  return GTK_WIDGET (self);
}

GtkWidget *
yz_stock_record_window_new_item (GtkWindow *parent, YzSession *session, const char *barcode)
{
  g_autoptr (YzRecord) item = yz_session_new_record (session, &yz_item_kind);
  const char *const barcodes[] = { barcode, NULL };

  yz_record_set (item, "barcodes", g_variant_new_strv (barcodes, -1));
  return yz_stock_record_window_new (parent, session, item, TRUE);
}

GtkWidget *
yz_stock_record_window_new_place (GtkWindow *parent, YzSession *session, const char *station)
{
  g_autoptr (YzRecord) place = yz_session_new_record (session, &yz_place_kind);
  g_autoptr (YzRecord)
    owner = station != NULL ? yz_store_load (yz_session_get_store (session), &yz_station_kind, station, NULL) : NULL;

  if (owner != NULL)
    yz_record_set_text (place, "station", station);
  return yz_stock_record_window_new (parent, session, place, TRUE);
}
