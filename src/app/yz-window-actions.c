/* The verbs of the window. Those that ask for something end in another one that takes the answer. */
#include "config.h"

#include "yz-window-private.h"

#include "yz-backups-window.h"
#include "yz-bulk-dialog.h"
#include "yz-command-palette.h"
#include "yz-days-window.h"
#include "yz-dialogs.h"
#include "yz-guide-print.h"
#include "yz-history-window.h"
#include "yz-kinds.h"
#include "yz-listing-verbs.h"
#include "yz-trash-window.h"
#include "yz-window-care.h"
#include "yz-window-export.h"
#include "yz-stock-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);

  /* the editor of hours has an undo of its own */
  if (yz_window_shows_hours (self))
    gtk_widget_activate_action (GTK_WIDGET (self->hours_page), "hours.undo", NULL);
  else
    yz_session_undo (self->session);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);

  if (yz_window_shows_hours (self))
    gtk_widget_activate_action (GTK_WIDGET (self->hours_page), "hours.redo", NULL);
  else
    yz_session_redo (self->session);
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);

  if (yz_window_shows_records (self))
    yz_records_page_focus_search (self->records_page);
  else if (g_str_equal (self->page, "inventory"))
    yz_inventory_page_focus_search (self->inventory_page);
  else
    yz_header_focus_search (self->header);
}

/* A new one of what the page is about. */
static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);

  if (yz_window_shows_records (self))
    gtk_widget_activate_action (GTK_WIDGET (self->records_page), "records.add", NULL);
  else if (g_str_equal (self->page, "inventory"))
    gtk_widget_activate_action (GTK_WIDGET (self->inventory_page), "stock.receive", NULL);
  else
    gtk_widget_activate_action (widget, "win.add-station", NULL);
}

static void
bulk_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  g_autofree const char **ids = NULL;
  const char *kind;
  GtkWidget *dialog;

  g_variant_get (parameter, "(&s^a&s)", &kind, &ids);
  dialog = yz_bulk_dialog_new (GTK_WINDOW (self), self->session, yz_kinds_find (kind), ids);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_days (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  GtkWidget *window = yz_days_window_new (GTK_WINDOW (self), self->stations);

  gtk_window_present (GTK_WINDOW (window));
}

static void
focus_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stations_page_focus_list (YZ_WINDOW (widget)->stations_page);
}

static void
add_station (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stations_page_add_station (YZ_WINDOW (widget)->stations_page, NAN, NAN);
}

static void
add_station_at (GtkWidget *widget, const char *name, GVariant *parameter)
{
  double lon, lat;

  g_variant_get (parameter, "(dd)", &lon, &lat);
  yz_stations_page_add_station (YZ_WINDOW (widget)->stations_page, lon, lat);
}

/* An action of the window, wanted for the stations that are selected. */
typedef struct
{
  YzWindow *window;
  const char *action;
} Wanted;

static void
on_ids_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Wanted *wanted = data;
  g_autoptr (YzWindow) self = wanted->window;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = yz_listing_load_selected_ids_finish (YZ_LISTING (source), result, &error);

  if (ids == NULL)
    yz_session_report_error (self->session, error);
  else if (ids[0] != NULL && g_str_equal (wanted->action, "win.bulk-edit"))
    gtk_widget_activate_action (GTK_WIDGET (self), wanted->action, "(s^as)", "station", ids);
  else if (ids[0] != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), wanted->action, "^as", ids);
}

static void
activate_for_selected (YzWindow *self, const char *action)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->window = g_object_ref (self);
  wanted->action = action;
  yz_listing_load_selected_ids_async (YZ_LISTING (self->stations), on_ids_loaded, wanted);
}

/* What is selected on the page that is open. */
static void
bulk_edit_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);

  if (yz_window_shows_records (self))
    gtk_widget_activate_action (GTK_WIDGET (self->records_page), "records.bulk-edit", NULL);
  else
    activate_for_selected (self, "win.bulk-edit");
}

static void
on_hours_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzHoursEdit) edit = yz_hours_edit_open_finish (YZ_SESSION (source), result, &error);

  if (edit == NULL)
    {
      yz_session_report_error (YZ_SESSION (source), error);
      return;
    }
  yz_hours_page_set_edit (self->hours_page, YZ_SESSION (source), edit);
  g_object_set (self, "page", "hours", NULL);
  gtk_widget_grab_focus (yz_hours_page_get_bars (self->hours_page, YZ_HOURS_ROW_MONDAY));
}

static void
edit_hours_of (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  if (ids[0] != NULL)
    yz_hours_edit_open_async (self->session, yz_stations_get_holidays (self->stations), ids, NULL, on_hours_opened,
                              g_object_ref (self));
}

