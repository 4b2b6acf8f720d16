#include "config.h"

#include "yz-count-window.h"

#include "yz-count-find.h"
#include "yz-count-list.h"
#include "yz-count-pane.h"
#include "yz-count-review.h"
#include "yz-dialogs.h"
#include "yz-kinds.h"
#include "yz-text.h"
#include "yz-undo-buttons.h"

#include <glib/gi18n.h>

/* So many rows that could not be understood are told; the rest is a number. */
#define MAX_TOLD 8

struct _YzCountWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  YzUndoButtons *undo_buttons;
  GtkStack *pages;
  YzCountList *list;
  YzCountPane *pane;
  YzCountReview *review;
  GtkWidget *closed_note;
  AdwToastOverlay *toasts;

  YzStocktakeDesk *desk;
  char *page;
};

G_DEFINE_FINAL_TYPE (YzCountWindow, yz_count_window, ADW_TYPE_WINDOW)

enum
{
  PROP_PAGE = 1,
};

static GParamSpec *properties[PROP_PAGE + 1];

/* --- what follows the stocktake ----------------------------------------------------------------------------------- */

static char *
dup_subtitle (const YzStocktakeSheet *sheet)
{
  const YzField *field = yz_kind_find_field (&yz_stocktake_kind, "state");
  const char *due = yz_record_get_text (sheet->stocktake, "due");
  const char *who = yz_record_get_text (sheet->stocktake, "counted_by");
  GString *text = g_string_new (NULL);
  g_autofree char *state = yz_field_format (field, yz_record_get (sheet->stocktake, "state"));

  g_string_append (text, state);
  if (yz_record_get_boolean (sheet->stocktake, "blind"))
    g_string_append_printf (text, " · %s", _ ("blind"));
  if (who != NULL)
    g_string_append_printf (text, " · %s", who);
  if (due != NULL)
    {
      g_string_append (text, " · ");
      /* Translators: a date */
      g_string_append_printf (text, _ ("due %s"), due);
    }
  return g_string_free (text, FALSE);
}

/* A blind sheet is read with the books only where they are shown. */
static void
choose_books (YzCountWindow *self)
{
  const YzStocktakeSheet *sheet = yz_stocktake_desk_get_sheet (self->desk);
  gboolean open = sheet != NULL && !yz_record_get_boolean (sheet->stocktake, "blind");

  g_object_set (self->desk, "review", open || g_str_equal (self->page, "review"), NULL);
}

static void
update (YzCountWindow *self)
{
  const YzStocktakeSheet *sheet = yz_stocktake_desk_get_sheet (self->desk);
  gboolean counting = yz_stocktake_get_state (sheet->stocktake) == YZ_STOCKTAKE_COUNTING;
  YzStocktakeState state = yz_stocktake_get_state (sheet->stocktake);
  g_autofree char *title =
    g_strdup_printf ("%s · %s", yz_record_get_title (sheet->stocktake), yz_record_get_title (sheet->place));
  g_autofree char *subtitle = dup_subtitle (sheet);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pane), counting || state == YZ_STOCKTAKE_COUNTED);
  gtk_widget_set_visible (self->closed_note, !counting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "count.find", counting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "count.import", counting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "count.cancel", counting || state == YZ_STOCKTAKE_COUNTED);
  choose_books (self);
}

static void
update_undo (YzCountWindow *self)
{
  YzSession *session = yz_stocktake_desk_get_session (self->desk);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", yz_session_get_undo_action (session) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", yz_session_get_redo_action (session) != NULL);
}

static void
on_refused (YzCountWindow *self, guint line, const GError *error)
{
  if (line != 0)
    {
      g_object_set (self, "page", "count", NULL);
      yz_count_pane_refuse (self->pane, line, error->message);
    }
  else if (g_str_equal (self->page, "review"))
    yz_count_review_refuse (self->review, error->message);
}

/* --- actions ------------------------------------------------------------------------------------------------------ */

