/* What is done on the page of imports: files, texts and answers come in, results go out. */
#include "config.h"

#include "yz-import-page-private.h"

#include "yz-dialogs.h"
#include "yz-kinds.h"
#include "yz-stock-list.h"

#include <glib/gi18n.h>

static gboolean
read_files (YzImportPage *self, GPtrArray *paths)
{
  if (paths->len == 0)
    return FALSE;
  g_ptr_array_add (paths, NULL);
  yz_import_read_files (self->import, (const char *const *) paths->pdata);
  return TRUE;
}

static void
on_lists_chosen (GListModel *files, gpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_ptr_array_add (paths, g_file_get_path (file));
    }
  read_files (YZ_IMPORT_PAGE (data), paths);
}

static void
choose_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_dialogs_choose_lists (GTK_WINDOW (gtk_widget_get_root (widget)), on_lists_chosen, widget);
}

static void
open_files_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  if (paths[0] != NULL)
    yz_import_read_files (YZ_IMPORT_PAGE (widget)->import, paths);
}

static void
skip_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_import_skip_file (YZ_IMPORT_PAGE (widget)->import);
}

static void
kind_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *wanted = g_variant_get_string (parameter, NULL);
  const YzKind *list = yz_stock_list_find (wanted), *kind = list != NULL ? list : yz_kinds_find (wanted);

  if (kind != NULL)
    yz_import_set_kind (YZ_IMPORT_PAGE (widget)->import, kind);
}

static void
heading_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint number = g_variant_get_uint32 (parameter);

  yz_import_set_heading_row (YZ_IMPORT_PAGE (widget)->import, number > 0 ? number : YZ_SHEET_NONE);
}

/* An import that is done is left for good: what it knew of a long list takes much memory. */
static void
show_records_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzImport *import = YZ_IMPORT_PAGE (widget)->import;
  int stage;

  if (yz_stock_list_is (yz_import_get_kind (import)))
    gtk_widget_activate_action (widget, "win.page", "s", "inventory");
  else
    gtk_widget_activate_action (widget, "win.show-kind", "s", yz_import_get_kind (import)->name);
  g_object_get (import, "stage", &stage, NULL);
  if (stage == YZ_IMPORT_STAGE_DONE)
    yz_import_reset (import);
}

static gboolean
read_file_list (YzImportPage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (GSList *item = files; item != NULL; item = item->next)
    if (g_file_peek_path (item->data) != NULL)
      g_ptr_array_add (paths, g_file_get_path (item->data));
  return read_files (self, paths);
}

static void
on_text_pasted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzImportPage) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* a clipboard without a text is a list without a row, and is told so */
  yz_import_read_text (self->import, text != NULL ? text : "");
}

static void
on_files_pasted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzImportPage) self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value != NULL)
    read_file_list (self, value);
  else if (self->session != NULL)
    yz_session_report_error (self->session, error);
}

/* Cells of a spreadsheet, or files that were copied in the file manager. */
static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_files_pasted,
                                    g_object_ref (widget));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_text_pasted, g_object_ref (widget));
}

static void
open_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_import_read_text (YZ_IMPORT_PAGE (widget)->import, g_variant_get_string (parameter, NULL));
}

static void
datum_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzDatum datum;

  if (yz_datum_from_name (g_variant_get_string (parameter, NULL), &datum))
    yz_import_set_datum (YZ_IMPORT_PAGE (widget)->import, (int) datum);
  else
    yz_import_set_datum (YZ_IMPORT_PAGE (widget)->import, -1);
}

static YzImportDecision
read_decision (GVariant *parameter)
{
  const char *word = g_variant_get_string (parameter, NULL);

  if (g_str_equal (word, "merge"))
    return YZ_IMPORT_MERGE;
  return g_str_equal (word, "separate") ? YZ_IMPORT_SEPARATE : YZ_IMPORT_SKIP;
}

static void
decide_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzImportPage *self = YZ_IMPORT_PAGE (widget);
  g_autoptr (YzImportRow) row = NULL;

  g_object_get (self->table, "selected", &row, NULL);
  if (row == NULL)
    return;
  yz_import_decide (self->import, yz_import_row_get_index (row), read_decision (parameter));
  yz_import_table_select_next_undecided (self->table);
}

static void
decide_rest_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_import_decide_rest (YZ_IMPORT_PAGE (widget)->import, read_decision (parameter));
}

static void
take_back_rest_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_import_take_back_rest (YZ_IMPORT_PAGE (widget)->import);
}

/* The next row with the outcome of the one that is looked at. */
static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzImportPage *self = YZ_IMPORT_PAGE (widget);
  g_autoptr (YzImportRow) row = NULL;

  g_object_get (self->table, "selected", &row, NULL);
  yz_import_table_select_next (self->table, row != NULL ? yz_import_row_get_outcome (row) : YZ_IMPORT_DUPLICATE);
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_import_apply (YZ_IMPORT_PAGE (widget)->import);
}

static void
on_report_chosen (GFile *file, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "import.save-report-to", "s", g_file_peek_path (file));
}

static void
save_report_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* Translators: name of a file that holds a list with the result of each row */
  yz_dialogs_choose_export (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("import results.xlsx"), on_report_chosen,
                            widget);
}

static void
save_report_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_import_save_report (YZ_IMPORT_PAGE (widget)->import, g_variant_get_string (parameter, NULL));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_import_cancel (YZ_IMPORT_PAGE (widget)->import);
}

static void
again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_import_reset (YZ_IMPORT_PAGE (widget)->import);
}

void
yz_import_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, choose_file_cb);
  gtk_widget_class_install_action (widget_class, "import.open-files", "as", open_files_cb);
  gtk_widget_class_install_action (widget_class, "import.skip-file", NULL, skip_file_cb);
  gtk_widget_class_install_action (widget_class, "import.kind", "s", kind_cb);
  gtk_widget_class_install_action (widget_class, "import.heading-row", "u", heading_row_cb);
  gtk_widget_class_install_action (widget_class, "import.show-records", NULL, show_records_cb);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "import.open-text", "s", open_text_cb);
  gtk_widget_class_install_action (widget_class, "import.datum", "s", datum_cb);
  gtk_widget_class_install_property_action (widget_class, "import.show", "shown");
  gtk_widget_class_install_action (widget_class, "import.decide", "s", decide_cb);
  gtk_widget_class_install_action (widget_class, "import.decide-rest", "s", decide_rest_cb);
  gtk_widget_class_install_action (widget_class, "import.take-back-rest", NULL, take_back_rest_cb);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "import.save-report", NULL, save_report_cb);
  gtk_widget_class_install_action (widget_class, "import.save-report-to", "s", save_report_to_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, again_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste", NULL);
}

void
yz_import_page_accept_drops (YzImportPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (read_file_list), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
