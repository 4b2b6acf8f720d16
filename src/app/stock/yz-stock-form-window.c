#include "config.h"

#include "yz-stock-form-window.h"

#include "yz-dialogs.h"
#include "yz-kinds.h"
#include "yz-scan-entry.h"
#include "yz-stock-chooser.h"
#include "yz-stock-field.h"
#include "yz-stock-line-row.h"
#include "yz-stock-record-window.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define FIELDS_IN_A_ROW 3

struct _YzStockFormWindow
{
  AdwWindow parent_instance;

  YzStockForm *form;
  gboolean done;
  GHashTable *fields; /* name of a property → YzStockField, not owned */

  GtkWidget *place_chooser;
  GtkLabel *place_error;
  GtkWidget *target_box;
  GtkWidget *target_chooser;
  GtkLabel *target_error;
  YzScanEntry *scan_entry;
  GtkWidget *adding_box;
  GtkWidget *item_chooser;
  GtkWidget *new_item_button;
  GtkWidget *unusable_button;
  GtkListBox *lines;
  GtkLabel *lines_error;
  GtkGrid *fields_grid;
  GtkWidget *forced_check;
  GtkLabel *error_label;
  GtkButton *apply_button;
};

G_DEFINE_FINAL_TYPE (YzStockFormWindow, yz_stock_form_window, ADW_TYPE_WINDOW)

#define IS(verb) (1 << YZ_STOCK_##verb)
#define ANY (IS (RECEIVE) | IS (HAND_OUT) | IS (SEND) | IS (MOVE) | IS (TAKE_BACK) | IS (WRITE_OFF) | IS (ARRIVE))

static const struct
{
  const char *name, *title, *hint;
  guint verbs;
} fields[] = {
  { "when", N_ ("When"), N_ ("now; or yesterday, 1120, 9:30"), ANY },
  { "handler", N_ ("Done by"), "", ANY },
  { "document", N_ ("Document number"), N_ ("such as that of a delivery note"),
    IS (RECEIVE) | IS (HAND_OUT) | IS (TAKE_BACK) },
  { "supplier", N_ ("Supplier or donor"), "", IS (RECEIVE) },
  { "recipient", N_ ("Given to"), "", IS (HAND_OUT) },
  { "people", N_ ("Number of people"), "", IS (HAND_OUT) },
  { "campaign", N_ ("Campaign"), "", IS (HAND_OUT) | IS (MOVE) },
  { "number", N_ ("Number of the slip"), "", IS (SEND) },
  { "due", N_ ("Expected on"), N_ ("+3, 1123"), IS (SEND) },
  { "reason", N_ ("Reason"), "", ANY & ~IS (RECEIVE) },
};

static const struct
{
  const char *title, *verb, *place;
} words[YZ_N_STOCK_VERBS] = {
  [YZ_STOCK_RECEIVE] = { N_ ("Receive Goods"), N_ ("Receive"), N_ ("Where it goes") },
  [YZ_STOCK_HAND_OUT] = { N_ ("Hand Out Goods"), N_ ("Hand Out"), N_ ("Where it is taken") },
  [YZ_STOCK_SEND] = { N_ ("Send Goods"), N_ ("Send"), N_ ("From") },
  [YZ_STOCK_MOVE] = { N_ ("Move or Hold Goods"), N_ ("Move"), N_ ("From") },
  [YZ_STOCK_TAKE_BACK] = { N_ ("Take Goods Back"), N_ ("Take Goods Back"), N_ ("Where it goes") },
  [YZ_STOCK_WRITE_OFF] = { N_ ("Write Off Goods"), N_ ("Write Off"), N_ ("Where it lies") },
  [YZ_STOCK_ARRIVE] = { N_ ("Receive a Transfer"), N_ ("Receive"), N_ ("Where it goes") },
};

/* --- what is wrong ------------------------------------------------------------------------------------------------ */

static void
show_error (GtkLabel *label, const char *error)
{
  gtk_label_set_text (label, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (label), error != NULL);
}

static void
on_errors_changed (YzStockFormWindow *self)
{
  GHashTableIter iter;
  gpointer name, field;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &name, &field))
    g_object_set (field, "error", yz_stock_form_get_error (self->form, name), NULL);
  show_error (self->place_error, yz_stock_form_get_error (self->form, "place"));
  show_error (self->target_error, yz_stock_form_get_error (self->form, "target"));
  show_error (self->lines_error, yz_stock_form_get_error (self->form, "lines"));
  show_error (self->error_label, yz_stock_form_get_error (self->form, ""));
}

/* The field that stands first of those that are wrong. */
static void
focus_error (YzStockFormWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (yz_stock_form_get_error (self->form, fields[i].name) != NULL)
      {
        gtk_widget_grab_focus (g_hash_table_lookup (self->fields, fields[i].name));
        return;
      }
}