static void
present_find (YzCountWindow *self, YzRecord *item, YzRecord *lot)
{
  const YzStocktakeSheet *sheet = yz_stocktake_desk_get_sheet (self->desk);
  guint index;
  YzRecord *place = sheet != NULL ? sheet->place : NULL;

  g_object_get (self->pane, "index", &index, NULL);
  if (sheet != NULL && index < sheet->lines->len)
    place = ((YzStocktakeLine *) g_ptr_array_index (sheet->lines, index))->place;
  gtk_window_present (GTK_WINDOW (yz_count_find_new (GTK_WINDOW (self), self->desk, place, item, lot)));
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_find (YZ_COUNT_WINDOW (widget), NULL, NULL);
}

static void
count_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCountWindow *self = YZ_COUNT_WINDOW (widget);

  g_object_set (self, "page", "count", NULL);
  yz_count_pane_count_again (self->pane, g_variant_get_uint32 (parameter));
}

static void
on_not_listed (YzCountWindow *self, YzRecord *item, YzRecord *lot)
{
  present_find (self, item, lot);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzCountWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL)
    return; /* closed */
  if (yz_stocktake_desk_export_finish (YZ_STOCKTAKE_DESK (source), result, &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("The sheet is exported")));
  else
    yz_dialogs_tell (GTK_WINDOW (self), _ ("The sheet could not be exported"), error->message);
}

static void
export_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stocktake_desk_export_async (YZ_COUNT_WINDOW (widget)->desk, g_variant_get_string (parameter, NULL), on_exported,
                                  g_object_ref (widget));
}

static void
on_export_chosen (GFile *file, gpointer window)
{
  gtk_widget_activate_action (window, "count.export-to", "s", g_file_peek_path (file));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCountWindow *self = YZ_COUNT_WINDOW (widget);
  const YzStocktakeSheet *sheet = yz_stocktake_desk_get_sheet (self->desk);
  g_autofree char *file = g_strconcat (sheet != NULL ? yz_record_get_title (sheet->stocktake) : "PD", ".xlsx", NULL);

  yz_dialogs_choose_export (GTK_WINDOW (self), file, on_export_chosen, self);
}

static char *
describe_findings (const YzStocktakeAnswer *answer)
{
  GString *text = g_string_new (_ ("Nothing was entered. Put these rows right, and import the file once more."));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < MIN (answer->findings->len, MAX_TOLD); i++)
    {
      const YzStocktakeFinding *finding = g_ptr_array_index (answer->findings, i);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("row %u: %s"), finding->row, finding->reason);
    }
  if (answer->findings->len > MAX_TOLD)
    {
      guint more = answer->findings->len - MAX_TOLD;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more row", "and %u more rows", more), more);
    }
  return g_string_free (text, FALSE);
}

static void
tell_import (YzCountWindow *self, const YzStocktakeAnswer *answer)
{
  g_autofree char *text = NULL;

  if (answer->findings->len > 0)
    {
      text = describe_findings (answer);
      yz_dialogs_tell (GTK_WINDOW (self), _ ("The file could not be imported"), text);
      return;
    }
  text = g_strdup_printf (_ ("%u lines counted, of which %u were added; %u not counted"), answer->n_counted,
                          answer->n_added, answer->n_empty);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzCountWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzStocktakeAnswer) answer = yz_stocktake_desk_import_finish (YZ_STOCKTAKE_DESK (source), result, &error);

  if (self->desk == NULL)
    return; /* closed */
  if (answer == NULL)
    yz_dialogs_tell (GTK_WINDOW (self), _ ("The file could not be imported"), error->message);
  else
    tell_import (self, answer);
}

static void
import_from_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stocktake_desk_import_async (YZ_COUNT_WINDOW (widget)->desk, g_variant_get_string (parameter, NULL), on_imported,
                                  g_object_ref (widget));
}

static void
on_import_chosen (GListModel *files, gpointer window)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  gtk_widget_activate_action (window, "count.import-from", "s", g_file_peek_path (file));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_dialogs_choose_lists (GTK_WINDOW (widget), on_import_chosen, widget);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCountWindow *self = YZ_COUNT_WINDOW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.print-document", "(ss)", "count-sheet",
                              yz_stocktake_desk_get_stocktake (self->desk));
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stocktake_desk_cancel (YZ_COUNT_WINDOW (widget)->desk);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_session_undo (yz_stocktake_desk_get_session (YZ_COUNT_WINDOW (widget)->desk));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_session_redo (yz_stocktake_desk_get_session (YZ_COUNT_WINDOW (widget)->desk));
}