/* Of the stations that are selected, or of the one that is shown. */
static void
edit_hours (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  YzRecord *current = yz_listing_get_current (YZ_LISTING (self->stations));

  if (yz_listing_get_selected (YZ_LISTING (self->stations))->len > 1)
    activate_for_selected (self, "win.edit-hours-of");
  else if (current != NULL)
    gtk_widget_activate_action (widget, "win.edit-hours-of", "^as",
                                (const char *const[]){ yz_record_get_id (current), NULL });
  else
    yz_window_add_toast (self, adw_toast_new (_ ("Choose a station first")));
}

static void
discard_hours (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);

  if (yz_window_shows_hours (self))
    gtk_widget_activate_action (GTK_WIDGET (self->hours_page), "hours.discard", NULL);
}

static void
select_station (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_listing_select_id (YZ_LISTING (YZ_WINDOW (widget)->stations), g_variant_get_string (parameter, NULL));
}

/* A verb of the Inventory page, from any page. */
static void
do_with_stock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  g_autofree char *action = g_strconcat ("stock.", g_variant_get_string (parameter, NULL), NULL);

  g_object_set (self, "page", "inventory", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->inventory_page), action, NULL);
}

/* Of a station or another place. */
static void
show_stock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);

  g_object_set (self, "page", "inventory", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->inventory_page), "stock.place", "s",
                              g_variant_get_string (parameter, NULL));
}

static void
show_equipment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_stock (widget, name, parameter);
  g_object_set (YZ_WINDOW (widget)->inventory_page, "section", "equipment", NULL);
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (YZ_WINDOW (widget)->stations, "search", g_variant_get_string (parameter, NULL), NULL);
}

static void
show_palette (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (yz_command_palette_new (YZ_WINDOW (widget))));
}

/* A list of what the page is about. */
static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  const YzKind *kind = &yz_station_kind;
  g_autofree char *shown = NULL;

  if (g_str_equal (self->page, "import"))
    return;
  g_object_get (self->records_page, "kind", &shown, NULL);
  if (yz_window_shows_records (self))
    kind = yz_kinds_find (shown);
  else if (g_str_equal (self->page, "inventory"))
    kind = &yz_receipt_list_kind;
  yz_import_page_begin (self->import_page, kind->append_only ? &yz_station_kind : kind);
  g_object_set (self, "page", "import", NULL);
}

static void
import_kind (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  const YzKind *kind = yz_kinds_find (g_variant_get_string (parameter, NULL));

  if (kind == NULL || kind->append_only || g_str_equal (self->page, "import"))
    return;
  yz_import_page_begin (self->import_page, kind);
  g_object_set (self, "page", "import", NULL);
}

static void
import_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const paths[] = { g_variant_get_string (parameter, NULL), NULL };

  import (widget, name, NULL);
  gtk_widget_activate_action (GTK_WIDGET (YZ_WINDOW (widget)->import_page), "import.open-files", "^as", paths);
}

static void
show_kind (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  const YzKind *kind = yz_kinds_find (g_variant_get_string (parameter, NULL));
  gboolean in_registers = kind != NULL && kind != &yz_station_kind;

  g_object_set (self, "page", in_registers ? "records" : "stations", NULL);
  if (in_registers)
    gtk_widget_activate_action (GTK_WIDGET (self->records_page), "records.kind", "s", kind->name);
}

static void
export_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_window_show_export (YZ_WINDOW (widget));
}

static void
export_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *path, *datum, *purpose;
  gboolean selection;

  g_variant_get (parameter, "(&s&s&sb)", &path, &datum, &purpose, &selection);
  yz_window_export (YZ_WINDOW (widget), path, datum, purpose, selection);
}

/* On the Guides page what it shows; elsewhere it is opened, for the stations that are chosen or all that are listed. */
static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  GArray *chosen = yz_listing_get_selected (YZ_LISTING (self->stations));
  g_autoptr (YzGuides) guides = NULL;

  if (g_str_equal (self->page, "guides"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->guides_page), "guides.print", NULL);
      return;
    }
  g_object_get (self->guides_page, "guides", &guides, NULL);
  if (g_str_equal (self->page, "stations") && chosen->len > 0)
    yz_guides_set_rows (guides, chosen);
  else if (g_str_equal (self->page, "stations"))
    g_object_set (guides, "area", "filter", NULL);
  g_object_set (self, "page", "guides", NULL);
}

static void
print_document (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  g_autoptr (YzGuides) guides = NULL;
  const char *nick, *subject;

  g_variant_get (parameter, "(&s&s)", &nick, &subject);
  g_object_get (self->guides_page, "guides", &guides, NULL);
  yz_guides_set_document (guides, nick, subject);
  g_object_set (self, "page", "guides", NULL);
}

static void
open_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_dialogs_open_folder (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (yz_history_window_new (GTK_WINDOW (widget), YZ_WINDOW (widget)->session)));
}