/* --- verbs -------------------------------------------------------------------------------------------------------- */

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStockFormWindow) self = data;

  self->done = yz_stock_form_apply_finish (YZ_STOCK_FORM (source), result);
  if (self->done)
    gtk_window_close (GTK_WINDOW (self));
  else
    focus_error (self);
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStockFormWindow *self = YZ_STOCK_FORM_WINDOW (widget);

  yz_stock_form_apply_async (self->form, on_applied, g_object_ref (self));
}

static void
fill_unusable_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stock_form_fill_unusable (YZ_STOCK_FORM_WINDOW (widget)->form);
}

static void
discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YZ_STOCK_FORM_WINDOW (widget)->done = TRUE;
  gtk_window_close (GTK_WINDOW (widget));
}

static void
update_busy (YzStockFormWindow *self)
{
  gboolean busy;

  g_object_get (self->form, "busy", &busy, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stock-form.apply", !busy);
}

/* --- what is chosen ----------------------------------------------------------------------------------------------- */

static void
on_place_chosen (YzStockFormWindow *self, YzRecord *place)
{
  yz_stock_form_set_place (self->form, yz_record_get_id (place), yz_record_get_kind (place) == &yz_station_kind,
                           yz_record_get_title (place));
}

static void
on_target_chosen (YzStockFormWindow *self, YzRecord *place)
{
  yz_stock_form_set_target (self->form, yz_record_get_id (place), yz_record_get_kind (place) == &yz_station_kind,
                            yz_record_get_title (place));
}

static void
on_new_place_clicked (YzStockFormWindow *self)
{
  GtkWidget *window = yz_stock_record_window_new_place (GTK_WINDOW (self), yz_stock_form_get_session (self->form),
                                                        yz_stock_form_get_place (self->form));

  g_signal_connect_object (window, "saved", G_CALLBACK (on_target_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_item_chosen (YzStockFormWindow *self, YzRecord *item)
{
  yz_stock_form_add (self->form, item, NULL, 1);
}

static void
on_scanned (YzStockFormWindow *self, YzRecord *item, YzRecord *lot, guint times)
{
  yz_stock_form_add (self->form, item, lot, times);
}

/* The code is known from then on: it is taken as scanned. */
static void
on_item_made (YzStockFormWindow *self, YzRecord *item)
{
  yz_stock_form_add (self->form, item, NULL, 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->scan_entry));
}

static void
new_item (YzStockFormWindow *self, const char *barcode)
{
  GtkWidget *window =
    yz_stock_record_window_new_item (GTK_WINDOW (self), yz_stock_form_get_session (self->form), barcode);

  g_signal_connect_object (window, "saved", G_CALLBACK (on_item_made), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_new_item_clicked (YzStockFormWindow *self)
{
  new_item (self, NULL);
}

/* --- making the form ---------------------------------------------------------------------------------------------- */

static GtkWidget *
make_line_row (gpointer line, gpointer data)
{
  return yz_stock_line_row_new (YZ_STOCK_FORM_WINDOW (data)->form, line);
}

static void
on_source_selected (GtkDropDown *choice, GParamSpec *pspec, YzStockForm *form)
{
  const YzField *field = yz_kind_find_field (&yz_lot_kind, "source");

  g_object_set (form, "source", field->choices[gtk_drop_down_get_selected (choice)].nick, NULL);
}

/* Where what comes in is from. */
static GtkWidget *
make_source_choice (YzStockFormWindow *self)
{
  const YzField *field = yz_kind_find_field (&yz_lot_kind, "source");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = yz_widgets_make_label (_ (field->title), "yz-second");
  GtkWidget *choice;

  for (guint i = 0; field->choices[i].nick != NULL; i++)
    gtk_string_list_append (titles, _ (field->choices[i].title));
  choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (titles)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->title), -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_source_selected), self->form, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

static void
attach (YzStockFormWindow *self, GtkWidget *control, int *n_controls)
{
  gtk_grid_attach (self->fields_grid, control, *n_controls % FIELDS_IN_A_ROW, *n_controls / FIELDS_IN_A_ROW, 1, 1);
  ++*n_controls;
}

static void
make_fields (YzStockFormWindow *self)
{
  YzStockVerb verb = yz_stock_form_get_verb (self->form);
  int n_controls = 0;

  if (verb == YZ_STOCK_RECEIVE)
    attach (self, make_source_choice (self), &n_controls);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *field;

      if ((fields[i].verbs & (1u << verb)) == 0)
        continue;
      field = yz_stock_field_new (_ (fields[i].title), *fields[i].hint != '\0' ? _ (fields[i].hint) : "");
      g_object_bind_property (self->form, fields[i].name, field, "text",
                              G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
      g_hash_table_insert (self->fields, (gpointer) fields[i].name, field);
      attach (self, field, &n_controls);
    }
}

static void
show_ends (YzStockFormWindow *self, YzStockVerb verb)
{
  gboolean has_target = verb == YZ_STOCK_SEND || verb == YZ_STOCK_MOVE;

  g_object_set (self->place_chooser, "name-of", _ (words[verb].place), NULL);
  g_object_bind_property (self->form, "place-title", self->place_chooser, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->form, "target-title", self->target_chooser, "title", G_BINDING_SYNC_CREATE);
  gtk_widget_set_sensitive (self->place_chooser, verb != YZ_STOCK_ARRIVE);
  gtk_widget_set_visible (self->target_box, has_target);
  gtk_widget_set_visible (self->adding_box, verb != YZ_STOCK_ARRIVE);
  /* nobody gives away what no list has ever named */
  gtk_widget_set_visible (self->new_item_button, verb == YZ_STOCK_RECEIVE || verb == YZ_STOCK_TAKE_BACK);
  gtk_widget_set_visible (self->unusable_button, verb == YZ_STOCK_WRITE_OFF);
}

static void
set_form (YzStockFormWindow *self, YzStockForm *form)
{
  YzStockVerb verb = yz_stock_form_get_verb (form);
  YzSession *session = yz_stock_form_get_session (form);

  self->form = g_object_ref (form);
  gtk_window_set_title (GTK_WINDOW (self), _ (words[verb].title));
  gtk_button_set_label (self->apply_button, _ (words[verb].verb));
  g_object_set (self->place_chooser, "session", session, NULL);
  g_object_set (self->target_chooser, "session", session, NULL);
  g_object_set (self->item_chooser, "session", session, NULL);
  g_object_set (self->scan_entry, "session", session, NULL);
  show_ends (self, verb);
  make_fields (self);
  gtk_list_box_bind_model (self->lines, yz_stock_form_get_lines (form), make_line_row, self, NULL);
  g_object_bind_property (form, "forced", self->forced_check, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (form, "can-force", self->forced_check, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (form, "errors-changed", G_CALLBACK (on_errors_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "notify::busy", G_CALLBACK (update_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (yz_scan_entry_get_scan (self->scan_entry), "found", G_CALLBACK (on_scanned), self,
                           G_CONNECT_SWAPPED);
  on_errors_changed (self);
  gtk_widget_grab_focus (verb == YZ_STOCK_ARRIVE ? GTK_WIDGET (self->lines) : GTK_WIDGET (self->scan_entry));
}

/* --- the window --------------------------------------------------------------------------------------------------- */

/* Only what would be lost is asked about. */
static gboolean
yz_stock_form_window_close_request (GtkWindow *window)
{
  YzStockFormWindow *self = YZ_STOCK_FORM_WINDOW (window);

  if (self->done || yz_stock_form_get_verb (self->form) == YZ_STOCK_ARRIVE ||
      g_list_model_get_n_items (yz_stock_form_get_lines (self->form)) == 0)
    return GTK_WINDOW_CLASS (yz_stock_form_window_parent_class)->close_request (window);
  yz_dialogs_confirm (window, _ ("Give Up What You Have Entered?"), _ ("Nothing of it has been written yet."),
                      _ ("_Give Up"), "stock-form.discard", NULL);
  return TRUE;
}

static void
yz_stock_form_window_dispose (GObject *object)
{
  YzStockFormWindow *self = YZ_STOCK_FORM_WINDOW (object);

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  if (self->lines != NULL)
    gtk_list_box_bind_model (self->lines, NULL, NULL, NULL, NULL);
  self->lines = NULL;
  g_clear_object (&self->form);
  g_clear_pointer (&self->fields, g_hash_table_unref);

  G_OBJECT_CLASS (yz_stock_form_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, place_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, place_error);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, target_box);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, target_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, target_error);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, scan_entry);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, adding_box);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, item_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, new_item_button);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, unusable_button);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, lines_error);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, fields_grid);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, forced_check);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, YzStockFormWindow, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_target_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_new_place_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_item_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_new_item_clicked);
  gtk_widget_class_bind_template_callback (widget_class, new_item);
}

static void
yz_stock_form_window_class_init (YzStockFormWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_stock_form_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = yz_stock_form_window_close_request;
  g_type_ensure (YZ_TYPE_SCAN_ENTRY);
  g_type_ensure (YZ_TYPE_STOCK_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stock-form-window.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "stock-form.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "stock-form.fill-unusable", NULL, fill_unusable_cb);
  gtk_widget_class_install_action (widget_class, "stock-form.discard", NULL, discard_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "stock-form.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_stock_form_window_init (YzStockFormWindow *self)
{
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_stock_form_window_new (GtkWindow *parent, YzStockForm *form)
{
  YzStockFormWindow *self;

  g_return_val_if_fail (YZ_IS_STOCK_FORM (form), NULL);

  self = g_object_new (YZ_TYPE_STOCK_FORM_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  set_form (self, form);
  return GTK_WIDGET (self);
}

YzStockForm *
yz_stock_form_window_get_form (YzStockFormWindow *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM_WINDOW (self), NULL);
  return self->form;
}