/* --- the window --------------------------------------------------------------------------------------------------- */

static void
set_page (YzCountWindow *self, const char *page)
{
  if (!yz_set_str (&self->page, page))
    return;
  gtk_stack_set_visible_child_name (self->pages, page);
  if (self->desk != NULL)
    choose_books (self);
  if (g_str_equal (page, "count"))
    gtk_widget_grab_focus (GTK_WIDGET (self->pane));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
on_page_turned (YzCountWindow *self)
{
  set_page (self, gtk_stack_get_visible_child_name (self->pages));
}

static void
yz_count_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PAGE)
    g_value_set_string (value, YZ_COUNT_WINDOW (object)->page);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_count_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PAGE)
    set_page (YZ_COUNT_WINDOW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_count_window_dispose (GObject *object)
{
  g_clear_object (&YZ_COUNT_WINDOW (object)->desk);

  G_OBJECT_CLASS (yz_count_window_parent_class)->dispose (object);
}

static void
yz_count_window_finalize (GObject *object)
{
  g_free (YZ_COUNT_WINDOW (object)->page);

  G_OBJECT_CLASS (yz_count_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "count.page", "page");
  gtk_widget_class_install_action (widget_class, "count.count-again", "u", count_again_cb);
  gtk_widget_class_install_action (widget_class, "count.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "count.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "count.export-to", "s", export_to_cb);
  gtk_widget_class_install_action (widget_class, "count.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "count.import-from", "s", import_from_cb);
  gtk_widget_class_install_action (widget_class, "count.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "count.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_count_window_class_init (YzCountWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_count_window_get_property;
  object_class->set_property = yz_count_window_set_property;
  object_class->dispose = yz_count_window_dispose;
  object_class->finalize = yz_count_window_finalize;
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "count",
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_COUNT_LIST);
  g_type_ensure (YZ_TYPE_COUNT_PANE);
  g_type_ensure (YZ_TYPE_COUNT_REVIEW);
  g_type_ensure (YZ_TYPE_UNDO_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-count-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YzCountWindow, title);
  gtk_widget_class_bind_template_child (widget_class, YzCountWindow, undo_buttons);
  gtk_widget_class_bind_template_child (widget_class, YzCountWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, YzCountWindow, list);
  gtk_widget_class_bind_template_child (widget_class, YzCountWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, YzCountWindow, review);
  gtk_widget_class_bind_template_child (widget_class, YzCountWindow, closed_note);
  gtk_widget_class_bind_template_child (widget_class, YzCountWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_page_turned);
  gtk_widget_class_bind_template_callback (widget_class, on_not_listed);
  install_actions (widget_class);
}

static void
yz_count_window_init (YzCountWindow *self)
{
  self->page = g_strdup ("count");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->list, "index", self->pane, "index", G_BINDING_BIDIRECTIONAL);
}

GtkWidget *
yz_count_window_new (GtkWindow *parent, YzSession *session, const char *stocktake)
{
  YzCountWindow *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_COUNT_WINDOW, "transient-for", parent, NULL);
  self->desk = yz_stocktake_desk_new (session, stocktake);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  g_object_set (self->list, "desk", self->desk, NULL);
  g_object_set (self->pane, "desk", self->desk, NULL);
  g_object_set (self->review, "desk", self->desk, NULL);
  g_object_set (self->undo_buttons, "session", session, NULL);
  g_signal_connect_object (session, "notify::can-undo", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-redo", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  update_undo (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->pane));
  return GTK_WIDGET (self);
}

YzStocktakeDesk *
yz_count_window_get_desk (YzCountWindow *self)
{
  g_return_val_if_fail (YZ_IS_COUNT_WINDOW (self), NULL);
  return self->desk;
}