static void
show_trash (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (yz_trash_window_new (GTK_WINDOW (widget), YZ_WINDOW (widget)->session)));
}

/*
 * Made when it is asked for. GTK would make one with each window and keep it hidden; and an assistive technology that
 * asks for a window while one closes is then given that one, which GTK 4.8 has no path for.
 */
static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/yizhan/Yizhan/yz-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

static void
check (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_window_check_workspace (YZ_WINDOW (widget));
}

static void
on_copy_chosen (GFile *file, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "win.save-copy-to", "s", g_file_peek_path (file));
}

static void
save_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  /* Translators: name of a file; %s is the workspace */
  g_autofree char *suggestion = g_strdup_printf (_ ("%s copy.yizhan"), yz_session_get_workspace_name (self->session));

  yz_dialogs_choose_copy (GTK_WINDOW (self), suggestion, on_copy_chosen, self);
}

static void
save_copy_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_window_save_copy (YZ_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (yz_backups_window_new (GTK_WINDOW (widget), YZ_WINDOW (widget)->session)));
}

static void
take_back_edition (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzWindow *self = YZ_WINDOW (widget);
  g_autoptr (YzGuides) guides = NULL;

  g_object_get (self->guides_page, "guides", &guides, NULL);
  g_object_set (guides, "since", "", NULL);
  yz_guide_take_back (self->session, g_variant_get_string (parameter, NULL));
}

static void
restore_backup (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_window_restore_backup (YZ_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_workspace_chosen (GFile *file, gpointer data)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_widget_activate_action (GTK_WIDGET (data), "app.open", "s", uri);
}

static void
open_workspace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_dialogs_choose_workspace (GTK_WINDOW (widget), on_workspace_chosen, widget);
}

static void
close_workspace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
start_empty (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = yz_window_suggest_path ();

  gtk_widget_activate_action (widget, "app.create", "s", path);
}

static void
start_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_empty (widget, name, parameter);
  import (widget, name, parameter);
}

void
yz_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.undo", NULL, undo },
    { "win.redo", NULL, redo },
    { "win.find", NULL, find },
    { "win.search", "s", search },
    { "win.focus-list", NULL, focus_list },
    { "win.days", NULL, show_days },
    { "win.add", NULL, add },
    { "win.add-station", NULL, add_station },
    { "win.add-station-at", "(dd)", add_station_at },
    { "win.bulk-edit", "(sas)", bulk_edit },
    { "win.bulk-edit-selected", NULL, bulk_edit_selected },
    { "win.edit-hours", NULL, edit_hours },
    { "win.edit-hours-of", "as", edit_hours_of },
    { "win.discard-hours", NULL, discard_hours },
    { "win.select-station", "s", select_station },
    { "win.show-stock", "s", show_stock },
    { "win.stock", "s", do_with_stock },
    { "win.show-equipment", "s", show_equipment },
    { "win.import", NULL, import },
    { "win.import-kind", "s", import_kind },
    { "win.import-file", "s", import_file },
    { "win.show-kind", "s", show_kind },
    { "win.export", NULL, export_list },
    { "win.export-to", "(sssb)", export_to },
    { "win.print", NULL, print },
    { "win.print-document", "(ss)", print_document },
    { "win.open-folder", "s", open_folder },
    { "win.palette", NULL, show_palette },
    { "win.history", NULL, show_history },
    { "win.trash", NULL, show_trash },
    { "win.shortcuts", NULL, show_shortcuts },
    { "win.check", NULL, check },
    { "win.save-copy", NULL, save_copy },
    { "win.save-copy-to", "s", save_copy_to },
    { "win.restore", NULL, restore },
    { "win.restore-backup", "s", restore_backup },
    { "win.take-back-edition", "s", take_back_edition },
    { "win.open-workspace", NULL, open_workspace },
    { "win.close-workspace", NULL, close_workspace },
    { "win.start-empty", NULL, start_empty },
    { "win.start-import", NULL, start_import },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

void
yz_window_update_actions (YzWindow *self)
{
  static const char *const of_workspace[] = {
    "win.show-stock",     "win.stock",
    "win.find",           "win.import",
    "win.import-file",    "win.export",
    "win.export-to",      "win.add",
    "win.add-station",    "win.add-station-at",
    "win.palette",        "win.bulk-edit",
    "win.check",          "win.history",
    "win.save-copy",      "win.trash",
    "win.restore",        "win.edit-hours",
    "win.edit-hours-of",  "win.print",
    "win.print-document", "win.take-back-edition",
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = yz_session_get_store (self->session) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_workspace); i++)
    gtk_widget_action_set_enabled (widget, of_workspace[i], open);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 yz_window_shows_hours (self) || yz_session_get_undo_action (self->session) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 yz_window_shows_hours (self) || yz_session_get_redo_action (self->session) != NULL);
}
