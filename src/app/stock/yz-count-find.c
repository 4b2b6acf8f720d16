#include "config.h"

#include "yz-count-find.h"

#include "yz-kinds.h"
#include "yz-stock-chooser.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzCountFind
{
  AdwWindow parent_instance;

  YzStockChooser *item_chooser;
  YzStockChooser *place_chooser;
  GtkEntry *lot_entry;
  GtkEntry *expiry_entry;
  GtkEntry *counted_entry;
  GtkEntry *line_entry;
  GtkLabel *unit;
  GtkLabel *message;

  YzStocktakeDesk *desk;
  YzRecord *item;
  YzRecord *place;
  gboolean waiting; /* for what was added to be written */
};

G_DEFINE_FINAL_TYPE (YzCountFind, yz_count_find, ADW_TYPE_WINDOW)

static void
say (YzCountFind *self, const char *text)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

static void
set_item (YzCountFind *self, YzRecord *item)
{
  g_set_object (&self->item, item);
  g_object_set (self->item_chooser, "title", item != NULL ? yz_record_get_title (item) : _ ("Choose…"), NULL);
  gtk_label_set_text (self->unit, item != NULL ? yz_record_get_text (item, "unit") : "");
}

static void
set_place (YzCountFind *self, YzRecord *place)
{
  g_set_object (&self->place, place);
  g_object_set (self->place_chooser, "title", place != NULL ? yz_record_get_title (place) : "", NULL);
}

static void
on_item_chosen (YzCountFind *self, YzRecord *item)
{
  set_item (self, item);
  gtk_widget_grab_focus (GTK_WIDGET (self->lot_entry));
}

/* Of what may be chosen only the places of this stocktake make sense; the station itself means its own place. */
static void
on_place_chosen (YzCountFind *self, YzRecord *place)
{
  const YzStocktakeSheet *sheet = yz_stocktake_desk_get_sheet (self->desk);

  set_place (self, yz_record_get_kind (place) == &yz_place_kind ? place : sheet->place);
}

static const char *
get_text (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? text : NULL;
}

/* @number: (out): -1 for an empty field */
static gboolean
read_number (YzCountFind *self, GtkEntry *entry, gint64 *number)
{
  const char *text = get_text (entry);
  gboolean read = text == NULL || (yz_value_parse_integer (text, NULL, number) && *number >= 0);

  if (text == NULL)
    *number = -1;
  yz_widgets_set_class (GTK_WIDGET (entry), "error", !read);
  return read;
}

static void
on_refused (YzCountFind *self, guint line, const GError *error)
{
  self->waiting = FALSE;
  say (self, error->message);
}

static void
on_busy (YzCountFind *self)
{
  gboolean busy;

  g_object_get (self->desk, "busy", &busy, NULL);
  if (self->waiting && !busy)
    gtk_window_close (GTK_WINDOW (self));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCountFind *self = YZ_COUNT_FIND (widget);
  YzSession *session = yz_stocktake_desk_get_session (self->desk);
  g_autofree char *expiry = yz_session_expand_date (session, get_text (self->expiry_entry));
  gint64 counted, line;
  YzStocktakeFind find = { .lot = get_text (self->lot_entry), .expiry = expiry };

  if (self->item == NULL)
    {
      say (self, _ ("Say what was found"));
      return;
    }
  if (!read_number (self, self->counted_entry, &counted) || !read_number (self, self->line_entry, &line))
    {
      say (self, _ ("A whole number, at least 0"));
      return;
    }
  find.item = yz_record_get_id (self->item);
  find.place = self->place != NULL ? yz_record_get_id (self->place) : NULL;
  find.counted = counted;
  find.line = line > 0 ? (guint) line : 0;
  find.at = yz_clock_get_now (yz_session_get_clock (session));
  say (self, "");
  self->waiting = TRUE;
  yz_stocktake_desk_find (self->desk, &find);
}

static void
yz_count_find_dispose (GObject *object)
{
  YzCountFind *self = YZ_COUNT_FIND (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->item);
  g_clear_object (&self->place);

  G_OBJECT_CLASS (yz_count_find_parent_class)->dispose (object);
}

static void
yz_count_find_class_init (YzCountFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_count_find_dispose;
  g_type_ensure (YZ_TYPE_STOCK_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-count-find.ui");
  gtk_widget_class_bind_template_child (widget_class, YzCountFind, item_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzCountFind, place_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzCountFind, lot_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountFind, expiry_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountFind, counted_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountFind, line_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountFind, unit);
  gtk_widget_class_bind_template_child (widget_class, YzCountFind, message);
  gtk_widget_class_bind_template_callback (widget_class, on_item_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_install_action (widget_class, "find.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_count_find_init (YzCountFind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_count_find_new (GtkWindow *parent, YzStocktakeDesk *desk, YzRecord *place, YzRecord *item, YzRecord *lot)
{
  YzCountFind *self;

  g_return_val_if_fail (YZ_IS_STOCKTAKE_DESK (desk), NULL);

  self = g_object_new (YZ_TYPE_COUNT_FIND, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);
  g_object_set (self->item_chooser, "session", yz_stocktake_desk_get_session (desk), NULL);
  g_object_set (self->place_chooser, "session", yz_stocktake_desk_get_session (desk), NULL);
  g_signal_connect_object (desk, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::busy", G_CALLBACK (on_busy), self, G_CONNECT_SWAPPED);
  set_item (self, item);
  if (place == NULL && yz_stocktake_desk_get_sheet (desk) != NULL)
    place = yz_stocktake_desk_get_sheet (desk)->place;
  set_place (self, place);
  if (lot != NULL)
    {
      const char *expiry = yz_record_get_text (lot, "expiry");

      gtk_editable_set_text (GTK_EDITABLE (self->lot_entry), yz_record_get_title (lot));
      gtk_editable_set_text (GTK_EDITABLE (self->expiry_entry), expiry != NULL ? expiry : "");
    }
  return GTK_WIDGET (self);
}
